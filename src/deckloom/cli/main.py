"""The entry point: streams, signals, and the one place where an exception becomes an exit code."""

import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

import click

from deckloom import __version__
from deckloom.cli import streams
from deckloom.cli.build import build
from deckloom.cli.check import check
from deckloom.cli.explain import explain
from deckloom.cli.lsp import lsp
from deckloom.cli.new import new
from deckloom.cli.printable import clip, printable
from deckloom.cli.render import render
from deckloom.cli.schema import schema
from deckloom.cli.signals import be_deaf
from deckloom.values.errors import BrokenPromise, DeckloomError, Exit

SELDOM = (200_000, 20, 100)
"""When Python looks for garbage: a build makes many values and drops few, so looking often only costs time."""


@dataclass(slots=True)
class Session:
    """What the handler of exceptions must know of the arguments."""

    debug: bool = False


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="deckloom %(version)s")
def cli() -> None:
    """Make a PowerPoint deck from a YAML spec."""


for command in (new, check, build, render, explain, schema, lsp):
    cli.add_command(command)


def main() -> None:
    """The console script."""
    streams.prepare()
    gc.set_threshold(*SELDOM)
    streams.listen()
    try:
        code = run(sys.argv[1:])
        code = max(code, streams.finish())
    except streams.Stopped as stopped:
        code = stopped.code
    be_deaf()
    sys.exit(int(code))


def run(arguments: Sequence[str]) -> Exit:
    """Do what the arguments ask; every exception ends here."""
    session = Session()
    try:
        return Exit(cli.main(list(arguments), prog_name="deckloom", standalone_mode=False, obj=session) or Exit.DONE)
    except click.UsageError as problem:
        _say(_usage(problem))
        return Exit.USAGE
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except streams.Stopped as stopped:
        return stopped.code
    except DeckloomError as problem:
        if problem.exit_code is not Exit.BUG:
            _say(f"deckloom: {clip(printable(str(problem)), 1_900)}")
            return problem.exit_code
        return _bug(problem, session)
    except Exception as problem:
        return _bug(problem, session)


def _usage(problem: click.UsageError) -> str:
    shown = StringIO()
    problem.show(shown)
    return "\n".join(clip(printable(line), 1_000) for line in shown.getvalue().rstrip().split("\n"))


def _bug(problem: Exception, session: Session) -> Exit:
    """A fault of ours: a plea for a report; the traceback only for those who ask."""
    if session.debug:
        import traceback

        _say(traceback.format_exc().rstrip())
    python = ".".join(map(str, sys.version_info[:3]))
    # Only our own words are shown: any other exception's may quote the deck.
    words = "".join(f"  {printable(line)}\n" for line in str(problem).splitlines()) * isinstance(problem, BrokenPromise)
    _say(
        f"deckloom: this is a fault of deckloom, not of the deck ({type(problem).__name__})\n{clip(words, 1_000)}"
        f"please report it, with the spec if you can, for deckloom {__version__} on Python {python}, {sys.platform}"
        + ("" if session.debug else "; --debug shows the traceback")
    )
    return Exit.BUG


def _say(text: str) -> None:
    streams.put(f"{text}\n", err=True)

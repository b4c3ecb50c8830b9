"""``deckloom build``."""

from dataclasses import replace
from pathlib import Path
from typing import Unpack

import click

from deckloom.cli.check import checked_report, failed, placed
from deckloom.cli.options import PATH, Given, deck_options, settings
from deckloom.cli.progress import Bar
from deckloom.cli.report import DeckReport
from deckloom.cli.screen import Screen, on_terminal
from deckloom.values.errors import DeckloomError, DeckRejected, Exit


@click.command(short_help="Make the .pptx of a spec.")
@deck_options
@click.option("-o", "--output", metavar="FILE", type=PATH, help="The .pptx; default: beside the spec.")
@click.option("--force", is_flag=True, help="Replace a .pptx that deckloom did not write.")
def build(specs: tuple[Path, ...], output: Path | None, force: bool, **given: Unpack[Given]) -> Exit:
    """Make the .pptx of each SPEC: talk.yaml becomes talk.pptx beside it.

    A deck with faults is not written, and whatever stood in its place stays as it was.
    """
    if output is not None and len(specs) > 1:
        raise click.UsageError("-o names one deck; leave it out to build several specs")
    settings(given)  # what is wrong with the options is said before any work
    screen = Screen(given["format"], given["quiet"])
    for spec in specs:
        screen.show(_built(spec, output, force, given))
    return screen.close()


def _built(spec: Path, output: Path | None, force: bool, given: Given) -> DeckReport:
    from deckloom import api

    shown = on_terminal() and given["format"] == "human" and not given["quiet"]
    try:
        with Bar(shown) as bar:
            built = api.build(spec, output, settings(given, bar), force)
    except DeckRejected as rejected:
        return DeckReport(str(spec), rejected.exit_code, rejected.diagnostics, rejected.lines)
    except DeckloomError as problem:
        return failed(spec, problem)
    ledger = tuple(placed(built.checked, settings(given))) if given["report"] else ()
    return replace(checked_report(built.checked, ledger), target=str(built.target), size=built.size)

"""``deckloom check``."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from deckloom.cli.options import Given, deck_options, settings
from deckloom.cli.report import DeckReport, FitLine, Placed, counts
from deckloom.cli.screen import Screen
from deckloom.values.errors import DeckloomError, Exit
from deckloom.values.span import spelled

if TYPE_CHECKING:
    from deckloom.results import Checked, Settings


@click.command(short_help="Say all that is wrong with a spec.")
@deck_options
@click.option("--fix", is_flag=True, help="Make the edits that hints offer, and show them.")
@click.option("--diff", is_flag=True, help="Show the edits that hints offer, and write nothing.")
@click.option("--fit", is_flag=True, help="Print lines, size and slack of every text.")
def check(specs: tuple[Path, ...], fix: bool, diff: bool, fit: bool, **given: Unpack[Given]) -> Exit:
    """Say all that is wrong with each SPEC. Only --fix writes: to the spec."""
    if fix and diff:
        raise click.UsageError("--fix and --diff exclude each other")
    chosen = settings(given)
    screen = Screen(given["format"], given["quiet"])
    for spec in specs:
        try:
            screen.show(_fixed(spec, chosen, given, fix) if fix or diff else _checked(spec, chosen, given, fit))
        except DeckloomError as problem:
            screen.show(failed(spec, problem))
    return screen.close()


def _checked(spec: Path, chosen: "Settings", given: Given, fit: bool) -> DeckReport:
    from deckloom import api

    checked = api.check(spec, chosen)
    report = checked_report(checked, tuple(placed(checked, chosen)) if given["report"] else ())
    return replace(report, fit=tuple(fit_lines(checked))) if fit else report


def _fixed(spec: Path, chosen: "Settings", given: Given, write: bool) -> DeckReport:
    """The report of a spec whose edits were made, or only shown."""
    from deckloom import api

    done = api.fix(spec, chosen, write)
    shown = done.after if write else done.before
    report = checked_report(shown, tuple(placed(shown, chosen)) if given["report"] else ())
    before, after = (
        one.source.text.removesuffix("\n").split("\n") if one.source else [] for one in (done.before, done.after)
    )
    lines = "\n".join(unified_diff(before, after, str(spec), str(spec), lineterm=""))
    return replace(report, edits=done.edits, diff=lines, fixed=write and done.edits > 0)


def checked_report(checked: "Checked", ledger: tuple[Placed, ...]) -> DeckReport:
    """The report of a check."""
    slides, pictures = counts(checked.plan)
    return DeckReport(
        spec=str(checked.spec),
        exit=Exit.DONE if checked.ok else Exit.FAULTS,
        diagnostics=checked.diagnostics,
        lines=checked.lines,
        slides=slides,
        pictures=pictures,
        ledger=ledger,
    )


def fit_lines(checked: "Checked") -> Iterator[FitLine]:
    """How every text stands in its box, with the field's path as people write it."""
    for row in checked.fit:
        yield FitLine(row.slide, row.place, spelled(row.path), row.lines, row.size, row.slack, row.certainty)


def placed(checked: "Checked", chosen: "Settings") -> Iterator[Placed]:
    """The placement ledger with the lines of the spec, which is read once more for them."""
    from deckloom import api
    from deckloom.source.locate import locate

    loaded = api.load(checked.spec, chosen)
    for row in checked.ledger:
        span = locate(loaded.root, loaded.source, row.path) if loaded.root and loaded.source else None
        yield Placed(span.line if span else None, spelled(row.path), row.what, row.place)


def failed(spec: Path, problem: DeckloomError) -> DeckReport:
    """The report of a spec that could not be worked on, which does not stop the others; a fault of ours does."""
    if problem.exit_code is Exit.BUG:
        raise problem
    return DeckReport(spec=str(spec), exit=problem.exit_code, failure=str(problem))

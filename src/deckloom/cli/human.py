"""A report for people: diagnostics with their source line, one line of summary, the ledger as a table."""

import click

from deckloom.cli.printable import clip, printable, width
from deckloom.cli.report import DeckReport, FitLine, Placed, in_order
from deckloom.cli.snippet import snippet
from deckloom.values.diagnostics import Diagnostic
from deckloom.values.errors import LineOf

BYTES_MOST = 1_900  # of one diagnostic, without colour
MESSAGE_MOST = 600
FILE_MOST = 250
SHOWN_MOST = 1_000
"""Nobody reads more, and a spec of two megabytes can have a hundred thousand faults."""
COLOURS = {"error": "red", "warning": "yellow"}


def diagnostics(report: DeckReport, colour: bool, columns: int) -> str:
    """The diagnostics in order, the first ``SHOWN_MOST``, and how many there are; an empty text when there are none."""
    if not report.diagnostics:
        return ""
    shown = in_order(report.diagnostics)[:SHOWN_MOST]
    rows = [diagnostic(one, report.spec, report.lines, colour, columns) for one in shown]
    left = len(report.diagnostics) - len(shown)
    if left:
        rows.append(f"{left:,} more are not shown; `--format json` lists them all")
    return "\n".join(rows) + "\n"


def diagnostic(one: Diagnostic, spec: str, lines: LineOf, colour: bool, columns: int) -> str:
    """One diagnostic: the head, the source line with a caret, the hints; under 2 kB."""
    place = f":{one.span.line}:{one.span.column}" if one.span else ""
    place = clip(printable((one.span.file if one.span else spec)[: FILE_MOST + 1]), FILE_MOST) + place
    severity = f"{one.severity}[{one.code}]"
    if colour:
        place, severity = click.style(place, bold=True), click.style(severity, fg=COLOURS[one.severity], bold=True)
    rows = [f"{place}: {severity} {one.slug}: {clip(printable(one.message[: MESSAGE_MOST + 1]), MESSAGE_MOST)}"]
    rows += _pointed(one, lines, colour, columns)
    left = BYTES_MOST - sum(len(row.encode()) + 1 for row in rows)
    for hint in one.hints:
        row = clip(f"   = hint: {printable(hint.text[: BYTES_MOST + 1])}", left)
        left -= len(row.encode()) + 1
        rows += [row] if left > 0 else []
    return "\n".join(rows)


def _pointed(one: Diagnostic, lines: LineOf, colour: bool, columns: int) -> list[str]:
    line = lines(one.span.file, one.span.line) if one.span else None
    if one.span is None or line is None:
        return []
    gutter = f"{one.span.line} | "
    end = one.span.end_column - 1 if one.span.end_line == one.span.line else len(line)
    piece = snippet(line.rstrip("\r\n"), one.span.column - 1, end, columns - len(gutter))
    carets = click.style(piece.carets, fg=COLOURS[one.severity], bold=True) if colour else piece.carets
    return [gutter + piece.text, " " * (len(gutter) - 2) + "| " + carets]


def diff(report: DeckReport) -> str:
    """The edits as a unified diff."""
    return "".join(f"{printable(line)}\n" for line in report.diff.split("\n") if report.diff)


def summary(report: DeckReport) -> str:
    """One line on what came of the spec."""
    spec = printable(report.spec)
    if report.edits:
        spec += f": {_count(report.edits, 'edit')} {'made' if report.fixed else 'offered'}"
    if report.errors or not report.slides:
        return f"{spec}: {_count(report.errors, 'error')}, {_count(report.warnings, 'warning')}"
    slides = _count(report.slides, "slide")
    if report.target is None:
        return f"{spec}: ok, {slides}" + (f", {_count(report.warnings, 'warning')}" if report.warnings else "")
    return ", ".join(
        (
            f"{printable(report.target)}: {slides}",
            _count(report.pictures, "picture"),
            size(report.size),
            _count(report.warnings, "warning"),
        )
    )


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"


def size(number: int) -> str:
    """The bytes in the unit that reads best, a thousand to the next."""
    if number < 1_000_000:
        return f"{number / 1_000:.0f} kB" if number >= 1_000 else f"{number} bytes"
    return f"{number / 1_000_000:.1f} MB"


def ledger(rows: tuple[Placed, ...]) -> str:
    """The placement ledger as a table: the line of the spec, what stands there, where it went."""
    table = [("line", "what", "where")]
    table += [(str(row.line or row.path), printable(row.what), printable(row.place)) for row in rows]
    widths = [max(width(row[column]) for row in table) for column in (0, 1)]
    return "".join(
        f"{line:>{widths[0]}}  {what}{' ' * (widths[1] - width(what))}  {place}\n" for line, what, place in table
    )


def fit(rows: tuple[FitLine, ...]) -> str:
    """How every text stands in its box, as a table: slide and place, lines, size, lines to spare, certainty."""
    table = [("slide", "place", "lines", "size", "slack", "certainty")]
    table += [
        (str(row.slide), printable(row.place), str(row.lines), f"{row.size} pt", f"{row.slack:.1f}", row.certainty)
        for row in rows
    ]
    widths = [max(width(row[column]) for row in table) for column in range(len(table[0]))]
    left = {1, 5}
    return "".join(
        "  ".join(
            cell + " " * (widths[at] - width(cell)) if at in left else " " * (widths[at] - width(cell)) + cell
            for at, cell in enumerate(row)
        ).rstrip()
        + "\n"
        for row in table
    )

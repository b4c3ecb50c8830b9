"""Tables in files: a header line, then rows; UTF-8; commas, semicolons or tabs between the cells."""

import re
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path as FilePath

from deckloom.facts.fault import Fault, shown
from deckloom.facts.files import read_inside
from deckloom.source.text import UNSTORABLE, character_name
from deckloom.values.data import CsvFacts
from deckloom.values.diagnostics import Diagnostic, Hint, error
from deckloom.values.limits import Limits
from deckloom.values.span import Path, Span

SLUG = "csv-unreadable"
_DELIMITERS = ",;\t"


class _Unreadable(Exception):
    """What is wrong with the table, and where."""

    def __init__(self, message: str, line: int, column: int, hint: str, slug: str = SLUG) -> None:
        super().__init__(message)
        self.message, self.line, self.column, self.hint, self.slug = message, line, column, hint, slug


def gather_tables(
    references: Sequence[tuple[str, Path]], base: FilePath, roots: tuple[FilePath, ...], limits: Limits
) -> tuple[dict[str, CsvFacts], tuple[Diagnostic, ...]]:
    """Every table by its reference, with its fault where it has one, and those faults.

    ``references`` are paths relative to ``base`` as the spec writes them, each with the place that names it. A file
    that cannot be read is told at that place, a fault inside it at its own line and column.
    """
    tables: dict[str, CsvFacts] = {}
    for reference, path in references:
        if reference not in tables:
            tables[reference] = _gather(reference, path, base, roots, limits)
    return tables, tuple(one for table in tables.values() for one in table.fault)


def _gather(reference: str, path: Path, base: FilePath, roots: tuple[FilePath, ...], limits: Limits) -> CsvFacts:
    file = str(base / reference)
    data = read_inside(reference, base, roots, limits.csv_bytes, "csv_bytes")
    if isinstance(data, Fault):
        slug = data.slug if data.slug == "path-refused" else SLUG
        return CsvFacts(file, fault=(data._replace(slug=slug).at(reference, path),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        what = f"`{shown(reference)}` is not UTF-8 text: byte 0x{data[problem.start]:02X}"
        return CsvFacts(file, fault=(error(SLUG, what, path, "save it as UTF-8"),))
    try:
        return read_table(text.replace("\r\n", "\n").replace("\r", "\n"), file, limits)
    except _Unreadable as problem:
        span = Span(file, problem.line, problem.column, problem.line, problem.column + 1)
        found = Diagnostic(problem.slug, problem.message, path, span, hints=(Hint(problem.hint),))
        return CsvFacts(file, lines=tuple(text.split("\n")), fault=(found,))


def read_table(text: str, file: str, limits: Limits) -> CsvFacts:
    """The table that a text holds. Raises _Unreadable for one that is none, or over a limit."""
    bad = UNSTORABLE.search(text)
    if bad:
        line, column = _position(text, bad.start())
        raise _Unreadable(f"character {character_name(bad[0])} cannot be stored", line, column, "delete it")
    delimiter = _delimiter(text)
    rows: list[tuple[str, ...]] = []
    places = array("i")
    for line, cells, spots in _rows(text, delimiter):
        if len(rows) > limits.csv_rows:
            hint = f"use fewer rows, or raise the limit with `--limit csv_rows={2 * limits.csv_rows}`"
            raise _Unreadable(f"the table has more than {limits.csv_rows:,} rows", line, 1, hint)
        if len(cells) > limits.csv_columns:
            hint = "use fewer columns, or raise the limit with `--limit csv_columns=N`"
            raise _Unreadable(f"the table has {len(cells):,} columns, at most {limits.csv_columns}", line, 1, hint)
        if rows and len(cells) != len(rows[0]):
            count = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
            what = f"this row has {count} where the header has {len(rows[0])}"
            raise _Unreadable(what, line, 1, f"quote a cell that holds `{delimiter}`", "row-length")
        rows.append(tuple(cells))
        places.extend(spots)
    if len(rows) < 2:
        raise _Unreadable("the table has no rows under its header", 1, 1, "write a header line, then the rows")
    _check_header(rows[0], places)
    return CsvFacts(file, rows[0], tuple(rows[1:]), places, tuple(text.split("\n")), delimiter)


def _check_header(header: tuple[str, ...], places: "array[int]") -> None:
    """Every column has a name of its own."""
    for at, name in enumerate(header):
        if not name or name in header[:at]:
            what = f"two columns are called `{name}`" if name else "this column has no name"
            raise _Unreadable(what, places[3 * at], places[3 * at + 1], "give every column a name of its own")


def _delimiter(text: str) -> str:
    """What separates the cells: the commonest of comma, semicolon and tab in the header, outside quotes."""
    header = re.sub(r'"[^"]*+"', "", text.lstrip("\n").partition("\n")[0])
    return max(_DELIMITERS, key=header.count)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str], list[int]]]:
    """Each row that is not blank: its line, its cells without the space around them, and their places."""
    cell = re.compile(rf' *+(?:"((?:[^"]|"")*+)" *+|([^{delimiter}\n]*+))({delimiter}|\n|\Z)')
    at, line, line_start = 0, 1, 0
    while at < len(text):
        first, cells, spots = line, [], []
        while True:
            match = cell.match(text, at)
            if match is None or (match[1] is None and match[2].lstrip().startswith('"')):
                hint = 'a quote inside a quoted cell is written twice: `""`'
                raise _Unreadable("this cell's quotes do not end where it ends", line, at - line_start + 1, hint)
            quoted = match[1] is not None
            value = match[1].replace('""', '"') if quoted else match[2]
            start = match.start(1 if quoted else 2)
            spots += [line, start - line_start + 1, len(value.strip())]
            cells.append(" ".join(value.split()))
            breaks = match[0].count("\n", 0, len(match[0]) - len(match[3]))
            if breaks:
                line, line_start = line + breaks, text.rfind("\n", at, match.start(3)) + 1
            at = match.end()
            if match[3] != delimiter:
                break
        line, line_start = line + 1, at
        if any(cells):
            yield first, cells, spots
        if match[3] == "":
            return


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)

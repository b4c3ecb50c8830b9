"""A table: rows that a reader looks things up in, or compares side by side."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from pydantic import Field

from deckloom.slide.data import DataFields, at_cell, read_grid
from deckloom.slide.fields import Plain, Switch
from deckloom.slide.kind import Checking, SlideKind, SlideSpec
from deckloom.values.composition import Composition, Context, TableCell, TableColumn, TablePart, TextPart, Verdict
from deckloom.values.data import Cell, Column, Grid
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.span import Path
from deckloom.values.text import Para, plain, rich

COLUMNS_MOST = 12
PAGE_ROWS = (9, 8, 7, 6, 5, 4, 3, 2)
"""How many rows a slide may hold, most first; rows that do not fit go on over the next slide."""

SYMBOLS: dict[Verdict, str] = {"yes": "●", "partly": "◐", "no": "▲"}
_WORDS: dict[Verdict, tuple[str, ...]] = {
    "yes": ("yes", "ja", "oui", "sí", "sì", "sim"),
    "partly": ("partly", "teilweise", "en partie", "en parte", "in parte", "em parte", "deels"),
    "no": ("no", "nein", "non", "não", "nee"),
}
_VERDICTS: dict[str, Verdict] = {
    **{word: verdict for verdict, words in _WORDS.items() for word in words},
    **{symbol: verdict for verdict, symbol in SYMBOLS.items()},
}
_NUMBER = re.compile(r"[<>≥≤~≈±+\u2212\u2013-]?\s?[^\w\s]{0,2}\d[\d.,\u00a0\u202f ]*\s?[^\d\s]{0,4}\+?")
_NOTHING = frozenset({"n/a", "–", "—", "-"})


class TableSlide(SlideSpec, DataFields):
    """The first column names the rows. Numbers stand at the right of their columns; a column `as: verdict` takes
    yes, partly or no, alone or before its own words: `no: Too late`."""

    kind: Literal["table"]
    total: Switch = Field(False, description="True sets the last row apart.")
    alt: Plain | None = Field(None, description="What the table shows; default: the title and the columns.")


def compose(slide: TableSlide, context: Context) -> tuple[Composition, ...]:
    """The table on as few slides as hold it, the header on each."""
    grid, found = read_grid(slide, context.tables, context.path)
    found += _faults(slide, grid, context.path) if grid else ()
    title = TextPart("title", (Para(slide.title),), (*context.path, "title"), "title")
    if grid is None or found:
        return (Composition(("Table",), (title,), findings=found),)
    part = _part(slide, grid, context)
    counts = dict.fromkeys(-(-len(part.rows) // most) for most in PAGE_ROWS)
    return tuple(_pages(title, part, pages) for pages in counts)


def _pages(title: TextPart, part: TablePart, pages: int) -> Composition:
    """The table on that many slides, about equally full; only the last has the total."""
    count = len(part.rows)
    ends = [-(-count * page // pages) for page in range(pages + 1)]
    parts = [
        replace(part, rows=part.rows[start:end], total=part.total and end == count) for start, end in pairwise(ends)
    ]
    reason = f"{count} rows fit" if pages == 1 else f"{count} rows go on over {pages} slides"
    first, *others = (Composition(("Table",), (title, one), reason) for one in parts)
    return replace(first, continued=tuple(others))


def _part(slide: TableSlide, grid: Grid, context: Context) -> TablePart:
    rows = tuple(tuple(map(_cell, row, grid.columns)) for row in grid.rows)
    columns = tuple(_column(one, [row[at] for row in rows], at == 0) for at, one in enumerate(grid.columns))
    header = tuple(one.name for one in grid.columns)
    alt = slide.alt or f"{plain(slide.title)}: {', '.join(map(plain, header))}."
    return TablePart("table", header, rows, columns, alt, (*context.path, "kind"), slide.total)


def _cell(cell: Cell, column: Column) -> TableCell:
    if column.what != "verdict":
        return TableCell(cell.text, cell.path, cell.span)
    verdict, words = _verdict(plain(cell.text)) or ("partly", plain(cell.text))
    return TableCell(rich(f"{SYMBOLS[verdict]}\u00a0{words}"), cell.path, cell.span, verdict)


def _verdict(text: str) -> tuple[Verdict, str] | None:
    """A verdict and the words for it: ``no: Too late`` is no, in the words "Too late"."""
    word = text.strip()
    if word[:1] in _VERDICTS and word[1:].strip():
        return _VERDICTS[word[0]], word[1:].strip()
    head, colon, words = word.partition(":")
    verdict = _VERDICTS.get(head.strip().lower())
    if verdict is None or word in SYMBOLS.values():
        return None
    return verdict, words.strip() if colon and words.strip() else head.strip()


def _column(column: Column, cells: list[TableCell], first: bool) -> TableColumn:
    """How a column stands: numbers at the right, everything else at the left, unless it says so itself. The first
    column names the rows, also where their names are numbers."""
    texts = [plain(cell.text) for cell in cells]
    numbers = column.what == "number" or (column.what is None and not first and _all_numbers(texts))
    everything = [*texts, plain(column.name)]
    longest = max(map(len, everything))
    word = max(len(word) for text in everything for word in text.split(" "))
    return TableColumn(column.align or ("right" if numbers else "left"), column.width, longest, word)


def _all_numbers(texts: list[str]) -> bool:
    amounts = [text for text in texts if text.lower() not in _NOTHING]
    return bool(amounts) and all(map(_NUMBER.fullmatch, amounts))


def _faults(slide: TableSlide, grid: Grid, path: Path) -> tuple[Diagnostic, ...]:
    """What keeps rows and columns from being a table."""
    data = (*path, "csv" if slide.csv else "rows")
    if not grid.named:
        return (error("missing-field", "a table needs a header", path, "add `columns:` with the columns' names"),)
    if len(grid.columns) > COLUMNS_MOST:
        message = f"the table has {len(grid.columns)} columns, at most {COLUMNS_MOST} fit"
        return (error("too-many", message, data, "choose them in `columns`"),)
    if slide.total and len(grid.rows) < 2:
        return (error("too-many", "a total needs rows above it", data, "delete `total`"),)
    return tuple(_verdict_faults(grid))


def _verdict_faults(grid: Grid) -> Iterator[Diagnostic]:
    for at, column in enumerate(grid.columns):
        for row in grid.rows if column.what == "verdict" else ():
            if _verdict(plain(row[at].text)) is None:
                message = f"`{plain(row[at].text)}` is no verdict"
                yield at_cell(row[at], "bad-value", message, "begin with yes, partly or no, such as `no: Too late`")


def _rows_rule(slide: TableSlide, checking: Checking) -> tuple[Diagnostic, ...]:
    """Rows written in the spec make a table; those of a file are looked at once it is read."""
    grid, found = read_grid(slide, None, checking.path)
    return (*found, *(_faults(slide, grid, checking.path) if grid else ()))


KIND = SlideKind(
    name="table",
    spec=TableSlide,
    compose=compose,
    rules=(_rows_rule,),
    example="""\
- kind: table
  title: Only the North missed its plan
  rows: |
    | Region | Revenue | Plan | Met |
    |--------|--------:|-----:|-----|
    | North  | €3.9M   | €4.4M | no |
    | South  | €5.1M   | €4.8M | yes |
    | West   | €4.0M   | €4.0M | yes: Just |
  columns: [{name: Region, width: 3}, Revenue, Plan, {name: Met, as: verdict}]
""",
)

"""Data of the deck language: rows written in the spec, or a CSV file; columns that name, choose and order them."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, NamedTuple, cast

from pydantic import BaseModel, Field, PlainValidator, ValidationInfo, WithJsonSchema

from deckloom.slide.fields import Fault, FilePath, _limits, _read_text, kind_of
from deckloom.source import markdown
from deckloom.values.data import Cell, Column, CsvFacts, Grid
from deckloom.values.diagnostics import Diagnostic, Hint, error
from deckloom.values.span import Path
from deckloom.values.spelling import did_you_mean
from deckloom.values.text import RichText, plain, rich

COLUMNS_MOST = 200
_ALIGNS, _WHATS = ("left", "center", "right"), ("text", "number", "verdict")
_COLUMN_FIELDS = ("name", "align", "width", "as")
_RULE_CELL = re.compile(r":?-+:?")


class Rows(NamedTuple):
    """Rows as the spec writes them: ``header`` and ``aligns`` are a pipe table's; ``faults`` are the cells that are no
    text, each with its row and column, a slug, a message and a hint."""

    header: tuple[RichText, ...] | None
    aligns: tuple[str | None, ...]
    cells: tuple[tuple[RichText, ...], ...]
    faults: tuple[tuple[tuple[int, ...], str, str, str], ...] = ()


def _read_rows(value: object, info: ValidationInfo) -> Rows:
    """A list of lists of texts, or a pipe table in a `|` block."""
    if isinstance(value, str):
        return _pipe_table(value, info)
    if not isinstance(value, list):
        hint = "begin a row with `- [`"
        raise Fault("wrong-type", f"`{info.field_name}` takes a list, this is {kind_of(value)}", hint)
    if not value:
        raise Fault("too-many", f"`{info.field_name}` is an empty list", "add a row")
    if len(value) > _limits(info).csv_rows:
        raise Fault("too-many", f"`{info.field_name}` has {len(value):,} rows, at most {_limits(info).csv_rows:,}")
    return _checked_rows(None, (), value)


def _pipe_table(text: str, info: ValidationInfo) -> Rows:
    lines = [line.strip() for line in text.strip().split("\n") if line.strip()]
    rows = [_pipe_cells(line) for line in lines]
    if len(rows) < 3 or not all(line.startswith("|") for line in lines):
        hint = "write `rows: |`, then `| Name | Value |`, `|---|---:|` and a line for each row"
        raise Fault("bad-value", f"`{info.field_name}` holds no pipe table with a header and rows", hint)
    rule = rows[1]
    if len(rule) != len(rows[0]) or not all(map(_RULE_CELL.fullmatch, rule)):
        raise Fault("bad-value", "the second line of a pipe table is its rule", "write `|---|---:|` under the header")
    header = tuple(_rich_cell(cell)[0] for cell in rows[0])
    return _checked_rows(header, tuple(map(_align_of, rule)), rows[2:])


def _pipe_cells(line: str) -> list[str]:
    inner = line.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner)]


def _align_of(rule: str) -> str | None:
    ends = rule[0] == ":", rule[-1] == ":"
    return {(True, True): "center", (False, True): "right", (True, False): "left"}.get(ends)


def _checked_rows(header: tuple[RichText, ...] | None, aligns: tuple[str | None, ...], value: list[Any]) -> Rows:
    """The rows, with what is wrong with their cells."""
    faults: list[tuple[tuple[int, ...], str, str, str]] = []
    rows: list[tuple[RichText, ...]] = []
    for at, row in enumerate(value):
        if not isinstance(row, list):
            faults.append(((at,), "wrong-type", "a row is a list of cells", "write it as `[label, value]`"))
            rows.append(())
            continue
        cells = []
        for column, cell in enumerate(row):
            found, problem = _rich_cell(cell)
            cells.append(found)
            faults += [((at, column), *problem)] if problem else []
        rows.append(tuple(cells))
    return Rows(header, aligns, tuple(rows), tuple(faults))


def _rich_cell(value: object) -> tuple[RichText, tuple[str, str, str] | None]:
    """A cell's text, and its fault."""
    if not isinstance(value, str):
        return rich("?"), ("wrong-type", f"a cell is a text, this is {kind_of(value)}", "quote it")
    if not value.strip():
        return rich("?"), ("empty-value", "this cell is empty", "write `n/a` where there is nothing to say")
    runs, problems = markdown.inline(" ".join(value.split()))
    if problems:
        return rich("?"), (problems[0].slug, problems[0].message, problems[0].hint or "write it as plain text")
    return runs, None


def _read_columns(value: object, info: ValidationInfo) -> tuple[Column, ...]:
    if not isinstance(value, list) or not value:
        raise Fault("wrong-type", f"`{info.field_name}` takes a list of names", "write `columns: [Region, Plan]`")
    if len(value) > COLUMNS_MOST:
        raise Fault("too-many", f"`{info.field_name}` has {len(value)} entries, at most {COLUMNS_MOST} are taken")
    return tuple(_read_column(one, info) for one in value)


def _read_column(value: object, info: ValidationInfo) -> Column:
    if not isinstance(value, dict):
        return Column(_read_text(value, info))
    for key in value:
        if key not in _COLUMN_FIELDS:
            hint = did_you_mean(key, _COLUMN_FIELDS, "fields")
            raise Fault("unknown-field", f"`{key}` is not a field of a column", hint)
    if "name" not in value:
        raise Fault("missing-field", "a column needs a `name`", "add `name:`")
    align = cast("Literal['left', 'center', 'right'] | None", _word(value, "align", _ALIGNS))
    what = cast("Literal['text', 'number', 'verdict'] | None", _word(value, "as", _WHATS))
    return Column(_read_text(value["name"], info), align, _width(value), what)


def _word(value: dict[str, Any], key: str, words: tuple[str, ...]) -> str | None:
    word = value.get(key)
    if word is not None and word not in words:
        raise Fault("bad-value", f"`{key}` does not take `{word}`", did_you_mean(str(word), words, "words"))
    return word


def _width(value: dict[str, Any]) -> float | None:
    if "width" not in value:
        return None
    try:
        width = float(value["width"])
    except (TypeError, ValueError):
        width = 0
    if not 0 < width <= 12:
        raise Fault("bad-value", "`width` counts columns of the page's grid, which has 12", "write a number up to 12")
    return width


_ROW_SCHEMA = {"type": "array", "items": {"type": ["string", "number"]}}
RowsField = Annotated[
    Rows,
    PlainValidator(_read_rows),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string"}, {"type": "array", "items": _ROW_SCHEMA, "minItems": 1}],
            "description": "Lists of cells, or a `|` block with a pipe table.",
        }
    ),
]
_COLUMN_SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "align": {"enum": list(_ALIGNS)},
        "width": {"type": "number", "exclusiveMinimum": 0, "maximum": 12},
        "as": {"enum": list(_WHATS)},
    },
    "required": ["name"],
    "additionalProperties": False,
}
ColumnsField = Annotated[
    tuple[Column, ...],
    PlainValidator(_read_columns),
    WithJsonSchema({"type": "array", "items": {"anyOf": [{"type": "string"}, _COLUMN_SCHEMA]}, "minItems": 1}),
]


class DataFields(BaseModel):
    """Tabular data, in the same three words wherever it may stand."""

    csv: FilePath | None = Field(None, description="A CSV file with a header line: UTF-8; comma, semicolon or tab.")
    rows: RowsField | None = Field(None, description="The rows themselves.")
    columns: ColumnsField | None = Field(
        None, description="The columns' names in order, or {name, align, width, as}; of a CSV file, those wanted."
    )


def read_grid(
    fields: DataFields, tables: Mapping[str, CsvFacts] | None, path: Path
) -> tuple[Grid | None, tuple[Diagnostic, ...]]:
    """The rows and columns, or None with what keeps them from being used.

    Without ``tables``, before files are read, a CSV file gives None and no fault.
    """
    if (fields.csv is None) == (fields.rows is None):
        message = "the data are `csv` or `rows`, one of them" + (", not both" if fields.csv else "")
        hint = "delete one of them" if fields.csv else "add `rows:` or `csv:`"
        return None, (error("missing-field" if fields.csv is None else "bad-value", message, path, hint),)
    if fields.rows is not None:
        found = tuple(_row_faults(fields.rows, fields.columns, path))
        return (None if found else _from_rows(fields.rows, fields.columns, path)), found
    table = tables.get(fields.csv or "") if tables is not None else None
    if table is None or table.fault:
        return None, table.fault if table else ()
    return _from_csv(table, fields.columns, path)


def _row_faults(rows: Rows, columns: tuple[Column, ...] | None, path: Path) -> Iterator[Diagnostic]:
    for place, slug, message, hint in rows.faults:
        yield error(slug, message, (*path, "rows", *place), hint)
    told = {place[0] for place, *_ in rows.faults if len(place) == 1}
    wanted = len(rows.header or columns or rows.cells[0])
    named = "the header has" if rows.header else "`columns` has" if columns else "the first row has"
    for at, row in enumerate(rows.cells):
        if len(row) != wanted and at not in told:
            message = f"this row has {len(row)} {'cell' if len(row) == 1 else 'cells'} where {named} {wanted}"
            hint = "quote a cell that holds a comma, or write a pipe table"
            yield error("row-length", message, (*path, "rows", at), hint)


def _from_rows(rows: Rows, columns: tuple[Column, ...] | None, path: Path) -> Grid:
    cells = tuple(
        tuple(Cell(cell, (*path, "rows", at, column)) for column, cell in enumerate(row))
        for at, row in enumerate(rows.cells)
    )
    if columns:
        return Grid(columns, cells)
    if rows.header is None:
        return Grid(tuple(Column(rich("")) for _ in rows.cells[0]), cells, named=False)
    aligned = zip(rows.header, rows.aligns, strict=True)
    return Grid(tuple(Column(name, cast("Literal['left'] | None", align)) for name, align in aligned), cells)


def _from_csv(
    table: CsvFacts, columns: tuple[Column, ...] | None, path: Path
) -> tuple[Grid | None, tuple[Diagnostic, ...]]:
    """The columns wanted of a file, in the order wanted."""
    chosen = columns or tuple(Column(rich(name)) for name in table.header)
    missing = [(at, plain(one.name)) for at, one in enumerate(chosen) if plain(one.name) not in table.header]
    if missing:
        return None, tuple(
            error(
                "bad-value",
                f"`{name}` is not a column of `{table.file.rpartition('/')[2]}`",
                (*path, "columns", at),
                did_you_mean(name, table.header, "columns"),
            )
            for at, name in missing
        )
    order = [table.header.index(plain(one.name)) for one in chosen]
    rows = tuple(
        tuple(Cell(rich(row[at]), (*path, "csv"), table.span(number, at)) for at in order)
        for number, row in enumerate(table.rows)
    )
    empty = next((cell for row in rows for cell in row if not plain(cell.text)), None)
    if empty:
        return None, (at_cell(empty, "empty-value", "this cell is empty", "write `n/a` where there is nothing to say"),)
    return Grid(chosen, rows), ()


def at_cell(cell: Cell, slug: str, message: str, hint: str) -> Diagnostic:
    """A fault at a cell, in the spec or in the file that it comes from."""
    return Diagnostic(slug, message, cell.path, cell.span, hints=(Hint(hint),))

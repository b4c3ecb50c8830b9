"""The fields of a chart, wherever one may stand, and the data they give."""

from collections.abc import Mapping
from typing import Annotated, NamedTuple, cast

from pydantic import Field, PlainValidator, WithJsonSchema

from deckloom.slide.amounts import NotAnAmount, read_amount
from deckloom.slide.data import DataFields, at_cell, read_grid
from deckloom.slide.fields import Fault, Plain, Text
from deckloom.values.composition import ChartPart
from deckloom.values.data import Amount, Cell, ChartData, CsvFacts, Form, Grid, Series, is_attached, shown
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.span import Path
from deckloom.values.spelling import did_you_mean
from deckloom.values.text import RichText, plain, rich

FORMS = ("bar", "column", "line", "stacked", "dot")
SERIES_MOST = 4
CATEGORIES_MOST = 200
ALT_VALUES = 24
REFUSED = {
    **dict.fromkeys(("pie", "doughnut", "donut"), ("angles and areas are read worse than lengths", "use `bar`")),
    **dict.fromkeys(("radar", "area", "bubble"), ("areas are read worse than lengths", "use `line` or `bar`")),
    **dict.fromkeys(("combo", "dual", "dual-axis"), ("two scales let any two lines meet anywhere", "use two charts")),
    **dict.fromkeys(("bar3d", "column3d", "pie3d"), ("depth hides lengths", "use `bar` or `column`")),
}


def _read_form(value: object) -> str:
    if isinstance(value, str) and value in FORMS:
        return value
    word = value if isinstance(value, str) else "this"
    if word in REFUSED:
        reason, hint = REFUSED[word]
        raise Fault("bad-value", f"`{word}` charts are not drawn: {reason}", hint)
    raise Fault("bad-value", f"`chart` does not take `{word}`", did_you_mean(word, FORMS, "charts"))


def _read_sort(value: object) -> str:
    if value in ("none", "value"):
        return str(value)
    raise Fault("bad-value", f"`sort` does not take `{value}`", "write `value` or `none`")


FormField = Annotated[str, PlainValidator(_read_form), WithJsonSchema({"enum": list(FORMS)})]
Sort = Annotated[str, PlainValidator(_read_sort), WithJsonSchema({"enum": ["none", "value"]})]


class ChartFields(DataFields):
    """A chart, in the same words wherever one may stand. The first column names the bars or points, each further one
    is a series."""

    chart: FormField = Field(
        description="bar (lies down when a label is longer than 12 characters), column, line, stacked or dot."
    )
    unit: Plain | None = Field(None, description="The unit of all values, such as %, ×, €M or months.")
    heading: Text | None = Field(None, description="What is measured; default: the series and the unit.")
    highlight: Plain | None = Field(None, description="The label or series that the title speaks of.")
    sort: Sort = Field("none", description="`value` puts the largest first.")
    alt: Plain | None = Field(None, description="What the chart shows; default: the title and the values.")


class Chart(NamedTuple):
    """A chart's data with its heading and alt text."""

    data: ChartData
    heading: RichText | None
    alt: str
    highlight: str | None


def read_chart(
    fields: ChartFields, tables: Mapping[str, CsvFacts] | None, title: RichText, path: Path
) -> tuple[Chart | None, tuple[Diagnostic, ...]]:
    """The chart, or None with what is wrong with its data; without ``tables`` a file's data are not known yet."""
    grid, found = read_grid(fields, tables, path)
    if grid is None:
        return None, found
    found = tuple(_shape_faults(fields, grid, path))
    if found:
        return None, found
    comma = bool(fields.csv and tables and tables[fields.csv].delimiter == ";")
    series, faults = _series(grid, fields.unit or "", comma)
    categories = tuple(plain(row[0].text) for row in grid.rows)
    data = ChartData(cast("Form", fields.chart), categories, series, fields.unit or "")
    faults += _highlight_faults(fields, data, path)
    faults += [] if faults else _value_faults(data, path)
    if faults:
        return None, tuple(faults)
    data = _sorted(data) if fields.sort == "value" else data
    alt = fields.alt or f"{plain(title)}. {_values_in_words(data)}."
    return Chart(data, fields.heading or _heading(data), alt, fields.highlight), ()


def chart_part(chart: Chart, role: str, path: Path, headed: bool, spare: tuple[str, ...] = ()) -> ChartPart:
    """The chart for a role; ``headed`` says that its heading stands somewhere."""
    united = bool(chart.data.unit) and (is_attached(chart.data.unit) or not headed)
    return ChartPart(role, chart.data, chart.alt, (*path, "chart"), chart.highlight, united, spare)


def _shape_faults(fields: ChartFields, grid: Grid, path: Path) -> list[Diagnostic]:
    """What is wrong with the number of rows and columns."""
    data = (*path, "csv" if fields.csv else "rows")
    count = len(grid.columns) - 1
    if count < 1:
        return [error("row-length", "a chart needs a column of labels and one of values", data, "add a column")]
    if count > SERIES_MOST:
        hint = "choose them in `columns`, or use two charts"
        message = f"the chart has {count} series; more than {SERIES_MOST} cannot be labelled directly"
        return [error("too-many", message, data, hint)]
    if count > 1 and not grid.named:
        return [error("missing-field", "several series need names", path, "add `columns:` with the names")]
    if len(grid.rows) > CATEGORIES_MOST:
        message = f"the chart has {len(grid.rows):,} labels, at most {CATEGORIES_MOST} are drawn"
        return [error("too-many", message, data, "sum the rows up")]
    if fields.sort == "value" and fields.chart == "line":
        return [error("bad-value", "a line is not sorted by value", (*path, "sort"), "delete `sort`, or use `bar`")]
    return []


def _series(grid: Grid, unit: str, decimal_comma: bool) -> tuple[tuple[Series, ...], list[Diagnostic]]:
    series, faults = [], []
    for at, column in enumerate(grid.columns[1:], 1):
        amounts: list[Amount | None] = []
        for row in grid.rows:
            try:
                amounts.append(read_amount(plain(row[at].text), unit, decimal_comma))
            except NotAnAmount as problem:
                faults.append(_not_a_number(row[at], problem))
        series.append(Series(plain(column.name), tuple(amounts)))
    return tuple(series), faults


def _not_a_number(cell: Cell, problem: NotAnAmount) -> Diagnostic:
    return at_cell(cell, "not-a-number", f"`{plain(cell.text)}` {problem.message}", problem.hint)


def _highlight_faults(fields: ChartFields, data: ChartData, path: Path) -> list[Diagnostic]:
    known = [*data.categories, *(one.name for one in data.series if one.name)]
    if fields.highlight is None or fields.highlight in known:
        return []
    message = f"`{fields.highlight}` is neither a label nor a series of the chart"
    return [error("bad-value", message, (*path, "highlight"), did_you_mean(fields.highlight, known, "labels"))]


def _value_faults(data: ChartData, path: Path) -> list[Diagnostic]:
    """A chart has values, and a stack none below zero."""
    values = [amount.value for one in data.series for amount in one.amounts if amount]
    if not values:
        return [error("not-a-number", "the chart has no values", (*path, "chart"), "add a row with a number")]
    if data.form == "stacked" and min(values) < 0:
        message = "a stack cannot hold a value below zero"
        return [error("bad-value", message, (*path, "chart"), "use `bar` or `column`")]
    return []


def _sorted(data: ChartData) -> ChartData:
    """The largest of the first series first, what has no value last; equal values stay in their order."""
    first = data.series[0].amounts
    order = sorted(range(len(first)), key=lambda at: -(amount.value if (amount := first[at]) else float("-inf")))
    series = tuple(one._replace(amounts=tuple(one.amounts[at] for at in order)) for one in data.series)
    return data._replace(categories=tuple(data.categories[at] for at in order), series=series)


def _heading(data: ChartData) -> RichText | None:
    """The series and the unit, as far as there are any; the names of several series stand beside their marks."""
    name = data.series[0].name if len(data.series) == 1 else ""
    said = data.unit.casefold() in name.casefold()
    words = ", ".join(one for one in (name, "" if said else data.unit) if one)
    return rich(words) if name or (data.unit and not is_attached(data.unit)) else None


def _values_in_words(data: ChartData) -> str:
    """Every label with its value; of very many the first and the last."""
    unit = data.unit if is_attached(data.unit) else f" {data.unit}" if data.unit else ""
    lists = []
    for one in data.series:
        pairs = [
            f"{name} {shown(amount, unit) if amount else 'n/a'}"
            for name, amount in zip(data.categories, one.amounts, strict=True)
        ]
        shortened = pairs if len(pairs) <= ALT_VALUES else [*pairs[: ALT_VALUES // 2], "…", *pairs[-ALT_VALUES // 2 :]]
        lists.append((f"{one.name}: " if one.name and len(data.series) > 1 else "") + ", ".join(shortened))
    return "; ".join(lists)

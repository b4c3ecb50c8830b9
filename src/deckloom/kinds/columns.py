"""Two or three columns side by side: text, a list, a picture or a chart in each."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from deckloom.slide.charts import Chart, ChartFields, FormField, chart_part, read_chart
from deckloom.slide.fields import FilePath, Prose, Text
from deckloom.slide.items import BulletItems, counted
from deckloom.slide.kind import Checking, PictureFields, SlideKind, SlideSpec, alt_rule, picture_part
from deckloom.values.composition import Composition, Context, Fit, NotesPart, SlotPart, TextPart
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.span import Path
from deckloom.values.text import Para, plain

LEAST, MOST = 2, 3
CONTENTS = ("text", "items", "image", "chart")
PICTURE_WORDS = ("decorative", "caption", "credit", "fit", "focus")
CHART_WORDS = ("csv", "rows", "columns", "unit", "heading", "highlight", "sort")


class ColumnItem(PictureFields, ChartFields):
    """A column: its lead, and one thing under it."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    lead: Text | None = Field(None, description="What stands over the column.")
    text: Prose | None = Field(None, description="Paragraphs.")
    items: BulletItems | None = Field(None, description="Bullets.")
    image: FilePath | None = Field(None, description="A picture's file.")  # type: ignore[assignment]
    chart: FormField | None = Field(None, description="A chart's form.")  # type: ignore[assignment]


class ColumnsSlide(SlideSpec):
    """Each column has a `lead`, and one of `text`, `items`, a picture or a chart."""

    kind: Literal["columns"]
    items: Annotated[tuple[ColumnItem, ...], BeforeValidator(counted(LEAST, MOST))] = Field(
        description="Two or three columns."
    )


def compose(slide: ColumnsSlide, context: Context) -> tuple[Composition, ...]:
    """The columns in equal shares, their leads in line; without leads the contents have that room too."""
    title = TextPart("title", (Para(slide.title),), (*context.path, "title"), "title")
    parts: list[SlotPart] = []
    findings: list[Diagnostic] = []
    notes: list[NotesPart] = []
    headed = False
    for at, item in enumerate(slide.items):
        path = (*context.path, "items", at)
        chart, found = _chart(item, slide, context, path)
        findings += found
        lead = item.lead or (chart.heading if chart else None)
        headed = headed or lead is not None
        if lead:
            parts.append(TextPart(_role("heading", at), (Para(lead),), (*path, "lead"), "fixed"))
        parts += _content(item, chart, _role("content", at), slide, path)
        notes += [NotesPart(Para(one), (*path, "caption")) for one in item.caption or ()]
    three = len(slide.items) == MOST
    layout = "Three Columns" if three else "Comparison" if headed else "Two Content"
    if three and not headed:
        parts = [replace(part, spare=(part.role.replace("content", "heading"),)) for part in parts]
    reason = f"{len(slide.items)} columns" + (" under their leads" if headed else "")
    return (Composition((layout,), (title, *parts), reason, notes=tuple(notes), findings=tuple(findings)),)


def _role(word: str, at: int) -> str:
    return word if at == 0 else f"{word}-{at + 1}"


def _chart(
    item: ColumnItem, slide: ColumnsSlide, context: Context, path: Path
) -> tuple[Chart | None, tuple[Diagnostic, ...]]:
    if not item.chart:
        return None, ()
    return read_chart(item, context.tables, item.lead or slide.title, path)


def _content(item: ColumnItem, chart: Chart | None, role: str, slide: ColumnsSlide, path: Path) -> Iterator[SlotPart]:
    fit: Fit = "fixed" if len(slide.items) == MOST else "columns"
    if item.text:
        yield TextPart(role, tuple(Para(one, bullet="none") for one in item.text), (*path, "text"), fit)
    elif item.items:
        yield TextPart(role, _bullets(item), (*path, "items"), fit)
    elif item.image:
        yield replace(picture_part(item, slide.title, role, path), align=("start", "start"))
    elif chart:
        said = item.lead is None or chart.data.unit.casefold() in plain(item.lead).casefold()
        yield chart_part(chart, role, path, headed=said)


def _bullets(item: ColumnItem) -> tuple[Para, ...]:
    paras = item.items.paras if item.items else ()
    ordered = bool(item.items and item.items.ordered)
    return tuple(para._replace(bullet="number") if ordered and not para.level else para for para in paras)


def _found(slide: ColumnsSlide, checking: Checking) -> Iterator[Diagnostic]:
    """Each column holds one thing, with the words that belong to it."""
    for at, item in enumerate(slide.items):
        path = (*checking.path, "items", at)
        yield from _misfits(item, path)
        if item.image:
            yield from alt_rule(item, Checking(path, checking.draft))
        if item.chart:
            yield from read_chart(item, None, item.lead or slide.title, path)[1]


def _misfits(item: ColumnItem, path: Path) -> Iterator[Diagnostic]:
    """Too much or too little in a column, and words without what they belong to."""
    given = [name for name in CONTENTS if getattr(item, name) is not None]
    if len(given) != 1:
        told = f"this one has {' and '.join(f'`{name}`' for name in given)}" if given else "this one has none"
        message = f"a column holds one of `text`, `items`, `image` or `chart`; {told}"
        slug = "bad-value" if given else "missing-field"
        yield error(slug, message, path, "make a column of each" if given else "add one of them")
    for owner, words in (("image", PICTURE_WORDS), ("chart", CHART_WORDS)):
        for word in words:
            if word in item.model_fields_set and owner not in given:
                yield error("unknown-field", f"`{word}` belongs to `{owner}`", (*path, word), f"add `{owner}:`")
    if item.heading and item.lead:
        hint = "write one of them"
        yield error("bad-value", "in a column the lead is the chart's heading", (*path, "heading"), hint)


def _columns_rule(slide: ColumnsSlide, checking: Checking) -> tuple[Diagnostic, ...]:
    return tuple(_found(slide, checking))


KIND = SlideKind(
    name="columns",
    spec=ColumnsSlide,
    compose=compose,
    rules=(_columns_rule,),
    example="""\
- kind: columns
  title: We can buy or build
  items:
    - lead: Buy
      text: Live in two months
    - lead: Build
      chart: bar
      rows: [[First year, 4.2], [Second year, 1.1]]
      unit: €M
""",
)

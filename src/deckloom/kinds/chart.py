"""A native chart: the evidence for a claim about amounts."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, PlainValidator, ValidationInfo, WithJsonSchema

from deckloom.slide.charts import Chart, ChartFields, chart_part, read_chart
from deckloom.slide.fields import Fault, Prose, _read_text
from deckloom.slide.kind import Checking, SlideKind, SlideSpec, paras
from deckloom.values.composition import Composition, Context, Part, TextPart
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.text import ACCENT, Para, RichText, plain, rich

LAYOUTS = {"wide": "Chart Wide", "claim": "Chart and Claim", "number": "Number and Chart"}
VALUE_MOST, LARGE_VALUE = 10, 5
"""The characters of a value beside the chart, and of one that is set very large."""


def _read_value(value: object, info: ValidationInfo) -> RichText:
    text = _read_text(value, info)
    if len(plain(text)) > VALUE_MOST:
        message = f"`value` has {len(plain(text))} characters, at most {VALUE_MOST} fit"
        raise Fault("too-many", message, "give the number a unit, and say the rest in `text`")
    return text


Value = Annotated[RichText, PlainValidator(_read_value), WithJsonSchema({"type": "string", "maxLength": VALUE_MOST})]


class ChartSlide(SlideSpec, ChartFields):
    """`auto`: the chart alone is wide; with a `text` it stands beside the claim; a short `value` stands very large."""

    kind: Literal["chart"]
    value: Value | None = Field(None, description="The number that sums the chart up, at most ten characters.")
    text: Prose | None = Field(None, description="What the chart means.")
    layout: Literal["auto", "wide", "claim", "number"] = Field("auto", description="Where the chart stands.")


def compose(slide: ChartSlide, context: Context) -> tuple[Composition, ...]:
    """The chart with its heading; value and text beside it where they are given."""
    chart, found = read_chart(slide, context.tables, slide.title, context.path)
    title = TextPart("title", (Para(slide.title),), (*context.path, "title"), "title")
    if chart is None:
        return (Composition(("Chart Wide",), (title,), findings=found),)
    return tuple(
        Composition((LAYOUTS[word],), (title, *_parts(word, slide, chart, context)), reason)
        for word, reason in _choices(slide)
    )


def _choices(slide: ChartSlide) -> list[tuple[str, str]]:
    """The layouts' words in the order in which they are tried, each with the reason."""
    if slide.layout != "auto":
        return [(slide.layout, "as asked")]
    if not (slide.value or slide.text):
        return [("wide", "the chart stands alone")]
    if slide.value and len(plain(slide.value)) <= LARGE_VALUE:
        return [("number", "a short value stands very large"), ("claim", "the value is too wide to stand very large")]
    return [("claim", "the claim stands beside the chart")]


def _parts(word: str, slide: ChartSlide, chart: Chart, context: Context) -> Iterator[Part]:
    """The parts in reading order: value and text first where they stand on the left."""
    if word == "number":
        yield from _number(slide, context)
    if chart.heading:
        yield TextPart("heading", (Para(chart.heading),), (*context.path, "heading"), "fixed")
    yield chart_part(chart, "chart", context.path, bool(chart.heading), ("heading",))
    if word == "claim":
        value = (Para(rich(plain(slide.value), ACCENT)),) if slide.value else ()
        text = tuple(Para(one, level=1) for one in slide.text or ())
        yield TextPart("claim", (*value, *text), (*context.path, "text" if slide.text else "value"), "body")


def _number(slide: ChartSlide, context: Context) -> Iterator[TextPart]:
    """The value very large; of the text the first paragraph as its label, the others quieter."""
    if slide.value:
        yield TextPart("number-1", (Para(rich(plain(slide.value), ACCENT)),), (*context.path, "value"), "number")
    if slide.text:
        first, *others = paras(slide.text)
        label = (first, *(para._replace(level=1) for para in others))
        yield TextPart("label-1", label, (*context.path, "text"), "fixed")


def _data_rule(slide: ChartSlide, checking: Checking) -> tuple[Diagnostic, ...]:
    """Rows written in the spec are amounts; those of a file are looked at once it is read."""
    return read_chart(slide, None, slide.title, checking.path)[1]


def _claim_rule(slide: ChartSlide, checking: Checking) -> tuple[Diagnostic, ...]:
    """A layout for a claim needs one, and a chart that is asked to be wide has no room for it."""
    path = (*checking.path, "layout")
    if slide.layout == "wide" and (slide.value or slide.text):
        return (error("bad-value", "`wide` has no room for `value` and `text`", path, "use `claim` or `number`"),)
    if slide.layout == "number" and not slide.value:
        return (error("missing-field", "`number` needs a `value`", path, "add `value:`, or use `claim`"),)
    if slide.layout == "claim" and not (slide.value or slide.text):
        return (error("missing-field", "`claim` needs a `value` or a `text`", path, "add `text:`, or use `wide`"),)
    return ()


KIND = SlideKind(
    name="chart",
    spec=ChartSlide,
    compose=compose,
    rules=(_data_rule, _claim_rule),
    example="""\
- kind: chart
  title: NVIDIA is used over 11 times as much as its peers
  chart: column
  rows: [[NVIDIA, ">11"], [All peers, 1]]
  unit: ×
  highlight: NVIDIA
""",
)

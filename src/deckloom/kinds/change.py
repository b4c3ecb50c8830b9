"""From one state to another, side by side with an arrowhead between."""

from typing import ClassVar, Literal

from pydantic import Field

from deckloom.slide.fields import Prose, Text
from deckloom.slide.items import Item, or_text
from deckloom.slide.kind import SlideKind, SlideSpec, paras
from deckloom.values.composition import Composition, Context, TextPart
from deckloom.values.text import Para


class State(Item):
    """How something was, or will be; a text alone is its ``text``."""

    noun: ClassVar[str] = "a state"
    main: ClassVar[str] = "text"

    label: Text | None = Field(None, description="When it was so: Today, Once, 2027.")
    text: Text = Field(description="How it was.")


class ChangeSlide(SlideSpec):
    """What was stands on a light panel, what comes on a dark one."""

    kind: Literal["change"]
    before: State = Field(
        alias="from", description="How it was: a text, or a label and a text.", json_schema_extra=or_text
    )
    after: State = Field(
        alias="to", description="How it is or will be: a text, or a label and a text.", json_schema_extra=or_text
    )
    text: Prose | None = Field(None, description="What follows from it; stands beneath.")


def compose(slide: ChangeSlide, context: Context) -> tuple[Composition, ...]:
    """Both states in letters of one size, the text beneath."""
    parts = [
        TextPart("title", (Para(slide.title),), (*context.path, "title"), "title"),
        TextPart("from", _state(slide.before), (*context.path, "from"), "panel", group="states"),
        TextPart("to", _state(slide.after), (*context.path, "to"), "panel", group="states"),
    ]
    if slide.text:
        parts.append(TextPart("text", paras(slide.text), (*context.path, "text"), "fixed"))
    return (Composition(("From To",), tuple(parts)),)


def _state(state: State) -> tuple[Para, ...]:
    """The label small, the text large beneath it."""
    text = Para(state.text, level=1)
    return (Para(state.label), text) if state.label else (text,)


KIND = SlideKind(
    name="change",
    spec=ChangeSlide,
    compose=compose,
    example="""\
- kind: change
  title: Support moves to self-service
  from: {label: Today, text: 70% of cases by phone}
  to: {label: Q2 2027, text: 70% solved without a call}
""",
)

"""One sentence that fills the slide."""

from typing import Literal

from pydantic import Field

from deckloom.slide.fields import Prose
from deckloom.slide.kind import SlideKind, SlideSpec, paras
from deckloom.values.composition import Composition, Context, TextPart
from deckloom.values.text import Para


class StatementSlide(SlideSpec):
    """Mark the phrase that matters with ==…==; it takes the section's colour."""

    kind: Literal["statement"]
    text: Prose | None = Field(None, description="What stands beneath the sentence.")


def compose(slide: StatementSlide, context: Context) -> tuple[Composition, ...]:
    """The title as large as three lines allow, the text beneath."""
    parts = [TextPart("title", (Para(slide.title),), (*context.path, "title"), "statement")]
    if slide.text:
        parts.append(TextPart("text", paras(slide.text), (*context.path, "text"), "fixed"))
    return (Composition(("Statement", "Title Only"), tuple(parts)),)


KIND = SlideKind(
    name="statement",
    spec=StatementSlide,
    compose=compose,
    example="""\
- kind: statement
  title: The year was pivotal, and ==early==
  text: Open, human-centred work decides what comes next.
""",
)

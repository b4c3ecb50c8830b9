"""The last slide: what to ask, where to read on."""

from typing import Literal

from pydantic import Field

from deckloom.slide.fields import Prose
from deckloom.slide.kind import SlideKind, SlideSpec, paras
from deckloom.values.composition import Composition, Context, TextPart
from deckloom.values.text import Para


class ClosingSlide(SlideSpec):
    """It looks like the cover, and stays on the screen during questions."""

    kind: Literal["closing"]
    text: Prose | None = Field(None, description="What stands beneath the title.")


def compose(slide: ClosingSlide, context: Context) -> tuple[Composition, ...]:
    """The title large, the text beneath."""
    parts = [TextPart("title", (Para(slide.title),), (*context.path, "title"), "divider")]
    if slide.text:
        parts.append(TextPart("text", paras(slide.text), (*context.path, "text"), "fixed"))
    return (Composition(("Closing", "Title Slide"), tuple(parts), furniture=frozenset()),)


KIND = SlideKind(
    name="closing",
    spec=ClosingSlide,
    compose=compose,
    example="""\
- kind: closing
  title: Questions?
  text: Full report at [stateof.ai](https://www.stateof.ai/)
""",
)

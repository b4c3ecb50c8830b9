"""The cover: the deck's title, with what stands beneath it."""

from typing import Literal

from pydantic import Field

from deckloom.slide.fields import Plain, Text, Title
from deckloom.slide.kind import SlideKind, SlideSpec
from deckloom.values.composition import Composition, Context, TextPart
from deckloom.values.text import Para, rich


class TitleSlide(SlideSpec):
    """The cover takes title, subtitle, author and date from the deck unless they are given here."""

    kind: Literal["title"]
    title: Title | None = Field(None, description="Default: the deck's title.")  # type: ignore[assignment]
    subtitle: Text | None = Field(None, description="Default: the deck's subtitle.")
    author: Text | None = Field(None, description="Default: the deck's author.")
    date: Plain | None = Field(None, description="Default: the deck's date, as written.")


def compose(slide: TitleSlide, context: Context) -> tuple[Composition, ...]:
    """Title and subtitle, author and date on one line at the foot, the kicker as the document's type."""
    subtitle = slide.subtitle or context.subtitle
    foot = _foot(slide, context)
    parts = [TextPart("title", (Para(slide.title or context.title),), (*context.path, "title"), "cover")]
    if subtitle:
        parts.append(TextPart("subtitle", (Para(subtitle),), (*context.path, "subtitle"), "fixed"))
    if foot:
        parts.append(TextPart("date", (foot,), (*context.path, "date"), "fixed"))
    return (Composition(("Title Slide",), tuple(parts), furniture=frozenset({"kicker"})),)


def _foot(slide: TitleSlide, context: Context) -> Para | None:
    author = slide.author or context.author or ()
    date = slide.date or context.date
    between = rich(", ") if author and date else ()
    runs = (*author, *between, *(rich(date) if date else ()))
    return Para(runs) if runs else None


KIND = SlideKind(
    name="title",
    spec=TitleSlide,
    compose=compose,
    example="""\
- kind: title                     # title, subtitle, author, date come from the deck
  kicker: Board briefing
""",
)

"""The cover: the deck's title, what stands beneath it, and a picture if wanted."""

from dataclasses import replace
from typing import Literal

from pydantic import Field

from deckloom.slide.fields import Plain, Text, Title
from deckloom.slide.kind import (
    Checking,
    OptionalPicture,
    SlideKind,
    SlideSpec,
    alt_rule,
    belongs_rule,
    picture_part,
)
from deckloom.values.composition import Composition, Context, Part, TextPart
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.text import Para, rich


class TitleSlide(SlideSpec, OptionalPicture):
    """The cover takes title, subtitle, author and date from the deck unless they are given here. A picture fills the
    right third; `fit: contain` shows all of it."""

    kind: Literal["title"]
    title: Title | None = Field(None, description="Default: the deck's title.")  # type: ignore[assignment]
    subtitle: Text | None = Field(None, description="Default: the deck's subtitle.")
    author: Text | None = Field(None, description="Default: the deck's author.")
    date: Plain | None = Field(None, description="Default: the deck's date, as written.")


def compose(slide: TitleSlide, context: Context) -> tuple[Composition, ...]:
    """Title and subtitle, author and date on one line at the foot, the kicker as the document's type."""
    subtitle = slide.subtitle or context.subtitle
    foot = _foot(slide, context)
    title = slide.title or context.title
    parts: list[Part] = [TextPart("title", (Para(title),), (*context.path, "title"), "cover")]
    if subtitle:
        parts.append(TextPart("subtitle", (Para(subtitle),), (*context.path, "subtitle"), "fixed"))
    layouts = ("Title Slide",)
    if slide.image:
        picture = picture_part(slide, title, "picture", context.path)
        parts.append(replace(picture, cover=slide.fit != "contain", crops=True))
        layouts = ("Title Slide with Picture",)
    if foot:
        parts.append(TextPart("date", (foot,), (*context.path, "date"), "fixed"))
    return (Composition(layouts, tuple(parts), furniture=frozenset({"kicker"})),)


def caption_rule(slide: TitleSlide, checking: Checking) -> tuple[Diagnostic, ...]:
    """The cover has no place for a caption."""
    if not slide.caption:
        return ()
    return (
        error("unknown-field", "the picture of a cover has no `caption`", (*checking.path, "caption"), "delete it"),
    )


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
    rules=(alt_rule, belongs_rule, caption_rule),
    example="""\
- kind: title                     # title, subtitle, author, date come from the deck
  kicker: Board briefing
""",
)

"""A captioned picture: the evidence for the title's claim."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from pydantic import Field

from deckloom.slide.kind import PictureFields, SlideKind, SlideSpec, alt_rule, paras, picture_part
from deckloom.values.composition import Composition, Context, Part, PicturePart, TextPart
from deckloom.values.diagnostics import warning
from deckloom.values.facts import PictureFacts
from deckloom.values.text import BOLD, Para, Run

WIDE_FROM, PORTRAIT_BELOW = 2.4, 1.25
LEAST_WIDTH, LEAST_HEIGHT = 614, 347
"""Fewer pixels than these cannot fill the side layout at 77 to the inch; the picture stands on a mat instead."""

CROP_ALLOWED = 0.12
PAGE_ASPECT = 16 / 9


class ImageSlide(SlideSpec, PictureFields):
    """`auto` goes by proportions and pixels: very wide pictures span the slide, upright ones stand at the right, small
    ones lie on a mat, others stand beside the caption. `full` fills the page and crops; it is never chosen by itself.
    """

    kind: Literal["image"]
    layout: Literal["auto", "full", "wide", "side", "portrait", "framed"] = Field(
        "auto", description="Where the picture stands."
    )
    overflow: Literal["shrink", "error"] | None = Field(
        None,
        description="For a long caption: shrink steps down and leaves what is over to the notes, error stops; "
        "default: shrink, unless the deck says error.",
    )


def compose(slide: ImageSlide, context: Context) -> tuple[Composition, ...]:
    """The picture with its caption; a picture without one has the caption's room as well."""
    layout, reason = _choose(slide, context)
    title = TextPart("title", (Para(slide.title),), (*context.path, "title"), "title")
    picture = picture_part(slide, slide.title, "picture", context.path)
    words, spill = _caption(slide, context), (slide.overflow or context.overflow) != "error"
    caption = TextPart("caption", words, (*context.path, "caption"), "caption", spill=spill) if words else None
    composition = PLACES[layout](title, picture, caption, reason)
    if slide.layout == "full" and layout != "full":
        hint = "set `focus` and `fit: cover` to fill the page all the same"
        told = warning("picture-cropped", f"`{slide.image}` is framed: {reason}", (*context.path, "layout"), hint)
        return (replace(composition, findings=(told,)),)
    if slide.layout == "auto" and layout == "framed":
        hint = "use a larger picture, or write `layout: framed`"
        told = warning("picture-small", f"`{slide.image}` is framed: {reason}", (*context.path, "image"), hint)
        return (replace(composition, findings=(told,)),)
    return (composition,)


def _choose(slide: ImageSlide, context: Context) -> tuple[str, str]:
    """The layout's word, and why."""
    picture = context.pictures.get(slide.image)
    if slide.layout == "full" and picture and slide.fit is None and _full_bleed_loss(picture) > CROP_ALLOWED:
        return "framed", f"filling the page would cut {_full_bleed_loss(picture):.0%} of a side away"
    if slide.layout != "auto":
        return slide.layout, "as asked"
    if picture is None:
        return "side", "the picture's proportions are not known"
    if picture.width < LEAST_WIDTH and picture.height < LEAST_HEIGHT:
        return "framed", f"the picture has {picture.width} x {picture.height} pixels only"
    word = "wide" if picture.aspect >= WIDE_FROM else "portrait" if picture.aspect < PORTRAIT_BELOW else "side"
    return (
        "side" if not (slide.caption or context.figure) else word
    ), f"the picture is {picture.aspect:.2f} times as wide as high"


def _caption(slide: ImageSlide, context: Context) -> tuple[Para, ...]:
    """The caption, behind the figure's number where the deck numbers them."""
    words = paras(slide.caption)
    if context.figure is None:
        return words
    number = Run(f"{context.words['figure']} {context.figure}" + ("  " if words else ""), BOLD)
    first, *others = words or (Para(()),)
    return (first._replace(runs=(number, *first.runs)), *others)


def _full_bleed_loss(picture: PictureFacts) -> float:
    """The share of a side that is cut when the picture fills the page."""
    return 1 - min(picture.aspect / PAGE_ASPECT, PAGE_ASPECT / picture.aspect)


def _beside(name: str) -> Callable[[TextPart, PicturePart, TextPart | None, str], Composition]:
    """A picture to the right of its caption, their upper edges in line."""

    def make(title: TextPart, picture: PicturePart, caption: TextPart | None, reason: str) -> Composition:
        if caption is None:
            return Composition((name,), (title, _alone(picture)), reason)
        return Composition((name,), (title, caption, replace(picture, align=("end", "start"))), reason)

    return make


def _above(name: str) -> Callable[[TextPart, PicturePart, TextPart | None, str], Composition]:
    """A picture over its caption, their left edges in line."""

    def make(title: TextPart, picture: PicturePart, caption: TextPart | None, reason: str) -> Composition:
        if caption is None:
            return Composition((name,), (title, _alone(picture)), reason)
        return Composition(
            (name,), (title, replace(picture, over="caption", align=("start", "centre")), caption), reason
        )

    return make


def _framed(title: TextPart, picture: PicturePart, caption: TextPart | None, reason: str) -> Composition:
    """A picture in the middle of its mat, whether or not a caption stands beneath."""
    parts: tuple[Part, ...] = (title, picture) if caption is None else (title, picture, caption)
    return Composition(("Image Framed",), parts, reason)


def _full(title: TextPart, picture: PicturePart, caption: TextPart | None, reason: str) -> Composition:
    """The picture over the whole page, beneath everything; the words on a card that closes over what is not there."""
    over, heading = replace(picture, cover=True), replace(title, fit="card")
    furniture = frozenset({"number", "source"})
    if caption:
        parts = (over, heading, replace(caption, spare=("source",)))
        return Composition(("Image Full Bleed",), parts, reason, furniture=furniture)
    layouts = ("Image Full Bleed - Title", "Image Full Bleed")
    return Composition(layouts, (over, replace(heading, spare=("caption", "source"))), reason, furniture=furniture)


def _alone(picture: PicturePart) -> PicturePart:
    return replace(picture, spare=("caption",), align=("centre", "centre"))


PLACES: dict[str, Callable[[TextPart, PicturePart, TextPart | None, str], Composition]] = {
    "side": _beside("Image Side"),
    "portrait": _beside("Image Portrait"),
    "wide": _above("Image Wide"),
    "framed": _framed,
    "full": _full,
}

KIND = SlideKind(
    name="image",
    spec=ImageSlide,
    compose=compose,
    rules=(alt_rule,),
    example="""\
- kind: image
  title: Inference-time compute reopened the gap
  image: assets/state-of-ai-2024/2.jpg
  alt: One accent line lifts off from a bundle of grey lines. Schematic, not to scale.
  caption: Chain of thought drove o1's early results.
""",
)

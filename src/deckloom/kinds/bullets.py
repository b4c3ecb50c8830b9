"""Bullets of up to three levels, with a paragraph above them and a picture beside them if wanted."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from pydantic import Field

from deckloom.slide.fields import Prose, Switch
from deckloom.slide.items import BulletItems, Bullets
from deckloom.slide.kind import (
    Checking,
    OptionalPicture,
    OverflowField,
    SlideKind,
    SlideSpec,
    Splitting,
    alt_rule,
    belongs_rule,
    paras,
    picture_part,
)
from deckloom.values.composition import Composition, Context, Part, Reveal, TextPart
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.text import Para

ONE_COLUMN = 7
MOST = 14


class BulletsSlide(SlideSpec, OverflowField, OptionalPicture):
    """Three to five one-line bullets read best. A list that is too long goes on on a further slide."""

    kind: Literal["bullets"]
    items: BulletItems = Field(description="The bullets; a list after a text is its next level.")
    text: Prose | None = Field(None, description="A paragraph above the bullets.")
    numbered: Switch = Field(False, description="Numbers instead of bullets on the first level.")
    layout: Literal["auto", "one", "two"] = Field("auto", description="One or two columns.")


def compose(slide: BulletsSlide, context: Context) -> tuple[Composition, ...]:
    """One column up to seven first-level bullets, else two; where one is too small, the other is tried."""
    items = _counting_on(_numbered(slide), context.first_number)
    heads = _count(slide)
    if slide.image:
        return (_beside(slide, items, context),)
    if len(items) == 1 and not slide.text:
        return (_lone(slide, items[0], context),)
    one, two = _one(slide, items, context), _two(slide, items, context)
    if slide.layout == "one" or heads < 2:
        return (one,)
    if slide.layout == "two":
        return (two,)
    return (one, two) if heads <= ONE_COLUMN else (two, one)


def _numbered(slide: BulletsSlide) -> tuple[Para, ...]:
    """The bullets, with numbers on the first level where they are asked for."""
    if not (slide.numbered or slide.items.ordered):
        return slide.items.paras
    return tuple(para if para.level else para._replace(bullet="number") for para in slide.items.paras)


def _lone(slide: BulletsSlide, item: Para, context: Context) -> Composition:
    """A single bullet is no list: it stands as a paragraph."""
    part = TextPart("content", (item._replace(bullet="none"),), (*context.path, "items"), "lone")
    return Composition(("Title and Content",), (_title(slide, context), part), "a single bullet is a paragraph")


def _count(slide: BulletsSlide) -> int:
    """The bullets of the first level."""
    return sum(para.level == 0 for para in slide.items.paras)


def _take(slide: BulletsSlide, first: int, last: int) -> BulletsSlide:
    """Some of the slide's first-level bullets and what is beneath them; the paragraph above stays on the first."""
    paras = slide.items.paras
    starts = [*(at for at, para in enumerate(paras) if para.level == 0), len(paras)]
    items = Bullets(paras[starts[first] : starts[last]], slide.items.ordered)
    return slide.model_copy(update={"items": items, "text": None if first else slide.text})


def _counting_on(paras: tuple[Para, ...], start: int) -> tuple[Para, ...]:
    """Numbered paragraphs that begin at a later number."""
    return tuple(para._replace(start=start) if para.bullet == "number" else para for para in paras)


def _above(slide: BulletsSlide) -> tuple[Para, ...]:
    return tuple(Para(one, bullet="none") for one in slide.text or ())


def _one(slide: BulletsSlide, items: tuple[Para, ...], context: Context) -> Composition:
    part = TextPart("content", (*_above(slide), *items), (*context.path, "items"))
    reveals = tuple(_reveals(part, len(slide.text or ())))
    return Composition(
        ("Title and Content",), (_title(slide, context), part), "one column holds the bullets", reveals=reveals
    )


def _two(slide: BulletsSlide, items: tuple[Para, ...], context: Context) -> Composition:
    """Two columns of as many first-level bullets, the first with the odd one; what is deeper stays with its head."""
    starts = [at for at, para in enumerate(items) if para.level == 0]
    middle = starts[(len(starts) + 1) // 2] if len(starts) > 1 else len(items)
    path = (*context.path, "items")
    parts = (
        _title(slide, context),
        TextPart("content", (*_above(slide), *items[:middle]), path, "columns"),
        TextPart("content-2", _counting_on(items[middle:], items[0].start + (len(starts) + 1) // 2), path, "columns"),
    )
    reveals = (*_reveals(parts[1], len(slide.text or ())), *_reveals(parts[2], 0))
    return Composition(("Two Content",), parts, f"{len(starts)} bullets stand in two columns", reveals=reveals)


def _beside(slide: BulletsSlide, items: tuple[Para, ...], context: Context) -> Composition:
    """The picture to the right, with its caption beneath; a picture without one has the caption's room as well."""
    picture = picture_part(slide, slide.title, "picture", context.path)
    text = TextPart("content", (*_above(slide), *items), (*context.path, "items"))
    parts: tuple[Part, ...] = (_title(slide, context), text)
    if slide.caption:
        caption = TextPart("caption", paras(slide.caption), (*context.path, "caption"), "fixed", beneath="picture")
        parts = (*parts, replace(picture, align=("start", "start"), row="picture"), caption)
    else:
        parts = (*parts, replace(picture, spare=("caption",), align=("end", "start")))
    reveals = tuple(_reveals(text, len(slide.text or ())))
    return Composition(("Bullets and Picture",), parts, "a picture stands beside the bullets", reveals=reveals)


def _reveals(part: TextPart, above: int) -> Iterator[tuple[Reveal, ...]]:
    """A bullet of the first level with what is deeper at each click; the paragraphs above are there from the start."""
    starts = [at for at, para in enumerate(part.paras) if at >= above and para.level == 0]
    for start, end in pairwise([*starts, len(part.paras)]):
        yield tuple(Reveal(part.role, at) for at in range(start, end))


def columns_rule(slide: BulletsSlide, checking: Checking) -> tuple[Diagnostic, ...]:
    """Two columns and a picture are one thing too many."""
    if not (slide.image and slide.layout == "two"):
        return ()
    message = "two columns of bullets leave no room for the picture"
    return (error("bad-value", message, (*checking.path, "layout"), "delete `layout`, or give the picture a slide"),)


def _title(slide: BulletsSlide, context: Context) -> TextPart:
    return TextPart("title", (Para(slide.title),), (*context.path, "title"), "title")


KIND = SlideKind(
    name="bullets",
    spec=BulletsSlide,
    compose=compose,
    builds=True,
    rules=(alt_rule, belongs_rule, columns_rule),
    splitting=Splitting(_count, _take, MOST),
    example="""\
- kind: bullets
  title: Three definitions hold for this report
  items: |
    - **Gross margin**: revenue less cost of sales
    - Customers
      - one paid invoice in the quarter
""",
)

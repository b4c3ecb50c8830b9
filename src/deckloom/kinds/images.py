"""Two to six pictures side by side, each with its caption."""

from dataclasses import replace
from statistics import mean
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from deckloom.slide.items import Item, counted
from deckloom.slide.kind import PictureFields, SlideKind, SlideSpec, alt_rule, paras, picture_part
from deckloom.values.composition import Composition, Context, Part, TextPart
from deckloom.values.text import Para

LEAST, MOST = 2, 6
WORDS = ("Two", "Three", "Four", "Five", "Six")
ROW_BELOW = {4: 1.85, 5: 1.48, 6: 1.2}
WITHOUT_CAPTIONS = 0.72
ROWS = {4: 2, 5: 3, 6: 3}
"""Pictures narrower than this, width over height, are shown about as large in one row as in two, and how many stand in
the first of two. Without captions two rows hold larger pictures, and fewer are better off in one."""


class OnePicture(Item, PictureFields):
    """One of several pictures."""

    noun: ClassVar[str] = "a picture"


class ImagesSlide(SlideSpec):
    """`auto` goes by number and proportions: up to three stand in a row, more in two rows unless they are upright."""

    kind: Literal["images"]
    items: Annotated[tuple[OnePicture, ...], BeforeValidator(counted(LEAST, MOST))] = Field(
        description="Two to six pictures."
    )
    layout: Literal["auto", "grid", "row"] = Field("auto", description="Two rows, or one.")


def compose(slide: ImagesSlide, context: Context) -> tuple[Composition, ...]:
    """The pictures on their captions; where no picture has one, they have the captions' room as well."""
    in_row, reason = _choose(slide, context)
    captioned = any(item.caption for item in slide.items)
    parts: list[Part] = [TextPart("title", (Para(slide.title),), (*context.path, "title"), "title")]
    for at, item in enumerate(slide.items):
        row = "row" if in_row else f"row-{at // ROWS.get(len(slide.items), MOST)}"
        parts += _picture(item, at, slide, context, row if captioned else "")
    name = f"{WORDS[len(slide.items) - LEAST]} Images"
    return (Composition((f"{name} - Row" if in_row else name,), tuple(parts), reason),)


def _choose(slide: ImagesSlide, context: Context) -> tuple[bool, str]:
    """Whether the pictures stand in one row though there is a layout of two, and why."""
    count = len(slide.items)
    if count not in ROW_BELOW:
        return False, f"{count} pictures stand in a row"
    if slide.layout != "auto":
        return slide.layout == "row", "as asked"
    aspects = [context.pictures[item.image].aspect for item in slide.items if item.image in context.pictures]
    if not aspects:
        return False, "the pictures' proportions are not known"
    below = ROW_BELOW[count] * (1 if any(item.caption for item in slide.items) else WITHOUT_CAPTIONS)
    return mean(aspects) < below, f"the pictures are {mean(aspects):.2f} times as wide as high"


def _picture(item: OnePicture, at: int, slide: ImagesSlide, context: Context, row: str) -> list[Part]:
    """A picture that stands on its caption; in no row where there are no captions."""
    number, path = f"-{at + 1}" if at else "", (*context.path, "items", at)
    picture = picture_part(item, slide.title, f"picture{number}", path)
    if not row:
        return [replace(picture, spare=(f"caption{number}",))]
    standing: list[Part] = [replace(picture, align=("start", "end"), row=row)]
    if item.caption:
        caption = TextPart(
            f"caption{number}", paras(item.caption), (*path, "caption"), "caption", group="captions", beneath=row
        )
        standing.append(caption)
    return standing


KIND = SlideKind(
    name="images",
    spec=ImagesSlide,
    compose=compose,
    rules=(alt_rule,),
    example="""\
- kind: images
  title: Reasoning reopened a gap that had closed
  items:
    - image: assets/state-of-ai-2024/1.jpg
      alt: Grey lines rise to meet one accent line. Schematic, not to scale.
      caption: For most of the year, rivals closed in.
    - image: assets/state-of-ai-2024/2.jpg
      alt: The accent line lifts off from the grey lines. Schematic, not to scale.
      caption: Then the leader pulled away again.
""",
)

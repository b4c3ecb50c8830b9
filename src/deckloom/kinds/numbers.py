"""One to four numbers that carry the claim."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from deckloom.slide.fields import Text
from deckloom.slide.items import counted
from deckloom.slide.kind import SlideKind, SlideSpec
from deckloom.values.composition import Composition, Context, TextPart
from deckloom.values.text import ACCENT, Para, plain, rich

LAYOUTS = ("Big Number", "Two Numbers", "Three Numbers", "Four Numbers")


class NumberItem(BaseModel):
    """A number and what it counts."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    value: Text = Field(description="The number with its sign and unit, such as 61%, ~$9T or 1,204.")
    label: Text = Field(description="What the number counts.")
    delta: Text | None = Field(None, description="How it has changed, such as +18% on Q3 2025.")


class NumbersSlide(SlideSpec):
    """Short numbers read best: $9T, not 9,000,000,000,000. One stands very large, several side by side."""

    kind: Literal["numbers"]
    items: Annotated[tuple[NumberItem, ...], BeforeValidator(counted(1, len(LAYOUTS)))] = Field(
        description="One to four numbers."
    )


def compose(slide: NumbersSlide, context: Context) -> tuple[Composition, ...]:
    """The numbers in the section's colour, all of one size; label and change beneath."""
    title = TextPart("title", (Para(slide.title),), (*context.path, "title"), "title")
    parts = [part for at, item in enumerate(slide.items) for part in _number(item, at, context)]
    reason = "one number" if len(slide.items) == 1 else f"{len(slide.items)} numbers side by side"
    return (Composition((LAYOUTS[len(slide.items) - 1],), (title, *parts), reason),)


def _number(item: NumberItem, at: int, context: Context) -> Iterator[TextPart]:
    path = (*context.path, "items", at)
    yield TextPart(f"number-{at + 1}", (Para(rich(plain(item.value), ACCENT)),), (*path, "value"), "number")
    change = (Para(item.delta, level=1),) if item.delta else ()
    yield TextPart(f"label-{at + 1}", (Para(item.label), *change), (*path, "label"), "fixed")


KIND = SlideKind(
    name="numbers",
    spec=NumbersSlide,
    compose=compose,
    example="""\
- kind: numbers
  title: Two numbers sum up the quarter
  items:
    - {value: €42.1M, label: Revenue, delta: +18% on Q3 2025}
    - {value: "1,204", label: Customers}
""",
)

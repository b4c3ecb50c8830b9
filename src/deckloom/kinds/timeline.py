"""Three to five steps in time, from left to right."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from deckloom.slide.fields import Text
from deckloom.slide.items import Item, counted
from deckloom.slide.kind import SlideKind, SlideSpec
from deckloom.values.composition import Composition, Context, TextPart
from deckloom.values.text import ACCENT, Para

LEAST, MOST = 3, 5


class Step(Item):
    """One step: when it is, what happens, and more about it."""

    noun: ClassVar[str] = "a step"

    when: Text = Field(description="The date or name of the step, on one line.")
    lead: Text = Field(description="What happens.")
    detail: Text | None = Field(None, description="More about it.")


class TimelineSlide(SlideSpec):
    """The steps stand at equal distances, whatever time lies between them."""

    kind: Literal["timeline"]
    items: Annotated[tuple[Step, ...], BeforeValidator(counted(LEAST, MOST))] = Field(
        description="Three to five steps in order."
    )


def compose(slide: TimelineSlide, context: Context) -> tuple[Composition, ...]:
    """A dot on the line for each step, its words beneath."""
    parts = [TextPart("title", (Para(slide.title),), (*context.path, "title"), "title")]
    for at, step in enumerate(slide.items):
        path = (*context.path, "items", at)
        parts.append(TextPart(f"step-{at + 1}", _step(step), path, "steps", group="steps"))
    return (Composition((f"Timeline {len(slide.items)}",), tuple(parts)),)


def _step(step: Step) -> tuple[Para, ...]:
    """When, in the section's colour; what; and more about it."""
    when = tuple(run._replace(marks=run.marks | ACCENT) for run in step.when)
    detail = (Para(step.detail, level=2),) if step.detail else ()
    return (Para(when), Para(step.lead, level=1), *detail)


KIND = SlideKind(
    name="timeline",
    spec=TimelineSlide,
    compose=compose,
    example="""\
- kind: timeline
  title: The move takes three steps
  items:
    - {when: Nov 2026, lead: Contract}
    - {when: Jan 2027, lead: Pilot, detail: Two teams in Lyon}
    - {when: Mar 2027, lead: All regions}
""",
)

"""A divider: it opens a section and says what the section will show."""

from typing import Literal

from pydantic import Field

from deckloom.slide.fields import Plain, Prose, Switch
from deckloom.slide.kind import SlideKind, SlideSpec, paras
from deckloom.values.composition import Composition, Context, SectionInfo, TextPart
from deckloom.values.text import Para, rich


class SectionSlide(SlideSpec):
    """Every slide up to the next section belongs to this one."""

    kind: Literal["section"]
    name: Plain | None = Field(None, description="Short name for kicker, agenda and slide sorter; default: the title.")
    text: Prose | None = Field(None, description="What the section is about.")
    divider: Switch = Field(True, description="False groups the slides without a page of its own.")
    appendix: Switch = Field(False, description="True leaves the section out of agenda and progress.")


def compose(slide: SectionSlide, context: Context) -> tuple[Composition, ...]:
    """The section's number on its colour, the title, the text beneath."""
    section = context.section
    assert section is not None
    parts = [
        TextPart("title", (Para(slide.title),), (*context.path, "title"), "divider"),
        TextPart("section-number", (_number(section),), (*context.path, "name"), "fixed", link=context.agenda_id),
    ]
    if slide.text:
        parts.append(TextPart("text", paras(slide.text), (*context.path, "text"), "fixed"))
    layouts = (f"Section Divider {section.accent}", "Section Header")
    return (Composition(layouts, tuple(parts), furniture=frozenset({"kicker"})),)


def _number(section: SectionInfo) -> Para:
    """The section's number; an appendix counts in letters, since the agenda does not list it."""
    return Para(rich(section.sign))


KIND = SlideKind(
    name="section",
    spec=SectionSlide,
    compose=compose,
    example="""\
- kind: section
  title: The frontier converges, then reasoning pulls it apart
  name: Research
""",
)

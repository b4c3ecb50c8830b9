"""What the deck will show: its sections, each a jump to where it begins."""

from typing import Literal

from pydantic import Field

from deckloom.slide.fields import Title
from deckloom.slide.kind import SlideKind, SlideSpec
from deckloom.values.composition import Composition, Context, SectionInfo, TextPart
from deckloom.values.text import Para, RichText, plain, rich

ONE_COLUMN = 5


class AgendaSlide(SlideSpec):
    """Filled from the sections; those of the appendix are left out."""

    kind: Literal["agenda"]
    title: Title | None = Field(None, description='Default: "Agenda" in the deck\'s language.')  # type: ignore[assignment]


def compose(slide: AgendaSlide, context: Context) -> tuple[Composition, ...]:
    """The sections with their numbers in their colours, in two columns if there are more than five."""
    path = (*context.path, "title")
    title = TextPart("title", (Para(slide.title or rich(context.words["agenda"])),), path, "title")
    sections = [one for one in context.sections if not one.appendix]
    kicker = rich(context.words["agenda"]) if slide.title else None
    if len(sections) <= ONE_COLUMN:
        part = TextPart("content", _entries(sections, 1), context.path, "fixed", quiet_links=True)
        return (Composition(("Agenda", "Title and Content"), (title, part), kicker=kicker),)
    half = (len(sections) + 1) // 2
    parts = (
        title,
        TextPart("content", _entries(sections[:half], 1), context.path, "fixed", quiet_links=True),
        TextPart("content-2", _entries(sections[half:], half + 1), context.path, "fixed", quiet_links=True),
    )
    return (Composition(("Agenda - Two Columns", "Two Content"), parts, f"{len(sections)} sections", kicker=kicker),)


def _entries(sections: list[SectionInfo], start: int) -> tuple[Para, ...]:
    return tuple(para for section in sections for para in _entry(section, start))


def _entry(section: SectionInfo, start: int) -> tuple[Para, ...]:
    """The section's short name, and beneath it the claim of its title unless that is the name."""
    jump = f"#{section.slide_id}" if section.divider else None
    name = Para(
        tuple(run._replace(link=jump) for run in rich(section.name)),
        bullet="number",
        start=start,
        accent=section.accent,
    )
    claim = _unlinked(section.title)
    return (name,) if plain(claim) == section.name else (name, Para(claim, level=1))


def _unlinked(text: RichText) -> RichText:
    return tuple(run._replace(link=None) for run in text)


KIND = SlideKind(
    name="agenda",
    spec=AgendaSlide,
    compose=compose,
    example="- kind: agenda\n",
)

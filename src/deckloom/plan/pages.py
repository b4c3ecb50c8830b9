"""The pages of a slide: each composition on its layout, with its part of the title and its source line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from deckloom.plan import furniture
from deckloom.plan.place import Placement, Sizes, find_layout, place
from deckloom.plan.sourcing import credits_of, numbered_line, source_line, sources_of
from deckloom.spec.deck import Deck, Entry
from deckloom.values.composition import Composition, Context, TablePart, TextPart
from deckloom.values.facts import Facts
from deckloom.values.plan import TableItem
from deckloom.values.text import Para, Run


@dataclass(frozen=True, slots=True)
class Planning:
    """What stays the same for every slide of a deck; ``most`` is how many slides there may be in all, ``numbers`` those
    of the sources by their words."""

    deck: Deck
    facts: Facts
    setting: furniture.Setting
    most: int
    numbers: Mapping[str, Sequence[int]]


def place_pages(
    several: Sequence[Composition], entry: Entry, context: Context, planning: Planning, sizes: Sizes
) -> list[Placement] | None:
    """Every page on its layout; None if the template has no layout for one."""
    if any(find_layout(page, planning.facts) is None for page in several):
        return None
    titled = [_with_part(page, number, several, context.words) for number, page in enumerate(several)]
    placed = [_place_with_source(page, entry, context, planning, sizes) for page in titled]
    letters = {item.size for page in placed for item in page.items if isinstance(item, TableItem)}
    if len(letters) < 2:
        return placed
    # A table that goes on over several slides has letters of one size on all of them.
    same = [_with_most(page, min(letters)) for page in titled]
    return [_place_with_source(page, entry, context, planning, sizes) for page in same]


def _with_most(composition: Composition, size: int) -> Composition:
    parts = [replace(part, most=size) if isinstance(part, TablePart) else part for part in composition.parts]
    return replace(composition, parts=tuple(parts))


def _with_part(page: Composition, at: int, several: Sequence[Composition], words: Mapping[str, str]) -> Composition:
    """The page with " (2 of 3)" after its title, unless each page has a title of its own."""
    title, same = title_of(page), title_of(several[0])
    if len(several) == 1 or title is None or same is None or (at and title.paras != same.paras):
        return page
    if at == 0 and title_of(several[1]) != title:
        return page
    suffix = Run(" " + words["part"].format(n=at + 1, total=len(several)))
    longer = replace(title, paras=(Para((*title.paras[0].runs, suffix)),))
    return replace(page, parts=tuple(longer if part is title else part for part in page.parts))


def title_of(composition: Composition) -> TextPart | None:
    """The part that is the slide's title."""
    return next((one for one in composition.parts if isinstance(one, TextPart) and one.role == "title"), None)


def _place_with_source(
    composition: Composition, entry: Entry, context: Context, planning: Planning, sizes: Sizes
) -> Placement:
    """The composition with its source line: whole if it fits on one line, else as numbers of the sources slide."""
    layout = find_layout(composition, planning.facts)
    assert layout is not None
    sources, credits = sources_of(entry.spec, entry.kind.name, planning.deck.head), credits_of(entry.spec)
    line = source_line(sources, credits, context.words)
    if not line or "source" not in composition.furniture:
        return place(composition, layout, context, planning.facts, sizes)
    if "source" not in layout.slots:
        drawn = furniture.source_box(planning.facts.template)
        layout = replace(layout, slots={**layout.slots, "source": drawn})
    part = TextPart(
        "source", (Para(line),), (*context.path, "source"), "line", link=context.sources_id, quiet_links=True
    )
    placement = place(replace(composition, parts=(*composition.parts, part)), layout, context, planning.facts, sizes)
    if not placement.source_fault or context.sources_id is None:
        return placement
    short = numbered_line(sources, credits, planning.numbers, context.sources_id, context.words)
    part = replace(part, paras=(Para(short),), link=None)
    return place(replace(composition, parts=(*composition.parts, part)), layout, context, planning.facts, sizes)

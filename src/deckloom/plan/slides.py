"""One slide of the spec: composed, placed, furnished. It may take several pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from deckloom.plan import furniture
from deckloom.plan.place import Placement, find_layout, name_of_slide, place
from deckloom.plan.sourcing import credits_of, numbered_line, source_line, source_notes, sources_of
from deckloom.spec.deck import Deck, Entry
from deckloom.values.composition import Composition, Context, TablePart, TextPart
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.facts import Facts
from deckloom.values.plan import GroupItem, Item, PictureItem, Revealed, SlidePlan, TableItem, TextItem
from deckloom.values.text import Para, RichText, Run, plain, rich


@dataclass(frozen=True, slots=True)
class Planning:
    """What stays the same for every slide of a deck."""

    deck: Deck
    facts: Facts
    setting: furniture.Setting


def plan_slide(entry: Entry, context: Context, planning: Planning, findings: list[Diagnostic]) -> tuple[SlidePlan, ...]:
    """The pages of a slide, none if it does not fit; what was found is added to the findings."""
    first: list[Placement] = []
    for composition in entry.kind.compose(entry.spec, context):
        pages = _place_pages(composition, entry, context, planning)
        if pages is None:
            continue
        first = first or pages
        if all(page.ok for page in pages):
            return tuple(_finished(pages, entry, context, planning, findings))
    if first:
        findings += [one for page in first for one in page.findings]
    else:
        message = f"the template has no layout for a `{entry.kind.name}` slide"
        findings.append(error("layout-missing", message, (*context.path, "kind")))
    return ()


def _place_pages(
    composition: Composition, entry: Entry, context: Context, planning: Planning
) -> list[Placement] | None:
    """Every page of a composition on its layout; None if the template has no layout for one."""
    several = (composition, *composition.continued)
    if any(find_layout(page, planning.facts) is None for page in several):
        return None
    titled = [
        _with_part(page, composition, number, len(several), context.words) for number, page in enumerate(several, 1)
    ]
    placed = [_place_with_source(page, entry, context, planning) for page in titled]
    sizes = {item.size for page in placed for item in page.items if isinstance(item, TableItem)}
    if len(sizes) < 2:
        return placed
    # A table that goes on over several slides has letters of one size on all of them.
    return [_place_with_source(_with_most(page, min(sizes)), entry, context, planning) for page in titled]


def _with_most(composition: Composition, size: int) -> Composition:
    parts = [replace(part, most=size) if isinstance(part, TablePart) else part for part in composition.parts]
    return replace(composition, parts=tuple(parts))


def _with_part(page: Composition, first: Composition, number: int, total: int, words: Mapping[str, str]) -> Composition:
    """The page with " (2 of 3)" after its title, unless each page has a title of its own."""
    title, same = _title_of(page), _title_of(first)
    if total == 1 or title is None or same is None or (number > 1 and title.paras != same.paras):
        return page
    if number == 1 and _title_of(first.continued[0]) != title:
        return page
    suffix = Run(" " + words["part"].format(n=number, total=total))
    longer = replace(title, paras=(Para((*title.paras[0].runs, suffix)),))
    return replace(page, parts=tuple(longer if part is title else part for part in page.parts))


def _title_of(composition: Composition) -> TextPart | None:
    return next((one for one in composition.parts if isinstance(one, TextPart) and one.role == "title"), None)


def _place_with_source(composition: Composition, entry: Entry, context: Context, planning: Planning) -> Placement:
    """The composition with its source line: whole if it fits on one line, else as numbers of the sources slide."""
    layout = find_layout(composition, planning.facts)
    assert layout is not None
    sources, credits = sources_of(entry.spec, entry.kind.name, planning.deck.head), credits_of(entry.spec)
    line = source_line(sources, credits, context.words)
    if not line or "source" not in composition.furniture:
        return place(composition, layout, context, planning.facts)
    if "source" not in layout.slots:
        drawn = furniture.source_box(planning.facts.template)
        layout = replace(layout, slots={**layout.slots, "source": drawn})
    part = TextPart(
        "source", (Para(line),), (*context.path, "source"), "line", link=context.sources_id, quiet_links=True
    )
    placement = place(replace(composition, parts=(*composition.parts, part)), layout, context, planning.facts)
    if not placement.source_fault or context.sources_id is None:
        return placement
    short = numbered_line(sources, credits, context.sources, context.sources_id, context.words)
    part = replace(part, paras=(Para(short),), link=None)
    return place(replace(composition, parts=(*composition.parts, part)), layout, context, planning.facts)


def _finished(
    pages: list[Placement], entry: Entry, context: Context, planning: Planning, findings: list[Diagnostic]
) -> Iterator[SlidePlan]:
    """The pages with furniture and notes; the author's notes stay whole on the first."""
    wanted = entry.spec.build or planning.deck.head.options.build
    for number, page in enumerate(pages, 1):
        findings += page.findings
        layout, composition = page.layout, page.composition
        items = tuple(_items(entry, page, context, planning.setting))
        title = next((one for one in page.items if isinstance(one, TextItem) and one.slot.role == "title"), None)
        yield SlidePlan(
            entry.id if number == 1 else f"{entry.id}-{number}",
            plain(title.paras[0].runs) if title else plain(entry.spec.title or planning.deck.head.title),
            layout.name,
            layout.part,
            items,
            _notes(entry, page, number == 1, context, planning),
            context.path,
            entry.spec.hidden or bool(context.section and context.section.hidden),
            composition.reason,
            tuple((part.path, plain(part.para.runs)) for part in composition.notes),
            _clicks(composition, items) if wanted == "items" else (),
        )


def _clicks(composition: Composition, items: tuple[Item, ...]) -> tuple[tuple[Revealed, ...], ...]:
    """What appears at each click, by the positions of the items."""
    places = {item.slot.role: at for at, item in enumerate(items) if isinstance(item, TextItem)}
    return tuple(
        tuple(Revealed(places[one.role], one.para) for one in step if one.role in places)
        for step in composition.reveals
    )


def _notes(entry: Entry, page: Placement, first: bool, context: Context, planning: Planning) -> tuple[Para, ...]:
    """The author's notes, what the layout had no room for, and the sources' addresses."""
    author = entry.spec.notes.paras if first and entry.spec.notes else ()
    sources, credits = sources_of(entry.spec, entry.kind.name, planning.deck.head), credits_of(entry.spec)
    shown = any(isinstance(item, TextItem) and item.slot.role == "source" for item in page.items)
    moved = tuple(part.para for part in page.composition.notes)
    added = (*moved, *source_notes(sources, credits, shown, context.words))
    return (*_printed_jumps(author, context), *added)


def _printed_jumps(paras: tuple[Para, ...], context: Context) -> tuple[Para, ...]:
    """Notes cannot jump to a slide, so its number is printed: "see the gap (slide 12)"."""
    return tuple(para._replace(runs=tuple(_printed(run, context) for run in para.runs)) for para in paras)


def _printed(run: Run, context: Context) -> Run:
    if not run.link or not run.link.startswith("#"):
        return run
    name = name_of_slide(run.link[1:], context)
    return Run(f"{run.text} ({name})" if run.text else name, run.marks)


def _items(entry: Entry, page: Placement, context: Context, setting: furniture.Setting) -> Iterator[Item]:
    """The slide's items in reading order, furniture last; a progress rule or a decorative picture says nothing and lies
    beneath everything."""
    progress = tuple(furniture.progress(page.composition, context, setting))
    yield from (one for one in progress if isinstance(one, GroupItem))
    yield from sorted(page.items, key=lambda item: not (isinstance(item, PictureItem) and item.decorative))
    yield from (one for one in progress if isinstance(one, TextItem))
    yield from furniture.kicker(page.layout, _kicker_text(entry, page.composition, context), context, setting)
    yield from furniture.foot(page.layout, page.composition, context, setting)


def _kicker_text(entry: Entry, composition: Composition, context: Context) -> RichText | None:
    """The slide's own kicker, else the section's name unless it is the title already, else the kind's."""
    if "kicker" not in composition.furniture:
        return None
    if entry.spec.kicker:
        return entry.spec.kicker
    name = context.section.name if context.section else ""
    if name and (entry.spec.title is None or name != plain(entry.spec.title)):
        return rich(name)
    return composition.kicker

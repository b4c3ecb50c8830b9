"""One slide of the spec, furnished and with its notes. It may take several pages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deckloom.plan import furniture
from deckloom.plan.drafts import Draft, all_fit, settled
from deckloom.plan.pages import Planning
from deckloom.plan.place import Placement, name_of_slide
from deckloom.plan.sourcing import credits_of, source_notes, sources_of
from deckloom.spec.deck import Entry
from deckloom.values.composition import Composition, Context
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.plan import GroupItem, Item, PictureItem, Revealed, SlidePlan, TextItem
from deckloom.values.text import Para, RichText, Run, plain, rich

WAY_OUT = " or set overflow: split"


def plan_slide(
    draft: Draft, shared: Mapping[str, int], planning: Planning, findings: list[Diagnostic]
) -> tuple[SlidePlan, ...]:
    """The pages of a slide at the sizes that its siblings share, none if it does not fit; what was found is added to
    the findings."""
    pages = settled(draft, shared, planning)
    if all_fit(pages):
        return tuple(_finished(pages, draft.entry, draft.context, planning, findings))
    if pages:
        findings += [_with_way_out(one, draft) for page in pages for one in page.findings]
    else:
        message = f"the template has no layout for a `{draft.entry.kind.name}` slide"
        findings.append(error("layout-missing", message, (*draft.context.path, "kind")))
    return ()


def _with_way_out(fault: Diagnostic, draft: Draft) -> Diagnostic:
    """The fault of a list that is kept from being split says so."""
    if fault.slug != "text-too-long" or draft.overflow == "split" or draft.entry.kind.splitting is None:
        return fault
    return replace(fault, message=fault.message + WAY_OUT)


def _finished(
    pages: list[Placement], entry: Entry, context: Context, planning: Planning, findings: list[Diagnostic]
) -> Iterator[SlidePlan]:
    """The pages with furniture and notes; the author's notes stay whole on the first."""
    wanted = entry.spec.build or planning.deck.head.options.build
    for number, page in enumerate(pages, 1):
        findings += page.findings
        layout, composition = page.layout, page.composition
        items = tuple(_items(entry, page, context, planning.setting))
        findings += furniture.too_long(items, planning.facts.fonts)
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

"""A slide on its way to its size: alone first, then at the size of its siblings, split or made smaller if it must."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from deckloom.plan.measure import measure
from deckloom.plan.pages import Planning, place_pages
from deckloom.plan.place import ALONE, Placement, Sizes, find_layout, place
from deckloom.plan.policy import Need, is_body, ladder
from deckloom.plan.siblings import Vote
from deckloom.plan.splitting import LEAST, Range, divide
from deckloom.slide.kind import OverflowField, Splitting
from deckloom.spec.deck import Entry
from deckloom.values.composition import Composition, Context, Overflow, TextPart
from deckloom.values.facts import LayoutFacts, Slot
from deckloom.values.geometry import Size


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide laid out as if it stood alone: the ways that were tried, each with its pages."""

    entry: Entry
    context: Context
    ways: list[list[Placement]] = field(default_factory=list)

    @property
    def overflow(self) -> Overflow:
        """What becomes of its text if that does not fit: the slide's own word, else the deck's."""
        fields: object = self.entry.spec
        own = fields.overflow if isinstance(fields, OverflowField) else None
        return own or self.context.overflow

    @property
    def splitting(self) -> Splitting | None:
        """How it goes on over further slides, None if it may not."""
        return self.entry.kind.splitting if self.overflow == "split" else None

    @property
    def too_many(self) -> bool:
        """Whether it is to be split even if it fits."""
        return self.splitting is not None and self.splitting.count(self.entry.spec) > self.splitting.most

    def votes(self) -> Iterator[Vote]:
        """What the slide needs of each group that its texts belong to. A slide that may shrink has no say."""
        needs: dict[str, Need] = {}
        shrinks = self.overflow == "shrink" and self.entry.kind.splitting is not None
        for pages in self.ways:
            for group, need in _needs(pages).items():
                needs[group] = min(need, needs.get(group, need))
        for group, need in needs.items():
            if need.loose or not shrinks:
                yield Vote(group, need.step, need.rungs, need.loose or self.splitting is not None)


def draft_slide(entry: Entry, context: Context, planning: Planning) -> Draft:
    """The slide laid out in every way until one holds all of it at the first size."""
    draft = Draft(entry, context)
    if draft.too_many:
        return draft
    for composition in entry.kind.compose(entry.spec, context):
        pages = place_pages((composition, *composition.continued), entry, context, planning, ALONE)
        if pages is None:
            continue
        draft.ways.append(pages)
        if all_fit(pages) and not any(need.step for need in _needs(pages).values()):
            break
    return draft


def settled(draft: Draft, shared: Mapping[str, int], planning: Planning) -> list[Placement]:
    """The slide's pages at the shared sizes: whole, else split, else smaller with a warning where it may be.

    If none of these holds it, the pages that say why; empty where the template has no layout for it.
    """
    for pages in draft.ways:
        if all_fit(pages) and all(need.step == shared.get(group, 0) for page in pages for group, need in page.needs):
            return pages
    strict = Sizes(shared, strict=True)
    pages = [] if draft.too_many else _whole(draft, planning, strict)
    if pages and all_fit(pages):
        return pages
    if draft.splitting:
        pages = _split(draft, draft.splitting, planning, strict) or pages
    if all_fit(pages):
        return pages
    smaller = _whole(draft, planning, Sizes(shared))
    return smaller if all_fit(smaller) or not draft.splitting else pages


def all_fit(pages: list[Placement]) -> bool:
    """Whether every part of every page found its place."""
    return bool(pages) and all(page.ok for page in pages)


def _needs(pages: list[Placement]) -> dict[str, Need]:
    """By group what the pages need, the largest of them."""
    found: dict[str, Need] = {}
    for page in pages:
        for group, need in page.needs:
            found[group] = max(need, found.get(group, need))
    return found


def _whole(draft: Draft, planning: Planning, sizes: Sizes) -> list[Placement]:
    """The first way that holds the slide, else the first that has a layout."""
    first: list[Placement] = []
    for composition in draft.entry.kind.compose(draft.entry.spec, draft.context):
        several = (composition, *composition.continued)
        pages = place_pages(several, draft.entry, draft.context, planning, sizes)
        if pages and all_fit(pages):
            return pages
        first = first or pages or []
    return first


def _split(draft: Draft, splitting: Splitting, planning: Planning, sizes: Sizes) -> list[Placement]:
    """The slide over several of the same layout; where a part is too long for one by itself, that part."""
    count = splitting.count(draft.entry.spec)
    if count <= LEAST:
        return []
    ways = draft.entry.kind.compose(draft.entry.spec, draft.context)
    kinds = [_Parts(draft, splitting, planning, sizes, way.layouts) for way in ways]
    heights = [kinds[0].height(at) for at in range(count)]
    divided = [(parts, divide(heights, splitting.most, parts.hold)) for parts in kinds]
    whole = [(parts, ranges) for parts, ranges in divided if not isinstance(ranges, Range)]
    if not whole:
        return next((parts.fault(stuck) for parts, stuck in divided if isinstance(stuck, Range)), [])
    parts, ranges = min(whole, key=lambda one: len(one[1]))
    several = [parts.page(one, count) for one in ranges]
    return place_pages(several, draft.entry, draft.context, planning, sizes) or []


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts that a slide may be split into, all on one layout."""

    draft: Draft
    splitting: Splitting
    planning: Planning
    sizes: Sizes
    layouts: tuple[str, ...]

    def hold(self, first: int, last: int) -> bool:
        """Whether one slide holds the units, in some way."""
        return last - first < LEAST or self._way(first, last) is not None

    def page(self, part: Range, count: int) -> Composition:
        """The slide of a part that is held."""
        way = self._way(*part)
        assert way is not None
        return replace(way, reason=f"items {part.first + 1} to {part.last} of {count}; {way.reason}")

    def height(self, at: int) -> float:
        """The height of a unit in points, at the first size and in the first way: a measure to compare parts by."""
        way = self._ways(at, at + 1)[0]
        shared = self._shared(way)
        return sum(self._measured(part, shared[0].slots[part.role]) for part in shared[1]) if shared else 0.0

    def fault(self, part: Range) -> list[Placement]:
        """A part that no slide holds, with what is said of it."""
        for way in self._ways(*part):
            placed = self._body(way)
            if placed and not placed.ok:
                start = f"from item {part.first + 1} on: "
                findings = [replace(one, message=start + one.message) for one in placed.findings]
                return [replace(placed, findings=findings)]
        return []

    def _measured(self, part: TextPart, slot: Slot) -> float:
        box, sizes = Size(slot.box.w, slot.box.h), ladder("body", slot.levels)[0].sizes
        fonts = self.planning.facts.fonts
        found = measure(part.paras, slot.levels, sizes, box, slot.insets, slot.family, fonts)
        return found.height_pt + slot.levels[0].before

    def _way(self, first: int, last: int) -> Composition | None:
        found = ((way, self._body(way)) for way in self._ways(first, last) if way.layouts == self.layouts)
        return next((way for way, placed in found if placed and placed.ok), None)

    def _ways(self, first: int, last: int) -> tuple[Composition, ...]:
        entry, context = self.draft.entry, self.draft.context
        here = replace(context, first_number=context.first_number + first)
        return entry.kind.compose(self.splitting.take(entry.spec, first, last), here)

    def _body(self, way: Composition) -> Placement | None:
        """The way with only the texts that share a size, which decide whether a slide holds a part."""
        shared = self._shared(way)
        if shared is None:
            return None
        layout, parts = shared
        return place(replace(way, parts=tuple(parts)), layout, self.draft.context, self.planning.facts, self.sizes)

    def _shared(self, way: Composition) -> tuple[LayoutFacts, list[TextPart]] | None:
        layout = find_layout(way, self.planning.facts)
        if layout is None:
            return None
        texts = [part for part in way.parts if isinstance(part, TextPart) and part.role in layout.slots]
        return layout, [part for part in texts if is_body(part.fit)]

"""A composition onto a layout: every part in its placeholder, with its size and box."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import ceil
from typing import NamedTuple

from deckloom.plan import picture as pictures
from deckloom.plan.flow import draw
from deckloom.plan.policy import Need, group_of, ladder
from deckloom.plan.text import Placed, fit_text, rung_needed, steps_of
from deckloom.values.colour import TEXT_CONTRAST, contrast, text_accent
from deckloom.values.composition import (
    ChartPart,
    Composition,
    Context,
    FlowPart,
    NotesPart,
    Part,
    PicturePart,
    TableCell,
    TablePart,
    TextPart,
)
from deckloom.values.diagnostics import Diagnostic, error, warning
from deckloom.values.facts import Facts, LayoutFacts, Slot
from deckloom.values.geometry import EMU_PER_POINT, Box
from deckloom.values.plan import Colour, DrawingItem, Item, MissingItem, PictureItem, SizeStep, TextItem
from deckloom.values.text import Para, Run

MIDDLE = (0.5, 0.5)
SEAM = EMU_PER_POINT
"""Fills that meet overlap by this much, or the picture behind them shines through as a thin line."""
TONE_ACCENTS = (1, 3, 4)
"""The accents of a program's keywords, strings and numbers."""

DIGIT, NUMBER_GAP = 0.56, 0.6
"""The width of a digit, and of a full stop with the space after it, in em."""
LEAST_PICTURE = 0.5
"""A picture over a caption keeps at least this share of the room that both have."""
NEARLY = 0.8


class Sizes(NamedTuple):
    """The rung that the texts of each group share; a text that fits only below it is a fault where ``strict``."""

    shared: Mapping[str, int] = {}
    strict: bool = False


ALONE = Sizes()
"""Every text as large as it fits by itself."""


@dataclass(slots=True)
class Placement:
    """One composition placed: the layout taken, the items in reading order, and what was found.

    ``source_fault`` says that the source line is longer than its one line. ``needs`` is what each text of
    a group needs by itself, with the group.
    """

    layout: LayoutFacts
    composition: Composition
    items: list[Item] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    source_fault: bool = False
    needs: list[tuple[str, Need]] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether every part found its place."""
        return not any(one.severity == "error" for one in self.findings)


def find_layout(composition: Composition, facts: Facts) -> LayoutFacts | None:
    """The first of the wanted layouts that the template has, names compared without case."""
    layouts = facts.template.layouts
    return next((layouts[name.lower()] for name in composition.layouts if name.lower() in layouts), None)


def place(
    composition: Composition, layout: LayoutFacts, context: Context, facts: Facts, sizes: Sizes = ALONE
) -> Placement:
    """Every part on the layout. A picture that is not known, which is reported already, leaves a box that says so."""
    placement = Placement(layout, composition, findings=list(composition.findings))
    taken = frozenset(part.role for part in composition.parts)
    starts = _shared_rungs(composition, layout, facts)
    spared = _spared_heights(composition, layout, facts)
    stacked = _stacked(composition, layout, context, facts, sizes)
    for part in composition.parts:
        if isinstance(part, FlowPart):
            _place_drawing(part, layout, context, facts, placement)
            continue
        slot = layout.slots.get(part.role)
        if slot is None:
            message = f"the layout `{layout.name}` has no placeholder for `{part.role}`"
            placement.findings.append(error("slot-missing", message, part.path))
            continue
        room = stacked.get(part.role) or (_room(slot, part.spare, taken, layout) if part.spare else slot.box)
        if slot.fill and _goes_on(room, taken, layout):
            room = room._replace(h=room.h + SEAM)
        room = _in_row(part, room, spared) if spared else room
        if isinstance(part, TextPart):
            _place_text(part, slot, room, context, facts, placement, sizes, starts)
        elif isinstance(part, TablePart):
            _place_table(part, slot, room, context, facts, placement)
        elif isinstance(part, ChartPart):
            _place_chart(part, slot, room, context, facts, placement)
        elif part.ref in facts.pictures:
            _place_picture(part, slot, room, facts, placement)
        else:
            placement.items.append(MissingItem(slot.name, room, context.words["missing"], part.ref))
    _even_numbers(placement)
    return placement


def _spared_heights(composition: Composition, layout: LayoutFacts, facts: Facts) -> dict[str, int]:
    """For each row of pictures, how much of its height even the highest of them leaves empty."""
    spared: dict[str, int] = {}
    for part in composition.parts:
        if isinstance(part, PicturePart) and part.row and part.role in layout.slots:
            box, picture = layout.slots[part.role].box, facts.pictures.get(part.ref)
            left = 0 if part.cover or picture is None else box.h - pictures.contain(box, picture, part.align).box.h
            spared[part.row] = min(left, spared.get(part.row, left))
    return spared


def _in_row(part: Part, room: Box, spared: dict[str, int]) -> Box:
    """The room without what the row leaves empty, which the text beneath it moves up into."""
    if isinstance(part, PicturePart):
        return room._replace(h=room.h - spared.get(part.row, 0))
    left = spared.get(part.beneath, 0) if isinstance(part, TextPart) else 0
    return room._replace(y=room.y - left, h=room.h + left)


def _shared_rungs(composition: Composition, layout: LayoutFacts, facts: Facts) -> dict[str, int]:
    """For each group of texts, the lowest rung that one of them needs."""
    shared: dict[str, int] = {}
    for part in composition.parts:
        if isinstance(part, TextPart) and part.group and part.role in layout.slots:
            slot = layout.slots[part.role]
            rung = rung_needed(part, slot, slot.box, facts.fonts)
            shared[part.group] = max(rung, shared.get(part.group, 0))
    return shared


def _even_numbers(placement: Placement) -> None:
    """Numbers side by side all take the size that the longest of them needs."""
    roles = {part.role for part in placement.composition.parts if isinstance(part, TextPart) and part.fit == "number"}
    if len(roles) < 2:
        return
    sizes = {
        at: item.steps[0].size if item.steps else item.slot.levels[0].size
        for at, item in enumerate(placement.items)
        if isinstance(item, TextItem) and item.slot.role in roles
    }
    for at, size in sizes.items():
        item = placement.items[at]
        if isinstance(item, TextItem) and size != min(sizes.values()):
            placement.items[at] = replace(item, steps=(SizeStep(0, min(sizes.values())),))


def with_numbers(paras: tuple[Para, ...], context: Context) -> tuple[Para, ...]:
    """Links without words, such as ``[](#o1-gap)``, named after the slide they lead to: "slide 12"."""
    if all(run.text for para in paras for run in para.runs):
        return paras
    return tuple(para._replace(runs=tuple(_named(run, context) for run in para.runs)) for para in paras)


def name_of_slide(slide_id: str, context: Context) -> str:
    """What a text calls a slide: "Figure 7" where the deck numbers its pictures, else "slide 12"."""
    if slide_id in context.figures:
        return f"{context.words['figure']} {context.figures[slide_id]}"
    return f"{context.words['slide']} {context.numbers.get(slide_id, 0)}"


def _named(run: Run, context: Context) -> Run:
    if run.text or not run.link:
        return run
    return run._replace(text=name_of_slide(run.link.removeprefix("#"), context))


def _place_drawing(part: FlowPart, layout: LayoutFacts, context: Context, facts: Facts, placement: Placement) -> None:
    named = [with_numbers((Para(one.lead), Para(one.detail or ())), context) for one in part.boxes]
    boxes = tuple(
        one._replace(lead=lead.runs, detail=detail.runs or None)
        for one, (lead, detail) in zip(part.boxes, named, strict=True)
    )
    drawn = draw(replace(part, boxes=boxes), layout, context, facts)
    if isinstance(drawn, DrawingItem):
        placement.items.append(drawn)
    else:
        placement.findings.append(drawn)


def _stacked(
    composition: Composition, layout: LayoutFacts, context: Context, facts: Facts, sizes: Sizes
) -> dict[str, Box]:
    """The boxes of pictures over their captions: the caption takes the height it needs, the picture what is left."""
    texts = {part.role: part for part in composition.parts if isinstance(part, TextPart)}
    rooms: dict[str, Box] = {}
    for part in composition.parts:
        if not isinstance(part, PicturePart) or part.over not in texts:
            continue
        upper, slot = layout.slots.get(part.role), layout.slots.get(part.over)
        if upper is None or slot is None or slot.box.y < upper.box.bottom:
            continue
        caption = texts[part.over]
        caption = replace(caption, paras=with_numbers(caption.paras, context))
        gap, high = slot.box.y - upper.box.bottom, slot.box.bottom - upper.box.y
        most = high - gap - ceil(high * LEAST_PICTURE)
        fitted = _fit(caption, slot, slot.box._replace(h=most), layout, facts, sizes).fitted
        needed = min(most, ceil(fitted.height_pt * EMU_PER_POINT)) if fitted else most
        room = upper.box._replace(h=high - gap - needed)
        room = _filled(room, part, facts)
        picture = facts.pictures.get(part.ref)
        seen = pictures.contain(room, picture, part.align).box if picture and not part.cover else room
        below = seen.bottom + gap
        rooms |= {part.role: room, part.over: slot.box._replace(y=below, h=slot.box.bottom - below)}
    return rooms


def _filled(room: Box, part: PicturePart, facts: Facts) -> Box:
    """The room without what a picture that nearly fills it leaves free, so that its upper edge stays where it is."""
    picture = facts.pictures.get(part.ref)
    if picture is None or part.cover:
        return room
    landing = pictures.contain(room, picture, part.align)
    nearly = landing.box.h >= room.h * NEARLY and not landing.small
    return room._replace(h=landing.box.h) if nearly else room


def _fit(
    part: TextPart,
    slot: Slot,
    room: Box,
    layout: LayoutFacts,
    facts: Facts,
    sizes: Sizes,
    starts: Mapping[str, int] | None = None,
) -> Placed:
    if part.group:
        return fit_text(part, slot, room, facts.fonts, starts.get(part.group) if starts else None)
    group = group_of(part.fit, layout.name, slot.levels)
    strict = sizes.strict and part.fit != "caption"
    shared = sizes.shared.get(group, 0 if strict else None) if group else None
    return fit_text(part, slot, room, facts.fonts, shared, strict)


def _place_text(
    part: TextPart,
    slot: Slot,
    room: Box,
    context: Context,
    facts: Facts,
    placement: Placement,
    sizes: Sizes,
    starts: Mapping[str, int],
) -> None:
    paras = with_numbers(part.paras, context)
    part = part if paras is part.paras else replace(part, paras=paras)
    slot = numbers_hang(slot, paras)
    closes_card = slot.fill is not None and room.bottom > slot.box.bottom + SEAM
    if closes_card:  # nothing stands beneath it on the card any more, so it needs the card's own margin there
        slot = replace(slot, insets=slot.insets._replace(bottom=slot.insets.left))
    placed = _fit(part, slot, room, placement.layout, facts, sizes, starts)
    if placed.finding:
        placement.findings.append(placed.finding)
        placement.source_fault |= part.fit == "line"
    fitted = placed.fitted
    group = None if part.group else group_of(part.fit, placement.layout.name, slot.levels)
    if group:
        rungs = len(ladder(part.fit, slot.levels))
        need = Need(fitted.step if fitted else rungs, rungs, part.fit == "caption")
        placement.needs.append((group, need))
    if fitted is None:
        return
    if fitted.paras is not None:
        whole = tuple(NotesPart(para, part.path) for para in paras)
        paras, placement.composition = fitted.paras, _with_notes(placement.composition, whole)
    accent = context.section.accent if context.section else 1
    background = placement.layout.ground(slot)
    colour = text_accent(facts.template.colors, accent, background, fitted.rung.sizes[0], slot.levels[0].bold)
    colors = facts.template.colors
    placement.items.append(
        TextItem(
            slot,
            room,
            paras,
            part.path,
            colour,
            steps_of(fitted.rung, part, slot),
            slot.insets.right if closes_card and fitted.right_inset is None else fitted.right_inset,
            lines=fitted.lines,
            link=part.link,
            quiet_links=part.quiet_links or contrast(colors["hlink"], colors[background]) < TEXT_CONTRAST,
            tones=_tones(colors, background) if part.fit == "code" else (),
        )
    )


def _tones(colors: Mapping[str, str], background: str) -> tuple[Colour, ...]:
    """The colours of a program's words, all to be read at any size."""
    return (*(text_accent(colors, accent, background, 1, False) for accent in TONE_ACCENTS), Colour("tx2"))


def _with_notes(composition: Composition, notes: tuple[NotesPart, ...]) -> Composition:
    return replace(composition, notes=(*composition.notes, *notes))


def numbers_hang(slot: Slot, paras: tuple[Para, ...]) -> Slot:
    """The placeholder with room for the numbers of numbered paragraphs, which are wider than a bullet."""
    numbered = [para for para in paras if para.bullet == "number"]
    if not numbered:
        return slot
    digits = len(str(numbered[-1].start + len(numbered) - 1))
    level = numbered[0].level
    style = slot.levels[level]
    hang = round((digits * DIGIT + NUMBER_GAP) * style.size * EMU_PER_POINT)
    if hang <= -style.indent:
        return slot
    wider = style._replace(margin=style.margin + style.indent + hang, indent=-hang)
    return replace(slot, levels=(*slot.levels[:level], wider, *slot.levels[level + 1 :]))


def _place_table(part: TablePart, slot: Slot, room: Box, context: Context, facts: Facts, placement: Placement) -> None:
    from deckloom.plan.table import set_table  # most decks have no table

    def named(cell: TableCell) -> TableCell:
        return cell._replace(text=with_numbers((Para(cell.text),), context)[0].runs)

    rows = tuple(tuple(map(named, row)) for row in part.rows)
    done = set_table(replace(part, rows=rows), slot, room, facts)
    placement.findings += [done.finding] if done.finding else []
    placement.items += [done.item] if done.item else []


def _place_chart(part: ChartPart, slot: Slot, room: Box, context: Context, facts: Facts, placement: Placement) -> None:
    from deckloom.plan.chart import draw_chart  # most decks have no chart

    drawn = draw_chart(part, slot, room, facts, context.section.accent if context.section else 1)
    placement.findings += drawn.findings
    placement.items += [drawn.item] if drawn.item else []


def _place_picture(part: PicturePart, slot: Slot, room: Box, facts: Facts, placement: Placement) -> None:
    picture = facts.pictures[part.ref]
    landing = (
        pictures.cover(room, picture, part.focus or MIDDLE)
        if part.cover
        else pictures.contain(room, picture, part.align)
    )
    item = PictureItem(slot, landing.box, landing.crop, picture, part.alt, part.decorative, part.path)
    placement.items.append(item)
    if landing.small:
        message = f"`{part.ref}` has {picture.width} x {picture.height} pixels, too few to fill its place"
        placement.findings.append(warning("picture-small", message, part.path, "use a larger picture"))
    lost = pictures.most_cropped(landing.crop)
    if lost > pictures.MUCH_CROPPED and part.focus is None and not part.crops:
        message = f"`{part.ref}` loses {lost:.0%} of a side"
        placement.findings.append(warning("picture-cropped", message, part.path, "set `focus`, or `fit: contain`"))


def _goes_on(room: Box, taken: frozenset[str], layout: LayoutFacts) -> bool:
    """Whether another filled text goes on where this one ends, as on the card over a picture."""
    return any(slot.fill and slot.box.y == room.bottom for role, slot in layout.slots.items() if role in taken)


def _room(slot: Slot, spare: tuple[str, ...], taken: frozenset[str], layout: LayoutFacts) -> Box:
    """The slot's box, with the boxes of the spare roles that nothing takes."""
    box = slot.box
    for role in spare:
        if role in layout.slots and role not in taken:
            box = pictures.union(box, layout.slots[role].box)
    return box

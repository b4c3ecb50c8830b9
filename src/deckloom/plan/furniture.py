"""What stands around the content: kicker, source line, progress rule, deck name, number."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from deckloom.plan.measure import measure
from deckloom.values.colour import text_accent
from deckloom.values.composition import Composition, Context, SectionInfo
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.facts import DRAWN, Fonts, LayoutFacts, LevelStyle, Slot, TemplateFacts
from deckloom.values.geometry import EMU_PER_POINT, Box, Insets, Size, inches
from deckloom.values.plan import Colour, GroupItem, Item, NumberItem, Rule, RunLook, TextItem
from deckloom.values.text import ACCENT, BOLD, Para, RichText, Run, rich

KICKER_SIZE, KICKER_SPACING = 12, 40
FOOT_SIZE = 10
WIDEST = 1.4
"""No character of any font is wider than this many em: a short line needs no measuring."""
SECONDARY = Colour("tx2")

RULE_X, RULE_Y, RULE_W, RULE_H, RULE_GAP = 0.625, 6.9175, 12 + 1 / 12, 0.035, 0.0625
SEGMENTS_MOST = 60
"""Of more sections the segments would be mere dots, and a deck of as many slides as sections would be drawn of them."""
SOURCE_Y, SOURCE_W, SOURCE_H = 6.5, 11.0556, 0.25
NAMES_Y, BETWEEN = 6.75, "  |  "
QUIET = Colour("bg2", lum_mod=90)
PAGE = Size(12_192_000, 6_858_000)


@dataclass(frozen=True, slots=True)
class Setting:
    """What furniture needs to know of the deck."""

    template: TemplateFacts
    name: RichText
    progress: Literal["bar", "names", "none"]
    numbers: bool
    footer: RichText | None


def source_box(template: TemplateFacts) -> Slot:
    """The place of the source line on a layout without a placeholder for it, as the standard layouts are: a text box
    directly above the foot."""
    return _drawn_line("Source", SOURCE_Y, template)


def _drawn_line(name: str, top: float, template: TemplateFacts) -> Slot:
    """A text box for one line of small print, ``top`` inches from the upper edge of a slide 7.5 in high."""
    page = template.page
    box = Box(_across(RULE_X, page), _down(top, page), _across(SOURCE_W, page), _down(SOURCE_H, page))
    size = round(FOOT_SIZE * page.h / PAGE.h)
    level = LevelStyle(size, False, False, 100, 0, 0, 0, 0, None, SECONDARY.scheme)
    return Slot(name.lower(), None, DRAWN, name, box, Insets(), "ctr", "text", template.minor, (level,) * 9)


def kicker(layout: LayoutFacts, text: RichText | None, context: Context, setting: Setting) -> Iterator[TextItem]:
    """The section's name in the footer placeholder, so that it survives a change of template.

    Its look is written on the run: LibreOffice drops what a plain footer inherits.
    """
    slot = layout.slots.get("footer")
    if slot is None or not text:
        return
    own = slot.levels[0].color
    if layout.background == "bg1":
        accent = context.section.accent if context.section else 1
        colour = text_accent(setting.template.colors, accent, "bg1", KICKER_SIZE, True)
    else:
        colour = Colour(own)
    look = RunLook(_scaled(KICKER_SIZE, setting), True, colour, KICKER_SPACING)
    path, back = (*context.path, "kicker"), context.agenda_id if context.section else None
    yield TextItem(slot, slot.box, (Para(text),), path, colour, look=look, inherit=True, lines=1, link=back)


def foot(layout: LayoutFacts, composition: Composition, context: Context, setting: Setting) -> Iterator[Item]:
    """Deck name and number, where the composition wants them."""
    name = layout.slots.get("date")
    if name and "name" in composition.furniture:
        look = RunLook(_scaled(FOOT_SIZE, setting), False, SECONDARY)
        text = setting.footer or setting.name
        path = ("options", "footer") if setting.footer else ("name",)
        yield TextItem(name, name.box, (Para(text),), path, SECONDARY, look=look, inherit=True, lines=1)
    number = layout.slots.get("page-number")
    if number and setting.numbers and "number" in composition.furniture:
        yield NumberItem(number, number.box, inherit=number.fill is None)


def too_long(items: Iterable[Item], fonts: Fonts) -> Iterator[Diagnostic]:
    """Kickers and footers that are longer than their one line. Nothing else here comes from the author's pen."""
    for item in items:
        if isinstance(item, TextItem) and item.look and not _on_one_line(item, item.look, fonts):
            words = "kicker" if item.slot.role == "footer" else "text at the foot"
            message = f"the {words} is longer than one line at {item.look.size} pt"
            yield error("text-too-long", message, item.path, "shorten it to a few words")


def _on_one_line(item: TextItem, look: RunLook, fonts: Fonts) -> bool:
    letters = sum(len(run.text) for para in item.paras for run in para.runs)
    spaced = round(letters * look.spacing / 100 * EMU_PER_POINT)
    if letters * look.size * EMU_PER_POINT + spaced < item.box.w / WIDEST:
        return True
    level = item.slot.levels[0]._replace(size=look.size, bold=look.bold)
    room = Size(item.box.w - spaced, item.box.h)
    measured = measure(item.paras, (level,), None, room, item.slot.insets, item.slot.family, fonts)
    return measured.line_count == 1 and not measured.overlong


def progress(composition: Composition, context: Context, setting: Setting) -> Iterator[Item]:
    """Where in the deck the slide stands. Slides outside the sections, and of the appendix, have none."""
    section, sections = context.section, [one for one in context.sections if not one.appendix]
    if section not in sections or "progress" not in composition.furniture:
        return
    if setting.progress == "bar":
        yield _segments(section, sections, setting.template.page)
    elif setting.progress == "names":
        yield _names(section, sections, setting)


def _names(section: SectionInfo, sections: list[SectionInfo], setting: Setting) -> TextItem:
    """The sections' names on one line above the foot, the current one bold and in its colour."""
    accent = text_accent(setting.template.colors, section.accent, "bg1", FOOT_SIZE, True)
    runs: list[Run] = []
    for at, one in enumerate(sections):
        runs += [Run(BETWEEN)] if at else []
        runs.append(Run(one.name, BOLD | ACCENT if one is section else 0))
    slot = _drawn_line("Progress", NAMES_Y, setting.template)
    return TextItem(slot, slot.box, (Para(tuple(runs)),), ("options", "progress"), accent, lines=1)


def names_fit(sections: Sequence[SectionInfo], template: TemplateFacts, fonts: Fonts) -> bool:
    """Whether the names of all sections stand on one line, even if the longest is the bold one."""
    names = [one.name for one in sections if not one.appendix]
    slot = _drawn_line("Progress", NAMES_Y, template)
    line = Para(rich(BETWEEN.join(names), BOLD))
    return (
        measure([line], slot.levels, None, Size(slot.box.w, slot.box.h), slot.insets, slot.family, fonts).line_count
        == 1
    )


def _segments(section: SectionInfo, sections: list[SectionInfo], page: Size) -> GroupItem:
    """One segment a section, the current one in its colour; of very many, only the current one on a plain rule."""
    count = len(sections)
    x, y = _across(RULE_X, page), _down(RULE_Y, page)
    w, h, gap = _across(RULE_W, page), _down(RULE_H, page), _across(RULE_GAP, page)
    if count > SEGMENTS_MOST:
        at, long = sections.index(section), w // SEGMENTS_MOST
        here = Box(x + (w - long) * at // (count - 1), y, long, h)
        both = (Rule(Box(x, y, w, h), QUIET), Rule(here, Colour(f"accent{section.accent}")))
        return GroupItem("Progress", both[0].box, both)
    wide = (w - gap * (count - 1)) // count
    rules = tuple(
        Rule(
            Box(x + at * (wide + gap), y, wide, h),
            Colour(f"accent{one.accent}") if one is section else QUIET,
        )
        for at, one in enumerate(sections)
    )
    return GroupItem("Progress", Box(x, y, rules[-1].box.right - x, h), rules)


def _scaled(size: int, setting: Setting) -> int:
    return round(size * setting.template.page.h / PAGE.h)


def _across(value: float, page: Size) -> int:
    return round(inches(value) * page.w / PAGE.w)


def _down(value: float, page: Size) -> int:
    return round(inches(value) * page.h / PAGE.h)

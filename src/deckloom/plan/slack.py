"""How every text of a plan stands in its box."""

from collections.abc import Iterator, Sequence
from unicodedata import category, east_asian_width

from deckloom.plan.breaks import has_right_to_left, is_uncertain
from deckloom.plan.measure import CODE_FAMILY, LINE_HEIGHT, measure, style_at
from deckloom.values.facts import RIGHT_TO_LEFT_FAMILY, Face, Fonts, LevelStyle
from deckloom.values.geometry import Size, points
from deckloom.values.plan import DeckPlan, FitRow, TextItem
from deckloom.values.text import BOLD, CODE, ITALIC, Para, plain

_NO_ADVANCE = {"Mn", "Me", "Cf", "Cc"}


def fit_rows(plan: DeckPlan, fonts: Fonts) -> Iterator[FitRow]:
    """A row for every text, in slide order and reading order."""
    for number, slide in enumerate(plan.slides, 1):
        for item in slide.items:
            if isinstance(item, TextItem):
                yield _row(number, item, fonts)


def _row(number: int, item: TextItem, fonts: Fonts) -> FitRow:
    slot, levels = item.slot, _levels(item)
    insets = slot.insets if item.right_inset is None else slot.insets._replace(right=item.right_inset)
    measured = measure(item.paras, levels, None, Size(item.box.w, item.box.h), insets, slot.family, fonts)
    used = [style_at(levels, para.level) for para in item.paras]
    last = used[-1]
    slack = (points(item.box.h) - measured.height_pt) / (LINE_HEIGHT * last.size * last.line_pct / 100)
    known = is_known(item.paras, levels, slot.family, fonts)
    return FitRow(
        number,
        slot.name,
        item.path,
        measured.line_count,
        max(style.size for style in used),
        round(slack, 1),
        "known" if known else "estimated",
    )


def _levels(item: TextItem) -> tuple[LevelStyle, ...]:
    """The placeholder's levels at the sizes that are written."""
    sizes = {step.level: step.size for step in item.steps}
    if item.look:
        sizes = dict.fromkeys(range(len(item.slot.levels)), item.look.size)
    return tuple(level._replace(size=sizes.get(at, level.size)) for at, level in enumerate(item.slot.levels))


def is_known(paras: Sequence[Para], levels: Sequence[LevelStyle], family: str, fonts: Fonts) -> bool:
    """Whether the widths of all letters are known, so that the text is sure to take no more lines than measured."""
    return all(_is_known(para, style_at(levels, para.level), family, fonts) for para in paras)


def _is_known(para: Para, style: LevelStyle, family: str, fonts: Fonts) -> bool:
    """Whether every letter has a width of its own in its face, or is as wide as it is high."""
    text = plain(para.runs)
    if not text.isascii() and is_uncertain(text):
        return False
    for run in para.runs:
        marks = run.marks
        name = CODE_FAMILY if marks & CODE else family
        face = Face(name, style.bold or bool(marks & BOLD), style.italic or bool(marks & ITALIC))
        if not _has_all(run.text, face, fonts):
            return False
    return True


def _has_all(text: str, face: Face, fonts: Fonts) -> bool:
    own, named = fonts.face(face), fonts.face(face._replace(family=RIGHT_TO_LEFT_FAMILY))
    for letter in set(text):
        widths = named.widths if has_right_to_left(letter) else own.widths
        if letter not in widths and not _is_square(letter):
            return False
    return own.factor == 1


def _is_square(letter: str) -> bool:
    """Whether the letter is one of an East Asian script; marks take no room at all."""
    return category(letter) in _NO_ADVANCE or (east_asian_width(letter) in "WF" and category(letter)[0] in "LP")

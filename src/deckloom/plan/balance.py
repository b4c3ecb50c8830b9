"""Titles in lines of like length, last lines of more than a word, and how much of a text is too much."""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckloom.plan.measure import (
    LINE_HEIGHT,
    ROUNDING,
    SURE,
    Lines,
    Measured,
    Prepared,
    broken,
    size_at,
    style_at,
)
from deckloom.values.facts import LevelStyle
from deckloom.values.geometry import EMU_PER_POINT, Insets, Size, points

# The share of the narrowest width that is given back, so that a program which sets a little wider adds no line.
GIVEN_BACK = 0.03
# The largest share of the box's width that an inset takes.
MOST_INSET = 0.5
# How often the width is given back once more to keep a line from ending at a hyphen within a word.
HYPHEN_TRIES = 8
# A last line of one word is a widow below this share of the width; the box is narrowed by at most so many per cent.
WIDOW = 0.15
WIDOW_TRIES = 15


class Overrun(NamedTuple):
    """How far a text is over its box: the lines that the box holds, and the characters past them in whole words."""

    held: int
    chars: int


def balanced_inset(
    prepared: Sequence[Prepared],
    levels: Sequence[LevelStyle],
    sizes: Sequence[int] | None,
    box: Size,
    insets: Insets,
) -> int:
    """The EMU to add to the right inset so that the lines become about equally long, without one line more.

    It is found by halving: the narrowest text area in which every paragraph keeps its lines and no word is wider than
    its line, widened by ``GIVEN_BACK``. Where a line would end at a hyphen within a word ("open-/source") and a little
    wider none does, that is taken. 0 for a single line; never over ``MOST_INSET`` of the box.
    """
    width = box.w - insets.left - insets.right
    wanted = _shape(prepared, levels, sizes, width)
    if width < 1 or max((lines for lines, _ in wanted), default=0) < 2:
        return 0
    low, high = 0, width
    while high - low > EMU_PER_POINT:
        middle = (low + high) // 2
        if _shape(prepared, levels, sizes, middle) == wanted:
            high = middle
        else:
            low = middle
    widths = [min(width, round(high * (1 + GIVEN_BACK) ** steps)) for steps in range(1, HYPHEN_TRIES)]
    kept = next((one for one in widths if not _ends_in_hyphen(prepared, levels, sizes, one)), widths[0])
    return min(width - kept, int(box.w * MOST_INSET))


def widow_inset(
    prepared: Sequence[Prepared],
    levels: Sequence[LevelStyle],
    sizes: Sequence[int] | None,
    box: Size,
    insets: Insets,
    measured: Measured,
) -> int:
    """The EMU to add to the right inset so that no paragraph ends in a line of one word under ``WIDOW`` of the width.

    The narrowing is the least that rids the text of the most such words and keeps every paragraph's lines; 0 where none
    does.
    """
    if all(share >= 2 * WIDOW or lines == 1 for share, lines in zip(measured.last_shares, measured.lines, strict=True)):
        return 0  # a word may still come up from the line before in a program that fills lines further
    width = box.w - insets.left - insets.right
    wanted = _shape(prepared, levels, sizes, width)
    best, left = width, _widows(prepared, levels, sizes, width)
    for step in range(1, WIDOW_TRIES + 1):
        narrower = width - width * step // 100
        if left == 0 or _shape(prepared, levels, sizes, narrower) != wanted:
            break
        found = _widows(prepared, levels, sizes, narrower)
        if found < left:
            best, left = narrower, found
    return width - best


def overrun(
    prepared: Sequence[Prepared],
    levels: Sequence[LevelStyle],
    sizes: Sequence[int] | None,
    box: Size,
    insets: Insets,
    max_lines: int | None = None,
) -> Overrun:
    """What is past the box's lower edge, or past its lines if they are limited; counted from the start of the first
    line over it."""
    width = box.w - insets.left - insets.right
    room = points(box.h - insets.top - insets.bottom) + ROUNDING
    left = sys.maxsize if max_lines is None else max_lines
    held = cut = 0
    for index, para in enumerate(prepared):
        style, size = style_at(levels, para.level), size_at(levels, sizes, para.level)
        room -= style.before if index else 0
        pitch = LINE_HEIGHT * size * style.line_pct / 100
        lines = broken(para, style, size, width)
        fit = max(0, min(left, int(room // pitch)))
        held += min(fit, lines.total)
        cut += _past(para, lines, fit)
        room -= lines.total * pitch + style.after
        left -= lines.total
    return Overrun(held, cut)


def _past(para: Prepared, lines: Lines, held: int) -> int:
    """The characters of a paragraph past the lines that the box holds; of a word that takes several, the whole."""
    if held >= lines.total:
        return 0
    first = lines.firsts[min(held, len(lines.firsts) - 1)]
    return len(para.text) - para.chunk(first)[0]


def _shape(
    prepared: Sequence[Prepared], levels: Sequence[LevelStyle], sizes: Sequence[int] | None, width: int
) -> list[tuple[int, int]]:
    """Of each paragraph, the lines and the words wider than their line."""
    shape = []
    for para in prepared:
        lines = broken(para, style_at(levels, para.level), size_at(levels, sizes, para.level), width)
        shape.append((lines.total, len(lines.overlong)))
    return shape


def _lines(
    prepared: Sequence[Prepared], levels: Sequence[LevelStyle], sizes: Sequence[int] | None, width: int
) -> Iterator[tuple[Prepared, Lines]]:
    for para in prepared:
        yield para, broken(para, style_at(levels, para.level), size_at(levels, sizes, para.level), width)


def _ends_in_hyphen(
    prepared: Sequence[Prepared], levels: Sequence[LevelStyle], sizes: Sequence[int] | None, width: int
) -> bool:
    """Whether a line ends within a word, in a program that fills lines as carefully as we do or to the full width."""
    return any(
        not para.text[: para.chunk(first)[0]].endswith(" ")
        for area in (width, round(width * 1000 / SURE))
        for para, lines in _lines(prepared, levels, sizes, area)
        for first in lines.firsts[1:]
    )


def _widows(prepared: Sequence[Prepared], levels: Sequence[LevelStyle], sizes: Sequence[int] | None, width: int) -> int:
    """How many paragraphs end in a line of one short word, in a program that fills lines to our width or to its own."""
    found = [
        [_ends_in_widow(para, lines) for para, lines in _lines(prepared, levels, sizes, area)]
        for area in (width, round(width * 1000 / SURE))
    ]
    return sum(map(any, zip(*found, strict=True)))


def _ends_in_widow(para: Prepared, lines: Lines) -> bool:
    return lines.total > 1 and lines.last_share < WIDOW and lines.firsts[-1] == len(para.ends) - 1

"""Titles in lines of like length, and how much of a text is too much."""

import sys
from collections.abc import Sequence

from deckloom.plan.measure import LINE_HEIGHT, ROUNDING, Lines, Prepared, broken, size_at, style_at
from deckloom.values.facts import LevelStyle
from deckloom.values.geometry import EMU_PER_POINT, Insets, Size, points

# The share of the narrowest width that is given back, so that a program which sets a little wider adds no line.
GIVEN_BACK = 0.03
# The largest share of the box's width that an inset takes.
MOST_INSET = 0.5


def balanced_inset(
    prepared: Sequence[Prepared],
    levels: Sequence[LevelStyle],
    sizes: Sequence[int] | None,
    box: Size,
    insets: Insets,
) -> int:
    """The EMU to add to the right inset so that the lines become about equally long, without one line more.

    It is found by halving: the narrowest text area in which every paragraph keeps its lines and no word is wider than
    its line, widened by ``GIVEN_BACK``. 0 for a single line; never over ``MOST_INSET`` of the box.
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
    kept = min(width, round(high * (1 + GIVEN_BACK)))
    return min(width - kept, int(box.w * MOST_INSET))


def cut_chars(
    prepared: Sequence[Prepared],
    levels: Sequence[LevelStyle],
    sizes: Sequence[int] | None,
    box: Size,
    insets: Insets,
    max_lines: int | None = None,
) -> int:
    """How many characters are past the box's lower edge, or past its lines if they are limited.

    Counted from the start of the first line over it, so in whole words. 0 for a text that fits.
    """
    width = box.w - insets.left - insets.right
    room = points(box.h - insets.top - insets.bottom) + ROUNDING
    left = sys.maxsize if max_lines is None else max_lines
    cut = 0
    for index, para in enumerate(prepared):
        style, size = style_at(levels, para.level), size_at(levels, sizes, para.level)
        room -= style.before if index else 0
        pitch = LINE_HEIGHT * size * style.line_pct / 100
        lines = broken(para, style, size, width)
        cut += _past(para, lines, max(0, min(left, int(room // pitch))))
        room -= lines.total * pitch + style.after
        left -= lines.total
    return cut


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

"""The page's grid. Lengths are inches from the top left corner of a page of 13.333 by 7.5."""

from typing import NamedTuple

from deckloom.values.geometry import Box, Size, inches

PAGE = Size(12_192_000, 6_858_000)
PAGE_W, PAGE_H = PAGE.w / 914_400, 7.5

COLUMNS = 12
LEFT = 0.625
COLUMN = 7 / 9
GUTTER = 0.25
PITCH = COLUMN + GUTTER
WIDTH = COLUMNS * PITCH - GUTTER
RIGHT = LEFT + WIDTH

KICKER_TOP, FURNITURE_H = 0.40, 0.25
TITLE_TOP, TITLE_H = 0.6875, 1.0625
BODY_TOP, BODY_H = 1.875, 4.5
BODY_END = BODY_TOP + BODY_H
SOURCE_TOP = 6.5
FOOT_TOP = 7.0

RULE = 0.03
"""The thickness of the rule over a card or a column."""
HAIRLINE = 0.0104


class Area(NamedTuple):
    """A rectangle in inches."""

    x: float
    y: float
    w: float
    h: float

    @property
    def box(self) -> Box:
        """The same in EMU; the edges are rounded, so that neighbours stay neighbours."""
        left, top = inches(self.x), inches(self.y)
        return Box(left, top, inches(self.x + self.w) - left, inches(self.y + self.h) - top)


def x(column: float) -> float:
    """Where a column begins; columns count from 0."""
    return LEFT + PITCH * column


def w(columns: float) -> float:
    """The width of that many columns with the gutters between them."""
    return PITCH * columns - GUTTER


def shares(count: int) -> list[tuple[float, float]]:
    """Left edge and width of equal shares of the content's width, a gutter apart."""
    width = (WIDTH - GUTTER * (count - 1)) / count
    return [(LEFT + at * (width + GUTTER), width) for at in range(count)]


BODY = Area(LEFT, BODY_TOP, WIDTH, BODY_H)

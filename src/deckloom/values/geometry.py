"""Lengths and boxes. One unit everywhere: the EMU of Office Open XML (914,400 to the inch, 12,700 to the point)."""

from typing import NamedTuple

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700


def inches(value: float) -> int:
    """The length in EMU, rounded to the nearest whole one."""
    return round(value * EMU_PER_INCH)


def points(emu: int) -> float:
    """The length in points."""
    return emu / EMU_PER_POINT


class Size(NamedTuple):
    """A width and a height in EMU."""

    w: int
    h: int


class Box(NamedTuple):
    """A rectangle in EMU from the slide's top left corner."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        return self.x + self.w

    @property
    def bottom(self) -> int:
        return self.y + self.h

    def within(self, other: "Box") -> bool:
        """Whether no part of it lies outside the other."""
        return other.x <= self.x and other.y <= self.y and self.right <= other.right and self.bottom <= other.bottom


class Insets(NamedTuple):
    """The space in EMU between a text box's edge and its text."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


class Crop(NamedTuple):
    """The shares of a picture's sides that are cut away, each from 0 to 1."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

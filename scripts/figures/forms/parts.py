"""Pieces that several forms share, so that a card is the same card everywhere."""

from collections.abc import Callable

from scripts.figures.canvas import Canvas, block_height
from scripts.figures.figure import Figure
from scripts.figures.style import BODY, HEAVY, INK, NOTE, PANEL, RULE_WEIGHT, SOFT, WHITE

Drawing = Callable[[Canvas, Figure], None]


def card(c: Canvas, x: float, y: float, w: float, h: float, rule: str = INK) -> None:
    c.rect(x, y, w, h, PANEL)
    c.rect(x, y, w, RULE_WEIGHT, rule)


def chevron(c: Canvas, x: float, y: float, size: float, colour: str = SOFT, down: bool = False) -> None:
    """An open arrow-head, centred on x, y."""
    a, b = size / 4, size / 2
    points = [(x - a, y - b), (x + a, y), (x - a, y + b)]
    if down:
        points = [(x - b, y - a), (x, y + a), (x + b, y - a)]
    c.polyline(points, colour, HEAVY)


def note(c: Canvas, x: float, y: float, text: str, anchor: str = "start", colour: str = SOFT) -> None:
    c.text(x, y, text, NOTE, False, colour, anchor)


def span(c: Canvas, x: float, top: float, bottom: float, colour: str) -> None:
    """A dimension line with a head at each end."""
    middle = (top + bottom) / 2
    c.arrow((x, middle + 1), (x, top), colour)
    c.arrow((x, middle), (x, bottom), colour)


def filled(
    c: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    text: str,
    fill: str = INK,
    colour: str = WHITE,
    size: float = BODY,
    bold: bool = True,
) -> None:
    """A solid box with one centred line of type."""
    c.rect(x, y, w, h, fill)
    c.text(x + w / 2, y + (h - block_height(1, size, bold)) / 2, text, size, bold, colour, "middle")

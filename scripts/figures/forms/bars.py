"""Bars: lengths that stand for stated numbers, and for nothing else."""

from scripts.figures.canvas import Canvas
from scripts.figures.figure import Figure
from scripts.figures.forms.parts import Drawing
from scripts.figures.style import (
    BODY,
    HAIRLINE,
    HEAD,
    HEAVY,
    INK,
    LABEL,
    LEAD,
    NEUTRAL,
    NOTE,
    SOFT,
    STROKE,
    WHITE,
)

UNIT, SEAM = 18.5, 2.5


def tower(c: Canvas, x: float, w: float, base: float, count: int, colour: str) -> float:
    """Equal blocks, one for each unit; returns the top."""
    for i in range(count):
        c.rect(x, base - (i + 1) * (UNIT + SEAM) + SEAM, w, UNIT, colour)
    return base - count * (UNIT + SEAM)


def open_top(c: Canvas, x: float, w: float, top: float, colour: str) -> None:
    """Dashed, unfinished: the number is a lower bound."""
    c.polyline([(x + 1, top), (x + 1, top - 11), (x + w - 1, top - 11), (x + w - 1, top)], colour, 1.5, "5 4")


def unit_towers(c: Canvas, f: Figure) -> None:
    left, right, w, base = 322.0, 456.0, 104.0, 292.0
    count = int(f.say("units"))
    c.text(left - 12, 6, f.say("key"), NOTE, True, SOFT)
    top = tower(c, left, w, base, count, f.accent.fill)
    c.text(left + w / 2, top - 31, f.say("leader value"), LEAD, True, f.accent.text, "middle")
    open_top(c, left, w, top, f.accent.fill)
    low = tower(c, right, w, base, 1, NEUTRAL)
    c.text(right + w / 2, low - 19, f.say("peer value"), LEAD, True, INK, "middle")
    c.line(left - 12, base + 1, right + w + 12, base + 1, SOFT, HAIRLINE)
    c.text(left + w / 2, base + 12, f.say("leader"), LABEL, True, INK, "middle")
    c.text(right + w / 2, base + 12, f.say("peers"), LABEL, False, INK, "middle")
    unit_words(c, f)


def unit_words(c: Canvas, f: Figure) -> None:
    c.text(12, 40, f.say("number"), 108, True, f.accent.fill)
    y = c.block(12, 144, 240, f.say("claim"), LEAD, False, INK)
    c.rect(12, y + 34, 40, 2.25, INK)
    c.text(12, y + 54, f.say("standout"), LEAD, True, INK)
    c.block(12, y + 78, 240, f.say("standout line"), BODY, False, SOFT)


def months(c: Canvas, f: Figure) -> None:
    """Two spans on one time scale, and the difference between them drawn where it lies."""
    zero, unit, h = 200.0, 10.2, 62.0
    c.text(zero, 8, f.say("measure"), LABEL, True, SOFT)
    colours = (NEUTRAL, f.accent.fill)
    for i, (name, count, value) in enumerate(f.rows("bars")):
        y = 40.0 + i * 86
        length = int(count) * unit
        c.rect(zero, y, length, h, colours[i])
        c.block(12, y + h / 2 - 7, zero - 24, name, LEAD, i == 1, INK)
        c.text(zero + length - 16, y + h / 2 - 8.5, value, HEAD, True, WHITE, "end")
    c.line(zero, 32, zero, 196, INK, STROKE)
    last, first = (zero + int(row[1]) * unit for row in f.rows("bars"))
    y = 157.0
    c.line(last, 106, last, y + 16, SOFT, STROKE, "5 4")
    c.arrow((last - 1, y + 14), (first + 8, y + 14), f.accent.fill, HEAVY)
    c.text((first + last) / 2 + 4, y - 16, f.say("sooner"), HEAD, True, f.accent.text, "middle")
    c.text(zero, 224, f.say("data"), NOTE, False, SOFT)


VARIANTS: dict[str, Drawing] = {"unit towers": unit_towers, "months": months}

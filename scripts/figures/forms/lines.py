"""Schematic lines: rivals rise to meet a leader, and the leader leaves again. Nothing is measured."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from scripts.figures.canvas import Canvas, Point
from scripts.figures.figure import Figure
from scripts.figures.forms.parts import Drawing, note, span
from scripts.figures.style import BODY, DISPLAY, GREY, HEAVY, INK, LABEL, NOTE, SOFT, STROKE, tint

STEPS = 120
TURN = 0.66
RIVALS = ((0.31, 0.026, 3.9), (0.21, 0.046, 4.1), (0.11, 0.066, 4.3), (0.02, 0.086, 4.5))
LEFT, RIGHT, TOP, BOTTOM = 14.0, 446.0, 34.0, 276.0

Curve = Callable[[float], float]


@dataclass(frozen=True)
class Plot:
    """Maps the unit square onto the paper; both pictures use the same one, so that they flip in place."""

    def at(self, u: float, v: float) -> Point:
        return LEFT + u * (RIGHT - LEFT), BOTTOM - v * (BOTTOM - TOP)

    def curve(self, f: Curve) -> list[Point]:
        return [self.at(i / STEPS, f(i / STEPS)) for i in range(STEPS + 1)]


PLOT = Plot()


def leader(u: float) -> float:
    return 0.62 + 0.11 * u


def lifted(u: float) -> float:
    past = max(0.0, (u - TURN) / (1 - TURN))
    return leader(u) + 0.26 * math.pow(past, 1.5)


def rival(start: float, gap: float, pace: float) -> Curve:
    """Starts low, ends `gap` below the leader."""
    first = leader(0) - start

    def value(u: float) -> float:
        return leader(u) - gap - (first - gap) * (math.exp(-pace * u) - math.exp(-pace) * u)

    return value


def axes(c: Canvas, f: Figure) -> None:
    c.line(LEFT, TOP - 8, LEFT, BOTTOM, SOFT, 1)
    c.line(LEFT, BOTTOM, RIGHT + 24, BOTTOM, SOFT, 1)
    c.text(LEFT, 6, f.say("up"), NOTE, False, SOFT)
    c.text(RIGHT + 24, BOTTOM + 10, f.say("along"), NOTE, False, SOFT, "end")
    note(c, LEFT, c.height - 20, f.say("note"))


def rivals(c: Canvas) -> None:
    for start, gap, pace in RIVALS:
        c.polyline(PLOT.curve(rival(start, gap, pace)), GREY, 2.25)


def wedge(c: Canvas, colour: str, end: float = 1.0) -> None:
    """The space between the leader and the field."""
    low = rival(*RIVALS[0])
    us = [end * i / STEPS for i in range(STEPS + 1)]
    c.polygon([PLOT.at(u, leader(u)) for u in us] + [PLOT.at(u, low(u)) for u in reversed(us)], colour)


def gap_label(c: Canvas, f: Figure) -> None:
    u = 0.05
    x, top = PLOT.at(u, leader(u))
    low = PLOT.at(u, rival(*RIVALS[0])(u))[1]
    span(c, x, top + 3, low - 2, SOFT)
    c.text(x + 10, (top + low) / 2 - 9, f.say("gap"), LABEL, True, SOFT)


def lead_line(c: Canvas, curve: Curve, colour: str) -> Point:
    points = PLOT.curve(curve)
    c.polyline(points, colour, 4)
    c.circle(*points[-1], 5.5, colour)
    return points[-1]


def rival_label(c: Canvas, f: Figure) -> None:
    y = PLOT.at(1, leader(1) - 0.07)[1]
    c.text(RIGHT + 16, y, f.say("rivals"), BODY, True, SOFT)


def converge(c: Canvas, f: Figure) -> None:
    wedge(c, tint(f.accent.fill, 0.10))
    axes(c, f)
    rivals(c)
    gap_label(c, f)
    x, y = lead_line(c, leader, f.accent.fill)
    c.text(x + 16, y - 16, f.say("leader"), BODY, True, f.accent.text)
    rival_label(c, f)
    here, low = PLOT.at(0.84, leader(0.84) - 0.16)
    c.text(here, low + 16, f.say("closed"), BODY, True, INK, "middle")
    c.line(here, low + 10, here, low - 12, INK, STROKE)


def lift(c: Canvas, f: Figure) -> None:
    axes(c, f)
    rivals(c)
    x, y = PLOT.at(TURN, leader(TURN))
    c.line(x, TOP - 8, x, BOTTOM, f.accent.fill, STROKE, "5 4")
    end_x, end_y = lead_line(c, lifted, f.accent.fill)
    c.circle(x, y, 5.5, "#FFFFFF", f.accent.fill, HEAVY)
    c.text(x - 12, TOP - 8, f.say("event"), DISPLAY, True, f.accent.text, "end")
    for i, cause in enumerate(f.each("causes")):
        c.text(x - 12, TOP + 27 + 22 * i, cause, BODY, False, INK, "end")
    c.text(end_x + 16, end_y - 6, f.say("leader"), BODY, True, f.accent.text)
    rival_label(c, f)


VARIANTS: dict[str, Drawing] = {"converge": converge, "lift off": lift}

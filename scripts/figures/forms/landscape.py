"""The full-bleed timeline: a power line at dusk whose three pylons are the three dates."""

import math
from itertools import pairwise

from scripts.figures.canvas import Canvas, Point, num
from scripts.figures.figure import Figure
from scripts.figures.style import HAIRLINE, INK, LEAD, WHITE, mix

SKY = ((0.0, INK), (0.32, "#123A50"), (0.56, "#2B7F74"), (0.74, "#E6B877"), (0.82, "#F6DCA8"))
FAR, MIDDLE, NEAR = "#3E7F79", "#1E5560", "#122F45"
STEEL = "#0B1526"
SUN: Point = (634.0, 388.0)


def sky(c: Canvas) -> None:
    stops = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in SKY)
    c.raw(f'<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">{stops}</linearGradient></defs>')
    c.raw(f'<rect width="{num(c.width)}" height="{num(c.height)}" fill="url(#sky)"/>')


def hill(c: Canvas, base: float, slope: float, waves: tuple[tuple[float, float, float], ...], colour: str) -> None:
    """A ridge as a sum of long waves: (height, length, shift)."""
    points: list[Point] = []
    for i in range(161):
        x = c.width * i / 160
        y = base + slope * x + sum(h * math.sin(x / length + shift) for h, length, shift in waves)
        points.append((x, y))
    c.polygon([(0.0, c.height), *points, (c.width, c.height)], colour)


def strut(c: Canvas, a: Point, b: Point, weight: float) -> None:
    c.line(*a, *b, STEEL, weight)


def side_points(x: float, top: float, base: float, share: float) -> tuple[Point, Point]:
    """The two legs at `share` of the way down: a slender neck, then spreading feet."""
    height = base - top
    half = height * (0.022 + 0.115 * share**1.7)
    y = top + height * share
    return (x - half, y), (x + half, y)


def body(c: Canvas, x: float, top: float, base: float, weight: float) -> None:
    levels = [0.0, 0.1, 0.2, 0.31, 0.42, 0.55, 0.69, 0.84, 1.0]
    rungs = [side_points(x, top, base, share) for share in levels]
    for (left, right), (next_left, next_right) in pairwise(rungs):
        strut(c, left, next_left, weight)
        strut(c, right, next_right, weight)
        strut(c, left, next_right, weight * 0.5)
        strut(c, right, next_left, weight * 0.5)
        strut(c, next_left, next_right, weight * 0.5)


def arms(x: float, top: float, base: float) -> list[tuple[Point, Point]]:
    """The tips of the three cross-arms, left and right."""
    height = base - top
    tips = []
    for share, reach in ((0.11, 0.15), (0.25, 0.22), (0.39, 0.17)):
        y = top + height * share
        tips.append(((x - height * reach, y), (x + height * reach, y)))
    return tips


def pylon(c: Canvas, x: float, top: float, base: float) -> None:
    height = base - top
    weight = max(0.9, height / 110)
    body(c, x, top, base, weight)
    strut(c, (x - height * 0.022, top), (x, top - height * 0.045), weight)
    strut(c, (x + height * 0.022, top), (x, top - height * 0.045), weight)
    for (left, right), share in zip(arms(x, top, base), (0.11, 0.25, 0.39), strict=True):
        inner = side_points(x, top, base, share - 0.05)
        strut(c, left, right, weight)
        strut(c, left, inner[0], weight * 0.6)
        strut(c, right, inner[1], weight * 0.6)
        for tip in (left, right):
            strut(c, tip, (tip[0], tip[1] + height * 0.035), weight * 0.9)


def wire(c: Canvas, a: Point, b: Point, sag: float, weight: float) -> None:
    bend = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 2 * sag)
    d = f"M{num(a[0])} {num(a[1])}Q{num(bend[0])} {num(bend[1])} {num(b[0])} {num(b[1])}"
    c.path(d, None, STEEL, weight)


def hung(x: float, top: float, base: float) -> list[Point]:
    drop = (base - top) * 0.035
    return [(tip[0], tip[1] + drop) for pair in arms(x, top, base) for tip in pair]


def wires(c: Canvas, places: list[tuple[float, float, float]]) -> None:
    outside = (-260.0, 236.0, 282.0), (1330.0, 20.0, 760.0)
    line = [outside[0], *places, outside[1]]
    for one, other in pairwise(line):
        span = other[0] - one[0]
        for a, b in zip(hung(*one), hung(*other), strict=True):
            wire(c, a, b, span * 0.045, 0.7 + span * 0.0007)


def data_centre(c: Canvas, x: float, base: float) -> None:
    """Low halls with lit bays: what the line feeds."""
    halls = ((0.0, 129.0, 27.0), (135.0, 84.0, 27.0))
    for left, w, h in halls:
        for unit in range(int(w // 22)):
            c.rect(x + left + 8 + unit * 22, base - h - 5, 11, 6, mix(NEAR, STEEL, 0.6))
        c.rect(x + left, base - h, w, h, mix(NEAR, STEEL, 0.6))
        for i in range(int((w - 8) // 9)):
            for j in range(int((h - 8) // 9)):
                lit = (i * 5 + j * 3 + int(w)) % 7 not in (2, 5)
                c.rect(x + left + 6 + i * 9, base - h + 7 + j * 9, 4.5, 3.5, "#F6DCA8" if lit else MIDDLE)


def date(c: Canvas, x: float, top: float, when: str, text: str) -> None:
    c.line(x, 44, x, top - 14, WHITE, HAIRLINE)
    c.text(x + 14, 45, when, 36, True, WHITE)
    c.block(x + 14, 84, 180, text, LEAD, False, WHITE)


def draw(c: Canvas, f: Figure) -> None:
    places = [(76.0, 206.0, 366.0), (372.0, 180.0, 376.0), (742.0, 150.0, 497.0)]
    sky(c)
    c.circle(*SUN, 66, "#FBEBC8")
    hill(c, 352, 0.07, ((9, 88, 0.4), (5, 41, 1.0)), FAR)
    hill(c, 400, 0.055, ((12, 120, 2.1), (5, 47, 0.2)), MIDDLE)
    data_centre(c, 566, 456)
    pylon(c, *places[0])
    pylon(c, *places[1])
    wires(c, places)
    hill(c, 520, -0.035, ((10, 150, 4.4), (4, 60, 0.0)), NEAR)
    pylon(c, *places[2])
    for (x, top, base), (when, text) in zip(places, f.rows("stops"), strict=True):
        date(c, x, top - (base - top) * 0.045, when, text)

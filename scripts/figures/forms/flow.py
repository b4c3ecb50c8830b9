"""Flow: one thing becomes the next; shapes change along the way so that the step can be seen."""

import math

from scripts.figures.canvas import Canvas, Point
from scripts.figures.figure import Figure
from scripts.figures.forms.parts import Drawing, card, note
from scripts.figures.style import (
    BODY,
    GREY,
    HAIRLINE,
    HEAD,
    HEAVY,
    INK,
    LEAD,
    NEUTRAL,
    PANEL,
    RULE,
    SOFT,
    STROKE,
    WHITE,
    tint,
)

CELL, PITCH = 15.0, 17.0
PRUNED = {3, 6, 9, 12, 16, 18, 23, 25, 28, 30, 35, 37, 40, 46, 49, 51, 54, 56, 59, 61}


def cells(c: Canvas, x: float, middle: float, side: int, colour: str, gone: set[int] | None = None) -> None:
    """A square of unit cells; pruned ones leave a pale trace."""
    top = middle - (side * PITCH - 2) / 2
    for i in range(side * side):
        fill = tint(GREY, 0.3) if gone and i in gone else colour
        c.rect(x + i % side * PITCH, top + i // side * PITCH, CELL, CELL, fill)


def shrink(c: Canvas, f: Figure) -> None:
    sides = (8, 8, 5, 3)
    colours = (NEUTRAL, NEUTRAL, tint(f.accent.fill, 0.55), f.accent.fill)
    widths = [side * PITCH - 2 for side in sides]
    gap = (524 - sum(widths)) / 3
    x, middle = 12.0, 118.0
    for i, name in enumerate(f.each("stages")):
        cells(c, x, middle, sides[i], colours[i], PRUNED if i == 1 else None)
        last = i == len(sides) - 1
        colour = f.accent.text if last else INK
        c.text(x + widths[i] / 2, 212, name, BODY, True, colour, "middle")
        if not last:
            c.arrow((x + widths[i] + 8, middle), (x + widths[i] + gap - 8, middle), SOFT, 2)
        x += widths[i] + gap
    c.line(12, 262, 562, 262, RULE, HAIRLINE)
    note(c, 12, 280, f.say("note"))


def pages(c: Canvas, x: float, y: float, colour: str) -> None:
    """Lines of text: what a language model is made from."""
    for i, w in enumerate((44, 36, 44, 28)):
        c.line(x, y + 5 + i * 13, x + w, y + 5 + i * 13, colour, HEAVY)


def sliders(c: Canvas, x: float, y: float, colour: str) -> None:
    for i, at in enumerate((30, 12, 36)):
        line = y + 6 + i * 17
        c.line(x, line, x + 46, line, colour, STROKE)
        c.circle(x + at, line, 5.5, PANEL, colour, HEAVY)


def strand(x: float, y: float, phase: float) -> list[Point]:
    return [(x - 4 + t * 54 / 48, y + 25 + 19 * math.sin(t * math.tau / 38 + phase)) for t in range(49)]


def helix(c: Canvas, x: float, y: float, colour: str) -> None:
    one, other = strand(x, y, 0.9), strand(x, y, 0.9 + math.pi)
    for a, b in list(zip(one, other, strict=True))[4:46:5]:
        if abs(a[1] - b[1]) > 14:
            c.line(*a, *b, colour, STROKE)
    c.polyline(one, colour, HEAVY)
    c.polyline(other, colour, HEAVY)


def stage(c: Canvas, y: float, h: float, texts: list[str], fill: str, ink: str) -> None:
    c.rect(0, y, 352, h, fill)
    middle = y + h / 2
    if len(texts) == 1:
        c.text(94, middle - 7, texts[0], LEAD, True, ink)
    else:
        c.text(94, middle - 22, texts[0], LEAD, True, ink)
        c.text(94, middle + 9, texts[1], BODY, True, ink)


def gene_editors(c: Canvas, f: Figure) -> None:
    h, gap = 88.0, 30.0
    fills = ((PANEL, INK), (PANEL, INK), (f.accent.fill, WHITE))
    icons = (pages, sliders, helix)
    for i, texts in enumerate(f.rows("stages")):
        y = i * (h + gap)
        stage(c, y, h, texts, *fills[i])
        icons[i](c, 24, y + h / 2 - 25, fills[i][1])
        if i:
            c.arrow((47, y - gap + 4), (47, y - 4), SOFT, 2)
    prize(c, f, 382, c.width - 382)


def prize(c: Canvas, f: Figure, x: float, w: float) -> None:
    """The side card: a prize is not a step of the flow, so no arrow leads to it."""
    c.rect(x, 0, w, c.height, None, RULE, 1)
    c.rect(x, 0, w, 2.25, INK)
    y = c.block(x + 18, 22, w - 36, f.say("prize"), LEAD, True)
    top = y + 28
    for names, work in f.rows("laureates"):
        c.line(x + 18, top, x + w - 18, top, RULE, HAIRLINE)
        low = c.block(x + 18, top + 17, w - 36, names, LEAD, False, leading=1.35)
        if work:
            c.text(x + 18, low + 16, work, BODY, True, f.accent.text)
            low += 16 + 12.4
        top = low + 19
    note(c, x + 18, c.height - 28, f.say("note"))


def join(c: Canvas, start: Point, end: Point, colour: str) -> None:
    """A connector that leaves and arrives level."""
    bend = (start[0] + end[0]) / 2
    c.path(f"M{start[0]} {start[1]}C{bend} {start[1]} {bend} {end[1]} {end[0] - 9} {end[1]}", None, colour, 2.25)


def merge(c: Canvas, f: Figure) -> None:
    h, target = 82.0, 312.0
    middle = h + 10
    for i, name in enumerate(f.each("partners")):
        y = i * (h + 20)
        card(c, 0, y, 204, h)
        c.text(22, y + h / 2 - 8, name, HEAD, True)
        join(c, (212, y + h / 2), (target - 8, middle), SOFT)
    c.arrow((target - 22, middle), (target - 6, middle), SOFT, 2.25)
    c.rect(target, 0, c.width - target, 2 * h + 20, f.accent.fill)
    c.block(target + 24, middle - 42, c.width - target - 48, f.say("result"), 28, True, WHITE)
    cluster(c, f, 2 * h + 48)


def cluster(c: Canvas, f: Figure, y: float) -> None:
    c.line(0, y, c.width, y, RULE, HAIRLINE)
    for i in range(51):
        c.rect(i % 17 * 17, y + 20 + i // 17 * 17, 14, 14, NEUTRAL)
    c.block(312 + 24, y + 22, 238, f.say("cluster"), LEAD, True, INK)
    note(c, 4, c.height - 16, f.say("note"))


def rising(c: Canvas, x: float, y: float, colour: str) -> None:
    for i, h in enumerate((14, 22, 32, 46)):
        c.rect(x + i * 15, y + 46 - h, 11, h, colour)


def rings(c: Canvas, x: float, y: float, colour: str) -> None:
    """One inside reach of the other, and not swallowed: its outline stays dashed."""
    c.circle(x + 23, y + 23, 21, None, colour, HEAVY)
    c.circle(x + 52, y + 23, 16, None, colour, 2.25, "5 4")


def door(c: Canvas, x: float, y: float, colour: str) -> None:
    c.polyline([(x + 26, y + 1), (x + 2, y + 1), (x + 2, y + 45), (x + 26, y + 45)], colour, HEAVY)
    c.arrow((x + 14, y + 23), (x + 58, y + 23), colour, HEAVY)


def exit_chain(c: Canvas, f: Figure) -> None:
    w, gap, h = 250.0, 60.0, 150.0
    looks = ((PANEL, INK, NEUTRAL), (f.accent.fill, WHITE, WHITE), (PANEL, INK, INK))
    for i, step in enumerate(f.each("steps")):
        x = i * (w + gap)
        fill, ink, icon = looks[i]
        c.rect(x, 0, w, h, fill)
        (rising, rings, door)[i](c, x + 22, 20, icon)
        c.block(x + 22, 90, w - 40, step, 22, True, ink)
        if i:
            c.arrow((x - gap + 8, h / 2), (x - 8, h / 2), SOFT, 2.25)
    x = w + gap
    c.rect(x, 194, w, 54, None, SOFT, STROKE, "6 4")
    c.text(x + w / 2, 214, f.say("watch"), LEAD, True, SOFT, "middle")
    c.arrow((x + w / 2, 190), (x + w / 2, h + 6), SOFT, STROKE, "5 4")
    note(c, 4, 230, f.say("note"))


VARIANTS: dict[str, Drawing] = {
    "shrink": shrink,
    "gene editors": gene_editors,
    "merge": merge,
    "exit chain": exit_chain,
}

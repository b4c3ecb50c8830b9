"""Cards: a few things side by side, each with a name and at most one line."""

from scripts.figures.canvas import Canvas, measure
from scripts.figures.figure import Figure
from scripts.figures.forms import icons
from scripts.figures.forms.parts import Drawing, card, filled, note
from scripts.figures.style import (
    BODY,
    GAP,
    GREY,
    HEAD,
    HEAVY,
    INK,
    LABEL,
    LEAD,
    NEUTRAL,
    PANEL,
    SOFT,
    STROKE,
    WHITE,
    tint,
)

PAD = 22.0


def half(c: Canvas) -> float:
    return (c.width - GAP) / 2


def roster(c: Canvas, f: Figure) -> None:
    w, left = 306.0, 324.0
    c.rect(0, 0, w, c.height, f.accent.fill)
    icons.robot_arm(c, 56, 26, WHITE)
    c.block(24, 192, w - 48, f.say("claim"), HEAD, True, WHITE)
    names = f.each("names")
    h = (c.height - GAP * (len(names) - 1)) / len(names)
    for i, name in enumerate(names):
        y = i * (h + GAP)
        card(c, left, y, c.width - left, h)
        c.text(left + 26, y + h / 2 - 10, name, 30, True, INK)


def foot(c: Canvas, f: Figure) -> None:
    w = half(c)
    for i, (name, text) in enumerate(f.rows("cards")):
        x = i * (w + GAP)
        card(c, x, 0, w, 212)
        (icons.layers, icons.sprouts)[i](c, x + PAD, 28, NEUTRAL)
        c.block(x + PAD, 118, w - 2 * PAD, name, 28, True, INK)
        c.block(x + PAD, 158, w - 2 * PAD, text, LEAD, False, SOFT)
    filled(c, 0, 230, c.width, c.height - 230, f.say("foot"), f.accent.fill, WHITE, 36)


def hatched(c: Canvas, x: float, y: float, w: float, h: float, colour: str) -> None:
    """Diagonals clipped to the box by arithmetic."""
    step = 10.0
    for i in range(1, int((w + h) / step) + 1):
        d = i * step
        start = (x + min(d, w), y + max(0.0, d - w))
        end = (x + max(0.0, d - h), y + min(d, h))
        c.line(*start, *end, colour, 1)


def backing(c: Canvas, f: Figure) -> None:
    """Two valuations of the same size: one filled with revenue, one with something lighter."""
    w, h, top = half(c), 104.0, 106.0
    for i, (name, outline, inside, text) in enumerate(f.rows("cards")):
        x = i * (w + GAP)
        card(c, x, 0, w, 286)
        c.text(x + PAD, 24, name, HEAD, True, INK)
        c.text(x + PAD, top - 22, outline, LABEL, True, SOFT)
        if i == 0:
            filled(c, x + PAD, top, w - 2 * PAD, h, inside, f.accent.fill, WHITE, HEAD)
        else:
            hatched(c, x + PAD, top, w - 2 * PAD, h, tint(NEUTRAL, 0.45))
            c.rect(x + PAD, top, w - 2 * PAD, h, None, SOFT, STROKE, "6 4")
            filled(c, x + w / 2 - 48, top + h / 2 - 21, 96, 42, inside, PANEL, INK, HEAD)
        c.block(x + PAD, top + h + 24, w - 2 * PAD, text, BODY, False, INK)
    note(c, 4, c.height - 20, f.say("note"))


def opposed(c: Canvas, f: Figure) -> None:
    """Two claims on a balance that is still level; what will weigh them stands at its foot."""
    w, top, h, beam = 262.0, 82.0, 142.0, 30.0
    middle = c.width / 2
    for i, (side, claim, who) in enumerate(f.rows("cards")):
        x = i * (c.width - w)
        hang = x + w / 2
        c.polyline([(x + 1, top), (hang, beam), (x + w - 1, top)], SOFT, STROKE)
        card(c, x, top, w, h)
        c.text(x + PAD, top + 24, side, LABEL, True, SOFT)
        c.text(x + PAD, top + 54, claim, 26, True, INK)
        c.block(x + PAD, top + 96, w - 2 * PAD, who, LEAD, False, SOFT)
        c.circle(hang, beam, 5, INK)
    c.line(w / 2, beam, c.width - w / 2, beam, INK, 4)
    c.line(middle, beam, middle, 258, INK, 4)
    c.circle(middle, beam, 11, f.accent.fill)
    c.rect(middle - 110, 256, 220, 5, f.accent.fill)
    c.text(middle, 284, f.say("tag"), 28, True, f.accent.text, "middle")


def winners(c: Canvas, f: Figure) -> None:
    x, w = 26.0, (c.width - 52 - GAP) / 2
    c.text(x, 28, f.say("before"), BODY, False, SOFT)
    c.line(x, 58, c.width - x, 58, GREY, 4, "22 14")
    for i, name in enumerate(f.each("names")):
        left = x + i * (w + GAP)
        c.rect(left, 80, w, 78, f.accent.fill)
        c.text(left + 20, 105, name, 40, True, WHITE)
    c.text(x, 182, f.say("verdict"), LEAD, True, INK)


def film(c: Canvas, x: float, y: float, frames: int, ink: str, fill: str | None, dash: str | None = None) -> None:
    pitch, w, h = 46.0, 42.0, 44.0
    for i in range(frames):
        c.rect(x + i * pitch, y, w, h, fill, None if fill else ink, STROKE, dash)
        for j in range(4):
            c.rect(x + i * pitch + 3 + j * 10.5, y - 9, 5, 5, ink)
            c.rect(x + i * pitch + 3 + j * 10.5, y + h + 4, 5, 5, ink)


def clips(c: Canvas, f: Figure) -> None:
    w = half(c)
    for i, (head, text) in enumerate(f.rows("cards")):
        x = i * (w + GAP)
        card(c, x, 0, w, 236)
        c.text(x + PAD, 24, head, 28, True, f.accent.text if i == 0 else SOFT)
        if i == 0:
            film(c, x + PAD, 82, 2, f.accent.fill, f.accent.fill)
        else:
            film(c, x + PAD, 82, 5, NEUTRAL, None, "4 3")
        c.block(x + PAD, 164, w - 2 * PAD, text, LEAD, False, INK)
    names(c, f)


def names(c: Canvas, f: Figure) -> None:
    """Who is there, and who is on the way."""
    y, h = 262.0, 44.0
    c.text(4, y + 16, f.say("who"), LABEL, True, SOFT)
    x = 96.0
    for name in f.each("names"):
        filled(c, x, y, 92, h, name, PANEL, INK, BODY)
        x += 102
    c.rect(c.width - 150, y, 150, h, None, INK, STROKE, "5 4")
    c.text(c.width - 75, y + 15.5, f.say("joining"), BODY, True, INK, "middle")


def causes(c: Canvas, f: Figure) -> None:
    w, h, right = 262.0, 153.0, 322.0
    c.rect(right, 0, c.width - right, c.height, INK)
    for i, (who, what) in enumerate(f.rows("causes")):
        y = i * (h + GAP)
        card(c, 0, y, w, h)
        c.text(PAD, y + h / 2 - 26, who, 28, True, INK)
        c.text(PAD, y + h / 2 + 14, what, LEAD, False, SOFT)
        c.arrow((w + 10, y + h / 2), (right - 8, y + h / 2), SOFT, HEAVY)
    x = right + 28
    for i, name in enumerate(f.each("exits")):
        c.text(x, 72 + i * 66, name, 60, True, WHITE)
    c.rect(x, 208, 44, HEAVY, f.accent.fill)
    c.text(x, 232, f.say("state"), 36, True, f.accent.fill)


def nine(c: Canvas, f: Figure) -> None:
    w, h, gap = 182.0, 98.0, 14.0
    for i, name in enumerate(f.each("names")):
        x, y = i % 3 * (w + gap), i // 3 * (h + 15)
        card(c, x, y, w, h)
        icons.NINE[i](c, x + 16, y + h / 2 - 13, f.accent.fill)
        high = measure(name, BODY, True, w - 66, 1.1)
        c.block(x + 56, y + h / 2 - high / 2 + 1, w - 66, name, BODY, True, INK, leading=1.1)


VARIANTS: dict[str, Drawing] = {
    "roster": roster,
    "foot": foot,
    "backing": backing,
    "opposed": opposed,
    "winners": winners,
    "clips": clips,
    "causes": causes,
    "nine": nine,
}

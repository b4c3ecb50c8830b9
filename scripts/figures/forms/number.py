"""Big number: one figure or word in large type, said in as few others as possible."""

from scripts.figures.canvas import Canvas
from scripts.figures.figure import Figure
from scripts.figures.forms.parts import Drawing, card, note
from scripts.figures.style import (
    BODY,
    GAP,
    GREY,
    HAIRLINE,
    HEAD,
    INK,
    LABEL,
    LEAD,
    NOTE,
    PANEL,
    RULE,
    SOFT,
    STROKE,
    WHITE,
)


def pair(c: Canvas, f: Figure) -> None:
    """Two numbers of different kinds: two cards, no common scale."""
    w = (c.width - GAP) / 2
    colours = (INK, f.accent.fill)
    for i, (label, number, text, kind, what) in enumerate(f.rows("cards")):
        x = i * (w + GAP)
        card(c, x, 0, w, c.height, colours[i])
        c.text(x + 22, 24, label, LABEL, True, SOFT)
        c.text(x + 22, 58, number, 100, True, colours[i])
        c.text(x + 22, 148, text, LEAD, False, INK)
        c.line(x + 22, 190, x + w - 22, 190, RULE, HAIRLINE)
        used = c.text(x + 22, 209, kind, BODY, True, INK)
        c.text(x + 22 + used + 8, 209, what, BODY, False, SOFT)


def climb(c: Canvas, f: Figure) -> None:
    """Steps that go on rising behind a barrier that did not stop them."""
    w, steps, base = c.width, 7, 150.0
    pitch = (w + 4) / steps
    for i in range(steps):
        h = 16 + 18.5 * i
        c.rect(i * pitch, base - h, pitch - 4, h, f.accent.fill if i == steps - 1 else GREY)
    barrier = 4 * pitch - 2
    c.line(barrier, 6, barrier, base, INK, STROKE, "5 4")
    c.text(barrier - 10, 8, f.say("barrier"), LABEL, True, INK, "end")
    c.text(5, 174, f.say("big"), 42, True, f.accent.fill)
    c.text(5, 217, f.say("who"), HEAD, True, INK)
    c.line(0, 251, w, 251, RULE, HAIRLINE)
    c.text(5, 266, f.say("also"), BODY, False, INK)
    note(c, 5, 300, f.say("note"))


def verdict(c: Canvas, f: Figure) -> None:
    c.text(28, 34, f.say("subject"), LEAD, False, SOFT)
    c.text(28, 79, f.say("big"), 76, True, f.accent.fill)
    c.rect(28, 158, 44, 2.25, INK)
    c.text(28, 176, f.say("where"), HEAD, True, INK)


def rows(c: Canvas, f: Figure) -> None:
    """Costs beside revenue in words; the amounts are orders of magnitude, not bars."""
    colours = (INK, f.accent.fill)
    for i, (number, label) in enumerate(f.rows("rows")):
        y = i * 122.0
        c.rect(0, y, c.width, 2.25, INK)
        c.text(24, y + 21, label, BODY, True, SOFT)
        c.text(24, y + 50, number, 68, True, colours[i])
    c.rect(0, 244, c.width, 80, INK)
    c.text(24, 275, f.say("foot"), HEAD, True, WHITE)


def strip(c: Canvas, f: Figure) -> None:
    c.text(20, 14, f.say("number"), 100, True, f.accent.fill)
    c.block(20, 112, c.width - 40, f.say("label"), LEAD, False, INK)
    y = 206.0
    c.rect(0, y, c.width, c.height - y, PANEL)
    c.text(20, y + 20, f.say("strip"), LABEL, True, SOFT)
    used = c.text(20, y + 56, f.say("dropped"), LEAD, True, SOFT)
    c.line(17, y + 63.5, 23 + used, y + 63.5, SOFT, STROKE)
    c.arrow((20 + used + 14, y + 63), (20 + used + 42, y + 63), INK, 2.25)
    c.text(20 + used + 54, y + 56, f.say("chosen"), LEAD, True, f.accent.text)
    c.text(20, y + 88, f.say("dropped note"), LABEL, False, SOFT)


def arrows(c: Canvas, f: Figure) -> None:
    w = (c.width - GAP) / 2
    for i, word in enumerate(f.each("words")):
        x = i * (w + GAP)
        card(c, x, 0, w, 226)
        up_arrow(c, x + 22, 24, 60, 122, f.accent.fill)
        c.text(x + 22, 170, word, 40, True, INK)
    c.text(12, 258, f.say("foot"), HEAD, True, INK)
    c.text(12, 294, f.say("by"), BODY, False, SOFT)


def up_arrow(c: Canvas, x: float, y: float, w: float, h: float, colour: str) -> None:
    """A block arrow: direction only, no amount."""
    stem, head = w * 0.36, w * 0.62
    a, b = x + (w - stem) / 2, x + (w + stem) / 2
    c.polygon(
        [
            (x + w / 2, y),
            (x + w, y + head),
            (b, y + head),
            (b, y + h),
            (a, y + h),
            (a, y + head),
            (x, y + head),
        ],
        colour,
    )


def glasses(c: Canvas, f: Figure) -> None:
    w, y = c.width, 24.0
    lens_w, lens_h, bridge = 118.0, 82.0, 30.0
    left = (w - 2 * lens_w - bridge) / 2
    for i in range(2):
        lens(c, left + i * (lens_w + bridge), y, lens_w, lens_h)
    middle = w / 2
    c.path(f"M{middle - bridge / 2} {y + 22}Q{middle} {y + 8} {middle + bridge / 2} {y + 22}", None, INK, 5)
    c.circle(left + 13, y + 13, 5, f.accent.fill)
    c.circle(w - left - 13, y + 13, 5, f.accent.fill)
    c.text(5, 146, f.say("big"), 48, True, f.accent.fill)
    c.text(5, 200, f.say("what"), HEAD, True, INK)
    c.line(0, 246, w, 246, RULE, HAIRLINE)
    c.text(5, 268, f.say("others"), LEAD, True, SOFT)
    c.text(5, 295, f.say("less"), LEAD, False, SOFT)


def lens(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A squarish lens, a little narrower below."""
    c.path(
        f"M{x} {y + 14}Q{x} {y} {x + 14} {y}H{x + w - 14}Q{x + w} {y} {x + w} {y + 14}"
        f"L{x + w - 8} {y + h - 26}Q{x + w - 14} {y + h} {x + w - 40} {y + h}H{x + 40}"
        f"Q{x + 14} {y + h} {x + 8} {y + h - 26}Z",
        PANEL,
        INK,
        5,
    )


def month(c: Canvas, f: Figure) -> None:
    """Twelve months as ticks; the fifth is the answer."""
    left, pitch = 26.0, 26.0
    c.text(left, 24, f.say("subject"), BODY, True, SOFT)
    c.text(left, 49, f.say("big"), 96, True, f.accent.fill)
    for i, initial in enumerate(f.each("initials")):
        here = i == int(f.say("month")) - 1
        x = left + i * pitch
        c.rect(x, 146 if here else 150, pitch - 4, 10 if here else 6, f.accent.fill if here else GREY)
        c.text(x + pitch / 2 - 2, 164, initial, NOTE, here, f.accent.text if here else SOFT, "middle")
    c.text(left, 194, f.say("line"), BODY, False, INK)


VARIANTS: dict[str, Drawing] = {
    "pair": pair,
    "climb": climb,
    "verdict": verdict,
    "rows": rows,
    "strip": strip,
    "arrows": arrows,
    "glasses": glasses,
    "month": month,
}

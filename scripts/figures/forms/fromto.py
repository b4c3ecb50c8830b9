"""From-to: what was, what is, and the step between them."""

from scripts.figures.canvas import Canvas, measure
from scripts.figures.figure import Figure
from scripts.figures.forms.parts import Drawing, chevron, note, span
from scripts.figures.style import (
    BODY,
    GREY,
    HAIRLINE,
    HEAD,
    HEAVY,
    INK,
    LABEL,
    LEAD,
    PANEL,
    RULE,
    SOFT,
    STROKE,
    WHITE,
    mix,
    tint,
)

PAD = 22.0


def level(c: Canvas, x: float, y: float, w: float, name: str, colour: str, ink: str, above: bool) -> None:
    """A thick line with its name sitting on it or hanging below it."""
    c.rect(x, y, w, 5, colour)
    c.text(x, y - 19 if above else y + 13, name, LABEL, True, ink)


def chip(c: Canvas, x: float, y: float, w: float, name: str, text: str) -> None:
    c.rect(x, y, w, 58, None, mix(WHITE, INK, 0.55), 1)
    c.text(x + 12, y + 13, name, LABEL, True, WHITE)
    c.text(x + 12, y + 34, text, LABEL, False, WHITE)


def closed_gap(c: Canvas, f: Figure) -> None:
    w, right = 408.0, 462.0
    c.rect(0, 0, w, c.height, PANEL)
    c.rect(right, 0, w, c.height, INK)
    chevron(c, c.width / 2, c.height / 2, 27)
    for x, ink, label, head in ((0, SOFT, "from", "gap"), (right, WHITE, "to", "no gap")):
        c.text(x + PAD, 22, f.say(label), LABEL, True, ink)
        c.text(x + PAD, 48, f.say(head), HEAD, True, WHITE if x else INK)
    run = w - 2 * PAD
    apart(c, f, run)
    together(c, f, right + PAD, run)


def apart(c: Canvas, f: Figure, run: float) -> None:
    level(c, PAD, 116, run, f.say("upper"), SOFT, SOFT, True)
    level(c, PAD, 196, run, f.say("lower"), f.accent.fill, f.accent.text, False)
    span(c, PAD + run - 40, 123, 194, INK)
    note(c, PAD + run, 210.5, f.say("note"), "end")


def together(c: Canvas, f: Figure, x: float, run: float) -> None:
    light = tint(f.accent.fill, 0.45)
    level(c, x, 116, run, f.say("upper"), WHITE, WHITE, True)
    level(c, x, 123, run, f.say("lower"), light, light, False)
    for i, (name, text) in enumerate(f.rows("chips")):
        chip(c, x + i * (run + 14) / 2, 172, (run - 14) / 2, name, text)


def collapse(c: Canvas, f: Figure) -> None:
    """The second panel has lost its height; the question stands in the space it gave up."""
    w, right, fallen = 262.0, 312.0, 204.0
    c.rect(0, 0, w, c.height, PANEL)
    c.text(PAD, 24, f.say("from"), LABEL, True, SOFT)
    c.block(PAD, 52, w - 2 * PAD, f.say("before"), 28, True, INK, leading=1.15)
    c.rect(right, fallen, w, c.height - fallen, INK)
    c.text(right + PAD, fallen + 22, f.say("to"), LABEL, True, WHITE)
    c.block(right + PAD, fallen + 48, w - 2 * PAD, f.say("after"), 28, True, WHITE, leading=1.15)
    c.polyline(
        [(right + 1, fallen - 8), (right + 1, 1), (right + w - 1, 1), (right + w - 1, fallen - 8)],
        f.accent.fill,
        STROKE,
        "6 5",
    )
    c.text(right + PAD, 24, f.say("ask"), LABEL, True, f.accent.text)
    c.block(right + PAD, 52, w - 2 * PAD - 44, f.say("question"), HEAD, False, INK)
    c.arrow((right + w - 34, 24), (right + w - 34, fallen - 10), f.accent.fill, HEAVY)
    chevron(c, (w + right) / 2, fallen + (c.height - fallen) / 2, 24)


def window(c: Canvas, x: float, y: float, w: float, h: float, line: str, pane: str) -> None:
    """A chat on the left, the thing being made on the right."""
    c.rect(x, y, w, h, None, line, STROKE)
    c.line(x + w * 0.36, y, x + w * 0.36, y + h, line, STROKE)
    for i, share in enumerate((0.20, 0.24, 0.15)):
        c.line(x + 9, y + 14 + 12 * i, x + 9 + w * share, y + 14 + 12 * i, line, 2.25)
    c.rect(x + w * 0.36 + 9, y + 10, w * 0.64 - 19, h - 20, pane)


def windows(c: Canvas, f: Figure) -> None:
    h, gap = 141.0, 42.0
    looks = ((PANEL, INK, SOFT, f.accent.fill), (INK, WHITE, WHITE, mix(WHITE, INK, 0.55)))
    for i, (label, name) in enumerate(f.rows("panels")):
        y = i * (h + gap)
        fill, ink, soft, pane = looks[i]
        c.rect(0, y, c.width, h, fill)
        window(c, PAD, y + 20, c.width - 2 * PAD, 52, soft, pane)
        c.text(PAD, y + 88, name, HEAD, True, ink)
        c.text(PAD, y + 116, label, BODY, False, soft)
    chevron(c, PAD + 12, h + gap / 2, 24, SOFT, down=True)


def sheet(c: Canvas, x: float, y: float, w: float, h: float, ink: str) -> None:
    """A page with a folded corner and a few lines."""
    fold = 22.0
    c.path(f"M{x} {y}H{x + w - fold}L{x + w} {y + fold}V{y + h}H{x}Z", WHITE, ink, STROKE)
    c.path(f"M{x + w - fold} {y}V{y + fold}H{x + w}", None, ink, STROKE)
    for i, share in enumerate((0.5, 0.88, 0.88, 0.7)):
        c.line(x + 18, y + 34 + 17 * i, x + 18 + (w - 25) * share, y + 34 + 17 * i, GREY, HEAVY)


def documents(c: Canvas, f: Figure) -> None:
    w, h = 218.0, 148.0
    left, right = 0.0, 312.0
    for x, name, ink in ((left, "before", SOFT), (right, "after", INK)):
        c.rect(x, 0, 262, 232, PANEL)
        sheet(c, x + PAD, 22, w, h, ink)
        c.text(x + PAD, 193, f.say(name), LEAD, True, INK)
    c.line(left + PAD + 18, 144, left + PAD + 112, 144, SOFT, STROKE, "4 4")
    c.circle(right + PAD + 178, 132, 22, f.accent.fill)
    c.circle(right + PAD + 178, 132, 16, None, WHITE, STROKE)
    chevron(c, 287, 116, 26)
    c.line(0, 262, c.width, 262, RULE, HAIRLINE)
    used = c.text(PAD, 284, f.say("gain"), HEAD, True, f.accent.text)
    c.text(PAD + used + 8, 284, f.say("catch"), HEAD, True, INK)


def rings(c: Canvas, x: float, y: float) -> None:
    for r in (88, 58, 28):
        c.circle(x, y, r, None, GREY, STROKE)


def centre_stage(c: Canvas, f: Figure) -> None:
    w, right, y = 262.0, 312.0, 130.0
    c.rect(0, 0, w, c.height, PANEL)
    c.rect(right, 0, w, c.height, PANEL)
    chevron(c, 287, y, 26)
    a, b = w / 2, right + w / 2
    rings(c, a, y)
    rings(c, b, y)
    c.circle(a - 79, y + 38, 7, PANEL, f.accent.fill, 2.25)
    c.arrow((a - 70, y + 34), (a - 15, y + 7), f.accent.fill, HEAVY)
    c.circle(a, y, 13, f.accent.fill)
    c.circle(b, y, 13, PANEL, f.accent.fill, 2.25, "4 3")
    c.arrow((b + 13, y + 7), (b + 68, y + 33), f.accent.fill, HEAVY)
    c.circle(b + 79, y + 38, 11, f.accent.fill)
    for x, label, text in ((0.0, "from", "before"), (right, "to", "after")):
        c.text(x + PAD, 240, f.say(label), LABEL, True, SOFT)
        c.block(x + PAD, 263, w - 2 * PAD, f.say(text), LEAD, True, INK)
    note(c, PAD, 16, f.say("note"))


def debate(c: Canvas, f: Figure) -> None:
    """Equal panels: the source gives no shares."""
    h, gap = 141.0, 42.0
    looks = ((PANEL, SOFT, INK), (f.accent.fill, WHITE, WHITE))
    for i, (label, text) in enumerate(f.rows("panels")):
        y = i * (h + gap)
        fill, soft, ink = looks[i]
        c.rect(0, y, c.width, h, fill)
        c.text(PAD, y + 24, label, BODY, True, soft)
        high = measure(text, 28, True, c.width - 2 * PAD, 1.15)
        c.block(PAD, y + h - 26 - high, c.width - 2 * PAD, text, 28, True, ink, leading=1.15)
    chevron(c, PAD + 12, h + gap / 2, 24, SOFT, down=True)


VARIANTS: dict[str, Drawing] = {
    "closed gap": closed_gap,
    "collapse": collapse,
    "windows": windows,
    "documents": documents,
    "centre stage": centre_stage,
    "debate": debate,
}

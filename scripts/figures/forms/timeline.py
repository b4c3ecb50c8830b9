"""Timeline: an order of events, with the present marked."""

from scripts.figures.canvas import Canvas
from scripts.figures.figure import Figure
from scripts.figures.forms import landscape
from scripts.figures.forms.parts import Drawing, note
from scripts.figures.style import GAP, GREY, HEAVY, INK, LEAD, SOFT, STROKE, WHITE

CELL, PITCH = 13.0, 17.0


def cluster(c: Canvas, x: float, y: float, colour: str, built: bool) -> None:
    """A rack of chips; what is still to come is only an outline."""
    for i in range(39):
        left, top = x + i % 13 * PITCH, y + i // 13 * PITCH
        if built:
            c.rect(left, top, CELL, CELL, colour)
        else:
            c.rect(left, top, CELL, CELL, None, colour, 1, "2.5 2")


def axis(c: Canvas, x: float, w: float, y: float, past: bool) -> None:
    c.line(x, y, x + w, y, INK if past else SOFT, 2.25, None if past else "7 6")


def generations(c: Canvas, f: Figure) -> None:
    w, y = (c.width - 2 * GAP) / 3, 22.0
    looks = ((INK, GREY, True), (f.accent.fill, f.accent.fill, True), (SOFT, SOFT, False))
    for i, (name, text) in enumerate(f.rows("stops")):
        x = i * (w + GAP)
        ink, rack, built = looks[i]
        axis(c, x + 4, w + GAP if i < 2 else w - 16, y, i < 1)
        radius = 13.0 if i == 1 else 9.0
        c.circle(x + 4 + radius, y, radius, ink if built else WHITE, ink, HEAVY if built else STROKE)
        c.text(x + 5, 56, name, 56, True, ink if i else INK)
        c.text(x + 5, 116, text, LEAD, False, INK)
        cluster(c, x + 4, 162, rack, built)
    note(c, 4, 234, f.say("note"))
    c.arrow((c.width - 30, y), (c.width - 2, y), SOFT, 2.25)


VARIANTS: dict[str, Drawing] = {"generations": generations, "landscape": landscape.draw}

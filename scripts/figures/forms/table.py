"""Table: facts in rows and columns, ruled like the deck's own tables."""

from scripts.figures.canvas import Canvas
from scripts.figures.figure import Figure
from scripts.figures.forms.parts import Drawing, note
from scripts.figures.style import BAD, GOOD, HAIRLINE, HEAD, HEAVY, INK, LEAD, NOTE, RULE, SOFT, STROKE

INSET = 12.0


def header(c: Canvas, y: float, columns: list[float], names: list[str]) -> None:
    for x, name in zip(columns, names, strict=True):
        c.text(x + INSET, y, name, NOTE, True, SOFT)
    c.line(0, y + 22, c.width, y + 22, INK, STROKE)


def rule(c: Canvas, y: float) -> None:
    c.line(0, y, c.width, y, RULE, HAIRLINE)


def outcomes(c: Canvas, f: Figure) -> None:
    """Two short tables: which firm met which outcome is not known, so no row joins them."""
    quarter, half = c.width / 4, c.width / 2
    header(c, 8, [0.0], [f.say("firms head")])
    for i, name in enumerate(f.each("firms")):
        c.text(i * quarter + INSET, 54, name, 22, True, INK)
    rule(c, 92)
    c.arrow((INSET + 8, 102), (INSET + 8, 146), f.accent.fill, HEAVY)
    c.text(INSET + 28, 116, f.say("between"), LEAD, False, SOFT)
    header(c, 168, [0.0], [f.say("outcomes head")])
    for i, name in enumerate(f.each("outcomes")):
        c.text(i * half + INSET, 214, name, 44, True, f.accent.fill)
    rule(c, 272)
    note(c, INSET, 292, f.say("note"))


def broken(c: Canvas, x: float, y: float, colour: str) -> None:
    """An opened switch: the defence did not hold."""
    c.line(x, y, x + 12, y, colour, HEAVY)
    c.line(x + 13, y, x + 31, y - 13, colour, HEAVY)
    c.line(x + 34, y, x + 46, y, colour, HEAVY)
    c.circle(x + 12, y, 3.5, colour)
    c.circle(x + 34, y, 3.5, colour)


def defences(c: Canvas, f: Figure) -> None:
    columns = [0.0, 338.0, 500.0]
    header(c, 8, columns, f.each("head"))
    h = (c.height - 30) / 2
    for i, (name, maker, result) in enumerate(f.rows("rows")):
        y = 30 + i * h
        middle = y + h / 2
        c.text(columns[0] + INSET, middle - 9.5, name, 28, True, INK)
        c.text(columns[1] + INSET, middle - 8, maker, HEAD, False, INK)
        broken(c, columns[2] + INSET, middle + 1, f.accent.fill)
        c.text(columns[2] + INSET + 62, middle - 8, result, HEAD, True, f.accent.text)
        if i:
            rule(c, y)
    c.line(0, c.height - 0.5, c.width, c.height - 0.5, RULE, HAIRLINE)


def mark(c: Canvas, x: float, y: float, good: bool) -> None:
    """A disc for better, a triangle for not: shape as well as colour, and always beside the word."""
    if good:
        c.circle(x + 9, y, 9, GOOD)
    else:
        c.polygon([(x + 9, y - 9), (x + 19, y + 8), (x - 1, y + 8)], BAD)


def scorecard(c: Canvas, f: Figure) -> None:
    columns = [0.0, 246.0]
    header(c, 8, columns, f.each("head"))
    h = (c.height - 30) / 3
    for i, (area, verdict, quality) in enumerate(f.rows("rows")):
        y = 30 + i * h
        good = quality == "good"
        c.text(columns[0] + INSET, y + h / 2 - 10, area, 28, True, INK)
        mark(c, columns[1] + INSET, y + h / 2, good)
        c.text(columns[1] + INSET + 34, y + h / 2 - 10, verdict, 28, True, GOOD if good else BAD)
        if i:
            rule(c, y)
    c.line(0, c.height - 0.5, c.width, c.height - 0.5, RULE, HAIRLINE)


VARIANTS: dict[str, Drawing] = {"outcomes": outcomes, "defences": defences, "scorecard": scorecard}

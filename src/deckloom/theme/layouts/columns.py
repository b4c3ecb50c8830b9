"""Points, cards, columns, change, timelines and drawings: a few things of equal weight side by side."""

from dataclasses import replace

from deckloom.theme import looks
from deckloom.theme.grid import BODY_END, BODY_TOP, GUTTER, LEFT, RIGHT, RULE, WIDTH, Area, shares, w, x
from deckloom.theme.layouts.common import (
    CELLS,
    MAIN,
    body_column,
    content,
    content_layout,
    counted,
    label,
    lead_and_detail,
    panel,
    prose,
    rule,
)
from deckloom.theme.look import Layout, Level, Look, Shape
from deckloom.values.plan import Colour

LEDE_AREA = Area(LEFT, BODY_TOP, w(11), 1)
UNDER_RULE = 0.1875
POINT_INSET = 0.125


def _points(name: str, count: int, rule_top: float, look: Look, *, lede: bool, gap: float = UNDER_RULE) -> Layout:
    """Columns under a rule each; the text is a little narrower than its rule, so that neighbours stay apart."""
    span = 12 // count
    text_top, inset = rule_top + gap, GUTTER if count == 2 else POINT_INSET
    points = [
        label(
            CELLS + at, Area(x(span * at), text_top, w(span) - inset, BODY_END - text_top), look,
            f"Point {at + 1}", "Point", "What it means",
        )
        for at in range(count)
    ]  # fmt: skip
    above = (prose(MAIN, LEDE_AREA, looks.LEDE, prompt="What the points have in common"),) if lede else ()
    rules = tuple(rule(x(span * at), rule_top, w(span)) for at in range(count))
    return content_layout(name, *above, *points, shapes=rules)


WIDE_POINT, POINT, NARROW_POINT = lead_and_detail(28, 20), lead_and_detail(22, 18), lead_and_detail(20, 18)
LEDE_RULE = 3.375 - UNDER_RULE


def _three_columns() -> Layout:
    """A heading over each of three columns that take text, a picture, a chart or a table."""
    places = [
        place
        for at in range(3)
        for place in (
            label(1 + 2 * at, body_column(4 * at, 4, end=2.375), looks.HEADING, counted("Heading", at + 1), "Heading"),
            content(2 + 2 * at, body_column(4 * at, 4, 2.5), looks.NARROW, counted("Content", at + 1)),
        )
    ]
    return content_layout("Three Columns", *places)


CARD_INSET = 0.25


def _cards(name: str, count: int, columns: int, height: float, pitch: float, look: Look, inset: float) -> Layout:
    """Cards in rows, filled from the first; a last row may be short."""
    span = 12 // columns
    cards = [Area(x(span * (at % columns)), BODY_TOP + pitch * (at // columns), w(span), height) for at in range(count)]
    shapes = [shape for card in cards for shape in (panel(card, name="Card"), rule(card.x, card.y, card.w))]
    places = [
        label(CELLS + at, card, look, f"Card {at + 1}", "Card", "Detail", inset=inset) for at, card in enumerate(cards)
    ]
    return content_layout(name, *places, shapes=tuple(shapes))


CARD = lead_and_detail(20, 16, "tx2", 4)
LARGE_CARD = lead_and_detail(22, 18, "tx2", 6)
SMALL_CARD = lead_and_detail(18, 16, "tx2", 4)
TWO_ROWS = 2.125 + GUTTER

PANEL_W, PANEL_H, PANEL_INSET, CHEVRON = w(6) - GUTTER, 3.75, 0.3125, 0.375


def _from_to() -> Layout:
    """Two panels, the second dark, an arrowhead between them. The panels are the labels' own fills, so that a
    program knows on what ground their words stand."""
    before = Area(LEFT, BODY_TOP, PANEL_W, PANEL_H)
    after = before._replace(x=RIGHT - PANEL_W)
    middle = Area(LEFT + (WIDTH - CHEVRON) / 2, BODY_TOP + (PANEL_H - CHEVRON) / 2, CHEVRON, CHEVRON)
    light = Look((Level(16, "bold", "tx2", 100), Level(28, "bold", line=95, before=6)))
    dark = Look((Level(16, "bold", "bg1", 100), Level(28, "bold", "bg1", 95, before=6)))
    return content_layout(
        "From To",
        replace(label(CELLS, before, light, "From", "Once", "How it was", inset=PANEL_INSET), fill="bg2"),
        replace(label(CELLS + 1, after, dark, "To", "Now", "How it is", inset=PANEL_INSET), fill="tx1"),
        prose(MAIN, Area(LEFT, 5.75, w(10), 0.6875), looks.prose(18, "tx2"), prompt="What follows from it"),
        shapes=(Shape("Arrowhead", middle, Colour("tx2"), "chevron"),),
    )


LINE_TOP, DOT, STEPS_TOP = 2.875, 0.25, 3.3125


def _timeline(count: int, when: int, what: int) -> Layout:
    """Dots on a line, what happened beneath each."""
    look = Look((Level(when, "bold", "accent1", 95), Level(what, before=4), Level(16, color="tx2", line=102, before=4)))
    columns = shares(count)
    steps = [
        label(
            CELLS + at, Area(left, STEPS_TOP, width, BODY_END - STEPS_TOP), look,
            f"Step {at + 1}", "When", "What happens", "Detail",
        )
        for at, (left, width) in enumerate(columns)
    ]  # fmt: skip
    line = Shape("Line", Area(LEFT, LINE_TOP - RULE / 2, WIDTH, RULE), Colour("tx2", alpha=50))
    dots = tuple(
        Shape(f"Dot {at + 1}", Area(left, LINE_TOP - DOT / 2, DOT, DOT), Colour("tx1"), "ellipse")
        for at, (left, _) in enumerate(columns)
    )
    return content_layout(f"Timeline {count}", *steps, shapes=(line, *dots))


def _flow() -> Layout:
    """The title and the source: between them a drawing has the room."""
    return content_layout("Flow")


LAYOUTS: tuple[Layout, ...] = (
    _points("Two Points", 2, 2.5, WIDE_POINT, lede=False, gap=0.25),
    _points("Three Points", 3, BODY_TOP, POINT, lede=False),
    _points("Four Points", 4, BODY_TOP, NARROW_POINT, lede=False),
    _points("Lede and Two Points", 2, LEDE_RULE, POINT, lede=True),
    _points("Lede and Three Points", 3, LEDE_RULE, POINT, lede=True),
    _points("Lede and Four Points", 4, LEDE_RULE, NARROW_POINT, lede=True),
    _three_columns(),
    _cards("Two Cards", 2, 2, 2.75, TWO_ROWS, LARGE_CARD, PANEL_INSET),
    _cards("Three Cards", 3, 3, 2.75, TWO_ROWS, LARGE_CARD, CARD_INSET),
    _cards("Four Cards", 4, 2, 2.125, TWO_ROWS, LARGE_CARD, PANEL_INSET),
    _cards("Five Cards", 5, 3, 2.125, TWO_ROWS, CARD, CARD_INSET),
    _cards("Six Cards", 6, 3, 2.125, TWO_ROWS, CARD, CARD_INSET),
    _cards("Seven Cards", 7, 4, 2.125, TWO_ROWS, SMALL_CARD, 0.1875),
    _cards("Eight Cards", 8, 4, 2.125, TWO_ROWS, SMALL_CARD, 0.1875),
    _cards("Nine Cards", 9, 3, 1.375, 1.5625, CARD, 0.1875),
    _from_to(),
    _timeline(3, 40, 20),
    _timeline(4, 28, 18),
    _timeline(5, 24, 18),
    _flow(),
)

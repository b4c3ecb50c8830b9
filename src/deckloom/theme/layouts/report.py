"""Dividers, statements, takeaways, agenda and sources: the frame of a report."""

from dataclasses import replace

from deckloom.theme import looks
from deckloom.theme.grid import (
    BODY_TOP,
    FOOT_TOP,
    FURNITURE_H,
    GUTTER,
    HAIRLINE,
    KICKER_TOP,
    LEFT,
    PAGE_H,
    WIDTH,
    Area,
    w,
    x,
)
from deckloom.theme.layouts.common import (
    CELLS,
    FOOT,
    MAIN,
    body_column,
    bulleted,
    content_layout,
    date,
    hairline,
    kicker,
    label,
    number,
    panel,
    prose,
    rule,
    source,
    title,
)
from deckloom.theme.look import Layout, Level, Look, Place, Shape
from deckloom.values.plan import Colour

DIVIDERS = 6
PANEL_W = x(4) - GUTTER / 2
DIVIDER_LEFT = x(4) + GUTTER

HUGE = Look((Level(138, "bold", "bg1", 80),))
DIVIDER_TITLE = Look((Level(40, "title", line=95),))
STATEMENT = Look((Level(54, "title", line=95),))
QUOTE = Look((Level(36, line=105),))
CODE = Look((Level(24, line=100),))
ROW_NUMBER = Look((Level(28, "bold", "accent1", 85),))
ROW_LEAD = Look((Level(18, "bold", line=95),))
ROW_DETAIL = Look((Level(16, color="tx2", line=102),))
CARD = Look((Level(28, "bold", "accent1", 95), Level(18, "bold", line=95, before=2)))
AGENDA = Look(
    (
        Level(22, "bold", line=100, before=14, margin=0.625, hang=0.625, bullet="#"),
        Level(18, color="tx2", line=102, before=2, margin=0.625),
    )
)
LONG_AGENDA = Look(
    (
        Level(20, "bold", line=100, before=14, margin=0.625, hang=0.625, bullet="#"),
        Level(16, color="tx2", line=102, before=2, margin=0.625),
    )
)
SOURCES = Look((Level(14, before=6, margin=0.375, hang=0.375, bullet="#.", bullet_color="tx2"),))

ROW_H, TALL_ROW_H, HIGH_ROW_H, ROW_PAD = 1.125, 1.5, 2.25, 0.125


def _divider(accent: int) -> Layout:
    """The section's number on a panel of its colour, the title beside it."""
    heading = title(Area(DIVIDER_LEFT, 2, w(7), 2.25), DIVIDER_TITLE, "Section title")
    text = prose(
        MAIN, Area(DIVIDER_LEFT, 4.4375, w(7), 1.5), looks.LEDE, prompt="What the section is about, in one sentence"
    )
    places = (
        label(CELLS, Area(LEFT, 0.5, 2.8333, 2), HUGE, "Section Number", str(accent)),
        replace(heading, anchor="b"),
        text,
        date(Area(DIVIDER_LEFT, FOOT_TOP, w(6), FURNITURE_H)),
        kicker(Area(DIVIDER_LEFT, KICKER_TOP, w(7), FURNITURE_H), looks.kicker(accent)),
        number(),
    )
    colour = Shape("Panel", Area(0, 0, PANEL_W, PAGE_H), Colour(f"accent{accent}"))
    return Layout(f"Section Divider {accent}", places, (colour,), type="secHead")


def _statement() -> Layout:
    heading = replace(title(Area(LEFT, 1.25, w(11), 3), STATEMENT, "One sentence to remember"), anchor="b")
    text = prose(MAIN, Area(LEFT, 4.5, w(9), 1.75), looks.LEDE, prompt="What stands behind it")
    return Layout("Statement", (heading, text, source(), *FOOT))


def _quote() -> Layout:
    heading = replace(title(Area(LEFT, 1.25, w(11), 3), QUOTE, "“The sentence, as it was said”"), anchor="b")
    text = prose(MAIN, Area(LEFT, 4.5, w(9), 0.875), looks.LEDE, prompt="Who said it, and where")
    return Layout("Quote", (heading, text, source(), *FOOT))


def _code() -> Layout:
    """A panel as wide as the page's text. The panel is the placeholder's own fill, so it is known what ground the
    words stand on."""
    place = label(CELLS, Area(LEFT, BODY_TOP, WIDTH, 4.5), CODE, "Code", inset=GUTTER)
    return content_layout("Code", replace(place, fill="bg2"))


def _rows(name: str, count: int, height: float) -> Layout:
    """Rows of number, lead and detail, a hairline over each."""
    tops = [BODY_TOP + height * at for at in range(count)]
    lines = tuple(hairline(Area(LEFT, top, WIDTH, HAIRLINE)) for top in tops)
    places = [place for at, top in enumerate(tops) for place in _row(at, top + ROW_PAD, height - 0.2)]
    return content_layout(name, *places, shapes=lines)


def _row(at: int, top: float, height: float) -> tuple[Place, Place, Place]:
    idx, name = CELLS + 3 * at, at + 1
    lead_left = LEFT + w(1)
    return (
        label(idx, Area(LEFT, top, w(1), height), ROW_NUMBER, f"Number {name}", str(name)),
        label(idx + 1, Area(lead_left, top, x(5) - w(1) - LEFT - 0.375, height), ROW_LEAD, f"Lead {name}", "Takeaway"),
        label(idx + 2, Area(x(5), top, w(7), height), ROW_DETAIL, f"Detail {name}", "What it rests on"),
    )


def _grid() -> Layout:
    """Two rows of four cards."""
    places: list[Place] = []
    shapes: list[Shape] = []
    for at in range(8):
        card = Area(x(3 * (at % 4)), (BODY_TOP, 4.25)[at // 4], w(3), 2.125)
        shapes += [panel(card, name="Card"), rule(card.x, card.y, card.w)]
        places.append(label(CELLS + at, card, CARD, f"Card {at + 1}", str(at + 1), "Takeaway", inset=0.1875))
    return content_layout("Key Takeaways - Grid", *places, shapes=tuple(shapes))


def _agenda() -> Layout:
    place = bulleted(MAIN, body_column(0, 10), AGENDA)
    return Layout("Agenda", (title(), replace(place, prompt=("Section", "What it shows")), *FOOT))


def _long_agenda() -> Layout:
    sides = (body_column(0, 6), body_column(6, 6))
    places = [
        replace(bulleted(at + 1, side, LONG_AGENDA, f"Content{' 2' * at}"), prompt=("Section", "What it shows"))
        for at, side in enumerate(sides)
    ]
    return Layout("Agenda - Two Columns", (title(), *places, *FOOT))


def _sources(name: str, columns: int) -> Layout:
    span = 12 // columns
    places = [
        replace(
            bulleted(at + 1, body_column(span * at, span), SOURCES, f"Content{' 2' * at}"),
            prompt=("Publisher, title, date",),
        )
        for at in range(columns)
    ]
    return Layout(name, (title(), *places, *FOOT))


LAYOUTS: tuple[Layout, ...] = (
    *(_divider(accent) for accent in range(1, DIVIDERS + 1)),
    _statement(),
    _quote(),
    _code(),
    _agenda(),
    _long_agenda(),
    _rows("Key Takeaways - Rows", 4, ROW_H),
    _rows("Key Takeaways - Three Rows", 3, TALL_ROW_H),
    _rows("Key Takeaways - Two Rows", 2, TALL_ROW_H),
    _rows("Key Takeaways - Two High Rows", 2, HIGH_ROW_H),
    _grid(),
    _sources("Sources", 2),
    _sources("Sources - One Column", 1),
)

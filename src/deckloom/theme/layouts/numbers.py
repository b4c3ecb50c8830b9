"""Big numbers, charts and tables."""

from dataclasses import replace

from deckloom.theme import looks
from deckloom.theme.grid import BODY_END, BODY_H, BODY_TOP, HAIRLINE, LEFT, WIDTH, Area, shares, w, x
from deckloom.theme.layouts.common import CELLS, MAIN, MEDIA, content_layout, hairline, label, prose, rule
from deckloom.theme.look import Layout, Level, Look, Place

CHART_HEADING = 15
HEADING_H = 0.3125
UNDER_HEADING = BODY_TOP + 0.375
NUMBER_TOP, RULE_TOP, THICK = 2.75, 2.5, 0.0313


def _number(size: int, line: int = 85) -> Look:
    return Look((Level(size, "bold", "accent1", line),))


def _label(size: int, second: int) -> Look:
    return Look((Level(size), Level(second, color="tx2", before=6)))


def _one() -> Layout:
    left, right = Area(LEFT, 2.125, w(6), 2.75), Area(x(6), 2.125, w(6), 2.75)
    return content_layout(
        "Big Number",
        replace(label(CELLS, left, _number(138, 80), "Number 1", "61%"), anchor="ctr"),
        replace(label(CELLS + 1, right, _label(24, 18), "Label 1", "What the number counts"), anchor="ctr"),
    )


def _several(name: str, count: int, size: int, tall: float, text: int) -> Layout:
    """Numbers in columns, a rule above each, what it counts beneath."""
    columns = shares(count)
    top = NUMBER_TOP + tall + 0.1875
    places = [
        place
        for at, (left, width) in enumerate(columns)
        for place in (
            replace(
                label(CELLS + 2 * at, Area(left, NUMBER_TOP, width, tall), _number(size), f"Number {at + 1}", "61%"),
                anchor="b",
            ),
            label(
                CELLS + 2 * at + 1, Area(left, top, width, BODY_END - top), _label(text, 16),
                f"Label {at + 1}", "What the number counts",
            ),
        )
    ]  # fmt: skip
    rules = tuple(rule(left, RULE_TOP, width, THICK) for left, width in columns)
    return content_layout(name, *places, shapes=rules)


def _chart(area: Area) -> Place:
    return Place("Chart", "chart", MEDIA, ("Chart",), area, looks.CAPTION_BELOW, size="half")


def _chart_heading(left: float, width: float) -> Place:
    area = Area(left, BODY_TOP, width, HEADING_H)
    return label(CHART_HEADING, area, looks.CHART_HEADING, "Heading", "What is measured, unit, period")


def _number_and_chart() -> Layout:
    return content_layout(
        "Number and Chart",
        label(CELLS, Area(LEFT, BODY_TOP, w(5), 1.75), _number(115, 80), "Number 1", "61%"),
        label(CELLS + 1, Area(LEFT, 3.875, w(4), 2.5), _label(20, 18), "Label 1", "What the number counts"),
        _chart_heading(x(5), w(7)),
        _chart(Area(x(5), UNDER_HEADING, w(7), BODY_END - UNDER_HEADING)),
    )


def _chart_and_claim() -> Layout:
    claim = Look((Level(40, "bold", "accent1", 95), Level(18, before=10)))
    width = 7.7222
    place = prose(MAIN, Area(9.0972, BODY_TOP, 3.6111, BODY_H), claim, "Claim")
    return content_layout(
        "Chart and Claim",
        _chart_heading(LEFT, width),
        _chart(Area(LEFT, UNDER_HEADING, width, BODY_END - UNDER_HEADING)),
        replace(place, prompt=("Claim", "What the chart shows")),
        shapes=(hairline(Area(8.847, BODY_TOP, HAIRLINE, BODY_H)),),
    )


def _table() -> Layout:
    place = Place("Table", "tbl", MEDIA, ("Table",), Area(LEFT, BODY_TOP, WIDTH, BODY_H), looks.CAPTION_BELOW)
    return content_layout("Table", place)


LAYOUTS: tuple[Layout, ...] = (
    _one(),
    _several("Two Numbers", 2, 96, 1.4375, 20),
    _several("Three Numbers", 3, 72, 1.125, 20),
    _several("Four Numbers", 4, 54, 0.875, 18),
    _number_and_chart(),
    _chart_and_claim(),
    content_layout(
        "Chart Wide",
        _chart_heading(LEFT, WIDTH),
        _chart(Area(LEFT, UNDER_HEADING, WIDTH, BODY_END - UNDER_HEADING)),
    ),
    _table(),
)

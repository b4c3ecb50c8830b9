"""The eleven layouts that every presentation is expected to have: their names, types and placeholders are fixed, so
that slides pasted from elsewhere find their layout."""

from dataclasses import replace

from deckloom.theme import looks
from deckloom.theme.grid import BODY, BODY_END, BODY_TOP, LEFT, TITLE_TOP, Area, w, x
from deckloom.theme.layouts.common import (
    FOOT,
    LEVELS,
    body_column,
    content,
    label,
    picture,
    prose,
    title,
)
from deckloom.theme.layouts.cover import title_slide
from deckloom.theme.look import Layout, Level, Look, Place

HEADING_H, UNDER_HEADING = 0.5, 2.5
TEXT_TOP = 4.4375
SECTION_TITLE = Look((Level(40, "title", line=95),))
SIDE_TITLE = Look((Level(24, "title", line=95),))


def _standard(name: str, token: str, *places: Place) -> Layout:
    return Layout(name, (*places, *FOOT), type=token, standard=True)


def _section_header() -> Layout:
    heading = replace(title(Area(LEFT, 2, w(10), 2.25), SECTION_TITLE, "Section title"), anchor="b")
    text = prose(1, Area(LEFT, TEXT_TOP, w(8), 1.5), looks.LEDE, prompt="What the section is about")
    return _standard("Section Header", "secHead", heading, text)


def _comparison() -> Layout:
    left, right = body_column(0, 6), body_column(6, 6)
    places = [
        place
        for at, side in enumerate((left, right))
        for place in (
            label(1 + 2 * at, side._replace(h=HEADING_H), looks.HEADING, f"Heading{' 2' * at}", "Heading"),
            content(
                2 + 2 * at, Area(side.x, UNDER_HEADING, side.w, BODY_END - UNDER_HEADING), name=f"Content{' 2' * at}"
            ),
        )
    ]
    return _standard("Comparison", "twoTxTwoObj", title(), *places)


def _with_caption(name: str, token: str, main: Place) -> Layout:
    """A narrow title and text on the left, the main thing on the right from the title's top to the body's end."""
    heading = title(Area(LEFT, TITLE_TOP, w(4) - 0.125, 1.9375), SIDE_TITLE)
    text = prose(2, Area(LEFT, 2.75, w(4) - 0.125, BODY_END - 2.75), looks.CAPTION_BELOW, prompt="Text")
    return _standard(name, token, heading, main, text)


def _vertical() -> tuple[Layout, Layout]:
    text = Place("Text", "body", 1, LEVELS, BODY, looks.CONTENT, shrinks=True, vertical=True)
    tall = BODY_END - TITLE_TOP
    heading = replace(title(Area(x(10), TITLE_TOP, w(2), tall), looks.TITLE), vertical=True)
    beside = replace(text, area=Area(LEFT, TITLE_TOP, w(10), tall))
    return (
        _standard("Title and Vertical Text", "vertTx", title(), text),
        _standard("Vertical Title and Text", "vertTitleAndTx", heading, beside),
    )


BESIDE = Area(x(4), TITLE_TOP, w(8), BODY_END - TITLE_TOP)

LAYOUTS: tuple[Layout, ...] = (
    title_slide("Title Slide", standard=True),
    _standard(
        "Title and Content", "obj", title(), replace(content(1, Area(LEFT, BODY_TOP, w(10), BODY.h)), size="full")
    ),
    _section_header(),
    _standard(
        "Two Content",
        "twoObj",
        title(),
        content(1, body_column(0, 6)),
        content(2, body_column(6, 6), name="Content 2"),
    ),
    _comparison(),
    _standard("Title Only", "titleOnly", title()),
    _standard("Blank", "blank"),
    _with_caption("Content with Caption", "objTx", replace(content(1, BESIDE), size="full")),
    _with_caption("Picture with Caption", "picTx", replace(picture(BESIDE, idx=1), size="full")),
    *_vertical(),
)

"""Pictures with their captions."""

from dataclasses import replace

from deckloom.theme import looks
from deckloom.theme.grid import (
    BODY_TOP,
    GUTTER,
    LEFT,
    PAGE_H,
    PAGE_W,
    WIDTH,
    Area,
    shares,
    w,
    x,
)
from deckloom.theme.layouts.common import (
    MAIN,
    body_column,
    content,
    content_layout,
    counted,
    label,
    number,
    panel,
    picture,
    source,
    title,
)
from deckloom.theme.look import Layout, Level, Look, Place

CARD_TITLE = Look((Level(26, "title", line=95),))
CARD_TEXT = Look((Level(18, color="tx2", line=102, before=4),))
CHIP = Look((Level(10, color="tx2", line=100),), "ctr")
CARD_INSET = 0.3125


def _caption(area: Area, look: Look, number: int = 1) -> Place:
    return label(MAIN + number - 1, area, look, counted("Caption", number), "Caption")


def _side() -> Layout:
    text = _caption(Area(LEFT, BODY_TOP, w(4) - 0.125, 4.5), looks.CAPTION)
    return content_layout("Image Side", text, picture(body_column(4, 8)))


def _wide() -> Layout:
    text = _caption(Area(LEFT, 5.5, w(10), 0.9375), looks.CAPTION_BELOW)
    return content_layout("Image Wide", picture(Area(LEFT, BODY_TOP, WIDTH, 3.5)), text)


def _portrait() -> Layout:
    text = _caption(Area(LEFT, BODY_TOP, x(7) - GUTTER - LEFT - 0.375, 4.5), looks.CAPTION)
    return content_layout("Image Portrait", text, picture(body_column(7, 5)))


def _framed() -> Layout:
    """A small picture in the middle of a mat."""
    mat = panel(Area(LEFT, BODY_TOP, WIDTH, 3.625), name="Mat")
    inner = picture(Area(LEFT + GUTTER, BODY_TOP + GUTTER, WIDTH - 2 * GUTTER, 3.125))
    text = _caption(Area(LEFT, 5.625, w(10), 0.8125), looks.CAPTION_BELOW)
    return content_layout("Image Framed", inner, text, shapes=(mat,))


def _full_bleed(name: str, *, captioned: bool) -> Layout:
    """A picture over the whole page. The card over it is made of the placeholders' own fills: shapes of a layout lie
    under everything on a slide, and so would be hidden by the picture. Without a caption the card is lower."""
    card = w(7)
    sides = (CARD_INSET, 0.0625, CARD_INSET, 0.0625)
    heading = replace(
        title(Area(LEFT, 4.0625 if captioned else 5, card, 1.375), CARD_TITLE),
        anchor="b", fill="bg1", insets=(CARD_INSET, 0.25, CARD_INSET, 0.0625),
    )  # fmt: skip
    text = replace(_caption(Area(LEFT, 5.4375, card, 0.9375), CARD_TEXT), fill="bg1", insets=sides)
    line = replace(source(Area(LEFT, 6.375, card, 0.4375)), fill="bg1", insets=sides, anchor="t")
    chip = replace(number(Area(12.333, 6.9375, 0.625, 0.3125), CHIP), fill="bg1")
    words = (heading, text, line) if captioned else (heading, line)
    return Layout(name, (picture(Area(0, 0, PAGE_W, PAGE_H)), *words, chip))


def _two_images() -> Layout:
    places = [
        place
        for at in range(2)
        for place in (
            picture(Area(x(6 * at), BODY_TOP, w(6), 3.3125), at + 1),
            _caption(Area(x(6 * at), 5.3125, w(6), 1.0625), looks.CAPTION_BELOW, at + 1),
        )
    ]
    return content_layout("Two Images", *places)


def _image_row(name: str, count: int) -> Layout:
    """Pictures side by side in equal shares, captions beneath."""
    places = [
        place
        for at, (left, width) in enumerate(shares(count))
        for place in (
            picture(Area(left, BODY_TOP, width, 3.3125), at + 1, _media(at)),
            _caption(Area(left, 5.3125, width, 1.0625), looks.CAPTION_SMALL, at + 1),
        )
    ]
    return content_layout(name, *places)


def _image_grid(name: str, count: int, columns: int, tall: float, small: Look) -> Layout:
    """Two rows of pictures, each with its caption close beneath."""
    places = []
    span = 12 // columns
    for at in range(count):
        left, top = x(span * (at % columns)), BODY_TOP + (at // columns) * (2.125 + GUTTER)
        places += [
            picture(Area(left, top, w(span), tall), at + 1, _media(at)),
            _caption(Area(left, top + tall + 0.0625, w(span), 2.125 - tall - 0.0625), small, at + 1),
        ]
    return content_layout(name, *places)


def _media(at: int) -> int:
    """The ``idx`` of a picture among several: 14 to 19."""
    return 14 + at


def _bullets_and_picture() -> Layout:
    """The picture is as high as a 16:9 one of its width, so that the caption stands close beneath."""
    text = content(MAIN, body_column(0, 6))
    below = label(MAIN + 1, Area(x(6), 5.3125, w(6), 1.0625), looks.CAPTION_BELOW, "Caption")
    return content_layout("Bullets and Picture", text, picture(Area(x(6), BODY_TOP, w(6), 3.3125)), below)


LAYOUTS: tuple[Layout, ...] = (
    _side(),
    _wide(),
    _portrait(),
    _framed(),
    _full_bleed("Image Full Bleed", captioned=True),
    _full_bleed("Image Full Bleed - Title", captioned=False),
    _two_images(),
    _image_row("Three Images", 3),
    _image_grid("Four Images", 4, 2, 1.6875, looks.CAPTION_SMALL),
    _image_grid("Five Images", 5, 3, 1.5, looks.CAPTION_SMALL),
    _image_grid("Six Images", 6, 3, 1.5, looks.CAPTION_SMALL),
    _image_row("Four Images - Row", 4),
    _image_row("Five Images - Row", 5),
    _image_row("Six Images - Row", 6),
    _bullets_and_picture(),
)

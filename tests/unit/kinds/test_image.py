"""Where a picture stands, by its proportions."""

import pytest

from deckloom.kinds.image import KIND
from deckloom.plan.words import ENGLISH
from deckloom.values.composition import Context
from deckloom.values.facts import PictureFacts
from deckloom.values.text import rich
from tests.support.specs import slides


def composed(width, height, more=""):
    deck, found = slides(f"- {{kind: image, title: T, image: a.png, alt: A{more}}}")
    assert found == ()
    pictures = {"a.png": PictureFacts("0" * 64, "png", width, height, 1)}
    context = Context(rich("Deck"), None, None, None, "en", ENGLISH, pictures, ("slides", 0))
    (composition,) = KIND.compose(deck.slides[0].spec, context)
    return composition


@pytest.mark.parametrize(
    ("size", "layout"),
    [
        ((2400, 1000), "Image Wide"),
        ((2399, 1000), "Image Side"),
        ((1250, 1000), "Image Side"),
        ((1249, 1000), "Image Portrait"),
        ((600, 300), "Image Framed"),
        ((2000, 100), "Image Wide"),
    ],
)
def test_auto_goes_by_proportions_and_pixels(size, layout):
    assert composed(*size, ", caption: C").layouts == (layout,)


def test_a_picture_without_a_caption_has_the_whole_body():
    composition = composed(2400, 1000)
    assert composition.layouts == ("Image Side",)
    assert composition.parts[-1].spare == ("caption",)


def test_a_picture_over_the_page_lies_first_and_covers():
    picture, title, caption = composed(1920, 1080, ", layout: full, caption: C").parts
    assert picture.cover
    assert (title.fit, caption.role) == ("card", "caption")


def test_a_picture_that_would_lose_too_much_is_framed_with_a_warning():
    composition = composed(1000, 1000, ", layout: full")
    assert composition.layouts == ("Image Framed",)
    assert [one.slug for one in composition.findings] == ["picture-cropped"]


def test_whoever_asks_to_cover_gets_the_page_filled():
    assert composed(1000, 1000, ", layout: full, fit: cover, caption: C").layouts == ("Image Full Bleed",)


def test_a_card_without_a_caption_is_lower():
    composition = composed(1920, 1080, ", layout: full")
    assert composition.layouts == ("Image Full Bleed - Title", "Image Full Bleed")
    assert composition.parts[1].spare == ("caption", "source")


def test_a_wide_picture_begins_where_its_caption_does():
    picture = composed(2400, 800, ", layout: wide, caption: C").parts[1]
    assert picture.align == ("start", "centre")

"""Which pictures are stored anew."""

import pytest

from deckloom.plan.recut import cuts, with_cuts
from deckloom.values.facts import PictureFacts, Slot
from deckloom.values.geometry import Box, Crop, Insets, Size, inches
from deckloom.values.plan import DeckPlan, PictureItem, Properties, Showing, SlidePlan

SLOT = Slot("picture", "pic", 14, "Picture", Box(0, 0, 1, 1), Insets(), "t", "picture", "Arial", ())


def plan(*placed):
    """A deck with a slide for each (pixels wide, inches wide, crop, extension)."""
    slides = []
    for width, place, crop, extension in placed:
        picture = PictureFacts(f"{width}{extension}", extension, width, width, 1)
        item = PictureItem(SLOT, Box(0, 0, inches(place), inches(place)), crop, picture, "A", False, ())
        slides.append(SlidePlan("s", "T", "L", "p", (item,), (), ("slides", 0)))
    properties = Properties("T", "", "", "en", "1980-01-01T00:00:00Z")
    return DeckPlan(Size(1, 1), tuple(slides), (), properties, "en")


@pytest.mark.parametrize(("width", "made"), [(440, None), (441, (220, 220)), (4000, (220, 220)), (100, None)])
def test_only_a_picture_with_over_twice_the_pixels_is_made_smaller(width, made):
    found = cuts(plan((width, 1, Crop(), "png")), 220, False)
    assert [(cut.width, cut.height) for cut in found.values()] == ([made] if made else [])


def test_the_largest_of_its_places_decides():
    assert cuts(plan((1000, 1, Crop(), "png"), (1000, 4, Crop(), "png")), 220, False) == {}


def test_what_is_cropped_away_goes_unless_it_is_to_stay():
    deck = plan((400, 1, Crop(left=0.5), "jpeg"))
    (cut,) = cuts(deck, 220, False).values()
    assert (cut.width, cut.height) == (200, 400)
    assert cuts(deck, 220, True) == {}


def test_a_crop_of_less_than_a_pixel_is_none():
    assert cuts(plan((400, 1, Crop(left=0.001), "jpeg")), 220, False) == {}


def test_a_gif_may_move_and_is_left_alone():
    assert cuts(plan((4000, 1, Crop(), "gif")), 220, False) == {}


def test_the_plan_shows_what_was_stored_and_crops_no_more():
    deck = plan((400, 1, Crop(left=0.5), "jpeg"))
    stored = PictureFacts("new", "jpeg", 200, 400, 1)
    (item,) = with_cuts(deck, {Showing("400jpeg", Crop(left=0.5)): stored}).slides[0].items
    assert (item.picture, item.crop) == (stored, Crop())

"""Where pictures land."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckloom.plan.picture import LEAST_PPI, contain, cover, most_cropped, union
from deckloom.values.facts import PictureFacts
from deckloom.values.geometry import EMU_PER_INCH, Box, inches

PLACE = Box(inches(1), inches(2), inches(8), inches(4.5))
SIDES = st.integers(1, 20_000)


def picture(width, height):
    return PictureFacts("0" * 64, "png", width, height, 1)


def test_a_picture_of_the_places_proportions_fills_it():
    assert contain(PLACE, picture(1600, 900), ("centre", "centre")).box == PLACE


@pytest.mark.parametrize(
    ("align", "x"), [("start", PLACE.x), ("end", PLACE.right - inches(2)), ("centre", PLACE.x + inches(3))]
)
def test_a_narrow_picture_stands_where_the_alignment_says(align, x):
    landing = contain(PLACE, picture(1000, 2250), (align, "start"))
    assert landing.box == Box(x, PLACE.y, inches(2), inches(4.5))


def test_a_picture_with_few_pixels_is_shown_at_96_to_the_inch():
    landing = contain(PLACE, picture(96, 48), ("centre", "centre"))
    assert landing.small
    assert (landing.box.w, landing.box.h) == (inches(1), inches(0.5))


def test_covering_a_wide_place_keeps_the_focus_in_view():
    landing = cover(PLACE, picture(1600, 1600), (0.5, 0.0))
    assert landing.box == PLACE
    assert landing.crop.top == 0
    assert landing.crop.bottom == pytest.approx(1 - 4.5 / 8)
    assert most_cropped(landing.crop) > 0.4


@given(SIDES, SIDES)
def test_a_contained_picture_keeps_its_proportions_and_its_place(width, height):
    box = contain(PLACE, picture(width, height), ("end", "centre")).box
    assert box.x >= PLACE.x
    assert box.y >= PLACE.y
    assert box.right <= PLACE.right
    assert box.bottom <= PLACE.bottom
    assert abs(box.w * height - box.h * width) <= max(width, height)
    assert width / (max(box.w, 1) / EMU_PER_INCH) >= LEAST_PPI * 0.99


@given(SIDES, SIDES, st.floats(0, 1), st.floats(0, 1))
def test_a_covering_picture_is_never_stretched(width, height, x, y):
    crop = cover(PLACE, picture(width, height), (x, y)).crop
    seen_w, seen_h = width * (1 - crop.left - crop.right), height * (1 - crop.top - crop.bottom)
    assert seen_w / seen_h == pytest.approx(PLACE.w / PLACE.h, rel=1e-6)
    assert min(crop) >= -1e-9


def test_a_union_holds_both_boxes():
    assert union(Box(0, 0, 2, 2), Box(5, 1, 1, 4)) == Box(0, 0, 6, 5)

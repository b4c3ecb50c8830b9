"""The cover with a picture."""

import pytest

from deckloom.values.plan import PictureItem
from tests.support.plans import only_slide, picture, words
from tests.support.specs import slides, told

COVER = "- kind: title\n  image: a.png\n  alt: A\n"


@pytest.mark.parametrize(("fit", "filled"), [("", True), ("  fit: cover\n", True), ("  fit: contain\n", False)])
def test_a_picture_fills_its_side_of_the_cover_unless_all_of_it_is_wanted(fit, filled):
    slide = only_slide(COVER + fit, {"a.png": picture()})
    (shown,) = [item for item in slide.items if isinstance(item, PictureItem)]
    assert slide.layout_name == "Title Slide with Picture"
    assert (shown.box == shown.slot.box, any(shown.crop)) == (filled, filled)


def test_the_covers_credit_stands_in_its_notes():
    slide = only_slide(COVER + "  credit: Ada\n", {"a.png": picture()})
    assert [run.text for para in slide.notes for run in para.runs] == ["Image: ", "Ada"]
    assert "source" not in words(slide)


def test_the_cover_takes_no_caption():
    _, found = slides(COVER + "  caption: C\n")
    assert told(found) == ["7:12 unknown-field: the picture of a cover has no `caption` | delete it"]

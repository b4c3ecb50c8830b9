"""Several pictures: in a row or in two."""

import pytest

from deckloom.facts.fonts import WidthTables
from deckloom.lint.no_source import check
from deckloom.values.facts import Facts
from deckloom.values.plan import PictureItem
from tests.support.plans import ledger, only_slide, picture, planned, words
from tests.support.specs import slides, told

WIDE, TALL, SQUARE = picture(1600, 900), picture(900, 1400), picture(1200, 1200)


def spec(count, caption=True, more=""):
    item = "{image: a.png, alt: A, caption: C, credit: X}" if caption else "{image: a.png, alt: A, credit: X}"
    return f"- kind: images\n  title: T is\n{more}  items: [{', '.join([item] * count)}]\n"


def boxes(slide):
    return [item.box for item in slide.items if isinstance(item, PictureItem)]


@pytest.mark.parametrize(
    ("count", "facts", "caption", "layout"),
    [
        (2, WIDE, True, "Two Images"),
        (3, TALL, True, "Three Images"),
        (4, WIDE, True, "Four Images - Row"),
        (4, WIDE, False, "Four Images"),
        (4, TALL, False, "Four Images - Row"),
        (5, WIDE, True, "Five Images"),
        (5, SQUARE, True, "Five Images - Row"),
        (6, WIDE, True, "Six Images"),
        (6, TALL, True, "Six Images - Row"),
    ],
)
def test_the_layout_goes_by_number_proportions_and_captions(count, facts, caption, layout):
    slide = only_slide(spec(count, caption), {"a.png": facts})
    assert slide.layout_name == layout
    assert len(boxes(slide)) == count


@pytest.mark.parametrize(("word", "layout"), [("grid", "Four Images"), ("row", "Four Images - Row")])
def test_the_layout_can_be_asked_for(word, layout):
    assert only_slide(spec(4, more=f"  layout: {word}\n"), {"a.png": WIDE}).layout_name == layout


def test_captions_stand_close_beneath_the_highest_picture_of_their_row():
    slide = only_slide(spec(3), {"a.png": WIDE})
    captions = [item.box for item in slide.items if getattr(item, "slot", None) and "caption" in item.slot.role]
    (below,) = {caption.y - box.bottom for caption, box in zip(captions, boxes(slide), strict=True)}
    assert 0 < below < 150_000
    assert {box.y for box in boxes(slide)} == {slide.items[1].slot.box.y}


def test_pictures_without_captions_have_their_room():
    alone, captioned = (boxes(only_slide(spec(6, one), {"a.png": WIDE}))[0] for one in (False, True))
    assert alone.w > captioned.w


def test_each_credit_is_named_once_in_the_source_line():
    slide = only_slide(spec(2) + "  source: S\n", {"a.png": WIDE})
    assert words(slide)["source"] == ["Source: S  |  Image: X"]


def test_every_picture_needs_alt_text_where_it_stands():
    _, found = slides("- kind: images\n  title: T is\n  items:\n    - {image: a.png}\n    - {image: b.png, alt: B}\n")
    assert [row.partition(" | ")[0] for row in told(found)] == ["7:15 alt-missing: the picture `a.png` has no alt text"]


def test_a_field_that_no_picture_has_is_said_of_the_picture():
    _, found = slides("- kind: images\n  title: T is\n  items:\n    - {imge: a.png}\n    - {image: b.png, alt: B}\n")
    assert told(found) == ["7:8 unknown-field: `imge` is not a field of a picture | did you mean `image`?"]


def test_a_figure_without_source_is_warned_of_where_it_stands():
    text = "- kind: images\n  title: T is\n  items: [{image: a.png, alt: A}, {image: a.png, alt: B, credit: X}]\n"
    deck, _ = slides(text)
    facts = Facts(ledger(), {"a.png": WIDE}, WidthTables(), None)
    assert [one.path for one in check(deck, None, facts)] == [("slides", 0, "items", 0, "image")]


def test_a_picture_that_is_not_known_leaves_a_box():
    plan, found = planned(spec(2))
    assert found == ()
    assert [type(item).__name__ for item in plan.slides[0].items].count("MissingItem") == 2

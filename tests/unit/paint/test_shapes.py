import re

import pytest

from deckloom.paint.relations import Relations
from deckloom.paint.shapes import Names, SlideShapes
from deckloom.values.facts import PictureFacts, Slot
from deckloom.values.geometry import Box, Crop, Insets
from deckloom.values.plan import Colour, GroupItem, MissingItem, NumberItem, PictureItem, Rule, SizeStep
from deckloom.values.text import Para, rich
from tests.unit.paint.sample import text

BOX = Box(100, 200, 300, 400)
TITLE = Slot("title", "title", 0, "Title", BOX, Insets(1, 2, 3, 4), "t", "text", "Arial", ())
PICTURE = Slot("picture", "pic", 14, 'Picture "A"', BOX, Insets(), "t", "picture", "Arial", ())
NUMBER = Slot("page-number", "sldNum", 12, "Slide Number", BOX, Insets(), "t", "text", "Arial", ())
RED = PictureFacts("d1", "png", 8, 6, 100)


def painted(*items, lang="en-GB") -> str:
    shapes = SlideShapes(7, Names(lang, {}, {"d1": "image1.png"}), Relations())
    return "".join(map(shapes.paint, items))


@pytest.mark.parametrize(
    ("type", "idx", "placeholder"),
    [
        ("title", 0, '<p:ph type="title"/>'),
        ("body", 13, '<p:ph type="body" idx="13"/>'),
        (None, 1, '<p:ph idx="1"/>'),
        ("obj", 1, '<p:ph idx="1"/>'),
    ],
)
def test_a_text_stands_in_the_placeholder_of_its_layout(type, idx, placeholder):
    slot = Slot("x", type, idx, "Text", BOX, Insets(), "t", "text", "Arial", ())
    assert f"<p:nvPr>{placeholder}</p:nvPr>" in painted(text(slot, "x"))


def test_a_text_carries_its_box_unless_it_inherits_it():
    assert '<a:off x="100" y="200"/><a:ext cx="300" cy="400"/>' in painted(text(TITLE, "x"))
    assert "<p:spPr/>" in painted(text(TITLE, "x", inherit=True))


def test_a_balanced_title_names_all_four_insets():
    assert '<a:bodyPr lIns="1" tIns="2" rIns="900" bIns="4"/>' in painted(text(TITLE, "x", right_inset=900))


def test_a_balanced_title_that_runs_from_the_right_has_its_space_on_the_left():
    assert '<a:bodyPr lIns="900" tIns="2" rIns="3" bIns="4"/>' in painted(text(TITLE, "שלום", right_inset=900))


def test_sizes_that_differ_are_a_list_style_in_the_order_of_the_levels():
    steps = (SizeStep(1, 16), SizeStep(0, 18))
    assert (
        '<a:lstStyle><a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr><a:lvl2pPr><a:defRPr sz="1600"/></a:lvl2pPr>'
        "</a:lstStyle>"
    ) in painted(text(TITLE, "x", steps=steps))


def test_a_picture_has_its_alt_text_its_crop_and_its_box():
    item = PictureItem(PICTURE, BOX, Crop(0.125, 0, 0.25, 0), RED, 'A "red"\nfield', False, ())
    assert painted(item) == (
        '<p:pic><p:nvPicPr><p:cNvPr id="2" name="Picture &quot;A&quot;" descr="A &quot;red&quot;&#10;field"/>'
        '<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
        '<p:nvPr><p:ph type="pic" idx="14"/></p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="rId1"/>'
        '<a:srcRect l="12500" r="25000"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        '<a:off x="100" y="200"/><a:ext cx="300" cy="400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr></p:pic>"
    )


def test_a_decorative_picture_is_marked_and_says_nothing():
    xml = painted(PictureItem(PICTURE, BOX, Crop(), RED, "unused", True, ()))
    assert 'descr=""><a:extLst>' in xml
    assert "adec:decorative" in xml
    assert "unused" not in xml


def test_the_number_is_a_field():
    xml = painted(NumberItem(NUMBER, BOX))
    assert re.search(r'<a:fld id="\{[0-9A-F-]{36}\}" type="slidenum"><a:rPr lang="en-GB"/><a:t>7</a:t></a:fld>', xml)
    assert "<p:spPr/>" in xml
    assert '<a:off x="100" y="200"/>' in painted(NumberItem(NUMBER, BOX, inherit=False))


def test_a_group_is_decorative_without_an_alt_text_and_its_rectangles_always_are():
    rules = (Rule(BOX, Colour("accent1")), Rule(BOX, Colour("bg2")))
    assert painted(GroupItem("Progress", BOX, rules)).count("adec:decorative xmlns") == 3
    told = painted(GroupItem("Progress", BOX, rules, alt="Part 1 of 2"))
    assert told.count("adec:decorative xmlns") == 2
    assert 'descr="Part 1 of 2"/>' in told


def test_every_rectangle_of_a_group_has_a_text_body_and_no_line():
    xml = painted(GroupItem("Progress", BOX, (Rule(BOX, Colour("accent1")),)))
    assert "<a:ln><a:noFill/></a:ln></p:spPr><p:txBody>" in xml
    assert "p:style" not in xml


def test_a_missing_picture_is_a_dashed_box_that_names_it():
    xml = painted(MissingItem("Picture", BOX, "Image not found", "a&b.png"))
    assert 'name="Picture" descr="Image not found: a&amp;b.png"/>' in xml
    assert '<a:prstDash val="dash"/>' in xml
    assert "<a:t>Image not found</a:t>" in xml
    assert "<a:t>a&amp;b.png</a:t>" in xml
    assert "p:ph" not in xml


def test_ids_count_from_two_through_groups_as_well():
    group = GroupItem("Progress", BOX, (Rule(BOX, Colour("accent1")), Rule(BOX, Colour("bg2"))))
    xml = painted(text(TITLE, "x"), group, text(TITLE, Para(rich("y"))))
    assert re.findall(r'cNvPr id="(\d+)"', xml) == ["2", "3", "4", "5", "6"]

import zipfile
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pytest

from deckloom.paint.deck import paint_deck
from deckloom.values.facts import RawPart
from deckloom.values.plan import NumberItem, SectionPlan
from deckloom.values.text import Para, Run, rich
from tests.unit.paint.sample import Pictures, deck, painted, part, picture, slide, slot, template, text

TITLE = slot("title and content", "title")
BODY = slot("title and content", "body-1")
PICTURE = slot("picture with caption", "pic")


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.namelist()


def test_parts_stand_in_a_fixed_order():
    pictures = Pictures()
    shown = picture(PICTURE, pictures.add(), "Red")
    plan = deck(slide(text(TITLE, "One"), id="one", notes=[Para(rich("Hello"))]), slide(shown, id="two"))
    found = names(painted(plan, pictures))
    frame = ["[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "ppt/presentation.xml"]
    assert found[:6] == [*frame, "ppt/_rels/presentation.xml.rels"]
    assert found[6:-7] == sorted(one.name for one in template().parts)
    assert found[-7:] == [
        "ppt/slides/slide1.xml",
        "ppt/slides/_rels/slide1.xml.rels",
        "ppt/notesSlides/notesSlide1.xml",
        "ppt/notesSlides/_rels/notesSlide1.xml.rels",
        "ppt/media/image1.png",
        "ppt/slides/slide2.xml",
        "ppt/slides/_rels/slide2.xml.rels",
    ]


def test_a_picture_that_several_slides_show_is_read_and_stored_once():
    pictures = Pictures()
    red, blue = pictures.add(), pictures.add((0, 0, 200), "jpeg")
    plan = deck(*(slide(picture(PICTURE, one, "x"), id=f"s{at}") for at, one in enumerate((blue, red, blue))))
    data = painted(plan, pictures)
    assert pictures.asked == [blue.digest, red.digest]
    assert [name for name in names(data) if "media" in name] == ["ppt/media/image1.jpeg", "ppt/media/image2.png"]
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.getinfo("ppt/media/image1.jpeg").compress_type == zipfile.ZIP_STORED
        assert package.read("ppt/media/image1.jpeg") == pictures[blue.digest]


def test_a_picture_never_takes_the_name_of_one_in_the_template():
    theirs = RawPart("ppt/media/image1.JPG", "image/jpeg", b"x")
    facts = replace(template(), parts=(*template().parts, theirs))
    pictures = Pictures()
    data = painted(deck(slide(picture(PICTURE, pictures.add(), "x"))), pictures, facts)
    assert [name for name in names(data) if "media" in name] == ["ppt/media/image1.JPG", "ppt/media/image2.png"]


def test_every_part_has_one_content_type():
    pictures = Pictures()
    plan = deck(slide(picture(PICTURE, pictures.add(), "x"), notes=[Para(rich("n"))]))
    data = painted(plan, pictures)
    types = ElementTree.fromstring(part(data, "[Content_Types].xml"))
    defaults = [one.get("Extension") for one in types if one.get("Extension")]
    overrides = [one.get("PartName") for one in types if one.get("PartName")]
    assert len(defaults) == len(set(defaults))
    assert sorted(overrides) == sorted(f"/{name}" for name in names(data)[1:] if name.endswith(".xml"))
    assert set(defaults) == {"rels", "xml", "png"}


def test_an_odd_type_of_a_known_extension_is_named():
    odd = RawPart("ppt/media/odd.png", "image/x-png", b"x")
    pictures = Pictures()
    facts = replace(template(), parts=(*template().parts, odd))
    types = part(painted(deck(slide(picture(PICTURE, pictures.add(), "x"))), pictures, facts), "[Content_Types].xml")
    assert '<Default Extension="png" ContentType="image/png"/>' in types
    assert '<Override PartName="/ppt/media/odd.png" ContentType="image/x-png"/>' in types


def test_a_template_without_its_settings_gets_them_empty():
    left = tuple(one for one in template().parts if not one.name.endswith(("viewProps.xml", "tableStyles.xml")))
    data = painted(deck(slide(text(TITLE, "x"))), facts=replace(template(), parts=left))
    relations = part(data, "ppt/_rels/presentation.xml.rels")
    for name in ("presProps", "viewProps", "tableStyles"):
        assert f"ppt/{name}.xml" in names(data)
        assert f'/{name}" Target="{name}.xml"' in relations
    assert '/theme" Target="theme/theme1.xml"' in relations


def test_the_presentation_lists_masters_slides_page_and_style_in_the_order_of_the_schema():
    xml = part(painted(deck(slide(text(TITLE, "x")))), "ppt/presentation.xml")
    order = ("sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz", "defaultTextStyle")
    root = ElementTree.fromstring(xml)
    assert [one.tag.partition("}")[2] for one in root] == list(order)
    assert '<p:sldMasterId id="2147483648" r:id="rId1"/>' in xml
    assert '<p:sldId id="256" r:id="rId2"/>' in xml
    assert '<p:sldSz cx="9144000" cy="6858000"/>' in xml


def test_a_handout_master_is_listed():
    handout = RawPart("ppt/handoutMasters/handoutMaster1.xml", "x/y", b"<x/>")
    facts = replace(template(), parts=(*template().parts, handout), handout_master_part=handout.name)
    xml = part(painted(deck(), facts=facts), "ppt/presentation.xml")
    assert "</p:notesMasterIdLst><p:handoutMasterIdLst><p:handoutMasterId r:id=" in xml


def test_sections_name_every_slide_once_and_keep_their_ids():
    slides = [slide(text(TITLE, "x"), id=f"s{at}") for at in range(3)]
    sections = (SectionPlan("R&D", 0, 1), SectionPlan("Two", 1, 3))
    xml = part(painted(deck(*slides, sections=sections)), "ppt/presentation.xml")
    listed = xml.partition("<p14:sectionLst")[2]
    assert [f'<p14:sldId id="{number}"/>' in listed for number in (256, 257, 258)] == [True] * 3
    assert 'name="R&amp;D" id="{' in listed
    assert xml == part(painted(deck(*slides, sections=sections)), "ppt/presentation.xml")


def test_the_properties_say_who_what_and_when():
    plan = deck(slide(text(TITLE, "x"), id="a", notes=[Para(rich("n"))]), slide(text(TITLE, "y"), id="b", hidden=True))
    data = painted(plan)
    core, app = part(data, "docProps/core.xml"), part(data, "docProps/app.xml")
    assert "<dc:title>A &amp; B</dc:title><dc:creator>Ada</dc:creator><dc:language>en-GB</dc:language>" in core
    assert core.count(">2024-10-10T00:00:00Z<") == 2
    assert "<Application>deckloom</Application><Slides>2</Slides><Notes>1</Notes><HiddenSlides>1</HiddenSlides>" in app


def test_a_slide_carries_its_id_and_a_hidden_one_says_so():
    plan = deck(slide(text(TITLE, "x"), id='a "b"', hidden=True), slide(text(TITLE, "y"), id="c"))
    data = painted(plan)
    assert ' show="0"><p:cSld name="a &quot;b&quot;">' in part(data, "ppt/slides/slide1.xml")
    assert "show=" not in part(data, "ppt/slides/slide2.xml")


def test_a_jump_reaches_a_slide_further_on():
    plan = deck(slide(text(BODY, Para((Run("go", 0, "#two"),))), id="one"), slide(text(TITLE, "y"), id="two"))
    assert 'relationships/slide" Target="slide2.xml"/>' in part(painted(plan), "ppt/slides/_rels/slide1.xml.rels")


def test_notes_point_at_their_slide_alone_and_their_links_are_live():
    notes = [Para((Run("site", 0, "https://x.org"), Run("go", 0, "#two"))), Para(rich("point"), 1, "disc")]
    data = painted(deck(slide(text(TITLE, "x"), id="one", notes=notes), slide(text(TITLE, "y"), id="two")))
    relations = part(data, "ppt/notesSlides/_rels/notesSlide1.xml.rels")
    assert relations.count("relationships/slide") == 1
    assert 'Target="https://x.org" TargetMode="External"' in relations
    xml = part(data, "ppt/notesSlides/notesSlide1.xml")
    assert "<a:t>go</a:t>" in xml
    assert '<a:pPr lvl="1" marL="457200" indent="-228600"><a:buFontTx/><a:buChar char="•"/></a:pPr>' in xml
    assert "ppt/notesSlides/notesSlide2.xml" not in names(data)


def test_progress_is_told_after_each_slide():
    told = []
    plan = deck(*(slide(text(TITLE, "x"), id=f"s{at}") for at in range(3)))
    paint_deck(plan, template(), Pictures(), BytesIO(), lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("count", [0, 2])
def test_the_same_plan_gives_the_same_bytes(count):
    number = slot("title and content", "sldNum")
    plan = deck(*(slide(text(TITLE, "x"), NumberItem(number, number.box), id=f"s{at}") for at in range(count)))
    assert painted(plan) == painted(plan)

"""A template becomes values: inheritance resolved, slides left behind, parts to take over."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pptx
import pytest
from pptx.util import Inches

from deckloom.facts.template import bundled_names, bundled_template, read_template
from deckloom.values.facts import LayoutFacts, TemplateFacts
from deckloom.values.geometry import Box, Insets, Size, inches
from deckloom.values.limits import Limits

OFFICE = Path(pptx.__file__).parent / "templates" / "default.pptx"


def read(data: bytes) -> TemplateFacts:
    outcome = read_template(data, "brand.pptx", Limits())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def changed(data: bytes, change: Mapping[str, tuple[str, str]]) -> bytes:
    """The package with one text replaced in each of these parts."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name in change:
                before, after = (one.encode() for one in change[name])
                assert before in part
                part = part.replace(before, after)
            new.writestr(name, part)
    return stream.getvalue()


LEDGER_BYTES = bundled_template("ledger") or b""
LEDGER = read(LEDGER_BYTES)
OFFICE_BYTES = OFFICE.read_bytes()
OFFICE_FACTS = read(OFFICE_BYTES)


def layout(name: str) -> LayoutFacts:
    return LEDGER.layouts[name.lower()]


def test_bundled_templates_are_found_by_name():
    assert "ledger" in bundled_names()
    assert LEDGER_BYTES.startswith(b"PK")
    assert bundled_template("no such theme") is None
    assert bundled_template("../pyproject") is None


def test_the_template_says_its_page_fonts_and_colours():
    assert LEDGER.page == Size(12_192_000, 6_858_000)
    assert LEDGER.notes_page == Size(6_858_000, 9_144_000)
    assert (LEDGER.major, LEDGER.minor) == ("Arial", "Arial")
    assert [LEDGER.colors[role] for role in ("bg1", "tx1", "bg2", "tx2")] == ["FFFFFF", "0F1B33", "F1F4F9", "475467"]
    assert LEDGER.colors["hlink"] == "1746C8"


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("Title Slide", "title subtitle date footer page-number"),
        ("Title and Content", "title content date footer page-number"),
        ("Two Content", "title content content-2 date footer page-number"),
        ("Comparison", "title heading content heading-2 content-2 date footer page-number"),
        ("Section Divider 3", "section-number title text date footer page-number"),
        ("Statement", "title text source date footer page-number"),
        ("Image Side", "title caption picture source date footer page-number"),
        ("Two Images", "title picture caption picture-2 caption-2 source date footer page-number"),
        ("Image Full Bleed", "picture title caption source page-number"),
        ("Two Numbers", "title number-1 label-1 number-2 label-2 source date footer page-number"),
        ("Number and Chart", "title number-1 label-1 heading chart source date footer page-number"),
        ("Chart and Claim", "title heading chart claim source date footer page-number"),
        ("Table", "title table source date footer page-number"),
        ("From To", "title from to text source date footer page-number"),
        ("Timeline 3", "title step-1 step-2 step-3 source date footer page-number"),
        ("Two Cards", "title card-1 card-2 source date footer page-number"),
        ("Lede and Two Points", "title text point-1 point-2 source date footer page-number"),
        ("Bullets and Picture", "title content picture caption source date footer page-number"),
        ("Title Slide with Picture", "title subtitle picture date footer"),
        ("Sources", "title content content-2 date footer page-number"),
        ("Closing", "title text date footer page-number"),
    ],
)
def test_the_roles_of_a_layout_are_a_contract(name: str, roles: str):
    assert " ".join(layout(name).slots) == roles


def test_what_a_layout_does_not_say_comes_from_the_master():
    title = layout("Title Only").slots["title"]
    assert title.box == Box(inches(0.625), inches(0.6875), 11_049_000, inches(1.0625))
    assert title.insets == Insets(0, 0, 0, 0)
    assert (title.levels[0].size, title.levels[0].bold, title.levels[0].line_pct) == (28, True, 95)


def test_what_a_layout_says_wins_over_the_master():
    caption = layout("Image Side").slots["caption"]
    assert caption.levels[0].bullet is None
    assert (caption.levels[0].margin, caption.levels[0].indent) == (0, 0)
    content = layout("Title and Content").slots["content"]
    assert [one.size for one in content.levels[:3]] == [20, 18, 16]
    assert [one.bullet for one in content.levels[:3]] == ["•", "–", "•"]
    assert [one.before for one in content.levels[:3]] == [10, 6, 4]
    assert (content.levels[1].margin, content.levels[1].indent) == (inches(0.5), -inches(0.25))


def test_a_slot_has_nine_levels():
    assert {len(slot.levels) for slot in layout("Two Content").slots.values()} == {9}


def test_colours_fills_and_backgrounds_are_roles():
    assert layout("Title Slide").background == "tx1"
    assert layout("Title Slide").slots["title"].levels[0].color == "bg1"
    assert layout("Title Only").background == "bg1"
    assert layout("Image Full Bleed").slots["title"].fill == "bg1"
    assert layout("Statement").slots["title"].fill is None


@pytest.mark.parametrize(
    ("name", "role", "ground"),
    [
        ("Section Divider 4", "section-number", "accent4"),
        ("Section Divider 4", "title", "bg1"),
        ("Key Takeaways - Grid", "card-3", "bg2"),
        ("Image Full Bleed", "caption", "bg1"),
        ("Title Slide", "subtitle", "tx1"),
    ],
)
def test_the_ground_of_a_slot_is_its_fill_or_the_panel_beneath_it_or_the_page(name, role, ground):
    facts = layout(name)
    assert facts.ground(facts.slots[role]) == ground


def test_what_a_slot_takes_goes_by_its_type():
    accepted = {role: slot.accepts for role, slot in layout("Number and Chart").slots.items()}
    assert (accepted["chart"], accepted["label-1"]) == ("chart", "text")
    assert layout("Image Side").slots["picture"].accepts == "picture"
    assert layout("Title and Content").slots["content"].accepts == "any"


def test_every_bundled_layout_resolves():
    assert [name for name, one in LEDGER.layouts.items() if not one.slots] == []


def test_generic_names_give_plain_roles():
    assert list(OFFICE_FACTS.layouts["comparison"].slots)[:5] == [
        "title", "heading", "content", "heading-2", "content-2",
    ]  # fmt: skip
    assert list(OFFICE_FACTS.layouts["picture with caption"].slots)[:3] == ["title", "picture", "text"]


def test_percentage_spacing_becomes_points():
    body = OFFICE_FACTS.layouts["title and content"].slots["content"]
    assert body.levels[0].size == 32
    assert body.levels[0].before == pytest.approx(0.2 * 1.2 * 32)


def test_system_colours_keep_the_value_last_seen():
    assert OFFICE_FACTS.colors["bg1"] == "FFFFFF"
    assert OFFICE_FACTS.colors["tx1"] == "000000"


def test_a_template_without_a_notes_master_gets_ours_with_its_own_theme():
    parts = {part.name: part for part in OFFICE_FACTS.parts}
    assert OFFICE_FACTS.notes_master_part == "ppt/notesMasters/notesMaster1.xml"
    rels = parts["ppt/notesMasters/_rels/notesMaster1.xml.rels"].data.decode()
    (theme,) = re.findall(r"theme\d+\.xml", rels)
    assert parts[f"ppt/theme/{theme}"].data == parts["ppt/theme/theme1.xml"].data
    assert theme != "theme1.xml"


def test_parts_keep_their_names_and_bytes():
    with ZipFile(BytesIO(LEDGER_BYTES)) as package:
        whole = {name: package.read(name) for name in package.namelist()}
    kept = {part.name: part.data for part in LEDGER.parts}
    written_anew = {"[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"}
    assert {name: data for name, data in whole.items() if name.startswith("ppt/") and name not in written_anew} == kept


def test_printer_settings_and_thumbnails_stay_behind():
    assert [part.name for part in OFFICE_FACTS.parts if "printer" in part.name or "docProps" in part.name] == []


def with_slides() -> bytes:
    """A template with a sample slide that has a picture and notes, and a layout with a button to the slide."""
    deck = pptx.Presentation(BytesIO(OFFICE_BYTES))
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Our own sample"
    slide.notes_slide.notes_text_frame.text = "Confidential"
    slide.shapes.add_picture(BytesIO(PNG), 0, 0, Inches(1))
    part = deck.slide_layouts[6].part
    jump = part.relate_to(slide.part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide")
    button = part._element.xpath("//p:sp[1]//p:cNvPr")[0]
    link = button.makeelement(f"{{{A_MAIN}}}hlinkClick", {f"{{{R_MAIN}}}id": jump, "action": "ppaction://hlinksldjump"})
    button.insert(0, link)
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


A_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
R_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f000500"
    "01ff8f3ee8fb0000000049454e44ae426082"
)


def test_sample_slides_stay_behind_with_all_that_only_they_reach():
    facts = read(with_slides())
    names = [part.name for part in facts.parts]
    assert [name for name in names if re.search(r"ppt/(slides|notesSlides|media)/", name)] == []
    assert b"Confidential" not in b"".join(part.data for part in facts.parts)


def test_a_button_to_a_sample_slide_loses_its_link_and_nothing_else():
    parts = {part.name: part.data for part in read(with_slides()).parts}
    assert b"hlinkClick" not in parts["ppt/slideLayouts/slideLayout7.xml"]
    assert b"slides/" not in parts["ppt/slideLayouts/_rels/slideLayout7.xml.rels"]
    assert b"slideMaster1" in parts["ppt/slideLayouts/_rels/slideLayout7.xml.rels"]


@pytest.mark.parametrize("kind", ["template", "slideshow"])
def test_templates_and_slide_shows_are_taken(kind: str):
    types = ("presentationml.presentation.main+xml", f"presentationml.{kind}.main+xml")
    assert len(read(changed(OFFICE_BYTES, {"[Content_Types].xml": types})).layouts) == 11


def test_the_digest_tells_templates_apart():
    assert LEDGER.digest != OFFICE_FACTS.digest
    assert LEDGER.digest == read(LEDGER_BYTES).digest

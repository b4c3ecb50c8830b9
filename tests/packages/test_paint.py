"""A painted deck in the eyes of readers that nobody here wrote."""

from dataclasses import replace
from io import BytesIO

import pptx
import pytest
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Emu

from deckloom.facts.template import bundled_template, read_template
from deckloom.values.geometry import Box, Crop
from deckloom.values.limits import Limits
from deckloom.values.plan import (
    Colour,
    GroupItem,
    MissingItem,
    NumberItem,
    Rule,
    RunLook,
    SectionPlan,
    SizeStep,
    SlidePlan,
)
from deckloom.values.text import ACCENT, BOLD, CODE, ITALIC, STRIKE, Para, Run, rich
from tests.unit.paint.sample import Pictures, deck, painted, picture, text

NOTES = (
    Para((Run("Say "), Run("this", BOLD), Run(" and "), Run("that", 0, "https://example.org/?a=1&b=2"))),
    Para(rich("point"), 0, "disc"),
    Para(rich("deeper"), 1, "disc"),
    Para(rich("step"), 0, "number", 3),
    Para(()),
    Para((Run("x = 1", CODE), Run(" jump", 0, "#cover"))),
)
MARKED = Para(
    (
        Run("plain & <tag> "),
        Run("bold", BOLD),
        Run("italic", ITALIC),
        Run("struck", STRIKE),
        Run("code()", CODE),
        Run("accent", ACCENT | BOLD),
        Run("link", 0, "https://example.org/"),
        Run("mail", 0, "mailto:ada@example.org"),
        Run("jump", 0, "#picture"),
        Run("self", 0, "#text"),
        Run("日本語 한글 שלום"),
    )
)


@pytest.fixture(scope="module")
def template():
    return read_template(bundled_template("ledger"), "ledger", Limits()).value


def plan_of(template, pictures: Pictures):
    """Five slides with everything the painter knows, one of them hidden."""

    def slide(layout: str, id: str, *items, notes=(), hidden=False) -> SlidePlan:
        facts = template.layouts[layout]
        return SlidePlan(id, id, facts.name, facts.part, items, notes, (), hidden)

    content, side = template.layouts["title and content"].slots, template.layouts["image side"].slots
    cover, number = template.layouts["title slide"].slots, content["page-number"]
    box = Box(571_500, 6_325_362, 11_049_000, 32_004)
    progress = GroupItem("Progress", box, (Rule(box, Colour("accent1")), Rule(box, Colour("bg2", 90, alpha=50))))
    kicker = text(content["footer"], "Research", look=RunLook(12, True, Colour("accent1", 75), 40), inherit=True)
    words = text(
        content["content"],
        MARKED,
        Para(rich("two"), 1),
        Para(rich("flat"), 0, "none"),
        Para(rich("one"), 0, "number"),
        Para(rich("שלום לכולם")),
        steps=(SizeStep(0, 18), SizeStep(1, 16)),
    )
    title = text(content["title"], 'A "quoted" title', right_inset=2_000_000)
    source = text(side["source"], Para((Run("Source: "), Run("Report", 0, "https://example.org/"))))
    red = pictures.add()
    return deck(
        slide("title slide", "cover", text(cover["title"], "Cover"), notes=NOTES),
        slide("title and content", "text", progress, title, words, kicker, NumberItem(number, number.box), notes=NOTES),
        slide(
            "image side",
            "picture",
            text(side["title"], "Picture"),
            text(side["caption"], "A caption"),
            picture(side["picture"], red, "A red field", Crop(0.1, 0, 0.1, 0)),
            source,
        ),
        slide("image wide", "hidden", picture(template.layouts["image wide"].slots["picture"], red), hidden=True),
        slide("title only", "missing", MissingItem("Picture", side["picture"].box, "Image not found", "a.png")),
        sections=(SectionPlan("R&D", 0, 2), SectionPlan("Pictures", 2, 5)),
    )


@pytest.fixture(scope="module")
def package(template) -> bytes:
    pictures = Pictures()
    plan = plan_of(template, pictures)
    return painted(replace(plan, page=template.page), pictures, template)


@pytest.fixture(scope="module")
def path(package, tmp_path_factory):
    path = tmp_path_factory.mktemp("paint") / "deck.pptx"
    path.write_bytes(package)
    return path


def test_python_pptx_reads_back_every_text_note_alt_text_and_link(package):
    slides = pptx.Presentation(BytesIO(package)).slides
    assert [slide.name for slide in slides] == ["cover", "text", "picture", "hidden", "missing"]
    assert [slide.shapes.title.text for slide in list(slides)[:3]] == ["Cover", 'A "quoted" title', "Picture"]
    body = next(one for one in slides[1].placeholders if one.placeholder_format.idx == 1).text_frame
    assert body.paragraphs[0].text == "".join(run.text for run in MARKED.runs)
    links = [run.hyperlink.address for run in body.paragraphs[0].runs if run._r.xpath(".//a:hlinkClick")]
    assert links == ["https://example.org/", "mailto:ada@example.org", "slide3.xml", "slide2.xml"]
    assert slides[0].notes_slide.notes_text_frame.text == "\n".join(
        "".join(run.text for run in para.runs) for para in NOTES
    )
    shown = next(one for one in slides[2].placeholders if one.placeholder_format.type == PP_PLACEHOLDER.PICTURE)
    assert shown._element._nvXxPr.cNvPr.get("descr") == "A red field"
    assert (shown.crop_left, shown.crop_right) == (0.1, 0.1)
    assert isinstance(shown.left, Emu)


def test_python_pptx_keeps_the_deck_whole_when_it_saves_it_again(package):
    again = BytesIO()
    pptx.Presentation(BytesIO(package)).save(again)
    assert len(pptx.Presentation(again).slides) == 5


def test_openxml_audit_finds_nothing(path, audit_findings):
    assert audit_findings(path) == []


@pytest.mark.judge
def test_the_open_xml_sdk_finds_nothing(path, sdk_findings):
    assert sdk_findings(path) == []


@pytest.mark.render
def test_libreoffice_makes_one_page_of_each_slide_that_is_not_hidden(path, soffice_pdf, pages):
    assert len(pages(soffice_pdf(path))) == 4

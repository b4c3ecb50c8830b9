"""A built deck in the hands of somebody who goes on writing: its slides are as if made by hand."""

from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from deckloom import api
from tests.support import office
from tests.support.glyphs import read_pages, union
from tests.support.overflow import find_text
from tests.support.shapes import read_shapes

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "templates" / "ledger.pptx"
PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"
PAGE = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}page"

FURNITURE = ("dt", "ftr", "sldNum")
TYPED = ("Typed words", "a level deeper", "and one more")
"""What is typed: the first into every placeholder, all three where the layout has bulleted levels."""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return api.build(ROOT / "decks" / "first.yaml", tmp_path_factory.mktemp("built") / "first.pptx")


def _texts(slide):
    """The placeholders somebody types into."""
    for shape in slide.placeholders:
        kind = shape._element.find(".//" + qn("p:ph")).get("type")
        if shape.has_text_frame and kind not in FURNITURE:
            yield shape


def _type(slide, shapes: list[int]) -> None:
    """Fills the placeholders with these indices as somebody would, and takes everything else away."""
    for shape in list(slide.shapes):
        if not shape.is_placeholder or shape.placeholder_format.idx not in shapes or not shape.has_text_frame:
            shape._element.getparent().remove(shape._element)
    for shape in _texts(slide):
        deep = shape._element.find(".//" + qn("p:ph")).get("type", "obj") == "obj"
        for old in shape.text_frame.paragraphs[1:]:
            old._p.getparent().remove(old._p)
        shape.text_frame.text = TYPED[0]
        for level, text in enumerate(TYPED[1:] if deep else (), 1):
            para = shape.text_frame.add_paragraph()
            para.text, para.level = text, level


@pytest.mark.render
def test_what_is_typed_into_a_built_slide_stands_as_in_one_made_by_hand(built, tmp_path):
    ours, by_hand = Presentation(str(built.target)), Presentation(str(TEMPLATE))
    for slide in ours.slides:
        indices = [shape.placeholder_format.idx for shape in _texts(slide)]
        made = by_hand.slides.add_slide(by_hand.slide_layouts.get_by_name(slide.slide_layout.name))
        _type(slide, indices)
        _type(made, indices)
    ours.save(str(tmp_path / "ours.pptx"))
    by_hand.save(str(tmp_path / "by-hand.pptx"))
    decks = office.convert_all([tmp_path / "ours.pptx", tmp_path / "by-hand.pptx"], tmp_path)
    for number, slides in enumerate(zip(ours.slides, by_hand.slides, *map(read_pages, decks), strict=True), 1):
        slide, made, page, page_by_hand = slides
        here, there = _places(slide, page), _places(made, page_by_hand)
        assert here.keys() == there.keys()
        apart = {
            key: (here[key], there[key]) for key in here.keys() - _stepped(slide) if _differ(here[key], there[key])
        }
        assert apart == {}, f"slide {number}"


def _places(slide, page) -> dict:
    """Where the words of each placeholder stand, by the placeholder's type, its place and the words."""
    found = find_text(read_shapes(slide), page.glyphs)
    return {(*_key(shape), para): union([one.ink for one in glyphs]) for shape, para, glyphs in found}


def _key(shape) -> tuple:
    return shape.sort, round(shape.box.left), round(shape.box.top)


def _stepped(slide) -> set:
    """What has a smaller size of its own, which long words left behind."""
    own = [shape for shape in read_shapes(slide) if len(shape.element.find(f".//{qn('a:lstStyle')}"))]
    return {(*_key(shape), para) for shape in own for para in shape.paras}


def _differ(one, other) -> bool:
    return any(abs(a - b) > 0.5 for a, b in zip(one, other, strict=True))


def test_a_placeholder_that_is_emptied_asks_for_what_belongs_there(built):
    for slide in Presentation(str(built.target)).slides:
        for shape in _texts(slide):
            prompt = shape._base_placeholder
            assert prompt._element.find(".//" + qn("p:ph")).get("hasCustomPrompt") == "1", prompt.name
            assert prompt.text_frame.text.strip()
            assert "Click" not in prompt.text_frame.text


@pytest.mark.render
def test_libreoffice_lists_every_title_and_text_in_its_outline(built, tmp_path):
    flat = office.convert(built.target, tmp_path, "fodp")
    pages = list(etree.parse(str(flat), etree.XMLParser(huge_tree=True)).iter(PAGE))
    for page, slide in zip(pages, Presentation(str(built.target)).slides, strict=True):
        shapes = [(one.get(f"{PRESENTATION}class"), _letters("".join(one.itertext()))) for one in page]
        listed = {text for kind, text in shapes if kind in ("title", "subtitle", "outline")}
        wanted = {_letters(shape.text_frame.text) for shape in _texts(slide)}
        assert wanted - listed == set()
        assert [text for kind, text in shapes if kind == "title"] == [_letters(slide.shapes.title.text_frame.text)]


def _letters(text: str) -> str:
    return "".join(text.split())

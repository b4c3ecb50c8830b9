"""What people need who do not see the slides, or not well: read from the built decks by another reader.

Looked at are our own decks, which have all to do with each other, and the gallery, which has every kind and layout.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn

from deckloom import api
from tests.support import gallery
from tests.support.colours import inks
from tests.support.shapes import Shape, read_shapes

ROOT = Path(__file__).parents[2]
DECKS = {path.stem: path for path in sorted((ROOT / "decks").glob("*.yaml"))}
NAMES = [*DECKS, *(path.stem for path in gallery.specs())]

FURNITURE = ("dt", "ftr", "sldNum")
TITLES = ("title", "ctrTitle")
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
SECTIONS = ".//{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
SMALL_PRINT = ("Source", "Progress")
"""The lines that are drawn where a layout has no placeholder for them."""
BARE_LINK = re.compile(r"(https?://|www\.)\S+|here|click here|link", re.IGNORECASE)


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="deckloom-read-")


@cache
def read(name: str):
    """A built deck, opened by python-pptx."""
    if name in DECKS:
        return Presentation(str(api.build(DECKS[name], Path(_folder().name, f"{name}.pptx")).target))
    return Presentation(str(gallery.build(name).target))


def _slides(name: str) -> Iterator:
    return enumerate(read(name).slides, 1)


def _about(shape: Shape):
    """``p:cNvPr`` of a shape."""
    return shape.element.find(f".//{qn('p:cNvPr')}")


def _rank(shape: Shape, over_the_page: bool) -> int:
    """The place of a shape in the order of reading: what lies beneath everything, title, content, source, furniture."""
    if _about(shape).find(f".//{DECORATIVE}") is not None and not shape.paras:
        return 0
    if shape.sort in TITLES:
        return 1
    if over_the_page and shape.sort == "pic":
        return 0
    if shape.name == "Source":
        return 3
    return 4 if shape.sort in FURNITURE or shape.name == "Progress" else 2


def _top_level(slide) -> list[Shape]:
    """The slide's shapes without the members of groups and the cells of tables."""
    tree = slide.shapes._spTree
    return [one for one in read_shapes(slide) if one.element.getparent() is tree]


@pytest.mark.parametrize("name", NAMES)
def test_slides_are_read_in_the_order_in_which_they_are_seen(name: str):
    for number, slide in _slides(name):
        shapes = _top_level(slide)
        over_the_page = "Full Bleed" in slide.slide_layout.name
        ranks = [_rank(shape, over_the_page) for shape in shapes]
        assert ranks == sorted(ranks), f"slide {number}: {[shape.name for shape in shapes]}"
        content = [shape for shape, rank in zip(shapes, ranks, strict=True) if rank == 2]
        for before, after in combinations(content, 2):
            assert not _belongs_before(after, before), f"slide {number}: `{after.name}` is read after `{before.name}`"


def _belongs_before(one: Shape, other: Shape) -> bool:
    """Whether one stands above the other in its column, or to the left of it in its row."""
    shared = one.box.shared(other.box)
    above = one.box.bottom <= other.box.top + 1 and shared.width > 1
    left = one.box.right <= other.box.left + 1 and shared.height > 1
    return above or left


@pytest.mark.parametrize("name", [one for one in NAMES if one in DECKS])
def test_titles_and_section_names_are_unique(name: str):
    titles = [slide.shapes.title.text_frame.text for _, slide in _slides(name)]
    sections = [one.get("name") for one in read(name).part._element.iterfind(SECTIONS)]
    assert len(set(titles)) == len(titles)
    assert len(set(sections)) == len(sections)


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_has_a_title(name: str):
    assert [number for number, slide in _slides(name) if not slide.shapes.title.text_frame.text.strip()] == []


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_is_drawn_has_an_alt_text_or_is_decorative(name: str):
    for number, slide in _slides(name):
        for shape in _top_level(slide):
            if shape.sort in ("group", "drawn", "frame", "picture", "pic") and not shape.paras:
                about = _about(shape)
                decorative = about.find(f".//{DECORATIVE}") is not None
                assert bool((about.get("descr") or "").strip()) != decorative, f"slide {number}: `{shape.name}`"


@pytest.mark.parametrize("name", NAMES)
def test_the_document_says_its_title_and_its_language_and_so_does_every_run(name: str):
    deck = read(name)
    assert deck.core_properties.title
    lang = deck.core_properties.language
    assert lang
    for number, slide in _slides(name):
        trees = [slide._element, *([slide.notes_slide._element] if slide.has_notes_slide else [])]
        for tree in trees:
            for run in tree.iter(qn("a:r"), qn("a:fld")):
                assert run.find(qn("a:rPr")).get("lang") == lang, f"slide {number}: {''.join(run.itertext())!r}"


@pytest.mark.parametrize("name", NAMES)
def test_links_are_named_in_words(name: str):
    for number, slide in _slides(name):
        for run in slide._element.iter(qn("a:r")):
            if run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}") is not None:
                text = "".join(run.itertext()).strip()
                assert text, f"slide {number} has a link without words"
                assert not BARE_LINK.fullmatch(text), f"slide {number}: {text}"


@pytest.mark.parametrize("name", NAMES)
def test_all_text_can_be_read_on_its_ground(name: str):
    for number, slide in _slides(name):
        for ink in inks(slide):
            told = f"slide {number}, `{ink.shape}`: {ink.text!r} has {ink.contrast:.2f}, needs {ink.wanted}"
            assert ink.contrast >= ink.wanted, told


@pytest.mark.parametrize(
    ("layout", "idx", "role", "contrast"),
    [
        ("Title and Content", 1, "bg2", 1.1),
        ("Title and Content", 1, "tx2", 7.69),
        ("Section Divider 2", 20, "bg1", 3.51),  # white on the panel of the layout
        ("Title Slide", 1, "tx2", 2.23),  # on the cover's own ground
        ("Image Full Bleed", 1, "accent2", 3.51),  # on the label's own fill
    ],
)
def test_the_contrast_is_that_of_the_ground_a_text_stands_on(layout: str, idx: int, role: str, contrast: float):
    deck = Presentation(str(ROOT / "templates" / "ledger.pptx"))
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name(layout))
    shape = next(one for one in slide.placeholders if one.placeholder_format.idx == idx)
    shape.text_frame.text = "Words"
    fill = shape.text_frame.paragraphs[0].runs[0].font.fill
    fill.solid()
    fill.fore_color.theme_color = MSO_THEME_COLOR.from_xml(role)
    (ink,) = inks(slide)
    assert ink.contrast == pytest.approx(contrast, abs=0.02)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_moves_by_itself(name: str):
    for number, slide in _slides(name):
        assert slide._element.find(qn("p:transition")) is None, f"slide {number}"


@pytest.mark.parametrize("name", NAMES)
def test_the_outline_holds_every_title_and_every_text(name: str):
    """Programs list the titles and the text placeholders of a deck in their outline, and no text boxes. The words of a
    drawing belong to the drawing, which is a group with an alt text."""
    listed = {*TITLES, "subTitle", "body", "obj", *FURNITURE}
    for number, slide in _slides(name):
        others = [one for one in read_shapes(slide) if one.paras and one.sort not in {*listed, "cell"}]
        texts = [one.name for one in others if one.element.getparent().tag != qn("p:grpSp")]
        assert [one for one in texts if one not in SMALL_PRINT] == [], f"slide {number}"

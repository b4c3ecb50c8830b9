"""The measurement finds what is wrong: decks that somebody has spoilt, and the pages of decks that have changed."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw
from pptx import Presentation
from pptx.util import Inches, Pt

from tests.support import office
from tests.support.likeness import likeness, save_difference, small
from tests.support.overflow import deck_faults, pages_to_measure

ROOT = Path(__file__).parents[2]
LONG = "Trams that leave every seven minutes bring more riders than lower fares ever did. " * 6
SHORT = "A line that fits"


def _placeholder(slide, idx: int, text: str):
    shape = next(one for one in slide.placeholders if one.placeholder_format.idx == idx)
    shape.text_frame.text = text
    return shape


def _text_box(slide, box: tuple[float, ...], text: str):
    shape = slide.shapes.add_textbox(*map(Inches, box))
    shape.text_frame.word_wrap = True
    shape.text_frame.text = text
    shape.text_frame.paragraphs[0].font.size = Pt(18)
    return shape


def _good(slide, layouts):
    _placeholder(slide, 0, "A title that fits")
    _placeholder(slide, 1, SHORT)


def _too_long(slide, layouts):
    _placeholder(slide, 0, "A title that fits")
    _placeholder(slide, 1, (LONG * 3)[:1090])


def _title_too_long(slide, layouts):
    _placeholder(slide, 0, LONG)


def _too_wide(slide, layouts):
    _placeholder(slide, 0, "A title that fits")
    shape = _text_box(slide, (2, 3, 2, 1), "Trams" * 12)
    shape.text_frame.word_wrap = False


def _overlapping_boxes(slide, layouts):
    _placeholder(slide, 0, "A title that fits")
    body = _placeholder(slide, 1, SHORT)
    body.left, body.top, body.width, body.height = map(Inches, (0.625, 1.4, 10, 4))


def _off_the_slide(slide, layouts):
    _placeholder(slide, 0, "A title that fits")
    _text_box(slide, (9, 3, 5, 1), SHORT)


def _at_the_edge(slide, layouts):
    _placeholder(slide, 0, "A title that fits")
    _text_box(slide, (0, 3, 5, 1), SHORT)


def _text_on_text(slide, layouts):
    _placeholder(slide, 0, "A title that fits")
    _text_box(slide, (2, 3, 5, 1), "Riders came first")
    _text_box(slide, (2.1, 3.05, 5, 1), "Cars left later on")


SPOILT = [
    (_good, None),
    (_too_long, "reaches over the bottom of its box"),
    (_title_too_long, "reaches over the bottom of its box"),
    (_too_wide, "reaches over the right of its box"),
    (_overlapping_boxes, "`Title 1` and `Content Placeholder 2` overlap"),
    (_off_the_slide, "`TextBox 3` leaves the slide at the right by 48 pt"),
    (_at_the_edge, "too close to the edge"),
    (_text_on_text, "text lies on text"),
]


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is found in a deck of one slide for each row of the table."""
    deck = Presentation(str(ROOT / "templates" / "ledger.pptx"))
    layout = deck.slide_layouts.get_by_name("Title and Content")
    for spoil, _ in SPOILT:
        slide = deck.slides.add_slide(layout)
        spoil(slide, deck.slide_layouts)
        for empty in [one for one in slide.placeholders if not one.text_frame.text]:
            empty._element.getparent().remove(empty._element)
    folder = tmp_path_factory.mktemp("spoilt")
    deck.save(str(folder / "spoilt.pptx"))
    (pages,) = pages_to_measure([folder / "spoilt.pptx"], folder, lambda decks: office.convert_all(decks, folder))
    return deck_faults(folder / "spoilt.pptx", pages)


@pytest.mark.render
@pytest.mark.parametrize(("at", "fault"), [(at, fault) for at, (_, fault) in enumerate(SPOILT, 1)])
def test_what_is_wrong_with_a_slide_is_found_and_nothing_else(faults: list[str], at: int, fault: str | None):
    found = [one for one in faults if one.startswith(f"slide {at}:")]
    assert [one for one in found if fault is None or fault not in one] == []
    assert bool(found) == bool(fault)


@pytest.mark.render
def test_a_text_that_is_not_drawn_is_missed(tmp_path: Path):
    deck = Presentation(str(ROOT / "templates" / "ledger.pptx"))
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name("Title Only"))
    slide.shapes.title.text_frame.text = "A title that fits"
    deck.save(str(tmp_path / "drawn.pptx"))
    (pages,) = pages_to_measure([tmp_path / "drawn.pptx"], tmp_path, lambda one: office.convert_all(one, tmp_path))
    slide.shapes.title.text_frame.text = "Another title"
    deck.save(str(tmp_path / "changed.pptx"))
    assert deck_faults(tmp_path / "changed.pptx", pages) == [
        'slide 1: `Title 1`: the text "Another title" is not on the page'
    ]


def _page() -> Image.Image:
    """A page with a line of little blocks for words, a panel and a rule."""
    page = Image.new("RGB", (1280, 720), "white")
    draw = ImageDraw.Draw(page)
    for at in range(40):
        draw.rectangle((60 + at * 22, 100, 60 + at * 22 + 9 + at % 3 * 3, 120), "#0F1B33")
    draw.rectangle((60, 300, 600, 500), "#F1F4F9")
    draw.rectangle((60, 300, 600, 303), "#0F1B33")
    return page


def _without_a_word(page: Image.Image) -> None:
    ImageDraw.Draw(page).rectangle((100, 95, 180, 125), "white")


def _another_colour(page: Image.Image) -> None:
    ImageDraw.Draw(page).rectangle((60, 304, 600, 500), "#D26E0B")


def _without_the_rule(page: Image.Image) -> None:
    ImageDraw.Draw(page).rectangle((60, 299, 600, 304), "#F1F4F9")


@pytest.mark.parametrize("change", [_without_a_word, _another_colour, _without_the_rule])
def test_a_page_that_changed_is_not_alike(change, tmp_path: Path):
    changed = _page()
    change(changed)
    found = likeness(small(_page()), small(changed))
    assert not found.alike
    save_difference(small(_page()), small(changed), found, tmp_path / "folder" / "difference.png")
    assert Image.open(tmp_path / "folder" / "difference.png").size == (1460, 270)


@pytest.mark.parametrize("shift", [(0, 0), (1, 0), (0, 1)])
def test_a_page_that_another_renderer_moves_by_a_pixel_is_alike(shift: tuple[int, int]):
    assert likeness(small(_page()), small(ImageChops.offset(_page(), *shift))).alike

"""The list of layouts, as data."""

from itertools import combinations

import pytest

from deckloom.theme.grid import PAGE, Area
from deckloom.theme.layouts import LAYOUTS
from deckloom.theme.layouts.common import KICKER_AREA, NAME_AREA, NUMBER_AREA, TITLE_AREA
from deckloom.theme.look import Layout, Place, Shapes
from deckloom.values.geometry import Box

BY_NAME = {layout.name: layout for layout in LAYOUTS}
FROM_MASTER = {"title": TITLE_AREA, "dt": NAME_AREA, "ftr": KICKER_AREA, "sldNum": NUMBER_AREA}


def area(place: Place) -> Area:
    """Where the placeholder stands, inherited or not."""
    return place.area or FROM_MASTER[place.type or ""]


def place(layout: str, name: str) -> Place:
    return next(one for one in BY_NAME[layout].places if one.name == name)


def test_the_standard_layouts_come_first_with_their_types_and_placeholders():
    assert [(one.name, one.type, len(one.places)) for one in LAYOUTS[:11]] == [
        ("Title Slide", "title", 5),
        ("Title and Content", "obj", 5),
        ("Section Header", "secHead", 5),
        ("Two Content", "twoObj", 6),
        ("Comparison", "twoTxTwoObj", 8),
        ("Title Only", "titleOnly", 4),
        ("Blank", "blank", 3),
        ("Content with Caption", "objTx", 6),
        ("Picture with Caption", "picTx", 6),
        ("Title and Vertical Text", "vertTx", 5),
        ("Vertical Title and Text", "vertTitleAndTx", 5),
    ]


def test_no_two_layouts_share_a_name():
    assert len(BY_NAME) == len(LAYOUTS)


def test_placeholders_of_a_layout_have_names_and_numbers_of_their_own():
    for layout in LAYOUTS:
        assert len({one.name for one in layout.places}) == len(layout.places), layout.name
        assert len({one.idx for one in layout.places}) == len(layout.places), layout.name


def test_everything_stands_on_the_page():
    for layout in LAYOUTS:
        for box in boxes(layout):
            assert min(box.x, box.y) >= 0, layout.name
            assert (box.right <= PAGE.w, box.bottom <= PAGE.h) == (True, True), layout.name


def boxes(layout: Layout) -> list[Box]:
    """Every placeholder and every shape."""
    shapes = [one for shape in layout.shapes for one in (shape.shapes if isinstance(shape, Shapes) else (shape,))]
    return [area(one).box for one in layout.places] + [one.area.box for one in shapes]


def test_placeholders_do_not_overlap():
    for layout in LAYOUTS:
        whole = Box(0, 0, *PAGE)
        placed = [(one.name, area(one).box) for one in layout.places if area(one).box != whole]
        for (name, a), (other, b) in combinations(placed, 2):
            apart = a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y
            assert apart, f"{layout.name}: {name} and {other}"


def test_every_placeholder_but_the_number_says_what_belongs_there():
    silent = [(layout.name, one.name) for layout in LAYOUTS for one in layout.places if not "".join(one.prompt)]
    assert {name for _, name in silent} == {"Slide Number"}


@pytest.mark.parametrize(
    ("layout", "name", "x", "y", "w", "h"),
    [
        ("Title Slide", "Title", 0.625, 1.25, 7.972, 2.75),
        ("Title Slide", "Subtitle", 0.625, 4.25, 6.944, 1.125),
        ("Section Divider 4", "Section Number", 0.625, 0.5, 2.833, 2),
        ("Section Divider 4", "Title", 4.986, 2.0, 6.944, 2.25),
        ("Key Takeaways - Rows", "Lead 1", 1.403, 2.0, 3.986, 0.925),
        ("Key Takeaways - Rows", "Detail 4", 5.764, 5.375, 6.944, 0.925),
        ("Key Takeaways - Three Rows", "Detail 3", 5.764, 5.0, 6.944, 1.3),
        ("Key Takeaways - Grid", "Card 8", 9.875, 4.25, 2.833, 2.125),
        ("Lede and Three Points", "Point 2", 4.736, 3.375, 3.736, 3.0),
        ("Two Points", "Point 2", 6.792, 2.75, 5.667, 3.625),
        ("Statement", "Title", 0.625, 1.25, 11.056, 3.0),
        ("Image Full Bleed", "Source", 0.625, 6.375, 6.944, 0.4375),
        ("Image Wide", "Picture", 0.625, 1.875, 12.083, 3.5),
        ("Image Side", "Picture", 4.736, 1.875, 7.972, 4.5),
        ("Image Side", "Caption", 0.625, 1.875, 3.736, 4.5),
        ("Image Portrait", "Caption", 0.625, 1.875, 6.569, 4.5),
        ("Image Framed", "Picture", 0.875, 2.125, 11.583, 3.125),
        ("Two Images", "Caption 2", 6.792, 5.3125, 5.917, 1.0625),
        ("Big Number", "Label 1", 6.792, 2.125, 5.917, 2.75),
        ("Three Numbers", "Label 3", 8.847, 4.0625, 3.861, 2.3125),
        ("Number and Chart", "Chart", 5.764, 2.25, 6.944, 4.125),
        ("Chart and Claim", "Claim", 9.097, 1.875, 3.611, 4.5),
        ("Title and Content", "Content", 0.625, 1.875, 10.028, 4.5),
        ("Comparison", "Content 2", 6.792, 2.5, 5.917, 3.875),
        ("From To", "To", 7.0417, 1.875, 5.667, 3.75),
        ("Timeline 4", "Step 4", 9.875, 3.3125, 2.833, 3.0625),
        ("Nine Cards", "Card 9", 8.847, 5.0, 3.861, 1.375),
    ],
)
def test_boxes_are_those_of_the_design(layout: str, name: str, x: float, y: float, w: float, h: float):
    assert area(place(layout, name)) == pytest.approx((x, y, w, h), abs=0.0006)


@pytest.mark.parametrize(
    ("layout", "name", "sizes"),
    [
        ("Title Slide", "Title", [48]),
        ("Statement", "Title", [54]),
        ("Quote", "Title", [36]),
        ("Title and Content", "Content", [20, 18, 16, 16, 16]),
        ("Image Side", "Caption", [20]),
        ("Image Wide", "Caption", [18]),
        ("Image Full Bleed", "Title", [26]),
        ("Key Takeaways - Rows", "Detail 1", [16]),
        ("Three Points", "Point 1", [22, 18]),
        ("Two Numbers", "Number 1", [96]),
        ("Sources", "Content 2", [14]),
    ],
)
def test_sizes_are_those_of_the_type_scale(layout: str, name: str, sizes: list[int]):
    look = place(layout, name).look
    assert look is not None
    assert [level.size for level in look.levels] == sizes


def test_the_six_dividers_take_the_six_accents():
    panels = [BY_NAME[f"Section Divider {number}"].shapes[0] for number in range(1, 7)]
    assert [panel.fill.scheme for panel in panels] == [f"accent{number}" for number in range(1, 7)]


def test_the_motif_rises_from_the_middle_to_the_last_bar_in_full_colour():
    (motif,) = BY_NAME["Title Slide"].shapes
    heights = [bar.area.h for bar in motif.shapes]
    assert heights == sorted(heights)
    assert heights[0] == pytest.approx(0.12)
    assert heights[-1] == pytest.approx(4.02)
    assert [bar.fill.scheme for bar in motif.shapes] == ["cover.motif"] * 21 + ["cover.hot"]


def test_what_stands_below_is_read_later():
    """The order in the file is the order in which a slide is read out: title, content, source, furniture."""
    for layout in (one for one in LAYOUTS if one.name != "Blank" and "Full Bleed" not in one.name):
        order = [one.name for one in layout.places]
        assert "Title" in order[:2], layout.name
        foot = [name for name in order if name in {"Source", "Date", "Footer", "Slide Number"}]
        assert order[-len(foot) :] == foot, layout.name

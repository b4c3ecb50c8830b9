"""A flow: boxes, arrows, and where they go."""

import pytest

from deckloom.plan.flow import arrangements
from deckloom.values.plan import DrawingItem
from deckloom.values.text import plain
from tests.support.plans import only_slide, planned
from tests.support.specs import slides, told

CHAIN = "- kind: flow\n  title: T is\n  items: [{}]\n"
BRANCH = """
- kind: flow
  title: T is
  items: [{lead: A, id: a}, {lead: B, id: b}, {lead: C, detail: More, id: c}, {lead: D, id: d}]
  links:
    - {from: a, to: b, label: yes}
    - {from: a, to: c, label: no}
    - {from: b, to: d}
    - {from: C, to: d}
"""
LOOP = """
- kind: flow
  title: T is
  items: [A, B, C]
  links: [{from: A, to: B}, {from: B, to: C}, {from: C, to: A, label: again}, {from: A, to: C}]
"""


def drawing(text):
    (item,) = [one for one in only_slide(text).items if isinstance(one, DrawingItem)]
    return item


def joined(item):
    names = [plain(one.paras[0].runs) if one.paras else "" for one in (*item.shapes, *item.labels)]
    return [(names[one.start.shape], one.start.side, names[one.end.shape], one.end.side) for one in item.connectors]


def test_items_lead_from_one_to_the_next_in_one_row():
    item = drawing(CHAIN.format("A, B, C"))
    assert joined(item) == [("A", 3, "B", 1), ("B", 3, "C", 1)]
    assert len({one.box.y for one in item.shapes}) == 1
    assert item.alt == "T is: A → B → C"


@pytest.mark.parametrize(("count", "rows"), [(2, 1), (5, 1), (6, 2), (8, 2)])
def test_many_boxes_stand_in_two_rows_read_from_left_to_right(count, rows):
    item = drawing(CHAIN.format(", ".join("ABCDEFGH"[:count])))
    places = [(one.box.y, one.box.x) for one in item.shapes]
    assert len({y for y, _ in places}) == rows
    assert places == sorted(places)


def test_what_is_equally_far_from_the_start_shares_a_column():
    item = drawing(BRANCH)
    a, b, c, d = (one.box for one in item.shapes)
    assert (b.x, b.y < c.y, a.y == d.y) == (c.x, True, True)
    assert [one.shape for one in item.connectors] == ["elbow"] * 4
    assert [plain(one.paras[0].runs) for one in item.labels] == ["yes", "no"]
    assert item.alt == "T is: A → B (yes); A → C (no); B → D; C → D"


def test_an_arrow_back_goes_past_the_boxes_in_two_halves():
    item = drawing(LOOP)
    assert joined(item)[2:] == [("C", 2, "again", 3), ("again", 1, "A", 2), ("A", 0, "", 1), ("", 3, "C", 0)]
    assert [(one.shape, one.arrow) for one in item.connectors[2:]] == [("corner", False), ("corner", True)] * 2
    assert item.box.bottom > max(one.box.bottom for one in item.shapes)


@pytest.mark.parametrize("text", [CHAIN.format("A, B, C, D, E, F, G, H"), BRANCH, LOOP])
def test_no_two_shapes_of_a_drawing_overlap_and_all_are_in_its_group(text):
    item = drawing(text)
    boxes = [one.box for one in (*item.shapes, *item.labels)]
    for at, a in enumerate(boxes):
        assert (a.x >= item.box.x, a.right <= item.box.right) == (True, True)
        for b in boxes[at + 1 :]:
            assert a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y


@pytest.mark.parametrize("text", [CHAIN.format("A, B, C, D, E, F, G, H"), BRANCH, LOOP])
def test_every_connector_begins_and_ends_at_the_side_it_is_fastened_to(text):
    item = drawing(text)
    boxes = [one.box for one in (*item.shapes, *item.labels)]
    for line in item.connectors:
        assert _ends(line) == pytest.approx([*_side(boxes, line.start), *_side(boxes, line.end)], abs=2)


def _side(boxes, glue):
    box = boxes[glue.shape]
    return (
        (box.x + box.w / 2, box.y),
        (box.x, box.y + box.h / 2),
        (box.x + box.w / 2, box.bottom),
        (box.right, box.y + box.h / 2),
    )[glue.side]


def _ends(line):
    """Where the frame, mirrored and turned as the standard says, begins and ends."""
    found = []
    for x, y in ((0, 0), (line.box.w, line.box.h)):
        dx, dy = x - line.box.w / 2, y - line.box.h / 2
        dx, dy = -dx if line.flip_h else dx, -dy if line.flip_v else dy
        for _ in range(line.turn):
            dx, dy = -dy, dx
        found += [line.box.x + line.box.w / 2 + dx, line.box.y + line.box.h / 2 + dy]
    return found


def test_all_boxes_take_the_size_that_the_fullest_needs():
    item = drawing(CHAIN.format("A, B, '**Organisationally** long', D, E"))
    assert {one.levels[0].size for one in item.shapes} == {20}
    assert len({one.box.y for one in item.shapes}) == 2
    long = ", ".join(["'**A lead** " + "with many more words " * 5 + "'"] * 8)
    assert {one.levels[0].size for one in drawing(CHAIN.format(long)).shapes} == {16}


@pytest.mark.parametrize(
    ("text", "slug", "path"),
    [
        (CHAIN.format(", ".join(["'" + "too many words " * 30 + "'"] * 8)), "text-too-long", ("items", 0)),
        (CHAIN.format("A, B, C, D, " + "W" * 60), "word-too-wide", ("items", 4)),
        (
            LOOP.replace("{from: A, to: B}", "{from: A, to: B, label: a label of many many words}"),
            "text-too-long",
            ("links", 0),
        ),
    ],
)
def test_what_does_not_fit_is_said_where_it_stands(text, slug, path):
    _, found = planned(text)
    assert [(one.slug, one.path[2:]) for one in found] == [(slug, path)]


def test_an_arrow_that_would_cross_a_box_is_a_fault():
    crossing = (
        "[{from: A, to: D}, {from: A, to: E}, {from: B, to: F}, {from: C, to: D}, {from: D, to: B}, {from: F, to: A}]"
    )
    _, found = planned(f"- kind: flow\n  title: T is\n  items: [A, B, C, D, E, F]\n  links: {crossing}\n")
    assert [(one.slug, one.path[2]) for one in found] == [("bad-value", "links")]


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("{from: A, to: C}", "7:25 unknown-target: no item is called `C` | did you mean `A`?"),
        ("{from: A, to: a}", "7:11 bad-value: a link joins two different items | name another item"),
        ("{from: A}", "7:11 missing-field: a link needs `to` | add `to:`"),
    ],
)
def test_a_link_joins_two_items(link, message):
    _, found = slides(f"- kind: flow\n  title: T is\n  items: [A, B]\n  links: [{link}]\n")
    assert told(found) == [message]


def test_two_items_cannot_share_an_id():
    _, found = slides("- kind: flow\n  title: T is\n  items: [{lead: A, id: x}, {lead: B, id: x}]\n")
    assert [(one.slug, one.path) for one in found] == [("duplicate-id", ("slides", 0, "items", 1, "id"))]


def test_arrangements_are_tried_from_the_plainest_on():
    assert [(one.columns, one.rows) for one in arrangements(4, [(0, 1), (1, 2), (2, 3)])] == [(4, 1), (2, 2)]
    assert [(one.columns, one.rows) for one in arrangements(4, [(0, 1), (0, 2), (1, 3)])] == [(3, 2), (4, 1), (2, 2)]
    assert [(one.columns, one.rows) for one in arrangements(7, [(at, at + 1) for at in range(6)])] == [(4, 2)]

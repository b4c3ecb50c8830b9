"""How takeaways choose their layout and count."""

import pytest

from deckloom.kinds.takeaways import KIND
from deckloom.plan.words import ENGLISH
from deckloom.values.composition import Context
from deckloom.values.text import plain, rich
from tests.support.specs import slides

CONTEXT = Context(rich("Deck"), None, None, None, "en", ENGLISH, {}, ("slides", 0))


def composed(count, detail, layout="auto"):
    item = "{lead: A lead, detail: Its detail}" if detail else "A lead"
    text = f"- {{kind: takeaways, title: T, layout: {layout}, items: [{', '.join([item] * count)}]}}"
    deck, found = slides(text)
    assert found == ()
    composition, *_ = KIND.compose(deck.slides[0].spec, CONTEXT)
    return (composition, *composition.continued)


@pytest.mark.parametrize(
    ("count", "detail", "layout", "rows"),
    [
        (2, False, "Key Takeaways - Two Rows", [2]),
        (3, True, "Key Takeaways - Three Rows", [3]),
        (4, True, "Key Takeaways - Rows", [4]),
        (8, True, "Key Takeaways - Rows", [4, 4]),
        (9, True, "Key Takeaways - Three Rows", [3, 3, 3]),
        (5, False, "Five Cards", None),
        (8, False, "Key Takeaways - Grid", None),
        (9, False, "Nine Cards", None),
    ],
)
def test_auto_goes_by_the_number_of_items_and_their_details(count, detail, layout, rows):
    pages = composed(count, detail)
    assert {page.layouts[0] for page in pages} == {layout}
    if rows:
        assert [sum(part.role.startswith("lead-") for part in page.parts) for page in pages] == rows


def test_pages_with_fewer_rows_stand_in_layouts_without_empty_ones():
    assert [page.layouts for page in composed(5, True)] == [
        ("Key Takeaways - Three Rows", "Key Takeaways - Rows"),
        ("Key Takeaways - Two Rows", "Key Takeaways - Rows"),
    ]


def test_numbers_and_kicker_go_on_over_the_pages():
    _, second = composed(8, True)
    numbers = [plain(part.paras[0].runs) for part in second.parts if part.role.startswith("number-")]
    assert numbers == ["5", "6", "7", "8"]
    assert plain(second.kicker) == "Key takeaways, 5 to 8"


def test_a_grid_keeps_the_details_in_the_notes():
    (page,) = composed(8, True, "grid")
    assert [plain(part.para.runs) for part in page.notes] == ["A lead: Its detail"] * 8
    assert page.notes[3].path == ("slides", 0, "items", 3, "detail")


def test_one_each_titles_a_statement_by_every_lead():
    pages = composed(3, True, "one-each")
    assert [plain(page.parts[0].paras[0].runs) for page in pages] == ["A lead"] * 3
    assert [plain(page.kicker) for page in pages][2] == "Takeaway 3 of 3"


@pytest.mark.parametrize("count", [1, 10])
def test_fewer_than_two_or_more_than_nine_items_are_refused(count):
    _, found = slides(f"- {{kind: takeaways, title: T, items: [{', '.join(['A'] * count)}]}}")
    assert [one.slug for one in found] == ["too-many"]


def test_rows_that_follow_rows_go_on_counting():
    deck, _ = slides("""
        - {kind: takeaways, title: A, items: [a, b, c]}
        - {kind: takeaways, title: B, items: [d, e]}
        - {kind: takeaways, title: C, layout: grid, items: [d, e]}
        """)
    first, second, third = (entry.spec for entry in deck.slides)
    assert KIND.counts(first, second) == 3
    assert KIND.counts(second, third) == 0

"""Cards: up to nine things on panels."""

import pytest

from tests.support.plans import only_slide, sizes, words
from tests.support.specs import slides, told

NAMES = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven", 8: "Eight", 9: "Nine"}


@pytest.mark.parametrize("count", NAMES)
def test_the_layout_has_as_many_cards_as_there_are_items(count):
    slide = only_slide(f"- kind: cards\n  title: T is\n  items: [{', '.join(['{lead: A, detail: B}'] * count)}]\n")
    assert slide.layout_name == f"{NAMES[count]} Cards"
    assert words(slide)[f"card-{count}"] == ["A", "B"]


def test_all_cards_take_the_size_that_the_fullest_needs():
    slide = only_slide(f"- kind: cards\n  title: T is\n  items: [{'a longer lead ' * 16}, B]\n")
    assert sizes(slide) == {"card-1": {0: 20}, "card-2": {0: 20}}


def test_ten_cards_are_too_many():
    _, found = slides(f"- kind: cards\n  title: T is\n  items: [{', '.join('A' * 10)}]\n")
    assert told(found) == ["6:10 too-many: `items` takes 2 to 9 items, there are 10"]

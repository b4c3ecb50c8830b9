"""Points: columns side by side."""

import pytest

from tests.support.plans import only_slide, planned, sizes, words
from tests.support.specs import slides, told


@pytest.mark.parametrize(
    ("count", "text", "layout"),
    [
        (2, "", "Two Points"),
        (3, "", "Three Points"),
        (4, "", "Four Points"),
        (2, "  text: Above.\n", "Lede and Two Points"),
        (3, "  text: Above.\n", "Lede and Three Points"),
        (4, "  text: Above.\n", "Lede and Four Points"),
    ],
)
def test_the_layout_goes_by_the_number_of_points_and_the_text_above(count, text, layout):
    items = ", ".join(["{lead: A, detail: B}"] * count)
    slide = only_slide(f"- kind: points\n  title: T is\n{text}  items: [{items}]\n")
    assert slide.layout_name == layout
    assert words(slide)["point-2"] == ["A", "B"]
    assert words(slide).get("text") == (["Above."] if text else None)


def test_a_markdown_list_splits_at_the_bold_start():
    slide = only_slide("- kind: points\n  title: T is\n  items: |\n    - **First,** then more\n    - Second\n")
    assert (words(slide)["point-1"], words(slide)["point-2"]) == (["First", "Then more"], ["Second"])


def test_all_points_take_the_size_that_the_longest_needs():
    long = "Retries, fallbacks and careful error handling. " * 7
    slide = only_slide(f"- kind: points\n  title: T is\n  items: ['**A** {long}', '**B** short', C, D]\n")
    assert sizes(slide) == {
        "point-1": {0: 18, 1: 16},
        "point-2": {0: 18, 1: 16},
        "point-3": {0: 18},
        "point-4": {0: 18},
    }


def test_a_point_too_long_at_the_smallest_size_is_a_fault_where_it_stands():
    _, found = planned(f"- kind: points\n  title: T is\n  items: [A, '**B** {'many words ' * 60}', C]\n")
    assert [(one.slug, one.path) for one in found] == [("text-too-long", ("slides", 0, "items", 1))]


@pytest.mark.parametrize("count", [1, 5])
def test_there_are_two_to_four_points(count):
    _, found = slides(f"- kind: points\n  title: T is\n  items: [{', '.join('A' * count)}]\n")
    assert told(found) == [f"6:10 too-many: `items` takes 2 to 4 items, there are {count}"]

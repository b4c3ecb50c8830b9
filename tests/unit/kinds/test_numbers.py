"""How numbers stand, and how far a long one shrinks them."""

import pytest

from deckloom import api
from tests.support.specs import HEAD, slides, told

ITEM = "{value: '%s', label: What it counts, delta: +3 on last year}"


def placed(tmp_path, *values):
    """The sizes of the numbers on the slide, and the diagnostics."""
    spec = tmp_path / "deck.yaml"
    items = ", ".join(ITEM % value for value in values)
    spec.write_text(
        f"{HEAD}- {{kind: numbers, title: Numbers tell it, source: none, items: [{items}]}}\n", encoding="utf-8"
    )
    checked = api.check(spec)
    items = [item for slide in checked.plan.slides for item in slide.items]
    numbers = [one for one in items if one.slot.role.startswith("number-")]
    return [one.steps[0].size if one.steps else one.slot.levels[0].size for one in numbers], checked.diagnostics


@pytest.mark.parametrize(
    ("values", "sizes"),
    [
        (["61%"], [138]),
        (["~$9,123B"], [96]),
        (["61%", "€42.1M"], [96, 96]),
        (["61%", "1,234,567"], [72, 72]),
        (["61%", "1,204", "7"], [72, 72, 72]),
        (["61%", "$14,204B", "7"], [54, 54, 54]),
        (["61%", "1,204", "7", "8"], [54, 54, 54, 54]),
    ],
)
def test_numbers_side_by_side_take_the_size_that_the_longest_needs(values, sizes, tmp_path):
    assert placed(tmp_path, *values) == (sizes, ())


def test_a_number_too_long_at_the_smallest_size_asks_for_a_unit(tmp_path):
    _, (found,) = placed(tmp_path, "9,000,000,000,000", "1", "2")
    assert found.slug == "text-too-long"
    assert found.message == "the number `9,000,000,000,000` is wider than its place at 54 pt"
    assert found.hints[0].text == "give it a unit, such as $9T for 9,000,000,000,000"
    assert found.path == ("slides", 0, "items", 0, "value")


def test_a_change_stands_beneath_its_label(tmp_path):
    deck, _ = slides("- {kind: numbers, title: T, items: [{value: 1, label: L, delta: +1}]}")
    assert deck.slides[0].spec.items[0].delta[0].text == "+1"


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("[]", "4:36 too-many: `items` takes 1 to 4 items, there are 0"),
        (f"[{', '.join([ITEM % 1] * 5)}]", "4:36 too-many: `items` takes 1 to 4 items, there are 5"),
        ("[{value: 1}]", "4:38 missing-field: an item needs `label` | add `label:`"),
        (
            "[{value: 1, label: L, trend: 2}]",
            "4:58 unknown-field: `trend` is not a field of an item | did you mean `delta`?",
        ),
        ("One", "4:36 wrong-type: `items` takes a list, this is a text | begin each item with `- `"),
    ],
)
def test_a_wrong_item_is_told_where_it_stands(items, said):
    _, found = slides(f"- {{kind: numbers, title: T, items: {items}}}")
    assert told(found) == [said]

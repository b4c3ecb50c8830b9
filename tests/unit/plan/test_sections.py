"""Sections and their names."""

import pytest

from deckloom.plan.sections import cut_name, section_plans


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        ("Research", "Research"),
        ("The frontier converges, then reasoning pulls it apart", "The frontier converges, then reasoning…"),
        ("x" * 50, "x" * 39 + "…"),
    ],
)
def test_a_long_name_is_cut_at_a_word(name, cut):
    assert cut_name(name) == cut


def test_slides_before_the_first_section_stand_under_the_decks_name():
    plans = section_plans([(2, "Research"), (5, "Industry")], 7, "State of AI")
    assert plans == (("State of AI", 0, 2), ("Research", 2, 5), ("Industry", 5, 7))


def test_two_sections_of_one_name_are_told_apart():
    assert [one.name for one in section_plans([(0, "A"), (1, "A")], 2, "Deck")] == ["A", "A (2)"]


def test_a_deck_without_sections_has_no_section_list():
    assert section_plans([], 3, "Deck") == ()

"""Near spellings."""

import pytest

from deckloom.values.spelling import did_you_mean, distance, near

FIELDS = ["image", "alt", "caption", "title", "notes", "source", "layout"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("imge", "image"), ("Title", "title"), ("note", "notes"), ("captoin", "caption"), ("lay_out", "layout")],
)
def test_a_mistyped_word_finds_the_one_that_was_meant(written, meant):
    assert near(written, FIELDS) == meant


def test_a_word_like_none_of_them_finds_nothing():
    assert near("background", FIELDS) is None


def test_case_and_joins_cost_less_than_letters():
    assert distance("alt_text", "alttext") == distance("Alttext", "alttext") == 1
    assert distance("altext", "alttext") == 10


def test_without_a_near_word_the_hint_lists_what_there_is():
    assert did_you_mean("zebra", ["b", "a"], "fields") == "use one of the fields: a, b"

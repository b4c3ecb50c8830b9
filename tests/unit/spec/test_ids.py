"""Ids of slides."""

import pytest

from deckloom.spec.ids import slug, unique_ids


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Inference-time compute reopened the gap", "inference-time-compute-reopened-the-gap"),
        ("Größe zählt: 50 %", "größe-zählt-50"),
        ("人工智能 2024", "人工智能-2024"),
        ("ﬁne_tuned", "fine-tuned"),
        ("—!?", ""),
    ],
)
def test_a_title_becomes_a_slug_of_its_letters_and_digits(title, id):
    assert slug(title) == id


def test_an_empty_or_taken_slug_becomes_the_slides_number():
    ids, doubles = unique_ids([(None, "One"), (None, "One"), (None, "?"), (None, "Two")])
    assert ids == ["one", "slide-2", "slide-3", "two"]
    assert doubles == []


def test_a_given_id_goes_before_a_title_that_would_make_the_same():
    ids, doubles = unique_ids([(None, "Gap"), ("gap", "Other")])
    assert ids == ["slide-1", "gap"]
    assert doubles == []


def test_an_id_given_twice_is_told_by_its_second_place():
    assert unique_ids([("a", ""), ("a", "")])[1] == [1]

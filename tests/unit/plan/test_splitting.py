"""A list over several slides."""

import pytest

from deckloom.plan.splitting import Range, divide


def divided(heights, room, most=14):
    return divide(heights, most, lambda first, last: sum(heights[first:last]) <= room)


@pytest.mark.parametrize(
    ("heights", "room", "parts"),
    [
        ([1] * 8, 5, [4, 4]),
        ([1] * 9, 4, [3, 3, 3]),
        ([1] * 5, 4, [3, 2]),  # never a part of one
        ([3, 1, 1, 1, 3, 3], 6, [4, 2]),
        ([1, 1, 1, 1, 4, 4], 8, [4, 2]),  # the same number of parts, the tallest of them as low as it can be
        ([1] * 20, 100, [10, 10]),  # more than fourteen are split although they fit
    ],
)
def test_the_fewest_parts_and_of_those_the_most_even(heights, room, parts):
    found = divided(heights, room)
    assert [last - first for first, last in found] == parts
    assert [first for first, _ in found] == [sum(parts[:at]) for at in range(len(parts))]


@pytest.mark.parametrize(
    ("heights", "room", "stuck"),
    [([1, 1, 9, 1], 5, Range(2, 4)), ([9, 1, 1], 5, Range(0, 2)), ([3, 3, 3], 6, Range(0, 3))],
)
def test_without_a_division_the_part_that_is_stuck_is_named(heights, room, stuck):
    assert divided(heights, room) == stuck

"""A list over several slides: as few as hold it, and those about equally full."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

LEAST = 2
"""Fewer bullets than this do not make a slide."""


class Range(NamedTuple):
    """The units from a first to before a last."""

    first: int
    last: int


def divide(heights: Sequence[float], most: int, holds: Callable[[int, int], bool]) -> list[Range] | Range:
    """The list in parts of ``LEAST`` to ``most`` units that a slide ``holds``: the fewest, and of those the division
    whose tallest part is the smallest.

    Where these are equal, later parts are the smaller ones. ``heights`` are those of the units; a part of a range that
    is held is held as well. If there is no division, the range that a slide would have to hold and does not is given
    instead.
    """
    count = len(heights)
    sums = [0.0, *accumulate(heights)]
    reach = _reaches(count, most, holds)
    # For each end: the parts needed up to there, the tallest of them, and where the last one starts.
    best: list[tuple[int, float, int] | None] = [(0, 0.0, 0), *[None] * count]
    for first in range(count):
        before = best[first]
        if before is None:
            continue
        for last in range(first + LEAST, reach[first] + 1):
            found = (before[0] + 1, max(before[1], sums[last] - sums[first]), first)
            old = best[last]
            if old is None or found[:2] <= old[:2]:
                best[last] = found
    if best[count] is None:
        stuck = max(end for end in range(max(1, count - LEAST + 1)) if best[end] is not None)
        return Range(stuck, min(max(reach[stuck] + 1, stuck + LEAST), count))
    return _parts(best, count)


def _reaches(count: int, most: int, holds: Callable[[int, int], bool]) -> list[int]:
    """How far a part that starts at each unit can reach; what starts later reaches at least as far."""
    reach: list[int] = []
    upto = 0
    for first in range(count):
        upto = max(upto, first)
        while upto < min(first + most, count) and holds(first, upto + 1):
            upto += 1
        reach.append(upto)
    return reach


def _parts(best: Sequence[tuple[int, float, int] | None], count: int) -> list[Range]:
    parts: list[Range] = []
    end = count
    while end > 0:
        found = best[end]
        assert found is not None
        parts.append(Range(found[2], end))
        end = found[2]
    return parts[::-1]

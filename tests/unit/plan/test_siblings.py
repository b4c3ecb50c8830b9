"""One size for slides that are alike."""

import pytest

from deckloom.plan.siblings import Vote, shared_rungs


def rung(*needs, free=True, bound=()):
    votes = [Vote("body", need, 2, free) for need in needs] + [Vote("body", need, 2, False) for need in bound]
    return shared_rungs(votes)["body"]


@pytest.mark.parametrize(
    ("needs", "bound", "taken"),
    [
        ((0, 0, 0), (), 0),
        ((0, 0, 1), (), 0),  # one of few may be over
        ((0, 1), (), 0),
        ((1,), (), 1),  # but not all
        ((0, 1, 1), (), 1),
        ((0,) * 18 + (1, 1), (), 0),  # a tenth may
        ((0,) * 17 + (1, 1, 1), (), 1),
        ((0, 0, 0), (1,), 1),  # what may neither be split nor shrink binds the others
        ((0, 2, 2, 2), (), 0),  # what fits on no rung has no say
        ((2,), (), 0),
    ],
)
def test_a_group_takes_the_largest_rung_at_which_few_are_over(needs, bound, taken):
    assert rung(*needs, bound=bound) == taken


def test_groups_do_not_mind_each_other():
    votes = [Vote("body 20", 0, 2, True), Vote("caption Image Side", 2, 3, True)]
    assert shared_rungs(votes) == {"body 20": 0, "caption Image Side": 2}

"""One size for slides that are alike: a deck whose bullets change size from slide to slide looks careless.

Every slide is first laid out as if it stood alone. The group then takes the largest rung at which few slides are over:
a tenth of them, at least one, but never all. Those that are over go on on a further slide, or step down by themselves
with a warning. A slide that may do neither binds the group to the rung it needs; one that fits on no rung has no say.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

FEW = 0.1


class Vote(NamedTuple):
    """What one slide needs of a group: the first rung on which it fits, and how many rungs there are.

    ``free`` says that it may be split or step down.
    """

    group: str
    need: int
    rungs: int
    free: bool


def shared_rungs(votes: Iterable[Vote]) -> dict[str, int]:
    """The rung of each group, counted from 0."""
    groups: dict[str, list[Vote]] = defaultdict(list)
    for vote in votes:
        groups[vote.group].append(vote)
    return {group: _rung(cast) for group, cast in groups.items()}


def _rung(votes: list[Vote]) -> int:
    counted = [vote for vote in votes if vote.need < vote.rungs]
    allowed = min(max(1, int(len(counted) * FEW)), len(counted) - 1)
    last = votes[0].rungs - 1
    for rung in range(last):
        over = [vote for vote in counted if vote.need > rung]
        if len(over) <= allowed and all(vote.free for vote in over):
            return rung
    return last if counted else 0

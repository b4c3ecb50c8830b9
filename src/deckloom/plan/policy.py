"""The ladders of sizes: how a text may step down before it is too long, and where it must stop.

Sizes are those of a slide 7.5 in high; a layout that starts at another size scales its ladder. Below the last
rung nothing is written: a smaller text cannot be read from the back of a room.

Bullets of a deck form a group that shares one rung, and so do the captions of each layout; ``siblings`` chooses it.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from deckloom.values.composition import Fit
from deckloom.values.facts import LevelStyle

WORTH_A_LINE = 0.88
"""A display title steps down to at most this share of its first size when that saves a line."""


class Rung(NamedTuple):
    """One rung: the size of each level in points, the most lines, a warning's slug for taking it, and the levels
    whose paragraphs take one line each."""

    sizes: tuple[int, ...]
    max_lines: int | None = None
    warning: str | None = None
    whole: tuple[int, ...] = ()


class Need(NamedTuple):
    """What a text needs by itself: the first rung that holds it, one past the last if none does; how many rungs there
    are; and whether it may go below its group, as captions do."""

    step: int
    rungs: int
    loose: bool


_TITLE = ((28, 2, None), (24, 2, None), (22, 3, "title-long"))
_CARD = (26, 24, 22)
LONE_LARGER = 1.1
"""A single bullet is a paragraph, a little larger than bullets are."""
_DISPLAY: dict[Fit, tuple[int, ...]] = {
    "cover": (48, 46, 44, 42, 40),
    "divider": (40, 38, 36),
    "statement": (54, 48, 44, 40, 36),
}
_BODY = ("body", "columns", "lone")
DISPLAY_LINES = 3
_NUMBER = (96, 72, 54)
"""The sizes that a number too long for its place steps down to."""
_QUOTE = (36, 32, 28)
_PANEL = (28, 26, 24, 22, 20)
_CODE = (24, 20, 18, 16, 14, 12)
_STEPS = (40, 36, 32, 28, 24, 20)
"""The second level of a panel, and the first of a step, which is one line: a date is not broken."""
BODY_FLOOR = 16
CAPTION_FLOOR = 16


def ladder(fit: Fit, levels: Sequence[LevelStyle]) -> tuple[Rung, ...]:
    """The rungs of a text, largest first."""
    return _ladder(fit, tuple([level.size for level in levels]))


@lru_cache(maxsize=256)
def _ladder(fit: Fit, first: tuple[int, ...]) -> tuple[Rung, ...]:
    if fit == "title":
        return tuple(Rung(_scaled(first, size / _TITLE[0][0]), most, slug) for size, most, slug in _TITLE)
    if fit == "card":
        return tuple(Rung(_scaled(first, size / _CARD[0]), 2) for size in _CARD)
    if fit in _DISPLAY:
        steps = _DISPLAY[fit]
        return tuple(Rung(_scaled(first, size / steps[0]), DISPLAY_LINES) for size in steps)
    if fit == "number":
        return tuple(Rung((size,), 1) for size in (first[0], *(one for one in _NUMBER if one < first[0])))
    if fit == "code":
        return tuple(Rung(_scaled(first, size / _CODE[0]), whole=(0,)) for size in _CODE)
    if fit == "quote":
        return tuple(Rung(_scaled(first, size / _QUOTE[0])) for size in _QUOTE)
    if fit == "panel":
        return tuple(Rung((first[0], *_scaled(first[1:], size / _PANEL[0]))) for size in _PANEL)
    if fit == "steps":
        heads = [size for size in _STEPS if size < first[0]]
        low = _lowered(first, 2, BODY_FLOOR)
        return (
            Rung(first, whole=(0,)),
            *(Rung((size, *first[1:]), whole=(0,)) for size in heads),
            *(Rung((size, *low[1:]), whole=(0,)) for size in heads),
        )
    if fit in _BODY:
        larger = (Rung(_scaled(first, LONE_LARGER)),) if fit == "lone" else ()
        return (*larger, Rung(first), Rung(_lowered(first, 2, BODY_FLOOR)))
    if fit == "caption":
        lower = range(first[0] - 2, CAPTION_FLOOR - 1, -2)
        warned = {CAPTION_FLOOR: "caption-small"}
        return Rung(first), *(Rung((size,) * len(first), None, warned.get(size)) for size in lower)
    return (Rung(first, 1 if fit == "line" else None),)


def group_of(fit: Fit, layout: str, levels: Sequence[LevelStyle]) -> str | None:
    """The group of texts that share one rung: bullets of like size, captions of one layout; None for other texts."""
    if fit in ("body", "columns"):
        return f"body {levels[0].size}"
    return f"caption {layout}" if fit == "caption" else None


def is_body(fit: Fit) -> bool:
    """Whether the text is the body of its slide: bullets and the like."""
    return fit in _BODY


def is_display(fit: Fit) -> bool:
    """Whether the text is a large title that may step down to save a line."""
    return fit in _DISPLAY and fit != "statement"


def is_balanced(fit: Fit) -> bool:
    """Whether the text's lines are made about equally long."""
    return fit in ("title", "card", "quote") or fit in _DISPLAY


def has_widows(fit: Fit) -> bool:
    """Whether a last line of a single short word is worth a narrower box."""
    return fit in _BODY or fit == "caption"


def _scaled(sizes: tuple[int, ...], share: float) -> tuple[int, ...]:
    return tuple(round(size * share) for size in sizes)


def _lowered(sizes: tuple[int, ...], by: int, floor: int) -> tuple[int, ...]:
    return tuple(max(min(size, floor), size - by) for size in sizes)

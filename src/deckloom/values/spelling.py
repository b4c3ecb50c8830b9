"""Did you mean: near spellings, by a distance that knows how people mistype."""

from collections.abc import Iterable

LETTER, LIGHT = 10, 1
GUESSED_MOST = 50
"""Longer words are not guessed: the time grows with the square of the length."""
_LIGHT = frozenset("_- ")
_CHEAP = _LIGHT | {"s"}


def distance(one: str, other: str) -> int:
    """The least cost to turn one word into the other.

    A letter, or two that changed places, costs 10; case, `_`, `-` or a plural's s costs 1.
    """
    if one == other:
        return 0
    if one.rstrip("s") == other.rstrip("s"):
        return LIGHT
    rows = [[0]]
    for b in other:
        rows[0].append(rows[0][-1] + _cost(b))
    for i, a in enumerate(one):
        row = [rows[-1][0] + _cost(a)]
        for j, b in enumerate(other):
            change = 0 if a == b else LIGHT if a.lower() == b.lower() else LETTER
            least = min(rows[-1][j] + change, rows[-1][j + 1] + _cost(a), row[j] + _cost(b))
            if i and j and a == other[j - 1] and b == one[i - 1]:
                least = min(least, rows[-2][j - 1] + LETTER)
            row.append(least)
        rows.append(row)
    return rows[-1][-1]


def _cost(letter: str) -> int:
    return LIGHT if letter in _LIGHT else LETTER


def near(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to this one, if it is close enough to be meant."""
    if len(word) > GUESSED_MOST:
        return None
    allowed = 2 * LETTER if len(word) > 4 else LETTER
    ranked = sorted((distance(word, one), one) for one in known if _may_be_near(word, one, allowed))
    return ranked[0][1] if ranked and ranked[0][0] <= allowed else None


def _may_be_near(one: str, other: str, allowed: int) -> bool:
    """Whether comparing the two is worth the time: every letter more costs something, every letter that the other does
    not have costs a letter."""
    if abs(len(one) - len(other)) > allowed:
        return False
    a, b = set(one.lower()) - _CHEAP, set(other.lower()) - _CHEAP
    return LETTER * max(len(a - b), len(b - a)) <= allowed


def did_you_mean(word: str, known: Iterable[str], noun: str) -> str:
    """A hint: the near word, or else all that there are."""
    known = list(known)
    close = near(word, known)
    return f"did you mean `{close}`?" if close else f"use one of the {noun}: {', '.join(sorted(known))}"

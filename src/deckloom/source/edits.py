"""Changes to a text: quoting, applying several at once, and finding back where something stood before them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from deckloom.source.nodes import Node, Scalar
from deckloom.source.nodes import Sequence as ListNode

_COLON_ALONE = re.compile(r":[ \t]*\n")
_AS_IT_IS = re.compile(r"[^\\\"]*")


class Change(NamedTuple):
    """The characters from ``start`` up to ``end`` become ``text``."""

    start: int
    end: int
    text: str


def quoted(text: str) -> str:
    """The text in quotes, so that YAML reads these letters: in double ones, unless it holds ``"`` or a backslash."""
    if _AS_IT_IS.fullmatch(text):
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def chosen(changes: Iterable[Change]) -> list[Change]:
    """The changes in the order of the text; of those that overlap, the first in the text."""
    kept: list[Change] = []
    for one in sorted(changes):
        last = kept[-1] if kept else None
        if last is None or (one.start >= last.end and (one.start, one.end) != (last.start, last.end)):
            kept.append(one)
    return kept


def changed(text: str, changes: Sequence[Change]) -> str:
    """The text after changes that are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for one in changes:
        parts += [text[at : one.start], one.text]
        at = one.end
    return "".join((*parts, text[at:]))


def as_block(key: Scalar | None, value: Node | None, text: str) -> Change | None:
    """Makes a ``|`` block with a Markdown list of a list that is typed without quotes, and deeper than its key."""
    if key is None or not isinstance(value, ListNode) or not value.items:
        return None
    colon = _COLON_ALONE.match(text, key.end)
    deeper = _column(text, value.start) > _column(text, key.start)
    plain = all(isinstance(one, Scalar) and one.plain and one.text for one in value.items)
    if not (colon and deeper and plain) or "#" in text[value.start : value.end]:
        return None
    return Change(key.end + 1, colon.end() - 1, " |")


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at)


class Origin:
    """Leads offsets of a changed text back to the text as it was, over any number of rounds of changes."""

    def __init__(self) -> None:
        self._rounds: list[tuple[list[int], list[tuple[Change, str]]]] = []

    def then(self, text: str, changes: Sequence[Change]) -> None:
        """Take note of a round of changes to ``text``."""
        starts, moved = [], 0
        for one in changes:
            starts.append(one.start + moved)
            moved += len(one.text) - (one.end - one.start)
        self._rounds.append((starts, [(one, text[one.start : one.end]) for one in changes]))

    def __call__(self, offset: int) -> int:
        """Where the character stood before the first round; one that a change brought in, where that change is."""
        for starts, changes in reversed(self._rounds):
            at = bisect_right(starts, offset) - 1
            if at >= 0:
                offset = _before(offset - starts[at], *changes[at])
        return offset


def _before(beyond: int, change: Change, old: str) -> int:
    """An offset, given from the start of a change, in the text before it."""
    if beyond > len(change.text):
        return change.end + beyond - len(change.text)
    inside = max(change.text.find(old), 0)
    return change.start + min(max(beyond - inside, 0), len(old))

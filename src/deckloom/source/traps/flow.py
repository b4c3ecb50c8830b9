"""What stands in ``[ ]`` and ``{ }``: its entries, and the commas and brackets that cut their texts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from deckloom.source.edits import Change, quoted
from deckloom.source.traps.quotes import closing_quote
from deckloom.source.traps.spaces import no_space
from deckloom.source.traps.trap import Trap, Typed

_CLOSES = {"[": "]", "{": "}"}
_KEY = re.compile(r"[^\s,\[\]{}:\"'][^,\[\]{}\n\"']*?(?=:(?:[ \t\n]|$))|\"[^\"]*\"(?=:)|'[^']*'(?=:)")
_SPACE = re.compile(r"\s*(?:(?<=\s)#[ \t\n][^\n]*\s*)*")


def closing_bracket(text: str, start: int, end: int) -> int:
    """The offset after the bracket that closes the one at ``start``; -1 if none does before ``end``."""
    open_ones: list[str] = []
    at = start
    while at < end:
        sign = text[at]
        if sign in "'\"" and text[at - 1 : at] in (" ", "\n", "[", "{", ","):
            close = closing_quote(text, at, end)
            at = close - 1 if close > 0 else at
        elif sign in _CLOSES:
            open_ones.append(_CLOSES[sign])
        elif open_ones and sign == open_ones[-1]:
            open_ones.pop()
            if not open_ones:
                return at + 1
        at += 1
    return -1


class _Entry(NamedTuple):
    """An entry between two commas: its key, if it has one, and the stretch of its text."""

    key: str
    key_start: int
    start: int
    end: int


def flow_texts(text: str, start: int, end: int, words: frozenset[str]) -> Iterator[Typed | Trap]:
    """The texts in the brackets from ``start`` to ``end``, and the traps that only brackets have."""
    bracket = text[start]
    entries = list(_entries(text, start + 1, end - 1, bracket == "{"))
    at = 0
    while at < len(entries):
        entry, at = entries[at], at + 1
        if text[entry.start : entry.start + 1] in _CLOSES:
            close = closing_bracket(text, entry.start, entry.end)
            if close == entry.end:
                yield from flow_texts(text, entry.start, entry.end, words)
                continue
        if bracket == "{" and not entry.key:
            found = no_space(text, entry.start, entry.end, words)
            if found:
                yield found
            continue
        spilt = at
        while bracket == "{" and spilt < len(entries) and _spilt(text, entries[spilt], words):
            spilt += 1
        if spilt > at and text[entry.start : entry.start + 1] not in ("", "'", '"'):
            yield _comma(text, entry, entries[at], entries[spilt - 1])
            at = spilt
        elif entry.end > entry.start:
            yield Typed(entry.key, entry.start, entry.end, entry.end, flow=bracket)


def _spilt(text: str, entry: _Entry, words: frozenset[str]) -> bool:
    """Whether an entry is no key and its text, but what a comma cut off the text before it."""
    return not entry.key and entry.end > entry.start and not no_space(text, entry.start, entry.end, words)


def _comma(text: str, entry: _Entry, first: _Entry, last: _Entry) -> Trap:
    change = Change(entry.start, last.end, quoted(text[entry.start : last.end]))
    cut = text[first.start : first.end]
    message = f"in `{{ }}` a comma ends the text, so `{cut}` is not part of it"
    hint = "quote the text, or write one key a line"
    return Trap("comma-in-braces", message, entry.start, last.end, (hint,), change)


def _entries(text: str, start: int, end: int, keyed: bool) -> Iterator[_Entry]:
    at = start
    while at < end:
        at = _after_space(text, at, end)
        key_start, key = at, _KEY.match(text, at, end) if keyed else None
        if key:
            at = _after_space(text, key.end() + 1, end)
        stop = _end(text, at, end)
        yield _Entry(key[0] if key else "", key_start, at, len(text[:stop].rstrip()) if stop > at else at)
        at = stop + 1


def _after_space(text: str, at: int, end: int) -> int:
    match = _SPACE.match(text, at, end)
    return match.end() if match else at


def _end(text: str, at: int, end: int) -> int:
    """Where the entry that begins at ``at`` ends: at its comma, those inside brackets and quotes left out."""
    if text[at : at + 1] in ("'", '"'):
        at = max(closing_quote(text, at, end), at + 1)
    while at < end and text[at] != ",":
        if text[at] in _CLOSES:
            at = max(closing_bracket(text, at, end), at + 1)
        else:
            at += 1
    return at

"""Quotes that open and do not close where the text ends, and backslashes inside them."""

import re

from deckloom.source.edits import Change, quoted
from deckloom.source.traps.trap import Trap, Typed

_DOUBLE = re.compile(r'(?:[^"\\]|\\.)*', re.DOTALL)
_SINGLE = re.compile(r"(?:[^']|'')*")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_KNOWN = frozenset('0abt\tnvfre "/\\N_LPxuU\n')
_AFTER = re.compile(r"[ \t]+#.*|[ \t]*")


def closing_quote(text: str, start: int, end: int) -> int:
    """The offset after the quote that closes the one at ``start``; -1 if none does before ``end``."""
    match = (_DOUBLE if text[start] == '"' else _SINGLE).match(text, start + 1, end)
    close = match.end() if match else end
    return close + 1 if close < end and text[close] == text[start] else -1


def quote_trap(text: str, typed: Typed) -> Trap | None:
    """What is wrong with a text that begins with a quote."""
    close = closing_quote(text, typed.start, typed.last)
    if close < 0:
        message = "the quote that opens here is never closed"
        return _whole(message, text, typed)
    if not typed.flow and not _AFTER.fullmatch(text, close, max(typed.end, close)):
        return _whole("the quotes cover only a part of the text", text, typed)
    if typed.flow and text[close : typed.last].strip():
        return _whole("the quotes cover only a part of the text", text, typed)
    return _backslash(text, typed.start, close) if text[typed.start] == '"' else None


def _whole(message: str, text: str, typed: Typed) -> Trap:
    """All of the text goes into quotes; quotes that stand around all of it already make way for others."""
    written = text[typed.start : typed.end]
    sign = written[0]
    inner = written[1:-1] if _stands_around(written, sign) else written
    change = Change(typed.start, typed.end, quoted(inner))
    return Trap("quote-inside", message, typed.start, typed.end, ("put quotes around all of it",), change)


def _stands_around(written: str, sign: str) -> bool:
    """Whether the outer quotes are meant as such: the text ends with one, and the next one inside closes no word."""
    if len(written) < 2 or not written.endswith(sign):
        return False
    inside = written.find(sign, 1)
    if inside >= len(written) - 1:
        return False
    return not (written[inside - 1].strip() and not written[inside + 1].isalnum())


def _backslash(text: str, start: int, close: int) -> Trap | None:
    for match in _ESCAPE.finditer(text, start, close):
        if match[1] not in _KNOWN or (match[1] in "xuU" and not _code(text, match.start())):
            inner = text[start + 1 : close - 1].replace('\\"', '"')
            change = Change(start, close, "'" + inner.replace("'", "''") + "'")
            message = 'in "..." a backslash is YAML\'s own sign'
            hint = "write the text in '...', or as a `|` block"
            return Trap("backslash", message, match.start(), match.end(), (hint,), change)
    return None


def _code(text: str, at: int) -> bool:
    digits = {"x": 2, "u": 4, "U": 8}[text[at + 1]]
    return bool(re.compile(rf"[0-9a-fA-F]{{{digits}}}").match(text, at + 2))

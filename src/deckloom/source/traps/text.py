"""What may be wrong with one text as it is typed; a text has one trap at most."""

import re
from collections.abc import Iterator

from deckloom.source.edits import Change, quoted
from deckloom.source.traps.flow import closing_bracket, flow_texts
from deckloom.source.traps.quotes import quote_trap
from deckloom.source.traps.trap import Trap, Typed

_SIGNS = "*&!%@`|>]},"
_SIGN_AND_SPACE = re.compile(r"[?:-](?=[ \t])")
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^()\s]+)\)")
_HASH = re.compile(r"[ \t]#(?=[^\s#])")
_COLON = re.compile(r":(?=\s|$)")
_LIST_LINE = re.compile(r"\n[ \t]*- ")
_AFTER = re.compile(r"[ \t]*(?:[ \t]#.*)?")
QUOTE = "quote the text"
QUOTE_OR_BLOCK = "quote the text, or write it as a `|` block"


def text_traps(text: str, typed: Typed, words: frozenset[str]) -> Iterator[Trap]:
    """The trap of a text, or those of the texts inside its brackets."""
    first = text[typed.start]
    if first in "'\"":
        found = quote_trap(text, typed)
        yield from [found] if found else []
    elif first in "[{" and (close := _closed(text, typed)):
        for one in flow_texts(text, typed.start, close, words):
            yield from text_traps(text, one, words) if isinstance(one, Typed) else [one]
    else:
        rules = (_hash_first, _picture, _starts, _swallowed_list, _comment, _colon, _brackets)
        yield from [found for rule in rules if (found := rule(text, typed))][:1]


def _closed(text: str, typed: Typed) -> int:
    """The end of the brackets that a text is; 0 for a text that only begins with one."""
    close = closing_bracket(text, typed.start, typed.last)
    if close < 0 or text[typed.start : typed.start + 2] == "{{":
        return 0
    rest = text.find("\n", close, typed.last)
    return close if _AFTER.fullmatch(text, close, typed.last if rest < 0 else rest) else 0


def _trap(slug: str, message: str, text: str, typed: Typed, hint: str, last: int | None = None) -> Trap:
    """A trap that quotes the whole text."""
    end = typed.last if last is None else last
    return Trap(slug, message, typed.start, end, (hint,), Change(typed.start, end, quoted(text[typed.start : end])))


def _hash_first(text: str, typed: Typed) -> Trap | None:
    if text[typed.start] != "#" or text[typed.start + 1 : typed.start + 2] in ("", " ", "\t", "#"):
        return None
    return _cut(text, typed, typed.start)


def _comment(text: str, typed: Typed) -> Trap | None:
    match = _HASH.search(text, typed.start, typed.last)
    return _cut(text, typed, match.start() + 1) if match else None


def _cut(text: str, typed: Typed, at: int) -> Trap:
    end = text.find("\n", at, typed.last)
    end = typed.last if end < 0 else end
    message = f"a `#` after a space begins a comment, so `{text[at:end].rstrip()}` is not in the text"
    return _trap("swallowed-comment", message, text, typed, QUOTE)._replace(start=at, end=end)


def _picture(text: str, typed: Typed) -> Trap | None:
    """A picture as Markdown writes it, where its path alone is meant."""
    match = _PICTURE.fullmatch(text, typed.start, typed.end) if typed.key == "image" else None
    if not match:
        return None
    message = f"`image` takes the path alone: {match[1]}"
    change = Change(typed.start, typed.end, match[1])
    return Trap("starts-like-yaml", message, typed.start, typed.end, (f"write `{match[1]}`",), change)


def _starts(text: str, typed: Typed) -> Trap | None:
    first = text[typed.start]
    if first not in _SIGNS and first not in "[{" and not _SIGN_AND_SPACE.match(text, typed.start):
        return None
    sign = "a backtick" if first == "`" else f"`{first}`"
    last = typed.end if first in "[{" else typed.last
    return _trap(
        "starts-like-yaml", f"a text that starts with {sign} needs quotes, or a `|` block", text, typed, QUOTE, last
    )


def _swallowed_list(text: str, typed: Typed) -> Trap | None:
    """Lines of a list below a text with a colon, which YAML cannot read; ``tree`` has those that it reads."""
    if not _COLON.search(text, typed.start, typed.last) or not _LIST_LINE.search(text, typed.start, typed.last):
        return None
    message = "this text and the list lines below it are read as one text"
    hint = "write `items: |` with a Markdown list, or a list in a list"
    return Trap("swallowed-list", message, typed.start, typed.end, (hint,))


def _colon(text: str, typed: Typed) -> Trap | None:
    if not _COLON.search(text, typed.start, typed.last):
        return None
    return _trap("colon-in-text", "a text with `: ` needs quotes", text, typed, QUOTE_OR_BLOCK)


def _brackets(text: str, typed: Typed) -> Trap | None:
    """A bracket in the middle of a text is a letter, but not inside other brackets."""
    if not typed.flow or not any(sign in text[typed.start : typed.last] for sign in "[]{}"):
        return None
    pair = "{ }" if typed.flow == "{" else "[ ]"
    return _trap("comma-in-braces", f"in `{pair}` a text with a bracket needs quotes", text, typed, QUOTE)

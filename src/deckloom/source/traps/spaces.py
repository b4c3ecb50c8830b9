"""Spaces that are none or missing, lines that stand too far right, and the line that ends a document."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from deckloom.source.edits import Change
from deckloom.source.traps.trap import Lines, Trap

_INDENT = re.compile(r"[\s\u200b\ufeff]*")
_AFTER_DASH = re.compile(r"[\s\u200b\ufeff]*-([ \t]*\t[ \t]*)")
_NO_SPACE = re.compile(r"([A-Za-z_][\w-]*):(?=[^\s:/])")
_KEY = re.compile(r"([a-z_][\w-]*):(?:[ \t]|$)")
TAB = "  "


def odd_indentation(line: str, start: int) -> Iterator[Trap]:
    """Anything but plain spaces before the first sign of a line, or a tab after its dash."""
    match = _INDENT.match(line)
    indent = match[0] if match else ""
    if indent.strip(" "):
        at = len(indent) - len(indent.lstrip(" "))
        yield _odd(indent, indent[at], start, start + at)
    elif dashed := _AFTER_DASH.match(line):
        yield _odd(dashed[1], "\t", start + dashed.start(1), start + dashed.start(1) + dashed[1].index("\t"))


def _odd(spaces: str, sign: str, start: int, at: int) -> Trap:
    name = "a tab" if sign == "\t" else f"a {unicodedata.name(sign, 'space').lower()} (U+{ord(sign):04X})"
    change = Change(start, start + len(spaces), "".join(TAB if one == "\t" else " " for one in spaces))
    message = f"{name} stands where YAML takes only plain spaces"
    return Trap("odd-space", message, at, at + 1, ("replace it by spaces",), change)


def second_document(line: str, start: int) -> Trap:
    """The line that begins another document."""
    message = "`---` begins a second document, and a spec is one"
    change = Change(start, start + len(line) + 1, "")
    return Trap("yaml-feature", message, start, start + 3, ("delete the line, or make it a file of its own",), change)


def no_space(text: str, start: int, end: int, words: frozenset[str]) -> Trap | None:
    """A key of the language whose colon has no space behind it."""
    match = _NO_SPACE.match(text, start, end)
    if not match or match[1] not in words:
        return None
    at = match.end()
    message = f"a space is needed after the colon of `{match[1]}`"
    return Trap("no-space", message, at - 1, at, ("write a space after the colon",), Change(at, at, " "))


def out_of_line(lines: Lines, further: Sequence[int], key: str, column: int, words: frozenset[str]) -> Trap | None:
    """A key of the language that stands deeper than the key above it, which has a text of its own."""
    if not key or not further:
        return None
    number = further[0]
    line, start, indent = lines.lines[number], lines.starts[number], lines.indent(number)
    match = _KEY.match(line, indent)
    if not match or match[1] not in words:
        return None
    message = f"`{match[1]}` is indented deeper than `{key}` above it"
    change = Change(start, start + indent, " " * column)
    return Trap("odd-space", message, start + indent, start + match.end(1), ("align the two keys",), change)

"""The lines of a text: where paragraphs part, and how the lines of one become one."""

import re
from collections.abc import Iterable, Iterator

_LINE = re.compile(r"[^\n\r]+")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The stretches between blank lines, with their offsets."""
    start = 0
    for match in (*_BLANK_LINES.finditer(text), None):
        end = match.start() if match else len(text)
        if text[start:end].strip():
            yield start, text[start:end]
        start = match.end() if match else end


def joined(text: str) -> str:
    """A paragraph on one line."""
    return " ".join(filter(None, (line.strip(" \t") for line in _LINE.findall(text))))


def offsets_before_joining(text: str, offsets: Iterable[int]) -> Iterator[int]:
    """Where characters of the joined text, given in order, stand in the text as it was."""
    lines = [(match.start(), match[0]) for match in _LINE.finditer(text) if match[0].strip(" \t")]
    places = [(start + len(line) - len(line.lstrip(" \t")), len(line.strip(" \t"))) for start, line in lines]
    at = passed = 0
    for offset in offsets:
        while at + 1 < len(places) and offset > passed + places[at][1]:
            passed += places[at][1] + 1
            at += 1
        yield places[at][0] + min(offset - passed, places[at][1])

"""Which character of the source a character of a text is: YAML folds lines, drops indentation and reads escapes."""

import re

from deckloom.source.nodes import Scalar

MOST = 20_000
"""Further into a text no character is looked for; its place is then the whole text."""

_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n\s*|.)", re.DOTALL)
_SPACE = " \t\n"
_SPACES = re.compile(r"\s*")
_FOLD = re.compile(r"[ \t]*\n\s*")


def offset_in_source(node: Scalar, source: str, offset: int) -> int:
    """The offset in the source of the character at ``offset`` of the text; -1 where the two do not run side by side."""
    style = node.style if source.startswith(node.style or " ", node.start) else ""
    at = source.find("\n", node.start) + 1 if style in ("|", ">") else node.start + len(style)
    if offset > MOST:
        return -1
    for number, letter in enumerate(node.text[: offset + 1]):
        at, after = _letter(source, at, letter, style)
        if at < 0 or at >= node.end:
            return -1
        if number < offset:
            at = after
    return at


def _letter(source: str, at: int, letter: str, style: str) -> tuple[int, int]:
    """Where the next letter of a text begins and ends, from ``at`` on."""
    while style == '"' and source.startswith("\\\n", at):
        match = _ESCAPE.match(source, at)
        at = match.end() if match else at + 1
    if style == '"' and source.startswith("\\", at):
        match = _ESCAPE.match(source, at)
        return (at, match.end()) if match else (-1, -1)
    if style == "'" and letter == "'" and source.startswith("''", at):
        return at, at + 2
    if letter in _SPACE:
        folded = _FOLD.match(source, at)
        if folded:
            return at, folded.end()
        return at, at + 1 if source.startswith(letter, at) else at
    at = _SPACES.match(source, at).end()  # type: ignore[union-attr]
    return (at, at + 1) if source.startswith(letter, at) else (-1, -1)

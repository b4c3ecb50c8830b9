"""Where the cursor is, told from the lines alone: a spec that is being typed is seldom YAML."""

import re
from dataclasses import dataclass
from typing import NamedTuple

ENTRY = "[]"
"""The step of a path that goes into an entry of a list."""

_LINE = re.compile(r"( *)((?:- +)*)(-$)?")
_KEY = re.compile(r"([A-Za-z_][\w-]*)[ ]*:(?=\s|$)[ \t]*")
_BLOCK = re.compile(r"[|>][0-9+-]*[ ]*(#.*)?$")
_FLOW_KEY = re.compile(r"[{].*[{,]\s*([\w-]*)$|^[{]\s*([\w-]*)$")


class Line(NamedTuple):
    """A line of a spec: where its dashes stand, where what follows them begins, its key, where the value begins."""

    dashes: tuple[int, ...]
    column: int
    key: str | None
    value: int


@dataclass(frozen=True, slots=True)
class Place:
    """What is being written where.

    ``path`` leads to the mapping around the cursor, ``key`` is the key whose value is being written (None when a key
    is). ``typed`` is what stands before the cursor and ``start`` where it begins. ``kind`` is that of the slide, and
    ``present`` are the keys that the mapping has.
    """

    path: tuple[str, ...]
    key: str | None
    typed: str
    start: int
    kind: str | None
    present: frozenset[str]


def read_line(text: str) -> Line:
    """The parts of a line; of one in a block, see ``blocks``."""
    match = _LINE.match(text)
    assert match is not None
    dashes = tuple(at for at in range(len(match[1]), match.end()) if text[at] == "-")
    key = _KEY.match(text, match.end())
    column = match.end()
    return Line(dashes, column, key[1] if key else None, key.end() if key else column)


def blocks(lines: list[str]) -> list[bool]:
    """For each line whether it is text inside a ``|`` or ``>`` block."""
    inside: list[bool] = []
    around: int | None = None
    for text in lines:
        indent = len(text) - len(text.lstrip(" "))
        if around is not None and text.strip() and indent <= around:
            around = None
        inside.append(around is not None)
        if around is None:
            line = read_line(text)
            if _BLOCK.match(text, line.value) and (line.key or line.dashes):
                around = line.column if line.key else line.dashes[-1]
    return inside


def place_at(lines: list[str], number: int, column: int) -> Place | None:
    """What the cursor at a line and column, both from 0, is about to write; None inside a block or a comment."""
    inside = blocks(lines)
    text = lines[number][:column] if number < len(lines) else ""
    if number >= len(lines) or inside[number] or text.lstrip().startswith("#"):
        return None
    line = read_line(text)
    seen = [None if inside[at] or not one.strip() else read_line(one) for at, one in enumerate(lines)]
    seen[number] = line
    steps = _steps(seen, number)
    path = tuple(step for step, _, _ in reversed(steps))
    kind = _kind(lines, seen, steps)
    if line.key is None:
        return Place(path, None, text[line.column :], line.column, kind, _siblings(seen, number, line.column))
    value = text[line.value :]
    flow = _FLOW_KEY.search(value)
    if flow:
        typed = flow[1] if flow[1] is not None else flow[2]
        return Place((*path, line.key), None, typed, column - len(typed), kind, frozenset())
    return Place(path, line.key, value, line.value, kind, _siblings(seen, number, line.column))


def _steps(seen: list[Line | None], number: int) -> list[tuple[str, int, int]]:
    """The way up from a line: each step with its line and the column of what it leads to."""
    here = seen[number]
    assert here is not None
    steps: list[tuple[str, int, int]] = []
    limit, flush = here.column, False  # flush: a list may stand right under its key, without indentation
    for at in range(number, -1, -1):
        line = seen[at]
        if line is None:
            continue
        if at < number and line.key and (line.column < limit or (flush and line.column == limit and not line.dashes)):
            steps.append((line.key, at, limit))
            limit, flush = line.column, False
        for dash in reversed(line.dashes):
            if dash < limit:
                steps.append((ENTRY, at, limit))
                limit, flush = dash, True
        if limit == 0 and not flush:
            break
    return steps


def _kind(lines: list[str], seen: list[Line | None], steps: list[tuple[str, int, int]]) -> str | None:
    """The kind of the slide around the cursor."""
    names = [step for step, _, _ in reversed(steps)]
    if names[:2] != ["slides", ENTRY]:
        return None
    _, first, column = steps[-2]
    for at in range(first, len(lines)):
        line = seen[at]
        if line is None:
            continue
        if at > first and (line.column < column or (line.dashes and line.dashes[0] < column)):
            return None
        if line.column == column and line.key == "kind":
            return lines[at][read_line(lines[at]).value :].split(" #")[0].strip().strip("\"'") or None
    return None


def _siblings(seen: list[Line | None], number: int, column: int) -> frozenset[str]:
    """The other keys of the mapping that a line belongs to."""
    found: set[str] = set()
    here = seen[number]
    assert here is not None
    for at in range(number - 1, -1, -1) if not here.dashes else ():
        line = seen[at]
        if line is None or line.column > column:
            continue
        if line.column == column and line.key:
            found.add(line.key)
        if line.column < column or line.dashes:
            break
    for at in range(number + 1, len(seen)):
        line = seen[at]
        if line is None:
            continue
        if line.column < column or (line.dashes and line.dashes[0] < column):
            break
        if line.column == column and line.key:
            found.add(line.key)
    return frozenset(found)

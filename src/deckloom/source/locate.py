"""Paths into the spec become places in its text."""

import re

from deckloom.source.nodes import Mapping, Node, Scalar, Sequence
from deckloom.source.offsets import offset_in_source
from deckloom.source.text import SourceText
from deckloom.values.span import Path, Span

_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)")

_CELL = re.compile(r"(?<=\|)\s*+((?:[^|\\]|\\.)*?)(?=\s*(?:\||$))")


def locate(root: Node, source: SourceText, path: Path, on_key: bool = False) -> Span:
    """The place of the value at ``path``, or of its key.

    Where the path leads nowhere it is the nearest place on the way: for a field that is missing, the first key of
    the mapping that lacks it. In a ``|`` block that holds a Markdown list, positions count the list's items.
    """
    node, key = root, None
    for depth, step in enumerate(path):
        found = _step(node, step)
        if found is None:
            return _nearest(node, source, path[depth:])
        key, node = found
    if on_key and key is not None:
        return source.span(key.start, key.end)
    return source.span(node.start, node.end)


def locate_text(root: Node, source: SourceText, path: Path, offset: int, length: int = 1) -> Span:
    """The place of a character of the text at ``path``, also where YAML joined or unescaped its lines."""
    node: Node = root
    for depth, step in enumerate(path):
        found = _step(node, step)
        if found is None:
            return _nearest(node, source, path[depth:])
        node = found[1]
    start = _inside(node, source, offset) if isinstance(node, Scalar) else -1
    return source.span(node.start, node.end) if start < 0 else source.span(start, start + length)


def find(root: Node, path: Path) -> tuple[Scalar | None, Node] | None:
    """The key and the value at a path; the key is None for the entry of a list."""
    found: tuple[Scalar | None, Node] | None = (None, root)
    for step in path:
        found = _step(found[1], step) if found else None
    return found


def _step(node: Node, step: str | int) -> tuple[Scalar | None, Node] | None:
    """One step down, with the key that leads there if it is one."""
    if isinstance(node, Mapping) and isinstance(step, str):
        at = node.find(step)
        return (node.keys[at], node.values[at]) if at >= 0 else None
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return None, node.items[step]
    return None


def _nearest(node: Node, source: SourceText, rest: Path) -> Span:
    if isinstance(node, Mapping) and node.keys:
        return source.span(node.keys[0].start, node.keys[0].end)
    if isinstance(node, Scalar) and node.block and node.text.lstrip().startswith("|"):
        return _table_place(node, source, [step for step in rest if isinstance(step, int)])
    if isinstance(node, Scalar) and node.block:
        line = _list_line(node.text.split("\n"), [step for step in rest if isinstance(step, int)])
        return _block_line(node, source, line)
    if isinstance(node, Sequence):
        return source.span(node.start, min(node.end, node.start + 1))
    return source.span(node.start, node.end)


def _inside(node: Scalar, source: SourceText, offset: int) -> int:
    """The offset in the source of a character of a text; -1 where the text is not written as it is."""
    if node.block:
        before = node.text[:offset]
        place = _block_line(node, source, before.count("\n"))
        return source.offset(place.line, place.column) + len(before) - before.rfind("\n") - 1
    return offset_in_source(node, source.text, offset)


def _block_line(node: Scalar, source: SourceText, line: int) -> Span:
    """The place of a line of a ``|`` block, counted from 0, without its indentation."""
    first = source.position(node.start)[0] + 1
    text = node.text.split("\n")[line]
    written = source.line(first + line)
    column = len(written) - len(text) + 1 if text and written.endswith(text) else 1
    start = source.offset(first + line, column)
    return source.span(start, start + len(text))


def _table_place(node: Scalar, source: SourceText, positions: list[int]) -> Span:
    """The place of a row of a pipe table, counted under its rule, or of a cell in it."""
    lines = node.text.split("\n")
    rows = [at for at, line in enumerate(lines) if line.strip()][2:]
    if not positions or positions[0] >= len(rows):
        return _block_line(node, source, 0)
    at = rows[positions[0]]
    whole = _block_line(node, source, at)
    cells = [match.span(1) for match in _CELL.finditer(lines[at].strip())]
    if len(positions) < 2 or positions[1] >= len(cells):
        return whole
    first, last = cells[positions[1]]
    start = source.offset(whole.line, whole.column) + first
    return source.span(start, start + last - first)


def _list_line(lines: list[str], positions: list[int]) -> int:
    """The line of a list item: the first position counts the outer items, the next those inside it, and so on."""
    found, end, indent = 0, len(lines), -1
    for position in positions:
        items = _items_within(lines, found if indent < 0 else found + 1, end)
        if position >= len(items):
            break
        found = items[position]
        end = items[position + 1] if position + 1 < len(items) else end
        indent = _indentation(lines[found])
    return found


def _items_within(lines: list[str], start: int, end: int) -> list[int]:
    """The lines that hold the least indented list items."""
    items = [line for line in range(start, end) if _ITEM.match(lines[line])]
    least = min((_indentation(lines[line]) for line in items), default=0)
    return [line for line in items if _indentation(lines[line]) == least]


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())

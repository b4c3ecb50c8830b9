"""What YAML reads without a word, and yet not as it is meant: found in the tree."""

import re
from collections import Counter
from collections.abc import Iterator

from deckloom.source.edits import Change, as_block, quoted
from deckloom.source.nodes import Mapping, Node, Scalar, Sequence
from deckloom.source.traps.trap import Trap

_LIST_LINE = re.compile(r"\n[ \t]*- ")
_NO_WORD = re.compile(r"[A-Z]|.*\s", re.DOTALL)
_CUT_CELL = re.compile(r"[a-z]|\d{3}$")
LIST_HINT = "write `items: |` with a Markdown list, or a list in a list"


def tree_traps(root: Node, text: str) -> Iterator[Trap]:
    """The silent traps of a tree whose nodes stand in ``text``."""
    open_ones: list[Node] = [root]
    while open_ones:
        node = open_ones.pop()
        if isinstance(node, Sequence):
            yield from _items(node, None, text)
            open_ones += [one for one in node.items if not isinstance(one, Scalar)]
        elif isinstance(node, Mapping):
            yield from _rows(node, text)
            for name, value in zip(node.keys, node.values, strict=True):
                if isinstance(value, Sequence):
                    yield from _items(value, name, text)
                    open_ones += [one for one in value.items if not isinstance(one, Scalar)]
                elif isinstance(value, Mapping):
                    open_ones.append(value)
                elif _swallows(value, text):
                    yield _swallowed(value, None, None, text)


def scalars(root: Node) -> Iterator[Scalar]:
    """All texts of a tree, keys left out."""
    open_ones = [root]
    while open_ones:
        node = open_ones.pop()
        if isinstance(node, Scalar):
            yield node
        else:
            open_ones += node.items if isinstance(node, Sequence) else node.values


def _items(node: Sequence, key: Scalar | None, text: str) -> Iterator[Trap]:
    """The traps of the entries of a list that stands below ``key``."""
    for one in node.items:
        if isinstance(one, Scalar):
            if _swallows(one, text):
                yield _swallowed(one, node, key, text)
        elif isinstance(one, Mapping) and _was_text(one, text):
            yield _key(one, text)


def _was_text(node: Mapping, text: str) -> bool:
    """Whether the one key of a mapping looks like no key of the language: it has a capital, or several words."""
    if len(node.keys) != 1 or text.startswith(("{", "["), node.start) or not isinstance(node.values[0], Scalar):
        return False
    return node.keys[0].plain and bool(_NO_WORD.match(node.keys[0].text))


def _swallows(node: Scalar, text: str) -> bool:
    return " - " in node.text and node.plain and bool(_LIST_LINE.search(text, node.start, node.end))


def _swallowed(node: Scalar, around: Sequence | None, key: Scalar | None, text: str) -> Trap:
    """The list becomes a block if all that stands in it is typed without quotes and deeper than its key."""
    change = as_block(key, around, text)
    return Trap("swallowed-list", "these lines became one text", node.start, node.end, (LIST_HINT,), change)


def _key(item: Mapping, text: str) -> Trap:
    """A text with a colon, which YAML takes for a key and its value."""
    key, value = item.keys[0], item.values[0]
    end = max(item.end, value.end, text.index(":", key.end) + 1)
    hints = ("quote the text", "did you mean `lead:` and `detail:`?")
    plain = isinstance(value, Scalar) and value.plain
    change = Change(key.start, end, quoted(text[key.start : end])) if plain else None
    return Trap("colon-in-text", f"this text became the key `{key.text}`", key.start, end, hints, change)


def _rows(node: Mapping, text: str) -> Iterator[Trap]:
    """Rows with a cell more than the header, or than most rows."""
    at = node.find("rows")
    rows = node.values[at] if at >= 0 else None
    if not isinstance(rows, Sequence):
        return
    typed = [row for row in rows.items if isinstance(row, Sequence)]
    header = node.find("columns")
    columns = node.values[header] if header >= 0 else None
    if isinstance(columns, Sequence):
        cells, what = len(columns.items), "the header has"
    else:
        counts = Counter(len(row.items) for row in typed)
        cells, what = max(counts, key=lambda count: (counts[count], -count), default=0), "the other rows have"
    for row in typed:
        if len(row.items) == cells + 1 and (found := _row(row, cells, what, text)):
            yield found


def _row(row: Sequence, cells: int, what: str, text: str) -> Trap | None:
    """A cell that begins with a small letter, or a group of three digits, was cut off the one before it.

    Where no one cell is such, the schema tells that the row is too long.
    """
    cut = [at for at, cell in enumerate(row.items) if at and isinstance(cell, Scalar) and _CUT_CELL.match(cell.text)]
    if len(cut) != 1:
        return None
    before, after = row.items[cut[0] - 1], row.items[cut[0]]
    if not all(isinstance(one, Scalar) and one.plain for one in (before, after)):
        return None
    change = Change(before.start, after.end, quoted(text[before.start : after.end]))
    message = f"this row has {len(row.items)} cells where {what} {cells}"
    hint = "quote a cell that holds a comma, or write the rows as a pipe table"
    return Trap("row-length", message, row.start, row.end, (hint,), change)

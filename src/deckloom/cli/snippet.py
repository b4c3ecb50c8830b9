"""The source line of a diagnostic with a caret under the right characters."""

from itertools import accumulate
from typing import NamedTuple

from deckloom.cli.printable import shown, width

TAB = "    "
MARKS_MOST = 4
COLUMNS_LEAST = 20
REACH = 600  # characters on either side of the caret that are looked at, however long the line
BYTES_MOST = 700


class Snippet(NamedTuple):
    """A piece of a source line as a terminal shows it, and the carets that go under it."""

    text: str
    carets: str


def snippet(line: str, start: int, end: int, columns: int) -> Snippet:
    """The characters ``start`` to ``end`` (from 0, end exclusive) of the line pointed at, in at most ``columns``.

    Of a longer line the part around the caret is shown, with "…" for what is left out.
    """
    start = min(start, len(line))
    near, far = max(start - REACH, 0), min(start + REACH, len(line))
    cells = _cells(line[near:far])
    at = start - near
    end = min(max(end - near, at), len(cells))
    offsets = [0, *accumulate(map(width, cells))]
    first, last = _window(offsets, at, columns)
    text = "".join(cells[first:last])
    if len(text.encode("utf-8")) > BYTES_MOST and columns > COLUMNS_LEAST:
        return snippet(line, start, end + near, columns // 2)
    before, after = "…" * (near + first > 0), "…" * (near + last < len(line))
    lead = offsets[at] - offsets[first] + len(before)
    if 0 < at < len(cells) and width(cells[at]) == 0:
        lead -= 1  # a combining mark stands on the character before it
    length = max(offsets[min(end, last)] - offsets[at], 1)
    return Snippet(before + text + after, " " * lead + "^" * length)


def _cells(line: str) -> list[str]:
    """Each character as it is shown. Of a pile of combining marks the first few are, so that a line stays a line."""
    cells: list[str] = []
    pile = 0
    for char in line:
        cell = TAB if char == "\t" else shown(char)
        pile = 0 if width(cell) else pile + 1
        cells.append(cell if pile <= MARKS_MOST else "")
    return cells


def _window(offsets: list[int], start: int, columns: int) -> tuple[int, int]:
    """The range of characters to show: all of them, or a window with a third of the room before the caret."""
    count = len(offsets) - 1
    if offsets[-1] <= columns:
        return 0, count
    room = max(columns - 2, 1)  # one column for "…" on either side
    left = min(offsets[start] - room // 3, offsets[-1] - room)
    first = next(at for at in range(count + 1) if offsets[at] >= left)
    last = max((at for at in range(first, count + 1) if offsets[at] - offsets[first] <= room), default=count)
    return first, last

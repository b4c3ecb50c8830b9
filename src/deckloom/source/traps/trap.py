"""What a rule finds, and what it looks at."""

from collections.abc import Iterator
from typing import NamedTuple

from deckloom.source.edits import Change


class Trap(NamedTuple):
    """A diagnostic's slug, message and hints, the stretch it is about, and the change that mends it if there is one.

    The change belongs to the first hint.
    """

    slug: str
    message: str
    start: int
    end: int
    hints: tuple[str, ...]
    change: Change | None = None


class Typed(NamedTuple):
    """A text as it is typed after a key or a dash; ``key`` is empty after a dash.

    ``start`` and ``end`` are the offsets of its first line, ``last`` the end of the last line that goes on with it.
    ``column`` is where its key or dash stands: what belongs to the text stands deeper. ``flow`` is the bracket around
    it, if there is one.
    """

    key: str
    start: int
    end: int
    last: int
    column: int = 0
    flow: str = ""


class Lines:
    """A text by lines: offsets of their starts, and how deep they are indented."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.starts: list[int] = []
        at = 0
        for line in self.lines:
            self.starts.append(at)
            at += len(line) + 1

    def __len__(self) -> int:
        return len(self.lines)

    def indent(self, number: int) -> int:
        """The spaces before the first other character."""
        line = self.lines[number]
        return len(line) - len(line.lstrip(" "))

    def blank(self, number: int) -> bool:
        """Whether there is nothing in the line."""
        return not self.lines[number].strip()

    def deeper(self, number: int, column: int) -> Iterator[int]:
        """The lines from ``number`` on that are indented deeper than ``column``, blank ones between them left out."""
        while number < len(self.lines):
            if not self.blank(number):
                if self.indent(number) <= column:
                    return
                yield number
            number += 1

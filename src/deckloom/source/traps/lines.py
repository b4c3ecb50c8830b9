"""The lines of a spec, read without a parser: which texts are typed where, even in a file that is not YAML."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from deckloom.source.traps.blocks import body
from deckloom.source.traps.flow import closing_bracket
from deckloom.source.traps.quotes import closing_quote
from deckloom.source.traps.spaces import no_space, odd_indentation, out_of_line, second_document
from deckloom.source.traps.trap import Lines, Trap, Typed

_DASH = re.compile(r"-(?:[ \t]+|$)")
_WORD = re.compile(r"[A-Za-z_][\w-]*(?=:(?:[ \t]|$))")
_KEY = re.compile(r"(?:\"[^\"]*\"|'[^']*'|[^\s\[\]{}\"'*&!%@`|>#:][^#\n]*?)(?=:(?:[ \t]|$))")
_BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*(?:[ \t]#.*)?$")
_COMMENT = re.compile(r"[ \t]+#(?:[ \t].*)?$")


class Start(NamedTuple):
    """How a line begins: the column of its key or last dash, its key with its offset, and where its text begins."""

    column: int
    key: str
    key_start: int
    text_at: int


class Scanner:
    """Goes over the lines once. ``texts`` are the texts that stand in them, ``traps`` what is wrong with the lines.

    ``odd`` are the lines indented by something else than spaces; what follows them is then a guess.
    """

    def __init__(self, text: str, words: frozenset[str]) -> None:
        self.lines = Lines(text)
        self.words = words
        self.texts: list[Typed] = []
        self.traps: list[Trap] = []
        self.odd: list[Trap] = []
        self.begun = False

    def scan(self) -> "Scanner":
        """Look at every line."""
        number = 0
        while number < len(self.lines):
            number = self._line(number)
        return self

    def _line(self, number: int) -> int:
        """Look at one line; the number of the next that is not part of its text."""
        line, start = self.lines.lines[number], self.lines.starts[number]
        content = line.lstrip()
        if not content or content.startswith("#") or line.rstrip() in ("---", "..."):
            if line.rstrip() == "---" and self.begun:
                self.traps.append(second_document(line, start))
            return number + 1
        self.begun = True
        self.odd += odd_indentation(line, start)
        opened = self._start(line)
        if opened is None or not opened.key:
            at = opened.text_at if opened else len(line) - len(content)
            joined = no_space(self.lines.text, start + at, start + len(line), self.words)
            if joined and (opened is None or any(True for _ in self.lines.deeper(number + 1, opened.column))):
                self.traps.append(joined)
                return number + 1
        if opened is None:
            return number + 1
        written = line[opened.text_at :]
        if _BLOCK.fullmatch(written):
            end, traps = body(self.lines, number, opened.column)
            self.traps += traps
            return end
        return self._text(number, opened)

    def _start(self, line: str) -> Start | None:
        """How the line begins; None for one that is neither ``key: text`` nor ``- text``."""
        at = len(line) - len(line.lstrip())
        column, dashed = at, False
        while match := _DASH.match(line, at):
            column, dashed, at = at, True, match.end()
        match = self._key(line, at, dashed)
        if match:
            rest = line[match.end() + 1 :]
            return Start(at, match[0], at, len(line) - len(rest.lstrip()))
        return Start(column, "", -1, at) if dashed else None

    def _key(self, line: str, at: int, dashed: bool) -> re.Match[str] | None:
        """The key that the line has. After a dash, words that no key of the language looks like are a text."""
        word = _WORD.match(line, at)
        if dashed:
            return word if word and word[0][0].islower() else None
        return word or _KEY.match(line, at)

    def _text(self, number: int, opened: Start) -> int:
        """Note the text of a line; the number of the line after those that go on with it."""
        line, start = self.lines.lines[number], self.lines.starts[number]
        begin = start + opened.text_at
        cut = _COMMENT.search(line, max(opened.text_at - 1, 0))
        end = start + (cut.start() if cut else len(line.rstrip()))
        end = max(end, begin)
        further = list(self.lines.deeper(number + 1, opened.column)) if end > begin else []
        first = line[opened.text_at : opened.text_at + 1]
        if first in ("", "#"):
            if first and not any(True for _ in self._children(number, opened)):
                end = start + len(line.rstrip())
                self.texts.append(Typed(opened.key, begin, end, end, opened.column))
            return number + 1
        last = self._last(further, begin, end)
        moved = out_of_line(self.lines, further, opened.key, opened.column, self.words)
        if moved and first not in "\"'[{":
            self.traps.append(moved)
            return further[0]
        self.texts.append(Typed(opened.key, begin, end, last, opened.column))
        inside = [one for one in further if self.lines.starts[one] < last]
        return inside[-1] + 1 if inside else number + 1

    def _children(self, number: int, opened: Start) -> Iterator[int]:
        """Lines that belong to a key without a text of its own; a list may stand as far left as its key."""
        yield from self.lines.deeper(number + 1, opened.column)
        below = next((one for one in range(number + 1, len(self.lines)) if not self.lines.blank(one)), None)
        beside = below is not None and opened.key and self.lines.indent(below) == opened.column
        if below is not None and beside and _DASH.match(self.lines.lines[below], opened.column):
            yield below

    def _stops(self, line: str) -> bool:
        """Whether a line cannot be meant to go on with a text: a comment, or a key of the language."""
        content = line.lstrip()
        word = _WORD.match(content)
        return content.startswith("#") or bool(word and word[0] in self.words)

    def _last(self, further: list[int], begin: int, end: int) -> int:
        """Where a text ends that may go on over further lines."""
        text, lines = self.lines.text, self.lines
        ends = [lines.starts[one] + len(lines.lines[one].rstrip()) for one in further]
        most = max(ends, default=end)
        first = text[begin : begin + 1]
        if first in ("'", '"'):
            close = closing_quote(text, begin, most)
        elif first in ("[", "{"):
            close = closing_bracket(text, begin, most)
        else:
            stop = next((at for at, one in enumerate(further) if self._stops(lines.lines[one])), None)
            return most if stop is None else max([end, *ends[:stop]])
        if close < 0 or close <= end:
            return end
        return close

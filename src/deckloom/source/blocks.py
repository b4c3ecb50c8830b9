"""What becomes of Markdown's blocks: the paragraphs of speaker notes, and the items of a list.

The blocks come as a flat run of tokens, as CommonMark parsers give them; see ``markdown.py``.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from textwrap import dedent
from typing import Literal, NamedTuple, Protocol, TypeAlias

from deckloom.values.text import Para, RichText, Run


class Problem(NamedTuple):
    """What is wrong in a text: a diagnostic's slug and message, the offset in the text, and what to do."""

    slug: str
    message: str
    offset: int
    hint: str = ""


Problems: TypeAlias = tuple[Problem, ...]


class ListItem(NamedTuple):
    """An item of a Markdown list: its inline Markdown, its line in the block (from 0), and the list below it.

    ``ordered`` says whether the list below it is numbered.
    """

    text: str
    line: int
    children: tuple["ListItem", ...] = ()
    ordered: bool = False


class ListItems(NamedTuple):
    """One Markdown list, numbered or not."""

    items: tuple[ListItem, ...]
    ordered: bool


class Token(Protocol):
    """The start or end of a block: its type, the lines it spans, how deep it lies; 1 opens, -1 closes, 0 is both."""

    type: str
    map: list[int] | None
    level: int
    nesting: Literal[-1, 0, 1]
    content: str
    attrs: dict[str, str | int | float]


LISTS = {"bullet_list_open": False, "ordered_list_open": True}
_LISTS_CLOSE = ("bullet_list_close", "ordered_list_close")
BLOCKS = {
    "heading_open": "a heading",
    "table_open": "a table",
    "blockquote_open": "a quotation",
    "fence": "a code block",
    "code_block": "a code block",
    "hr": "a rule",
    "html_block": "HTML",
}
LEVELS = 9
"""Paragraphs of a presentation have levels 0 to 8."""

_MARKER = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
_PLAIN_LIST = "write one list, each item a line that begins with `- `"


def line_starts(text: str) -> list[int]:
    """The offsets of the lines."""
    return list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))


def offset_of(text: str, item: ListItem, offset: int) -> int:
    """Where a character of an item's inline Markdown stands in the text that holds the list."""
    starts, lines = line_starts(text), text.split("\n")
    before = item.text[:offset]
    down = before.count("\n")
    typed = item.text.split("\n")[down].strip()
    column = max(lines[item.line + down].find(typed), 0)
    own = item.text.split("\n")[down]
    indent = len(own) - len(own.lstrip())
    return starts[item.line + down] + column + max(len(before) - before.rfind("\n") - 1 - indent, 0)


def first_line(token: Token) -> int:
    """The line that a block starts in."""
    return token.map[0] if token.map else 0


def without_insides(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens, those inside a block that is no list or paragraph left out."""
    skipped_level = -1
    for token in tokens:
        if skipped_level >= 0:
            if token.level == skipped_level and token.nesting == -1:
                skipped_level = -1
            continue
        if token.nesting == 1 and token.type in BLOCKS:
            skipped_level = token.level
        yield token


class _OpenList:
    """A list of the notes while it is read; ``first`` is the number its current run of paragraphs started with."""

    def __init__(self, token: Token) -> None:
        self.ordered = LISTS[token.type]
        self.first = int(token.attrs.get("start", 1)) if self.ordered else 1
        self.number = self.first - 1
        self.fresh = False
        self.line = 0


class NotesReader:
    """Turns blocks into the paragraphs of speaker notes; ``runs`` reads the inline Markdown of one of them."""

    def __init__(self, text: str, runs: Callable[[str], tuple[RichText, Problems]]) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.starts = line_starts(text)
        self.runs = runs
        self.paras: list[Para] = []
        self.problems: list[Problem] = []
        self.lists: list[_OpenList] = []

    def read(self, tokens: Iterable[Token]) -> tuple[tuple[Para, ...], Problems]:
        """The paragraphs, with what stayed as typed."""
        for token in without_insides(tokens):
            if token.type in LISTS:
                self.lists.append(_OpenList(token))
            elif token.type in _LISTS_CLOSE:
                self.lists.pop()
            elif token.type == "list_item_open":
                item = self.lists[-1]
                item.number, item.fresh, item.line = item.number + 1, True, first_line(token)
            elif token.type == "inline":
                start = self.starts[first_line(token)]
                self.paragraph(token.content, max(self.text.find(token.content.partition("\n")[0], start), start))
            elif token.type in BLOCKS:
                self.typed(token)
        return tuple(self.paras), tuple(self.problems)

    def paragraph(self, text: str, offset: int) -> None:
        """One paragraph of inline Markdown that stands at ``offset`` of the notes."""
        runs, problems = self.runs(text)
        self.problems.extend(one._replace(offset=one.offset + offset) for one in problems)
        self._add(runs)

    def typed(self, token: Token) -> None:
        """A block that notes do not have, line for line as it is typed."""
        start, end = token.map or (0, 0)
        name = BLOCKS[token.type]
        message = f"notes do not show {name}; it stays as typed"
        self.problems.append(Problem("notes-markdown", message, self.starts[start], "write plain paragraphs"))
        lines = "\n".join(self.lines[start:end]).rstrip().split("\n")
        if self.lists:
            if self.lists[-1].line == start:
                marker = _MARKER.match(lines[0])
                lines[0] = " " * marker.end() + lines[0][marker.end() :] if marker else lines[0]
            lines = dedent("\n".join(lines)).split("\n")
        for line in lines:
            self._add((Run(line),) if line else ())

    def _add(self, runs: RichText) -> None:
        if not self.lists:
            self.paras.append(Para(runs))
            return
        around, level = self.lists[-1], min(len(self.lists), LEVELS) - 1
        if around.fresh:
            around.fresh = False
            self.paras.append(Para(runs, level, "number" if around.ordered else "disc", around.first))
            return
        around.first = around.number + 1 if around.ordered else 1
        self.paras.append(Para(runs, level, "none"))


class _OpenItem:
    """An item while it is read."""

    def __init__(self, line: int) -> None:
        self.text = ""
        self.line = line
        self.children: list[_OpenItem] = []
        self.ordered = False
        self.reported = False

    def closed(self) -> ListItem:
        return ListItem(self.text, self.line, tuple(one.closed() for one in self.children), self.ordered)


class ListReader:
    """Turns blocks into the one list that a block text holds. ``open`` are the items around the place reached."""

    def __init__(self, text: str) -> None:
        self.starts = line_starts(text)
        self.root = _OpenItem(0)
        self.open = [self.root]
        self.problems: list[Problem] = []

    def read(self, tokens: Iterable[Token]) -> tuple[ListItems | None, Problems]:
        """The list, or None without one; a blank text gives None and no problem."""
        for token in without_insides(tokens):
            if token.type in LISTS:
                self._list(token)
            elif token.type == "list_item_open":
                item = _OpenItem(first_line(token))
                self.open[-1].children.append(item)
                self.open.append(item)
            elif token.type == "list_item_close":
                item = self.open.pop()
                if not item.text and not item.reported:
                    self._problem("an item has no text", item.line, "write its text, or delete the line")
            elif token.type == "inline":
                self._text(token)
            elif token.type in BLOCKS:
                self.open[-1].reported = True
                self._problem(f"a list does not take {BLOCKS[token.type]}", first_line(token), _PLAIN_LIST)
        items = tuple(one.closed() for one in self.root.children)
        return ListItems(items, self.root.ordered) if items else None, tuple(self.problems)

    def _list(self, token: Token) -> None:
        item = self.open[-1]
        if item.children:
            self._problem("a second list begins here", first_line(token), "mark all items with the same sign")
        else:
            item.ordered = LISTS[token.type]

    def _text(self, token: Token) -> None:
        item = self.open[-1]
        if item is self.root:
            self._problem("this text is not in the list", first_line(token), _PLAIN_LIST)
        elif item.text or item.children:
            self._problem("an item is one paragraph", first_line(token), "join the paragraphs, or make it an item")
        else:
            item.text, item.line = token.content, first_line(token)

    def _problem(self, message: str, line: int, hint: str) -> None:
        self.problems.append(Problem("bad-markdown", message, self.starts[line], hint))

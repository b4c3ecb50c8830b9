"""From the marks and letters of a paragraph, one after the other, to its runs."""

from typing import Literal, Protocol

from deckloom.values.text import ACCENT, BOLD, CODE, ITALIC, STRIKE, Run

_MARKS = {"strong_open": BOLD, "em_open": ITALIC, "s_open": STRIKE, "accent_open": ACCENT}


class InlineToken(Protocol):
    """Letters (``nesting`` 0), or the start (1) or end (-1) of what its type says."""

    type: str
    nesting: Literal[-1, 0, 1]
    content: str
    attrs: dict[str, str | int | float]


class Runs:
    """Collects runs; letters that look alike go into one."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.marks = 0
        self.outer: list[int] = []
        self.link: str | None = None
        self.linked_from = 0

    def take(self, token: InlineToken) -> None:
        if token.type == "link_open":
            self.link, self.linked_from = str(token.attrs["href"]), len(self.runs)
        elif token.type == "link_close":
            if len(self.runs) == self.linked_from:
                self.runs.append(Run("", self.marks, self.link))
            self.link = None
        elif token.nesting == 1:
            self.outer.append(self.marks)
            self.marks |= _MARKS[token.type]
        elif token.nesting == -1:
            self.marks = self.outer.pop()
        else:
            self.add(token.content, CODE if token.type == "code_inline" else 0)

    def add(self, text: str, more: int = 0) -> None:
        marks = self.marks | more
        last = self.runs[-1] if self.runs else None
        if last and last.marks == marks and last.link == self.link and len(self.runs) > self.linked_from:
            self.runs[-1] = last._replace(text=last.text + text)
        elif text:
            self.runs.append(Run(text, marks, self.link))

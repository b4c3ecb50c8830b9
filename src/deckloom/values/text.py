"""Text with marks: what inline Markdown becomes, and what the painter writes."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

# The marks of a run, added up.
BOLD, ITALIC, CODE, STRIKE, ACCENT = 1, 2, 4, 8, 16
KEYWORD, STRING, NUMBER, QUIET = 32, 64, 128, 256
"""What a word of a program is; each is a colour."""


class Run(NamedTuple):
    """Characters that share their marks. ``link`` is an address, or ``#id`` for a jump to a slide."""

    text: str
    marks: int = 0
    link: str | None = None


RichText: TypeAlias = tuple[Run, ...]

Bullet: TypeAlias = Literal["inherit", "none", "number", "disc"]


class Para(NamedTuple):
    """A paragraph. ``level`` counts from 0; ``bullet`` says how it differs from the level's own style, if at all.

    ``start`` is the number that a run of numbered paragraphs begins with; ``accent`` colours the bullet with that
    accent of the theme, 0 leaves it.
    """

    runs: RichText
    level: int = 0
    bullet: Bullet = "inherit"
    start: int = 1
    accent: int = 0


def rich(text: str, marks: int = 0) -> RichText:
    """The text as one run."""
    return (Run(text, marks),)


def plain(text: RichText) -> str:
    """The letters alone."""
    return text[0].text if len(text) == 1 else "".join(run.text for run in text)


def plain_paras(paras: Iterable[Para]) -> str:
    """The letters of several paragraphs, one a line."""
    return "\n".join(plain(para.runs) for para in paras)

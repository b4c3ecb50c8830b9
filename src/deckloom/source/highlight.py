"""Programs in their words: which are keywords, strings, numbers and comments."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from deckloom.values.text import BOLD, CODE, ITALIC, KEYWORD, NUMBER, QUIET, STRING, RichText, Run

if TYPE_CHECKING:
    from pygments.lexer import Lexer

LINES_MOST, LETTERS_MOST = 60, 250
"""Programs past these fit on no slide; their words are not looked at."""


@cache
def languages() -> dict[str, str]:
    """The names by which languages may be called, each with the library's own."""
    from pygments.lexers import get_all_lexers

    return {alias: name for name, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases}


def language_of(file: str) -> str | None:
    """The language that the file's name tells; None if it tells none."""
    from fnmatch import fnmatch

    from pygments.lexers import get_all_lexers

    name = file.rpartition("/")[2]
    for _, aliases, patterns, _ in get_all_lexers(plugins=False):
        if aliases and any(fnmatch(name, pattern) for pattern in patterns):
            return str(aliases[0])
    return None


def highlighted(code: str, language: str | None) -> tuple[RichText, ...]:
    """The program's lines, each as runs marked by what their words are."""
    lines = code.split("\n")
    known = language and language.lower() in languages()
    if not known or len(lines) > LINES_MOST or max(map(len, lines)) > LETTERS_MOST:
        return tuple((Run(line, CODE),) if line else () for line in lines)
    found: list[list[Run]] = [[]]
    for text, marks in _words(code, _lexer(str(language).lower())):
        for at, piece in enumerate(text.split("\n")):
            if at:
                found.append([])
            if piece:
                _add(found[-1], piece, marks)
    return tuple(map(tuple, found[: len(lines)]))


def _add(runs: list[Run], text: str, marks: int) -> None:
    if runs and runs[-1].marks == marks:
        runs[-1] = runs[-1]._replace(text=runs[-1].text + text)
    else:
        runs.append(Run(text, marks))


@cache
def _lexer(language: str) -> "Lexer":
    from pygments.lexers import find_lexer_class

    found = find_lexer_class(languages()[language])
    assert found is not None
    return found(stripnl=False, ensurenl=False)


def _words(code: str, lexer: "Lexer") -> Iterator[tuple[str, int]]:
    from pygments.token import Comment, Keyword, Name, Number, Operator, String

    looks = (
        (Comment, QUIET | ITALIC),
        (Keyword, KEYWORD | BOLD),
        (Operator.Word, KEYWORD | BOLD),
        (Name.Tag, KEYWORD),
        (String, STRING),
        (Number, NUMBER),
    )
    for kind, text in lexer.get_tokens(code):
        yield text, CODE | next((marks for family, marks in looks if kind in family), 0)

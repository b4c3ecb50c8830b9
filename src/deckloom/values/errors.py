"""Exceptions, and the exit codes that are a public promise.

A fault of the user's deck is a Diagnostic, not one of these.
"""

from collections.abc import Callable
from enum import IntEnum
from typing import TypeAlias

from deckloom.values.diagnostics import Diagnostic


class Exit(IntEnum):
    """What the process tells its caller. These numbers never change."""

    DONE = 0
    FAULTS = 1
    USAGE = 2
    INPUT = 3
    OUTPUT = 4
    TOOL = 5
    BUG = 70
    INTERRUPTED = 130
    TERMINATED = 143


LineOf: TypeAlias = Callable[[str, int], str | None]
"""The text of a line of a file that was read, by the file's name as messages show it; None if it is not known."""


def _no_line(file: str, line: int) -> str | None:
    return None


class DeckloomError(Exception):
    """The base of all that deckloom raises on purpose; ``exit_code`` is what the command line ends with."""

    exit_code: Exit = Exit.BUG


class DeckRejected(DeckloomError):
    """The deck, its template or a file it names has faults; ``diagnostics`` lists them all.

    ``lines`` gives the source lines to print beneath them.
    """

    exit_code = Exit.FAULTS

    def __init__(self, diagnostics: tuple[Diagnostic, ...], lines: LineOf = _no_line) -> None:
        super().__init__("\n".join(str(one) for one in diagnostics))
        self.diagnostics = diagnostics
        self.lines = lines


class InputUnreadable(DeckloomError):
    """A file named on the command line, or to the API, is missing or cannot be read."""

    exit_code = Exit.INPUT


class OutputUnwritable(DeckloomError):
    """The target is refused, or writing it failed; whatever stood there before is untouched."""

    exit_code = Exit.OUTPUT


class ToolMissing(DeckloomError):
    """An outside program that was asked for is missing or failed."""

    exit_code = Exit.TOOL


class BrokenPromise(DeckloomError):
    """A fault of deckloom's own: the built package broke one of its rules. Nothing was written."""

    exit_code = Exit.BUG

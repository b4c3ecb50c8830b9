"""Signals before the work begins and after it is done. Imports next to nothing, so that it is in force at once."""

import os
import signal
from collections.abc import Iterator
from types import FrameType

CODES = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 143}


def end_at_once() -> None:
    """Let SIGINT, SIGTERM and SIGHUP end the process where it stands, with the exit code that is promised.

    There is nothing to clean up yet, and Python would show a traceback.
    """
    for number in _numbers():
        signal.signal(number, _end)


def be_deaf() -> None:
    """Let the process end with the exit code it has: the work is done, and Python's own end knows no handlers."""
    for number in _numbers():
        signal.signal(number, signal.SIG_IGN)


def _numbers() -> Iterator[int]:
    """The signals that are heard; none that the caller had ignored, and no SIGHUP on Windows."""
    for name in CODES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            yield number


def _end(number: int, _frame: FrameType | None) -> None:
    os._exit(CODES[signal.Signals(number).name])

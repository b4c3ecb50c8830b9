"""What the process owes its caller: output that cannot fail half-way, and an orderly end on a signal."""

import io
import os
import signal
import sys
import threading
from types import FrameType
from typing import TextIO

from deckloom.values.errors import Exit

_MOMENT = 0.01  # seconds


class Stopped(BaseException):
    """A signal asked the process to end. Not an Exception: only clean-up code should see it pass."""

    def __init__(self, code: Exit, number: int) -> None:
        super().__init__(code)
        self.code = code
        self.number = number


def listen() -> None:
    """Turn SIGINT, SIGTERM and SIGHUP into Stopped, so that temporary files are removed on the way out."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # no SIGHUP on Windows
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)
    sys.unraisablehook = _unraisable


def _stop(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one would interrupt the clean-up
    raise Stopped(Exit.INTERRUPTED if number == signal.SIGINT else Exit.TERMINATED, number)


def _unraisable(lost: "sys.UnraisableHookArgs") -> None:
    """What was raised where Python cannot pass it on, such as in the clean-up of an object: a signal is sent again a
    moment later, anything else concerns nobody."""
    if isinstance(lost.exc_value, Stopped):
        signal.signal(lost.exc_value.number, _stop)
        threading.Timer(_MOMENT, os.kill, (os.getpid(), lost.exc_value.number)).start()


class Quiet(io.TextIOWrapper):
    """A stream that outlives its reader: once a write fails, what follows goes nowhere and ``failed`` says so.

    A reader that went away (``deckloom ... | head``) has seen enough; that is no failure.
    """

    failed = False

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except OSError as problem:
            self._drop(problem)
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as problem:
            self._drop(problem)

    def _drop(self, problem: OSError) -> None:
        self.failed = self.failed or not isinstance(problem, BrokenPipeError)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)


def prepare() -> None:
    """Make stdout and stderr write any character, escaped where the encoding lacks it, and never raise.

    A stream that was closed before the start leads nowhere: else the next file to be opened, the deck perhaps, would
    get its number, and whatever a library prints.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = _quiet(sys.stdout)
    sys.stderr = _quiet(sys.stderr)


def _quiet(stream: TextIO) -> TextIO:
    if not isinstance(stream, io.TextIOWrapper):  # None when the stream was closed before the start
        return stream
    return Quiet(stream.detach(), stream.encoding, "backslashreplace", line_buffering=True)


def put(text: str, err: bool = False) -> None:
    """Write the text to stdout, or to stderr, at once. (click.echo would go round a stream whose encoding is ASCII.)"""
    stream: TextIO | None = sys.stderr if err else sys.stdout
    if stream is not None and text:
        stream.write(text)
        stream.flush()


def finish() -> Exit:
    """Flush stdout; OUTPUT when what was printed did not arrive."""
    if not isinstance(sys.stdout, Quiet):
        return Exit.DONE
    sys.stdout.flush()
    if not sys.stdout.failed:
        return Exit.DONE
    put("deckloom: standard output cannot be written\n", err=True)
    return Exit.OUTPUT

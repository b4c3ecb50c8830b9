"""Runs an outside program within bounds: time, memory, no network where that can be had, and nothing left behind."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from deckloom.render.programs import Program, found
from deckloom.values.errors import ToolMissing

FILE_MOST: Final = 4_000_000_000
"""The most bytes of one file that a program writes."""
_WORDS_MOST: Final = 400

# Sets its limits and becomes the program. Not done between fork and exec, where a process with threads can hang.
_BOUND: Final = """
import os, resource, sys
for name, most in (("RLIMIT_AS", int(sys.argv[1])), ("RLIMIT_FSIZE", int(sys.argv[2])), ("RLIMIT_CORE", 0)):
    try:
        hard = resource.getrlimit(getattr(resource, name))[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(getattr(resource, name), (most, most))
    except (AttributeError, OSError, ValueError):
        pass
os.execv(sys.argv[3], sys.argv[3:])
"""
_NETLESS: Final = (
    ("--net", "--"),
    ("--user", "--map-current-user", "--net", "--"),
    ("--map-root-user", "--net", "--"),
)


class Bounds(NamedTuple):
    """How long a program may run, in seconds, and how much memory it may ask for, in bytes of address space."""

    seconds: float
    memory: int


def run(program: Program, arguments: Sequence[str], bounds: Bounds, work: Path) -> str:
    """Run the program in the folder ``work``, which also takes its temporary files; what it said, in one line.

    It is a process group of its own, and when this returns or raises, nothing of the group is left. Raises ToolMissing
    when the program is missing, ends with a fault, or has not ended in time.
    """
    command = [*_bounded(bounds), *_netless(), found(program), *arguments]
    log = work / f"{program.name}.log"
    with log.open("wb") as said:
        try:
            code = _wait(command, bounds.seconds, said.fileno(), work)
        except subprocess.TimeoutExpired:
            hint = f"raise the limit with `--limit render_seconds={round(bounds.seconds) * 2}`"
            raise ToolMissing(
                f"{program.name} took longer than {bounds.seconds:.0f} s and was stopped; {hint}"
            ) from None
        except OSError as problem:
            raise ToolMissing(f"{program.name} cannot be started: {problem.strerror or problem}") from problem
    words = _last_words(log)
    if code:
        raise ToolMissing(f"{program.name} failed ({_ending(code)}){words and f': {words}'}")
    return words


def _wait(command: list[str], seconds: float, said: int, work: Path) -> int:
    environment = {**os.environ, "TMPDIR": str(work), "SAL_USE_VCLPLUGIN": "svp", "GSETTINGS_BACKEND": "memory"}
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        cwd=work,
        env=environment,
        start_new_session=True,
    )
    try:
        return process.wait(seconds)
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill what is left of the group, also after a leader that ended well and left others running."""
    with suppress(OSError):
        if sys.platform == "win32":
            subprocess.run(("taskkill", "/T", "/F", "/PID", str(process.pid)), capture_output=True, check=False)
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _bounded(bounds: Bounds) -> tuple[str, ...]:
    """What goes before a command to limit it, on systems that can."""
    if os.name != "posix" or not sys.executable:
        return ()
    return (sys.executable, "-I", "-S", "-c", _BOUND, str(bounds.memory), str(FILE_MOST))


@lru_cache
def _netless() -> tuple[str, ...]:
    """What goes before a command to cut it off the network, where that works without asking anyone for rights."""
    unshare = shutil.which("unshare") if sys.platform == "linux" else None
    for options in _NETLESS if unshare else ():
        with suppress(OSError, subprocess.SubprocessError):
            command = [unshare or "", *options, sys.executable, "-I", "-S", "-c", ""]
            if subprocess.run(command, capture_output=True, timeout=10, check=False).returncode == 0:
                return (unshare or "", *options)
    return ()


def _ending(code: int) -> str:
    return f"stopped by signal {-code}" if code < 0 else f"exit code {code}"


def _last_words(log: Path) -> str:
    """The end of what the program said, in one line."""
    with log.open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - _WORDS_MOST))
        return " ".join(file.read(_WORDS_MOST).decode("utf-8", "replace").split())

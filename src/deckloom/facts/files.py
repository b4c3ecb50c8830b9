"""Every file of the user's is opened here: inside the root, regular, under a limit, and never waiting."""

import difflib
import os
import re
import stat
import sys
import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PureWindowsPath

from deckloom.facts.fault import Fault, shown
from deckloom.values.diagnostics import Fix, Hint
from deckloom.values.errors import InputUnreadable

ROOT_MARK = "deckloom.toml"

_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO or a device that takes the file's place must not hold us up
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)  # links are resolved before; one that appears later is refused
    | getattr(os, "O_BINARY", 0)
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:(?=\S)")
_VARIABLE = re.compile(r"(?:^|/)\$[\w{(]")
_ENTRIES_MOST = 2_000
_NEAR_MOST = 3


def find_root(spec: Path, given: Path | None) -> Path:
    """The folder that no path written in the spec may leave, with links resolved.

    It is the one given, else the nearest folder at or above the spec that holds ``deckloom.toml``, else the spec's own.
    Raises InputUnreadable for a given one that is no folder.
    """
    if given is not None:
        return named_folder(given)
    home = _real(spec.parent)
    return next((folder for folder in (home, *home.parents) if _is_regular(folder / ROOT_MARK)), home)


def named_folder(path: Path) -> Path:
    """A folder named on the command line, with links resolved. Raises InputUnreadable for one that is none."""
    try:
        real = _real(path)
        if stat.S_ISDIR(real.stat().st_mode):
            return real
    except (OSError, ValueError) as problem:
        raise InputUnreadable(f"the folder `{path}` {_reason(problem)}") from problem
    raise InputUnreadable(f"`{path}` is not a folder")


def resolve_inside(reference: str, base: Path, roots: tuple[Path, ...]) -> Path | Fault:
    """The real place of a path written in a file of ``base``; it need not exist, but it lies in one of the roots."""
    refused = _refused_spelling(reference)
    if refused:
        return refused
    try:
        real = _real(base / reference)
    except (OSError, ValueError) as problem:
        return _cannot_open(problem)
    if any(_holds(_real(root), real) for root in roots):
        return real
    return Fault(
        "path-refused",
        "lies outside the root",
        (f"move it below `{_real(roots[0])}`, or allow its folder with `--allow-dir`",),
    )


def read_inside(
    reference: str, base: Path, roots: tuple[Path, ...], limit: int, limit_name: str = "picture_bytes"
) -> bytes | Fault:
    """The bytes of a file that the spec names, at most ``limit`` of them.

    ``reference`` is relative to ``base``, the folder of the file that holds it. ``..`` is fine as long as the real
    path, every link followed, stays in one of the roots. Only regular files are opened, and no open can block.
    """
    real = resolve_inside(reference, base, roots)
    if isinstance(real, Fault):
        return real
    data = read_real(real, limit, limit_name)
    return with_near_names(data, real, base) if isinstance(data, Fault) else data


def read_real(real: Path, limit: int, limit_name: str = "picture_bytes") -> bytes | Fault:
    """The bytes of a file whose place is already resolved, or what keeps it from being read."""
    try:
        data = _read_regular(real, limit)
        if len(data) <= limit:
            return data
        found = max(len(data), real.stat().st_size)
    except (OSError, ValueError) as problem:
        return _cannot_open(problem)
    return Fault(
        "picture-too-large",
        f"has {found:,} bytes, over the limit of {limit:,}",
        (f"make the file smaller, or raise the limit with `--limit {limit_name}={found}`",),
    )


def read_named(path: Path, most: int | None = None) -> bytes:
    """The bytes of a file named on the command line, which may lie anywhere; one byte over ``most`` at the most.

    Raises InputUnreadable, with a sentence, for one that is missing, no regular file or not ours to read.
    """
    try:
        return _read_regular(_real(path), sys.maxsize - 1 if most is None else most)
    except (OSError, ValueError) as problem:
        raise InputUnreadable(f"`{path}` {_reason(problem)}") from problem


def with_near_names(fault: Fault, real: Path, base: Path) -> Fault:
    """The fault of a missing file with the names beside it that may be meant, spelled as a spec in ``base`` would."""
    if fault.slug != "file-missing" or _exists(real):
        return fault
    missing = [real, *(folder for folder in real.parents if not _exists(folder))][-1]
    near = [missing.parent / name / real.relative_to(missing) for name in _near_names(missing)]
    if not near:
        return fault
    here = _real(base)
    spelled = (f"`{shown(Path(os.path.relpath(one, here)).as_posix())}`" for one in near)
    return fault._replace(hints=(f"did you mean {' or '.join(spelled)}",))


def _refused_spelling(reference: str) -> Fault | None:
    """The rules that a path's letters alone can break, on this system or another."""
    windows = PureWindowsPath(reference)
    control = next((char for char in reference if unicodedata.category(char) in ("Cc", "Cs")), None)
    if not reference.strip():
        return _refusal("is empty", "write the path of a file")
    if control:
        return _refusal(f"holds the character U+{ord(control):04X}, which no path may hold", "type the path anew")
    if reference.lower().startswith("data:"):
        return _refusal("is the data itself, not a path", "save the data as a file and write its path")
    if _SCHEME.match(reference):
        return _refusal("is an address, not a path", "download the file next to the spec and write its path")
    if reference.startswith("/") or windows.drive or windows.root:
        return _refusal("is an absolute path", "write the path relative to the spec's folder")
    if "\\" in reference:
        hint = Hint("write `/` between folders, on every system", fix=Fix("value", reference.replace("\\", "/")))
        return _refusal("holds a backslash", hint)
    if reference.startswith("~"):
        return _refusal("begins with `~`, which is not expanded", "write the path relative to the spec's folder")
    if _VARIABLE.search(reference):
        return _refusal("names a variable, which is not expanded", "write the path out")
    return None


def _refusal(what: str, hint: str | Hint) -> Fault:
    return Fault("path-refused", what, (hint,))


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _holds(root: Path, real: Path) -> bool:
    """Whether the real path is the root or lies below it."""
    try:
        return os.path.commonpath((root, real)) == os.path.normpath(root)
    except ValueError:  # two drives
        return False


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _exists(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True


def _read_regular(real: Path, limit: int) -> bytes:
    """At most one byte over the limit. The file is judged before it is opened, since opening a device can do things,
    and once more when it is open, since it may have been swapped."""
    _demand_regular(real.stat())
    with os.fdopen(os.open(real, _OPEN_FLAGS), "rb", buffering=0) as file:
        found = os.fstat(file.fileno())
        _demand_regular(found)
        data = file.read(min(found.st_size, limit) + 1) or b""
        while len(data) <= limit and (more := file.read(min(1 << 20, limit + 1 - len(data)))):
            data += more
    return data


def _demand_regular(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(found.st_mode):
        raise NotRegularError


class NotRegularError(OSError):
    """A FIFO, a socket or a device where a file is meant."""


def _reason(problem: OSError | ValueError) -> str:
    match problem:
        case FileNotFoundError() | NotADirectoryError():
            return "does not exist"
        case IsADirectoryError():
            return "is a folder, not a file"
        case NotRegularError():
            return "is not a regular file but a device, a pipe or a socket"
        case PermissionError():
            return "may not be read: permission is denied"
        case OSError():
            return f"cannot be read: {(problem.strerror or 'the system refuses it').lower()}"
        case _:
            return "cannot be opened: this system has no such file name"


def _cannot_open(problem: OSError | ValueError) -> Fault:
    hint = "write the path relative to the folder of the spec"
    return Fault("file-missing", _reason(problem), (hint,) if isinstance(problem, FileNotFoundError) else ())


def _near_names(missing: Path) -> list[str]:
    """Names in the folder that differ in case, Unicode form or a few letters, nearest first."""
    names = sorted(islice(_names(missing.parent), _ENTRIES_MOST))
    wanted = _folded(missing.name)
    same = [name for name in names if _folded(name) == wanted]
    if same:
        return same[:_NEAR_MOST]
    by_fold = {_folded(name): name for name in names}
    return [by_fold[one] for one in difflib.get_close_matches(wanted, by_fold, n=_NEAR_MOST, cutoff=0.75)]


def _names(folder: Path) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            yield from (entry.name for entry in entries)
    except (OSError, ValueError):
        return


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()

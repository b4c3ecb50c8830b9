"""The finished deck takes the target's place in one step: at every moment the file there is a whole one, old or new.

The deck is written beside the target, in the same folder and so on the same file system, under a hidden name that is
opened exclusively; then the name is moved. What stood there before is untouched until that move.
"""

import errno
import os
import re
import secrets
import stat
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from deckloom.values.errors import OutputUnwritable

SUFFIX = ".pptx"

_APP_PART = "docProps/app.xml"
_OURS = b"<Application>deckloom</Application>"
_APP_MOST = 1_000_000

_DAY = 24 * 60 * 60
_STEM_MOST = 50  # characters of the target's name in the temporary one, which must stay under 255 bytes
_PATIENCE = 2.0 if os.name == "nt" else 0.0  # seconds; on Windows another program may hold the file for a moment
_BUFFER = 1 << 20

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file is larger than this system allows",
    errno.EIO: "the disk reported an error",
    errno.EROFS: "the file system is read-only",
    errno.EACCES: "the folder may not be written to",
    errno.EPERM: "the folder may not be written to",
}
_OUT_OF_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def written_by_deckloom(path: Path) -> bool:
    """Whether the document properties name deckloom; a file that cannot be read as a package was written by others."""
    try:
        with zipfile.ZipFile(path) as package, package.open(_APP_PART) as part:
            return _OURS in part.read(_APP_MOST)
    except Exception:  # there is no telling what a foreign file is, and any fault in it says enough
        return False


def check_target(
    target: Path,
    inputs: Iterable[Path],
    force: bool,
    suffixes: tuple[str, ...] = (SUFFIX,),
    ours: Callable[[Path], bool] = written_by_deckloom,
) -> None:
    """Raises OutputUnwritable, with a sentence, for a target that must not be replaced or cannot be made.

    ``inputs`` are the files the deck is made of. Only ``force`` lets a file go that is not ``ours``; it lets nothing
    else pass.
    """
    if target.suffix.lower() not in suffixes:
        raise OutputUnwritable(f"`{target}` does not end in {' or '.join(f'`{one}`' for one in suffixes)}")
    if not standing(target):
        return
    if any(_same_file(target, one) for one in inputs):
        raise OutputUnwritable(f"`{target}` is one of the files the deck is made of")
    if not force and not ours(target):
        raise OutputUnwritable(f"`{target}` was not written by deckloom; move it away, or use `--force` to replace it")


def standing(target: Path) -> bool:
    """Whether a file stands at the target. Raises OutputUnwritable for a folder that is missing, or anything else there
    that is no file of its own."""
    try:
        if not target.parent.is_dir():
            raise OutputUnwritable(f"the folder of `{target}` does not exist")
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as fault:
        raise _unwritable(target, fault) from fault
    if kind := _not_a_file(mode):
        raise OutputUnwritable(f"`{target}` is {kind}, not a file of its own")
    return True


def _not_a_file(mode: int) -> str | None:
    """What stands at the target, when it is no regular file."""
    if stat.S_ISREG(mode):
        return None
    return "a link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else "a device or pipe"


def _same_file(target: Path, other: Path) -> bool:
    try:
        return target.samefile(other)
    except (OSError, ValueError):  # a name that this system cannot have is no file
        return False


@contextmanager
def publishing(target: Path) -> Iterator[BinaryIO]:
    """A file, open for reading and writing, that becomes the target when the block ends without an exception.

    Any exception, a signal's too, removes it and leaves the target as it was. Raises OutputUnwritable when the disk
    or the folder does not let the deck be written; other faults of the block pass through.
    """
    try:
        temporary, file = _open_beside(target)
    except OSError as fault:
        raise _unwritable(target, fault) from fault
    try:
        with _disk_faults(target):
            yield file
        try:
            _settle(file, temporary, target)
        except OSError as fault:
            raise _unwritable(target, fault) from fault
    except BaseException:
        _discard(file, temporary)
        raise
    _remove_stale(target)


@contextmanager
def _disk_faults(target: Path) -> Iterator[None]:
    """Turns the disk's faults into OutputUnwritable: the block reads files as well, and their faults are not ours."""
    try:
        yield
    except OSError as fault:
        if fault.errno in _OUT_OF_DISK:
            raise _unwritable(target, fault) from fault
        raise


def _unwritable(target: Path, fault: OSError | ValueError) -> OutputUnwritable:
    if isinstance(fault, ValueError):
        return OutputUnwritable(f"`{target}` was not written: this system has no such file name")
    reason = _REASONS.get(fault.errno or 0) or fault.strerror or str(fault)
    return OutputUnwritable(f"`{target}` was not written: {reason}")


def _stem(target: Path) -> str:
    return f".{target.name[:_STEM_MOST]}."


def _open_beside(target: Path) -> tuple[Path, BinaryIO]:
    """A new hidden file in the target's folder, which only its owner may read."""
    temporary = target.with_name(f"{_stem(target)}{secrets.token_hex(8)}.tmp")
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
    for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    return temporary, os.fdopen(os.open(temporary, flags, 0o600), "w+b", buffering=_BUFFER)


def _settle(file: BinaryIO, temporary: Path, target: Path) -> None:
    """Brings the bytes to the disk, gives the file the mode of the old one or that of a new one, and moves it."""
    file.flush()
    os.fsync(file.fileno())
    file.close()
    temporary.chmod(_mode_for(target))
    _replace(temporary, target, _PATIENCE)
    _sync_folder(target.parent)


def _mode_for(target: Path) -> int:
    try:
        return stat.S_IMODE(target.lstat().st_mode) & 0o777
    except FileNotFoundError:
        mask = os.umask(0o077)  # the mask can only be read by setting it
        os.umask(mask)
        return 0o666 & ~mask


def _replace(temporary: Path, target: Path, patience: float) -> None:
    """Moves the file over the target, trying again for ``patience`` seconds while another program holds it."""
    until = time.monotonic() + patience
    while True:
        try:
            temporary.replace(target)
            return
        except PermissionError as fault:
            if not patience:
                raise
            if time.monotonic() >= until:
                message = f"`{target}` is open in another program; close the presentation in PowerPoint"
                raise OutputUnwritable(message) from fault
        time.sleep(0.1)


def _sync_folder(folder: Path) -> None:
    """Brings the new name to the disk. The deck is in place already, so a file system that cannot do it is let be."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _discard(file: BinaryIO, temporary: Path) -> None:
    with suppress(OSError):
        file.close()
    with suppress(OSError):
        temporary.unlink()


def _remove_stale(target: Path) -> None:
    """Removes what earlier builds of the target left when they were killed, once it is older than a day."""
    left = re.compile(re.escape(_stem(target)) + r"[0-9a-f]{16}\.tmp")
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if left.fullmatch(entry.name) and entry.stat(follow_symlinks=False).st_mtime < time.time() - _DAY:
                with suppress(OSError):
                    Path(entry.path).unlink()

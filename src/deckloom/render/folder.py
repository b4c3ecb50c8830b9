"""The folder of rendered pages takes its place in one step, and never takes anything of the user's away.

It is filled beside its place under a hidden name, and then the names are changed. A folder that is there already goes
only if an earlier rendering made it: it carries a mark, and holds nothing but what a rendering writes.
"""

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from deckloom.values.errors import OutputUnwritable

SHEET: Final = "contact-sheet.png"
MARK: Final = ".deckloom-pages"

_MARK_TEXT: Final = "This folder was made by `deckloom render`, which replaces it as a whole when it runs again.\n"
_PAGE: Final = re.compile(r"page-\d+\.png")
_LITTER: Final = frozenset({MARK, SHEET, ".DS_Store", "Thumbs.db", "desktop.ini"})
_STEM_MOST: Final = 50


def check_folder(target: Path, pdf: str) -> None:
    """Raises OutputUnwritable, with a sentence, for a place where the folder cannot be made or may not be replaced.

    ``pdf`` is the name of the PDF that goes into it.
    """
    if not target.parent.is_dir():
        raise OutputUnwritable(f"the folder of `{target}` does not exist")
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise OutputUnwritable(f"`{target}` is not a folder of its own")
    try:
        names = sorted(one.name for one in target.iterdir()) if target.is_dir() else []
    except OSError as problem:
        raise _unwritable(target, problem) from problem
    if names and MARK not in names:
        raise OutputUnwritable(
            f"`{target}` is not empty, and `deckloom render` did not make it; name another with `-o`"
        )
    foreign = [one for one in names if not (_PAGE.fullmatch(one) or one in _LITTER or one == pdf)]
    if foreign:
        raise OutputUnwritable(
            f"`{target}` holds `{foreign[0]}`, which would be lost; move it, or name another with `-o`"
        )


@contextmanager
def replacing(target: Path, pdf: str) -> Iterator[Path]:
    """An empty folder that becomes the target when the block ends without an exception; else nothing has changed.

    Raises OutputUnwritable when the disk does not let it be; other faults of the block pass through.
    """
    fresh = target.with_name(f".{target.name[:_STEM_MOST]}.{secrets.token_hex(8)}.tmp")
    try:
        fresh.mkdir()
        try:
            yield fresh
            (fresh / MARK).write_text(_MARK_TEXT, encoding="utf-8")
            check_folder(target, pdf)  # once more: the block may have taken minutes
            _swap(fresh, target)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as problem:
        raise _unwritable(target, problem) from problem


def _swap(fresh: Path, target: Path) -> None:
    """The old folder goes aside, the new one comes, the old one is removed; if the new one cannot come, it returns."""
    if not target.exists():
        fresh.rename(target)
        return
    old = fresh.with_suffix(".old.tmp")
    target.rename(old)
    try:
        fresh.rename(target)
    except BaseException:
        with suppress(OSError):
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _unwritable(target: Path, problem: OSError) -> OutputUnwritable:
    reason = problem.strerror or os.strerror(problem.errno or 0)
    return OutputUnwritable(f"`{target}` was not written: {reason.lower()}")

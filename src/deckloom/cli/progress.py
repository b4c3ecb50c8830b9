"""A progress bar on a terminal, for work that takes more than a moment."""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0  # seconds without a bar
BETWEEN = 0.1  # seconds from one redrawing to the next


class Bar:
    """Called by the build as ``(what, done, total)``; draws on stderr after a second, and leaves no trace."""

    def __init__(self, shown: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._shown = shown
        self._clock = clock
        self._next = clock() + PATIENCE
        self._progress: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, what: str, done: int, total: int) -> None:
        now = self._clock()
        if not self._shown or now < self._next:
            return
        self._next = now + BETWEEN
        self._draw(what, done, total)

    def _draw(self, what: str, done: int, total: int) -> None:
        if self._progress is None:
            from rich.console import Console
            from rich.progress import Progress

            # No thread: a redrawing of its own could be half done when a signal ends the build.
            self._progress = Progress(console=Console(file=sys.stderr), transient=True, auto_refresh=False)
            self._progress.start()
        if what not in self._tasks:
            self._tasks[what] = self._progress.add_task(what, total=total)
        self._progress.update(self._tasks[what], completed=done, refresh=True)

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, _: TracebackType | None) -> None:
        if self._progress is not None:
            self._progress.stop()

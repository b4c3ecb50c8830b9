"""Where the bytes of pictures wait between being looked at and being painted."""

from contextlib import suppress
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import NoReturn, Self

from deckloom.values.errors import OutputUnwritable

MEMORY_MOST = 16_000_000


class PictureStore:
    """Pictures by digest, each held once: in memory up to 16 MB, beyond that in an unnamed temporary file.

    A file on disk is never kept past the store. Raises OutputUnwritable when that disk is full or fails.
    """

    def __init__(self, memory: int = MEMORY_MOST) -> None:
        self._file = SpooledTemporaryFile(max_size=memory)  # noqa: SIM115 - the store closes it
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def put(self, digest: str, data: bytes) -> None:
        """Keep the bytes, unless the same are held already."""
        if digest in self._places:
            return
        try:
            self._file.seek(self._end)
            self._file.write(data)
        except OSError as problem:
            _failed(problem)
        self._places[digest] = (self._end, len(data))
        self._end += len(data)

    def read(self, digest: str) -> bytes:
        """The bytes that were put; KeyError for a digest that never was."""
        start, size = self._places[digest]
        try:
            self._file.seek(start)
            return self._file.read(size)
        except OSError as problem:
            _failed(problem)

    def close(self) -> None:
        """Let go of everything."""
        with suppress(OSError):  # what could not be flushed is not wanted any more
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _failed(problem: OSError) -> NoReturn:
    reason = (problem.strerror or "the system refuses it").lower()
    raise OutputUnwritable(f"pictures cannot be kept in the temporary folder: {reason}") from problem

"""What every picture format's reader hands back."""

from typing import NamedTuple


class DamagedError(Exception):
    """The bytes are not what their format says; the message goes on from "the file is damaged: "."""


class Span(NamedTuple):
    """A stretch of a file's bytes, end exclusive."""

    start: int
    end: int


class Anatomy(NamedTuple):
    """A picture as its own structure tells it, nothing decoded.

    ``data`` is the picture without its metadata, ``width`` and ``height`` are as stored, ``orientation`` is EXIF's,
    1 to 8. ``frames`` are the (width, height) of what has to be decoded. ``animated`` says that frames or pages after
    the first are left out of ``data``.
    """

    data: bytes
    width: int
    height: int
    orientation: int = 1
    frames: tuple[tuple[int, int], ...] = ()
    transparent: bool = False
    components: int = 3
    animated: bool = False


def kept(data: bytes, spans: list[Span]) -> bytes:
    """The stretches joined; the very same object when they cover it all."""
    if sum(span.end - span.start for span in spans) == len(data):
        return data
    view = memoryview(data)
    return b"".join(view[span.start : span.end] for span in spans)

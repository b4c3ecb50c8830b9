"""GIF: blocks of sub-blocks up to a trailer (GIF89a specification)."""

from typing import NamedTuple

from deckloom.facts.pictures.parts import Anatomy, DamagedError, Span, kept

SIGNATURES = (b"GIF87a", b"GIF89a")

_SCREEN = 13  # signature and logical screen descriptor
_IMAGE, _EXTENSION, _TRAILER = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


class Frame(NamedTuple):
    """An image of the animation: its stretch of the file from its descriptor to its last block, its place and size."""

    span: Span
    left: int
    top: int
    width: int
    height: int


def read_gif(data: bytes) -> Anatomy:
    """The animation without comments, foreign application data and whatever follows its end."""
    head, blocks = _blocks(data)
    frames = [frame for _, frame in blocks if frame]
    if not frames:
        raise DamagedError("it holds no picture")
    width, height = (int.from_bytes(data[at : at + 2], "little") for at in (6, 8))
    if any(frame.left + frame.width > width or frame.top + frame.height > height for frame in frames):
        raise DamagedError("a frame of it lies outside the picture")
    spans = [Span(0, head), *(span for span, frame in blocks if frame or _stays(data, span))]
    return Anatomy(
        kept(data, spans),
        width,
        height,
        frames=tuple((frame.width, frame.height) for frame in frames),
        transparent=any(_is_transparent_control(data, span) for span, _ in blocks),
    )


def single_frames(data: bytes) -> list[bytes]:
    """Each frame as a GIF file of its own, as large as the frame, so that it can be decoded without the others."""
    head, blocks = _blocks(data)
    files = []
    for _, frame in blocks:
        if frame:
            size = data[frame.span.start + 5 : frame.span.start + 9]
            image = b"\x2c\0\0\0\0" + data[frame.span.start + 5 : frame.span.end]
            files.append(data[:6] + size + data[10:head] + image + b";")
    return files


def _blocks(data: bytes) -> tuple[int, list[tuple[Span, Frame | None]]]:
    """Where the blocks begin, and each block up to the trailer, which is the last."""
    head = at = _SCREEN + _table(data, 10)
    blocks: list[tuple[Span, Frame | None]] = []
    while at < len(data):
        start, kind = at, data[at]
        if kind == _TRAILER:
            blocks.append((Span(start, start + 1), None))
            return head, blocks
        if kind == _IMAGE:
            at = _after_sub_blocks(data, start + 10 + _table(data, start + 9) + 1)
            place = (int.from_bytes(data[i : i + 2], "little") for i in range(start + 1, start + 9, 2))
            blocks.append((Span(start, at), Frame(Span(start, at), *place)))
        elif kind == _EXTENSION:
            at = _after_sub_blocks(data, start + 2)
            blocks.append((Span(start, at), None))
        else:
            raise DamagedError("it holds a block of no known kind")
    raise DamagedError("it ends too early")


def _table(data: bytes, flags_at: int) -> int:
    """The bytes of the colour table that the flags announce."""
    flags = data[flags_at] if flags_at < len(data) else 0
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_sub_blocks(data: bytes, at: int) -> int:
    while at < len(data) and data[at]:
        at += data[at] + 1
    if at >= len(data):
        raise DamagedError("it ends too early")
    return at + 1


def _stays(data: bytes, span: Span) -> bool:
    """The trailer, what controls a frame, and how often the animation repeats."""
    if data[span.start] == _TRAILER:
        return True
    label = data[span.start + 1]
    return label == _CONTROL or (label == _APPLICATION and data[span.start + 3 : span.start + 14] in _LOOPS)


def _is_transparent_control(data: bytes, span: Span) -> bool:
    return data[span.start : span.start + 2] == b"\x21\xf9" and bool(data[span.start + 3] & 1)

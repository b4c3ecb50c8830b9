"""PNG: a row of chunks with checksums (ISO/IEC 15948)."""

import zlib

from deckloom.facts.pictures.parts import Anatomy, DamagedError, Span, kept
from deckloom.facts.pictures.tiff import exif_orientation

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_CRITICAL = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND"))
_STAYS = _CRITICAL | {b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"pHYs", b"bKGD"}
_PROFILE_MOST = 8_000_000


def read_png(data: bytes) -> Anatomy:
    """The picture without texts, times, EXIF, the frames of an animation and whatever follows its end."""
    spans = [Span(0, len(SIGNATURE))]
    at = len(SIGNATURE)
    header = b""
    orientation = 1
    animated = transparent = False
    while at + 12 <= len(data):
        kind = data[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            break
        if (
            kind in _STAYS
            and _whole(data, at, end, kind)
            and (kind != b"iCCP" or _profile_opens(data[at + 8 : end - 4]))
        ):
            spans.append(Span(at, end))
        if (kind == b"IHDR") is not (not header):
            raise DamagedError("it does not begin with one header")
        header = header or data[at + 8 : end - 4]
        transparent |= kind == b"tRNS"
        animated |= kind == b"fdAT"
        if kind == b"eXIf":
            orientation = exif_orientation(data[at + 8 : end - 4])
        if kind == b"IEND":
            width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
            return Anatomy(kept(data, spans), width, height, orientation, transparent=transparent, animated=animated)
        at = end
    raise DamagedError("it ends too early")


def _whole(data: bytes, at: int, end: int, kind: bytes) -> bool:
    """Whether the checksum is right. A chunk that a reader may skip is dropped when it is not."""
    right = zlib.crc32(memoryview(data)[at + 4 : end - 4]) == int.from_bytes(data[end - 4 : end], "big")
    if not right and kind in _CRITICAL:
        raise DamagedError(f"the checksum of its {kind.decode('ascii')} chunk is wrong")
    return right


def _profile_opens(chunk: bytes) -> bool:
    """Whether a colour profile unpacks to a decent size: a name, a zero, the method, packed bytes."""
    unpack = zlib.decompressobj()
    try:
        unpack.decompress(chunk.partition(b"\0")[2][1:], _PROFILE_MOST)
    except zlib.error:
        return False
    return unpack.eof

"""JPEG: segments up to the end-of-image marker (ITU-T T.81, annex B; JFIF; EXIF 2.3)."""

import re

from deckloom.facts.pictures.parts import Anatomy, DamagedError, Span, kept
from deckloom.facts.pictures.tiff import exif_orientation

SIGNATURE = b"\xff\xd8\xff"

# A marker: neither a stuffed zero nor a restart marker nor padding.
_MARKER = re.compile(rb"\xff([\x02-\xcf\xd9-\xfe])")
_EOI, _SOS, _COM, _APP0, _APP1, _APP2, _APP14 = 0xD9, 0xDA, 0xFE, 0xE0, 0xE1, 0xE2, 0xEE
_FRAME_HEADERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TAKEN_FRAMES = frozenset((0xC0, 0xC1, 0xC2))  # baseline, extended, progressive
_PLAIN_JFIF = 16  # the length of an APP0 without a thumbnail


def read_jpeg(data: bytes) -> Anatomy:
    """The picture without EXIF, XMP, comments, thumbnails, further pictures and whatever follows its end.

    Colour profiles stay, and so does Adobe's segment, which says how the colours are stored.
    """
    spans = [Span(0, 2)]
    frame = b""
    orientation = 1
    in_scan = False
    at = 2
    while found := _MARKER.search(data, at):
        marker, start = found[1][0], found.start()
        if in_scan:
            spans.append(Span(at, start))
        in_scan = marker == _SOS
        if marker == _EOI:
            return _anatomy(kept(data, [*spans, Span(start, start + 2)]), frame, orientation)
        at = start + 2 + max(2, int.from_bytes(data[start + 2 : start + 4], "big"))
        body = data[start + 4 : at]
        if marker in _FRAME_HEADERS:
            frame = frame or bytes((marker,)) + body
        if marker == _APP1 and body.startswith(b"Exif\0\0"):
            orientation = exif_orientation(body)
        if _stays(marker, body):
            spans.append(Span(start, at))
    raise DamagedError("it ends before its end marker")


def _stays(marker: int, body: bytes) -> bool:
    if marker == _APP0:
        return body.startswith(b"JFIF\0") and len(body) + 2 == _PLAIN_JFIF
    if marker == _APP2:
        return body.startswith(b"ICC_PROFILE\0")
    return marker == _APP14 or not (_APP1 <= marker <= 0xEF or marker == _COM)


def _anatomy(data: bytes, frame: bytes, orientation: int) -> Anatomy:
    """The frame header: marker, precision, height, width, number of colour components."""
    if len(frame) < 7:
        raise DamagedError("it holds no picture")
    if frame[0] not in _TAKEN_FRAMES or frame[1] != 8 or frame[6] not in (1, 3, 4):
        raise DamagedError("it is lossless, arithmetic-coded or of more than 8 bits, which no presentation shows")
    height, width = int.from_bytes(frame[2:4], "big"), int.from_bytes(frame[4:6], "big")
    return Anatomy(data, width, height, orientation, components=frame[6])

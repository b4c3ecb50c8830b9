"""BMP and WebP: how large they are, before anything is decoded."""

from deckloom.facts.pictures.parts import Anatomy, DamagedError

_CORE, _HEADERS = 12, (12, 16, 40, 52, 56, 64, 108, 124)


def is_bmp(data: bytes) -> bool:
    """Whether these are a bitmap's bytes, not a text that begins with BM."""
    return data[:2] == b"BM" and int.from_bytes(data[14:18], "little") in _HEADERS


def read_bmp(data: bytes) -> Anatomy:
    """A bitmap; a negative height says that its rows run from the top."""
    if int.from_bytes(data[14:18], "little") == _CORE:
        return Anatomy(data, int.from_bytes(data[18:20], "little"), int.from_bytes(data[20:22], "little"))
    width, height = (abs(int.from_bytes(data[at : at + 4], "little", signed=True)) for at in (18, 22))
    return Anatomy(data, width, height)


def is_webp(data: bytes) -> bool:
    """Whether these are a WebP picture's bytes."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def read_webp(data: bytes) -> Anatomy:
    """A WebP picture, of any of the three kinds its first chunk can be (RFC 9649, section 2)."""
    kind, body = data[12:16], data[20:34]
    if len(body) < 10:
        raise DamagedError("it ends too early")
    if kind == b"VP8X":
        width, height = (1 + int.from_bytes(body[at : at + 3], "little") for at in (4, 7))
        return Anatomy(data, width, height, animated=bool(body[0] & 2))
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return Anatomy(data, 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    if kind == b"VP8 ":
        width, height = (int.from_bytes(body[at : at + 2], "little") & 0x3FFF for at in (6, 8))
        return Anatomy(data, width, height)
    raise DamagedError("its first chunk is of no known kind")

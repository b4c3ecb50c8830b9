"""The directory of a TIFF file, which is also where EXIF keeps a picture's orientation (TIFF 6.0, section 2)."""

from typing import Literal, NamedTuple

from deckloom.facts.pictures.parts import Anatomy, DamagedError

WIDTH, HEIGHT, ORIENTATION, SUBFILE = 256, 257, 274, 254
_SHORT, _LONG = 3, 4
_ENTRY = 12


class Directory(NamedTuple):
    """The whole-number values of a directory by tag, and where the next directory begins (0: none)."""

    values: dict[int, int]
    following: int


def read_tiff(data: bytes) -> Anatomy:
    """The first page of a TIFF file."""
    first = directory(data)
    if WIDTH not in first.values or HEIGHT not in first.values:
        raise DamagedError("its directory does not say how large it is")
    later = directory(data, first.following) if first.following else None
    pages = later is not None and bool(later.values) and not later.values.get(SUBFILE, 0) & 1
    return Anatomy(data, first.values[WIDTH], first.values[HEIGHT], orientation(first), animated=pages)


def exif_orientation(exif: bytes) -> int:
    """EXIF's orientation from 1 to 8; 1 where it is missing or makes no sense."""
    return orientation(directory(exif.removeprefix(b"Exif\0\0")))


def orientation(found: Directory) -> int:
    """The directory's orientation from 1 to 8; 1 where it is missing or makes no sense."""
    value = found.values.get(ORIENTATION, 1)
    return value if 1 <= value <= 8 else 1


def directory(data: bytes, start: int | None = None) -> Directory:
    """The directory at ``start``, or the first one; what lies outside the data is left out."""
    order: Literal["little", "big"] = "little" if data[:2] == b"II" else "big"
    start = int.from_bytes(data[4:8], order) if start is None else start
    count = int.from_bytes(data[start : start + 2], order)
    end = start + 2 + _ENTRY * count
    values: dict[int, int] = {}
    for at in range(start + 2, min(end, len(data) - _ENTRY + 1), _ENTRY):
        tag, kind = (int.from_bytes(data[at + i : at + i + 2], order) for i in (0, 2))
        single = int.from_bytes(data[at + 4 : at + 8], order) == 1
        if single and kind in (_SHORT, _LONG):
            values[tag] = int.from_bytes(data[at + 8 : at + (10 if kind == _SHORT else 12)], order)
    return Directory(values, int.from_bytes(data[end : end + 4], order))

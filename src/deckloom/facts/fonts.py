"""Advance widths of the common font families, from the table that is shipped; of others from font files, if given.

The table holds open faces that are metric-compatible with the families named on slides: Liberation Sans for Arial,
Carlito for Calibri and so on. Its making and its licences are described beside it, in ``deckloom/data``.
"""

import json
import unicodedata
import zlib
from collections.abc import Mapping
from functools import cached_property
from math import ceil
from pathlib import Path
from typing import NamedTuple

from deckloom.facts.shaping import FontFiles
from deckloom.values.facts import Face, FaceWidths

TABLE = Path(__file__).resolve().parent.parent / "data" / "widths.bin"

CJK_WIDTH = 1000
EMOJI_WIDTH = 1300
TAB_WIDTH = 4000
# Malgun Gothic, Noto Sans KR and others are narrower for Hangul than an em.
HANGUL_WIDTH = 930
SEMITIC_WIDTH = 650
OTHER_WIDTH = 1000

_NO_ADVANCE = {"Mn", "Me", "Cf", "Cc"}


class Standin(NamedTuple):
    """Which face of the table a family is measured as. ``known`` says that the widths are the family's own."""

    family: str
    factor: float = 1.0
    known: bool = True


_SANS = Standin("Liberation Sans")
_SERIF = Standin("Liberation Serif")
_MONO = Standin("Liberation Mono")
_CARLITO = Standin("Carlito")
_CALADEA = Standin("Caladea")

# Gelasio has Georgia's widths. But where Georgia is missing, as on Linux, Noto Serif or DejaVu Serif is drawn, the
# latter on average 1.16 times as wide and on the worst of many lines 1.2 times.
_GELASIO = Standin("Gelasio")
_GEORGIA = Standin("Gelasio", 1.2, known=False)

# Where a face lacks Greek or Cyrillic, another is drawn, at worst a bold serif one.
LACKED = 1.33

# No common sans face is wider on average than DejaVu Sans, which is 1.18 times Arial.
_UNKNOWN = Standin("Liberation Sans", 1.18, known=False)

STANDINS: dict[str, Standin] = {
    **dict.fromkeys(("arial", "helvetica", "liberation sans", "arimo"), _SANS),
    **dict.fromkeys(("times new roman", "times", "liberation serif", "tinos"), _SERIF),
    **dict.fromkeys(("courier new", "courier", "liberation mono", "cousine"), _MONO),
    **dict.fromkeys(("calibri", "carlito"), _CARLITO),
    **dict.fromkeys(("cambria", "caladea"), _CALADEA),
    "georgia": _GEORGIA,
    "gelasio": _GELASIO,
}


class Advances(dict[str, int]):
    """Widths in thousandths of an em by character; one that the face lacks is measured as wide as it may be elsewhere.

    Such a character is drawn in another font anyway, so the ``factor`` of the face is taken out of its width; where the
    ``other`` face has it, its width there is taken ``LACKED`` times.
    """

    def __init__(self, listed: Mapping[str, int], factor: float, other: Mapping[str, int]) -> None:
        super().__init__(listed)
        self._factor = factor
        self._other = other

    def __missing__(self, character: str) -> int:
        known = self._other.get(character)
        width = unlisted_width(character) if known is None else known * LACKED
        return ceil(width / self._factor)


class WidthTables:
    """The shipped widths, read face by face when first asked for. It satisfies ``Fonts``.

    ``files`` are font files of the user's own: what they hold is measured from them, and they may shape text.
    """

    def __init__(self, table: Path = TABLE, files: FontFiles | None = None) -> None:
        self._table = table
        self._files = files or FontFiles()
        self._faces: dict[Face, FaceWidths] = {}

    def face(self, face: Face) -> FaceWidths:
        """The widths of the face, or of its stand-in with a factor over 1. Asking twice gives the same object."""
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = self._from_file(face) or self._from_table(face)
        return found

    def known(self, family: str) -> bool:
        """Whether the family's own widths are in the table, so that text set in it is known to fit."""
        return _standin(family).known

    def _from_file(self, face: Face) -> FaceWidths | None:
        file = self._files.find(face)
        if file is None:
            return None
        other = self._read(_row(_SANS.family, face.bold, face.italic))
        return FaceWidths(Advances(file.widths(), 1, other), OTHER_WIDTH, 1, file.shape)

    def _from_table(self, face: Face) -> FaceWidths:
        standin = _standin(face.family)
        other = self._read(_row(_SANS.family, face.bold, face.italic))
        listed = other if standin is _SANS else self._read(_row(standin.family, face.bold, face.italic))
        advances = Advances(listed, standin.factor, other)
        shape = self._files.joined(face.bold, face.italic) if standin is _SANS else None
        return FaceWidths(advances, OTHER_WIDTH, standin.factor, shape)

    @cached_property
    def _file(self) -> tuple[dict[str, tuple[int, int]], bytes]:
        """Where each face stands, and the bytes after the first line. Some 50 kB."""
        index, _, body = self._table.read_bytes().partition(b"\n")
        return json.loads(index), body

    def _read(self, row: str) -> dict[str, int]:
        index, body = self._file
        offset, size = index[row]
        characters, widths = json.loads(zlib.decompress(body[offset : offset + size]))
        return dict(zip(characters, widths, strict=True))


def unlisted_width(character: str) -> int:
    """A width in thousandths of an em that no usual font exceeds, for a character that the table lacks."""
    point = ord(character)
    if character == "\t":
        return TAB_WIDTH
    if unicodedata.category(character) in _NO_ADVANCE:
        return 0
    if _is_emoji(point):
        return EMOJI_WIDTH
    if unicodedata.east_asian_width(character) in "WF":
        return HANGUL_WIDTH if 0xAC00 <= point <= 0xD7A3 else CJK_WIDTH
    return SEMITIC_WIDTH if _is_semitic(point) else OTHER_WIDTH


def _standin(family: str) -> Standin:
    return STANDINS.get(family.strip().lower(), _UNKNOWN)


def _row(family: str, bold: bool, italic: bool) -> str:
    style = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic"}.get((bold, italic))
    return f"{family} {style or 'Bold Italic'}"


def _is_emoji(point: int) -> bool:
    """Emoji, and the older signs that are drawn as such."""
    return 0x1F000 <= point <= 0x1FAFF or 0x2600 <= point <= 0x27BF or 0x2B00 <= point <= 0x2BFF


def _is_semitic(point: int) -> bool:
    """Hebrew, Arabic, Syriac and their presentation forms; letters that join are narrower than alone."""
    return 0x0590 <= point <= 0x08FF or 0xFB1D <= point <= 0xFDFF or 0xFE70 <= point <= 0xFEFE

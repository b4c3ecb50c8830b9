"""From a font file to a table of advance widths, and from the tables to the one file that is shipped."""

import json
import unicodedata
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont

# Inclusive ranges of code points: the scripts and signs that slides are written with.
RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x0250, 0x02FF),  # phonetic letters, modifier letters
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x05D0, 0x05F4),  # Hebrew
    (0x1E00, 0x1FFF),  # Latin Extended Additional, Greek Extended
    (0x2000, 0x209F),  # general punctuation, superscripts, subscripts
    (0x20A0, 0x20CF),  # currency
    (0x2100, 0x218F),  # letter-like signs, number forms
    (0x2190, 0x22FF),  # arrows, mathematical operators
    (0x2300, 0x23FF),  # technical signs
    (0x2500, 0x26FF),  # box drawing, geometric shapes, signs
    (0x27E6, 0x27FF),  # mathematical brackets, long arrows
    (0xFB00, 0xFB06),  # Latin ligatures
)
# Spaces and hyphens that a font may lack, and what programs draw in their place.
LIKE = {0x00A0: " ", 0x2007: "0", 0x2009: " ", 0x200A: " ", 0x202F: " ", 0x2010: "-", 0x2011: "-", 0x2212: "+"}
# A character without an advance of its own, whatever the font says: marks, format characters, controls.
NO_ADVANCE = {"Mn", "Me", "Cf", "Cc"}


class FaceTable(NamedTuple):
    """The characters of a face in order, and their advances in thousandths of an em, rounded up."""

    characters: str
    widths: tuple[int, ...]


def face_table(paths: Sequence[Path]) -> FaceTable:
    """The table of the characters within RANGES of a face, which may be in several files."""
    advances: dict[int, int] = {}
    for path in paths:
        with TTFont(path) as font:
            metrics, units = font["hmtx"], font["head"].unitsPerEm
            for point, glyph in font.getBestCmap().items():
                advances.setdefault(point, -(-metrics[glyph][0] * 1000 // units))
    for point, other in LIKE.items():
        advances.setdefault(point, advances[ord(other)])
    points = [point for first, last in RANGES for point in range(first, last + 1) if point in advances]
    letters = [chr(point) for point in points if unicodedata.category(chr(point)) not in NO_ADVANCE]
    return FaceTable("".join(letters), tuple(advances[ord(letter)] for letter in letters))


def packed(tables: Mapping[str, FaceTable]) -> bytes:
    """The file: a line of JSON with each face's offset and length, then one zlib stream of JSON a face.

    A stream holds the pair of characters and widths; offsets count from the end of the first line.
    """
    index: dict[str, tuple[int, int]] = {}
    body = b""
    for name, table in tables.items():
        stream = zlib.compress(json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode(), 9)
        index[name] = (len(body), len(stream))
        body += stream
    return json.dumps(index).encode() + b"\n" + body

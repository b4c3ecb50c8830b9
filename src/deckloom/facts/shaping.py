"""Font files, for text that a table of widths cannot measure: Arabic, Indian scripts, and fonts of the user's own.

Needs the extra ``deckloom[shaping]``: HarfBuzz for shaping and fontTools for reading. Without it every answer is
"none".
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckloom.values.errors import InputUnreadable, ToolMissing
from deckloom.values.facts import Face

if TYPE_CHECKING:
    from uharfbuzz import Font

SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
FILES_MOST = 5_000
NEEDED = ("uharfbuzz", "fontTools")
FAMILY_NAME = 1  # the name by which documents call a font; others name its whole family

SYSTEM_FOLDERS = {
    "linux": ("/usr/share/fonts", "/usr/local/share/fonts"),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts"),
    "win32": ("C:/Windows/Fonts",),
}
# What is drawn for Arabic letters where Arial is named, by style: Arial itself, else what usually takes its place.
_STYLES = ((False, False), (True, False), (False, True), (True, True))
JOINED = (
    ("arial.ttf", "arialbd.ttf", "ariali.ttf", "arialbi.ttf"),
    ("arial.ttf", "arial bold.ttf", "arial italic.ttf", "arial bold italic.ttf"),
    ("dejavusans.ttf", "dejavusans-bold.ttf", "dejavusans-oblique.ttf", "dejavusans-boldoblique.ttf"),
    ("notosansarabic-regular.ttf", "notosansarabic-bold.ttf", "notosansarabic-regular.ttf", "notosansarabic-bold.ttf"),
)
ARABIC_LETTER = "\u0627"


class _Place(NamedTuple):
    """A font: its file, and its number in there."""

    path: Path
    number: int = 0


class FontFile:
    """One font, opened when first asked."""

    def __init__(self, path: Path, number: int = 0) -> None:
        self._path = path
        self._number = number

    @cached_property
    def _font(self) -> "Font":
        import uharfbuzz

        return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self._path)), self._number))

    def has(self, letter: str) -> bool:
        """Whether the font has a glyph for the letter."""
        return bool(self._font.get_nominal_glyph(ord(letter)))

    def widths(self) -> dict[str, int]:
        """The advance of every character in thousandths of an em, rounded up."""
        font = self._font
        units = font.face.upem
        glyphs = ((point, font.get_nominal_glyph(point)) for point in font.face.unicodes)
        return {chr(point): ceil(font.get_glyph_h_advance(glyph) * 1000 / units) for point, glyph in glyphs}

    def shape(self, text: str) -> Sequence[int]:
        """The advance of each character as HarfBuzz sets the text; of joined ones all stands at the first."""
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer)
        units = self._font.face.upem
        advances = [0.0] * len(text)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            advances[info.cluster] += position.x_advance * 1000 / units
        return [ceil(advance) for advance in advances]


class FontFiles:
    """The fonts in the folders, by family and style."""

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self._folders = tuple(folders)

    @cached_property
    def works(self) -> bool:
        """Whether the extra is installed."""
        return all(find_spec(name) for name in NEEDED)

    def find(self, face: Face) -> FontFile | None:
        """The face's own file in the folders, None where there is none."""
        if not self._folders or not self.works:
            return None
        place = self._index.get((face.family.strip().lower(), face.bold, face.italic))
        return FontFile(*place) if place else None

    @cache  # noqa: B019 - lives as long as the tables that ask
    def joined(self, bold: bool, italic: bool) -> Callable[[str], Sequence[int] | None]:
        """What shapes Arabic letters in the style with the system's font for them; nothing is looked for before."""

        def shape(text: str) -> Sequence[int] | None:
            file = self._for_joined_letters(_STYLES.index((bold, italic)))
            return file.shape(text) if file else None

        return shape

    @cache  # noqa: B019
    def _for_joined_letters(self, style: int) -> FontFile | None:
        """The system's font that draws Arabic letters in the style, None where none is found."""
        paths = [self._system.get(names[style]) for names in JOINED] if self.works else []
        files = [FontFile(path) for path in paths if path]
        return next((file for file in files if file.has(ARABIC_LETTER)), None)

    @cached_property
    def _system(self) -> dict[str, Path]:
        """The wanted files of the system's folders by name in lower case."""
        wanted = {name for names in JOINED for name in names}
        folders = [Path(one) for one in SYSTEM_FOLDERS.get(sys.platform, ())]
        return {path.name.lower(): path for path in _files(folders) if path.name.lower() in wanted}

    @cached_property
    def _index(self) -> dict[tuple[str, bool, bool], _Place]:
        found: dict[tuple[str, bool, bool], _Place] = {}
        for path in _files(self._folders):
            for key, place in _faces(path):
                found.setdefault(key, place)
        return found


def font_files(folders: Sequence[Path]) -> FontFiles:
    """The fonts in the folders that the caller names. Raises InputUnreadable for one that is none, and ToolMissing
    where the extra is not installed."""
    files = FontFiles(folders)
    for folder in folders:
        if not folder.is_dir():
            raise InputUnreadable(f"`{folder}` is not a folder")
    if folders and not files.works:
        raise ToolMissing("fonts of your own need the extra: pip install 'deckloom[shaping]'")
    return files


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    """The font files below the folders, in the order of their names."""
    for folder in folders:
        paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
        yield from paths[:FILES_MOST]


def _faces(path: Path) -> Iterator[tuple[tuple[str, bool, bool], _Place]]:
    """The fonts of a file with family and style; nothing of a file that is damaged."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    try:
        if path.suffix.lower() in (".ttc", ".otc"):
            fonts = TTCollection(str(path), lazy=True).fonts
        else:
            fonts = [TTFont(path, lazy=True)]
        for number, font in enumerate(fonts):
            family = font["name"].getDebugName(FAMILY_NAME)
            style = font["head"].macStyle
            if family:
                yield (family.lower(), bool(style & 1), bool(style & 2)), _Place(path, number)
    except (TTLibError, KeyError, OSError):
        return

"""Liberation Sans as outlines: measured here, so that no renderer's text engine can move a word."""

import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

FONT_DIRS = (
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/liberation-sans",
    "/usr/share/fonts/liberation",
    "/usr/local/share/fonts",
    "/Library/Fonts",
)
NO_BREAK = "\u00a0"


@dataclass
class Face:
    """One font file: advance widths, kerning pairs and glyph outlines, in em."""

    path: Path
    font: TTFont = field(init=False)
    em: int = field(init=False)
    cmap: dict[int, str] = field(init=False)
    kerning: dict[tuple[str, str], int] = field(init=False)
    outlines: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.font = TTFont(self.path)
        self.em = int(self.font["head"].unitsPerEm)
        self.cmap = dict(self.font.getBestCmap())
        self.kerning = dict(self.font["kern"].kernTables[0].kernTable)

    def cap_height(self) -> float:
        return float(self.font["OS/2"].sCapHeight) / self.em

    def glyphs(self, text: str) -> list[str]:
        missing = [c for c in text if ord(c) not in self.cmap]
        if missing:
            raise ValueError(f"{self.path.name} has no glyph for {missing[0]!r} in {text!r}")
        return [self.cmap[ord(c)] for c in text]

    def advances(self, text: str) -> list[float]:
        """Where each glyph starts, and where the last one ends, in em."""
        names = self.glyphs(text)
        widths = self.font["hmtx"]
        x, starts = 0, [0]
        for i, name in enumerate(names):
            after = names[i + 1] if i + 1 < len(names) else ""
            x += widths[name][0] + self.kerning.get((name, after), 0)
            starts.append(x)
        return [s / self.em for s in starts]

    def width(self, text: str, size: float) -> float:
        return self.advances(text)[-1] * size

    def side_bearing(self, text: str, size: float) -> float:
        """The white before the first letter."""
        return float(self.font["hmtx"][self.glyphs(text[0])[0]][1]) / self.em * size

    def outline(self, name: str) -> str:
        if name not in self.outlines:
            glyph_set = self.font.getGlyphSet()
            pen = SVGPathPen(glyph_set)
            glyph_set[name].draw(pen)
            self.outlines[name] = pen.getCommands()
        return self.outlines[name]


def font_path(style: str) -> Path:
    name = f"LiberationSans-{style}.ttf"
    for folder in (os.environ.get("LIBERATION_FONTS", ""), *FONT_DIRS):
        path = Path(folder) / name
        if folder and path.is_file():
            return path
    raise FileNotFoundError(f"{name} not found; set LIBERATION_FONTS to the folder that holds it")


@cache
def face(bold: bool) -> Face:
    return Face(font_path("Bold" if bold else "Regular"))


def wrap(text: str, size: float, bold: bool, width: float) -> list[str]:
    """Greedy lines; an explicit newline in the data is kept."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and face(bold).width(longer, size) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    too_wide = [line for line in lines if face(bold).width(line, size) > width + 0.01]
    if too_wide:
        raise ValueError(f"{too_wide[0]!r} at {size} pt is wider than {width:.0f} pt")
    return lines


def balance(text: str, size: float, bold: bool, width: float) -> list[str]:
    """The same number of lines as `wrap`, in the narrowest measure that keeps it."""
    lines = wrap(text, size, bold, width)
    low, high = 0.0, width
    while high - low > 0.5:
        middle = (low + high) / 2
        try:
            tried = wrap(text, size, bold, middle)
        except ValueError:
            tried = []
        if tried and len(tried) <= len(lines):
            lines, high = tried, middle
        else:
            low = middle
    return lines

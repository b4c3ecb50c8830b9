"""The contact sheet: all pages on one picture. The one place beside ``facts`` that opens pictures, all of them made by
pdftoppm a moment before."""

from collections.abc import Sequence
from math import ceil, sqrt
from pathlib import Path
from typing import BinaryIO, Final

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from deckloom.values.errors import ToolMissing

SUFFIXES: Final = (".png", ".jpg", ".jpeg")
PAGES_MOST: Final = 400
COLUMNS_LEAST: Final = 3
COLUMNS_MOST: Final = 8
WIDTH: Final = 1920
GAP: Final = 16
GROUND: Final = (208, 212, 219)
JPEG_QUALITY: Final = 85

_MARK: Final = "deckloom contact sheet"
_HEAD: Final = 1_000  # bytes of a sheet that hold the mark


def draw_sheet(pages: Sequence[Path], suffix: str, out: BinaryIO) -> None:
    """Write the pages, all of one size, as a grid in reading order, as PNG or JPEG by the suffix.

    Raises ToolMissing for a page that cannot be read.
    """
    columns = columns_for(len(pages))
    cell = (WIDTH - (columns + 1) * GAP) // columns
    first = _small(pages[0], cell)
    width, height = first.size
    rows = ceil(len(pages) / columns)
    size = (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP)
    sheet = Image.new("RGB", size, GROUND)
    for at, page in enumerate(pages):
        row, column = divmod(at, columns)
        place = (GAP + column * (width + GAP), GAP + row * (height + GAP))
        sheet.paste(first if at == 0 else _small(page, cell), place)
    _save(sheet, suffix, out)


def columns_for(count: int) -> int:
    """About as many columns as rows, so that the last row is full if it can be; three of few pages."""
    near = min(max(ceil(sqrt(count)), COLUMNS_LEAST), COLUMNS_MOST, count)
    choices = range(min(max(near - 1, COLUMNS_LEAST), near), min(near + 1, COLUMNS_MOST, count) + 1)
    return min(choices, key=lambda columns: (-count % columns, abs(columns - near)))


def is_sheet(path: Path) -> bool:
    """Whether the file is a contact sheet of deckloom's."""
    try:
        with path.open("rb") as file:
            return _MARK.encode() in file.read(_HEAD)
    except OSError:
        return False


def _small(page: Path, width: int) -> Image.Image:
    """The page at the width of its cell, never larger than it is."""
    try:
        with Image.open(page, formats=("PNG",)) as picture:
            width = min(width, picture.width)
            size = (width, max(1, round(picture.height * width / picture.width)))
            return picture.convert("RGB").resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    except Exception as problem:  # Pillow raises a dozen kinds for bytes it cannot read
        raise ToolMissing(f"pdftoppm made a picture that cannot be read ({type(problem).__name__})") from problem


def _save(sheet: Image.Image, suffix: str, out: BinaryIO) -> None:
    if suffix == ".png":
        mark = PngInfo()
        mark.add_text("Software", _MARK)
        sheet.save(out, "PNG", optimize=True, pnginfo=mark)
    else:
        sheet.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True, subsampling=0, comment=_MARK)

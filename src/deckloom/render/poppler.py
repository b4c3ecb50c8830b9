"""Poppler: the pages of a PDF become PNG files."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from deckloom.render.programs import PDFTOPPM
from deckloom.render.run import Bounds, run
from deckloom.values.errors import ToolMissing

PNG: Final = b"\x89PNG\r\n\x1a\n"
DIGITS_LEAST: Final = 2


class Pixels(NamedTuple):
    """The size of a page's picture."""

    width: int
    height: int


def to_pages(pdf: Path, names: Sequence[str], size: Pixels, bounds: Bounds, folder: Path, work: Path) -> list[Path]:
    """The pages of the PDF as PNG files of this size in the folder, named in order. Raises ToolMissing when pdftoppm is
    missing, fails, or makes other than one picture for each name."""
    # By size and not by resolution: LibreOffice's pages are a hair larger than the slide, which gives a pixel too much.
    scale = ("-scale-to-x", str(size.width), "-scale-to-y", str(size.height))
    run(PDFTOPPM, ("-png", *scale, str(pdf), str(folder.absolute() / "raw")), bounds, work)
    made = sorted(folder.glob("raw-*.png"), key=lambda one: int(one.stem.rpartition("-")[2]))
    if len(made) != len(names):
        raise ToolMissing(f"pdftoppm made {len(made):,} pictures of {len(names):,} pages, so they are not used")
    for one in made:
        with one.open("rb") as file:
            if file.read(len(PNG)) != PNG:
                raise ToolMissing("pdftoppm made a file that is no PNG picture")
    return [one.rename(folder / name) for one, name in zip(made, names, strict=True)]


def page_names(numbers: Sequence[int]) -> list[str]:
    """``page-07.png`` for slide 7: as many digits for all as the longest needs, and two at least."""
    digits = max(DIGITS_LEAST, len(str(max(numbers))))
    return [f"page-{number:0{digits}}.png" for number in numbers]

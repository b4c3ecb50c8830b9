"""Whether two pages look alike: not pixel for pixel, which no two versions of a renderer do, but as the eye compares
them, by the structure and the colour of small tiles."""

from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFilter, ImageMath

SIZE = (480, 270)
TILE = (16, 15)
COLUMNS, ROWS = SIZE[0] // TILE[0], SIZE[1] // TILE[1]

LEAST_STRUCTURE = 0.55
"""Of 1. A shift by a pixel of the full page leaves about 0.8 in a tile full of text, another word 0.3."""
MOST_COLOUR = 16
"""Of 255, the difference of a tile's mean in one channel. Storing a page small costs up to 13 at saturated edges."""

_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
"""What keeps the measure quiet in even tiles: the usual constants of the structural similarity index."""


class Likeness(NamedTuple):
    """How alike two pages are in their least alike tile, and the tiles (column, row) that differ."""

    structure: float
    colour: float
    different: tuple[tuple[int, int], ...]

    @property
    def alike(self) -> bool:
        """Whether no tile differs."""
        return not self.different

    def __str__(self) -> str:
        return f"{len(self.different)} tiles differ (structure {self.structure:.2f}, colour {self.colour:.0f})"


def small(page: Image.Image) -> Image.Image:
    """The page in the size in which pages are compared and kept."""
    return page.convert("RGB").resize(SIZE, Image.Resampling.BOX)


def likeness(one: Image.Image, other: Image.Image) -> Likeness:
    """Compares two small pages."""
    structure = _structure(_soft_grey(one), _soft_grey(other))
    colour = [max(tile) for tile in zip(*(_means_apart(one, other, band) for band in range(3)), strict=True)]
    different = tuple(
        (at % COLUMNS, at // COLUMNS)
        for at, (alike, apart) in enumerate(zip(structure, colour, strict=True))
        if alike < LEAST_STRUCTURE or apart > MOST_COLOUR
    )
    return Likeness(min(structure), max(colour), different)


def _soft_grey(page: Image.Image) -> Image.Image:
    """Light and dark alone, edges softened, so that half a pixel of antialiasing is no difference."""
    return page.convert("L").filter(ImageFilter.GaussianBlur(1)).convert("F")


def _structure(one: Image.Image, other: Image.Image) -> list[float]:
    """The structural similarity of each tile (Wang et al. 2004), from the means of values and of their products."""
    first, second = _means(one), _means(other)
    squares = (_means(_product(one, one)), _means(_product(other, other)), _means(_product(one, other)))
    return [_index(*row) for row in zip(first, second, *squares, strict=True)]


def _index(a: float, b: float, aa: float, bb: float, ab: float) -> float:
    light = (2 * a * b + _C1) / (a * a + b * b + _C1)
    return light * (2 * (ab - a * b) + _C2) / (aa - a * a + bb - b * b + _C2)


def _product(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageMath.lambda_eval(lambda args: args["one"] * args["other"], one=one, other=other)


def _means(page: Image.Image) -> list[float]:
    """The mean of every tile, row by row."""
    return list(page.reduce(TILE).get_flattened_data())


def _means_apart(one: Image.Image, other: Image.Image, band: int) -> list[float]:
    pairs = zip(_means(one.getchannel(band)), _means(other.getchannel(band)), strict=True)
    return [abs(mine - theirs) for mine, theirs in pairs]


def save_difference(approved: Image.Image, now: Image.Image, found: Likeness, path: Path) -> None:
    """One picture: the approved page, the page now, and where they differ."""
    marked = Image.blend(now, Image.new("RGB", SIZE, "white"), 0.6)
    draw = ImageDraw.Draw(marked)
    for column, row in found.different:
        left, top = column * TILE[0], row * TILE[1]
        draw.rectangle((left, top, left + TILE[0] - 1, top + TILE[1] - 1), outline="red", width=2)
    sheet = Image.new("RGB", (SIZE[0] * 3 + 20, SIZE[1]), "grey")
    for at, image in enumerate((approved, now, marked)):
        sheet.paste(image, (at * (SIZE[0] + 10), 0))
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)

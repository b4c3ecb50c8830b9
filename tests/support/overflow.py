"""Faults of a rendered deck, found by measurement: text outside its box, on other text or near the edge; boxes that
overlap or leave the slide; text that is not there."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, product
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from pptx import Presentation

from tests.support.glyphs import Glyph, Page, Rect, read_pages, union
from tests.support.shapes import Shape, read_shapes

TOLERANCE = 2.0
"""Points that ink may reach over its box: an accent on a capital does in a line set solid."""

BOX_TOLERANCE = 0.75
SEAM = 2.0
"""Points by which boxes may overlap: the parts of a card do, so that no light comes through between them."""

EDGE = 0.25 * 72
"""The lines at the foot end a quarter of an inch above the edge; no text comes closer on any side."""

SHARED_INK = 0.25
"""The share of the smaller of two glyphs that lies on the other one when both cannot be read."""

_AUTOFIT = re.compile(rb"<a:(?:normAutofit|spAutoFit)\b[^>]*?(?:/>|>\s*</a:(?:normAutofit|spAutoFit)>)")
_TEXT_PARTS = re.compile(r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml")
_HYPHENS = "-\u00ad\u2010\u2011\u0002\ufffe"


def without_autofit(pptx: Path, target: Path) -> Path:
    """A copy in which no program may shrink text: LibreOffice would, and so hide what does not fit."""
    with ZipFile(pptx) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            data = source.read(entry)
            if _TEXT_PARTS.fullmatch(entry.filename):
                data = _AUTOFIT.sub(b"<a:noAutofit/>", data)
            copy.writestr(entry.filename, data)
    return target


def pages_to_measure(
    decks: list[Path], folder: Path, to_pdfs: Callable[[list[Path]], list[Path]]
) -> Iterator[list[Page]]:
    """The pages of each deck as they are when no text is shrunk; the copies are made in the folder."""
    copies = [without_autofit(deck, folder / f"{deck.stem}-measured.pptx") for deck in decks]
    return map(read_pages, to_pdfs(copies))


def deck_faults(pptx: Path, pages: list[Page]) -> list[str]:
    """The faults of every slide that is shown, each as "slide 4: ..."."""
    shown = [
        (number, slide)
        for number, slide in enumerate(Presentation(str(pptx)).slides, 1)
        if slide._element.get("show") != "0"
    ]
    if len(shown) != len(pages):
        return [f"{len(shown)} slides are shown, and there are {len(pages)} pages"]
    return [
        f"slide {number}: {fault}"
        for (number, slide), page in zip(shown, pages, strict=True)
        for fault in page_faults(read_shapes(slide), page)
    ]


def page_faults(shapes: list[Shape], page: Page) -> list[str]:
    """What is wrong with one page."""
    return [
        *_boxes_off_the_slide(shapes, page),
        *_overlapping_boxes(shapes),
        *_misplaced_text(shapes, page),
        *_text_near_the_edge(page),
        *_colliding_text(page),
    ]


def _boxes_off_the_slide(shapes: list[Shape], page: Page) -> Iterator[str]:
    whole = Rect(0, 0, page.width, page.height)
    for shape in shapes:
        for side, by in shape.box.beyond(whole).items():
            if by > BOX_TOLERANCE:
                yield f"`{shape.name}` leaves the slide at the {side} by {by:.0f} pt"


def _overlapping_boxes(shapes: list[Shape]) -> Iterator[str]:
    """Placeholders, pictures, charts and tables stand apart; only what has a fill of its own may lie on a picture."""
    apart = [one for one in shapes if one.placeholder or one.pictorial]
    for below, above in combinations(apart, 2):
        shared = below.box.shared(above.box)
        if below.pictorial and above.filled and not above.pictorial:
            continue
        if shared.width > SEAM and shared.height > SEAM:
            yield f"`{below.name}` and `{above.name}` overlap by {shared.width:.0f} x {shared.height:.0f} pt"


def _misplaced_text(shapes: list[Shape], page: Page) -> Iterator[str]:
    """Text that reaches over its box, and text that was not found on the page."""
    for shape, para, glyphs in find_text(shapes, page.glyphs):
        if not glyphs:
            yield f"`{shape.name}`: the text {_quoted(para)} is not on the page"
            continue
        for side, by in union([one.ink for one in glyphs]).beyond(shape.inner).items():
            if by > TOLERANCE:
                yield f"`{shape.name}`: the text {_quoted(para)} reaches over the {side} of its box by {by:.0f} pt"


def find_text(shapes: list[Shape], glyphs: tuple[Glyph, ...]) -> Iterator[tuple[Shape, str, list[Glyph]]]:
    """Every paragraph of the shapes with its glyphs, none if they were not found.

    The letters of a paragraph stand on the page in a row, at one place or several; the place is taken that lies best
    in the shape's box. Long texts choose first, so that a "1" does not take a digit of theirs.
    """
    letters, owners = _letters(glyphs)
    free = [True] * len(letters)
    wanted = [(shape, para, _plain(para)) for shape in shapes for para in shape.paras]
    for shape, para, plain in sorted(wanted, key=lambda row: -len(row[2])):
        if plain:
            places = [at for at in _places(letters, plain) if all(free[at : at + len(plain)])]
            best = max(places, key=lambda at: _inside(shape, owners[at : at + len(plain)]), default=None)
            if best is not None:
                free[best : best + len(plain)] = [False] * len(plain)
            yield shape, para, [] if best is None else owners[best : best + len(plain)]


def _letters(glyphs: tuple[Glyph, ...]) -> tuple[str, list[Glyph]]:
    """The page's letters as one text, and the glyph that each of them belongs to: a ligature has several."""
    pairs = [(letter, glyph) for glyph in glyphs for letter in _plain(glyph.char)]
    return "".join(letter for letter, _ in pairs), [glyph for _, glyph in pairs]


def _plain(text: str) -> str:
    """Letters as both sides spell them: no spaces, no hyphens (a renderer may mark one at a line's end), no case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if not char.isspace() and char not in _HYPHENS)


def _places(letters: str, wanted: str) -> Iterator[int]:
    """Where the letters are found, from left to right or, as some writing is stored, from right to left."""
    for way in dict.fromkeys((wanted, wanted[::-1])):
        at = letters.find(way)
        while at >= 0:
            yield at
            at = letters.find(way, at + 1)


def _inside(shape: Shape, glyphs: list[Glyph]) -> int:
    """How many of the glyphs stand in the shape's box."""
    middles = (((one.ink.left + one.ink.right) / 2, (one.ink.top + one.ink.bottom) / 2) for one in glyphs)
    return sum(shape.box.left <= x <= shape.box.right and shape.box.top <= y <= shape.box.bottom for x, y in middles)


def _text_near_the_edge(page: Page) -> Iterator[str]:
    safe = Rect(EDGE, EDGE, page.width - EDGE, page.height - EDGE)
    outside = [one for one in page.glyphs if max(one.ink.beyond(safe).values()) > 0]
    if outside:
        yield f"text comes too close to the edge of the page: {_quoted(''.join(one.char for one in outside))}"


CELL = 24.0


def _colliding_text(page: Page) -> Iterator[str]:
    """Glyphs on glyphs. Neighbours in a word may touch, and marks stand on their letters."""
    cells = defaultdict(list)
    for at, glyph in enumerate(page.glyphs):
        if unicodedata.category(glyph.char) not in {"Mn", "Mc", "Me"}:
            columns = range(int(glyph.ink.left // CELL), int(glyph.ink.right // CELL) + 1)
            rows = range(int(glyph.ink.top // CELL), int(glyph.ink.bottom // CELL) + 1)
            for cell in product(columns, rows):
                cells[cell].append(at)
    pairs = {pair for members in cells.values() for pair in combinations(members, 2)}
    hit = [
        (page.glyphs[one], page.glyphs[other])
        for one, other in sorted(pairs)
        if other - one > 1 and _collide(page.glyphs[one], page.glyphs[other])
    ]
    if hit:
        place = union([one.ink.shared(other.ink) for one, other in hit])
        words = "".join(dict.fromkeys(one.char for one, _ in hit)), "".join(dict.fromkeys(two.char for _, two in hit))
        yield (
            f"text lies on text at {place.left / 72:.2f}, {place.top / 72:.2f} in "
            f"({_quoted(words[0])} and {_quoted(words[1])})"
        )


def _collide(one: Glyph, other: Glyph) -> bool:
    shared = one.ink.shared(other.ink)
    if shared.width <= 0 or shared.height <= 0:
        return False
    smaller = min(one.ink.width * one.ink.height, other.ink.width * other.ink.height)
    return shared.width * shared.height > SHARED_INK * smaller


def _quoted(text: str) -> str:
    return f'"{text if len(text) <= 40 else text[:39] + "…"}"'

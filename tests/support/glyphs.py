"""What a page of a PDF shows: every glyph with the box of its ink. Lengths are points from the top left corner."""

import ctypes
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

SCREEN = 96 / 72


class Rect(NamedTuple):
    """A rectangle; ``right`` and ``bottom`` are coordinates, not lengths."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def shared(self, other: "Rect") -> "Rect":
        """The part that two rectangles have in common; its sides are negative where they are apart."""
        return Rect(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def beyond(self, other: "Rect") -> dict[str, float]:
        """How far this one reaches over each side of the other; negative where it stays inside."""
        return {
            "left": other.left - self.left,
            "top": other.top - self.top,
            "right": self.right - other.right,
            "bottom": self.bottom - other.bottom,
        }


class Glyph(NamedTuple):
    """A character as drawn."""

    char: str
    ink: Rect


class Page(NamedTuple):
    """A page: its size in points, its glyphs in the order in which they are drawn, its picture at 96 dpi."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    image: Image.Image


def union(rects: list[Rect]) -> Rect:
    """The least rectangle around all of them."""
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))


def read_pages(pdf: Path) -> list[Page]:
    """All pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    image = page.render(scale=SCREEN).to_pil().convert("RGB")
    return Page(width, height, tuple(_glyphs(page.get_textpage(), height)), image)


def _glyphs(text: pypdfium2.PdfTextPage, height: float):
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    places = tuple(ctypes.byref(one) for one in (left, right, bottom, top))
    for at in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, at))
        if char.isspace() or not pdfium.FPDFText_GetCharBox(text, at, *places):
            continue
        ink = Rect(left.value, height - top.value, right.value, height - bottom.value)
        if ink.width > 0 and ink.height > 0:
            yield Glyph(char, ink)

"""The gallery: decks that show every kind of slide in every layout, short, typical and at its limit.

A deck of the gallery is an ordinary spec, ``tests/gallery/decks/KIND.yaml`` (or ``KIND-MORE.yaml``, where a slide needs
a deck of its own). What a slide shows stands in its id, which holds the word "short", "typical" or "limit".
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, get_args

from PIL import Image, ImageDraw

from deckloom import api
from deckloom.kinds import all_kinds
from deckloom.results import Built
from tests.support import office
from tests.support.glyphs import Page
from tests.support.likeness import likeness, save_difference, small
from tests.support.overflow import pages_to_measure

ROOT = Path(__file__).parents[2]
DECKS = ROOT / "tests" / "gallery" / "decks"
APPROVED = ROOT / "tests" / "gallery" / "approved"

QUALITY = 60
"""Keeps most pages under 10 kB; the comparison does not see what is lost."""

LENGTHS = ("short", "typical", "limit")
_LENGTH = re.compile(rf"(?:^|-)({'|'.join(LENGTHS)})(?:-|$)")

PICTURES = {
    "landscape": (1600, 900),
    "squarish": (1400, 1050),
    "square": (1200, 1200),
    "portrait": (900, 1200),
    "tower": (600, 1800),
    "panorama": (2400, 800),
    "strip": (2800, 600),
    "small": (420, 280),
    "tiny": (96, 64),
}
"""Width and height in pixels of every picture that the gallery may name, as ``pictures/NAME.png``."""


class Shown(NamedTuple):
    """What a slide of the gallery stands for."""

    kind: str
    layout: str
    length: str


class Rendered(NamedTuple):
    """A deck of the gallery: its slides' ids in order, and their pages."""

    ids: tuple[str, ...]
    pages: list[Page]


def specs() -> list[Path]:
    """The decks of the gallery."""
    return sorted(DECKS.glob("*.yaml"))


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="deckloom-gallery-")


@cache
def folder() -> Path:
    """Where the gallery is built: with its pictures, for as long as this process runs."""
    place = Path(_folder().name)
    (place / "pictures").mkdir()
    for name, size in PICTURES.items():
        _picture(*size).save(place / "pictures" / f"{name}.png")
    _transparent().save(place / "pictures" / "transparent.png")
    return place


@cache
def build(name: str) -> Built:
    """A deck of the gallery by the name of its spec, built."""
    spec = folder() / f"{name}.yaml"
    spec.write_bytes((DECKS / f"{name}.yaml").read_bytes())
    return api.build(spec)


@cache
def render() -> dict[str, Rendered]:
    """Every deck of the gallery by its name, rendered as it is when no text is shrunk; in one run of LibreOffice."""
    built = [build(spec.stem) for spec in specs()]
    made = pages_to_measure([one.target for one in built], folder(), lambda decks: office.convert_all(decks, folder()))
    return {
        one.target.stem: Rendered(tuple(slide.id for slide in one.checked.plan.slides if not slide.hidden), pages)
        for one, pages in zip(built, made, strict=True)
    }


def shown() -> Iterator[Shown]:
    """What every slide of the gallery stands for."""
    for spec in specs():
        for entry in build(spec.stem).checked.deck.slides:
            length = _LENGTH.search(entry.id)
            if length:
                yield Shown(entry.kind.name, getattr(entry.spec, "layout", None) or "", length[1])


def wanted() -> Iterator[Shown]:
    """What the gallery has to show: every kind in every layout, at every length; ``auto`` chooses among the others, so
    any length will do."""
    for name, kind in all_kinds().items():
        for layout in layout_words(kind.spec):
            yield from (Shown(name, layout, length) for length in LENGTHS if layout != "auto")


def layout_words(model) -> tuple[str, ...]:
    """The words that a kind's field ``layout`` takes; one empty word for a kind without the field."""
    field = model.model_fields.get("layout")
    words = tuple(_literals(field.annotation)) if field else ()
    return words or ("",)


def _literals(annotation) -> Iterator[str]:
    for one in get_args(annotation):
        if isinstance(one, str):
            yield one
        else:
            yield from _literals(one)


def is_shown(slide: str) -> bool:
    """Whether a slide stands for something, and is no filler that another slide is made from."""
    return bool(_LENGTH.search(slide))


def approved_pages() -> set[tuple[str, str]]:
    """The deck and the slide of every page that was approved."""
    return {(path.parent.name, path.stem) for path in APPROVED.glob("*/*.webp")}


def current_pages() -> dict[tuple[str, str], Page]:
    """The pages of the slides that stand for something, by deck and slide."""
    return {
        (deck, slide): page
        for deck, rendered in render().items()
        for slide, page in zip(rendered.ids, rendered.pages, strict=True)
        if is_shown(slide)
    }


def against_approved(deck: str, slide: str, page: Page, differences: Path | None = None) -> str | None:
    """What differs from the approved page, None if nothing does; the difference is drawn in the folder."""
    path = _approved_path(deck, slide)
    if not path.exists():
        return f"{slide} was never approved"
    before, now = Image.open(path).convert("RGB"), small(page.image)
    found = likeness(before, now)
    if found.alike:
        return None
    if differences:
        save_difference(before, now, found, differences / f"{deck}-{slide}.png")
    return f"{slide}: {found}"


def approve(deck: str, slide: str, page: Page) -> None:
    """Keeps the page, small, as the approved one."""
    path = _approved_path(deck, slide)
    path.parent.mkdir(parents=True, exist_ok=True)
    small(page.image).save(path, quality=QUALITY, method=6)


def disapprove(deck: str, slide: str) -> None:
    """Forgets an approved page."""
    _approved_path(deck, slide).unlink()


def _approved_path(deck: str, slide: str) -> Path:
    return APPROVED / deck / f"{slide}.webp"


def _picture(width: int, height: int) -> Image.Image:
    """A grid with a circle, which shows whether the picture is stretched, and marks in the corners, which show whether
    it is cropped."""
    image = Image.new("RGB", (width, height), "#DCE4F2")
    draw = ImageDraw.Draw(image)
    side = min(width, height)
    for at in range(0, max(width, height), side // 8 or 1):
        draw.line((at, 0, at, height), "#FFFFFF", max(1, side // 200))
        draw.line((0, at, width, at), "#FFFFFF", max(1, side // 200))
    corner = side // 8
    for x, y, color in ((0, 0, "#B5141B"), (1, 0, "#0B7A66"), (0, 1, "#C07408"), (1, 1, "#59164C")):
        left, top = x * (width - corner), y * (height - corner)
        draw.rectangle((left, top, left + corner, top + corner), color)
    radius = side * 0.3
    draw.ellipse((width / 2 - radius, height / 2 - radius, width / 2 + radius, height / 2 + radius), "#1746C8")
    return image


def _transparent() -> Image.Image:
    image = Image.new("RGBA", (1600, 900), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((450, 100, 1150, 800), (23, 70, 200, 200))
    return image

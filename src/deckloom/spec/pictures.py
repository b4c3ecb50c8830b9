"""Which pictures and other files a deck names, and where."""

from collections.abc import Iterator

from deckloom.slide.kind import pictures_of
from deckloom.spec.deck import Deck
from deckloom.values.span import Path


def picture_references(deck: Deck) -> Iterator[tuple[str, Path]]:
    """Every picture path as the spec writes it, with the place that names it, in slide order."""
    for entry in deck.slides:
        for picture, path in pictures_of(entry.spec, ("slides", entry.position)):
            yield picture.image or "", (*path, "image")


def text_references(deck: Deck) -> Iterator[tuple[str, Path]]:
    """The same for files whose text stands on a slide."""
    for entry in deck.slides:
        file = getattr(entry.spec, "file", None)
        if isinstance(file, str):
            yield file, ("slides", entry.position, "file")

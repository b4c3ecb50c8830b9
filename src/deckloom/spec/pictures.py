"""Which pictures a deck names, and where."""

from collections.abc import Iterator

from deckloom.slide.kind import PictureFields, SlideSpec
from deckloom.spec.deck import Deck
from deckloom.values.span import Path


def picture_references(deck: Deck) -> Iterator[tuple[str, Path]]:
    """Every picture path as the spec writes it, with the place that names it, in slide order."""
    for entry in deck.slides:
        for picture, place in pictures_of(entry.spec):
            yield picture.image, ("slides", entry.position, *place, "image")


def pictures_of(spec: SlideSpec) -> Iterator[tuple[PictureFields, Path]]:
    """The pictures of a slide and of the items in it, each with its place below the slide."""
    fields: object = spec
    if isinstance(fields, PictureFields) and fields.image:
        yield fields, ()
    items = getattr(spec, "items", None)
    for at, item in enumerate(items if isinstance(items, tuple) else ()):
        if isinstance(item, PictureFields) and item.image:
            yield item, ("items", at)

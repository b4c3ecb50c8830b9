"""Which CSV files a deck names, and where."""

from collections.abc import Iterator

from pydantic import BaseModel

from deckloom.slide.data import DataFields
from deckloom.spec.deck import Deck
from deckloom.values.span import Path


def table_references(deck: Deck) -> Iterator[tuple[str, Path]]:
    """Every CSV file as the spec writes it, with the place that names it, in slide order."""
    for entry in deck.slides:
        yield from _inside(entry.spec, ("slides", entry.position))


def _inside(fields: BaseModel, path: Path) -> Iterator[tuple[str, Path]]:
    """The files of a slide, or of the items in it."""
    if isinstance(fields, DataFields) and fields.csv:
        yield fields.csv, (*path, "csv")
    items = getattr(fields, "items", None)
    for at, item in enumerate(items if isinstance(items, tuple) else ()):
        if isinstance(item, DataFields):
            yield from _inside(item, (*path, "items", at))

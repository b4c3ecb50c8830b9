"""A picture, chart, table or number that is evidence says where it comes from."""

from collections.abc import Iterator

from deckloom.slide.charts import ChartFields
from deckloom.slide.kind import pictures_of
from deckloom.spec.deck import Deck, Entry
from deckloom.values.diagnostics import Diagnostic, warning
from deckloom.values.facts import Facts
from deckloom.values.plan import DeckPlan
from deckloom.values.span import Path

FIGURES = frozenset({"chart", "numbers", "table"})

NO_EVIDENCE = frozenset({"title"})


def check(deck: Deck, plan: DeckPlan, facts: Facts) -> Iterator[Diagnostic]:
    """A warning for each slide of evidence without source and credit; ``source: none`` says that this is meant."""
    if deck.head.source:
        return
    for entry in deck.slides:
        if entry.spec.source is None:
            yield from (_unsourced(what, path) for what, path in _evidence(entry, facts))


def _evidence(entry: Entry, facts: Facts) -> Iterator[tuple[str, Path]]:
    """What a slide shows as evidence, and where it names it; a picture with a fault is told already."""
    if entry.kind.name in NO_EVIDENCE:
        return
    if entry.kind.name in FIGURES:
        yield f"this {entry.kind.name.removesuffix('s')}", ("slides", entry.position, "kind")
        return
    for picture, place in pictures_of(entry.spec):
        if not (picture.credit or picture.decorative) and picture.image in facts.pictures:
            yield f"`{picture.image}`", ("slides", entry.position, *place, "image")
    for at, item in enumerate(getattr(entry.spec, "items", ()) if entry.kind.name == "columns" else ()):
        if isinstance(item, ChartFields) and item.chart:
            yield "this chart", ("slides", entry.position, "items", at, "chart")


def _unsourced(what: str, path: Path) -> Diagnostic:
    hint = "add `source`, or write `source: none`"
    if path[-1] == "image":
        hint = "add `source` or `credit`, or write `source: none`"
    return warning("no-source", f"{what} has no source", path, hint)

"""A picture that is evidence says where it comes from."""

from collections.abc import Iterator

from deckloom.slide.kind import PictureFields
from deckloom.spec.deck import Deck
from deckloom.values.diagnostics import Diagnostic, warning
from deckloom.values.facts import Facts
from deckloom.values.plan import DeckPlan


def check(deck: Deck, plan: DeckPlan, facts: Facts) -> Iterator[Diagnostic]:
    """A warning for each picture slide without source and credit; ``source: none`` says that this is meant."""
    if deck.head.source:
        return
    for entry in deck.slides:
        fields: object = entry.spec
        if not isinstance(fields, PictureFields) or fields.credit or fields.decorative:
            continue
        if entry.spec.source is None and fields.image in facts.pictures:  # a picture with a fault is told already
            path = ("slides", entry.position, "image")
            hint = "add `source` or `credit`, or write `source: none`"
            yield warning("no-source", f"`{fields.image}` has no source", path, hint)

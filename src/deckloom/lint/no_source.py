"""A picture that is evidence says where it comes from."""

from collections.abc import Iterator

from deckloom.slide.kind import pictures_of
from deckloom.spec.deck import Deck
from deckloom.values.diagnostics import Diagnostic, warning
from deckloom.values.facts import Facts
from deckloom.values.plan import DeckPlan

NO_EVIDENCE = frozenset({"title"})


def check(deck: Deck, plan: DeckPlan, facts: Facts) -> Iterator[Diagnostic]:
    """A warning for each picture without source and credit; ``source: none`` says that this is meant."""
    if deck.head.source:
        return
    for entry in deck.slides:
        if entry.spec.source is not None or entry.kind.name in NO_EVIDENCE:
            continue
        for picture, path in pictures_of(entry.spec, ("slides", entry.position)):
            known = picture.image in facts.pictures  # one with a fault is told already
            if known and not picture.credit and not picture.decorative:
                hint = "add `source` or `credit`, or write `source: none`"
                yield warning("no-source", f"`{picture.image}` has no source", (*path, "image"), hint)

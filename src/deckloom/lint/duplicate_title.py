"""Titles are unique: they are how people who do not see the slides tell them apart."""

from collections.abc import Iterator

from deckloom.spec.deck import Deck
from deckloom.values.diagnostics import Diagnostic, warning
from deckloom.values.facts import Facts
from deckloom.values.plan import DeckPlan


def check(deck: Deck, plan: DeckPlan, facts: Facts) -> Iterator[Diagnostic]:
    """A warning for every slide whose title an earlier one has."""
    first: dict[str, int] = {}
    for number, slide in enumerate(plan.slides, 1):
        before = first.setdefault(slide.title, number)
        if before != number:
            message = f"slide {before} has the title `{slide.title}` already"
            yield warning("duplicate-title", message, (*slide.path, "title"), "say what is new on this slide")

"""Text is measured with the widths of its font; a font whose widths are not known takes the deck out of the promise."""

from collections.abc import Iterator

from deckloom.spec.deck import Deck
from deckloom.values.diagnostics import Diagnostic, warning
from deckloom.values.facts import Face, Facts
from deckloom.values.plan import DeckPlan


def check(deck: Deck, plan: DeckPlan, facts: Facts) -> Iterator[Diagnostic]:
    """A warning for each of the theme's fonts without widths of its own."""
    for family in dict.fromkeys((facts.template.major, facts.template.minor)):
        factor = facts.fonts.face(Face(family)).factor
        if factor > 1:
            message = (
                f"the widths of `{family}` are not known; its text is measured {factor - 1:.0%} wider than its stand-in"
            )
            yield warning(
                "font-unknown", message, ("theme",), "use a theme in Arial, Calibri, Cambria or Times New Roman"
            )

"""Text is measured with the widths of its font; a font whose widths are not known takes the deck out of the promise."""

import re
from collections.abc import Iterator

from deckloom.spec.deck import Deck
from deckloom.values.diagnostics import Diagnostic, warning
from deckloom.values.facts import RIGHT_TO_LEFT_FAMILY, Face, Facts
from deckloom.values.plan import DeckPlan, TextItem
from deckloom.values.text import Para

JOINED = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


def check(deck: Deck, plan: DeckPlan, facts: Facts) -> Iterator[Diagnostic]:
    """A warning for each of the theme's fonts without widths of its own, and one for Arabic that is not shaped."""
    yield from _unshaped(plan, facts)
    for family in dict.fromkeys((facts.template.major, facts.template.minor)):
        factor = facts.fonts.face(Face(family)).factor
        if factor > 1:
            message = (
                f"the widths of `{family}` are not known; its text is measured {factor - 1:.0%} wider than its stand-in"
            )
            yield warning(
                "font-unknown", message, ("theme",), "use a theme in Arial, Calibri, Cambria or Times New Roman"
            )


def _unshaped(plan: DeckPlan, facts: Facts) -> Iterator[Diagnostic]:
    shape = facts.fonts.face(Face(RIGHT_TO_LEFT_FAMILY)).shape
    for slide in plan.slides:
        for item in slide.items:
            if isinstance(item, TextItem) and _has_joined(item.paras) and (shape is None or shape("\u0627") is None):
                message = "Arabic letters are measured by estimate; their text may be set smaller than it must"
                yield warning("font-unknown", message, item.path, "install the extra `deckloom[shaping]`")
                return


def _has_joined(paras: tuple[Para, ...]) -> bool:
    texts = (run.text for para in paras for run in para.runs)
    return any(not text.isascii() and JOINED.search(text) for text in texts)

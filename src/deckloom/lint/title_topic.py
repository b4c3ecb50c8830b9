"""A title makes a claim; one word only names a topic."""

from collections.abc import Iterator

from deckloom.spec.deck import Deck
from deckloom.values.diagnostics import Diagnostic, warning
from deckloom.values.facts import Facts
from deckloom.values.plan import DeckPlan
from deckloom.values.text import plain

EXEMPT = frozenset({"title", "agenda", "section", "sources", "closing"})


def check(deck: Deck, plan: DeckPlan, facts: Facts) -> Iterator[Diagnostic]:
    """A warning for every title of a single word, the frame of the deck excepted."""
    for entry in deck.slides:
        if entry.kind.name in EXEMPT or entry.spec.title is None:
            continue
        title = plain(entry.spec.title)
        if len(title.split()) == 1 and title.isalpha() and title.isascii():
            path = ("slides", entry.position, "title")
            yield warning(
                "title-topic", f"the title `{title}` is a topic, not a claim", path, "write a sentence with a verb"
            )

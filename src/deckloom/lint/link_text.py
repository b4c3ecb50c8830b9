"""A link says where it leads: people who listen to a deck hear its links one after the other."""

from collections.abc import Iterator

from deckloom.spec.deck import Deck
from deckloom.values.diagnostics import Diagnostic, warning
from deckloom.values.facts import Facts
from deckloom.values.plan import DeckPlan, TextItem
from deckloom.values.text import Run

EMPTY_WORDS = frozenset(
    {
        *("here", "click here", "link", "this link", "more", "read more"),
        *("hier", "hier klicken", "mehr", "ici", "cliquez ici", "aquí", "qui", "aqui"),
    }
)


def check(deck: Deck, plan: DeckPlan, facts: Facts) -> Iterator[Diagnostic]:
    """A warning for every link on a slide that is named by its address, or by a word such as "here"."""
    for slide in plan.slides:
        for item in slide.items:
            if isinstance(item, TextItem):
                for run in (run for para in item.paras for run in para.runs if run.link):
                    if _says_nothing(run):
                        hint = "name what it leads to"
                        message = f"the link `{run.text.strip()}` does not say where it leads"
                        yield warning("link-text", message, item.path, hint)


def _says_nothing(run: Run) -> bool:
    text = run.text.strip().lower()
    return text.startswith(("http://", "https://", "www.")) or text.rstrip(".…!") in EMPTY_WORDS

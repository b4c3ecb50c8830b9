"""Rules about more than one slide, and about the finished plan: one file a rule, walked in name order."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeAlias

from deckloom.spec.deck import Deck
from deckloom.values.diagnostics import Diagnostic
from deckloom.values.facts import Facts
from deckloom.values.plan import DeckPlan

Rule: TypeAlias = Callable[[Deck, DeckPlan, Facts], Iterator[Diagnostic]]


@cache
def all_rules() -> tuple[Rule, ...]:
    """The ``check`` function of every module here."""
    return tuple(
        import_module(f"{__name__}.{name}").check for name in sorted(one.name for one in iter_modules(__path__))
    )


def lint(deck: Deck, plan: DeckPlan, facts: Facts) -> tuple[Diagnostic, ...]:
    """What every rule has to say of a plan."""
    return tuple(found for rule in all_rules() for found in rule(deck, plan, facts))

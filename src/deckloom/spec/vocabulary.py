"""The words of the language: which fields there are, and where."""

from functools import cache

from deckloom.kinds import all_kinds
from deckloom.slide.items import LEAD_FIELDS
from deckloom.spec.deck import DeckHead, Options

DECK_FIELDS = (*DeckHead.model_fields, "slides")
ITEM_WORDS = (*LEAD_FIELDS, "value", "label", "delta", "when", "name", "url")


@cache
def keys() -> frozenset[str]:
    """Every key that may stand in a spec."""
    kinds = (name for kind in all_kinds().values() for name in kind.spec.model_fields)
    return frozenset((*DECK_FIELDS, *Options.model_fields, *ITEM_WORDS, *kinds))


@cache
def elsewhere(kind: str) -> dict[str, frozenset[str]]:
    """The fields that slides of a kind do not have, by the place that has them."""
    own = frozenset(all_kinds()[kind].spec.model_fields)
    places = {"items": frozenset(LEAD_FIELDS), "the deck": frozenset(DECK_FIELDS)}
    places |= {f"`{name}` slides": frozenset(one.spec.model_fields) for name, one in all_kinds().items()}
    return {place: fields - own for place, fields in places.items() if fields - own}


def a_slide(kind: str) -> str:
    """A slide of the kind, in words."""
    return f"{'an' if kind[0] in 'aeio' else 'a'} `{kind}` slide"

"""What was meant by a word that the language does not have."""

from collections.abc import Iterable, Mapping
from typing import Any

from deckloom.slide import meant
from deckloom.values.diagnostics import Fix, Hint
from deckloom.values.spelling import LETTER, did_you_mean, distance, near

LISTED_MOST = 12
PLACES = {"deck": meant.DECK, "item": meant.ITEM, "source": meant.SOURCE}
OF_KIND = {"quote": meant.QUOTE, "code": meant.CODE, "chart": meant.CHART}


def meant_field(word: str, fields: Iterable[str], place: str, value: object = "", kind: str = "") -> str | None:
    """The field that a word means at a place (``deck``, ``slide``, ``item``, ``source``); None if none is near.

    Another case, plural or hyphen is a slip of the hand; then come the words that others use, then near spellings.
    """
    known = list(fields)
    close = near(word, known)
    if close and distance(word, close) < LETTER:
        return close
    return next((one for one in _candidates(word, place, value, kind) if one in known), None) or close


def _candidates(word: str, place: str, value: object, kind: str) -> tuple[str, ...]:
    if place == "slide":
        listed = isinstance(value, list) or (isinstance(value, str) and value.lstrip().startswith("- "))
        by_value = [meant.LISTS, meant.TEXTS] if listed else [meant.TEXTS, meant.LISTS]
        tables = [OF_KIND.get(kind, {}), *by_value, meant.SLIDE]
        return tuple(one for table in tables for one in table.get(word, ()))
    return PLACES.get(place, {}).get(word, ())


def field_hints(
    word: str,
    fields: Iterable[str],
    place: str,
    value: object = "",
    kind: str = "",
    elsewhere: Mapping[str, Iterable[str]] | None = None,
) -> tuple[Hint, ...]:
    """What to do about a field that a place does not have. ``elsewhere`` are the fields of other places by name."""
    known = sorted(fields)
    if word == "visible" and value == "false" and "hidden" in known:
        return (Hint("did you mean `hidden: true`?", fix=Fix("pair", "hidden: true")),)
    found = meant_field(word, known, place, value, kind)
    if found:
        return (Hint(f"did you mean `{found}`?", fix=Fix("rename", found)), *_rewritten(found, value))
    if word in meant.THEME_WORDS:
        return (Hint("delete it: the theme decides this; see `deckloom theme`"),)
    homes = [name for name, others in (elsewhere or {}).items() if word in others]
    hints = [Hint(f"move it: `{word}` belongs to {_listed(homes)}")] if homes else []
    if len(known) <= LISTED_MOST or not hints:
        hints.append(Hint(f"use one of the fields: {', '.join(known)}"))
    return tuple(hints)


def _rewritten(found: str, value: object) -> tuple[Hint, ...]:
    """The first rows of a chart's labels or series, as `rows` are written."""
    if found != "rows" or not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        return ()
    rows = ", ".join(f"[{one}, …]" for one in value[:2])
    return (Hint(f"write each label with its values as a row: `rows: [{rows}]`"),)


def _listed(homes: list[str]) -> str:
    return homes[0] if len(homes) == 1 else f"{', '.join(homes[:-1])} and {homes[-1]}"


def kind_hints(word: str, kinds: Iterable[str]) -> tuple[Hint, ...]:
    """What to do about a slide kind that does not exist."""
    known = sorted(kinds)
    if word in meant.REFUSED_KINDS:
        return (Hint(f"choose another kind: {meant.REFUSED_KINDS[word]}"),)
    found = meant_kind(word, known)
    if found:
        return (Hint(f"did you mean `{found}`?", fix=Fix("value", found)),)
    return (Hint(did_you_mean(word, known, "kinds")),)


def meant_kind(word: str, kinds: Iterable[str]) -> str | None:
    """The kind that a word means; None if none is near."""
    known = list(kinds)
    plain = word.lower().replace("-", "_").replace(" ", "_")
    close = near(word, known)
    if close and distance(word, close) <= LETTER:
        return close
    return next((one for one in meant.KINDS.get(plain, ()) if one in known), None) or close


def word_hints(word: str, words: Iterable[str], noun: str = "words") -> tuple[Hint, ...]:
    """What to do about a value that is none of the words that a field takes."""
    known = list(words)
    close = near(word, known)
    return (Hint(did_you_mean(word, known, noun), fix=Fix("value", close) if close else None),)


def misspelt(fields: Mapping[str, Any], known: Iterable[str], place: str, kind: str = "") -> dict[str, str]:
    """The fields that unknown words of a mapping mean, with these words: such a field is misspelt, not missing."""
    names = list(known)
    found: dict[str, str] = {}
    for word, value in fields.items():
        field = None if word in names else meant_field(word, names, place, value, kind)
        if field and field not in fields:
            found.setdefault(field, word)
    return found

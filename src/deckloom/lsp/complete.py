"""What may be written at a place."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from deckloom.facts.template import bundled_names
from deckloom.lsp import words
from deckloom.lsp.files import files_for
from deckloom.lsp.lines import ENTRY, Place, place_at
from deckloom.lsp.slides import SlideEntry
from deckloom.reference.fields import FieldDoc, kind_docs

Sort: TypeAlias = Literal["field", "kind", "word", "id", "theme", "file", "folder"]

_JUMP = re.compile(r"\]\(#([^)\s]*)$")


class Offer(NamedTuple):
    """One completion: what is shown, what replaces the text from column ``start`` on, and what is said about it."""

    label: str
    text: str
    start: int
    sort: Sort
    doc: str = ""


def offers(
    lines: list[str], number: int, column: int, spec: Path | None, slides: Callable[[], tuple[SlideEntry, ...]]
) -> list[Offer]:
    """Everything that fits at a line and column, both from 0. The slides are only asked for where a link begins."""
    before = lines[number][:column] if number < len(lines) else ""
    jump = _JUMP.search(before)
    if jump:
        return [Offer(one.id, one.id, jump.start(1), "id", f"slide {one.number}: {one.title}") for one in slides()]
    place = place_at(lines, number, column)
    if place is None:
        return []
    return _keys(place) if place.key is None else _values(place, place.key, spec)


def _keys(place: Place) -> list[Offer]:
    if place.path == ("slides",):
        return [Offer("- kind", "- kind: ", place.start, "field", "a slide")]
    fields = [one for one in words.fields_at(place.path, place.kind) if one.name not in place.present]
    return [Offer(one.name, _written(one, place), place.start, "field", words.told_field(one)) for one in fields]


def _written(field: FieldDoc, place: Place) -> str:
    """The key with what leads over to its value."""
    if field.name == "slides":
        return "slides:\n  - kind: "
    return f"{field.name}:" if field.inner and place.path == () and field.type == "mapping" else f"{field.name}: "


def _values(place: Place, key: str, spec: Path | None) -> list[Offer]:
    if key == words.KIND and place.path == ("slides", ENTRY):
        return [Offer(name, name, place.start, "kind", words.told_kind(one)) for name, one in kind_docs().items()]
    field = words.field_at(place.path, place.kind, key)
    if field is None:
        return []
    found = [Offer(one, one, place.start, "word", words.told_field(field)) for one in _words(field)]
    if key == "theme" and not place.path:
        found += [Offer(one, one, place.start, "theme", "a bundled theme") for one in bundled_names()]
    if spec is not None and (field.type == "path" or (key == "theme" and not place.path)):
        for one in files_for(key, place.typed, spec):
            found.append(Offer(one, one, place.start, "folder" if one.endswith("/") else "file"))
    return found


def _words(field: FieldDoc) -> tuple[str, ...]:
    return ("true", "false") if field.type == "true or false" else field.words

"""What the schema library found, as diagnostics in our words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from deckloom.slide.fields import Found
from deckloom.slide.near import field_hints, misspelt, word_hints
from deckloom.source.markdown import Problem
from deckloom.values.diagnostics import Diagnostic, error, warning
from deckloom.values.span import Path

WRONG_TYPES = {"model_type": "a mapping", "model_attributes_type": "a mapping", "string_type": "a text"}


@dataclass(frozen=True, slots=True)
class Place:
    """A mapping of the spec that a model was made of.

    ``noun`` names it in messages ("an `image` slide"), ``table`` the near misses that count there; ``written`` is what
    the spec has, ``elsewhere`` the fields of other places. ``inner`` are the mappings inside it, by their key; with the
    ``model`` itself, the items inside it are places of their own.
    """

    noun: str
    fields: tuple[str, ...]
    table: str = "deck"
    kind: str = ""
    written: Mapping[str, Any] = field(default_factory=dict)
    elsewhere: Mapping[str, Iterable[str]] = field(default_factory=dict)
    inner: Mapping[str, "Place"] = field(default_factory=dict)
    model: type[BaseModel] | None = None


def diagnostics_of(fault: ValidationError, prefix: Path, place: Place) -> list[Diagnostic]:
    """The diagnostics for all errors of a model."""
    found: list[Diagnostic] = []
    for row in fault.errors(include_url=False):
        steps = row["loc"]
        inner = place.inner.get(str(steps[0])) if len(steps) > 1 else None
        found.extend(_one(row, (*prefix, *steps), inner or _item(place, steps) or place))
    return found


def _item(place: Place, steps: tuple[str | int, ...]) -> Place | None:
    """The list item that the error's place lies in; None for one of the slide itself."""
    if place.model is None or len(steps) < 3 or steps[0] not in place.model.model_fields:
        return None
    kinds = get_args(place.model.model_fields[str(steps[0])].annotation)
    model = next((one for one in kinds if isinstance(one, type) and issubclass(one, BaseModel)), None)
    written = place.written.get(str(steps[0]))
    item = written[steps[1]] if isinstance(written, list) and isinstance(steps[1], int) else {}
    return Place("an item", tuple(model.model_fields), "item", written=item) if model else None


def _one(row: Mapping[str, Any], path: Path, place: Place) -> Iterator[Diagnostic]:
    kind, context, name = row["type"], row.get("ctx", {}), str(path[-1])
    if "found" in context:
        yield from (found_diagnostic(one, path) for one in context["found"])
    elif kind == "missing":
        if name not in misspelt(place.written, place.fields, place.table, place.kind):
            yield error("missing-field", f"{place.noun} needs `{name}`", path, f"add `{name}:`")
    elif kind == "extra_forbidden":
        hints = field_hints(name, place.fields, place.table, row["input"], place.kind, place.elsewhere)
        yield error("unknown-field", f"`{name}` is not a field of {place.noun}", path, *hints, on_key=True)
    elif kind == "literal_error":
        yield _choice(row, path, context["expected"])
    else:
        yield error("wrong-type", f"`{name}` takes {WRONG_TYPES.get(kind, 'something else')}", path)


def found_diagnostic(one: Found, path: Path) -> Diagnostic:
    """What a field found wrong with its value, which stands at ``path``."""
    return error(one.slug, one.message, (*path, *one.at), *one.hints, on_key=one.on_key, offset=one.offset)


def _choice(row: Mapping[str, Any], path: Path, expected: str) -> Diagnostic:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    value = row["input"] if isinstance(row["input"], str) else "this"
    return error("bad-value", f"`{path[-1]}` does not take `{value}`", path, *word_hints(value, words))


def notes_warnings(problems: Iterable[Problem], path: Path) -> list[Diagnostic]:
    """What notes do not render, which stays as typed."""
    return [
        warning(one.slug, one.message, path, *((one.hint,) if one.hint else ()), offset=one.offset) for one in problems
    ]

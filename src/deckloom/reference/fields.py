"""The fields of a model as documentation: names, types, defaults, words, and a schema without the models' traces."""

import sys
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeAlias

from deckloom.kinds import all_kinds
from deckloom.slide.kind import SlideKind, SlideSpec
from deckloom.source.nodes import Plain, to_plain
from deckloom.source.text import SourceText
from deckloom.source.yaml import parse
from deckloom.spec.deck import DeckHead
from deckloom.values.limits import Limits

Schema: TypeAlias = dict[str, Any]

TYPE = "x-type"
"""The key under which a type of the language gives its name; it is not part of the published schema."""

_INSIDE = ("items", "not", "additionalProperties")
_LISTS = ("anyOf", "oneOf", "allOf")
_JSON_TYPES = {"string": "text", "boolean": "true or false", "array": "list", "object": "mapping", "integer": "number"}


@dataclass(frozen=True, slots=True)
class FieldDoc:
    """One field: ``type`` and ``default`` are what a table shows, ``schema`` is its part of the JSON Schema."""

    name: str
    type: str
    required: bool
    default: str
    description: str
    schema: Schema

    @property
    def words(self) -> tuple[str, ...]:
        """The words that the field takes, if it is a choice."""
        return tuple(str(one) for one in self.schema.get("enum", ()))

    @property
    def inner(self) -> "tuple[FieldDoc, ...]":
        """The fields of the field's entries, if these are mappings, or of the field itself."""
        found = _properties(self.schema)
        return field_docs(found) if found else ()


@dataclass(frozen=True, slots=True)
class KindDoc:
    """One kind of slide: what it is in a sentence, more about it, its fields, its example."""

    name: str
    summary: str
    about: str
    fields: tuple[FieldDoc, ...]
    example: str

    @property
    def own(self) -> tuple[FieldDoc, ...]:
        """The fields that not every slide has; the required ones first."""
        mine = [one for one in self.fields if one.name not in SlideSpec.model_fields]
        return tuple(sorted(mine, key=lambda one: not one.required))


def model_schema(model: Any) -> Schema:  # noqa: ANN401 - any pydantic model
    """The JSON Schema of a model: references resolved, `null` and made-up titles gone."""
    raw = model.model_json_schema()
    return tidied(raw, raw.get("$defs", {}))


def tidied(schema: Schema, definitions: Schema) -> Schema:
    """A schema as it is published, save for the names of types."""
    if "$ref" in schema:
        rest = {key: value for key, value in schema.items() if key != "$ref"}
        return tidied({**definitions[schema["$ref"].rpartition("/")[2]], **rest}, definitions)
    made: Schema = {}
    for key, value in schema.items():
        if key == "properties":
            made[key] = {name: tidied(one, definitions) for name, one in value.items()}
        elif key in _INSIDE and isinstance(value, dict):
            made[key] = tidied(value, definitions)
        elif key in _LISTS:
            made[key] = [tidied(one, definitions) for one in value]
        elif key not in ("title", "$defs") and not (key == "default" and not isinstance(value, str | int | float)):
            made[key] = value
    return _without_null(made)


def _without_null(schema: Schema) -> Schema:
    """A field that may be left out is not written as null: the alternative goes; one that is left takes its place."""
    if {"type": "null"} not in schema.get("anyOf", ()):
        return schema
    left = [one for one in schema["anyOf"] if one != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    return {**left[0], **rest} if len(left) == 1 else {"anyOf": left, **rest}


def type_name(schema: Schema) -> str:
    """What a field takes, in the language's own words."""
    if TYPE in schema:
        return str(schema[TYPE])
    if "const" in schema or "enum" in schema:
        return ", ".join(f"`{one}`" for one in schema.get("enum", [schema.get("const")]))
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(type_name(one) for one in schema["anyOf"]))
    kind = str(schema.get("type", "text"))
    return _JSON_TYPES.get(kind, kind)


def field_docs(schema: Schema) -> tuple[FieldDoc, ...]:
    """The fields of an object's schema, in its order."""
    required = schema.get("required", ())
    return tuple(_field(name, one, name in required) for name, one in schema["properties"].items())


def _properties(schema: Schema) -> Schema | None:
    """The schema of the mapping that a field holds, or that its entries are."""
    if "properties" in schema:
        return schema
    inside = [*schema.get("anyOf", ()), schema.get("items")]
    return next((one for one in map(_properties, filter(None, inside)) if one), None)


def _field(name: str, schema: Schema, required: bool) -> FieldDoc:
    default = schema.get("default")
    shown = "" if default is None else str(default).lower() if isinstance(default, bool) else str(default)
    return FieldDoc(name, type_name(schema), required, shown, schema.get("description", ""), schema)


@cache
def kind_docs() -> dict[str, KindDoc]:
    """Every kind by its name, in name order."""
    return {name: _kind(kind) for name, kind in all_kinds().items()}


def _kind(kind: SlideKind) -> KindDoc:
    module = sys.modules[kind.spec.__module__].__doc__ or ""
    fields = {one.name: one for one in field_docs(model_schema(kind.spec))}
    fields["kind"] = replace(fields["kind"], description=SlideSpec.model_fields["kind"].description or "")
    order = ("kind", "title", *(name for name in fields if name not in ("kind", "title")))
    return KindDoc(
        kind.name,
        " ".join(module.split()),
        " ".join((kind.spec.__doc__ or "").split()),
        tuple(fields[name] for name in order),
        kind.example,
    )


@cache
def head_docs() -> tuple[FieldDoc, ...]:
    """The fields of a deck, its slides excepted."""
    return field_docs(model_schema(DeckHead))


@cache
def shared_docs() -> tuple[FieldDoc, ...]:
    """The fields that every slide has."""
    return field_docs(model_schema(SlideSpec))


@cache
def examples() -> dict[str, dict[str, Plain]]:
    """The slide of every kind's example, its texts as written."""
    return {name: _slide(kind.example) for name, kind in all_kinds().items()}


def _slide(example: str) -> dict[str, Plain]:
    root = parse(SourceText("example", example), Limits()).value
    assert root is not None
    slides = to_plain(root)
    assert isinstance(slides, list)
    assert isinstance(slides[0], dict)
    return slides[0]

"""The JSON Schema of a deck, for editors: completion, hover and a first check as one types.

It is draft 7, which every YAML editor knows. An editor's YAML has types where the deck language has spellings (`2024`
is a number there and a text here), so a text is whatever is no list, no mapping and not empty.
"""

import json
from collections.abc import Iterator
from functools import cache

from deckloom.reference.fields import TYPE, FieldDoc, KindDoc, Schema, examples, head_docs, kind_docs

SCALAR = {"$ref": "#/definitions/scalar"}
_SCALAR = {
    "$comment": "a text that an editor takes for a number or for true or false; it is shown as it is spelled",
    "not": {"type": ["string", "object", "array", "null"]},
}


@cache
def deck_schema() -> Schema:
    """The schema as a dictionary, its keys in a fixed order."""
    head = {one.name: _published(one.schema) for one in head_docs()}
    head["title"]["examples"] = ["State of AI 2024: what changed, and what it means"]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "deck",
        "description": "A deck in the deck language, version 1: some words about it, and its slides.",
        "type": "object",
        "required": [*(one.name for one in head_docs() if one.required), "slides"],
        "additionalProperties": False,
        "properties": {**head, "slides": _slides()},
        "definitions": {
            "scalar": _SCALAR,
            "slide": _slide(),
            **{name: _kind(kind) for name, kind in kind_docs().items()},
        },
    }


def schema_text() -> str:
    """The schema as it is printed and committed."""
    return json.dumps(deck_schema(), indent=2, ensure_ascii=False) + "\n"


def _slides() -> Schema:
    return {
        "description": "The slides, in order. Each begins with `- kind:`.",
        "type": "array",
        "minItems": 1,
        "items": {"$ref": "#/definitions/slide"},
    }


def _slide() -> Schema:
    """Any slide: the kind decides which fields it has."""
    kinds = kind_docs()
    kind = {
        "description": "What the slide is.",
        "enum": list(kinds),
        "markdownEnumDescriptions": [one.summary for one in kinds.values()],
    }
    choices = [
        {
            "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
            "then": {"$ref": f"#/definitions/{name}"},
        }
        for name in kinds
    ]
    return {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": kind},
        "allOf": choices,
    }


def _kind(kind: KindDoc) -> Schema:
    return {
        "title": f"{kind.name} slide",
        "description": f"{kind.summary}\n\n{kind.about}".strip(),
        "type": "object",
        "required": [one.name for one in kind.fields if one.required],
        "additionalProperties": False,
        "properties": {one.name: _property(kind.name, one) for one in kind.fields},
    }


def _property(kind: str, field: FieldDoc) -> Schema:
    if field.name == "kind":
        return {"const": kind, "description": field.description}
    schema = _published(field.schema)
    example = next(_examples(kind, field.name), None)
    return schema if example is None or field.words else {**schema, "examples": [example]}


def _examples(kind: str, field: str) -> Iterator[str]:
    """Values of a field in the examples: the kind's own first, then those of kinds that share it (no titles).

    Editors write an example down when its field is chosen, so only texts of one line will do.
    """
    slides = examples()
    for name in (kind, *slides) if field != "title" else (kind,):
        value = slides[name].get(field)
        if isinstance(value, str) and "\n" not in value:
            yield value


def _published(schema: Schema) -> Schema:
    """A field's schema for editors: texts take what an editor's YAML makes of them."""
    made: Schema = {}
    for key, value in schema.items():
        if key == "properties":
            made[key] = {name: _published(one) for name, one in value.items()}
        elif isinstance(value, dict):
            made[key] = _published(value)
        elif key == "anyOf":
            made[key] = [one for alternative in value for one in _alternatives(_published(alternative))]
        elif key != TYPE:
            made[key] = value
    if made.get("type") == "string" and not {"enum", "const", "pattern"} & made.keys():
        text = {key: made.pop(key) for key in ("type", "maxLength") if key in made}
        return {**made, "anyOf": [text, SCALAR]}
    return made


def _alternatives(schema: Schema) -> list[Schema]:
    """The alternatives that an alternative brings with it, so that they stand side by side."""
    return list(schema["anyOf"]) if schema.keys() == {"anyOf"} else [schema]

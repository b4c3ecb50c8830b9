"""What slides of a kind share: the optional fields that `defaults` gives them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from deckloom.kinds import all_kinds
from deckloom.slide.kind import PictureFields, SlideKind
from deckloom.slide.near import kind_hints, meant_kind
from deckloom.spec import vocabulary
from deckloom.spec.faults import Place, diagnostics_of
from deckloom.values.diagnostics import Diagnostic, Fix, error
from deckloom.values.limits import Limits
from deckloom.values.span import Path

OWN = ("kind", "id", "title")
"""What is each slide's own, and has no default."""
FROM_IMAGE = ("credit", "fit")
"""What pictures on other kinds of slides take from the defaults of `image`."""

PATH: Path = ("defaults",)


def read_defaults(value: object, limits: Limits, found: list[Diagnostic]) -> dict[str, dict[str, Any]]:
    """The fields by kind that slides get, as the spec writes them; what is wrong with them is added to ``found``."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        hint = "write a kind, and beneath it its fields"
        found.append(error("wrong-type", "`defaults` takes a mapping from kinds to fields", PATH, hint))
        return {}
    read = {name: whole for name, fields in value.items() if (whole := _of_kind(name, fields, limits, found))}
    shared = {key: one for key, one in read.get("image", {}).items() if key in FROM_IMAGE}
    for name, kind in all_kinds().items():
        if shared and name != "image" and issubclass(kind.spec, PictureFields):
            read[name] = {**shared, **read.get(name, {})}
    return read


def _of_kind(name: str, fields: object, limits: Limits, found: list[Diagnostic]) -> dict[str, Any]:
    """The fields of one kind without those that have a fault."""
    path, kind = (*PATH, name), all_kinds().get(name)
    if kind is None:
        hints = [
            replace(one, fix=Fix("rename", one.fix.text) if one.fix else None) for one in kind_hints(name, all_kinds())
        ]
        found.append(error("unknown-kind", f"`{name}` is not a slide kind", path, *hints, on_key=True))
        meant = all_kinds().get(meant_kind(name, all_kinds()) or "")
        found += _faults(meant, fields, path, limits) if meant and isinstance(fields, dict) else ()
        return {}
    if not isinstance(fields, dict):
        hint = f"write the fields that every `{name}` slide is to have"
        found.append(error("wrong-type", f"the defaults of `{name}` are a mapping", path, hint))
        return {}
    faults = list(_faults(kind, fields, path, limits))
    found += faults
    faulty = {one.path[2] for one in faults}
    return {key: value for key, value in fields.items() if key not in faulty}


def _faults(kind: SlideKind, fields: Mapping[str, Any], path: Path, limits: Limits) -> Iterator[Diagnostic]:
    models = kind.spec.model_fields
    own = [key for key in fields if key in OWN or (key in models and models[key].is_required())]
    for key in own:
        message = f"`{key}` is each slide's own and has no default"
        yield error("bad-value", message, (*path, key), "write it on the slides", on_key=True)
    optional = tuple(name for name, one in models.items() if name not in OWN and not one.is_required())
    given = {key: value for key, value in fields.items() if key not in own}
    place = Place(f"{vocabulary.a_slide(kind.name)}'s defaults", optional, "slide", kind.name, given)
    try:
        kind.spec.model_validate({**given, "kind": kind.name}, context={"limits": limits})
    except ValidationError as fault:
        yield from (one for one in diagnostics_of(fault, path, place) if one.path[2] in given)

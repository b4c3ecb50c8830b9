"""What the schema library found, as diagnostics in our words."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from deckloom.values.codes import CODES
from deckloom.values.diagnostics import Diagnostic, error, warning
from deckloom.values.span import Path
from deckloom.values.spelling import did_you_mean

WRONG_TYPES = {"model_type": "a mapping", "model_attributes_type": "a mapping", "string_type": "a text"}


def diagnostics_of(
    fault: ValidationError, prefix: Path, fields: Iterable[str], noun: str, model: type[BaseModel] | None = None
) -> list[Diagnostic]:
    """One diagnostic for each error of a model; ``noun`` names the model in messages ("an `image` slide").

    With the ``model`` itself, a field of an item inside it is told from the fields of the whole.
    """
    found: list[Diagnostic] = []
    for row in fault.errors(include_url=False):
        path = (*prefix, *row["loc"])
        inner = _inner_model(model, row["loc"]) if model else None
        if inner:
            found.extend(_one(row, path, list(inner.model_fields), "an item"))
        else:
            found.extend(_one(row, path, list(fields), noun))
    return found


def _inner_model(model: type[BaseModel], place: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model of the list item that the error's place lies in; None for one of the slide itself."""
    if len(place) < 3 or not isinstance(place[0], str) or place[0] not in model.model_fields:
        return None
    kinds = get_args(model.model_fields[place[0]].annotation)
    return next((one for one in kinds if isinstance(one, type) and issubclass(one, BaseModel)), None)


def _one(row: Mapping[str, Any], path: Path, fields: list[str], noun: str) -> list[Diagnostic]:
    kind, context = row["type"], row.get("ctx", {})
    if kind == "problems":
        return problem_diagnostics(context["problems"], path)
    if kind in CODES:
        return [error(kind, context["message"], path, *context["hints"])]
    if kind == "missing":
        hint = f"add `{path[-1]}:`"
        return [error("missing-field", f"{noun} needs `{path[-1]}`", path, hint)]
    if kind == "extra_forbidden":
        hint = did_you_mean(str(path[-1]), fields, "fields")
        return [error("unknown-field", f"`{path[-1]}` is not a field of {noun}", path, hint, on_key=True)]
    if kind == "literal_error":
        return [_choice(row, path, context["expected"])]
    return [error("wrong-type", f"`{path[-1]}` takes {WRONG_TYPES.get(kind, 'something else')}", path)]


def _choice(row: Mapping[str, Any], path: Path, expected: str) -> Diagnostic:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    value = row["input"] if isinstance(row["input"], str) else "this"
    return error("bad-value", f"`{path[-1]}` does not take `{value}`", path, did_you_mean(value, words, "words"))


def problem_diagnostics(problems: Iterable[tuple[str, str, int, str | None]], path: Path) -> list[Diagnostic]:
    """The faults of a Markdown text."""
    return [error(slug, message, path, *((hint,) if hint else ())) for slug, message, _, hint in problems]


def notes_warnings(problems: Iterable[tuple[str, str, int, str | None]], path: Path) -> list[Diagnostic]:
    """What notes do not render, which stays as typed."""
    return [warning(slug, message, path, *((hint,) if hint else ())) for slug, message, _, hint in problems]

"""Lists of the deck language: a YAML list, or one Markdown list in a `|` block."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from deckloom.slide.fields import Fault, _limits, _raise, _read_plain, _read_text, kind_of
from deckloom.source import markdown
from deckloom.values.spelling import did_you_mean
from deckloom.values.text import Para, RichText

LEVELS = 3


class Bullets(NamedTuple):
    """Bullets of up to three levels, in order; ``places`` are their paths below the field."""

    paras: tuple[Para, ...]
    ordered: bool = False


def _read_bullets(value: object, info: ValidationInfo) -> Bullets:
    """Texts, each followed by an optional list that is its next level; or one Markdown list."""
    if isinstance(value, str):
        return _from_markdown(value, info)
    if not isinstance(value, list):
        raise Fault(
            "wrong-type", f"`{info.field_name}` takes a list, this is {kind_of(value)}", "begin each line with `- `"
        )
    paras: list[Para] = []
    _add_level(value, 0, paras, info)
    return Bullets(_counted(paras, info))


def _add_level(values: list[object], level: int, paras: list[Para], info: ValidationInfo) -> None:
    for at, value in enumerate(values):
        if not isinstance(value, list):
            paras.append(Para(_item_text(value, info), level))
        elif at == 0:
            raise Fault("wrong-type", "a deeper list needs an item before it", "write the item, then its list")
        elif level + 1 == LEVELS:
            raise Fault("too-many", f"bullets have at most {LEVELS} levels", "lift the deepest level by one")
        else:
            _add_level(value, level + 1, paras, info)


def _item_text(value: object, info: ValidationInfo) -> RichText:
    if isinstance(value, dict):
        key = next(iter(value), "")
        raise Fault("wrong-type", f"this item became a mapping with the key `{key}`", "quote the text: it holds `: `")
    return _read_text(value, info)


def _from_markdown(text: str, info: ValidationInfo) -> Bullets:
    found, problems = markdown.markdown_list(text)
    _raise(problems)
    if found is None:
        raise Fault("bad-markdown", f"`{info.field_name}` holds no Markdown list", "begin each item with `- `")
    paras: list[Para] = []
    _add_markdown(found.items, 0, paras, info)
    return Bullets(_counted(paras, info), found.ordered)


def _add_markdown(items: tuple[markdown.ListItem, ...], level: int, paras: list[Para], info: ValidationInfo) -> None:
    if level == LEVELS:
        raise Fault("too-many", f"bullets have at most {LEVELS} levels", "lift the deepest level by one")
    for item in items:
        paras.append(Para(_read_text(item.text, info), level))
        _add_markdown(item.children, level + 1, paras, info) if item.children else None


def _counted(paras: list[Para], info: ValidationInfo) -> tuple[Para, ...]:
    most = _limits(info).bullets
    if not paras:
        raise Fault("too-many", f"`{info.field_name}` is an empty list", "add an item, or delete the key")
    if len(paras) > most:
        raise Fault("too-many", f"`{info.field_name}` has {len(paras)} entries, at most {most} are taken")
    return tuple(paras)


BulletItems = Annotated[
    Bullets,
    PlainValidator(_read_bullets),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "array"}]}},
            ],
            "description": "Texts; a list after a text is its next level. Or a `|` block with one Markdown list.",
            "x-type": "bullets",
        }
    ),
]


class Lead(NamedTuple):
    """An item of lead and detail; ``id`` is what links call it, where there are links."""

    lead: RichText
    detail: RichText | None = None
    id: str | None = None


LEAD_FIELDS = {"lead": "The bold head of the item.", "detail": "What is to be said about it."}


def _read_leads(value: object, info: ValidationInfo, fields: Mapping[str, str]) -> tuple[Lead, ...]:
    """Items of lead and detail: mappings, texts split at their bold start, or one Markdown list of such texts."""
    if isinstance(value, str):
        found, problems = markdown.markdown_list(value)
        _raise(problems)
        if found is None:
            raise Fault("bad-markdown", f"`{info.field_name}` holds no Markdown list", "begin each item with `- `")
        if any(item.children for item in found.items):
            raise Fault("too-many", "these items have one level", "write the deeper lines as the item's detail")
        value = [item.text for item in found.items]
    if not isinstance(value, list):
        raise Fault(
            "wrong-type", f"`{info.field_name}` takes a list, this is {kind_of(value)}", "begin each item with `- `"
        )
    return tuple(_read_lead(one, info, fields) for one in value)


def _read_lead(value: object, info: ValidationInfo, fields: Mapping[str, str]) -> Lead:
    if isinstance(value, dict):
        return _lead_mapping(value, info, fields)
    if isinstance(value, list):
        raise Fault("wrong-type", "an item is a text or a mapping, this is a list", "write `lead:` and `detail:`")
    return Lead(*markdown.split_lead(_read_text(value, info)))


def _lead_mapping(value: dict[str, object], info: ValidationInfo, fields: Mapping[str, str]) -> Lead:
    for key in value:
        if key not in fields:
            hint = did_you_mean(key, fields, "fields")
            raise Fault("unknown-field", f"`{key}` is not a field of an item", hint)
    if "lead" not in value:
        raise Fault("missing-field", "an item needs a `lead`", "add `lead:`")
    detail = _read_text(value["detail"], info) if "detail" in value else None
    return Lead(_read_text(value["lead"], info), detail, _read_plain(value["id"], info) if "id" in value else None)


def leads_reader(
    least: int, most: int, fields: Mapping[str, str] = LEAD_FIELDS
) -> Callable[[object, ValidationInfo], tuple[Lead, ...]]:
    """What reads a list of ``least`` to ``most`` items of lead and detail; ``fields`` are those a mapping may have."""

    def read(value: object, info: ValidationInfo) -> tuple[Lead, ...]:
        found = _read_leads(value, info, fields)
        if not least <= len(found) <= most:
            raise Fault("too-many", f"`{info.field_name}` takes {least} to {most} items, there are {len(found)}")
        return found

    return read


def leads_schema(least: int, most: int, fields: Mapping[str, str] = LEAD_FIELDS) -> dict[str, Any]:
    """The JSON Schema of such a list."""
    texts = {name: {"type": "string", "x-type": "text", "description": said} for name, said in fields.items()}
    mapping = {"type": "object", "properties": texts, "required": ["lead"], "additionalProperties": False}
    items = {"anyOf": [{"type": "string"}, mapping]}
    return {
        "anyOf": [{"type": "string"}, {"type": "array", "items": items, "minItems": least, "maxItems": most}],
        "description": "Items of lead and detail; a text is split at its bold start. Or a `|` block with a list.",
        "x-type": "items",
    }


class Item(BaseModel):
    """An entry of a list that has fields of its own. ``noun`` is what messages call it; a field of ``main`` may be
    given as a text alone."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    noun: ClassVar[str] = "an item"
    main: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _is_whole(cls, value: object) -> object:
        """A mapping with the fields of the item and no other."""
        if cls.main and isinstance(value, str):
            return {cls.main: value}
        if not isinstance(value, dict):
            fields = ", ".join(f"`{name}:`" for name, field in _named(cls).items() if field)
            raise Fault("wrong-type", f"{cls.noun} is a mapping, this is {kind_of(value)}", f"write {fields}")
        for key in value:
            if key not in _named(cls):
                hint = did_you_mean(key, _named(cls), "fields")
                raise Fault("unknown-field", f"`{key}` is not a field of {cls.noun}", hint)
        for name, required in _named(cls).items():
            if required and name not in value:
                raise Fault("missing-field", f"{cls.noun} needs `{name}`", f"add `{name}:`")
        return value


def _named(model: type[BaseModel]) -> dict[str, bool]:
    """The names of a model's fields as the spec writes them, each with whether it is required."""
    return {field.alias or name: field.is_required() for name, field in model.model_fields.items()}


def or_text(schema: dict[str, Any]) -> None:
    """Says in the schema of an item's field that its main field may stand for the whole."""
    schema["anyOf"] = [{"type": "string", "x-type": "text"}, {"$ref": schema.pop("$ref")}]


def counted(least: int, most: int) -> BeforeValidator:
    """Takes a list of ``least`` to ``most`` entries; what stands in them is the entries' own affair."""

    def check(value: object, info: ValidationInfo) -> object:
        if not isinstance(value, list):
            hint = "begin each entry with `- `"
            raise Fault("wrong-type", f"`{info.field_name}` takes a list, this is {kind_of(value)}", hint)
        if not least <= len(value) <= most:
            raise Fault("too-many", f"`{info.field_name}` takes {least} to {most} items, there are {len(value)}")
        return value

    return BeforeValidator(check)

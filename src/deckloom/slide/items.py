"""Lists of the deck language: a YAML list, or one Markdown list in a `|` block."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import (
    BaseModel,
    ConfigDict,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from deckloom.slide.fields import (
    Collected,
    Fault,
    Found,
    Reader,
    _limits,
    _read_plain,
    _read_text,
    as_found,
    colon_fault,
    kind_of,
    read_mapping,
    unknown_fields,
)
from deckloom.slide.meant import ITEM_FIELDS
from deckloom.slide.near import meant_field, misspelt
from deckloom.source import markdown
from deckloom.values.text import Para, RichText

LEVELS = 3
TOO_DEEP = Found("too-many", f"bullets have at most {LEVELS} levels", ("lift the deepest level by one",))


class Bullets(NamedTuple):
    """Bullets of up to three levels, in order; ``places`` are their paths below the field."""

    paras: tuple[Para, ...]
    ordered: bool = False


def _read_bullets(value: object, info: ValidationInfo) -> Bullets:
    """Texts, each followed by an optional list that is its next level; or one Markdown list."""
    paras: list[Para] = []
    collected = Collected()
    if isinstance(value, str):
        found = block_list(value, info, collected)
        _add_markdown(value, found.items, 0, paras, info, collected)
    else:
        _add_level(list_of(value, info), 0, paras, info, collected)
    collected.check()
    return Bullets(_counted(paras, info), isinstance(value, str) and found.ordered)


def list_of(value: object, info: ValidationInfo) -> list[Any]:
    """The value of a field that takes a YAML list."""
    if isinstance(value, list):
        return value
    message = f"`{info.field_name}` takes a list, this is {kind_of(value)}"
    raise Fault("wrong-type", message, "begin each line with `- `")


def block_list(text: str, info: ValidationInfo, collected: Collected) -> markdown.ListItems:
    """The one Markdown list in the ``|`` block of a field; what stands beside it is noted."""
    found, problems = markdown.markdown_list(text)
    collected.found += map(as_found, problems)
    if found is None:
        collected.check()
        raise Fault("bad-markdown", f"`{info.field_name}` holds no Markdown list", "begin each item with `- `")
    return found


def block_item(text: str, item: markdown.ListItem, info: ValidationInfo) -> RichText:
    """An item of the Markdown list in ``text``; its faults stand where they are in the block."""
    try:
        return _read_text(item.text, info)
    except Fault as fault:
        places = [markdown.offset_of(text, item, one.offset or 0) for one in fault.found]
        raise Fault.of([one._replace(offset=at) for one, at in zip(fault.found, places, strict=True)]) from None


def _add_level(values: list[Any], level: int, paras: list[Para], info: ValidationInfo, collected: Collected) -> None:
    for at, value in enumerate(values):
        if not isinstance(value, list):
            text = collected.read(at, _read_text, value, info)
            paras.append(Para(text or (), level))
        elif at == 0:
            hint = "write the item, then its list"
            collected.found.append(Found("wrong-type", "a deeper list needs an item before it", (hint,), (at,)))
        elif level + 1 == LEVELS:
            collected.found.append(TOO_DEEP.below(at))
        else:
            deeper = Collected()
            _add_level(value, level + 1, paras, info, deeper)
            collected.found += [one.below(at) for one in deeper.found]


def _add_markdown(
    text: str,
    items: tuple[markdown.ListItem, ...],
    level: int,
    paras: list[Para],
    info: ValidationInfo,
    collected: Collected,
) -> None:
    if level == LEVELS:
        collected.found.append(TOO_DEEP._replace(offset=markdown.offset_of(text, items[0], 0)))
        return
    for item in items:
        try:
            paras.append(Para(block_item(text, item, info), level))
        except Fault as fault:
            collected.found += fault.found
        if item.children:
            _add_markdown(text, item.children, level + 1, paras, info, collected)


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
    collected = Collected()
    if isinstance(value, str):
        leads = [_block_lead(value, item, info, collected) for item in block_list(value, info, collected).items]
    else:
        reader = partial(_read_lead, fields=fields)
        leads = [collected.read(at, reader, one, info) for at, one in enumerate(list_of(value, info))]
    collected.check()
    return tuple(one for one in leads if one)


def _block_lead(text: str, item: markdown.ListItem, info: ValidationInfo, collected: Collected) -> Lead | None:
    if item.children:
        at = markdown.offset_of(text, item.children[0], 0)
        hint = "write the deeper lines as the item's detail"
        collected.found.append(Found("too-many", "these items have one level", (hint,), offset=at))
    try:
        return Lead(*markdown.split_lead(block_item(text, item, info)))
    except Fault as fault:
        collected.found += fault.found
        return None


def _read_lead(value: object, info: ValidationInfo, fields: Mapping[str, str]) -> Lead:
    if isinstance(value, dict):
        return _lead_mapping(value, info, fields)
    if isinstance(value, list):
        raise Fault("wrong-type", "an item is a text or a mapping, this is a list", "write `lead:` and `detail:`")
    return Lead(*markdown.split_lead(_read_text(value, info)))


def _lead_mapping(value: dict[str, Any], info: ValidationInfo, fields: Mapping[str, str]) -> Lead:
    word = next(iter(value), "")
    named = word in ITEM_FIELDS or meant_field(word, fields, "item")
    if len(value) == 1 and isinstance(value[word], str) and not named:
        raise colon_fault(value, "did you mean `lead:` and `detail:`?")
    readers: dict[str, Reader[Any]] = {name: _read_plain if name == "id" else _read_text for name in fields}
    return Lead(**read_mapping(value, info, readers, ("lead",), "item", "an item"))


def lead_paras(item: Lead) -> tuple[Para, ...]:
    """The lead, and the detail a level beneath it."""
    return (Para(item.lead), Para(item.detail, level=1)) if item.detail else (Para(item.lead),)


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
        found = list(unknown_fields(value, tuple(_named(cls)), "item", cls.noun))
        meant = misspelt(value, tuple(_named(cls)), "item")
        for name, required in _named(cls).items():
            if required and name not in value and name not in meant:
                found.append(Found("missing-field", f"{cls.noun} needs `{name}`", (f"add `{name}:`",)))
        if found:
            raise Fault.of(found)
        return value


def _named(model: type[BaseModel]) -> dict[str, bool]:
    """The names of a model's fields as the spec writes them, each with whether it is required."""
    return {field.alias or name: field.is_required() for name, field in model.model_fields.items()}


def or_text(schema: dict[str, Any]) -> None:
    """Says in the schema of an item's field that its main field may stand for the whole."""
    schema["anyOf"] = [{"type": "string", "x-type": "text"}, {"$ref": schema.pop("$ref")}]


def counted(least: int, most: int) -> Callable[[object, ValidationInfo], object]:
    """What lets a list of ``least`` to ``most`` items through, whatever they are."""

    def check(value: object, info: ValidationInfo) -> object:
        if not isinstance(value, list):
            hint = "begin each item with `- `"
            raise Fault("wrong-type", f"`{info.field_name}` takes a list, this is {kind_of(value)}", hint)
        if not least <= len(value) <= most:
            raise Fault("too-many", f"`{info.field_name}` takes {least} to {most} items, there are {len(value)}")
        return value

    return check

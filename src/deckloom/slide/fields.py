"""The types of the deck language: what a field takes, and the value it becomes.

Scalars arrive as they were typed, so each type here reads text. A field that does not take what it got raises a
``PydanticCustomError`` whose type is the slug of a diagnostic and whose context may hold hints.
"""

from collections.abc import Sequence
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from deckloom.source import markdown
from deckloom.source.links import LinkFault, link_target
from deckloom.values.limits import Limits
from deckloom.values.spelling import did_you_mean
from deckloom.values.text import Para, RichText, plain


class Fault(PydanticCustomError):
    """A value that a field refuses: the diagnostic's slug, the message, and what to do."""

    def __new__(cls, slug: str, message: str, *hints: str) -> "Fault":
        """Messages are taken as they are, braces included."""
        return super().__new__(cls, slug, "{message}", {"message": message, "hints": hints})


def _limits(info: ValidationInfo) -> Limits:
    return info.context["limits"] if info.context else Limits()


def kind_of(value: object) -> str:
    """What a YAML value is called in a message."""
    return "a text" if isinstance(value, str) else "a list" if isinstance(value, list) else "a mapping"


def _text(value: object, info: ValidationInfo, most: int) -> str:
    """The text of a scalar that is neither blank nor too long."""
    if not isinstance(value, str):
        hint = "quote it if it holds `: `" if isinstance(value, dict) else "write one text, not a list"
        raise Fault("wrong-type", f"`{info.field_name}` takes a text, this is {kind_of(value)}", hint)
    if not value.strip():
        raise Fault("empty-value", f"`{info.field_name}` is empty", "delete the key or write the text")
    if len(value) > most:
        raise Fault("too-many", f"`{info.field_name}` has {len(value):,} characters, at most {most:,} are taken")
    return value


def _raise(problems: Sequence[markdown.Problem]) -> None:
    """The problems of one Markdown text as one error that the validator takes apart again."""
    if problems:
        rows = [(one.slug, one.message, one.offset, one.hint) for one in problems]
        raise PydanticCustomError("problems", "{problems}", {"problems": rows})


def _rich(text: str, info: ValidationInfo) -> RichText:
    runs, problems = markdown.inline(text, _limits(info).link)
    _raise(problems)
    return _short_words(runs, info)


def _short_words(runs: RichText, info: ValidationInfo) -> RichText:
    """The same text, unless it holds a word that no line of any slide could."""
    longest = _limits(info).word
    words = plain(runs)
    if len(words) > longest and max(map(len, words.split()), default=0) > longest:
        raise Fault("too-many", f"`{info.field_name}` holds a word of more than {longest:,} characters")
    return runs


def _read_text(value: object, info: ValidationInfo) -> RichText:
    return _rich(_text(value, info, _limits(info).text).strip(), info)


def _read_title(value: object, info: ValidationInfo) -> RichText:
    return _rich(_text(value, info, _limits(info).title).strip(), info)


def _read_prose(value: object, info: ValidationInfo) -> tuple[RichText, ...]:
    paragraphs, problems = markdown.prose(_text(value, info, _limits(info).text), _limits(info).link)
    _raise(problems)
    return tuple(_short_words(one, info) for one in paragraphs)


class Notes(NamedTuple):
    """Speaker notes, with what stayed as typed."""

    paras: tuple[Para, ...]
    problems: tuple[markdown.Problem, ...]


WARNED = frozenset({"notes-markdown"})


def _read_notes(value: object, info: ValidationInfo) -> Notes:
    if isinstance(value, list):
        raise Fault(
            "wrong-type", "`notes` takes a text, this is a list", "write `notes: |` and a Markdown list beneath"
        )
    paras, problems = markdown.notes(_text(value, info, _limits(info).notes), _limits(info).link)
    _raise([one for one in problems if one.slug not in WARNED])
    return Notes(paras, tuple(problems))


def _read_plain(value: object, info: ValidationInfo) -> str:
    return " ".join(_text(value, info, _limits(info).text).split())


def read_verbatim(value: object, info: ValidationInfo) -> str:
    """A text with every character as it stands."""
    return _text(value, info, _limits(info).text)


def _read_switch(value: object, info: ValidationInfo) -> bool:
    if value in ("true", "false"):
        return value == "true"
    hint = "write `true`" if str(value).lower() in ("yes", "on", "1", "true") else "write `true` or `false`"
    hint = "write `false`" if str(value).lower() in ("no", "off", "0", "false") else hint
    raise Fault("bad-value", f"`{info.field_name}` takes true or false, not `{_shown(value)}`", hint)


def _shown(value: object) -> str:
    return value if isinstance(value, str) else kind_of(value)


def _read_focus(value: object, info: ValidationInfo) -> tuple[float, float]:
    fault = Fault("bad-value", "`focus` takes two numbers from 0 to 1, such as [0.5, 0.3]")
    if not isinstance(value, list) or len(value) != 2:
        raise fault
    try:
        x, y = (float(one) for one in value)
    except (TypeError, ValueError):
        raise fault from None
    if not (0 <= x <= 1 and 0 <= y <= 1):
        raise fault
    return x, y


class SourceRef(NamedTuple):
    """Where a fact comes from: its name, and an address."""

    name: RichText
    url: str | None = None


def _read_source(value: object, info: ValidationInfo) -> tuple[SourceRef, ...]:
    """The sources in order; empty for `none`, which takes an inherited source away."""
    if value == "none":
        return ()
    if isinstance(value, list):
        return tuple(one for entry in value for one in _read_source(entry, info))
    if isinstance(value, dict):
        return (_source_mapping(value, info),)
    if value in ("null", "~", "no", "None", "false"):
        raise Fault("bad-value", f"`{value}` would be printed as the source", "write `none` to drop the source")
    return (SourceRef(_read_text(value, info)),)


def _source_mapping(value: dict[str, Any], info: ValidationInfo) -> SourceRef:
    for key in value:
        if key not in ("name", "url"):
            raise Fault(
                "unknown-field", f"`{key}` is not a field of a source", did_you_mean(key, ("name", "url"), "fields")
            )
    if "name" not in value:
        raise Fault("missing-field", "a source needs a `name`", "add `name:`")
    name = _read_text(value["name"], info)
    return SourceRef(name, _url(value["url"], info) if "url" in value else None)


def _url(value: object, info: ValidationInfo) -> str:
    address = _read_plain(value, info)
    found = link_target(address, _limits(info).link)
    if isinstance(found, LinkFault):
        raise Fault("bad-link", *found)
    if found.startswith("#"):
        raise Fault("bad-link", f"`{address}` is a jump to a slide", "write an address that begins with https://")
    return found


def _read_path(value: object, info: ValidationInfo) -> str:
    if isinstance(value, str) and value.lstrip().startswith("!["):
        target = value.partition("](")[2].rstrip(") ")
        raise Fault("bad-value", f"`{info.field_name}` takes the path alone", f"write `{target}`")
    return _text(value, info, _limits(info).link)


def _schema(description: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "description": description, **more})


def _named(name: str, description: str) -> WithJsonSchema:
    """A text whose type has a name in the reference."""
    return _schema(description, **{"x-type": name})


_SOURCE_TEXT = {"type": "string", "x-type": "text"}
_ONE_SOURCE = {
    "anyOf": [
        _SOURCE_TEXT,
        {
            "type": "object",
            "properties": {
                "name": {**_SOURCE_TEXT, "description": "What the source is called."},
                "url": {**_SOURCE_TEXT, "description": "Its address."},
            },
            "required": ["name"],
            "additionalProperties": False,
        },
    ]
}


Text = Annotated[RichText, PlainValidator(_read_text), _named("text", "One paragraph; inline Markdown.")]
Title = Annotated[RichText, PlainValidator(_read_title), _named("title", "The headline; inline Markdown.")]
Prose = Annotated[tuple[RichText, ...], PlainValidator(_read_prose), _named("prose", "Paragraphs; inline Markdown.")]
NotesText = Annotated[Notes, PlainValidator(_read_notes), _named("notes", "Speaker notes; Markdown.")]
Plain = Annotated[str, PlainValidator(_read_plain), _named("plain text", "Text without markup.")]
FilePath = Annotated[str, PlainValidator(_read_path), _named("path", "A path relative to this file, inside the root.")]
Switch = Annotated[bool, PlainValidator(_read_switch), WithJsonSchema({"type": "boolean"})]
Focus = Annotated[
    tuple[float, float],
    PlainValidator(_read_focus),
    WithJsonSchema(
        {
            "type": "array",
            "items": {"type": "number", "minimum": 0, "maximum": 1},
            "minItems": 2,
            "maxItems": 2,
            "x-type": "two numbers from 0 to 1",
        }
    ),
]
Source = Annotated[
    tuple[SourceRef, ...],
    PlainValidator(_read_source),
    WithJsonSchema({"anyOf": [*_ONE_SOURCE["anyOf"], {"type": "array", "items": _ONE_SOURCE}], "x-type": "source"}),
]
PictureFit = Literal["contain", "cover"]

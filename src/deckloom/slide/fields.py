"""The types of the deck language: what a field takes, and the value it becomes.

Scalars arrive as they were typed, so each type here reads text. A field that does not take what it got raises a
``PydanticCustomError`` whose type is the slug of a diagnostic and whose context may hold hints.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, TypeVar

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from deckloom.slide.near import field_hints, misspelt
from deckloom.source import markdown
from deckloom.source.links import LinkFault, link_target
from deckloom.values.diagnostics import Fix, Hint
from deckloom.values.limits import Limits
from deckloom.values.span import Path
from deckloom.values.text import Para, RichText, plain

T = TypeVar("T")
Reader: TypeAlias = Callable[[object, ValidationInfo], T]

PROBLEMS_SHOWN = 20
_VARIABLE = re.compile(r"\\.|(`+)(?!`).*?(?<!`)\1(?!`)|(\$\{)", re.DOTALL)


class Found(NamedTuple):
    """One thing wrong with a value: a diagnostic's slug, message and hints.

    ``at`` is where it is below the field, ``on_key`` puts it on the key there, ``offset`` on a character of the text.
    """

    slug: str
    message: str
    hints: tuple[str | Hint, ...] = ()
    at: Path = ()
    on_key: bool = False
    offset: int | None = None

    def below(self, *steps: str | int) -> "Found":
        """The same, as the value that holds the place sees it."""
        return self._replace(at=(*steps, *self.at))


class Fault(PydanticCustomError):
    """A value that a field refuses: the diagnostic's slug, the message, what to do. ``found`` is all that is wrong."""

    def __new__(
        cls,
        slug: str,
        message: str,
        *hints: str | Hint,
        at: Path = (),
        on_key: bool = False,
        offset: int | None = None,
    ) -> "Fault":
        """Messages are taken as they are, braces included."""
        return cls.of([Found(slug, message, hints, at, on_key, offset)])

    def __init__(self, *_given: object, **_named: object) -> None:
        """All is set when it is made; the base of exceptions would refuse the names."""

    @classmethod
    def of(cls, found: Sequence[Found]) -> "Fault":
        """All that is wrong with a value, as one error that the validator takes apart again."""
        return super().__new__(cls, found[0].slug, "{message}", {"message": found[0].message, "found": tuple(found)})

    @property
    def found(self) -> tuple[Found, ...]:
        """All that is wrong with the value."""
        return self.context["found"] if self.context else ()


class Collected:
    """Faults of the parts of a value, gathered so that one hides no other."""

    def __init__(self) -> None:
        self.found: list[Found] = []

    def read(self, at: str | int, reader: Reader[T], value: object, info: ValidationInfo) -> T | None:
        """What the reader makes of the part ``at``; None, and its faults noted, if it refuses it."""
        try:
            return reader(value, info)
        except Fault as fault:
            self.found += [one.below(at) for one in fault.found]
            return None

    def check(self) -> None:
        """Raise what was gathered, if there is anything."""
        if self.found:
            raise Fault.of(self.found)


def _limits(info: ValidationInfo) -> Limits:
    return info.context["limits"] if info.context else Limits()


def kind_of(value: object) -> str:
    """What a YAML value is called in a message."""
    return "a text" if isinstance(value, str) else "a list" if isinstance(value, list) else "a mapping"


def colon_fault(value: dict[str, Any], *hints: str) -> Fault:
    """A text with a colon, which YAML took for a key and its value."""
    message = f"this text became the key `{next(iter(value))}`"
    return Fault("colon-in-text", message, Hint("quote the text", fix=Fix("quote")), *hints)


def _text(value: object, info: ValidationInfo, most: int) -> str:
    """The text of a scalar that is neither blank nor too long."""
    if isinstance(value, dict) and len(value) == 1 and isinstance(next(iter(value.values())), str):
        raise colon_fault(value)
    if not isinstance(value, str):
        hint = "quote it if it holds `: `" if isinstance(value, dict) else "write one text, not a list"
        raise Fault("wrong-type", f"`{info.field_name}` takes a text, this is {kind_of(value)}", hint)
    if not value.strip():
        raise Fault("empty-value", f"`{info.field_name}` is empty", "delete the key or write the text")
    if len(value) > most:
        raise Fault("too-many", f"`{info.field_name}` has {len(value):,} characters, at most {most:,} are taken")
    return value


def _raise(problems: Sequence[markdown.Problem], shift: int = 0, also: Sequence[Found] = ()) -> None:
    """The problems of one Markdown text, which begins ``shift`` characters into the value, and what else is wrong."""
    if problems or also:
        raise Fault.of([*also, *(as_found(one, shift) for one in problems)][:PROBLEMS_SHOWN])


def as_found(one: markdown.Problem, shift: int = 0) -> Found:
    """A problem of a Markdown text that begins ``shift`` characters into the value."""
    return Found(one.slug, one.message, (one.hint,) if one.hint else (), offset=one.offset + shift)


def _variables(text: str) -> list[Found]:
    """Every `${`, which is kept for a later version, but in code."""
    if "${" not in text:
        return []
    hint = Hint("write `\\${` for the letters", fix=Fix("insert", "\\"))
    places = [match.start() for match in _VARIABLE.finditer(text) if match[2]]
    return [Found("reserved", "`${` is reserved for a later version", (hint,), offset=at) for at in places]


def _rich(value: str, info: ValidationInfo) -> RichText:
    """The runs of a value that is one paragraph."""
    runs, problems = markdown.inline(value.strip(), _limits(info).link)
    _raise(problems, len(value) - len(value.lstrip()), _variables(value))
    return _short_words(runs, info)


def _short_words(runs: RichText, info: ValidationInfo) -> RichText:
    """The same text, unless it holds a word that no line of any slide could."""
    longest = _limits(info).word
    words = plain(runs)
    if len(words) > longest and max(map(len, words.split()), default=0) > longest:
        raise Fault("too-many", f"`{info.field_name}` holds a word of more than {longest:,} characters")
    return runs


def _read_text(value: object, info: ValidationInfo) -> RichText:
    return _rich(_text(value, info, _limits(info).text), info)


def _read_title(value: object, info: ValidationInfo) -> RichText:
    return _rich(_text(value, info, _limits(info).title), info)


def _read_prose(value: object, info: ValidationInfo) -> tuple[RichText, ...]:
    text = _text(value, info, _limits(info).text)
    paragraphs, problems = markdown.prose(text, _limits(info).link)
    _raise(problems, also=_variables(text))
    return tuple(_short_words(one, info) for one in paragraphs)


class Notes(NamedTuple):
    """Speaker notes, with what stayed as typed."""

    paras: tuple[Para, ...]
    problems: tuple[markdown.Problem, ...]


WARNED = frozenset({"notes-markdown"})


def _read_notes(value: object, info: ValidationInfo) -> Notes:
    if isinstance(value, list):
        hint = Hint("write `notes: |` and a Markdown list beneath", fix=Fix("block"))
        raise Fault("wrong-type", "`notes` takes a text, this is a list", hint)
    paras, problems = markdown.notes(_text(value, info, _limits(info).notes), _limits(info).link)
    _raise([one for one in problems if one.slug not in WARNED])
    return Notes(paras, tuple(problems))


def _read_plain(value: object, info: ValidationInfo) -> str:
    text = _text(value, info, _limits(info).text)
    _raise((), also=_variables(text))
    return " ".join(text.replace("\\${", "${").split())


_WORDS = {**dict.fromkeys(("yes", "on", "1", "y"), "true"), **dict.fromkeys(("no", "off", "0", "n"), "false")}


def read_verbatim(value: object, info: ValidationInfo) -> str:
    """A text with every character as it stands."""
    return _text(value, info, _limits(info).text)


def _read_switch(value: object, info: ValidationInfo) -> bool:
    if value in ("true", "false"):
        return value == "true"
    word = str(value).lower()
    word = word if word in ("true", "false") else _WORDS.get(word, "")
    hint = Hint(f"write `{word}`", fix=Fix("value", word)) if word else "write `true` or `false`"
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
        collected = Collected()
        found = [collected.read(at, _one_source, one, info) for at, one in enumerate(value)]
        collected.check()
        return tuple(one for one in found if one)
    return (_one_source(value, info),)


def _one_source(value: object, info: ValidationInfo) -> SourceRef:
    if isinstance(value, dict):
        return _source_mapping(value, info)
    if value in ("null", "~", "no", "None", "false", "none"):
        hint = Hint("write `none` to drop the source", fix=Fix("value", "none"))
        raise Fault("bad-value", f"`{value}` would be printed as the source", hint)
    return SourceRef(_read_text(value, info))


def _source_mapping(value: dict[str, Any], info: ValidationInfo) -> SourceRef:
    read = read_mapping(value, info, {"name": _read_text, "url": _url}, ("name",), "source", "a source")
    return SourceRef(read["name"], read.get("url"))


def read_mapping(
    value: dict[str, Any],
    info: ValidationInfo,
    readers: Mapping[str, Reader[Any]],
    required: Sequence[str],
    place: str,
    noun: str,
) -> dict[str, Any]:
    """The values of a small mapping by its ``readers``. All its faults come at once, with near misses.

    ``place`` names the table of near misses, ``noun`` the mapping in messages ("an item").
    """
    collected = Collected()
    read = {key: collected.read(key, readers[key], one, info) for key, one in value.items() if key in readers}
    collected.found += unknown_fields(value, tuple(readers), place, noun)
    meant = misspelt(value, readers, place)
    for key, word in meant.items():
        collected.read(word, readers[key], value[word], info)
    for key in required:
        if key not in value and key not in meant:
            collected.found.append(Found("missing-field", f"{noun} needs `{key}`", (f"add `{key}:`",)))
    collected.check()
    return read


def unknown_fields(value: dict[str, Any], known: tuple[str, ...], place: str, noun: str) -> Iterator[Found]:
    """The keys of a mapping that are none of its fields, with what may be meant."""
    for key, one in value.items():
        if key not in known:
            hints = field_hints(key, known, place, one)
            yield Found("unknown-field", f"`{key}` is not a field of {noun}", hints, (key,), on_key=True)


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
        hint = Hint(f"write `{target}`", fix=Fix("value", target))
        raise Fault("bad-value", f"`{info.field_name}` takes the path alone: {target}", hint)
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

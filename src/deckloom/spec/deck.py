"""The deck: its head, and its slides as their kinds' models."""

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema

from deckloom.slide.fields import Fault, Plain, Source, Switch, Text, Title
from deckloom.slide.kind import SlideKind, SlideSpec
from deckloom.values.composition import Overflow

LANGUAGE_VERSION = "1"
NAME_MOST = 40
DPI_RANGE = (72, 1_200)
TAG_MOST = 35
"""The longest language tag that software has to take (RFC 5646, section 4.4.1)."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _read_version(value: object) -> int:
    if value == LANGUAGE_VERSION:
        return int(LANGUAGE_VERSION)
    raise Fault(
        "language-version",
        f"`deckloom` is the language version; this deckloom knows {LANGUAGE_VERSION}",
        "write `deckloom: 1`",
    )


def _read_lang(value: object) -> str:
    if isinstance(value, str) and len(value) <= TAG_MOST and _TAG.fullmatch(value):
        return value
    raise Fault("bad-value", f"`{value}` is not a language tag", "write one such as en-GB or de")


def _read_name(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Fault("wrong-type", "`name` takes a text")
    if len(value) > NAME_MOST:
        raise Fault("name-too-long", f"`name` has {len(value)} characters, at most {NAME_MOST} fit")
    return " ".join(value.split())


def _read_dpi(value: object) -> int:
    least, most = DPI_RANGE
    if isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value) and least <= int(value) <= most:
        return int(value)
    raise Fault("bad-value", f"`image_dpi` takes a whole number from {least} to {most}")


PixelsPerInch = Annotated[
    int, PlainValidator(_read_dpi), WithJsonSchema({"type": "integer", "minimum": 72, "maximum": 1200})
]
ShortName = Annotated[str, PlainValidator(_read_name), WithJsonSchema({"type": "string", "maxLength": NAME_MOST})]


class Options(BaseModel):
    """What stands around the slides; wins over the theme."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    footer: Text | None = Field(None, description="The text at the foot of each slide; default: the deck's name.")
    progress: Literal["bar", "names", "none"] = Field(
        "bar", description="What shows the current section: a rule in segments, or the sections' names."
    )
    image_dpi: PixelsPerInch = Field(220, description="Pictures with over twice as many pixels an inch get this many.")
    keep_crop: Switch = Field(False, description="Whether what is cropped away stays in the file.")
    figures: Switch = Field(False, description="Whether captions and links number the pictures: Figure 7.")
    page_numbers: Switch = Field(True, description="Whether slides show their number.")
    transition: Literal["none", "fade"] = Field("none", description="How a slide follows another in the show.")
    build: Literal["none", "items"] = Field(
        "none", description="items shows bullets, takeaways, points and cards one by one, each at a click."
    )
    overflow: Overflow = Field(
        "split",
        description="For text that does not fit: split goes on on further slides, error stops, shrink steps down.",
    )


Defaults = Annotated[
    object, PlainValidator(lambda value: value), WithJsonSchema({"type": "object", "description": "Fields by kind."})
]


class DeckHead(BaseModel):
    """Everything in a spec but its slides."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    deckloom: Annotated[int, PlainValidator(_read_version), WithJsonSchema({"const": 1})] = Field(
        description="The version of the deck language: 1."
    )
    title: Title = Field(description="The deck's title.")
    subtitle: Text | None = Field(None, description="The line beneath the title.")
    author: Text | None = Field(None, description="Who wrote it.")
    name: ShortName | None = Field(
        None, description="The short title at the foot; default: the title to its first colon."
    )
    date: Plain | None = Field(None, description="Shown as written; an ISO date is the document's date too.")
    lang: Annotated[str, PlainValidator(_read_lang), WithJsonSchema({"type": "string"})] = Field(
        "en-US", description="The language tag of every run."
    )
    theme: Plain = Field("ledger", description="A bundled theme's name, or a path to a .pptx or .potx.")
    source: Source | None = Field(None, description="The source of every slide that names none.")
    defaults: Defaults | None = Field(None, description="A kind, and beneath it optional fields for all its slides.")
    options: Options = Field(Options(), description="What stands around the slides.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One slide of the spec: its position in the list, its kind, its fields, its id."""

    position: int
    kind: SlideKind
    spec: SlideSpec
    id: str


@dataclass(frozen=True, slots=True)
class Deck:
    """A spec that was read. A slide with a fault is missing from ``slides``, a faulty key from ``head``.
    ``mentions_numbers`` says that a link without words may print a slide's number."""

    head: DeckHead
    slides: tuple[Entry, ...]
    mentions_numbers: bool = False

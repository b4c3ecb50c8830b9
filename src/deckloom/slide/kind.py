"""The mould of a slide kind: its fields, how it is composed, its own rules, its example."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from deckloom.slide.fields import FilePath, Focus, NotesText, PictureFit, Plain, Prose, Source, Switch, Text, Title
from deckloom.values.composition import Composition, Context, Overflow, PicturePart
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.span import Path
from deckloom.values.text import Para, RichText, plain


class SlideSpec(BaseModel):
    """The fields that every slide has."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    kind: str = Field(description="What the slide is.")
    title: Title = Field(description="The headline: one sentence that makes a claim.")
    id: Plain | None = Field(None, description="A stable key, unique in the deck; default: from the title.")
    notes: NotesText | None = Field(None, description="What to say: Markdown.")
    source: Source | None = Field(None, description="Where the facts come from; `none` drops an inherited one.")
    hidden: Switch = Field(False, description="Kept in the file, not shown.")
    kicker: Text | None = Field(None, description="The small line above the title; default: the section's name.")
    build: Literal["none", "items"] | None = Field(
        None, description="items shows the items one by one, each at a click; default: the deck's option."
    )


class PictureWords(BaseModel):
    """What may be said of a picture."""

    alt: Plain | None = Field(None, description="What the picture shows, for those who do not see it.")
    decorative: Switch = Field(False, description="True for a picture that says nothing; it then needs no alt.")
    caption: Prose | None = Field(None, description="The words that belong to the picture.")
    credit: Text | None = Field(None, description="Who made the picture, and its licence.")
    fit: PictureFit | None = Field(None, description="contain shows all of it; cover fills the place and crops.")
    focus: Focus | None = Field(None, description="The point kept in view when cropping, from the top left.")


class _ImagePath(BaseModel):
    """The base that puts the file before the words about it."""

    image: FilePath = Field(description="The picture's file.")


class _OptionalPath(BaseModel):
    image: FilePath | None = Field(None, description="The picture's file.")


class PictureFields(PictureWords, _ImagePath):
    """A picture, in the same five words wherever one may stand."""


class OptionalPicture(PictureWords, _OptionalPath):
    """A picture that a slide may have or not."""


Picture: TypeAlias = PictureFields | OptionalPicture


def pictures_of(fields: object, path: Path = ()) -> Iterator[tuple[Picture, Path]]:
    """The pictures of a slide, or of an item of one, each with the path of its fields, in reading order."""
    if isinstance(fields, PictureFields | OptionalPicture) and fields.image:
        yield fields, path
    items = getattr(fields, "items", ())
    if isinstance(items, tuple):
        for at, item in enumerate(items):
            if isinstance(item, BaseModel):
                yield from pictures_of(item, (*path, "items", at))


class OverflowField(BaseModel):
    """What becomes of a list that is too long for its slide."""

    overflow: Overflow | None = Field(
        None,
        description="For text that does not fit: split goes on on further slides, error stops, shrink steps down; "
        "default: the deck's.",
    )


@dataclass(frozen=True, slots=True)
class Checking:
    """What a kind's rules may know: where the slide is, and whether this is a draft."""

    path: Path
    draft: bool = False


Compose: TypeAlias = Callable[[Any, Context], tuple[Composition, ...]]
Counts: TypeAlias = Callable[[Any, Any], int]
Rule: TypeAlias = Callable[[Any, Checking], tuple[Diagnostic, ...]]


@dataclass(frozen=True, slots=True)
class Splitting:
    """How a slide is taken apart. ``count`` is the number of units that stay whole, such as first-level bullets with
    all beneath them; ``take`` is the slide with the units from a first to before a last; ``most`` is how many units a
    slide may have at all."""

    count: Callable[[Any], int]
    take: Callable[[Any, int, int], Any]
    most: int


@dataclass(frozen=True, slots=True)
class SlideKind:
    """One kind of slide. ``compose`` offers ways to lay it out, best first; the first that fits is taken.

    ``builds`` says that its items can appear one by one. ``example`` is the YAML of one slide; it is documentation,
    and a test builds it. ``counts`` tells how many entries a slide numbers when the next one, of the same kind, goes
    on counting; 0 when that one begins anew. ``splitting`` is for kinds that may go on over further slides: each is
    composed with ``Context.first_number`` counting on.
    """

    name: str
    spec: type[SlideSpec]
    compose: Compose
    example: str
    rules: tuple[Rule, ...] = ()
    counts: Counts | None = None
    builds: bool = False
    splitting: Splitting | None = None


def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model as the spec writes them."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def paras(prose: tuple[RichText, ...] | None) -> tuple[Para, ...]:
    """The paragraphs of a prose field; none for a field that was left out."""
    return tuple(map(Para, prose)) if prose else ()


def alt_rule(slide: BaseModel, checking: Checking) -> tuple[Diagnostic, ...]:
    """Every picture has alt text, or says that it is decorative; not both."""
    return tuple(found for picture, path in pictures_of(slide, checking.path) for found in _alt_faults(picture, path))


def _alt_faults(picture: Picture, path: Path) -> Iterator[Diagnostic]:
    if picture.alt and picture.decorative:
        yield error("bad-value", "a decorative picture has no `alt`", (*path, "alt"), "delete `alt` or `decorative`")
    elif not picture.alt and not picture.decorative:
        hint = "say in `alt` what the picture shows, or write `decorative: true`"
        yield error("alt-missing", f"the picture `{picture.image}` has no alt text", (*path, "image"), hint)


def belongs_rule(slide: OptionalPicture, checking: Checking) -> tuple[Diagnostic, ...]:
    """The words of a picture need the picture."""
    if slide.image:
        return ()
    said = [name for name in PictureWords.model_fields if name in slide.model_fields_set]
    hint = "add `image:`, or delete it"
    return tuple(
        error("missing-field", f"`{name}` belongs to a picture, there is none", (*checking.path, name), hint)
        for name in said
    )


def picture_part(picture: Picture, title: RichText, role: str, path: Path) -> PicturePart:
    """The picture for a role. A draft's missing alt text is the slide's title."""
    return PicturePart(
        role,
        picture.image or "",
        "" if picture.decorative else picture.alt or plain(title),
        (*path, "image"),
        decorative=picture.decorative,
        cover=picture.fit == "cover",
        focus=picture.focus,
    )

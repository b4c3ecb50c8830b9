"""The mould of a slide kind: its fields, how it is composed, its own rules, its example."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from deckloom.slide.fields import FilePath, Focus, NotesText, PictureFit, Plain, Prose, Source, Switch, Text, Title
from deckloom.values.composition import Composition, Context, PicturePart
from deckloom.values.diagnostics import Diagnostic, error
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


class PictureFields(BaseModel):
    """A picture, in the same five words wherever one may stand."""

    image: FilePath = Field(description="The picture's file.")
    alt: Plain | None = Field(None, description="What the picture shows, for those who do not see it.")
    decorative: Switch = Field(False, description="True for a picture that says nothing; it then needs no alt.")
    caption: Prose | None = Field(None, description="The words that belong to the picture.")
    credit: Text | None = Field(None, description="Who made the picture, and its licence.")
    fit: PictureFit | None = Field(None, description="contain shows all of it; cover fills the place and crops.")
    focus: Focus | None = Field(None, description="The point kept in view when cropping, from the top left.")


@dataclass(frozen=True, slots=True)
class Checking:
    """What a kind's rules may know: where the slide is, and whether this is a draft."""

    path: tuple[str | int, ...]
    draft: bool = False


Compose: TypeAlias = Callable[[Any, Context], tuple[Composition, ...]]
Counts: TypeAlias = Callable[[Any, Any], int]
Rule: TypeAlias = Callable[[Any, Checking], tuple[Diagnostic, ...]]


@dataclass(frozen=True, slots=True)
class SlideKind:
    """One kind of slide. ``compose`` offers ways to lay it out, best first; the first that fits is taken.

    ``example`` is the YAML of one slide; it is documentation, and a test builds it. ``counts`` tells how many entries
    a slide numbers when the next one, of the same kind, goes on counting; 0 when that one begins anew.
    """

    name: str
    spec: type[SlideSpec]
    compose: Compose
    example: str
    rules: tuple[Rule, ...] = ()
    counts: Counts | None = None


def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model as the spec writes them."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def paras(prose: tuple[RichText, ...] | None) -> tuple[Para, ...]:
    """The paragraphs of a prose field; none for a field that was left out."""
    return tuple(map(Para, prose)) if prose else ()


def alt_rule(slide: PictureFields, checking: Checking) -> tuple[Diagnostic, ...]:
    """A picture has alt text, or says that it is decorative; not both."""
    if slide.alt and slide.decorative:
        path = (*checking.path, "alt")
        return (error("bad-value", "a decorative picture has no `alt`", path, "delete `alt` or `decorative`"),)
    if slide.alt or slide.decorative:
        return ()
    hint = "say in `alt` what the picture shows, or write `decorative: true`"
    return (error("alt-missing", f"the picture `{slide.image}` has no alt text", (*checking.path, "image"), hint),)


def picture_part(slide: PictureFields, title: RichText, role: str, path: tuple[str | int, ...]) -> PicturePart:
    """The picture for a role. A draft's missing alt text is the slide's title."""
    return PicturePart(
        role,
        slide.image,
        "" if slide.decorative else slide.alt or plain(title),
        (*path, "image"),
        decorative=slide.decorative,
        cover=slide.fit == "cover",
        focus=slide.focus,
    )

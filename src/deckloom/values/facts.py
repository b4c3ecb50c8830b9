"""What was found outside: the template, the pictures, the fonts. Gathered once, then only read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol, TypeAlias

from deckloom.values.data import CsvFacts
from deckloom.values.geometry import Box, Insets, Size

Accepts: TypeAlias = Literal["text", "picture", "chart", "table", "any"]


NUMBER, PLAIN_NUMBER = "#.", "#"


class LevelStyle(NamedTuple):
    """How one list level of a placeholder is set, everything inherited resolved.

    ``size`` in whole points, ``line_pct`` in per cent of single spacing, ``before`` and ``after`` in points,
    ``margin`` and ``indent`` in EMU. ``bullet`` is the bullet's character, NUMBER or PLAIN_NUMBER for
    automatic numbers with and without a full stop, None for none.
    ``color`` is the theme role of the letters ("tx1", "tx2", "accent1", "bg1").
    """

    size: int
    bold: bool
    italic: bool
    line_pct: int
    before: float
    after: float
    margin: int
    indent: int
    bullet: str | None
    color: str = "tx1"


DRAWN = -1


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout, or a text box of the slide's own where the layout has none: its ``idx`` is DRAWN.

    ``role`` is the word a kind calls it by: "title", "subtitle", "date", "footer", "page-number" for the
    standard types; otherwise the placeholder's name in lower case with hyphens ("text", "picture", "source", "lead-2").
    ``family`` is the resolved font family, ``fill`` the theme role of the placeholder's own fill, None without one.
    """

    role: str
    type: str | None
    idx: int
    name: str
    box: Box
    insets: Insets
    anchor: Literal["t", "ctr", "b"]
    accepts: Accepts
    family: str
    levels: tuple[LevelStyle, ...]
    fill: str | None = None


class Panel(NamedTuple):
    """A rectangle that a layout draws, filled with one colour of the theme; ``fill`` is its role."""

    box: Box
    fill: str


@dataclass(frozen=True, slots=True)
class LayoutFacts:
    """A slide layout: its name, its part in the package, its type token, its placeholders by role,
    the theme role of its background, and the panels that it draws, the uppermost last."""

    name: str
    part: str
    type: str | None
    slots: Mapping[str, Slot]
    background: str = "bg1"
    panels: tuple[Panel, ...] = ()

    def ground(self, slot: Slot) -> str:
        """The theme role of what a text in the placeholder stands on: its own fill, the panel beneath it, the page."""
        if slot.fill:
            return slot.fill
        return next((panel.fill for panel in reversed(self.panels) if slot.box.within(panel.box)), self.background)


class RawPart(NamedTuple):
    """A part of the template that goes into the deck as it is."""

    name: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    """A template: its page, layouts by lower-case name, resolved colours, fonts, and the parts to carry over.

    ``colors`` maps the roles a slide uses ("bg1", "tx1", "bg2", "tx2", "accent1" ... "accent6", "hlink") to six hex
    digits, the master's colour map applied. ``parts`` holds theme, master, layouts, notes master and so on with their
    relationships; the presentation part and the content types are written anew.
    """

    name: str
    digest: str
    page: Size
    notes_page: Size
    layouts: Mapping[str, LayoutFacts]
    major: str
    minor: str
    colors: Mapping[str, str]
    parts: tuple[RawPart, ...]
    presentation: bytes
    master_parts: tuple[str, ...]
    notes_master_part: str
    handout_master_part: str | None = None


class PictureFacts(NamedTuple):
    """A picture, looked at: what will be stored, and how large it is once upright.

    ``digest`` is the SHA-256 of the bytes to be stored; ``extension`` is png, jpeg or gif.
    """

    digest: str
    extension: str
    width: int
    height: int
    size: int
    alpha: bool = False

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height


class PictureBytes(Protocol):
    """Where the painter gets a picture's bytes from."""

    def read(self, digest: str) -> bytes:
        """The bytes to be stored for the picture."""
        ...


class Face(NamedTuple):
    """A font face by name."""

    family: str
    bold: bool = False
    italic: bool = False


RIGHT_TO_LEFT_FAMILY = "Arial"
"""The font that is named for Hebrew and Arabic, whatever the theme's is."""


class FaceWidths(NamedTuple):
    """Advance widths in thousandths of an em by character; ``default`` for one that is not listed.

    ``factor`` is 1 for a face whose widths are known, more for one that is measured as another. ``shape`` gives the
    advance of each character of a text whose letters join or combine; None where there is no font file to ask.
    """

    widths: Mapping[str, int]
    default: int
    factor: float = 1.0
    shape: Callable[[str], Sequence[int] | None] | None = None


class Fonts(Protocol):
    """Where the measurer gets a face's widths from."""

    def face(self, face: Face) -> FaceWidths:
        """The widths of the face, or of its stand-in with a factor over 1."""
        ...


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was gathered for one deck. ``pictures``, ``tables`` and the texts in ``files`` are keyed by the path as
    the spec writes it."""

    template: TemplateFacts
    pictures: Mapping[str, PictureFacts]
    fonts: Fonts
    bytes: PictureBytes
    tables: Mapping[str, CsvFacts] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

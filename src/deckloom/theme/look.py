"""What a layout is made of: placeholders, the look of their text, and shapes that only decorate."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from deckloom.theme.grid import Area
from deckloom.values.plan import Colour

Weight: TypeAlias = Literal["regular", "bold", "title"]
"""``title`` is the theme's own weight for titles."""

BULLET_SPACE = 0.25


class Level(NamedTuple):
    """One list level.

    ``size`` and ``before`` are points, ``line`` per cent of single spacing, ``margin`` and ``hang`` inches. ``bullet``
    is a character, "#" for numbers, "#." for numbers with a full stop, None for none. ``color`` is a theme role or one
    of ``cover.text``, ``cover.bg``, ``cover.motif``, ``cover.hot``; an accent is darkened where it could not be read.
    """

    size: int
    weight: Weight = "regular"
    color: str = "tx1"
    line: int = 104
    before: int = 0
    margin: float = 0
    hang: float = 0
    bullet: str | None = None
    bullet_color: str = "accent1"
    spacing: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """The text of a placeholder: its levels, the last of which also serves all deeper ones."""

    levels: tuple[Level, ...]
    align: Literal["l", "ctr", "r"] = "l"


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder of a layout.

    ``type`` and ``idx`` are those of ``p:ph``; type None is the content placeholder that takes anything. ``area`` and
    ``look`` are None where the master's hold. ``insets`` are left, top, right, bottom in inches. ``prompt`` is what
    stands in the empty placeholder, one entry a level. ``shrinks`` lets a program shrink text typed in later.
    """

    name: str
    type: str | None
    idx: int
    prompt: tuple[str, ...]
    area: Area | None = None
    look: Look | None = None
    insets: tuple[float, float, float, float] = (0, 0, 0, 0)
    anchor: Literal["t", "ctr", "b"] = "t"
    fill: str | None = None
    shrinks: bool = False
    size: Literal["full", "half", "quarter"] = "full"
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of the layout that carries no information: a rule, a panel, a dot. It lies under all placeholders."""

    name: str
    area: Area
    fill: Colour
    geometry: Literal["rect", "ellipse", "chevron"] = "rect"


@dataclass(frozen=True, slots=True)
class Shapes:
    """Shapes that belong together and are moved as one."""

    name: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A slide layout: ``type`` is the standard's token or None, ``background`` a role where it is not the master's.

    ``places`` stand in reading order, which is the order in the file. ``standard`` marks the eleven layouts that
    every presentation is expected to have.
    """

    name: str
    places: tuple[Place, ...]
    shapes: tuple[Shape | Shapes, ...] = ()
    type: str | None = None
    background: str | None = None
    standard: bool = False

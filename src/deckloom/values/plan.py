"""The finished plan: every item with its place, size and words. The painter only writes it down."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from deckloom.values.data import ChartData
from deckloom.values.facts import LevelStyle, PictureFacts, Slot
from deckloom.values.geometry import Box, Crop, Insets, Size
from deckloom.values.span import Path
from deckloom.values.text import Para, RichText


class Colour(NamedTuple):
    """A theme colour: the scheme's name ("tx1", "accent2") with lumMod and lumOff in per cent, alpha in per cent."""

    scheme: str
    lum_mod: int | None = None
    lum_off: int | None = None
    alpha: int | None = None


class RunLook(NamedTuple):
    """Set on every run of an item whose inherited style is known to get lost (the footers)."""

    size: int
    bold: bool
    colour: Colour
    spacing: int = 0
    align: Literal["l", "ctr", "r"] = "l"


class SizeStep(NamedTuple):
    """The whole-point size of one list level where it differs from the layout's."""

    level: int
    size: int


@dataclass(frozen=True, slots=True)
class TextItem:
    """Text in a placeholder. ``steps`` are written as a list style of this item; ``right_inset`` in EMU balances a
    title and is None where the layout's holds; ``accent`` colours the runs marked ACCENT; ``inherit`` says that the
    box is the layout's and is not written; ``link`` makes the whole shape a jump to the slide with that id;
    ``quiet_links`` keep the colour of the text around them, for lines of small print and for dark grounds;
    ``tones`` are the colours of a program's KEYWORD, STRING, NUMBER and QUIET words."""

    slot: Slot
    box: Box
    paras: tuple[Para, ...]
    path: Path
    accent: Colour
    steps: tuple[SizeStep, ...] = ()
    right_inset: int | None = None
    look: RunLook | None = None
    inherit: bool = False
    lines: int = 0
    link: str | None = None
    quiet_links: bool = False
    tones: tuple[Colour, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A picture in a placeholder; ``box`` is where the visible part lands, ``crop`` what is cut."""

    slot: Slot
    box: Box
    crop: Crop
    picture: PictureFacts
    alt: str
    decorative: bool
    path: Path


@dataclass(frozen=True, slots=True)
class NumberItem:
    """The slide's number as a live field, in the layout's number placeholder."""

    slot: Slot
    box: Box
    inherit: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """A filled rectangle without text."""

    box: Box
    fill: Colour


@dataclass(frozen=True, slots=True)
class GroupItem:
    """Drawn rectangles that belong together, such as the progress rule. Decorative when ``alt`` is empty."""

    name: str
    box: Box
    rules: tuple[Rule, ...]
    alt: str = ""


@dataclass(frozen=True, slots=True)
class MissingItem:
    """What a draft shows in place of a picture that was not found: a dashed box that says so."""

    name: str
    box: Box
    words: str
    ref: str


class ValueLabel(NamedTuple):
    """The label of one value: ``at`` counts the categories; ``place`` is where it stands (outEnd, ctr, t, r, b);
    ``named`` sets the series' name with it; ``shift`` moves it down by that share of the chart's height."""

    at: int
    place: str
    size: int
    colour: Colour
    named: bool = False
    shift: float = 0.0


class SeriesLook(NamedTuple):
    """How a series is drawn: its colour, the colours of single points, its labels; ``line`` is the width in points of
    a line, 0 for a series that has none."""

    colour: Colour
    points: tuple[tuple[int, Colour], ...]
    labels: tuple[ValueLabel, ...]
    line: float = 0.0


@dataclass(frozen=True, slots=True)
class ChartItem:
    """A chart in a placeholder. ``unit`` is what stands beside each value; ``plot`` is where the marks stand, in EMU
    from the chart's own corner; ``low`` and ``high`` end the axis of values; ``lying`` bars grow to the right;
    ``size`` is that of the categories' labels in points, of which every ``skip``-th is shown; ``gap`` is the room
    between bars in per cent of their width; ``between`` stands between a series' name and its value."""

    slot: Slot
    box: Box
    data: ChartData
    alt: str
    path: Path
    unit: str
    plot: Box
    low: float
    high: float
    lying: bool
    size: int
    series: tuple[SeriesLook, ...]
    skip: int = 1
    gap: int = 0
    between: str = " "


class CellText(NamedTuple):
    """What stands in a cell, and how."""

    text: RichText
    colour: Colour
    bold: bool


class TableRow(NamedTuple):
    """A row: its height in EMU, the size of its letters in points, the line beneath it."""

    cells: tuple[CellText, ...]
    height: int
    size: int
    line: Literal["hair", "rule"]


@dataclass(frozen=True, slots=True)
class TableItem:
    """A table in a placeholder, the header its first row. ``columns`` are widths in EMU, each with the ``gutter`` at
    its right; ``padding`` is the room above and beneath a cell's text; ``size`` that of letters under the header."""

    slot: Slot
    box: Box
    alt: str
    path: Path
    columns: tuple[int, ...]
    aligns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    gutter: int
    padding: int
    size: int


@dataclass(frozen=True, slots=True)
class DrawnText:
    """A shape with words that is no placeholder, so all of its look is written: ``levels`` by list level, ``fill``
    None for words alone."""

    name: str
    box: Box
    paras: tuple[Para, ...]
    path: Path
    levels: tuple[LevelStyle, ...]
    insets: Insets
    fill: Colour | None
    accent: Colour
    anchor: Literal["t", "ctr", "b"] = "t"
    centred: bool = False
    lines: int = 0


class Glue(NamedTuple):
    """Where a connector is fastened: the position of the shape among the drawing's shapes and labels, and the side of
    its rectangle: 0 top, 1 left, 2 bottom, 3 right."""

    shape: int
    side: int


@dataclass(frozen=True, slots=True)
class Connector:
    """A line that stays with the shapes it joins: straight, round one corner, or round two with an upright in the
    middle. ``box`` is its frame before it is mirrored and then turned by ``turn`` quarters clockwise."""

    name: str
    start: Glue
    end: Glue
    box: Box
    turn: int = 0
    flip_h: bool = False
    flip_v: bool = False
    shape: Literal["straight", "corner", "elbow"] = "straight"
    arrow: bool = True


@dataclass(frozen=True, slots=True)
class DrawingItem:
    """A drawing of native shapes in one group: boxes, the connectors between them, and the connectors' labels. A label
    without words is a joint of two connectors."""

    name: str
    box: Box
    shapes: tuple[DrawnText, ...]
    connectors: tuple[Connector, ...]
    labels: tuple[DrawnText, ...]
    alt: str
    path: Path


Item: TypeAlias = TextItem | PictureItem | NumberItem | GroupItem | MissingItem | ChartItem | TableItem | DrawingItem


class Revealed(NamedTuple):
    """What appears at a click: the item at this position of the slide, or one of its paragraphs."""

    item: int
    para: int | None = None


@dataclass(frozen=True, slots=True)
class SlidePlan:
    """One slide. ``items`` stand in reading order, which is the order in the file; ``id`` is unique in the deck,
    ``title`` the letters of the title; ``notes`` is empty for a slide without a notes page;
    ``moved`` lists what stands in the notes because the layout has no room for it; ``clicks`` is what appears at each
    click, empty where all is there at once."""

    id: str
    title: str
    layout_name: str
    layout_part: str
    items: tuple[Item, ...]
    notes: tuple[Para, ...]
    path: Path
    hidden: bool = False
    reason: str = ""
    moved: tuple[tuple[Path, str], ...] = ()
    clicks: tuple[tuple[Revealed, ...], ...] = ()


class SectionPlan(NamedTuple):
    """A section as slide sorters show it: a unique name and the half-open range of slide positions."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Properties:
    """The document properties; ``created`` is W3CDTF in UTC."""

    title: str
    author: str
    subject: str
    lang: str
    created: str


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """The whole deck, ready to be painted. ``fades`` says that each slide fades in."""

    page: Size
    slides: tuple[SlidePlan, ...]
    sections: tuple[SectionPlan, ...]
    properties: Properties
    lang: str
    fades: bool = False


class FitRow(NamedTuple):
    """How a text stands in its box: slide number, the placeholder's name, the field it came from; its lines, the size
    of its largest level in points, and how many more such lines the box holds.

    ``certainty`` is "known" where the widths of all its letters are known, else "estimated".
    """

    slide: int
    place: str
    path: Path
    lines: int
    size: int
    slack: float
    certainty: Literal["known", "estimated"]


class LedgerRow(NamedTuple):
    """Where one piece of the spec went: ``place`` is "slide 4, Picture" or "slide 4, notes"."""

    path: Path
    what: str
    place: str


class Showing(NamedTuple):
    """What a slide shows of a picture: the stored picture, and the crop as it was planned."""

    digest: str
    crop: Crop


class Cut(NamedTuple):
    """What to store instead: the crop to make for good, and the size in pixels of what is left."""

    picture: PictureFacts
    crop: Crop
    width: int
    height: int

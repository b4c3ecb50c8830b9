"""What a slide kind says: which words and pictures go into which role of which layout. No place, no size."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from deckloom.values.data import ChartData, CsvFacts
from deckloom.values.diagnostics import Diagnostic
from deckloom.values.facts import PictureFacts
from deckloom.values.span import Path, Span
from deckloom.values.text import Para, RichText

Align: TypeAlias = Literal["start", "centre", "end"]

Fit: TypeAlias = Literal[
    "title", "cover", "divider", "statement", "card", "body", "columns", "lone", "caption", "fixed", "line", "number",
    "quote", "panel", "steps", "code",
]  # fmt: skip
"""Which ladder of sizes a text may climb down; see ``plan/policy.py``."""

Overflow: TypeAlias = Literal["split", "error", "shrink"]
"""What becomes of a text that does not fit at the size of its siblings: further slides, a fault, or a smaller size."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """Paragraphs for one role. ``path`` is the field they came from; ``spare`` names roles whose room the text takes
    as well when they are left empty; ``link`` makes the whole shape a jump to a slide; ``quiet_links`` keep the
    colour of the text around them; ``spill`` lets what does not fit at the smallest size go to the notes after a whole
    sentence. Texts of one ``group`` stand side by side and all take the smallest size that one of them needs;
    ``beneath`` names the row of pictures that the text follows at once, however high they turn out."""

    role: str
    paras: tuple[Para, ...]
    path: Path
    fit: Fit = "body"
    spare: tuple[str, ...] = ()
    link: str | None = None
    quiet_links: bool = False
    group: str = ""
    beneath: str = ""
    spill: bool = False


@dataclass(frozen=True, slots=True)
class PicturePart:
    """A picture for one role. ``ref`` is the path as the spec writes it, a key of ``Facts.pictures``.

    ``cover`` crops to fill the place, keeping ``focus`` (shares from the top left; None: the middle, and
    a large loss is worth a warning) in view; ``spare`` names
    roles left empty whose room the picture takes as well. ``align`` is where it sits in a roomier box. ``over`` is the
    role of the caption beneath it: that is measured first, and the picture has the rest of both places.
    Pictures of one ``row`` share the height of the highest. ``crops`` says that the place is filled whatever is lost,
    so that nothing is said about it.
    """

    role: str
    ref: str
    alt: str
    path: Path
    decorative: bool = False
    cover: bool = False
    focus: tuple[float, float] | None = None
    spare: tuple[str, ...] = ()
    align: tuple[Align, Align] = ("centre", "centre")
    crops: bool = False
    row: str = ""
    over: str | None = None


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A chart for one role. ``highlight`` is a category's or a series' name; ``united`` says that the values carry
    a unit that is a word, because no heading says it; ``spare`` names roles left empty whose room the chart takes."""

    role: str
    data: ChartData
    alt: str
    path: Path
    highlight: str | None = None
    united: bool = False
    spare: tuple[str, ...] = ()


Verdict: TypeAlias = Literal["yes", "partly", "no"]


class TableCell(NamedTuple):
    """A cell's text, its place in the spec or in a file, and its verdict in a column of verdicts."""

    text: RichText
    path: Path
    span: Span | None = None
    verdict: Verdict | None = None


class TableColumn(NamedTuple):
    """How a column stands: ``width`` in columns of the page's grid if it is given; ``longest`` and ``word`` are the
    letters of the longest cell and of the longest word in all of its rows, on whatever slide."""

    align: Literal["left", "center", "right"]
    width: float | None
    longest: int
    word: int


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table for one role: its header, and the rows on this slide. ``total`` sets the last row apart; ``most`` is the
    size in points that its letters may not pass."""

    role: str
    header: tuple[RichText, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    columns: tuple[TableColumn, ...]
    alt: str
    path: Path
    total: bool = False
    most: int | None = None
    spare: tuple[str, ...] = ()


class FlowBox(NamedTuple):
    """A box of a drawing: its words, and the field they came from."""

    lead: RichText
    detail: RichText | None
    path: Path


class FlowLink(NamedTuple):
    """An arrow from one box to another, by their positions in the list of boxes."""

    start: int
    end: int
    label: RichText | None
    path: Path


@dataclass(frozen=True, slots=True)
class FlowPart:
    """Boxes and arrows, drawn where a layout has its body; which box stands where is the planner's to find out."""

    boxes: tuple[FlowBox, ...]
    links: tuple[FlowLink, ...]
    alt: str
    path: Path
    role: str = "drawing"


SlotPart: TypeAlias = TextPart | PicturePart | ChartPart | TablePart
"""What stands in a placeholder."""

Part: TypeAlias = SlotPart | FlowPart


class NotesPart(NamedTuple):
    """Text of a slide that goes to its notes because the layout shows less; ``path`` is the field it came from."""

    para: Para
    path: Path


class Reveal(NamedTuple):
    """What appears at a click: the text of a role, or one of its paragraphs, counted from 0."""

    role: str
    para: int | None = None


@dataclass(frozen=True, slots=True)
class Composition:
    """One way to lay a slide out, or the first of several slides that do it.

    ``layouts`` are the layout names wanted, best first; ``reason`` says why this way was chosen, for the report.
    ``furniture`` names what stands around the content: kicker, deck name, number, source, progress; ``kicker`` is
    the kind's own, for slides outside a section. ``notes`` is what the layout has no room for, ``findings`` what the
    kind has to say of this way; ``continued`` are the slides that go on after this one. ``reveals`` is what
    appears at each click on a slide whose items are to appear one by one.
    """

    layouts: tuple[str, ...]
    parts: tuple[Part, ...]
    reason: str = ""
    furniture: frozenset[str] = frozenset({"kicker", "name", "number", "source", "progress"})
    kicker: RichText | None = None
    notes: tuple[NotesPart, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    continued: tuple["Composition", ...] = ()
    reveals: tuple[tuple[Reveal, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SectionInfo:
    """The section a slide stands in: ``index`` from 0, its ``sign`` (1, 2, 3; appendices A, B, C), its short name, its
    accent colour 1 to 6, the id of the slide that opens it. ``appendix`` leaves it out of agenda and progress;
    ``divider`` says that it has a page; ``hidden`` hides its slides."""

    index: int
    sign: str
    name: str
    accent: int
    slide_id: str = ""
    title: RichText = ()
    appendix: bool = False
    divider: bool = True
    hidden: bool = False


class SourceEntry(NamedTuple):
    """One entry of the sources slide: a source, or a picture's credit, and the ids of the slides that name it."""

    name: RichText
    url: str | None
    credit: bool
    slides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What a kind may know beyond its own fields.

    ``files`` are the texts of files by the path as the spec writes it; ``numbers`` are the slides' numbers by id, as
    far as they are known; ``first_number`` is where a list that goes on from the slide before begins. ``figures`` are
    the numbers of the picture slides by id, empty where the deck does not number them, and ``figure`` is this slide's
    own. ``overflow`` is the deck's word on text that does not fit.
    """

    title: RichText
    subtitle: RichText | None
    author: RichText | None
    date: str | None
    lang: str
    words: Mapping[str, str]
    pictures: Mapping[str, PictureFacts]
    path: Path
    section: SectionInfo | None = None
    sections: tuple[SectionInfo, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    agenda_id: str | None = None
    sources_id: str | None = None
    first_number: int = 1
    figures: Mapping[str, int] = field(default_factory=dict)
    figure: int | None = None
    tables: Mapping[str, CsvFacts] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    overflow: Overflow = "split"

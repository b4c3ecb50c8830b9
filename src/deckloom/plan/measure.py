"""How many lines a text takes, and how high it is, from advance widths alone.

Widths are summed without kerning or ligatures, lines are filled to ``SURE`` of their width, and ``breaks`` gives fewer
places to break at than any program uses: each of these can only add lines. Text in a box is set with lines of 1.2
times the size in every font, which is what PowerPoint, LibreOffice and ONLYOFFICE do outside tables.

All advances are whole thousandths of an em, so that the same text is prepared once and broken at any size.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from operator import add
from typing import NamedTuple
from unicodedata import category, east_asian_width

from deckloom.plan.breaks import (
    SOFT_HYPHEN,
    Chunks,
    chunks,
    gaps,
    has_cjk,
    has_indic,
    has_joined,
    has_right_to_left,
    is_plain,
    is_uncertain,
)
from deckloom.values.facts import NUMBER, PLAIN_NUMBER, RIGHT_TO_LEFT_FAMILY, Face, FaceWidths, Fonts, LevelStyle
from deckloom.values.geometry import EMU_PER_POINT, Insets, Size, points
from deckloom.values.text import BOLD, CODE, ITALIC, Para, plain

LINE_HEIGHT = 1.2
CODE_FAMILY = "Courier New"

# The share of a line's width that is used, in thousandths: the rest covers how programs round advances.
SURE = 985
# The same for Korean, and for Chinese or Japanese mixed with Latin.
UNCERTAIN = 950
# The gap that some programs set between a Latin and a Chinese, Japanese or Korean character.
CJK_GAP = 200
CJK_WIDTH = 1000
# What neutral characters take in the bold of a common Chinese, Japanese or Korean font, which may set them; the others
# up to a half of an em.
CJK_NEUTRALS = {" ": 230, **dict.fromkeys("0123456789$#+<=>~", 590), "%": 965, "&": 740, "@": 1010, '"': 574}
CJK_NEUTRAL = 400

_WORDS_KEPT = 16_384
_FACES_KEPT = 64
ROUNDING = 1e-6


class Prepared(NamedTuple):
    """A paragraph made ready for breaking at any size. All lengths are in thousandths of an em.

    A line of the chunks i to j takes ``ends[j] - starts[i] - hang``; ``bullet`` is the advance of the bullet, if any.
    ``spans`` are the chunks as positions in ``text``, None where they are its words between single spaces.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    hang: int
    sure: int
    level: int
    bullet: int = 0
    spans: Chunks | None = None

    def chunk(self, index: int) -> tuple[int, int]:
        """Where a chunk begins and ends in the text."""
        if self.spans is not None:
            return self.spans.starts[index], self.spans.ends[index]
        words = self.text.split(" ")
        start = sum(map(len, words[:index])) + index
        return start, start + len(words[index])

    def letters(self, index: int) -> str:
        """The letters of a chunk."""
        start, end = self.chunk(index)
        return self.text[start:end].strip(" ")


class Lines(NamedTuple):
    """A paragraph in lines. ``firsts`` are the chunks that begin a line, ``extra`` the lines added within chunks that
    are wider than a line, ``overlong`` those chunks; ``last_share`` is how full the last line is, from 0 to 1."""

    firsts: tuple[int, ...]
    extra: int
    overlong: tuple[int, ...]
    last_share: float

    @property
    def total(self) -> int:
        """How many lines there are."""
        return len(self.firsts) + self.extra


@dataclass(frozen=True, slots=True)
class Measured:
    """Paragraphs set in a box: the lines of each, the height in points with the insets, the words wider than their
    line, and how full each paragraph's last line is, from 0 to 1."""

    lines: tuple[int, ...]
    height_pt: float
    overlong: tuple[str, ...]
    last_shares: tuple[float, ...]

    @property
    def line_count(self) -> int:
        """All lines together."""
        return sum(self.lines)


class _Words(dict[str, int]):
    """The advance of each word seen, with the space after it; -1 for a word that has rules of its own."""

    __slots__ = ("advance", "default", "factor", "space", "widths")

    widths: Mapping[str, int]
    default: int
    factor: float

    def __init__(self, face: FaceWidths) -> None:
        self.widths, self.default, self.factor, _ = face
        self.advance = face.widths.__getitem__
        self.space = sum(_advances(" ", face))

    def __missing__(self, word: str) -> int:
        if (word.isascii() and word.isalnum()) or is_plain(word):
            try:
                width = sum(map(self.advance, word), self.space)
            except KeyError:
                width = sum(_advances(word, FaceWidths(self.widths, self.default)), self.space)
            if self.factor != 1:
                width = self.space + ceil((width - self.space) * self.factor)
        else:
            width = -1
        self[word] = width
        return width


# Words measured before, by the identity of the widths they were measured with. It changes speed and nothing else.
_seen: dict[tuple[int, float], _Words] = {}


def prepare(para: Para, bold: bool, italic: bool, family: str, fonts: Fonts, bullet: str | None = None) -> Prepared:
    """The paragraph with its advances. ``bold`` and ``italic`` are its level's; marks of the runs add to them.

    ``bullet`` is the text of the bullet, measured in the same face.
    """
    runs = para.runs
    face = fonts.face(Face(family, bold, italic))
    mark = sum(_advances(bullet, face)) if bullet else 0
    if len(runs) == 1 and not runs[0].marks & (BOLD | ITALIC | CODE):
        text = runs[0].text.rstrip(" ")
        words = _words(face)
        widths = list(map(words.__getitem__, text.split(" ")))
        if min(widths) >= 0:
            ends = list(accumulate(widths))
            return Prepared(text, [0, *ends], ends, words.space, SURE, para.level, mark)
    return _prepare_marked(para, bold, italic, family, fonts, mark)


def prepare_all(paras: Sequence[Para], levels: Sequence[LevelStyle], family: str, fonts: Fonts) -> tuple[Prepared, ...]:
    """All paragraphs of a box, each with its level's look and bullet. A level too deep has the deepest one's."""
    done = []
    for para in paras:
        style = style_at(levels, para.level)
        bullet = _bullet(para, style, len(paras))
        done.append(prepare(para, style.bold, style.italic, family, fonts, bullet))
    return tuple(done)


def measure(
    paras: Sequence[Para],
    levels: Sequence[LevelStyle],
    sizes: Sequence[int] | None,
    box: Size,
    insets: Insets,
    family: str,
    fonts: Fonts,
    extra_right_inset: int = 0,
) -> Measured:
    """The paragraphs set in the box. ``sizes`` in points by level stand in for the levels' own."""
    return measure_prepared(prepare_all(paras, levels, family, fonts), levels, sizes, box, insets, extra_right_inset)


def measure_prepared(
    prepared: Sequence[Prepared],
    levels: Sequence[LevelStyle],
    sizes: Sequence[int] | None,
    box: Size,
    insets: Insets,
    extra_right_inset: int = 0,
) -> Measured:
    """The same for paragraphs already prepared: what trying one size after the other costs."""
    width = box.w - insets.left - insets.right - extra_right_inset
    height = points(insets.top + insets.bottom)
    counts, shares = [], []
    overlong: list[str] = []
    for index, para in enumerate(prepared):
        style = style_at(levels, para.level)
        size = size_at(levels, sizes, para.level)
        lines = broken(para, style, size, width)
        height += lines.total * LINE_HEIGHT * size * style.line_pct / 100
        height += (style.before if index else 0) + (style.after if index < len(prepared) - 1 else 0)
        counts.append(lines.total)
        shares.append(lines.last_share)
        if lines.overlong:
            overlong += map(para.letters, lines.overlong)
    return Measured(tuple(counts), height, tuple(overlong), tuple(shares))


def fits(measured: Measured, box: Size) -> bool:
    """Whether the text is no higher than the box and no word is wider than its line."""
    return not measured.overlong and measured.height_pt <= points(box.h) + ROUNDING


def style_at(levels: Sequence[LevelStyle], level: int) -> LevelStyle:
    """The style of a level, the deepest one standing in for any deeper."""
    return levels[level] if level < len(levels) else levels[-1]


def size_at(levels: Sequence[LevelStyle], sizes: Sequence[int] | None, level: int) -> int:
    """The size in points of a level, the last one standing in for any deeper."""
    if sizes:
        return sizes[min(level, len(sizes) - 1)]
    return style_at(levels, level).size


def broken(para: Prepared, style: LevelStyle, size: int, width: int) -> Lines:
    """The paragraph's lines at the size, in a text area of the width in EMU.

    The first line begins at margin plus indent, or after the bullet where that ends further right.
    """
    per_em = size * EMU_PER_POINT
    first = width - style.margin - style.indent
    if para.bullet:
        first = min(width - style.margin, first - ceil(para.bullet * per_em / 1000))
    rest = max(1, (width - style.margin) * para.sure // per_em)
    return _broken(para, max(1, first * para.sure // per_em), rest)


def _broken(para: Prepared, first: int, rest: int) -> Lines:
    """Fills line after line; the widths of the first and the further lines are in thousandths of an em."""
    starts, ends, hang = para.starts, para.ends, para.hang
    count = len(ends)
    firsts: list[int] = []
    overlong: list[int] = []
    at, extra, limit, room = 0, 0, first, first
    while at < count:
        room = limit
        upto = bisect_right(ends, starts[at] + limit + hang, at)
        firsts.append(at)
        if upto == at:
            overlong.append(at)
            extra += -(-(ends[at] - starts[at] - hang) // limit) - 1
            upto = at + 1
        at, limit = upto, rest
    share = min(1.0, (ends[-1] - starts[firsts[-1]] - hang) / room)
    return Lines(tuple(firsts), extra, tuple(overlong), share)


def _words(face: FaceWidths) -> _Words:
    key = (id(face.widths), face.factor)
    words = _seen.get(key)
    if words is None or words.widths is not face.widths:
        if len(_seen) >= _FACES_KEPT:
            _seen.clear()
        words = _seen[key] = _Words(face)
    elif len(words) > _WORDS_KEPT:
        words.clear()
    return words


def _bullet(para: Para, style: LevelStyle, count: int) -> str | None:
    """The bullet's text; for a number the widest that the box may hold."""
    kind = style.bullet if para.bullet == "inherit" else {"none": None, "number": NUMBER, "disc": "•"}[para.bullet]
    return f"{'0' * len(str(para.start + count - 1))}." if kind in (NUMBER, PLAIN_NUMBER) else kind


def _advances(text: str, face: FaceWidths) -> list[int]:
    """The advance of each character, the factor applied."""
    try:
        advances = list(map(face.widths.__getitem__, text))
    except KeyError:
        advances = [face.widths.get(character, face.default) for character in text]
    return advances if face.factor == 1 else [ceil(advance * face.factor) for advance in advances]


def _set(text: str, face: Face, fonts: Fonts) -> Sequence[int]:
    """The advance of each character of a run: shaped where its letters join or combine and there is a font to ask.

    Hebrew and Arabic letters stand in a font of their own; what is between them may stand in either.
    """
    own = fonts.face(face)
    if has_right_to_left(text):
        named = fonts.face(face._replace(family=RIGHT_TO_LEFT_FAMILY))
        theirs = (named.shape(text) if named.shape and has_joined(text) else None) or _advances(text, named)
        pairs = zip(text, _advances(text, own), theirs, strict=True)
        return [other if has_right_to_left(letter) else max(width, other) for letter, width, other in pairs]
    return (own.shape(text) if own.shape and has_indic(text) else None) or _advances(text, own)


def _prepare_marked(para: Para, bold: bool, italic: bool, family: str, fonts: Fonts, bullet: int) -> Prepared:
    """Character by character: for several faces in one paragraph, and for words with rules of their own."""
    text = plain(para.runs)
    advances: list[int] = []
    for run in para.runs:
        face = Face(
            CODE_FAMILY if run.marks & CODE else family,
            bold or bool(run.marks & BOLD),
            italic or bool(run.marks & ITALIC),
        )
        advances += _advances(run.text, fonts.face(face)) if run.text.isascii() else _set(run.text, face, fonts)
    if not text.isascii():
        _widen_for_cjk(text, advances)
    sums = [0, *accumulate(advances)]
    spans = chunks(text)
    starts = list(map(sums.__getitem__, spans.starts))
    ends = list(map(sums.__getitem__, spans.ends))
    if SOFT_HYPHEN in text:
        hyphen = sum(_advances("-", fonts.face(Face(family, bold, italic))))
        ends = _with_hyphens(text, spans.ends, ends, hyphen)
    sure = UNCERTAIN if not text.isascii() and is_uncertain(text) else SURE
    return Prepared(text, starts, ends, 0, sure, para.level, bullet, spans)


def _with_hyphens(text: str, places: Sequence[int], ends: Sequence[int], hyphen: int) -> list[int]:
    """The ends with a hyphen's advance where a chunk ends in a soft hyphen; never falling, for the search in them."""
    shown = [hyphen * (text[place - 1 : place] == SOFT_HYPHEN) for place in places]
    return list(accumulate(map(add, ends, shown), max))


def _widen_for_cjk(text: str, advances: list[int]) -> None:
    """Charges what East Asian setting may add: the gap to Latin, and full width for signs that both scripts use."""
    if not has_cjk(text):
        return
    for index, character in enumerate(text):
        if east_asian_width(character) == "A" and category(character)[0] != "M":
            advances[index] = max(advances[index], CJK_WIDTH)
        elif character.isascii() and not character.isalpha():
            advances[index] = max(advances[index], CJK_NEUTRALS.get(character, CJK_NEUTRAL))
    for index in gaps(text):
        advances[index] += CJK_GAP

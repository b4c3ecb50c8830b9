"""A table in its box: columns on the page's grid, the largest size that holds every row, heights that fill the room."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Literal, NamedTuple, cast

from deckloom.plan.measure import LINE_HEIGHT, broken, prepare
from deckloom.values.colour import text_accent
from deckloom.values.composition import TableCell, TableColumn, TablePart, Verdict
from deckloom.values.diagnostics import Diagnostic, Hint, error
from deckloom.values.facts import Face, Facts, LevelStyle, Slot
from deckloom.values.geometry import EMU_PER_POINT, Box, inches, points
from deckloom.values.plan import CellText, Colour, TableItem, TableRow
from deckloom.values.text import Para, RichText

GRID = 12
GUTTER = inches(0.25)
SIZES = ((18, 4), (16, 7), (14, 9))
"""The sizes of a table's letters, each with the most rows that are set in it."""
HEADER_SIZE, HEADER_HEIGHT = 14, 36.0
MOST_ROW = 68.4
"""The most points that a row is high, 0.95 inches: fewer rows leave room beneath."""
PADDING = 3.6
CELL_LINES = 2
TALL_FACE = 1.37
"""The height of a line, in sizes, of the tallest face that may stand in for one whose widths are not known: in tables
programs set lines by the face itself."""
PAGE_HEIGHT = 540
SHORT, NAMES_MOST = 2.0, 4.0
"""Columns of the grid that a short cell takes, and the most that the names of rows ask for."""
LETTER, SPACE = 9.5, 18.0
"""Points that a letter takes on average at 18 points, and those between columns."""
VERDICTS: dict[Verdict, int] = {"yes": 3, "partly": 2, "no": 6}
"""The accent of each verdict."""
TEXT, QUIET = Colour("tx1"), Colour("tx2")


class Set(NamedTuple):
    """The table, or None with what keeps it from its box."""

    item: TableItem | None
    finding: Diagnostic | None = None


@dataclass(slots=True)
class _Setting:
    """A table on its way: its parts, its room, and how its letters are measured. Lengths are points."""

    part: TablePart
    slot: Slot
    box: Box
    facts: Facts
    scale: float
    widths: tuple[int, ...]

    def lines(self, text: RichText, column: int, size: int, bold: bool) -> int:
        """The lines of a cell; a word wider than its line counts as too many."""
        width = self.widths[column] - (0 if column + 1 == len(self.widths) else self.gutter)
        prepared = prepare(Para(text), bold, False, self.slot.family, self.facts.fonts)
        found = broken(prepared, _PLAIN, size, width)
        return found.total if not found.overlong else CELL_LINES + 1

    @property
    def gutter(self) -> int:
        return round(GUTTER * self.scale)

    def line(self, size: int) -> float:
        """The height of a line."""
        known = self.facts.fonts.face(Face(self.slot.family)).factor == 1
        return size * (LINE_HEIGHT if known else TALL_FACE)

    def height(self, row: Sequence[TableCell], size: int) -> tuple[float, TableCell | None]:
        """The height that a row needs, and the first of its cells that has too many lines."""
        most = 1
        for at, cell in enumerate(row):
            lines = self.lines(cell.text, at, size, at == 0 or cell.verdict is not None)
            if lines > CELL_LINES:
                return 0, cell
            most = max(most, lines)
        return most * self.line(size) + 2 * PADDING * self.scale, None


_PLAIN = LevelStyle(18, False, False, 100, 0, 0, 0, 0, None)


def set_table(part: TablePart, slot: Slot, box: Box, facts: Facts) -> Set:
    """The table on the largest size that holds it."""
    scale = points(facts.template.page.h) / PAGE_HEIGHT
    widths = column_widths(part.columns, box.w, round(GUTTER * scale))
    setting = _Setting(part, slot, box, facts, scale, widths)
    header_size = round(HEADER_SIZE * scale)
    header = _header_height(setting, header_size)
    room = points(box.h) - header
    broken_cell: TableCell | None = None
    for size, most in SIZES:
        real = round(size * scale)
        if len(part.rows) > most or (part.most and real > part.most):
            continue
        needs = [setting.height(row, real) for row in part.rows]
        broken_cell = next((cell for _, cell in needs if cell), None)
        if broken_cell is None and sum(need for need, _ in needs) <= room:
            heights = _spread([need for need, _ in needs], room, MOST_ROW * scale)
            return Set(_item(setting, real, header_size, header, heights))
    if broken_cell:
        return Set(None, _cell_fault(broken_cell, round(SIZES[-1][0] * scale)))
    message = f"the table's {len(part.rows)} rows are higher than its place"
    return Set(None, error("text-too-long", message, part.path, "shorten the cells, or use fewer rows"))


def _header_height(setting: _Setting, size: int) -> float:
    lines = max(setting.lines(name, at, size, True) for at, name in enumerate(setting.part.header))
    return max(HEADER_HEIGHT * setting.scale, min(lines, CELL_LINES) * setting.line(size) + PADDING)


def _spread(needs: list[float], room: float, most: float) -> list[float]:
    """The heights of the rows: equal as far as they can be, and no higher than ``most`` without need."""
    left, open_rows = room, sorted(needs, reverse=True)
    target = most
    for at, need in enumerate(open_rows):
        share = left / (len(open_rows) - at)
        if need <= share:
            target = min(most, share)
            break
        left -= need
    return [max(need, target) for need in needs]


def _item(setting: _Setting, size: int, header_size: int, header: float, heights: list[float]) -> TableItem:
    part, box = setting.part, setting.box
    head = TableRow(tuple(CellText(name, QUIET, True) for name in part.header), _emu(header), header_size, "rule")
    last = len(part.rows) - 1
    rows = []
    for number, (row, height) in enumerate(zip(part.rows, heights, strict=True)):
        bold = part.total and number == last
        cells = tuple(_text(setting, cell, size, bold or at == 0) for at, cell in enumerate(row))
        line = "rule" if part.total and number == last - 1 else "hair"
        rows.append(TableRow(cells, _emu(height), size, cast("Literal['hair', 'rule']", line)))
    high = sum(row.height for row in (head, *rows))
    return TableItem(
        setting.slot,
        box._replace(h=high),
        part.alt,
        part.path,
        setting.widths,
        tuple(one.align for one in part.columns),
        (head, *rows),
        setting.gutter,
        _emu(PADDING * setting.scale),
        size,
    )


def _text(setting: _Setting, cell: TableCell, size: int, bold: bool) -> CellText:
    if cell.verdict is None:
        return CellText(cell.text, TEXT, bold)
    colour = text_accent(setting.facts.template.colors, VERDICTS[cell.verdict], "bg1", size, True)
    return CellText(cell.text, colour, True)


def _emu(length: float) -> int:
    return round(length * EMU_PER_POINT)


def _cell_fault(cell: TableCell, size: int) -> Diagnostic:
    message = f"this cell needs more than {CELL_LINES} lines at {size} pt"
    hint = Hint("shorten it, or give its column a larger `width`")
    return Diagnostic("text-too-long", message, cell.path, cell.span, hints=(hint,))


def column_widths(columns: Sequence[TableColumn], width: int, gutter: int) -> tuple[int, ...]:
    """The width of every column in EMU, the gutter at its right included: on the grid of twelve, together the whole.

    Columns that do not say their width share what is left by their longest text, no column narrower than its longest
    word as long as there is room.
    """
    shares = _shares(columns)
    whole = sum(shares)
    pitch = (width + gutter) / whole
    edges, done = [0], 0.0
    for share in shares[:-1]:
        done += share
        edges.append(round(done * pitch))
    edges.append(width)
    return tuple(right - left for left, right in pairwise(edges))


def _shares(columns: Sequence[TableColumn]) -> list[float]:
    """The width of every column in columns of the grid."""
    given = sum(one.width or 0 for one in columns)
    free = [at for at, one in enumerate(columns) if one.width is None]
    if not free:
        return [one.width or 0 for one in columns]
    left = max(float(len(free)), GRID - given)
    column = 72 * 1.02778
    least = {at: float(max(1, ceil((columns[at].word * LETTER + SPACE) / column))) for at in free}
    wanted = {at: _wanted(at, (columns[at].longest * LETTER + SPACE) / column) for at in free}
    spare = left - sum(least.values())
    if spare < 0:
        return [one.width or least[at] * left / sum(least.values()) for at, one in enumerate(columns)]
    while spare >= 1:
        most = max(free, key=lambda at: wanted[at] / least[at])
        least[most] += 1
        spare -= 1
    least[max(free, key=lambda at: wanted[at] / least[at])] += spare
    return [one.width or least[at] for at, one in enumerate(columns)]


def _wanted(at: int, line: float) -> float:
    """What a column would like to have when its longest cell takes ``line``: names of rows and short cells one line,
    others the most of one, since they may take two."""
    return line if line <= SHORT else min(line, NAMES_MOST) if at == 0 else max(SHORT, line * 0.6)

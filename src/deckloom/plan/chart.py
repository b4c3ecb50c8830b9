"""Where the marks and labels of a chart go: no axis of values and no legend, so every value is labelled directly."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

from deckloom.plan.marks import Room, bar_marks, line_marks
from deckloom.plan.measure import LINE_HEIGHT, SURE, broken, prepare
from deckloom.values.composition import ChartPart
from deckloom.values.data import shown
from deckloom.values.diagnostics import Diagnostic, error, warning
from deckloom.values.facts import Facts, LevelStyle, Slot
from deckloom.values.geometry import EMU_PER_POINT, Box, points
from deckloom.values.plan import ChartItem, SeriesLook
from deckloom.values.text import Para, rich

LABEL_SIZES = (20, 18, 16, 14)
CATEGORY_SIZE = 14
LONG_LABEL = 12
"""A bar chart with a longer label lies down."""
BAR_GAP, COLUMN_GAP = 45, 35
COLUMN_MOST, BAR_MOST = 2.5, 1.2
"""The most inches that a column is wide and a lying bar high; what is left of the room stays empty."""
LABEL_ROOM = 0.4
"""The most of a chart's width that labels beside its marks take."""
CATEGORY_LINES = 2
AIR = 6
"""Points between a label and what it stands beside."""
CLOSE, HEADROOM = 0.4, 0.25
"""A line or dot chart whose values lie closer together than this share of the largest does not begin at zero, but this
share of their range below the least."""
PAGE_HEIGHT = 540
_PLAIN = LevelStyle(CATEGORY_SIZE, False, False, 100, 0, 0, 0, 0, None)


class Drawn(NamedTuple):
    """The chart, or None with what keeps it from being drawn; a warning may come with either."""

    item: ChartItem | None
    findings: tuple[Diagnostic, ...] = ()


class _Unfit(Exception):
    """The chart does not fit: a message and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(slots=True)
class _Drawing:
    """A chart on its way: what it shows, the room it has in points, and how its letters are measured."""

    part: ChartPart
    slot: Slot
    box: Box
    facts: Facts
    accent: int
    size: int

    @property
    def width(self) -> float:
        return points(self.box.w)

    @property
    def height(self) -> float:
        return points(self.box.h)

    @property
    def unit(self) -> str:
        return self.part.data.unit if self.part.united else ""

    @property
    def values(self) -> list[float]:
        return [amount.value for one in self.part.data.series for amount in one.amounts if amount]

    @property
    def single(self) -> bool:
        return len(self.part.data.series) == 1

    def across(self, inches: float) -> float:
        """A length on a page 7.5 inches high, in points of this one."""
        return inches * 72 * self.size / CATEGORY_SIZE

    def text_width(self, text: str, size: int, bold: bool = True) -> float:
        """The width of one line in points, with the margin that text has."""
        prepared = prepare(Para(rich(text)), bold, False, self.slot.family, self.facts.fonts)
        return (prepared.ends[-1] - prepared.starts[0] - prepared.hang) * size / SURE

    def lines(self, text: str, width: float) -> int:
        """The lines of a category's label in a width in points; a word wider than the line counts as too many."""
        prepared = prepare(Para(rich(text)), False, False, self.slot.family, self.facts.fonts)
        found = broken(prepared, _PLAIN, self.size, int(width * EMU_PER_POINT))
        return CATEGORY_LINES + 1 if found.overlong else found.total

    def widest_value(self, size: int) -> float:
        """The width of the widest value's label."""
        amounts = {amount for one in self.part.data.series for amount in one.amounts if amount}
        return max(self.text_width(shown(one, self.unit), size) for one in amounts)

    def widest_name(self, size: int) -> float:
        """The width of the widest series' name, 0 where it stands in the heading."""
        return 0 if self.single else max(self.text_width(one.name, size) for one in self.part.data.series)

    def label_size(self, fits: Callable[[int], bool]) -> int:
        """The largest size of the values' labels that fits."""
        scaled = (round(size * self.size / CATEGORY_SIZE) for size in LABEL_SIZES)
        found = next((size for size in scaled if fits(size)), None)
        if found is None:
            raise _Unfit("the labels of the values do not fit", "use fewer rows or series, or a larger unit")
        return found


def draw_chart(part: ChartPart, slot: Slot, box: Box, facts: Facts, accent: int) -> Drawn:
    """The chart in its box, with labels as large as they fit; ``accent`` is the section's."""
    size = round(CATEGORY_SIZE * points(facts.template.page.h) / PAGE_HEIGHT)
    drawing = _Drawing(part, slot, box, facts, accent, size)
    try:
        return _draw(drawing)
    except _Unfit as fault:
        return Drawn(None, (error("text-too-long", fault.message, part.path, fault.hint),))


def _draw(drawing: _Drawing) -> Drawn:
    """Bars lie down when a label is long, or when they do not fit standing; columns always stand."""
    data = drawing.part.data
    if data.form in ("line", "dot"):
        return _line(drawing)
    if data.form == "column":
        return _standing(drawing)
    if max(map(len, data.categories)) > LONG_LABEL:
        return _lying(drawing)
    try:
        return _standing(drawing)
    except _Unfit:
        return _lying(drawing)


def _standing(drawing: _Drawing) -> Drawn:
    """Columns: labels of values above, of categories beneath."""
    data, count = drawing.part.data, len(drawing.part.data.categories)
    stacked = data.form == "stacked"
    bars = (1 if stacked else len(data.series)) + COLUMN_GAP / 100
    pitch = min(drawing.width / count, bars * drawing.across(COLUMN_MOST))
    lines = max(drawing.lines(one, pitch * 0.94) for one in data.categories)
    if lines > CATEGORY_LINES:
        hint = "use `chart: bar`, shorter labels or fewer of them"
        raise _Unfit(f"the labels need more than {CATEGORY_LINES} lines beneath {count} columns", hint)
    thick = pitch / bars
    most = pitch * 0.96 if drawing.single else thick
    names = 0 if stacked else 1
    label = drawing.label_size(lambda size: max(drawing.widest_value(size), names * drawing.widest_name(size)) <= most)
    height = drawing.height - lines * LINE_HEIGHT * drawing.size - AIR
    rows = LINE_HEIGHT * label * (1 if drawing.single else 2) + AIR
    low, high = (0.0, _tallest(drawing)) if stacked else _bounds(drawing.values, height, rows)
    room = _room(drawing, label, height / (high - low), thick, lying=False)
    item = _item(drawing, _box(0, 0, pitch * count, height), (low, high), bar_marks(room))
    return _drawn(drawing, replace(item, gap=COLUMN_GAP, between=room.between))


def _lying(drawing: _Drawing) -> Drawn:
    """Bars: labels of categories on the left, of values at the bars' ends."""
    data, count = drawing.part.data, len(drawing.part.data.categories)
    widest = max(drawing.text_width(one, drawing.size, False) for one in data.categories)
    left = min(widest, drawing.width * LABEL_ROOM)
    stacked = data.form == "stacked"
    bars = (1 if stacked else len(data.series)) + BAR_GAP / 100
    pitch = min(drawing.height / count, bars * drawing.across(BAR_MOST))
    lines = max(drawing.lines(one, left * 1.02) for one in data.categories)
    if lines > CATEGORY_LINES or lines * LINE_HEIGHT * drawing.size > pitch:
        raise _Unfit(f"{count} bars with labels this long do not fit", "use shorter labels or fewer rows")
    thick = pitch / bars
    width = drawing.width - left - 2 * AIR

    def fits(size: int) -> bool:
        across = drawing.widest_value(size) + drawing.widest_name(size)
        return size * LINE_HEIGHT <= thick * 1.15 and (size <= drawing.size or across <= width * LABEL_ROOM)

    label = drawing.label_size(fits)
    ends = drawing.widest_value(label) + drawing.widest_name(label) + 2 * AIR
    low, high = (0.0, _tallest(drawing)) if stacked else _bounds(drawing.values, width, ends)
    room = _room(drawing, label, width / (high - low), thick, lying=True)
    item = _item(drawing, _box(left + 2 * AIR, 0, width, pitch * count), (low, high), bar_marks(room))
    return _drawn(drawing, replace(item, gap=BAR_GAP, between=room.between, lying=True))


def _line(drawing: _Drawing) -> Drawn:
    """Lines and dots from left to right, each series named and valued at its end."""
    data, size, dots = drawing.part.data, drawing.size, drawing.part.data.form == "dot"
    most = drawing.width * LABEL_ROOM
    label = drawing.label_size(lambda size: drawing.widest_value(size) + drawing.widest_name(size) + AIR <= most)
    half = max(drawing.text_width(data.categories[at], size, False) for at in (0, -1)) / 2
    above = dots and drawing.single
    end = drawing.widest_value(label) / 2 if above else drawing.widest_value(label) + drawing.widest_name(label) + AIR
    left, right = (max(half, end) if above else half) + AIR, max(end, half) + 2 * AIR
    count = len(data.categories)
    step = (drawing.width - left - right) / max(1, count - 1)
    widest = max(drawing.text_width(one, size, False) for one in data.categories)
    skip = _skip(count, (widest + 2 * AIR) / max(step, 1))
    if dots and skip > 1:
        raise _Unfit(f"{count} dots with labels this long do not fit", "use shorter labels, or a line")
    head = LINE_HEIGHT * label + AIR
    height = drawing.height - LINE_HEIGHT * size - AIR - (head if dots and not drawing.single else 0)
    low, high = _line_bounds(drawing.values, height, head)
    room = _room(drawing, label, height / (high - low), step, lying=False)
    plot = _box(left, 0, drawing.width - left - right, height)
    return _drawn(drawing, replace(_item(drawing, plot, (low, high), line_marks(room, high)), skip=skip))


def _room(drawing: _Drawing, label: int, scale: float, thick: float, lying: bool) -> Room:
    return Room(
        drawing.part,
        drawing.facts.template.colors,
        drawing.accent,
        label,
        scale,
        thick,
        lying,
        drawing.height,
        lambda text: drawing.text_width(text, label),
        drawing.unit,
    )


def _item(drawing: _Drawing, plot: Box, ends: tuple[float, float], marks: tuple[SeriesLook, ...]) -> ChartItem:
    part = drawing.part
    return ChartItem(
        drawing.slot,
        drawing.box,
        part.data,
        part.alt,
        part.path,
        drawing.unit,
        plot,
        *ends,
        lying=False,
        size=drawing.size,
        series=marks,
    )


def _drawn(drawing: _Drawing, item: ChartItem) -> Drawn:
    """The chart, with a warning for each part of a stack that is too small for its label."""
    looks = zip(item.data.series, item.series, strict=True)
    nameless = [one.name for one, look in looks if not any(label.named for label in look.labels)]
    if nameless and not drawing.single:
        hint = "use shorter names, or columns side by side"
        raise _Unfit(f"the name `{nameless[0]}` fits into none of its parts", hint)
    if item.data.form != "stacked":
        return Drawn(item)
    return Drawn(item, tuple(_unlabelled(drawing, item.series)))


def _unlabelled(drawing: _Drawing, marks: tuple[SeriesLook, ...]) -> list[Diagnostic]:
    """The parts of stacks that are too small for their labels."""
    found = []
    for one, look in zip(drawing.part.data.series, marks, strict=True):
        labelled = {label.at for label in look.labels}
        for at, amount in enumerate(one.amounts):
            if amount and amount.value and at not in labelled:
                name = drawing.part.data.categories[at]
                message = f"the part `{one.name}` of `{name}` is too small for its label"
                hint = "sum small parts up, or use `chart: bar`"
                found.append(warning("label-omitted", message, drawing.part.path, hint))
    return found


def _skip(count: int, steps: float) -> int:
    """Of the categories every how many can be labelled, so that the first and the last are."""
    least = max(1, ceil(steps))
    return next((skip for skip in range(least, count) if (count - 1) % skip == 0), max(1, count - 1))


def _tallest(drawing: _Drawing) -> float:
    """The largest sum of a stack."""
    columns = zip(*(one.amounts for one in drawing.part.data.series), strict=True)
    return max(sum(amount.value for amount in column if amount) for column in columns) or 1.0


def _bounds(values: list[float], length: float, ends: float) -> tuple[float, float]:
    """Both ends of the axis: bars begin at zero, and their labels have room at their ends."""
    low, high = min(0.0, *values), max(0.0, *values)
    if low == high:
        return 0.0, 1.0
    unit = (high - low) / (length - ends * ((low < 0) + (high > 0)))
    return low - (ends * unit if low < 0 else 0), high + (ends * unit if high > 0 else 0)


def _line_bounds(values: list[float], height: float, head: float) -> tuple[float, float]:
    """Both ends of the axis; it begins at zero unless the values lie close together."""
    least, most = min(values), max(values)
    spread = most - least
    low = least - HEADROOM * spread if least < 0 or 0 < spread < CLOSE * most else 0.0
    if most <= low:
        return min(least, 0.0), 1.0 if most <= 0 else most * 2
    return low, (most * height - low * head) / (height - head)


def _box(x: float, y: float, w: float, h: float) -> Box:
    return Box(*(round(side * EMU_PER_POINT) for side in (x, y, w, h)))

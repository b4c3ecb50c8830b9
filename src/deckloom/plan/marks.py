"""The colours and labels of a chart's marks: neutral but for what the title speaks of, every value beside its mark."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from deckloom.plan.measure import LINE_HEIGHT
from deckloom.plan.shades import neutral, over
from deckloom.values.colour import text_accent
from deckloom.values.composition import ChartPart
from deckloom.values.data import Amount, Series, shown
from deckloom.values.plan import Colour, SeriesLook, ValueLabel

TEXT = Colour("tx1")
FADED = 40
THICK_LINE, LINE = 3.0, 2.25


class Room(NamedTuple):
    """What the marks of a chart need to know: ``label`` is the size of the values' labels in points, ``scale`` the
    points that one unit of value takes, ``thick`` those of a bar across, ``width`` measures a label."""

    part: ChartPart
    colors: Mapping[str, str]
    accent: int
    label: int
    scale: float
    thick: float
    lying: bool
    height: float
    width: Callable[[str], float]
    unit: str

    @property
    def single(self) -> bool:
        """Whether there is one series, which the heading names."""
        return len(self.part.data.series) == 1

    @property
    def lit(self) -> int | None:
        """The position of the category that is highlighted."""
        names = self.part.data.categories
        return names.index(self.part.highlight) if self.part.highlight in names else None

    @property
    def between(self) -> str:
        """What stands between a series' name and its value: a line end where two lines have room."""
        form = self.part.data.form
        if form in ("line", "dot") or (self.lying and form != "stacked"):
            return " "
        return "\n" if not self.lying or 2 * LINE_HEIGHT * self.label <= self.thick else " "

    def fills(self, alone: Colour) -> list[Colour]:
        """The colour of every series; ``alone`` is that of a single one."""
        names = [one.name for one in self.part.data.series]
        if self.single:
            return [alone]
        if self.part.highlight in names:
            lit = Colour(f"accent{self.accent}")
            return [lit if name == self.part.highlight else neutral(self.colors) for name in names]
        return [Colour(f"accent{at}") for at in range(1, len(names) + 1)]


def bar_marks(room: Room) -> tuple[SeriesLook, ...]:
    """Bars, columns and stacks."""
    data = room.part.data
    fills = room.fills(neutral(room.colors))
    looks = []
    for one, fill in zip(data.series, fills, strict=True):
        marks = _stack_labels(room, one, fill) if data.form == "stacked" else _end_labels(room, one)
        looks.append(SeriesLook(fill, tuple(_points(room, fill)), tuple(marks)))
    return tuple(looks)


def _points(room: Room, fill: Colour) -> Iterator[tuple[int, Colour]]:
    """The points whose colour is not their series': the highlighted one of a single series, else all the others."""
    if room.lit is None:
        return
    if room.single:
        yield room.lit, Colour(f"accent{room.accent}")
        return
    yield from ((at, fill._replace(alpha=FADED)) for at in range(len(room.part.data.categories)) if at != room.lit)


def _end_labels(room: Room, series: Series) -> Iterator[ValueLabel]:
    """The values at the ends of the bars; the first that there is names its series."""
    first = next((at for at, amount in enumerate(series.amounts) if amount), None)
    for at, amount in enumerate(series.amounts):
        if amount:
            yield ValueLabel(at, "outEnd", room.label, TEXT, named=at == first and not room.single)


def _stack_labels(room: Room, series: Series, fill: Colour) -> Iterator[ValueLabel]:
    """The values in the middle of their parts, as far as they fit; the first part with room for it has the name."""
    colour = over(fill, room.colors)
    named = next((at for at, amount in enumerate(series.amounts) if amount and _holds(room, amount, series.name)), None)
    for at, amount in enumerate(series.amounts):
        if amount and _holds(room, amount, ""):
            yield ValueLabel(at, "ctr", room.label, colour, named=at == named)


def _holds(room: Room, amount: Amount, name: str) -> bool:
    """Whether a part of a stack has room for its value, and for the name above it."""
    long, line = amount.value * room.scale, LINE_HEIGHT * room.label
    value = room.width(shown(amount, room.unit))
    wide = max(value, room.width(name)) if name else value
    lines = 2 * line if name else line
    if name and room.between == " ":
        wide, lines = room.width(f"{name} {shown(amount, room.unit)}"), line
    across, along = (lines, wide) if room.lying else (wide, lines)
    return across <= room.thick * 1.05 and along <= long


def line_marks(room: Room, high: float) -> tuple[SeriesLook, ...]:
    """Lines with their ends labelled; dots with all of their values. ``high`` is the upper end of the axis."""
    data = room.part.data
    dots = data.form == "dot"
    accent = Colour(f"accent{room.accent}")
    fills = room.fills(neutral(room.colors) if dots and room.lit is not None else accent)
    lit = [room.single or fill == accent for fill in fills]
    shifts = _shifts(room, high)
    looks = []
    for at, (one, fill) in enumerate(zip(data.series, fills, strict=True)):
        ink = _ink(room, fill)
        labels = tuple(_dot_labels(room, one, ink, shifts[at]) if dots else _line_labels(room, one, ink, shifts[at]))
        width = 0.0 if dots else THICK_LINE if lit[at] else LINE
        marked = room.lit is not None and room.single
        points = ((room.lit, accent),) if marked and room.lit is not None else ()
        looks.append(SeriesLook(fill, points, labels, width))
    return tuple(looks)


def _ink(room: Room, fill: Colour) -> Colour:
    """The colour of a series' label: its own where that can be read."""
    if not fill.scheme.startswith("accent"):
        return Colour("tx2")
    return text_accent(room.colors, int(fill.scheme[-1]), "bg1", room.label, True)


def _line_labels(room: Room, series: Series, ink: Colour, shift: float) -> Iterator[ValueLabel]:
    last = _last(series)
    if room.lit is not None and room.lit != last and series.amounts[room.lit]:
        yield ValueLabel(room.lit, "t", room.label, TEXT)
    if last is not None:
        yield ValueLabel(last, "r", room.label, TEXT if room.single else ink, named=not room.single, shift=shift)


def _dot_labels(room: Room, series: Series, ink: Colour, shift: float) -> Iterator[ValueLabel]:
    """One series' values stand above; of several, the highest above and the lowest beneath, the last at the right."""
    last = _last(series)
    for at, amount in enumerate(series.amounts):
        if amount and room.single:
            yield ValueLabel(at, "t", room.label, TEXT)
        elif amount and at == last:
            yield ValueLabel(at, "r", room.label, ink, named=True, shift=shift)
        elif amount:
            others = [one.amounts[at] for one in room.part.data.series]
            values = [one.value for one in others if one]
            place = "t" if amount.value == max(values) else "b" if amount.value == min(values) else "r"
            yield ValueLabel(at, place, room.label, ink)


def _last(series: Series) -> int | None:
    return max((at for at, amount in enumerate(series.amounts) if amount), default=None)


def _shifts(room: Room, high: float) -> list[float]:
    """How far the labels at the ends of the series move so that none lies on another, in shares of the height."""
    if room.single:
        return [0.0]
    ends: list[tuple[float, int]] = []
    for at, one in enumerate(room.part.data.series):
        last = _last(one)
        amount = one.amounts[last] if last is not None else None
        ends.append(((high - amount.value) * room.scale if amount else 0.0, at))
    line = LINE_HEIGHT * room.label
    moved = {at: 0.0 for _, at in ends}
    group: list[list[tuple[float, int]]] = []
    for end in sorted(ends):
        group.append([end])
        while len(group) > 1 and _top(group[-1], line) < _top(group[-2], line) + len(group[-2]) * line:
            group[-2:] = [group[-2] + group[-1]]
    for members in group:
        top = _top(members, line)
        for place, (y, at) in enumerate(members):
            moved[at] = round((top + (place + 0.5) * line - y) / room.height, 4)
    return [moved[at] for at in range(len(ends))]


def _top(members: list[tuple[float, int]], line: float) -> float:
    """Where the labels of ends that are close together begin, when they stand around their middle."""
    return sum(y for y, _ in members) / len(members) - len(members) * line / 2

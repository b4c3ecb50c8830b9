"""A drawing of boxes and arrows: where each box stands, how large its letters are, which way each arrow takes.

Boxes that lead from one to the next stand in one row or two, in reading order; where arrows branch, what is equally far
from the start shares a column. Of all arrangements the one with the largest letters is taken, a single row before two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from deckloom.plan.measure import Measured, Prepared, measure_prepared, prepare_all
from deckloom.plan.routes import Way, routes
from deckloom.values.colour import text_accent
from deckloom.values.composition import Context, FlowLink, FlowPart
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.facts import Facts, LayoutFacts, LevelStyle
from deckloom.values.geometry import EMU_PER_POINT, Box, Insets, Size, inches, points
from deckloom.values.plan import Colour, Connector, DrawingItem, DrawnText, Glue
from deckloom.values.text import Para, RichText, plain

SIZES = ((20, 18), (18, 16), (16, 14), (14, 14))
LABEL_SIZE = 14
NAME = "Drawing"
PAGE_H = 6_858_000

PADDING, GAP, ROW_GAP, LANE = 0.1875, 0.5, 0.75, 0.3125
"""Inside a box; between boxes in a row, and between rows; from the boxes to an arrow that goes past them."""
LABEL_ROOM, LABEL_H, LABEL_OFF, JOINT = 0.375, 0.25, 0.03125, 0.125
BESIDE = 0.125
"""From the title to the drawing, and from the drawing to what stands beneath."""
MOST_GAP, LEAST_W, MOST_W = 2.25, 1.25, 3.8611
LEAST_H = {1: 1.5, 2: 1.125}
DOWN = 0.35
"""The share of the height left over that stays above a drawing: it looks centred when it stands a little higher."""
IN_ONE_ROW, TWO_ROWS_FROM, COLUMNS_MOST = 5, 4, 5

FILL, QUIET = Colour("bg2"), Colour("tx2")


class Grid(NamedTuple):
    """Where each box stands, in columns and rows from 0; half a row is the middle between two."""

    cells: tuple[tuple[int, float], ...]
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class _Job:
    """A drawing in the making: what is known before anything is placed."""

    part: FlowPart
    area: Box
    scale: float
    family: str
    prepared: tuple[tuple[Prepared, ...], ...]
    labels: tuple[Measured | None, ...]
    facts: Facts

    def long(self, value: float) -> int:
        """Inches of a page 7.5 high, in EMU of this one."""
        return round(inches(value) * self.scale)

    @property
    def label_w(self) -> int:
        """How wide the widest label is."""
        return max((_width(one) for one in self.labels if one), default=0)


def draw(part: FlowPart, layout: LayoutFacts, context: Context, facts: Facts) -> DrawingItem | Diagnostic:
    """The drawing between the layout's title and its source line, or what keeps it from fitting."""
    job = _job(part, layout, facts)
    accent = context.section.accent if context.section else 1
    colour = text_accent(facts.template.colors, accent, "bg2", SIZES[-1][0], True)
    fault: Diagnostic | None = None
    for sizes, grid in _tries(len(part.boxes), [(one.start, one.end) for one in part.links]):
        found = _attempt(job, grid, tuple(round(size * job.scale) for size in sizes), colour)
        if isinstance(found, DrawingItem):
            return found
        fault = found
    assert fault is not None
    return fault


def _job(part: FlowPart, layout: LayoutFacts, facts: Facts) -> _Job:
    scale = facts.template.page.h / PAGE_H
    family = facts.template.minor
    title = layout.slots["title"].box
    foot = layout.slots.get("source") or layout.slots.get("date") or layout.slots.get("page-number")
    margin = round(inches(BESIDE) * scale)
    bottom = foot.box.y if foot else facts.template.page.h - title.y
    area = Box(title.x, title.bottom + margin, title.w, bottom - title.bottom - 2 * margin)
    levels = box_levels(*SIZES[0])
    prepared = tuple(prepare_all(_paras(one.lead, one.detail), levels, family, facts.fonts) for one in part.boxes)
    labels = tuple(_measured_label(one, scale, family, facts) for one in part.links)
    return _Job(part, area, scale, family, prepared, labels, facts)


def box_levels(lead: int, detail: int) -> tuple[LevelStyle, ...]:
    """How the words of a box look: the lead bold, the detail beneath it."""
    return (
        LevelStyle(lead, True, False, 95, 0, 0, 0, 0, None, "tx1"),
        LevelStyle(detail, False, False, 102, 4, 0, 0, 0, None, "tx2"),
    )


def _label_levels(scale: float) -> tuple[LevelStyle, ...]:
    return (LevelStyle(round(LABEL_SIZE * scale), False, False, 100, 0, 0, 0, 0, None, "tx2"),)


def _paras(lead: RichText, detail: RichText | None) -> tuple[Para, ...]:
    return (Para(lead), Para(detail, 1)) if detail else (Para(lead),)


def _measured_label(link: FlowLink, scale: float, family: str, facts: Facts) -> Measured | None:
    """The label on a line as wide as the page: how full that is says how wide the label is."""
    if not link.label:
        return None
    levels = _label_levels(scale)
    prepared = prepare_all((Para(link.label),), levels, family, facts.fonts)
    return measure_prepared(prepared, levels, None, Size(PAGE_H, PAGE_H), Insets())


def _width(label: Measured) -> int:
    return PAGE_H if label.line_count > 1 else round(label.last_shares[0] * PAGE_H * 1.03)


def _tries(count: int, links: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], Grid]]:
    """Sizes with arrangements, best first: letters well to read in any arrangement before small ones."""
    grids = list(arrangements(count, links))
    for pair in (SIZES[:2], SIZES[2:]):
        for grid in grids:
            for sizes in pair:
                yield sizes, grid


def arrangements(count: int, links: Sequence[tuple[int, int]]) -> Iterator[Grid]:
    """The arrangements that may be tried: by distance from the start where arrows branch, one row, two rows."""
    if list(links) != [(at, at + 1) for at in range(count - 1)]:
        yield from _layers(count, links)
    if count <= IN_ONE_ROW:
        yield Grid(tuple((at, 0.0) for at in range(count)), count, 1)
    if count >= TWO_ROWS_FROM:
        columns = -(-count // 2)
        yield Grid(tuple((at % columns, float(at // columns)) for at in range(count)), columns, 2)


def _layers(count: int, links: Sequence[tuple[int, int]]) -> Iterator[Grid]:
    """A column for each distance from the start, counted along arrows that lead on in the list."""
    ranks = [0] * count
    for end in range(count):
        ranks[end] = max((ranks[start] + 1 for start, to in links if to == end and start < end), default=0)
    sizes = [ranks.count(rank) for rank in range(max(ranks) + 1)]
    if len(sizes) > COLUMNS_MOST or max(sizes) > 2 or len(sizes) < 2:
        return
    rows = max(sizes)
    cells = []
    for at, rank in enumerate(ranks):
        alone = sizes[rank] == 1
        cells.append((rank, (rows - 1) / 2 if alone else float(ranks[:at].count(rank))))
    yield Grid(tuple(cells), len(sizes), rows)


def _attempt(job: _Job, grid: Grid, sizes: tuple[int, ...], accent: Colour) -> DrawingItem | Diagnostic:
    """The drawing in this arrangement with letters of these sizes, or why it cannot be."""
    gaps, width = _columns(job, grid)
    if width < job.long(LEAST_W):
        label = next((one for one in job.part.links if one.label), None)
        path, what = (label.path, "the labels leave") if label else (job.part.path, "so many boxes leave")
        return error("text-too-long", f"{what} no room for the boxes", path, "shorten the labels, or use fewer boxes")
    inner, levels = width - 2 * job.long(PADDING), box_levels(*sizes)
    measured = [measure_prepared(one, levels, sizes, Size(inner, PAGE_H), Insets()) for one in job.prepared]
    for box, one in zip(job.part.boxes, measured, strict=True):
        if one.overlong:
            message = f"the word `{one.overlong[0]}` is wider than its box at {sizes[0]} pt"
            hint = "use a shorter word, or put a soft hyphen (U+00AD) where it may break"
            return error("word-too-wide", message, box.path, hint)
    tallest = max(range(len(measured)), key=lambda at: measured[at].height_pt)
    height = max(
        round(measured[tallest].height_pt * EMU_PER_POINT) + 2 * job.long(PADDING), job.long(LEAST_H[grid.rows])
    )
    row_gap, lane = job.long(ROW_GAP), job.long(LANE)
    boxes = [
        Box(_across(job, gaps, width, column), job.area.y + round(row * (height + row_gap)), width, height)
        for column, row in grid.cells
    ]
    links = [(one.start, one.end) for one in job.part.links]
    ways = routes(boxes, links, lane)
    if None in ways:
        return _tangled(job, ways.index(None))
    low, high = _extent(boxes, [one for one in ways if one])
    over = high - low - job.area.h
    if over > 0:
        message = f"the drawing is {points(over):.0f} pt too high at {sizes[0]} pt"
        return error("text-too-long", message, job.part.boxes[tallest].path, "shorten this text, or use fewer boxes")
    down = job.area.y - low - round(over * DOWN)
    boxes = [box._replace(y=box.y + down) for box in boxes]
    return _drawing(job, boxes, [one for one in routes(boxes, links, lane) if one], measured, sizes, accent)


def _columns(job: _Job, grid: Grid) -> tuple[list[int], int]:
    """The gap after each column but the last, wide enough for the labels over it, and the width of a box."""
    gaps = [job.long(GAP)] * (grid.columns - 1)
    for link, label in zip(job.part.links, job.labels, strict=True):
        (start, row), (end, other) = grid.cells[link.start], grid.cells[link.end]
        if label and end == start + 1:  # over an elbow there is half of the gap
            wanted = _width(label) * (1 if row == other else 2) + job.long(LABEL_ROOM)
            gaps[start] = min(max(gaps[start], wanted), job.long(MOST_GAP))
    return gaps, min((job.area.w - sum(gaps)) // grid.columns, job.long(MOST_W))


def _across(job: _Job, gaps: Sequence[int], width: int, column: int) -> int:
    return job.area.x + column * width + sum(gaps[:column])


def _tangled(job: _Job, at: int) -> Diagnostic:
    link = job.part.links[at]
    start, end = (plain(job.part.boxes[one].lead) for one in (link.start, link.end))
    message = f"the arrow from `{start}` to `{end}` would run through a box or along another arrow"
    return error("bad-value", message, link.path, "put items that are linked next to each other, or use fewer links")


def _extent(boxes: Sequence[Box], ways: Sequence[Way]) -> tuple[int, int]:
    """The highest and the lowest point of boxes and arrows."""
    levels = [y for way in ways for _, y in way.points]
    return min([*levels, *(box.y for box in boxes)]), max([*levels, *(box.bottom for box in boxes)])


def _drawing(
    job: _Job,
    boxes: Sequence[Box],
    ways: Sequence[Way],
    measured: Sequence[Measured],
    sizes: tuple[int, ...],
    accent: Colour,
) -> DrawingItem | Diagnostic:
    """Everything as items; the group is as large as all of it."""
    part, pad = job.part, job.long(PADDING)
    anchor: Literal["t", "ctr"] = "t" if any(one.detail for one in part.boxes) else "ctr"
    shapes = []
    for number, (words, box, found) in enumerate(zip(part.boxes, boxes, measured, strict=True), 1):
        paras = _paras(words.lead, words.detail)
        shape = DrawnText(
            f"Box {number}", box, paras, words.path, box_levels(*sizes), Insets(pad, pad, pad, pad), FILL, accent
        )
        shapes.append(replace(shape, anchor=anchor, lines=found.line_count))
    connectors: list[Connector] = []
    labels: list[DrawnText] = []
    for link, way, label in zip(part.links, ways, job.labels, strict=True):
        width = (_width(label) if label else 0) + (job.long(JOINT) if way.passes else 0)
        place = label_box(way, width, job.long(LABEL_H), job.long(LABEL_OFF))
        if place is None:
            text = plain(link.label or ())
            return error("text-too-long", f"the label `{text}` is longer than its arrow", link.path, "shorten it")
        start, end = Glue(link.start, way.sides[0]), Glue(link.end, way.sides[1])
        name = f"Arrow {len(connectors) + 1}"
        if way.passes:
            joint = len(shapes) + len(labels)
            (first, second), (near, far) = way.halves(place), way.joint_sides()
            connectors.append(first.between(name, start, Glue(joint, near), arrow=False))
            connectors.append(second.between(f"Arrow {len(connectors) + 1}", Glue(joint, far), end))
        else:
            connectors.append(way.line().between(name, start, end))
        if link.label or way.passes:
            labels.append(_label(link, way, place, len(labels) + 1, job.scale, accent))
    low, high = _extent(boxes, ways)
    right = max(box.right for box in boxes)
    whole = Box(job.area.x, low, right - job.area.x, high - low)
    return DrawingItem(NAME, whole, tuple(shapes), tuple(connectors), tuple(labels), part.alt, part.path)


def _label(link: FlowLink, way: Way, place: Box, number: int, scale: float, accent: Colour) -> DrawnText:
    """The words at an arrow; none where only its two halves meet."""
    said = (Para(link.label),) if link.label else ()
    name = f"{'Label' if said else 'Joint'} {number}"
    text = DrawnText(name, place, said, link.path, _label_levels(scale), Insets(), None, accent, centred=True, lines=1)
    return replace(text, anchor="ctr" if way.passes else "b")


def label_box(way: Way, width: int, height: int, off: int) -> Box | None:
    """Where the label stands: in the line of a way past the boxes, else over the last level stretch that is long
    enough, else beside an upright one."""
    if way.passes:
        x, y = way.middle
        return Box(x - width // 2, y - height // 2, width, height)
    for (ax, ay), (bx, by) in reversed(way.segments):
        if ay == by and abs(bx - ax) >= width:
            return Box((ax + bx - width) // 2, ay - height - off, width, height)
    for (ax, ay), (_, by) in way.segments:
        if abs(by - ay) >= height:
            return Box(ax + 2 * off, (ay + by - height) // 2, width, height)
    return None

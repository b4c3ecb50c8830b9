"""The ways that arrows take between boxes: straight where they can, round an elbow, or past the boxes' edges."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from deckloom.values.geometry import Box
from deckloom.values.plan import Connector, Glue

TOP, LEFT, BOTTOM, RIGHT = range(4)

Point: TypeAlias = tuple[int, int]
Segment: TypeAlias = tuple[Point, Point]


class Line(NamedTuple):
    """A connector without its ends: its shape and frame, see ``Connector``."""

    box: Box
    turn: int = 0
    flip_h: bool = False
    flip_v: bool = False
    shape: Literal["straight", "corner", "elbow"] = "straight"

    def between(self, name: str, start: Glue, end: Glue, arrow: bool = True) -> Connector:
        """The connector, fastened."""
        return Connector(name, start, end, self.box, self.turn, self.flip_h, self.flip_v, self.shape, arrow)


class Way(NamedTuple):
    """One way from box to box: the sides it leaves and reaches, and its corners from end to end."""

    sides: tuple[int, int]
    points: tuple[Point, ...]

    @property
    def passes(self) -> bool:
        """Whether the way leads past the edges of the boxes, where no single connector can go."""
        return self.sides[0] == self.sides[1]

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The straight parts in order."""
        return tuple(zip(self.points, self.points[1:], strict=False))

    @property
    def middle(self) -> Point:
        """The middle of a way past the boxes."""
        (ax, level), (bx, _) = self.points[1:3]
        return (ax + bx) // 2, level

    def line(self) -> Line:
        """The way as one line."""
        first, last = self.points[0], self.points[-1]
        shape: Literal["straight", "elbow"] = "straight" if len(self.points) == 2 else "elbow"
        if shape == "elbow" and self.points[1][0] == first[0]:
            return _upright(first, last, "elbow")
        return _level(first, last, shape)

    def halves(self, joint: Box) -> tuple[Line, Line]:
        """The two lines of a way past the boxes, to and from the joint in its middle; each turns one corner."""
        to_right = self.points[3][0] > self.points[0][0]
        near, far = (joint.x, joint.right) if to_right else (joint.right, joint.x)
        level = self.middle[1]
        first = _upright(self.points[0], (near, level), "corner")
        return first, _level((far, level), self.points[3], "corner")

    def joint_sides(self) -> tuple[int, int]:
        """The sides of the joint that the halves reach and leave."""
        return (LEFT, RIGHT) if self.points[3][0] > self.points[0][0] else (RIGHT, LEFT)


def routes(boxes: Sequence[Box], links: Sequence[tuple[int, int]], lane: int) -> list[Way | None]:
    """A way for each link, none through a box or along another's line; None where there is no such way.

    ``lane`` is how far from the boxes the first way past their edges runs; each further one runs as far again.
    """
    taken: list[tuple[tuple[int, int], Way]] = []
    found: list[Way | None] = []
    for link in links:
        start, end = link
        others = [box for at, box in enumerate(boxes) if at not in link]
        way = next(
            (
                way
                for way in _ways(boxes[start], boxes[end], boxes, lane)
                if not any(_crosses(segment, box) for segment in way.segments for box in others)
                and not any(_runs_along(way, other, link, joined) for joined, other in taken)
            ),
            None,
        )
        if way:
            taken.append((link, way))
        found.append(way)
    return found


def _ways(start: Box, end: Box, boxes: Sequence[Box], lane: int) -> Iterator[Way]:
    """All ways that may be taken, best first."""
    if start.right <= end.x:
        yield _across(start, end)
    elif end.right <= start.x and _centre(start)[1] == _centre(end)[1]:
        yield _straight(start, end, (LEFT, RIGHT))
    if start.bottom <= end.y or end.bottom <= start.y:
        yield _down_or_up(start, end)
    low, high = max(box.bottom for box in boxes), min(box.y for box in boxes)
    for number in range(1, 4):
        yield _past(start, end, BOTTOM, low + lane * number)
        yield _past(start, end, TOP, high - lane * number)


def _side(box: Box, side: int) -> Point:
    """The middle of one side."""
    x, y = _centre(box)
    return ((x, box.y), (box.x, y), (x, box.bottom), (box.right, y))[side]


def _centre(box: Box) -> Point:
    return box.x + box.w // 2, box.y + box.h // 2


def _frame(one: Point, other: Point) -> Box:
    x, y = min(one[0], other[0]), min(one[1], other[1])
    return Box(x, y, abs(one[0] - other[0]), abs(one[1] - other[1]))


def _level(a: Point, b: Point, shape: Literal["straight", "corner", "elbow"]) -> Line:
    """A line that leaves its start to the left or right, or is straight."""
    return Line(_frame(a, b), flip_h=b[0] < a[0], flip_v=b[1] < a[1], shape=shape)


def _upright(a: Point, b: Point, shape: Literal["corner", "elbow"]) -> Line:
    """A line that leaves its start upwards or downwards: the frame of one that goes right, turned by a quarter."""
    tall, wide = abs(b[1] - a[1]), abs(b[0] - a[0])
    x, y = (a[0] + b[0]) // 2, (a[1] + b[1]) // 2
    box = Box(x - tall // 2, y - wide // 2, tall, wide)
    to_right, down = b[0] > a[0], b[1] > a[1]
    return Line(box, turn=3 if to_right else 1, flip_h=to_right == down, shape=shape)


def _straight(start: Box, end: Box, sides: tuple[int, int]) -> Way:
    return Way(sides, (_side(start, sides[0]), _side(end, sides[1])))


def _across(start: Box, end: Box) -> Way:
    """To the right, with an elbow in the middle where the boxes are not level."""
    a, b = _side(start, RIGHT), _side(end, LEFT)
    if a[1] == b[1]:
        return _straight(start, end, (RIGHT, LEFT))
    middle = a[0] + (b[0] - a[0]) // 2
    return Way((RIGHT, LEFT), (a, (middle, a[1]), (middle, b[1]), b))


def _down_or_up(start: Box, end: Box) -> Way:
    """From row to row, with an elbow between them where the boxes do not stand in one column."""
    sides = (BOTTOM, TOP) if start.bottom <= end.y else (TOP, BOTTOM)
    a, b = _side(start, sides[0]), _side(end, sides[1])
    if a[0] == b[0]:
        return _straight(start, end, sides)
    middle = a[1] + (b[1] - a[1]) // 2
    return Way(sides, (a, (a[0], middle), (b[0], middle), b))


def _past(start: Box, end: Box, side: int, level: int) -> Way:
    """Out at one side of all boxes and back in at the same."""
    a, b = _side(start, side), _side(end, side)
    return Way((side, side), (a, (a[0], level), (b[0], level), b))


def _crosses(segment: Segment, box: Box) -> bool:
    """Whether the line runs through the box or along its edge."""
    (ax, ay), (bx, by) = segment
    apart = max(ax, bx) < box.x or min(ax, bx) > box.right or max(ay, by) < box.y or min(ay, by) > box.bottom
    return not apart


def _runs_along(way: Way, other: Way, link: tuple[int, int], joined: tuple[int, int]) -> bool:
    """Whether the two share a stretch of line though they neither start nor end together."""
    if (link[0] == joined[0] and way.sides[0] == other.sides[0]) or (
        link[1] == joined[1] and way.sides[1] == other.sides[1]
    ):
        return False
    return any(_overlap(one, two) for one in way.segments for two in other.segments)


def _overlap(one: Segment, two: Segment) -> bool:
    """Whether two lines lie on one another for more than a point."""
    for axis in (0, 1):
        levels = {point[1 - axis] for point in (*one, *two)}
        if len(levels) == 1:
            low = max(min(one[0][axis], one[1][axis]), min(two[0][axis], two[1][axis]))
            high = min(max(one[0][axis], one[1][axis]), max(two[0][axis], two[1][axis]))
            return low < high
    return False

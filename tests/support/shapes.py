"""What a slide of a built deck holds, as python-pptx reads it: boxes and words, everything inherited resolved."""

from collections.abc import Iterator
from itertools import pairwise
from math import cos, radians, sin
from typing import NamedTuple

from pptx.oxml.ns import qn
from pptx.slide import Slide

from tests.support.glyphs import Rect

EMU_PER_POINT = 12_700
INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}


class Shape(NamedTuple):
    """A shape of a slide.

    ``sort`` is the placeholder's type ("title", "body", "obj", "pic" ...), or what else it is: "picture", "frame" (a
    chart or table), "group", "drawn" (a shape that is no placeholder). ``box`` is where it stands and ``inner`` where
    its text may stand, in points. ``filled`` says whether it hides what lies beneath it.
    """

    name: str
    sort: str
    box: Rect
    inner: Rect
    paras: tuple[str, ...]
    filled: bool
    placeholder: bool
    element: object

    @property
    def pictorial(self) -> bool:
        """Whether it is a picture, a chart or a table."""
        return self.sort in {"pic", "picture", "frame", "chart", "tbl"}


def read_shapes(slide: Slide) -> list[Shape]:
    """The shapes in the order of the file, groups followed by their members; a table as its frame and its cells."""
    return list(_shapes(slide.shapes, lambda box: box))


def ancestors(shape) -> Iterator:
    """A shape, then the placeholder of the layout it inherits from, then the master's."""
    while shape is not None:
        yield shape
        shape = getattr(shape, "_base_placeholder", None)


def _shapes(shapes, place) -> Iterator[Shape]:
    for shape in shapes:
        box = place(_turned(shape, Rect(shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)))
        if shape.shape_type == 6:  # a group
            yield Shape(shape.name, "group", _points(box), _points(box), (), False, False, shape._element)
            yield from _shapes(shape.shapes, _inside(shape, place))
        elif getattr(shape, "has_table", False) and shape.has_table:
            yield Shape(
                shape.name, "frame", _points(box), _points(box), (), False, shape.is_placeholder, shape._element
            )
            yield from _cells(shape, box)
        else:
            yield _shape(shape, box)


def _turned(shape, box: Rect) -> Rect:
    """The box around a shape that is turned: bent arrows are, by a quarter."""
    frame = shape._element.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
    angle = radians(int(frame.get("rot", 0)) / 60_000) if frame is not None else 0
    across = (box.width * abs(cos(angle)) + box.height * abs(sin(angle))) / 2
    down = (box.width * abs(sin(angle)) + box.height * abs(cos(angle))) / 2
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return Rect(x - across, y - down, x + across, y + down)


def _shape(shape, box: Rect) -> Shape:
    text = shape.text_frame if shape.has_text_frame else None
    paras = tuple(para.text for para in text.paragraphs if para.text.strip()) if text else ()
    inner = _less(box, _insets(shape)) if text else box
    return Shape(
        shape.name,
        _sort(shape),
        _points(box),
        _points(inner),
        paras,
        any(_fill(one) for one in ancestors(shape)),
        shape.is_placeholder,
        shape._element,
    )


def _cells(shape, box: Rect) -> Iterator[Shape]:
    """Each cell: as wide as its columns, and anywhere within the frame's height, since rows grow with their text."""
    columns = [column.width for column in shape.table.columns]
    edges = [box.left + sum(columns[:at]) for at in range(len(columns) + 1)]
    for row, cells in enumerate(shape.table.rows, 1):
        for column, (cell, (left, right)) in enumerate(zip(cells.cells, pairwise(edges), strict=True), 1):
            paras = tuple(para.text for para in cell.text_frame.paragraphs if para.text.strip())
            if paras:
                area = _points(Rect(left, box.top, right, box.bottom))
                yield Shape(
                    f"{shape.name}, row {row} column {column}", "cell", area, area, paras, True, False, cell._tc
                )


def _sort(shape) -> str:
    if shape.is_placeholder:
        place = shape._element.find(".//" + qn("p:ph"))
        return place.get("type", "obj") if shape._element.tag != qn("p:graphicFrame") else "frame"
    return {qn("p:pic"): "picture", qn("p:graphicFrame"): "frame"}.get(shape._element.tag, "drawn")


def _fill(shape) -> bool:
    properties = shape._element.find(qn("p:spPr"))
    return properties is not None and properties.find(qn("a:solidFill")) is not None


def _insets(shape) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in ancestors(shape):
        body = one._element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
        for side in INSETS:
            if body is not None and body.get(side) is not None:
                found.setdefault(side, int(body.get(side)))
    return {**INSETS, **found}


def _less(box: Rect, insets: dict[str, int]) -> Rect:
    return Rect(
        box.left + insets["lIns"], box.top + insets["tIns"], box.right - insets["rIns"], box.bottom - insets["bIns"]
    )


def _inside(group, place):
    """From the space of a group's members to the slide's."""
    frame = group._element.grpSpPr.find(qn("a:xfrm"))
    offset, extent, inner_offset, inner_extent = (
        frame.find(qn(f"a:{tag}")) for tag in ("off", "ext", "chOff", "chExt")
    )
    across = int(extent.get("cx")) / (int(inner_extent.get("cx")) or 1)
    down = int(extent.get("cy")) / (int(inner_extent.get("cy")) or 1)
    x, y = int(offset.get("x")), int(offset.get("y"))
    dx, dy = int(inner_offset.get("x")), int(inner_offset.get("y"))

    def placed(box: Rect) -> Rect:
        return place(
            Rect(
                x + (box.left - dx) * across,
                y + (box.top - dy) * down,
                x + (box.right - dx) * across,
                y + (box.bottom - dy) * down,
            )
        )

    return placed


def _points(box: Rect) -> Rect:
    return Rect(*(side / EMU_PER_POINT for side in box))

"""A drawing surface in points as placed on the slide, written as SVG; it remembers where text lies."""

import math
from dataclasses import dataclass, field

from scripts.figures.fonts import NO_BREAK, balance, face
from scripts.figures.style import BODY, INK, LABEL, STROKE, WHITE

Point = tuple[float, float]
LEADING = 1.2


@dataclass(frozen=True)
class Words:
    """One drawn line of text and the box its letters may touch."""

    text: str
    size: float
    left: float
    top: float
    right: float
    bottom: float


def num(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def paint(fill: str | None, stroke: str | None, weight: float, dash: str | None) -> str:
    parts = [f'fill="{fill or "none"}"']
    if stroke:
        parts.append(f'stroke="{stroke}" stroke-width="{num(weight)}"')
    if dash:
        parts.append(f'stroke-dasharray="{dash}"')
    return " ".join(parts)


@dataclass
class Canvas:
    """Coordinates are points (1/72 in) from the top left; y of text is the top of its capitals."""

    width: float
    height: float
    ground: str = WHITE
    parts: list[str] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)

    def svg(self, pixels: tuple[int, int]) -> str:
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{pixels[0]}" height="{pixels[1]}" '
            f'viewBox="0 0 {num(self.width)} {num(self.height)}" preserveAspectRatio="none">'
        )
        ground = f'<rect width="{num(self.width)}" height="{num(self.height)}" fill="{self.ground}"/>'
        return "\n".join([head, ground, *self.parts, "</svg>"])

    def raw(self, element: str) -> None:
        self.parts.append(element)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str | None = None,
        stroke: str | None = None,
        weight: float = STROKE,
        dash: str | None = None,
    ) -> None:
        inset = weight / 2 if stroke else 0.0
        at = f'x="{num(x + inset)}" y="{num(y + inset)}"'
        size = f'width="{num(w - 2 * inset)}" height="{num(h - 2 * inset)}"'
        self.raw(f"<rect {at} {size} {paint(fill, stroke, weight, dash)}/>")

    def circle(
        self,
        x: float,
        y: float,
        r: float,
        fill: str | None = None,
        stroke: str | None = None,
        weight: float = STROKE,
        dash: str | None = None,
    ) -> None:
        self.raw(f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" {paint(fill, stroke, weight, dash)}/>')

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        stroke: str = INK,
        weight: float = STROKE,
        dash: str | None = None,
    ) -> None:
        self.path(f"M{num(x1)} {num(y1)}L{num(x2)} {num(y2)}", None, stroke, weight, dash)

    def path(
        self,
        d: str,
        fill: str | None = None,
        stroke: str | None = None,
        weight: float = STROKE,
        dash: str | None = None,
    ) -> None:
        self.raw(f'<path d="{d}" stroke-linejoin="round" {paint(fill, stroke, weight, dash)}/>')

    def polyline(self, points: list[Point], stroke: str, weight: float = STROKE, dash: str | None = None) -> None:
        self.path(polygon_path(points), None, stroke, weight, dash)

    def polygon(self, points: list[Point], fill: str) -> None:
        self.path(polygon_path(points) + "Z", fill)

    def arrow(
        self,
        start: Point,
        end: Point,
        stroke: str = INK,
        weight: float = STROKE,
        dash: str | None = None,
    ) -> None:
        """A straight line with a solid head whose size follows the line's weight."""
        angle = math.atan2(end[1] - start[1], end[0] - start[0])
        reach = 5.5 + 2.2 * weight
        base = (end[0] - reach * math.cos(angle), end[1] - reach * math.sin(angle))
        self.line(*start, *base, stroke, weight, dash)
        self.polygon([end, *wings(end, angle, reach, 0.42)], stroke)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = LABEL,
        bold: bool = False,
        colour: str = INK,
        anchor: str = "start",
    ) -> float:
        """One line; returns its width. Large type moves left so that its ink stands under small type's."""
        used = face(bold)
        width = used.width(text, size)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        if anchor == "start" and size > BODY:
            left -= used.side_bearing(text, size - BODY)
        baseline = y + used.cap_height() * size
        self.outline(text, size, bold, colour, left, baseline)
        self.words.append(Words(text, size, left, y, left + width, baseline + 0.2 * size))
        return width

    def outline(self, text: str, size: float, bold: bool, colour: str, left: float, baseline: float) -> None:
        used = face(bold)
        scale = size / used.em
        glyphs = zip(used.glyphs(text), used.advances(text), strict=False)
        inner = "".join(
            f'<path transform="translate({num(x * used.em)} 0)" d="{used.outline(name)}"/>'
            for name, x in glyphs
            if used.outline(name)
        )
        place = f"translate({num(left)} {num(baseline)}) scale({scale:.6f} -{scale:.6f})"
        self.raw(f'<g fill="{colour}" transform="{place}">{inner}</g>')

    def block(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        size: float = LABEL,
        bold: bool = False,
        colour: str = INK,
        anchor: str = "start",
        leading: float = LEADING,
    ) -> float:
        """Balanced lines in a measure; returns the baseline of the last one."""
        lines = balance(text, size, bold, width)
        for i, line in enumerate(lines):
            self.text(x, y + i * size * leading, line, size, bold, colour, anchor)
        return y + block_height(len(lines), size, bold, leading)


def polygon_path(points: list[Point]) -> str:
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points)


def wings(tip: Point, angle: float, reach: float, spread: float) -> list[Point]:
    back = (tip[0] - reach * math.cos(angle), tip[1] - reach * math.sin(angle))
    side = (-math.sin(angle) * reach * spread, math.cos(angle) * reach * spread)
    return [(back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1])]


def block_height(lines: int, size: float, bold: bool = False, leading: float = LEADING) -> float:
    """From the top of the first line's capitals to the last baseline."""
    return face(bold).cap_height() * size + (lines - 1) * size * leading


def measure(text: str, size: float, bold: bool, width: float, leading: float = LEADING) -> float:
    return block_height(len(balance(text, size, bold, width)), size, bold, leading)


def joined(*words: str) -> str:
    """Words that must stay on one line."""
    return NO_BREAK.join(words)

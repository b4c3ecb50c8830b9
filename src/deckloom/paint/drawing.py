"""A drawing as a group of native shapes: boxes, the connectors glued to them, and labels. No style is named: a style
would bring the theme's shadows."""

from collections.abc import Callable, Iterator

from deckloom.paint.text import Ink, paragraphs, solid_fill
from deckloom.paint.xml import attribute
from deckloom.values.facts import LevelStyle
from deckloom.values.geometry import Box
from deckloom.values.plan import Colour, Connector, DrawingItem, DrawnText

QUARTER = 5_400_000
_LINE_WIDTH, _LINE = 19_050, Colour("tx2")
_ARROW = '<a:tailEnd type="triangle" w="med" len="med"/>'
_SHAPES = {"straight": "straightConnector1", "corner": "bentConnector2", "elbow": "bentConnector3"}
_EDGE_WIDTH, _EDGE = 9_525, Colour("tx2", alpha=50)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def drawing(item: DrawingItem, ids: Iterator[int], ink: Callable[[DrawnText], Ink]) -> str:
    """The group with all that is in it; ``ink`` tells how the words of a shape are written."""
    first = next(ids)
    texts = (*item.shapes, *item.labels)
    numbers = [next(ids) for _ in texts]
    shapes = "".join(_shape(text, number, ink(text)) for text, number in zip(texts, numbers, strict=True))
    connectors = "".join(_connector(line, next(ids), numbers) for line in item.connectors)
    x, y, w, h = item.box
    inner = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/>'
    return (
        f"<p:grpSp><p:nvGrpSpPr>{about(first, item.name, item.alt, not item.alt)}<p:cNvGrpSpPr/><p:nvPr/>"
        f"</p:nvGrpSpPr><p:grpSpPr>{transform(item.box, inner)}</p:grpSpPr>{shapes}{connectors}</p:grpSp>"
    )


def _shape(text: DrawnText, number: int, ink: Ink) -> str:
    left, top, right, bottom = text.insets
    kind, fill = ("", solid_fill(text.fill)) if text.fill else (' txBox="1"', "<a:noFill/>")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(text.name)}"/><p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{transform(text.box)}{RECTANGLE}{fill}{_outline(text)}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" rtlCol="0"'
        f' anchor="{text.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle>{_levels(text)}</a:lstStyle>'
        f"{paragraphs(text.paras, ink)}</p:txBody></p:sp>"
    )


def _outline(text: DrawnText) -> str:
    """A thin line around what is filled: a pale panel alone is lost on a projector."""
    line = f'<a:ln w="{_EDGE_WIDTH}">{solid_fill(_EDGE)}</a:ln>'
    return line if text.fill else "<a:ln><a:noFill/></a:ln>"


def _levels(text: DrawnText) -> str:
    align = "ctr" if text.centred else "l"
    return "".join(_level(level, style, align) for level, style in enumerate(text.levels, 1))


def _level(level: int, style: LevelStyle, align: str) -> str:
    """All of a level's look: a shape that is no placeholder inherits the presentation's plain text."""
    return (
        f'<a:lvl{level}pPr marL="0" indent="0" algn="{align}">'
        f'<a:lnSpc><a:spcPct val="{style.line_pct * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(style.before * 100)}"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{style.size * 100}" b="{int(style.bold)}">{solid_fill(Colour(style.color))}'
        f'<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{level}pPr>'
    )


def _connector(line: Connector, number: int, shapes: list[int]) -> str:
    turned = (f' rot="{line.turn * QUARTER}"' if line.turn else "") + (' flipH="1"' if line.flip_h else "")
    turned += ' flipV="1"' if line.flip_v else ""
    x, y, w, h = line.box
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="{attribute(line.name)}"/><p:cNvCxnSpPr>'
        f'<a:stCxn id="{shapes[line.start.shape]}" idx="{line.start.side}"/>'
        f'<a:endCxn id="{shapes[line.end.shape]}" idx="{line.end.side}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>'
        f'<p:spPr><a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        f'<a:prstGeom prst="{_SHAPES[line.shape]}"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{_LINE_WIDTH}">{solid_fill(_LINE)}<a:round/>{_ARROW if line.arrow else ""}</a:ln>'
        "</p:spPr></p:cxnSp>"
    )


def transform(box: Box, inner: str = "") -> str:
    """``a:xfrm`` of the box; a group's has the space of its children inside."""
    return f'<a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/>{inner}</a:xfrm>'


def about(shape_id: int, name: str, alt: str, decorative: bool) -> str:
    """``p:cNvPr`` of something drawn: an alt text, or the mark that says it needs none."""
    start = f'<p:cNvPr id="{shape_id}" name="{attribute(name)}" descr="{attribute(alt)}"'
    return f"{start}>{_DECORATIVE}</p:cNvPr>" if decorative else f"{start}/>"

"""Placeholders and decoration as shape XML."""

from itertools import count

from deckloom.theme.grid import Area
from deckloom.theme.look import Place, Shape, Shapes
from deckloom.theme.xml import (
    DECORATIVE,
    EMPTY_TEXT,
    GROUP_HEAD,
    NUMBER_FIELD,
    escape,
    insets_xml,
    levels_xml,
    offset,
    paragraphs,
    solid,
)
from deckloom.values.geometry import Insets, inches
from deckloom.values.plan import Colour
from deckloom.values.theme import ThemeSpec

TYPED_DEPTH = 5
"""How many levels of a placeholder for running text are set: as many as programs offer in its prompt."""

FIXED_TEXT = frozenset({"ctrTitle", "title", "subTitle", "dt", "ftr", "sldNum", "pic", "chart", "tbl"})
FURNITURE = frozenset({"dt", "ftr", "sldNum"})


def tree(
    theme: ThemeSpec, places: tuple[Place, ...], shapes: tuple[Shape | Shapes, ...] = (), master: bool = False
) -> str:
    """The shape tree: decoration first, which puts it underneath, then the placeholders in reading order."""
    ids = count(2)
    drawn = "".join(_group(theme, one, ids) if isinstance(one, Shapes) else _shape(theme, one, ids) for one in shapes)
    filled = "".join(placeholder(theme, place, next(ids), master) for place in places)
    return f"<p:spTree>{GROUP_HEAD}{drawn}{filled}</p:spTree>"


def placeholder(theme: ThemeSpec, place: Place, number: int, master: bool = False) -> str:
    """A placeholder; what it inherits from the master is left out."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(place.name)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{_ph(place, master)}</p:nvPr></p:nvSpPr>{_properties(theme, place, master)}"
        f"<p:txBody>{_body(place)}{_list_style(theme, place, master)}{_prompt(place)}</p:txBody></p:sp>"
    )


def _ph(place: Place, master: bool) -> str:
    kind = f' type="{place.type}"' if place.type else ""
    orient = ' orient="vert"' if place.vertical else ""
    size = f' sz="{place.size}"' if place.size != "full" else ""
    idx = f' idx="{place.idx}"' if place.idx else ""
    custom = ' hasCustomPrompt="1"' if place.prompt and place.type not in FURNITURE and not master else ""
    return f"<p:ph{kind}{orient}{size}{idx}{custom}/>"


def _properties(theme: ThemeSpec, place: Place, master: bool) -> str:
    if place.area is None:
        return "<p:spPr/>"
    geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if master or place.fill else ""
    fill = solid(theme, Colour(place.fill)) if place.fill else ""
    return f"<p:spPr><a:xfrm>{offset(place.area.box)}</a:xfrm>{geometry}{fill}</p:spPr>"


def _body(place: Place) -> str:
    if place.area is None:
        return "<a:bodyPr/>"
    fit = "normAutofit" if place.shrinks else "noAutofit"
    vertical = "eaVert" if place.vertical else "horz"
    insets = insets_xml(Insets(*map(inches, place.insets)))
    return (
        f'<a:bodyPr vert="{vertical}" wrap="square" {insets} rtlCol="0" anchor="{place.anchor}"><a:{fit}/></a:bodyPr>'
    )


def _list_style(theme: ThemeSpec, place: Place, master: bool) -> str:
    """The levels set here; in the master, title and body take theirs from the text styles."""
    if place.look is None or (master and place.type in {"title", "body"}):
        return "<a:lstStyle/>"
    single = place.type in FIXED_TEXT or not place.shrinks
    depth = len(place.look.levels) if single else max(TYPED_DEPTH, len(place.look.levels))
    return f"<a:lstStyle>{levels_xml(theme, place.look, depth)}</a:lstStyle>"


def _prompt(place: Place) -> str:
    if place.type == "sldNum":
        return NUMBER_FIELD
    return paragraphs(place.prompt)


def _shape(theme: ThemeSpec, shape: Shape, ids: "count[int]") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{next(ids)}" name="{escape(shape.name)}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>{offset(shape.area.box)}</a:xfrm>'
        f'<a:prstGeom prst="{shape.geometry}"><a:avLst/></a:prstGeom>{solid(theme, shape.fill)}<a:ln><a:noFill/></a:ln>'
        f"</p:spPr>{EMPTY_TEXT}</p:sp>"
    )


def _group(theme: ThemeSpec, group: Shapes, ids: "count[int]") -> str:
    """A group that keeps its members' coordinates: its own box and its inner one are the same."""
    number = next(ids)
    box = _around(group).box
    inner = f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.w}" cy="{box.h}"/>'
    members = "".join(_shape(theme, shape, ids) for shape in group.shapes)
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name="{escape(group.name)}">{DECORATIVE}</p:cNvPr>'
        f'<p:cNvGrpSpPr/><p:nvPr userDrawn="1"/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm>{offset(box)}{inner}</a:xfrm></p:grpSpPr>"
        f"{members}</p:grpSp>"
    )


def _around(group: Shapes) -> Area:
    areas = [shape.area for shape in group.shapes]
    left, top = min(area.x for area in areas), min(area.y for area in areas)
    right, bottom = max(area.x + area.w for area in areas), max(area.y + area.h for area in areas)
    return Area(left, top, right - left, bottom - top)

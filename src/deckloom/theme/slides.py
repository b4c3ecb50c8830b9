"""The slide master and the slide layouts."""

from deckloom.theme import looks
from deckloom.theme.grid import BODY, LEFT, RIGHT, TITLE_TOP, x
from deckloom.theme.layouts.common import (
    KICKER_AREA,
    LEVELS,
    NAME_AREA,
    NUMBER_AREA,
    TITLE_AREA,
    date,
    kicker,
    number,
    title,
)
from deckloom.theme.look import Layout, Level, Look, Place
from deckloom.theme.shapes import tree
from deckloom.theme.xml import DEPTH, NAMESPACES, escape, levels_xml, part, solid
from deckloom.values.plan import Colour
from deckloom.values.theme import ThemeSpec

MASTER_ID = 2_147_483_648
"""The least id of a master; layouts take the numbers that follow."""

GUIDES_PER_INCH = 576
GUIDES = (
    *(("", across) for across in (LEFT, x(4) - 0.125, 6.667, x(8) - 0.125, RIGHT)),
    *((' orient="horz"', down) for down in (TITLE_TOP, 1.875, 6.375, 6.9375)),
)
OTHER = Look((Level(18, line=100),))

MASTER_PLACES = (
    title(TITLE_AREA, looks.TITLE),
    Place("Text", "body", 1, LEVELS, BODY, looks.BODY, shrinks=True),
    date(NAME_AREA, looks.DECK_NAME),
    kicker(KICKER_AREA, looks.KICKER),
    number(NUMBER_AREA, looks.NUMBER),
)


def color_map(theme: ThemeSpec) -> str:
    """The master's colour map."""
    return "<p:clrMap " + " ".join(f'{role}="{color}"' for role, color in theme.color_map.items()) + "/>"


def master(theme: ThemeSpec, layouts: int) -> bytes:
    """The slide master, for that many layouts; their relationships are rId1, rId2 and so on."""
    ids = "".join(f'<p:sldLayoutId id="{MASTER_ID + at}" r:id="rId{at}"/>' for at in range(1, layouts + 1))
    return part(
        f'<p:sldMaster {NAMESPACES} preserve="1">'
        f"<p:cSld>{background(theme, 'bg1')}{tree(theme, MASTER_PLACES, (), True)}</p:cSld>"
        f"{color_map(theme)}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{levels_xml(theme, looks.TITLE, DEPTH, '+mj-lt')}</p:titleStyle>"
        f"<p:bodyStyle>{levels_xml(theme, looks.BODY, DEPTH, '+mn-lt')}</p:bodyStyle>"
        f"<p:otherStyle>{levels_xml(theme, OTHER, DEPTH, '+mn-lt')}</p:otherStyle>"
        f"</p:txStyles>{_guides()}</p:sldMaster>"
    )


def background(theme: ThemeSpec, role: str) -> str:
    """A background of one theme colour."""
    return f"<p:bg><p:bgPr>{solid(theme, Colour(role))}<a:effectLst/></p:bgPr></p:bg>"


def _guides() -> str:
    lines = "".join(
        f'<p15:guide id="{at}"{orient} pos="{round(place * GUIDES_PER_INCH)}" userDrawn="1"><p15:clr>'
        '<a:schemeClr val="accent2"/></p15:clr></p15:guide>'
        for at, (orient, place) in enumerate(GUIDES, 1)
    )
    return (
        '<p:extLst><p:ext uri="{27BBF7A9-308A-43DC-89C8-2F10F3537804}"><p15:sldGuideLst '
        f'xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main">{lines}</p15:sldGuideLst></p:ext></p:extLst>'
    )


def layout(theme: ThemeSpec, one: Layout) -> bytes:
    """A slide layout."""
    token = f' type="{one.type}"' if one.type else ""
    own = "" if one.standard else ' userDrawn="1"'
    ground = background(theme, one.background) if one.background else ""
    return part(
        f'<p:sldLayout {NAMESPACES}{token} preserve="1"{own}><p:cSld name="{escape(one.name)}">{ground}'
        f"{tree(theme, one.places, one.shapes)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )

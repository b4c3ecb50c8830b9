"""Notes master and handout master: portrait pages, dark on white in every theme."""

from deckloom.theme.grid import Area
from deckloom.theme.look import Level, Look, Place
from deckloom.theme.shapes import placeholder
from deckloom.theme.slides import background
from deckloom.theme.xml import DEPTH, GROUP_HEAD, NAMESPACES, levels_xml, offset, part, solid
from deckloom.values.geometry import Size
from deckloom.values.plan import Colour
from deckloom.values.theme import COLOR_ROLES, ThemeSpec

PAGE = Size(6_858_000, 9_144_000)
PICTURE = Area(0.75, 0.9, 6, 3.375)
TEXT = Area(0.75, 4.6, 6, 4.6)
LEFT, RIGHT_W = 0.75, 1.8
WIDE, RIGHT, LINE = 3.6, 4.95, 0.25
TOP, FOOT = 0.4, 9.4

SMALL = Look((Level(10, color="tx2", line=100),))
SMALL_RIGHT = Look((Level(10, color="tx2", line=100),), "r")
NOTES = Look(
    tuple(
        Level(12, line=110, before=6, margin=0.25 * at, hang=0.25 if at else 0, bullet="•" if at else None)
        for at in range(DEPTH)
    )
)

_LIGHT = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", **{one: one for one in COLOR_ROLES[4:]}}
_MAP = "<p:clrMap " + " ".join(f'{role}="{color}"' for role, color in _LIGHT.items()) + "/>"


def _small(name: str, kind: str, idx: int, area: Area, look: Look, prompt: str) -> Place:
    return Place(name, kind, idx, (prompt,), area, look, size="quarter")


def _furniture(first_foot: int) -> tuple[Place, Place, Place, Place]:
    """Header and date at the top, footer and number at the foot."""
    return (
        _small("Header", "hdr", 0, Area(LEFT, TOP, WIDE, LINE), SMALL, "Deck name"),
        _small("Date", "dt", 1, Area(RIGHT, TOP, RIGHT_W, LINE), SMALL_RIGHT, "Date"),
        _small("Footer", "ftr", first_foot, Area(LEFT, FOOT, WIDE, LINE), SMALL, "Footer"),
        _small("Slide Number", "sldNum", first_foot + 1, Area(RIGHT, FOOT, RIGHT_W, LINE), SMALL_RIGHT, ""),
    )


def notes_master(theme: ThemeSpec) -> bytes:
    """The notes page: the slide above, the notes beneath; all six placeholders, which some readers insist on."""
    header, date, footer, number = _furniture(4)
    text = Place("Notes", "body", 3, ("Notes", "Second level", "Third level"), TEXT, NOTES, size="quarter")
    shapes = (
        placeholder(theme, header, 2, True),
        placeholder(theme, date, 3, True),
        _slide_image(theme),
        placeholder(theme, text, 5, True),
        placeholder(theme, footer, 6, True),
        placeholder(theme, number, 7, True),
    )
    style = f"<p:notesStyle>{levels_xml(theme, NOTES, DEPTH, '+mn-lt')}</p:notesStyle>"
    return _page(theme, "notesMaster", "".join(shapes), style)


def handout_master(theme: ThemeSpec) -> bytes:
    """The handout page: header, date, footer and number; programs draw the slides between them."""
    shapes = "".join(placeholder(theme, place, at, True) for at, place in enumerate(_furniture(2), 2))
    return _page(theme, "handoutMaster", shapes, "")


def _page(theme: ThemeSpec, tag: str, shapes: str, style: str) -> bytes:
    return part(
        f"<p:{tag} {NAMESPACES}><p:cSld>{background(theme, 'bg1')}<p:spTree>{GROUP_HEAD}{shapes}</p:spTree></p:cSld>"
        f"{_MAP}{style}</p:{tag}>"
    )


def _slide_image(theme: ThemeSpec) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide Image"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm>{offset(PICTURE.box)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        f'<a:ln w="9525">{solid(theme, Colour("tx2"))}</a:ln></p:spPr></p:sp>'
    )

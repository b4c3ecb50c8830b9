"""Short pieces of DrawingML as text, in schema order. Colours are theme roles, fonts are the theme's."""

from collections.abc import Iterable
from html import escape as _escape

from deckloom.theme.look import Level, Look, Weight
from deckloom.values.colour import text_accent
from deckloom.values.geometry import Box, Insets, inches
from deckloom.values.plan import Colour
from deckloom.values.theme import ThemeSpec

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
LANGUAGE = "en-US"
DEPTH = 9
EMPTY_TEXT = f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody>'
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
GROUP_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def escape(text: str) -> str:
    """The text safe in an element and in a quoted attribute."""
    return _escape(text)


def part(body: str) -> bytes:
    """A part's bytes: the XML declaration and its root element."""
    return (DECLARATION + body).encode()


def scheme(theme: ThemeSpec, role: str) -> str:
    """The theme role that ``role`` stands for; ``cover.*`` are the cover's."""
    return str(getattr(theme.cover, role.removeprefix("cover."))) if role.startswith("cover.") else role


def solid(theme: ThemeSpec, colour: Colour) -> str:
    """A solid fill."""
    changes = (("lumMod", colour.lum_mod), ("lumOff", colour.lum_off), ("alpha", colour.alpha))
    inner = "".join(f'<a:{tag} val="{value * 1000}"/>' for tag, value in changes if value is not None)
    name = scheme(theme, colour.scheme)
    color = f'<a:schemeClr val="{name}">{inner}</a:schemeClr>' if inner else f'<a:schemeClr val="{name}"/>'
    return f"<a:solidFill>{color}</a:solidFill>"


def offset(box: Box) -> str:
    """Position and size inside an ``xfrm``."""
    return f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/>'


def insets_xml(insets: Insets) -> str:
    """The four insets as attributes of ``bodyPr``."""
    return f'lIns="{insets.left}" tIns="{insets.top}" rIns="{insets.right}" bIns="{insets.bottom}"'


def is_bold(theme: ThemeSpec, weight: Weight) -> bool:
    """Whether text of this weight is bold in the theme."""
    return (theme.title_weight if weight == "title" else weight) == "bold"


def level_xml(theme: ThemeSpec, number: int, level: Level, align: str, font: str = "") -> str:
    """One level of a list style; ``number`` counts from 1, ``font`` is a theme font reference such as ``+mn-lt``."""
    margin, hang = inches(level.margin), inches(level.hang)
    spacing = f' spc="{level.spacing}"' if level.spacing else ""
    fonts = _fonts(font) if font else ""
    return (
        f'<a:lvl{number}pPr marL="{margin}" indent="{-hang}" algn="{align}">'
        f'<a:lnSpc><a:spcPct val="{level.line * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{level.before * 100}"/></a:spcBef>{_bullet(theme, level)}'
        f'<a:defRPr sz="{level.size * 100}" b="{int(is_bold(theme, level.weight))}"{spacing}>'
        f"{solid(theme, _letters(theme, level))}{fonts}</a:defRPr></a:lvl{number}pPr>"
    )


def _letters(theme: ThemeSpec, level: Level) -> Colour:
    """The colour of a level; an accent is darkened where it cannot be read on the page at that size."""
    if not level.color.startswith("accent"):
        return Colour(level.color)
    colors = {role: theme.colors[color] for role, color in theme.color_map.items()}
    return text_accent(colors, int(level.color[-1]), "bg1", level.size, is_bold(theme, level.weight))


def _fonts(font: str) -> str:
    kind = font[:3]
    return f'<a:latin typeface="{font}"/><a:ea typeface="{kind}-ea"/><a:cs typeface="{kind}-cs"/>'


def _bullet(theme: ThemeSpec, level: Level) -> str:
    if level.bullet is None:
        return "<a:buNone/>"
    color = f'<a:buClr><a:schemeClr val="{scheme(theme, level.bullet_color)}"/></a:buClr>'
    numbering = {"#": "arabicPlain", "#.": "arabicPeriod"}.get(level.bullet)
    mark = f'<a:buAutoNum type="{numbering}"/>' if numbering else f'<a:buChar char="{level.bullet}"/>'
    return f'{color}<a:buFont typeface="+mn-lt"/>{mark}'


def levels_xml(theme: ThemeSpec, look: Look, depth: int, font: str = "") -> str:
    """The first ``depth`` levels of a look; the last one given serves all deeper ones."""
    last = len(look.levels) - 1
    each = (look.levels[min(at, last)] for at in range(depth))
    return "".join(level_xml(theme, at, level, look.align, font) for at, level in enumerate(each, 1))


def paragraphs(prompt: Iterable[str]) -> str:
    """Prompt text, one level deeper each paragraph."""
    return "".join(
        f'<a:p><a:pPr lvl="{at}"/><a:r><a:rPr lang="{LANGUAGE}"/><a:t>{escape(text)}</a:t></a:r></a:p>'
        if at
        else f'<a:p><a:r><a:rPr lang="{LANGUAGE}"/><a:t>{escape(text)}</a:t></a:r></a:p>'
        for at, text in enumerate(prompt)
    )


NUMBER_FIELD = (
    '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    f'<a:rPr lang="{LANGUAGE}"/><a:t>‹#›</a:t></a:fld></a:p>'
)

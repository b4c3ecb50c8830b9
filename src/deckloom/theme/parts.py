"""The theme part and the small parts that say little: properties, views, table styles."""

from deckloom.theme.xml import DECLARATION, NAMESPACES, escape, part
from deckloom.values.theme import COLOR_ROLES, ThemeSpec

PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The built-in table style without fills and lines."""

_MAIN = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PHCLR = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{_PHCLR}<a:prstDash val="solid"/></a:ln>'
_PLAIN = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(theme: ThemeSpec) -> bytes:
    """The theme: colours, fonts, and a format scheme without shadows, gradients or bevels."""
    name = escape(theme.name)
    colors = "".join(f'<a:{role}><a:srgbClr val="{theme.colors[role]}"/></a:{role}>' for role in COLOR_ROLES)
    fonts = _font("major", theme.heading) + _font("minor", theme.body)
    return part(
        f'<a:theme {_MAIN} name="{name}"><a:themeElements><a:clrScheme name="{name}">{colors}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{fonts}</a:fontScheme><a:fmtScheme name="{name}">'
        f"<a:fillStyleLst>{_PHCLR * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_PLAIN * 3}</a:effectStyleLst><a:bgFillStyleLst>{_PHCLR * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _font(kind: str, family: str) -> str:
    latin = f'<a:latin typeface="{escape(family)}"/>'
    return f'<a:{kind}Font>{latin}<a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'


PRES_PROPS = part(f"<p:presentationPr {NAMESPACES}/>")
VIEW_PROPS = part(
    f"<p:viewPr {NAMESPACES}>"
    '<p:normalViewPr><p:restoredLeft sz="15620"/><p:restoredTop sz="80000"/></p:normalViewPr>'
    '<p:notesTextViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/>'
    '</p:cViewPr></p:notesTextViewPr><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>'
)
TABLE_STYLES = part(f'<a:tblStyleLst {_MAIN} def="{PLAIN_TABLE}"/>')


def core_properties(title: str) -> bytes:
    """Title and a fixed date: the same theme gives the same bytes on any day."""
    day = "1980-01-01T00:00:00Z"
    return part(
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>deckloom</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>'
    )


APP_PROPERTIES = (
    DECLARATION + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>deckloom</Application></Properties>"
).encode()

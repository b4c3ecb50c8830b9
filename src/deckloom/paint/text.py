"""Paragraphs and runs as DrawingML.

The order of attributes is free; the order of elements is the schema's: in ``a:rPr`` fill, latin, ea, cs, hlinkClick;
in ``a:pPr`` the bullet's font, then the bullet.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from deckloom.paint.relations import HYPERLINK, SLIDE, Relations
from deckloom.paint.scripts import runs_right_to_left, typefaces
from deckloom.paint.xml import escape
from deckloom.values.errors import BrokenPromise
from deckloom.values.facts import PLAIN_NUMBER, LevelStyle
from deckloom.values.plan import Colour, RunLook
from deckloom.values.text import (
    ACCENT,
    BOLD,
    CODE,
    ITALIC,
    KEYWORD,
    NUMBER,
    QUIET,
    STRIKE,
    STRING,
    Para,
    Run,
    plain,
)

_HANGING = 228_600  # a quarter of an inch, where the level has no hanging bullet of its own
_CODE_FONT = '<a:latin typeface="Courier New"/>'
_TEXT_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr'
    ' xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
_JUMP = ' action="ppaction://hlinksldjump"'

_MARK_ATTRIBUTES = {BOLD: ' b="1"', ITALIC: ' i="1"', STRIKE: ' strike="sngStrike"', CODE: ' noProof="1"'}
_PLAIN_MARKS = BOLD | ITALIC | CODE | STRIKE | ACCENT
_TONES = (KEYWORD, STRING, NUMBER, QUIET)
_ATTRIBUTES = ["".join(text for mark, text in _MARK_ATTRIBUTES.items() if marks & mark) for marks in range(32)]


class Ink(NamedTuple):
    """What the runs of one text share.

    ``relations`` are those of the part that is painted, ``numbers`` the slides' numbers by id, for jumps; None where
    a part may not point at slides. ``levels`` are the inherited styles by list level, the last for all deeper ones.
    """

    lang: str
    relations: Relations
    numbers: Mapping[str, int] | None
    levels: tuple[LevelStyle, ...] = ()
    accent: Colour | None = None
    look: RunLook | None = None
    quiet_links: bool = False
    tones: tuple[Colour, ...] = ()


def solid_fill(colour: Colour) -> str:
    """The colour as a solid fill, by its role in the theme."""
    changes = (("lumMod", colour.lum_mod), ("lumOff", colour.lum_off), ("alpha", colour.alpha))
    inner = "".join(f'<a:{name} val="{share * 1000}"/>' for name, share in changes if share is not None)
    scheme = f'val="{colour.scheme}">{inner}</a:schemeClr>' if inner else f'val="{colour.scheme}"/>'
    return f"<a:solidFill><a:schemeClr {scheme}</a:solidFill>"


def paragraphs(paras: Iterable[Para], ink: Ink) -> str:
    """The paragraphs, at least one: a text body without any asks for repair."""
    return "".join(_paragraph(para, ink) for para in paras) or empty_paragraph(ink.lang)


def empty_paragraph(lang: str) -> str:
    """A paragraph without text."""
    return f'<a:p><a:endParaRPr lang="{lang}"/></a:p>'


def _paragraph(para: Para, ink: Ink) -> str:
    text = plain(para.runs)
    if not text:
        return empty_paragraph(ink.lang)
    return f"<a:p>{_paragraph_style(para, text, ink)}{''.join(_run(run, ink) for run in para.runs if run.text)}</a:p>"


def _paragraph_style(para: Para, text: str, ink: Ink) -> str:
    """``a:pPr``, empty where the placeholder's own style holds."""
    level = f' lvl="{para.level}"' if para.level else ""
    place, bullet = _bullet(para, ink.levels)
    if runs_right_to_left(text, ink.lang):
        place += ' algn="r" rtl="1"'
    elif ink.look:
        place += f' algn="{ink.look.align}"'
    if bullet:
        return f"<a:pPr{level}{place}>{bullet}</a:pPr>"
    return f"<a:pPr{level}{place}/>" if level or place else ""


def _bullet(para: Para, levels: tuple[LevelStyle, ...]) -> tuple[str, str]:
    """A bullet that differs from its level's: its margins as attributes, and its elements."""
    colour = f'<a:buClr><a:schemeClr val="accent{para.accent}"/></a:buClr>' if para.accent else ""
    if para.bullet == "inherit":
        return "", colour
    if para.bullet == "none":
        return ' marL="0" indent="0"', "<a:buNone/>"
    level = levels[min(para.level, len(levels) - 1)] if levels else None
    if para.bullet == "disc":
        hangs = level is not None and level.indent < 0
        return "" if hangs else _margins(para.level, level), f'{colour}<a:buFontTx/><a:buChar char="•"/>'
    start = f' startAt="{para.start}"' if para.start != 1 else ""
    kind = "arabicPlain" if level and level.bullet == PLAIN_NUMBER else "arabicPeriod"
    return _margins(para.level, level), f'{colour}<a:buFontTx/><a:buAutoNum type="{kind}"{start}/>'


def _margins(depth: int, level: LevelStyle | None) -> str:
    """The level's margins where its lines hang, written out since the planner widens them for numbers; else a quarter
    of an inch for each level."""
    if level and level.indent < 0:
        return f' marL="{level.margin}" indent="{level.indent}"'
    return f' marL="{_HANGING * (depth + 1)}" indent="{-_HANGING}"'


def _run(run: Run, ink: Ink) -> str:
    """The run; a line break inside it becomes an element of its own."""
    style = run_style(run, ink)
    if "\n" not in run.text:
        return f"<a:r>{style}<a:t>{escape(run.text)}</a:t></a:r>"
    lines = (f"<a:r>{style}<a:t>{escape(line)}</a:t></a:r>" if line else "" for line in run.text.split("\n"))
    return f"<a:br>{style}</a:br>".join(lines)


def run_style(run: Run, ink: Ink) -> str:
    """``a:rPr`` of the run."""
    marks = run.marks
    if not marks and not run.link and not ink.look and run.text.isascii():
        return f'<a:rPr lang="{ink.lang}"/>'
    colour = ink.accent if marks & ACCENT else None
    if marks > _PLAIN_MARKS:
        colour = colour or next((colour for tone, colour in zip(_TONES, ink.tones, strict=False) if marks & tone), None)
        marks &= _PLAIN_MARKS
    attributes = _ATTRIBUTES[marks]
    font = _CODE_FONT if marks & CODE else ""
    if look := ink.look:
        colour = colour or look.colour
        attributes = _look_attributes(look, marks)
        font = font or '<a:latin typeface="+mn-lt"/>'
    fill = solid_fill(colour) if colour else ""
    inner = f"{fill}{font}{typefaces(run.text, ink.lang)}{_link(run.link, ink) if run.link else ''}"
    return (
        f'<a:rPr lang="{ink.lang}"{attributes}>{inner}</a:rPr>' if inner else f'<a:rPr lang="{ink.lang}"{attributes}/>'
    )


def _look_attributes(look: RunLook, marks: int) -> str:
    """Size, weight and spacing of a look; ``spacing`` is in hundredths of a point, as in the file."""
    spacing = f' spc="{look.spacing}"' if look.spacing else ""
    bold = 1 if look.bold or marks & BOLD else 0
    return f' sz="{look.size * 100}" b="{bold}"{spacing}{_ATTRIBUTES[marks & ~BOLD]}'


def _link(link: str, ink: Ink) -> str:
    """``a:hlinkClick`` to an address, or to a slide when it begins with ``#``."""
    if not link.startswith("#"):
        return _click(ink.relations.id(HYPERLINK, link), "", ink)
    if ink.numbers is None:
        return ""
    number = ink.numbers.get(link[1:])
    if number is None:
        raise BrokenPromise(f"a link to slide `{link[1:]}` was planned, and there is no such slide")
    return _click(ink.relations.id(SLIDE, f"slide{number}.xml"), _JUMP, ink)


def _click(relation: str, action: str, ink: Ink) -> str:
    """``a:hlinkClick``; readers that know the extension leave the colour of a quiet link to its text."""
    opened = f'<a:hlinkClick r:id="{relation}"{action}'
    return f"{opened}>{_TEXT_COLOUR}</a:hlinkClick>" if ink.quiet_links else f"{opened}/>"

"""Which colour a run of a built deck has, how large it is and what lies beneath it: read from the file alone, by the
rules of inheritance, and without anything of deckloom's own."""

import colorsys
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from pptx.oxml.ns import qn

from tests.support.shapes import ancestors

LINK_COLOUR = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"
STYLE = {"title": "titleStyle", "ctrTitle": "titleStyle", **dict.fromkeys(("dt", "ftr", "sldNum"), "otherStyle")}


class Ink(NamedTuple):
    """A run as it is shown: its text, its colour and its ground as RGB from 0 to 255, its size in points."""

    shape: str
    text: str
    colour: tuple[float, float, float]
    ground: tuple[float, float, float]
    size: float
    bold: bool

    @property
    def contrast(self) -> float:
        """The contrast ratio of WCAG 2."""
        light, dark = sorted((_luminance(self.colour), _luminance(self.ground)), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    @property
    def wanted(self) -> float:
        """What WCAG 2 asks for: less of large text."""
        return 3.0 if self.size >= 24 or (self.bold and self.size >= 18) else 4.5


def inks(slide) -> Iterator[Ink]:
    """Every run of the slide's placeholders and shapes that has letters."""
    theme = Theme(slide)
    for shape in _flat(slide.shapes):
        if shape.has_text_frame:
            ground = _ground(slide, shape, theme)
            for para in shape.text_frame._txBody.iterfind(qn("a:p")):
                level = int(para.pPr.get("lvl", 0)) if para.pPr is not None else 0
                for run in para.iter(qn("a:r"), qn("a:fld")):
                    if "".join(run.itertext()).strip():
                        yield _ink(shape, run, level, ground, theme)


class Theme:
    """The colours of a slide's theme, by the names that the slide uses."""

    def __init__(self, slide) -> None:
        master = slide.slide_layout.slide_master
        part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
        scheme = etree.fromstring(part.blob).find(f".//{qn('a:clrScheme')}")
        colours = {etree.QName(one).localname: one[0].get("val") or one[0].get("lastClr") for one in scheme}
        self._names = dict(master._element.find(qn("p:clrMap")).attrib)
        self._colours = colours

    def rgb(self, fill) -> tuple[float, float, float, float] | None:
        """The colour of an ``a:solidFill`` with its alpha."""
        if fill is None or len(fill) == 0:
            return None
        colour = fill[0]
        name = colour.get("val")
        digits = name if colour.tag == qn("a:srgbClr") else self._colours[self._names.get(name, name)]
        rgb = [int(digits[at : at + 2], 16) for at in (0, 2, 4)]
        change = {etree.QName(one).localname: int(one.get("val")) / 100_000 for one in colour}
        return (*_shaded(rgb, change), change.get("alpha", 1.0))


def _shaded(rgb: list[int], change: dict[str, float]) -> tuple[float, float, float]:
    """The colour with lumMod and lumOff, which change its lightness and keep hue and saturation."""
    hue, light, saturation = colorsys.rgb_to_hls(*(one / 255 for one in rgb))
    light = min(1.0, light * change.get("lumMod", 1.0) + change.get("lumOff", 0.0))
    return tuple(one * 255 for one in colorsys.hls_to_rgb(hue, light, saturation))


def _flat(shapes) -> Iterator:
    for shape in shapes:
        if shape.shape_type == 6:
            yield from _flat(shape.shapes)
        else:
            yield shape


def _ink(shape, run, level: int, ground, theme: Theme) -> Ink:
    own = run.find(qn("a:rPr"))
    styles = [own, *_styles(shape, level)]
    fills = (theme.rgb(one.find(qn("a:solidFill"))) for one in styles if one is not None)
    colour = next(fill for fill in fills if fill)[:3]
    link = own.find(qn("a:hlinkClick")) if own is not None else None
    if link is not None and link.find(f".//{LINK_COLOUR}") is None:
        colour = theme.rgb(etree.fromstring(f'<f xmlns:a="{_A}"><a:schemeClr val="hlink"/></f>'))[:3]
    size = next(int(one.get("sz")) / 100 for one in styles if one is not None and one.get("sz"))
    bold = next((one.get("b") in ("1", "true") for one in styles if one is not None and one.get("b")), False)
    return Ink(shape.name, "".join(run.itertext()), colour, ground, size, bold)


_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _styles(shape, level: int) -> Iterator:
    """The ``a:defRPr`` of the level: the shape's own, its layout's, its master's, the master's text style."""
    for one in ancestors(shape):
        yield one._element.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}/{qn(f'a:lvl{level + 1}pPr')}/{qn('a:defRPr')}")
    place = shape._element.find(".//" + qn("p:ph"))
    style = STYLE.get(place.get("type"), "bodyStyle") if place is not None else "otherStyle"
    master = shape.part.slide.slide_layout.slide_master._element
    yield master.find(f"{qn('p:txStyles')}/{qn(f'p:{style}')}/{qn(f'a:lvl{level + 1}pPr')}/{qn('a:defRPr')}")


def _ground(slide, shape, theme: Theme) -> tuple[float, float, float]:
    """What a text stands on: its own fill, else the uppermost filled shape beneath its middle, else the background."""
    for one in ancestors(shape):
        own = theme.rgb(one._element.find(f"{qn('p:spPr')}/{qn('a:solidFill')}"))
        if own:
            return own[:3]
    middle = shape.left + shape.width // 2, shape.top + min(shape.height // 2, 400_000)
    below = [one for one in _flat(slide.slide_layout.shapes) if not one.is_placeholder]
    for one in _flat(slide.shapes):
        if one._element is shape._element:
            break
        below.append(one)
    ground = _background(slide, theme)
    for one in below:
        if one.left <= middle[0] <= one.left + one.width and one.top <= middle[1] <= one.top + one.height:
            ground = _over(ground, theme.rgb(one._element.find(f"{qn('p:spPr')}/{qn('a:solidFill')}")))
    return ground


def _background(slide, theme: Theme) -> tuple[float, float, float]:
    for one in (slide, slide.slide_layout, slide.slide_layout.slide_master):
        fill = one._element.find(f"{qn('p:cSld')}/{qn('p:bg')}/{qn('p:bgPr')}/{qn('a:solidFill')}")
        if fill is not None:
            return theme.rgb(fill)[:3]
    raise AssertionError("no background")


def _over(ground, fill):
    if fill is None:
        return ground
    share = fill[3]
    return tuple(top * share + below * (1 - share) for top, below in zip(fill, ground, strict=False))


def _luminance(rgb: tuple[float, float, float]) -> float:
    parts = (one / 255 for one in rgb)
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

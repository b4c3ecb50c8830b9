"""How a placeholder's text looks once all it inherits is resolved: text styles, master, layout, the nearest winning."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from deckloom.values.facts import NUMBER, PLAIN_NUMBER, LevelStyle
from deckloom.values.geometry import EMU_PER_INCH, EMU_PER_POINT

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LEVELS = 9
LINE_HEIGHT = 1.2
"""The height of a line at single spacing, in sizes of its letters."""

Partial: TypeAlias = dict[str, Any]
"""What one list style says of one level; keys as in ``LevelStyle``, and ``font``. Spacing is kept as (unit, value)."""

_Reader: TypeAlias = Callable[[Partial, Element], None]

_UNITS = {
    "in": EMU_PER_INCH,
    "cm": EMU_PER_INCH / 2.54,
    "mm": EMU_PER_INCH / 25.4,
    "pt": EMU_PER_POINT,
    "pc": EMU_PER_POINT * 12,
    "pi": EMU_PER_POINT * 12,
}
_PLAIN: Partial = {
    "size": 18,
    "bold": False,
    "italic": False,
    "line": ("pct", 100.0),
    "before": ("pts", 0.0),
    "after": ("pts", 0.0),
    "margin": 0,
    "indent": 0,
    "bullet": None,
    "color": "tx1",
    "font": "+mn-lt",
}


def emu(text: str) -> int:
    """A length as it stands in an attribute: EMU, or a number with a unit."""
    unit = _UNITS.get(text[-2:])
    return round(float(text[:-2]) * unit) if unit else round(float(text))


def partial_levels(style: Element | None) -> Sequence[Partial]:
    """What a list style (``lstStyle``, ``titleStyle``) says of its nine levels."""
    found: list[Partial] = [{} for _ in range(LEVELS)]
    if style is None:
        return found
    for child in style:
        tag = str(child.tag)
        if tag.startswith(A + "lvl"):
            found[int(tag[len(A) + 3]) - 1] = _partial(child)
    return found


def _partial(level: Element) -> Partial:
    said: Partial = {}
    for name, key in (("marL", "margin"), ("indent", "indent")):
        if level.get(name) is not None:
            said[key] = emu(level.get(name, ""))
    for child in level:
        tag = str(child.tag)[len(A) :]
        if tag in _READERS:
            _READERS[tag](said, child)
    return said


def _letters(said: Partial, element: Element) -> None:
    if element.get("sz"):
        said["size"] = max(1, round(int(element.get("sz", "")) / 100))
    for name, key in (("b", "bold"), ("i", "italic")):
        if element.get(name) is not None:
            said[key] = element.get(name) in {"1", "true"}
    color = element.find(f"{A}solidFill/{A}schemeClr")
    if color is not None:
        said["color"] = color.get("val", "tx1")
    font = element.find(f"{A}latin")
    if font is not None:
        said["font"] = font.get("typeface", "")


def _spacing(key: str) -> _Reader:
    def read(said: Partial, element: Element) -> None:
        for child in element:
            value = child.get("val", "0")
            if child.tag == A + "spcPct":
                said[key] = ("pct", float(value[:-1]) if value.endswith("%") else int(value) / 1000)
            elif child.tag == A + "spcPts":
                said[key] = ("pts", int(value) / 100)

    return read


def _mark(said: Partial, element: Element) -> None:
    tag = str(element.tag)[len(A) :]
    numbers = PLAIN_NUMBER if element.get("type") == "arabicPlain" else NUMBER
    said["bullet"] = {"buNone": None, "buAutoNum": numbers, "buBlip": "•"}.get(tag, element.get("char", "•"))


_READERS: Mapping[str, _Reader] = {
    "defRPr": _letters,
    "lnSpc": _spacing("line"),
    "spcBef": _spacing("before"),
    "spcAft": _spacing("after"),
    **dict.fromkeys(("buNone", "buChar", "buAutoNum", "buBlip"), _mark),
}


def resolved(layers: Sequence[Sequence[Partial]], role_of_color: Mapping[str, str]) -> tuple[LevelStyle, ...]:
    """The nine levels. ``layers`` begin with what is farthest; ``role_of_color`` knows what may be written."""
    levels: list[LevelStyle] = []
    for at in range(LEVELS):
        said = dict(_PLAIN)
        for layer in layers:
            said |= layer[at]
        levels.append(_level(said, role_of_color))
    return tuple(levels)


def font_of(layers: Sequence[Sequence[Partial]]) -> str:
    """The font of the first level, as it is written: ``+mj-lt``, ``+mn-lt`` or a family."""
    fonts = [layer[0]["font"] for layer in layers if layer[0].get("font")]
    return str(fonts[-1]) if fonts else str(_PLAIN["font"])


def _level(said: Partial, role_of_color: Mapping[str, str]) -> LevelStyle:
    size = said["size"]
    unit, line = said["line"]
    return LevelStyle(
        size=size,
        bold=said["bold"],
        italic=said["italic"],
        line_pct=round(line if unit == "pct" else 100 * line / (LINE_HEIGHT * size)),
        before=_points(said["before"], size),
        after=_points(said["after"], size),
        margin=said["margin"],
        indent=said["indent"],
        bullet=said["bullet"],
        color=role_of_color.get(said["color"], "tx1"),
    )


def _points(spacing: tuple[str, float], size: int) -> float:
    unit, value = spacing
    return value if unit == "pts" else value / 100 * LINE_HEIGHT * size

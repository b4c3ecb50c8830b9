"""Masters and layouts: what stands where, and how its text looks. A layout is resolved when it is first asked for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Literal
from xml.etree.ElementTree import Element

from deckloom.facts.intake import Link, Package, Refused, damaged, parse
from deckloom.facts.roles import accepts, role_of
from deckloom.facts.styles import A, Partial, emu, font_of, partial_levels, resolved
from deckloom.values.facts import LayoutFacts, Panel, Slot
from deckloom.values.geometry import Box, Insets
from deckloom.values.theme import COLOR_ROLES

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

DEFAULT_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
ANCHORS: dict[str, Literal["t", "ctr", "b"]] = {"ctr": "ctr", "b": "b"}
MASTER_TYPE = {"ctrTitle": "title", "title": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
STYLE_OF = {"title": "titleStyle", "body": "bodyStyle"}

ROLES = ("bg1", "tx1", "bg2", "tx2", *COLOR_ROLES[4:])
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_NAME = re.compile(rb"""<(?:\w+:)?cSld\b[^>]*?\bname=(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a placeholder of the master hands down."""

    box: Box | None
    body: Mapping[str, str]
    levels: tuple[Partial, ...]


NOTHING = Inherited(None, {}, tuple(partial_levels(None)))


class Master:
    """A slide master: its colour map, its theme's colours and fonts, its text styles and placeholders."""

    def __init__(self, package: Package, name: str) -> None:
        self.name = name
        self.links = {link.id: link for link in package.links(name)}
        root = parse(name, package.parts[name])
        mapping = root.find(f"{P}clrMap")
        self.color_map: Mapping[str, str] = dict(mapping.attrib) if mapping is not None else {}
        self.roles = roles_of_colors(self.color_map)
        self.background = background(root, self.roles) or "bg1"
        self.layout_ids = [entry.get(f"{R}id", "") for entry in root.iterfind(f"{P}sldLayoutIdLst/{P}sldLayoutId")]
        self.styles = {str(style.tag)[len(P) :]: partial_levels(style) for style in root.iterfind(f"{P}txStyles/*")}
        self.places = {kind: _inherited(shape) for shape, kind in _placeholders(root)}
        self._read_theme(package)

    def _read_theme(self, package: Package) -> None:
        names = [link.target for link in self.links.values() if link.kind == "theme"]
        if not names or names[0] not in package.parts:
            raise damaged(f"{self.name} has no theme")
        theme = parse(names[0], package.parts[names[0]])
        scheme = theme.find(f"{A}themeElements/{A}clrScheme")
        self.theme_name = names[0]
        self.theme_colors = {str(one.tag)[len(A) :]: _hex(one) for one in scheme} if scheme is not None else {}
        self.major, self.minor = (
            _attribute(theme.find(f"{A}themeElements/{A}fontScheme/{A}{kind}/{A}latin"), "typeface", "Arial")
            for kind in ("majorFont", "minorFont")
        )

    @property
    def colors(self) -> dict[str, str]:
        """Six hex digits by the roles that a slide uses. Raises Refused where the colour map or theme lacks one."""
        for role in ROLES:
            if self.color_map.get(role) not in self.theme_colors:
                raise damaged(f"{self.name} gives {role} no colour")
        return {role: self.theme_colors[self.color_map[role]] for role in ROLES}

    def layouts(self) -> list[str]:
        """The part names of its layouts, in their order."""
        return [self.links[one].target for one in self.layout_ids if one in self.links]

    def family(self, font: str) -> str:
        """The font family that a theme reference stands for; a family stands for itself."""
        return {"+mj": self.major, "+mn": self.minor}.get(font[:3], font)


class LazyLayouts(Mapping[str, LayoutFacts]):
    """The layouts of a template by their names in lower case. Of two of one name the first counts."""

    def __init__(self, package: Package, masters: list[Master]) -> None:
        self._parts: dict[str, tuple[Master, str, str, bytes]] = {}
        self._found: dict[str, LayoutFacts] = {}
        for master in masters:
            for part in master.layouts():
                if part not in package.parts:
                    raise damaged(f"{master.name} needs {part}, which is missing")
                name = _layout_name(package.parts[part])
                self._parts.setdefault(name.lower(), (master, part, name, package.parts[part]))

    def __getitem__(self, name: str) -> LayoutFacts:
        if name not in self._found:
            self._found[name] = _layout(*self._parts[name])
        return self._found[name]

    def __contains__(self, name: object) -> bool:
        return name in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


def _layout_name(data: bytes) -> str:
    """The layout's name, found without parsing: most layouts are never asked for."""
    match = _NAME.search(data)
    return unescape((match[1] or match[2] or b"").decode("utf-8", "replace")) if match else ""


def _layout(master: Master, part: str, name: str, data: bytes) -> LayoutFacts:
    root = parse(part, data)
    token = root.get("type")
    taken: set[str] = set()
    slots = {}
    for shape, kind in _placeholders(root):
        slot = _slot(master, shape, kind, token, taken)
        if slot:
            slots[slot.role] = slot
    ground = background(root, master.roles) or master.background
    return LayoutFacts(name, part, token, slots, ground, tuple(_panels(root, master.roles)))


def _panels(root: Element, roles: Mapping[str, str]) -> Iterator[Panel]:
    """The layout's own shapes of one plain theme colour, in the order in which they are drawn."""
    for shape in root.iterfind(f"{P}cSld/{P}spTree/{P}sp"):
        color = shape.find(f"{P}spPr/{A}solidFill/{A}schemeClr")
        box, role = _box(shape.find(f"{P}spPr/{A}xfrm")), _role(color, roles)
        if box and role and not len(color or ()) and shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is None:
            yield Panel(box, role)


def _placeholders(root: Element) -> Iterator[tuple[Element, str]]:
    """The placeholders of a shape tree with their types; without a type it is ``obj``."""
    for shape in root.iterfind(f"{P}cSld/{P}spTree/{P}sp"):
        place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if place is not None:
            yield shape, place.get("type", "obj")


def _slot(master: Master, shape: Element, kind: str, token: str | None, taken: set[str]) -> Slot | None:
    """The placeholder as a value; None for one without a place, which nothing can be put into."""
    master_type = MASTER_TYPE.get(kind, "body")
    above, own = master.places.get(master_type, NOTHING), _inherited(shape)
    box = own.box or above.box
    if box is None:
        return None
    style = master.styles.get(STYLE_OF.get(master_type, "otherStyle"), NOTHING.levels)
    layers = (style, above.levels, own.levels)
    body = {**above.body, **own.body}
    properties, place = shape.find(f"{P}nvSpPr/{P}cNvPr"), shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    name = _attribute(properties, "name", "")
    return Slot(
        role=role_of(kind, name, token, taken),
        type=None if kind == "obj" else kind,
        idx=int(_attribute(place, "idx", "0")),
        name=name,
        box=box,
        insets=Insets(*(emu(body[side]) if side in body else default for side, default in DEFAULT_INSETS.items())),
        anchor=ANCHORS.get(body.get("anchor", "t"), "t"),
        accepts=accepts(kind),
        family=master.family(font_of(layers)),
        levels=resolved(layers, master.roles),
        fill=_role(shape.find(f"{P}spPr/{A}solidFill/{A}schemeClr"), master.roles),
    )


def _inherited(shape: Element) -> Inherited:
    body = shape.find(f"{P}txBody/{A}bodyPr")
    return Inherited(
        _box(shape.find(f"{P}spPr/{A}xfrm")),
        dict(body.attrib) if body is not None else {},
        tuple(partial_levels(shape.find(f"{P}txBody/{A}lstStyle"))),
    )


def _box(frame: Element | None) -> Box | None:
    if frame is None:
        return None
    offset, extent = frame.find(f"{A}off"), frame.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    x, y = (emu(offset.get(name, "0")) for name in ("x", "y"))
    w, h = (emu(extent.get(name, "0")) for name in ("cx", "cy"))
    return Box(x, y, w, h)


def background(root: Element, roles: Mapping[str, str]) -> str | None:
    """The theme role of a background; None where there is none of one colour."""
    ground = root.find(f"{P}cSld/{P}bg")
    color = ground.find(f".//{A}schemeClr") if ground is not None else None
    return _role(color, roles)


def _role(color: Element | None, roles: Mapping[str, str]) -> str | None:
    return roles.get(_attribute(color, "val", ""))


def roles_of_colors(color_map: Mapping[str, str]) -> dict[str, str]:
    """The role of every colour that may be written: a theme colour such as ``dk1`` has the first role that means it."""
    roles = {color: role for role, color in reversed(tuple(color_map.items()))}
    return roles | {role: role for role in color_map}


def _hex(color: Element) -> str:
    """A theme colour's six digits; system colours keep the last ones that were seen."""
    digits = "".join((child.get("lastClr") or child.get("val") or "") for child in color)
    if not _HEX.fullmatch(digits):
        raise damaged(f"`{digits}` is not a colour of the theme")
    return digits.upper()


def _attribute(element: Element | None, name: str, default: str) -> str:
    return default if element is None else element.get(name) or default


def masters_of(package: Package, main: str, presentation: Element) -> list[Master]:
    """The masters in the presentation's order. Raises Refused for a template without masters or layouts."""
    links: dict[str, Link] = {link.id: link for link in package.links(main)}
    ids = [entry.get(f"{R}id", "") for entry in presentation.iterfind(f"{P}sldMasterIdLst/{P}sldMasterId")]
    names = [links[one].target for one in ids if one in links]
    if not names:
        raise Refused("has no slide master", "save a presentation that has layouts as the template")
    masters = [Master(package, name) for name in names if name in package.parts]
    if not any(master.layouts() for master in masters):
        raise Refused("has no slide layouts", "save a presentation that has layouts as the template")
    return masters

"""Rules that hold for any element of a drawn part: foreign markup, numbers, colours, sizes."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml.etree import _Element as Element

from deckloom.verify.names import DRAWN, MC, A, C, P, local
from deckloom.verify.rules import element_rule, tree_rule

_OPENXML = "http://schemas.openxmlformats.org/"
_XML = "http://www.w3.org/XML/1998/namespace"
_FAILED = frozenset({"NaN", "undefined", "null", "Infinity", "-Infinity", "None", "[object Object]"})
_WORDS = frozenset({"name", "descr", "title", "tooltip", "tag", "typeface", "uri"})
_INTEGER = re.compile(r"[+-]?\d{1,18}")
_SIX_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_EXTENSION = frozenset({P + "ext", A + "ext", C + "ext", MC + "Choice", MC + "Fallback"})


def integer(text: str | None) -> int | None:
    """The attribute as a whole number; None when it is missing or something else."""
    return int(text) if text is not None and _INTEGER.fullmatch(text) else None


@tree_rule("S37", "open", *DRAWN, "presentation", "chart")
def foreign_markup_is_marked(root: Element) -> Iterator[str]:
    """Foreign elements and attributes stand in an extension or are named by `mc:Ignorable`, its prefixes declared."""
    for element in root.iter("*"):
        if _foreign(element.tag) and not _allowed(element, element.tag):
            yield f"`{local(element.tag)}` is of the foreign namespace `{_namespace(element.tag)}`"
        for name in map(str, element.keys()):
            if name[0] == "{" and _foreign(name) and not _allowed(element, name):
                yield f"`{local(name)}` is of the foreign namespace `{_namespace(name)}`"
            elif name == MC + "Ignorable":
                yield from _undeclared(element)


def _undeclared(element: Element) -> Iterator[str]:
    for prefix in element.get(MC + "Ignorable", "").split():
        if prefix not in element.nsmap:
            yield f"`mc:Ignorable` names the prefix `{prefix}`, which is not declared"


def _namespace(name: str) -> str:
    return name[1:].partition("}")[0] if name[0] == "{" else ""


@lru_cache(maxsize=10_000)
def _foreign(name: str) -> bool:
    namespace = _namespace(name)
    return bool(namespace) and namespace != _XML and not namespace.startswith(_OPENXML)


def _allowed(element: Element, name: str) -> bool:
    namespace = _namespace(name)
    for ancestor in (element, *element.iterancestors()):
        ignorable = ancestor.get(MC + "Ignorable", "").split()
        if namespace in map(ancestor.nsmap.get, ignorable) or (ancestor is not element and ancestor.tag in _EXTENSION):
            return True
    return False


@element_rule("S38", "risk", MC + "AlternateContent")
def alternate_content_has_a_fallback(element: Element) -> Iterator[str]:
    """`mc:AlternateContent` has a fallback for readers that know none of its choices."""
    if element.find(MC + "Fallback") is None:
        yield "`AlternateContent` has no `Fallback`"


@tree_rule("S30", "open", *DRAWN, "presentation", "chart")
def no_attribute_is_a_failed_number(root: Element) -> Iterator[str]:
    """No attribute that is not words reads NaN, undefined, null, None or Infinity."""
    for element in root.iter("*"):
        if _FAILED.isdisjoint(element.values()):
            continue
        for name, value in element.items():
            if value in _FAILED and name not in _WORDS:
                yield f"`{local(element.tag)}` has {local(name)}=`{value}`"


@element_rule("S30", "open", A + "xfrm", P + "xfrm")
def places_are_whole_numbers(element: Element) -> Iterator[str]:
    """Offsets are integers, extents integers from 0, and a group that has a place has its children's too."""
    found = {local(child.tag): child for child in element.iterchildren("*")}
    for name, child in found.items():
        for key, least in (("x", None), ("y", None)) if name.endswith("ff") else (("cx", 0), ("cy", 0)):
            value = integer(child.get(key))
            if value is None or (least is not None and value < least):
                yield f"`{name}` has {key}=`{child.get(key)}`"
    parent = element.getparent()
    wanted = {"off", "ext", "chOff", "chExt"}
    if parent is not None and parent.tag == P + "grpSpPr" and found and wanted - found.keys():
        yield f"a group's place lacks {', '.join(f'`{one}`' for one in sorted(wanted - found.keys()))}"


@element_rule("S31", "open", A + "srgbClr")
def colours_are_six_hex_digits(element: Element) -> Iterator[str]:
    """`a:srgbClr` is six hex digits."""
    if not _SIX_HEX.fullmatch(element.get("val", "")):
        yield f"`{element.get('val', '')[:40]}` is not a colour of six hex digits"


@element_rule("S32", "open", A + "rPr", A + "defRPr", A + "endParaRPr")
def font_sizes_are_in_range(element: Element) -> Iterator[str]:
    """Font sizes are 100 to 400000 hundredths of a point."""
    size = element.get("sz")
    if size is not None and not 100 <= (integer(size) or 0) <= 400_000:
        yield f"a font size of `{size[:40]}`"

"""What a slide or notes page says, read from its tree: shapes in order, their words, pictures and links."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from deckloom.verify.names import DECORATIVE, A, C, P, R, local
from deckloom.verify.package import Ref
from deckloom.verify.shapes import in_fallback

_SHAPES = (P + "sp", P + "pic", P + "graphicFrame", P + "grpSp", P + "cxnSp")
_RELATIONS = etree.XPath("//@r:*", namespaces={"r": R[1:-1]})


class Words(NamedTuple):
    """A paragraph's letters, a line break as "\\n", its links in order (their letters and relationship ids), and the
    type of its field, if it has one."""

    text: str
    links: tuple[tuple[str, str], ...] = ()
    field: str = ""


class Frame(NamedTuple):
    """What a shape is; ``placeholder`` is its type and index ("obj" and "0" when left out), ``placed`` says that it
    has a place of its own, ``picture`` is the relationship id of its picture, ``chart`` that of its chart, ``joins``
    are the names of the shapes that a connector is fastened to."""

    kind: str
    name: str
    decorative: bool
    placeholder: tuple[str, str] | None
    placed: bool
    picture: str
    chart: str = ""
    joins: tuple[str, ...] = ()


class Shape(NamedTuple):
    """A shape with its alt text and its paragraphs."""

    frame: Frame
    alt: str
    words: tuple[Words, ...]


class Content(NamedTuple):
    """A slide or notes page; ``name`` is the slide's id, ``clicks`` what appears at each click: the name of a shape,
    and the number of a paragraph or nothing."""

    name: str
    hidden: bool
    shapes: tuple[Shape, ...]
    clicks: tuple[tuple[tuple[str, str], ...], ...] = ()
    fades: bool = False


def read_content(root: Element) -> Content:
    """The content of the part; what stands only in a fallback for older readers is left out."""
    common = root.find(P + "cSld")
    shapes = tuple(_shape(one) for one in root.iter(*_SHAPES) if not in_fallback(one))
    name = "" if common is None else common.get("name", "")
    fades = root.find(f"{P}transition/{P}fade") is not None
    return Content(name, root.get("show") in ("0", "false"), shapes, tuple(_clicks(root)), fades)


def _clicks(root: Element) -> Iterator[tuple[tuple[str, str], ...]]:
    """What appears at each click, from the timing tree."""
    if root.find(P + "timing") is None:
        return
    names = {one.get("id"): one.get("name", "") for one in root.iter(P + "cNvPr")}
    for step in root.iterfind(f"{P}timing/{P}tnLst/{P}par/{P}cTn/{P}childTnLst/{P}seq/{P}cTn/{P}childTnLst/{P}par"):
        yield tuple(
            (names.get(one.get("spid"), ""), "".join(range_.get("st", "") for range_ in one.iter(P + "pRg")))
            for one in step.iter(P + "spTgt")
        )


def _shape(element: Element) -> Shape:
    kind = local(element.tag)
    about = next((one for one in element.iter(P + "cNvPr")), None)
    ph = element.find(f"*/{P}nvPr/{P}ph")
    blip = element.find(f"{P}blipFill/{A}blip")
    decorative = about is not None and any(one.get("val") in ("1", "true") for one in about.iter(DECORATIVE))
    frame = Frame(
        kind,
        "" if about is None else about.get("name", ""),
        decorative,
        None if ph is None else placeholder(ph),
        element.find(f"{P}spPr/{A}xfrm") is not None or element.find(P + "xfrm") is not None,
        "" if blip is None else blip.get(R + "embed", ""),
        _chart(element) if kind == "graphicFrame" else "",
        joins(element) if kind == "cxnSp" else (),
    )
    letters = () if kind == "grpSp" else tuple(words(one) for one in element.iter(A + "p"))
    return Shape(frame, "" if about is None else about.get("descr", ""), letters)


def _chart(frame: Element) -> str:
    chart = frame.find(f"{A}graphic/{A}graphicData/{C}chart")
    return "" if chart is None else chart.get(R + "id", "")


def joins(connector: Element) -> tuple[str, ...]:
    """The names of the shapes that the connector is fastened to, its start first."""
    ends = connector.iterfind(f"{P}nvCxnSpPr/{P}cNvCxnSpPr/*")
    ids = {one.get("id"): one.get("name", "") for one in connector.getroottree().iter(P + "cNvPr")}
    return tuple(ids[one.get("id")] for one in ends if local(one.tag) in ("stCxn", "endCxn") and one.get("id") in ids)


def words(paragraph: Element) -> Words:
    """The letters and links of the paragraph; runs side by side that share a link are one link."""
    text: list[str] = []
    links: list[tuple[str, str]] = []
    joined = False
    for child in paragraph.iterchildren(A + "r", A + "fld", A + "br"):
        letters = "\n" if child.tag == A + "br" else child.findtext(A + "t") or ""
        text.append(letters)
        link = child.find(f"{A}rPr/{A}hlinkClick")
        id_ = "" if link is None else link.get(R + "id", "")
        if id_ and joined and links[-1][1] == id_:
            links[-1] = (links[-1][0] + letters, id_)
        elif id_:
            links.append((letters, id_))
        joined = bool(id_)
    field = paragraph.find(A + "fld")
    return Words("".join(text), tuple(links), "" if field is None else field.get("type", ""))


def placeholder(ph: Element) -> tuple[str, str]:
    """Type and index of the placeholder, "obj" and "0" where they are left out."""
    return ph.get("type", "obj"), ph.get("idx", "0")


def placeholders(root: Element) -> Iterator[tuple[str, str]]:
    """The placeholders of the part."""
    return (placeholder(one) for one in root.iter(P + "ph") if not in_fallback(one))


def refs(root: Element) -> tuple[Ref, ...]:
    """Every place in the part that uses a relationship."""
    # An XPath over attributes gives texts that know their element; lxml's types speak of every other result too.
    found: list[Any] = _RELATIONS(root)  # type: ignore[assignment]
    return tuple([Ref(one.getparent().tag, one.attrname, str(one)) for one in found])

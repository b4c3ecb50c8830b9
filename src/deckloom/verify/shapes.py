"""Rules about the shapes of one part: ids, text bodies, pictures, tables, frames, placeholders."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from deckloom.verify.markup import integer
from deckloom.verify.names import DRAWN, MC, A, P, R
from deckloom.verify.package import PartView
from deckloom.verify.rules import element_rule, part_rule, tree_rule


@tree_rule("S27", "open", *DRAWN)
def shape_ids_are_unique(root: Element) -> Iterator[str]:
    """Shape ids are integers from 1, each once in its part."""
    seen: set[int] = set()
    for element in root.iter(P + "cNvPr"):
        number = integer(element.get("id"))
        if number is None or not 0 <= number <= 4_294_967_295:
            yield f"`{element.get('id')}` is not a shape id"
        elif number in seen and not in_fallback(element):
            yield f"two shapes have the id {number}"
        else:
            seen.add(number)


def in_fallback(element: Element) -> bool:
    """Whether the element repeats another one, for older readers."""
    return next(element.iterancestors(MC + "Fallback"), None) is not None


@element_rule("S28", "open", P + "txBody", A + "txBody")
def text_bodies_have_a_paragraph(element: Element) -> Iterator[str]:
    """Every text body has a paragraph."""
    if element.find(A + "p") is None:
        yield "a text body without a paragraph"


@element_rule("S28", "open", A + "tc")
def cells_have_a_text_body(element: Element) -> Iterator[str]:
    """Every table cell has a text body."""
    if element.find(A + "txBody") is None:
        yield "a table cell without a text body"


@element_rule("S29", "risk", P + "sp")
def drawn_shapes_have_a_text_body(element: Element) -> Iterator[str]:
    """A shape that is no placeholder has a text body."""
    if element.find(P + "txBody") is None and element.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is None:
        yield "a shape without a text body"


@element_rule("S34", "open", A + "blip")
def pictures_have_bytes(element: Element) -> Iterator[str]:
    """`a:blip` names a picture by `r:embed` or `r:link`."""
    if not element.get(R + "embed") and not element.get(R + "link"):
        yield "a picture without `r:embed` or `r:link`"


@part_rule("S34", "reader", *DRAWN)
def an_svg_has_a_raster_beside_it(part: PartView) -> Iterator[str]:
    """An SVG stands in the extension of a raster picture, not in its place."""
    for ref in part.refs:
        target = part.rels.get(ref.id)
        if ref.tag == A + "blip" and target is not None and target.target.lower().endswith(".svg"):
            yield f"`{target.target}` is shown without a raster beside it"


@element_rule("S35", "open", A + "tbl")
def rows_have_a_cell_for_each_column(element: Element) -> Iterator[str]:
    """Every table row has as many cells as the grid has columns, merged cells included."""
    columns = len(element.findall(f"{A}tblGrid/{A}gridCol"))
    for number, row in enumerate(element.iterchildren(A + "tr"), 1):
        cells = len(row.findall(A + "tc"))
        if cells != columns:
            yield f"row {number} of a table has {cells} cells for {columns} columns"


@element_rule("S36", "open", P + "graphicFrame")
def frames_have_a_place(element: Element) -> Iterator[str]:
    """`p:graphicFrame` has `p:xfrm`."""
    if element.find(P + "xfrm") is None:
        yield "a table or chart without a place"


@part_rule("S33", "risk", "slide", "notesSlide")
def placeholders_are_their_layouts(part: PartView) -> Iterator[str]:
    """A placeholder's index or type is in its layout, and none stands twice on a slide."""
    seen = set()
    for type_, index in part.placeholders:
        if (type_, index) in seen:
            yield f"the placeholder {type_} {index} stands twice"
        seen.add((type_, index))
        if part.layout is not None and not _inherits(type_, index, part.layout, part.kind):
            yield f"the placeholder {type_} {index} is not in its {'layout' if part.kind == 'slide' else 'master'}"


_TITLES = frozenset({"title", "ctrTitle"})


def _inherits(type_: str, index: str, layout: frozenset[tuple[str, str]], kind: str) -> bool:
    types = {one for one, _ in layout}
    if type_ in _TITLES:
        return bool(types & _TITLES)
    if kind == "notesSlide" or type_ in ("dt", "ftr", "sldNum"):
        return type_ in types
    return index in {one for _, one in layout} or (type_ != "obj" and type_ in types)

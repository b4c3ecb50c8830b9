"""A slide and its notes page as XML, with their relationships."""

from typing import NamedTuple

from deckloom.paint.relations import LAYOUT, NOTES, NOTES_MASTER, SLIDE, Relations, target
from deckloom.paint.shapes import Names, SlideShapes
from deckloom.paint.text import Ink, paragraphs
from deckloom.paint.timing import FADE, timing
from deckloom.paint.xml import HEAD, NAMESPACES, attribute
from deckloom.values.plan import SlidePlan

_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
_NOTES_HEAD = (
    f"{HEAD}<p:notes {NAMESPACES}><p:cSld><p:spTree>{_TREE}"
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/>'
    '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
)
_NOTES_TAIL = f"</p:txBody></p:sp></p:spTree></p:cSld>{_COLOURS}</p:notes>"


class Painted(NamedTuple):
    """A part's XML and that of its relationships."""

    xml: str
    relations: str


def slide_part(slide: SlidePlan, number: int, names: Names) -> Painted:
    """The slide at the position ``number``, counted from 1."""
    relations = Relations()
    relations.id(LAYOUT, target(slide.layout_part))
    if slide.notes:
        relations.id(NOTES, f"../notesSlides/notesSlide{number}.xml")
    shapes = SlideShapes(number, names, relations)
    hidden = ' show="0"' if slide.hidden else ""
    ids, painted = [], []
    for item in slide.items:
        ids.append(shapes.coming)
        painted.append(shapes.paint(item))
    behind = (FADE if names.fades else "") + timing(slide.clicks, ids)
    xml = (
        f'{HEAD}<p:sld {NAMESPACES}{hidden}><p:cSld name="{attribute(slide.id)}"><p:spTree>{_TREE}'
        f"{''.join(painted)}</p:spTree></p:cSld>{_COLOURS}{behind}</p:sld>"
    )
    return Painted(xml, relations.xml())


def notes_part(slide: SlidePlan, number: int, names: Names, notes_master: str) -> Painted:
    """The notes page of the slide.

    Its links to other slides are letters only: a notes page belongs to the one slide that it points at.
    """
    relations = Relations()
    relations.id(NOTES_MASTER, target(notes_master))
    relations.id(SLIDE, f"../slides/slide{number}.xml")
    text = paragraphs(slide.notes, Ink(names.lang, relations, numbers=None))
    return Painted(f"{_NOTES_HEAD}{text}{_NOTES_TAIL}", relations.xml())

"""The presentation part: page, masters, slides and sections, with its relationships."""

from hashlib import sha256
from uuid import UUID
from xml.dom import minidom

from deckloom.paint import relations
from deckloom.paint.carry import Carried
from deckloom.paint.relations import Relations, target
from deckloom.paint.slide import Painted
from deckloom.paint.xml import HEAD, NAMESPACES, PRESENTATION, attribute
from deckloom.values.facts import TemplateFacts
from deckloom.values.plan import DeckPlan, SectionPlan

FIRST_SLIDE_ID = 256  # the least that the schema allows


def presentation_part(plan: DeckPlan, template: TemplateFacts, carried: Carried) -> Painted:
    """The presentation; ids of masters and the default text style are the template's."""
    links = Relations()
    document = minidom.parseString(template.presentation)
    masters = _masters(template, document, links)
    slides = _slides(plan, links)
    notes_master = _listed("notesMaster", template.notes_master_part, relations.NOTES_MASTER, links)
    handout = template.handout_master_part
    handout_master = _listed("handoutMaster", handout, relations.HANDOUT_MASTER, links) if handout else ""
    for kind, part in carried.settings:
        links.id(kind, target(part, up=""))
    xml = (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">{masters}{notes_master}'
        f'{handout_master}{slides}<p:sldSz cx="{plan.page.w}" cy="{plan.page.h}"/>'
        f'<p:notesSz cx="{template.notes_page.w}" cy="{template.notes_page.h}"/>'
        f"{_default_text_style(document)}{_sections(plan.sections)}</p:presentation>"
    )
    return Painted(xml, links.xml())


def _masters(template: TemplateFacts, document: minidom.Document, links: Relations) -> str:
    """The list of slide masters: their ids must differ from those of all layouts, so the template's stay."""
    ids = [one.getAttribute("id") for one in document.getElementsByTagNameNS(PRESENTATION, "sldMasterId")]
    entries = "".join(
        f'<p:sldMasterId id="{number}" r:id="{links.id(relations.MASTER, target(part, up=""))}"/>'
        for number, part in zip(ids, template.master_parts, strict=True)
    )
    return f"<p:sldMasterIdLst>{entries}</p:sldMasterIdLst>"


def _slides(plan: DeckPlan, links: Relations) -> str:
    entries = "".join(
        f'<p:sldId id="{FIRST_SLIDE_ID + place}" r:id="{links.id(relations.SLIDE, f"slides/slide{place + 1}.xml")}"/>'
        for place in range(len(plan.slides))
    )
    return f"<p:sldIdLst>{entries}</p:sldIdLst>" if entries else ""


def _listed(name: str, part: str, kind: str, links: Relations) -> str:
    """The list of the one notes or handout master."""
    return f'<p:{name}IdLst><p:{name}Id r:id="{links.id(kind, target(part, up=""))}"/></p:{name}IdLst>'


def _default_text_style(document: minidom.Document) -> str:
    """The template's default text style as it is written there, with the namespaces that it relies on."""
    found = document.getElementsByTagNameNS(PRESENTATION, "defaultTextStyle")
    root = document.documentElement
    if not found or root is None:
        return ""
    for name, value in root.attributes.items():
        if name.startswith("xmlns") and not found[0].hasAttribute(name):
            found[0].setAttribute(name, value)
    return found[0].toxml()


def _sections(sections: tuple[SectionPlan, ...]) -> str:
    """The section list, as an extension that PowerPoint 2010 and later read."""
    if not sections:
        return ""
    entries = "".join(_section(place, section) for place, section in enumerate(sections))
    return (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst'
        f' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{entries}</p14:sectionLst></p:ext>'
        "</p:extLst>"
    )


def _section(place: int, section: SectionPlan) -> str:
    """A section; its id is drawn from its position and name, so that the same deck has the same one."""
    digest = sha256(f"{place} {section.name}".encode()).digest()
    guid = str(UUID(bytes=digest[:16], version=4)).upper()
    slides = "".join(f'<p14:sldId id="{FIRST_SLIDE_ID + at}"/>' for at in range(section.start, section.end))
    return (
        f'<p14:section name="{attribute(section.name)}" id="{{{guid}}}">'
        f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
    )

"""The template's parts that go into the deck as they are, and the settings that a deck must have."""

from dataclasses import dataclass
from posixpath import join, normpath, split
from xml.dom import minidom

from deckloom.paint.relations import THEME
from deckloom.paint.xml import DRAWING, HEAD, NAMESPACES, OFFICE_RELATIONS
from deckloom.values.facts import RawPart, TemplateFacts

PRESENTATION = "ppt/presentation.xml"
PRESENTATION_RELATIONS = "ppt/_rels/presentation.xml.rels"

_TYPES = "application/vnd.openxmlformats-officedocument.presentationml"

# Some readers refuse a presentation that does not have all of these. A template without one gets it empty.
_SETTINGS = (
    ("presProps", f"{HEAD}<p:presentationPr {NAMESPACES}/>"),
    ("viewProps", f"{HEAD}<p:viewPr {NAMESPACES}/>"),
    (
        "tableStyles",
        f'{HEAD}<a:tblStyleLst xmlns:a="{DRAWING}" def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
    ),
)


@dataclass(frozen=True, slots=True)
class Carried:
    """``parts`` sorted by name; ``settings`` are the parts the presentation points at besides masters and slides,
    as pairs of relationship kind and part name."""

    parts: tuple[RawPart, ...]
    settings: tuple[tuple[str, str], ...]


def carry_over(template: TemplateFacts) -> Carried:
    """What the deck takes from the template, with an empty setting for each that the template lacks."""
    parts = {part.name: part for part in template.parts}
    settings = [(THEME, _theme(parts, template.master_parts[0]))]
    for kind, empty in _SETTINGS:
        content_type = f"{_TYPES}.{kind}+xml"
        name = next((part.name for part in parts.values() if part.content_type == content_type), f"ppt/{kind}.xml")
        parts.setdefault(name, RawPart(name, content_type, empty.encode()))
        settings.append((f"{OFFICE_RELATIONS}/{kind}", name))
    return Carried(tuple(parts[name] for name in sorted(parts)), tuple(settings))


def _theme(parts: dict[str, RawPart], master: str) -> str:
    """The name of the master's theme, which the presentation points at as well."""
    folder, name = split(master)
    links = minidom.parseString(parts[f"{folder}/_rels/{name}.rels"].data).getElementsByTagNameNS("*", "Relationship")
    to = next(link.getAttribute("Target") for link in links if link.getAttribute("Type") == THEME)
    return normpath(join(f"/{folder}", to)).lstrip("/")

"""Namespaces, relationship kinds and content types of PresentationML packages."""

from functools import lru_cache
from typing import Final

P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
P14: Final = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
CT: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CP: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
DCTERMS: Final = "{http://purl.org/dc/terms/}"
XSI: Final = "{http://www.w3.org/2001/XMLSchema-instance}"

CONTENT_TYPES: Final = "[Content_Types].xml"

_OFFICE = "application/vnd.openxmlformats-officedocument."
_MAIN = ".main+xml"

KINDS: Final[dict[str, str]] = {
    _OFFICE + "presentationml.presentation" + _MAIN: "presentation",
    _OFFICE + "presentationml.template" + _MAIN: "presentation",
    _OFFICE + "presentationml.slideshow" + _MAIN: "presentation",
    "application/vnd.ms-powerpoint.presentation.macroEnabled" + _MAIN: "presentation",
    _OFFICE + "presentationml.slide+xml": "slide",
    _OFFICE + "presentationml.slideLayout+xml": "slideLayout",
    _OFFICE + "presentationml.slideMaster+xml": "slideMaster",
    _OFFICE + "presentationml.notesSlide+xml": "notesSlide",
    _OFFICE + "presentationml.notesMaster+xml": "notesMaster",
    _OFFICE + "presentationml.handoutMaster+xml": "handoutMaster",
    _OFFICE + "presentationml.presProps+xml": "presProps",
    _OFFICE + "presentationml.viewProps+xml": "viewProps",
    _OFFICE + "presentationml.tableStyles+xml": "tableStyles",
    _OFFICE + "theme+xml": "theme",
    _OFFICE + "drawingml.chart+xml": "chart",
    _OFFICE + "extended-properties+xml": "extended-properties",
    "application/vnd.openxmlformats-package.core-properties+xml": "core-properties",
    "application/vnd.openxmlformats-package.relationships+xml": "rels",
}
"""The kind of a part by its content type; the kinds are the last words of the relationship types that reach it."""

MASTERS: Final = ("slideMaster", "notesMaster", "handoutMaster")
DRAWN: Final = ("slide", "slideLayout", "notesSlide", *MASTERS)
"""The kinds of part that hold a shape tree."""


def local(tag: object) -> str:
    """The name of a tag without its namespace; "" for a comment or processing instruction."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


@lru_cache(maxsize=10_000)
def kind_of_relationship(type_: str) -> str:
    """The last word of a relationship type, such as ``slideLayout``; the core properties' alike in both spellings."""
    word = type_.rpartition("/")[2]
    return "core-properties" if word == "core-properties" or word == "coreProperties" else word

"""``[Content_Types].xml``: what each part is."""

from collections.abc import Iterable

from deckloom.paint.xml import HEAD, attribute

_OFFICE = "application/vnd.openxmlformats-officedocument"
PRESENTATION_TYPE = f"{_OFFICE}.presentationml.presentation.main+xml"
SLIDE_TYPE = f"{_OFFICE}.presentationml.slide+xml"
NOTES_TYPE = f"{_OFFICE}.presentationml.notesSlide+xml"
CHART_TYPE = f"{_OFFICE}.drawingml.chart+xml"
WORKBOOK_TYPE = f"{_OFFICE}.spreadsheetml.sheet"
APP_TYPE = f"{_OFFICE}.extended-properties+xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"

_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


def content_types_part(parts: Iterable[tuple[str, str]]) -> str:
    """The content types of the parts, given as pairs of name and type.

    XML parts are named one by one. Of other files the first of an extension speaks for the rest, as every program
    writes pictures; one of another type is named.
    """
    defaults = {"rels": _RELATIONS_TYPE, "xml": "application/xml"}
    named = []
    for name, content_type in parts:
        extension = name.rpartition(".")[2].lower()
        if extension == "xml" or defaults.setdefault(extension, content_type) != content_type:
            named.append(f'<Override PartName="/{attribute(name)}" ContentType="{content_type}"/>')
    general = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults.items())
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{general}{''.join(named)}</Types>"
    )

"""The XML that every painted part shares: header, namespaces, escaping."""

from functools import lru_cache

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

NAMESPACES = f'xmlns:a="{DRAWING}" xmlns:r="{OFFICE_RELATIONS}" xmlns:p="{PRESENTATION}"'


def escape(text: str) -> str:
    """The text as element content. Characters that XML cannot hold were refused when the spec was read."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


@lru_cache(maxsize=256)  # mostly the same few names
def attribute(text: str) -> str:
    """The text as an attribute's value between double quotes; a line break and a tab stay what they are."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")

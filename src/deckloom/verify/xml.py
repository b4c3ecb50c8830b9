"""Parsing a part that is not trusted: no DTD, no entity, no network, bounded depth and size."""

from lxml import etree
from lxml.etree import _Element as Element

MAX_XML = 64 * 1024 * 1024
"""The most bytes an XML part may have."""
_ENCODINGS = ("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ASCII", "US-ASCII")


class NotXml(Exception):
    """The part is not XML that an office program reads; the message says why."""


def parse(data: bytes) -> Element:
    """The root element. Raises NotXml."""
    if len(data) > MAX_XML:
        raise NotXml(f"{len(data)} bytes, over the limit of {MAX_XML}")
    if b"<!DOCTYPE" in data or _wide_doctype(data):
        raise NotXml("a document type declaration")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise NotXml(_plain(error)) from error
    about = root.getroottree().docinfo
    if about.internalDTD is not None:
        raise NotXml("a document type declaration")
    if (about.encoding or "UTF-8").upper() not in _ENCODINGS:
        raise NotXml(f"the encoding `{about.encoding}`: packages take UTF-8 and UTF-16")
    return root


def _wide_doctype(data: bytes) -> bool:
    """Whether there is one behind an encoding of several bytes a letter."""
    return b"!DOCTYPE" in data.replace(b"\x00", b"")


def _plain(error: Exception) -> str:
    text = str(error).split("\n")[0]
    return "".join(char if char.isprintable() else "�" for char in text)[:200] or "no element"

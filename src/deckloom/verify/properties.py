"""Rules about the core properties."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml.etree import _Element as Element

from deckloom.verify.names import CP, DC, DCTERMS, XSI, local
from deckloom.verify.package import Package
from deckloom.verify.rules import package_rule, tree_rule

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
_KNOWN = (CP, DC, DCTERMS)


@package_rule("S49", "open")
def core_properties_come_once(package: Package) -> Iterator[tuple[str, str]]:
    """The package has at most one part of core properties."""
    count = len(package.relationships("", "core-properties"))
    if count > 1:
        yield "_rels/.rels", f"{count} core-properties relationships"


@tree_rule("S49", "open", "core-properties")
def core_properties_are_plain(root: Element) -> Iterator[str]:
    """Each core property stands once, is a plain value, and dates are W3CDTF."""
    if root.tag != CP + "coreProperties":
        yield f"`{local(root.tag)}` instead of `coreProperties`"
    for tag, count in Counter(child.tag for child in root.iterchildren("*")).items():
        if count > 1:
            yield f"`{local(tag)}` stands {count} times"
        if not tag.startswith(_KNOWN):
            yield f"`{local(tag)}` is no core property"
    for child in root.iterchildren("*"):
        if len(child):
            yield f"`{local(child.tag)}` has elements in it"
        if child.tag in (DCTERMS + "created", DCTERMS + "modified"):
            typed = child.get(XSI + "type", "").rpartition(":")[2]
            if typed != "W3CDTF" or not _DATE.fullmatch(child.text or ""):
                yield f"`{local(child.tag)}` is not a W3CDTF date: `{(child.text or '')[:40]}`"

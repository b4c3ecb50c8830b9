"""Running the rules of elements and trees over one parsed part."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

# Imported for what they register.
from deckloom.verify import charts, markup, order, properties, shapes  # noqa: F401
from deckloom.verify.names import DRAWN
from deckloom.verify.rules import ELEMENT_CHECKS, TREE_CHECKS, Level

_WALKED = frozenset({*DRAWN, "presentation", "chart", "theme"})


def tree_findings(root: Element, kind: str) -> Iterator[tuple[str, Level, str]]:
    """Number, level and message of each rule that the part breaks, from what stands in the part alone."""
    for number, level, check in TREE_CHECKS.get(kind, ()):
        for message in check(root):
            yield number, level, message
    if kind in _WALKED:
        for element in root.iter("*"):
            for number, level, check in ELEMENT_CHECKS.get(element.tag, ()):
                for message in check(element):
                    yield number, level, message

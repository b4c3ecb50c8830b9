"""What was read of a package: entries, content types, relationships, and the few parts that many rules look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element as Element

from deckloom.verify.archive import Entry
from deckloom.verify.names import KINDS


class Relationship(NamedTuple):
    """A line of a relationships part; ``kind`` is the last word of its type, ``target`` a part's name, or the address
    when ``external``."""

    id: str
    kind: str
    target: str
    external: bool


class Ref(NamedTuple):
    """A relationship id where it is used: the element's tag and the attribute's name, both with namespace."""

    tag: str
    attribute: str
    id: str


Placeholders = frozenset[tuple[str, str]]
"""The type and index of each placeholder, "obj" and "0" where they are left out."""

NO_RELATIONSHIPS: Mapping[str, Relationship] = {}


@dataclass(slots=True)
class Package:
    """A package as it was read. Parts go by their names without the leading slash; "" is the package itself.

    ``order`` holds every entry's name in the order of the file, ``types`` each part's content type ("" without one),
    ``repeated`` relationship ids that stand twice in a part, ``trees`` the parts that rules about the whole look at.
    """

    entries: tuple[Entry, ...] = ()
    order: tuple[str, ...] = ()
    overrides: list[tuple[str, str]] = field(default_factory=list)
    defaults: list[tuple[str, str]] = field(default_factory=list)
    types: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, list[str]] = field(default_factory=dict)
    rels: dict[str, dict[str, Relationship]] = field(default_factory=dict)
    repeated: list[tuple[str, str]] = field(default_factory=list)
    trees: dict[str, Element] = field(default_factory=dict)
    placeholders: dict[str, Placeholders] = field(default_factory=dict)

    def kind(self, name: str) -> str:
        """The kind of the part by its content type; "" for any other."""
        return KINDS.get(self.types.get(name, ""), "")

    def of_kind(self, kind: str) -> list[str]:
        """The parts of this kind, in the order of the file."""
        return self.kinds.get(kind, [])

    def relationships(self, name: str, kind: str) -> list[Relationship]:
        """The relationships of this kind that the part has."""
        return [one for one in self.rels.get(name, NO_RELATIONSHIPS).values() if one.kind == kind]

    @property
    def presentation(self) -> str:
        """The main part's name; "" when there is none."""
        found = [one.target for one in self.relationships("", "officeDocument") if one.target in self.types]
        return found[0] if found else ""


class PartView(NamedTuple):
    """One part with what rules about references need. ``layout`` holds what its placeholders inherit from."""

    name: str
    kind: str
    rels: Mapping[str, Relationship]
    refs: tuple[Ref, ...]
    placeholders: tuple[tuple[str, str], ...]
    layout: Placeholders | None
    package: Package

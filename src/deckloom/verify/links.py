"""Reading content types and relationships; the relationships of thousands of slides without parsing each."""

import posixpath
import re
from collections.abc import Iterable
from sys import intern
from typing import NamedTuple

from deckloom.verify.names import CT, RELS, kind_of_relationship
from deckloom.verify.package import Relationship
from deckloom.verify.xml import parse

_PLAIN = re.compile(
    r'<Relationship Id="([\w.\-]+)" Type="([^"<&\s]+)" Target="([^"<&\x00-\x19\x1b-\x20\x7f-\U0010ffff]*)"'
    r'( TargetMode="External")?/>'
)
# An ampersand is looked for as the control character that stands for it while the lines are split.
_AMPERSAND, _FOOT = "\x1a", "</Relationships>"


class RelationshipReader:
    """Reads relationships parts; remembers how the plain ones begin."""

    def __init__(self) -> None:
        self._heads: set[str] = set()

    def read(self, source: str, data: bytes) -> list[Relationship]:
        """The relationships of the part ``source``, in order. Raises NotXml."""
        folder = source.rpartition("/")[0]
        return [_relationship(folder, *line) for line in self._lines(data)]

    def _lines(self, data: bytes) -> Iterable[tuple[str, str, str, bool]]:
        text = data.decode() if data.isascii() else ""
        escaped = "&" in text and _AMPERSAND not in text
        pieces = _PLAIN.split(text.replace("&amp;", _AMPERSAND) if escaped else text)
        head = pieces[0]
        # What stands between the lines is every fifth piece: nothing, and the foot after the last.
        plain = (
            (escaped or _AMPERSAND not in text) and len(pieces) > 5 and pieces[-1] == _FOOT and not any(pieces[5:-1:5])
        )
        if plain and head in self._heads:
            targets = [one.replace(_AMPERSAND, "&") for one in pieces[3::5]] if escaped else pieces[3::5]
            return zip(pieces[1::5], pieces[2::5], targets, map(bool, pieces[4::5]), strict=True)
        lines = [
            (one.get("Id", ""), one.get("Type", ""), one.get("Target", ""), one.get("TargetMode", "") == "External")
            for one in parse(data).iter(RELS + "Relationship")
        ]
        if plain:
            self._heads.add(head)
        return lines


def _relationship(folder: str, id_: str, type_: str, target: str, external: bool) -> Relationship:
    kind = kind_of_relationship(type_)
    return Relationship(intern(id_), kind, target if external else resolved(folder, target), external)


def resolved(folder: str, target: str) -> str:
    """The part that a target names, seen from a folder; an anchor after ``#`` is no part of the name."""
    target = target.partition("#")[0]
    if target.startswith("../") and "./" not in target[3:] and "//" not in target and "/" in folder:
        return f"{folder.rpartition('/')[0]}/{target[3:]}"  # nearly all there are, ten times as fast
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target)).lstrip("/") if target else ""


def source_of(name: str) -> str:
    """The part that a relationships part belongs to."""
    folder, _, file = name.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


class ContentTypes(NamedTuple):
    """Part names without the leading slash and extensions, each with its type, in order."""

    overrides: list[tuple[str, str]]
    defaults: list[tuple[str, str]]


def content_types(data: bytes) -> ContentTypes:
    """The content types as they are written. Raises NotXml."""
    root = parse(data)
    overrides = [
        (one.get("PartName", "").removeprefix("/"), one.get("ContentType", "")) for one in root.iter(CT + "Override")
    ]
    defaults = [(one.get("Extension", "").lower(), one.get("ContentType", "")) for one in root.iter(CT + "Default")]
    return ContentTypes(overrides, defaults)

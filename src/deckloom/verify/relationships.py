"""Rules about relationships: ids, targets, and the places that use them."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from deckloom.verify.names import DRAWN, A, C, P, R, local
from deckloom.verify.package import Package, PartView
from deckloom.verify.rules import package_rule, part_rule

_ID = re.compile(r"[^\W\d][\w.\-]*")
_NOT_IN_URI = re.compile(r"[\x00-\x20\x7f<>\"{}|\\^`]|%(?![0-9A-Fa-f]{2})")
_OUTSIDE: Final = frozenset({"hyperlink", "image", "audio", "video", "media"})
_COUNTED: Final = re.compile(r"ppt/(?:media|embeddings|charts)/")
_LINKS: Final = frozenset({"hyperlink", "slide"})

EXPECTED: Final[dict[tuple[str, str], frozenset[str]]] = {
    (A + "blip", R + "embed"): frozenset({"image"}),
    (A + "blip", R + "link"): frozenset({"image"}),
    (A + "hlinkClick", R + "id"): _LINKS | {"file", "presentation"},
    (A + "hlinkHover", R + "id"): _LINKS,
    (A + "hlinkMouseOver", R + "id"): _LINKS,
    (A + "videoFile", R + "link"): frozenset({"video"}),
    (A + "audioFile", R + "link"): frozenset({"audio"}),
    (P + "sldId", R + "id"): frozenset({"slide"}),
    (P + "sldMasterId", R + "id"): frozenset({"slideMaster"}),
    (P + "sldLayoutId", R + "id"): frozenset({"slideLayout"}),
    (P + "notesMasterId", R + "id"): frozenset({"notesMaster"}),
    (P + "handoutMasterId", R + "id"): frozenset({"handoutMaster"}),
    (P + "oleObj", R + "id"): frozenset({"oleObject", "package"}),
    (C + "chart", R + "id"): frozenset({"chart"}),
    (C + "externalData", R + "id"): frozenset({"package", "oleObject"}),
    (C + "userShapes", R + "id"): frozenset({"chartUserShapes"}),
}
"""The relationship kinds that each use takes; a use that is not listed takes any."""


@package_rule("S10", "open")
def there_is_one_main_part(package: Package) -> Iterator[tuple[str, str]]:
    """The package has exactly one officeDocument relationship."""
    count = len(package.relationships("", "officeDocument"))
    if count != 1:
        yield "_rels/.rels", f"{count} officeDocument relationships"


@package_rule("S11", "open")
def relationship_ids_are_unique(package: Package) -> Iterator[tuple[str, str]]:
    """Relationship ids are unique in their part, and are names."""
    for source, name in package.repeated:
        yield source, f"the relationship id `{name[:80]}` stands twice"
    valid: set[str] = set()
    for source, rels in package.rels.items():
        for name in rels.keys() - valid:
            if _ID.fullmatch(name):
                valid.add(name)
            else:
                yield source, f"`{name[:80]}` is not a relationship id"


@package_rule("S12", "open")
def targets_exist(package: Package) -> Iterator[tuple[str, str]]:
    """Every internal target is a part of the package, in the same letters and case."""
    for source, rels in package.rels.items():
        for one in rels.values():
            if not one.external and one.target not in package.types:
                yield source, f"`{one.id}` points at `{one.target[:120]}`, which is not in the package"


@package_rule("S12", "open")
def relationships_have_a_source(package: Package) -> Iterator[tuple[str, str]]:
    """Every relationships part belongs to a part of the package."""
    for source in package.rels:
        if source and source not in package.types:
            yield source, "has relationships, but is not in the package"


@package_rule("S13", "open")
def outside_targets_are_uris(package: Package) -> Iterator[tuple[str, str]]:
    """External targets are URIs, and only hyperlinks and media are external."""
    for source, rels in package.rels.items():
        for one in rels.values():
            if one.external and one.kind not in _OUTSIDE:
                yield source, f"`{one.id}`, a {one.kind}, lies outside the package"
            if one.external and not _is_uri(one.target):
                yield source, f"`{one.id}` points at `{one.target[:120]}`, which is not a URI"


def _is_uri(text: str) -> bool:
    if not text or _NOT_IN_URI.search(text):
        return False
    try:
        parts = urlsplit(text)
        return parts.port is not False and not (parts.scheme in ("http", "https") and not parts.hostname)
    except ValueError:
        return False


@part_rule("S14", "open", "")
def ids_name_relationships(part: PartView) -> Iterator[str]:
    """Every relationship id that a part uses is one of its own."""
    for ref in part.refs:
        # An empty id is how a link says that its action needs no target.
        if ref.id not in part.rels and (ref.id or (ref.tag, ref.attribute) in _NEVER_EMPTY):
            yield f"`{local(ref.tag)}` uses `{ref.id[:80]}`, which is no relationship of its part"


_NEVER_EMPTY: Final = frozenset(key for key in EXPECTED if key[0].startswith((P, C)))


@part_rule("S15", "open", "")
def relationships_are_of_the_right_kind(part: PartView) -> Iterator[str]:
    """Every relationship id names one of the kind that its place takes."""
    for ref in part.refs:
        kinds = EXPECTED.get((ref.tag, ref.attribute))
        found = part.rels.get(ref.id)
        if kinds and found and found.kind not in kinds:
            yield f"`{local(ref.tag)}` uses `{ref.id}`, which is a {found.kind}"


@package_rule("S16", "open")
def content_is_reached(package: Package) -> Iterator[tuple[str, str]]:
    """No slide, notes page, layout, chart, picture or embedded file is left that nothing reaches."""
    for name in _unreached(package):
        if package.kind(name) in (*DRAWN, "chart") or _COUNTED.match(name):
            yield name, "nothing reaches it"


@package_rule("S16", "risk")
def parts_are_reached(package: Package) -> Iterator[tuple[str, str]]:
    """No other part is left that nothing reaches."""
    for name in _unreached(package):
        if not (package.kind(name) in (*DRAWN, "chart") or _COUNTED.match(name)):
            yield name, "nothing reaches it"


def _unreached(package: Package) -> list[str]:
    seen = {""}
    todo = [""]
    while todo:
        rels = package.rels.get(todo.pop(), {})
        fresh = {one.target for one in rels.values() if not one.external} - seen
        seen |= fresh
        todo += fresh
    return [name for name in package.types if name not in seen and package.kind(name) != "rels"]

"""Rules about the zip file and its content types."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from deckloom.verify.names import CONTENT_TYPES, KINDS
from deckloom.verify.package import Package
from deckloom.verify.rules import declared, package_rule

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_WITH_KIND: Final = frozenset(KINDS.values()) - {"presentation", "rels", "core-properties", "extended-properties"}
_MAIN: Final = ".main+xml"


@declared("S01", "open")
def unreadable(message: str) -> str:
    """The zip has a directory, every entry reads, and every checksum fits."""
    return message


@package_rule("S02", "open")
def names_are_unique(package: Package) -> Iterator[tuple[str, str]]:
    """No entry's name stands twice, compared without case."""
    for name, count in Counter(one.lower() for one in package.order).items():
        if count > 1:
            yield name, f"{count} entries have this name"


@package_rule("S03", "open")
def names_are_safe(package: Package) -> Iterator[tuple[str, str]]:
    r"""Entry names have no backslash, no leading slash, no `..` and no control character."""
    for name in package.order:
        if "\\" in name or name.startswith("/") or ".." in name.split("/") or _CONTROL.search(name):
            yield ascii(name)[1:-1][:200], "a name that programs refuse"


@package_rule("S04", "open")
def content_types_are_there(package: Package) -> Iterator[tuple[str, str]]:
    """`[Content_Types].xml` is in the package."""
    if CONTENT_TYPES not in package.order:
        yield CONTENT_TYPES, "missing"


@package_rule("S04", "risk")
def content_types_come_first(package: Package) -> Iterator[tuple[str, str]]:
    """`[Content_Types].xml` is the first entry."""
    if CONTENT_TYPES in package.order and package.order[0] != CONTENT_TYPES:
        yield CONTENT_TYPES, f"`{package.order[0]}` comes before it"


@package_rule("S05", "open")
def parts_are_typed(package: Package) -> Iterator[tuple[str, str]]:
    """Every part has a content type, by its name or by its extension."""
    for name, type_ in package.types.items():
        if not type_:
            yield name, "no content type"


@package_rule("S06", "open")
def typed_parts_exist(package: Package) -> Iterator[tuple[str, str]]:
    """No content type is given to a part that is not in the package."""
    for name, type_ in package.overrides:
        if name not in package.types:
            yield name, f"typed as `{type_[-80:]}`, but not in the package"


@package_rule("S07", "open")
def nothing_is_typed_twice(package: Package) -> Iterator[tuple[str, str]]:
    """No extension and no part is typed twice."""
    for what, listed in (("extension", package.defaults), ("part", package.overrides)):
        for name, count in Counter(one.lower() for one, _ in listed).items():
            if count > 1:
                yield name if what == "part" else CONTENT_TYPES, f"the {what} `{name}` is typed {count} times"


@package_rule("S08", "open")
def types_fit_relationships(package: Package) -> Iterator[tuple[str, str]]:
    """A part's content type is that of the relationships which reach it."""
    for rels in package.rels.values():
        for one in rels.values():
            if one.external or one.target not in package.types:
                continue
            kind = package.kind(one.target)
            if one.kind in _WITH_KIND and kind != one.kind:
                yield one.target, f"reached as {one.kind}, typed as `{package.types[one.target]}`"
            elif one.kind == "officeDocument" and not package.types[one.target].endswith(_MAIN):
                yield one.target, f"the main part, typed as `{package.types[one.target]}`"

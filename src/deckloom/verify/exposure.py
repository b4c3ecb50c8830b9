"""What of a package a program that shows it might run or fetch, and which slides it would show.

The structural rules let a presentation link to pictures and films and embed documents: that is legal. Who hands a
foreign file to an outside program wants none of it.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from deckloom.verify.archive import read
from deckloom.verify.names import P, R
from deckloom.verify.package import NO_RELATIONSHIPS, Package
from deckloom.verify.xml import parse

_ACTIVE: Final = {
    "oleObject": "an embedded object",
    "control": "a control",
    "activeXControlBinary": "a control",
    "vbaProject": "macros",
    "extensibility": "a change of the program's own menus",
    "webextension": "a web add-in",
    "webextensiontaskpanes": "a web add-in",
}
_USUAL: Final = (9_144_000, 6_858_000)  # EMU, where the presentation says no size


def exposures(package: Package) -> Iterator[tuple[str, str]]:
    """Each part that holds something active or uses something outside the package, with what it is.

    Hyperlinks are neither: nothing follows them until someone clicks. A chart may embed its workbook.
    """
    for source, rels in package.rels.items():
        for one in rels.values():
            if one.external and one.kind != "hyperlink":
                yield source, f"uses a file outside the presentation (`{one.target[:120]}`)"
            elif one.kind in _ACTIVE:
                yield source, f"holds {_ACTIVE[one.kind]}"
            elif one.kind == "package" and package.kind(source) != "chart":
                yield source, "holds an embedded document"


class Show(NamedTuple):
    """What there is to see: for each slide, in order, whether it is shown or hidden, and the size of all in EMU."""

    shown: tuple[bool, ...]
    width: int
    height: int


def read_show(file: BinaryIO, package: Package) -> Show:
    """The slides of a sound package."""
    entries = {one.name: one for one in package.entries}
    rels = package.rels.get(package.presentation, NO_RELATIONSHIPS)
    root = package.trees[package.presentation]
    ids = [one.get(R + "id", "") for one in root.iterfind(f"{P}sldIdLst/{P}sldId")]
    slides = (parse(read(file, entries[rels[one].target])) for one in ids)
    size = root.find(P + "sldSz")
    width, height = _USUAL if size is None else (int(size.get("cx", "")), int(size.get("cy", "")))
    return Show(tuple(one.get("show") not in ("0", "false") for one in slides), width, height)

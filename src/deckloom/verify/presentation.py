"""Rules about the presentation part, its lists of ids, and the masters and layouts."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element

from deckloom.verify.markup import integer
from deckloom.verify.names import MASTERS, P14, P, R
from deckloom.verify.package import Package
from deckloom.verify.rules import package_rule

_GUID = re.compile(r"\{[0-9A-F]{8}-([0-9A-F]{4}-){3}[0-9A-F]{12}\}")
SLIDE_IDS: Final = range(256, 2_147_483_648)
MASTER_IDS: Final = range(2_147_483_648, 4_294_967_296)
SIDES: Final = range(914_400, 51_206_401)

_SIZES: Final = {
    "screen4x3": (9_144_000, 6_858_000),
    "letter": (9_144_000, 6_858_000),
    "overhead": (9_144_000, 6_858_000),
    "screen16x9": (9_144_000, 5_143_500),
    "screen16x10": (9_144_000, 5_715_000),
    "A4": (9_906_000, 6_858_000),
    "A3": (12_801_600, 9_601_200),
    "35mm": (10_287_000, 6_858_000),
    "banner": (7_315_200, 914_400),
    "ledger": (12_179_300, 9_134_475),
    "B4ISO": (10_826_750, 8_120_063),
    "B5ISO": (7_169_150, 5_376_863),
}
"""The sizes in EMU that PowerPoint writes with each ``type`` of ``p:sldSz``, lying."""


def _root(package: Package) -> Element | None:
    return package.trees.get(package.presentation)


def _entries(package: Package, path: str) -> list[Element]:
    root = _root(package)
    return [] if root is None else root.findall(path)


@package_rule("S17", "open")
def slide_ids_are_in_range(package: Package) -> Iterator[tuple[str, str]]:
    """Slide ids are 256 to 2147483647, unique, and one for each slide relationship."""
    part = package.presentation
    entries = _entries(package, f"{P}sldIdLst/{P}sldId")
    for text, count in Counter(entry.get("id") for entry in entries).items():
        if integer(text) not in SLIDE_IDS:
            yield part, f"`{text}` is not a slide id"
        if count > 1:
            yield part, f"the slide id {text} stands {count} times"
    yield from ((part, text) for text in _uses(package, part, "slide", [entry.get(R + "id", "") for entry in entries]))


def _uses(package: Package, part: str, kind: str, used: list[str]) -> Iterator[str]:
    """What is wrong with a list that should name each relationship of a kind exactly once."""
    count = Counter(used)
    yield from (f"`{name}` is listed {times} times" for name, times in count.items() if times > 1)
    yield from (
        f"the {kind} `{one.id}` is not listed" for one in package.relationships(part, kind) if one.id not in count
    )


@package_rule("S18", "open")
def master_and_layout_ids_are_unique(package: Package) -> Iterator[tuple[str, str]]:
    """Master and layout ids are 2147483648 to 4294967295, unique all together."""
    found = [(package.presentation, entry) for entry in _entries(package, f"{P}sldMasterIdLst/{P}sldMasterId")]
    for name in package.of_kind("slideMaster"):
        if (root := package.trees.get(name)) is not None:
            found += [(name, entry) for entry in root.findall(f"{P}sldLayoutIdLst/{P}sldLayoutId")]
    seen: set[str] = set()
    for part, entry in found:
        text = entry.get("id")
        if text is not None and integer(text) not in MASTER_IDS:
            yield part, f"`{text}` is not a master's or layout's id"
        if text in seen:
            yield part, f"the id {text} stands twice among masters and layouts"
        seen.add(text or f"none {len(seen)}")


@package_rule("S19", "reader")
def the_notes_master_is_listed(package: Package) -> Iterator[tuple[str, str]]:
    """`p:notesMasterIdLst` is there exactly when a notes master is."""
    if _root(package) is None:
        return
    listed = bool(_entries(package, f"{P}notesMasterIdLst/{P}notesMasterId"))
    there = bool(package.relationships(package.presentation, "notesMaster") or package.of_kind("notesMaster"))
    if listed != there:
        yield package.presentation, "a notes master that is not listed" if there else "a listed notes master is missing"


@package_rule("S20", "open")
def the_slide_size_is_in_range(package: Package) -> Iterator[tuple[str, str]]:
    """The slide's sides are 914400 to 51206400 EMU."""
    for size in _entries(package, P + "sldSz"):
        for side in ("cx", "cy"):
            if integer(size.get(side)) not in SIDES:
                yield package.presentation, f"a slide size with {side}=`{size.get(side)}`"


@package_rule("S20", "risk")
def the_slide_size_fits_its_type(package: Package) -> Iterator[tuple[str, str]]:
    """The type of the slide size is the one of these sides, or custom."""
    for size in _entries(package, P + "sldSz"):
        sides = (integer(size.get("cx")), integer(size.get("cy")))
        known = _SIZES.get(size.get("type", ""))
        if known and sides not in (known, known[::-1]):
            yield package.presentation, f"the slide size says `{size.get('type')}` with other sides"


@package_rule("S21", "open")
def sections_name_the_slides(package: Package) -> Iterator[tuple[str, str]]:
    """The section list names exactly the slides, each once."""
    lists = _entries(package, f".//{P14}sectionLst")
    slides = Counter(entry.get("id") for entry in _entries(package, f"{P}sldIdLst/{P}sldId"))
    for one in lists:
        named = Counter(entry.get("id") for entry in one.iter(P14 + "sldId"))
        wrong = [str(key) for key in slides | named if slides[key] != named[key]]
        if wrong:
            yield package.presentation, f"the sections and the slides differ in the ids {', '.join(wrong[:10])}"


@package_rule("S21", "open")
def sections_have_ids(package: Package) -> Iterator[tuple[str, str]]:
    """Each section has a GUID of its own."""
    ids = Counter(one.get("id", "") for one in _entries(package, f".//{P14}section"))
    for text, count in ids.items():
        if not _GUID.fullmatch(text):
            yield package.presentation, f"`{text[:60]}` is not a section's id"
        elif count > 1:
            yield package.presentation, f"{count} sections have the id {text}"


@package_rule("S23", "reader")
def the_usual_companions_are_there(package: Package) -> Iterator[tuple[str, str]]:
    """The presentation has presProps, viewProps, tableStyles and theme relationships."""
    part = package.presentation
    for kind in ("presProps", "viewProps", "tableStyles", "theme"):
        if part and not package.relationships(part, kind):
            yield part, f"no {kind} relationship"


@package_rule("S24", "open")
def masters_have_a_theme(package: Package) -> Iterator[tuple[str, str]]:
    """Each slide, notes and handout master has one theme."""
    for name in _masters(package):
        count = len(package.relationships(name, "theme"))
        if count != 1:
            yield name, f"{count} themes"


@package_rule("S24", "risk")
def themes_are_not_shared(package: Package) -> Iterator[tuple[str, str]]:
    """No two masters share a theme."""
    owners: dict[str, str] = {}
    for name in _masters(package):
        for one in package.relationships(name, "theme"):
            if owners.setdefault(one.target, name) != name:
                yield name, f"shares `{one.target}` with `{owners[one.target]}`"


def _masters(package: Package) -> list[str]:
    return [name for kind in MASTERS for name in package.of_kind(kind)]


@package_rule("S25", "open")
def slides_have_one_layout(package: Package) -> Iterator[tuple[str, str]]:
    """Each slide has one layout, each layout one master."""
    for kind, above in (("slide", "slideLayout"), ("slideLayout", "slideMaster")):
        for name in package.of_kind(kind):
            count = sum(one.kind == above for one in package.rels.get(name, {}).values())
            if count != 1:
                yield name, f"{count} relationships to a {above}"


@package_rule("S26", "open")
def layouts_are_listed(package: Package) -> Iterator[tuple[str, str]]:
    """Each layout of a master is in its `p:sldLayoutIdLst`, once, and points back at the master."""
    for name in package.of_kind("slideMaster"):
        if (root := package.trees.get(name)) is None:
            continue
        used = [entry.get(R + "id", "") for entry in root.findall(f"{P}sldLayoutIdLst/{P}sldLayoutId")]
        yield from ((name, text) for text in _uses(package, name, "slideLayout", used))
        for one in package.relationships(name, "slideLayout"):
            back = package.relationships(one.target, "slideMaster")
            if back and back[0].target != name:
                yield name, f"has the layout `{one.target}`, which is another master's"


@package_rule("S26", "open")
def masters_are_listed(package: Package) -> Iterator[tuple[str, str]]:
    """Each slide master of the presentation is in its `p:sldMasterIdLst`, once."""
    if _root(package) is not None:
        used = [entry.get(R + "id", "") for entry in _entries(package, f"{P}sldMasterIdLst/{P}sldMasterId")]
        for text in _uses(package, package.presentation, "slideMaster", used):
            yield package.presentation, text

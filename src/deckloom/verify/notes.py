"""Rules about notes pages and their master. Keynote needs all of them together."""

from collections.abc import Iterator

from deckloom.verify.package import Package
from deckloom.verify.rules import package_rule


@package_rule("S39", "open")
def notes_belong_to_one_slide(package: Package) -> Iterator[tuple[str, str]]:
    """Each notes page belongs to one slide, and each slide has at most one."""
    owners: dict[str, str] = {}
    for slide in package.of_kind("slide"):
        pages = [one.target for one in package.rels.get(slide, {}).values() if one.kind == "notesSlide"]
        if len(pages) > 1:
            yield slide, f"{len(pages)} notes pages"
        for page in pages:
            if owners.setdefault(page, slide) != slide:
                yield page, f"belongs to `{owners[page]}` and to `{slide}`"


@package_rule("S39", "reader")
def notes_point_back(package: Package) -> Iterator[tuple[str, str]]:
    """Each notes page points back at its one slide and at the notes master."""
    for page in package.of_kind("notesSlide"):
        slides = []
        masters = 0
        for one in package.rels.get(page, {}).values():
            if one.kind == "slide":
                slides.append(one.target)
            masters += one.kind == "notesMaster"
        if len(slides) != 1:
            yield page, f"points at {len(slides)} slides"
        elif not any(one.target == page for one in package.rels.get(slides[0], {}).values()):
            yield page, f"points at `{slides[0]}`, which does not point at it"
        if masters != 1:
            yield page, f"points at {masters} notes masters"


@package_rule("S40", "risk")
def the_notes_master_has_a_body(package: Package) -> Iterator[tuple[str, str]]:
    """The notes master has a body placeholder."""
    for name in package.of_kind("notesMaster"):
        if name in package.placeholders and not any(type_ == "body" for type_, _ in package.placeholders[name]):
            yield name, "no body placeholder"

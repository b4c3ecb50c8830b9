"""A template as values: its page, its layouts with everything inherited resolved, and the parts a deck takes over."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element
from zipfile import ZIP_STORED, ZipFile

from deckloom.facts.intake import CONTENT_TYPES, STRICT, Link, Package, Refused, damaged, parse, rels_name, unpack
from deckloom.facts.keep import kept, left_behind
from deckloom.facts.layouts import LazyLayouts, Master, P, masters_of
from deckloom.facts.styles import emu
from deckloom.values.diagnostics import Outcome, warning
from deckloom.values.facts import RawPart, TemplateFacts
from deckloom.values.geometry import EMU_PER_INCH, Size
from deckloom.values.limits import Limits

MAIN = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"
PRESENTATION = MAIN.format("presentation")
OTHERS_TAKEN = (MAIN.format("template"), MAIN.format("slideshow"))
RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
NOTES_MASTER = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"

LEAST_SIDE, MOST_SIDE = EMU_PER_INCH, 56 * EMU_PER_INCH
NOTES_PAGE = Size(6_858_000, 9_144_000)
DEFAULT = "ledger"


def read_template(data: bytes, name: str, limits: Limits) -> Outcome[TemplateFacts]:
    """The template in a .pptx or .potx.

    Without a value there is one fault, ``template-unreadable``, that says why the file is not taken. Slides of the
    template's own are left behind without a word, unless they hold active content or use files outside.
    """
    try:
        package = unpack(data, limits)
        main = _main_part(package)
        facts, warned = _facts(package, main, name, data)
        if data != bundled_template(DEFAULT):
            _judge_with_python_pptx(package)
            tuple(facts.layouts.values())  # a layout that cannot be read is found now, not when a slide wants it
    except Refused as refused:
        return Outcome(None, (refused.fault.at(name, ()),))
    except (LookupError, ValueError, ArithmeticError) as error:
        return Outcome(None, (damaged(f"{type(error).__name__}: {error}").fault.at(name, ()),))
    message = f"parts of `{name}` that a deck does not need hold active content or use other files; they are left out"
    return Outcome(facts, (warning("template-unreadable", message),) if warned else ())


def bundled_names() -> tuple[str, ...]:
    """The names of the themes that come with deckloom."""
    return tuple(sorted(path.stem for path in _templates().glob("*.pptx")))


@lru_cache
def bundled_template(name: str) -> bytes | None:
    """The template of a theme that comes with deckloom; None for a name that is none of them."""
    return bundled_file(name).read_bytes() if name in bundled_names() else None


def bundled_file(name: str) -> Path:
    """Where the template of such a theme is, or would be."""
    return _templates() / f"{name}.pptx"


def _templates() -> Path:
    """Where the bundled templates are: beside the modules in an installed package, at the top of a source checkout."""
    package = Path(__file__).parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent.parent / "templates"


def _main_part(package: Package) -> str:
    """The presentation part. Raises Refused for other kinds of documents, and for macros."""
    names = [link.target for link in package.links("") if link.kind == "officeDocument"]
    if len(names) != 1 or names[0] not in package.parts:
        raise damaged("it names no presentation part")
    kind = package.type_of(names[0])
    if "macroEnabled" in kind or any(link.kind == "vbaProject" for link in package.links(names[0])):
        raise Refused("holds macros", "save it from PowerPoint as .pptx or .potx, without macros")
    if "wordprocessingml" in kind:
        raise Refused("is a Word document, not a presentation")
    if "spreadsheetml" in kind:
        raise Refused("is an Excel workbook, not a presentation")
    if kind != PRESENTATION and kind not in OTHERS_TAKEN:
        raise Refused("is not a PowerPoint file", "use a .pptx or .potx")
    if STRICT.encode() in package.parts[names[0]][:4096]:
        raise Refused("is written in Strict Open XML", "save it from PowerPoint as an ordinary .pptx, not as Strict")
    return names[0]


def _judge_with_python_pptx(package: Package) -> None:
    """A second opinion on a template that is not ours: what python-pptx cannot open, other programs may not either."""
    from pptx import Presentation

    types = package.parts[CONTENT_TYPES]
    for other in OTHERS_TAKEN:
        types = types.replace(other.encode(), PRESENTATION.encode())
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, data in {**package.parts, CONTENT_TYPES: types}.items():
            archive.writestr(name, data)
    try:
        for master in Presentation(stream).slide_masters:
            list(master.slide_layouts)
    except Exception as error:
        raise damaged(f"python-pptx cannot open it: {type(error).__name__}: {error}") from error


def _facts(package: Package, main: str, name: str, data: bytes) -> tuple[TemplateFacts, bool]:
    """The template as a value, and whether the author should hear of what is left behind."""
    presentation = parse(main, package.parts[main])
    masters = masters_of(package, main, presentation)
    found = kept(package, main)
    parts = _raw_parts(package, found.names, found.jumps)
    links = package.links(main)
    notes = _first(links, "notesMaster")
    if notes is None:
        notes = _add_notes_master(parts, masters[0])
    facts = TemplateFacts(
        name=name,
        digest=sha256(data).hexdigest(),
        page=_page(presentation),
        notes_page=_size(presentation.find(f"{P}notesSz")) or NOTES_PAGE,
        layouts=LazyLayouts(package, masters),
        major=masters[0].major,
        minor=masters[0].minor,
        colors=masters[0].colors,
        parts=tuple(parts[one] for one in sorted(parts)),
        presentation=package.parts[main],
        master_parts=tuple(master.name for master in masters),
        notes_master_part=notes,
        handout_master_part=_first(links, "handoutMaster"),
    )
    return facts, left_behind(package, found)


def _first(links: Iterable[Link], kind: str) -> str | None:
    return next((link.target for link in links if link.kind == kind), None)


def _size(element: Element | None) -> Size | None:
    return None if element is None else Size(emu(element.get("cx", "0")), emu(element.get("cy", "0")))


def _page(presentation: Element) -> Size:
    page = _size(presentation.find(f"{P}sldSz"))
    if page is None:
        raise damaged("it has no slide size")
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in page):
        raise Refused("has a slide size that PowerPoint does not take", "set it between 1 and 56 inches a side")
    return page


def _raw_parts(package: Package, names: Iterable[str], jumps: dict[str, frozenset[str]]) -> dict[str, RawPart]:
    """The parts with their relationships; links to slides that stay behind are cut."""
    parts: dict[str, RawPart] = {}
    for name in names:
        data, rels = package.parts[name], package.parts.get(rels_name(name))
        if name in jumps:
            data, rels = _without_ids(data, jumps[name]), _without_ids(rels or b"", jumps[name])
        parts[name] = RawPart(name, package.type_of(name), data)
        if rels is not None:
            parts[rels_name(name)] = RawPart(rels_name(name), RELATIONSHIPS, rels)
    return parts


def _without_ids(data: bytes, ids: frozenset[str]) -> bytes:
    """The XML without the elements that have one of these relationship ids."""
    from lxml import etree

    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(root.iter(etree.Element)):
        names = [name for name in element.attrib if name == "Id" or str(name).endswith("relationships}id")]
        own = {element.get(name) for name in names}
        parent = element.getparent()
        if own & ids and parent is not None:
            parent.remove(element)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _add_notes_master(parts: dict[str, RawPart], master: Master) -> str:
    """Ours, with a copy of the template's theme: without a notes master some readers refuse a deck with notes."""
    ours = unpack(bundled_template(DEFAULT) or b"", Limits())
    source = next(name for name in ours.parts if ours.type_of(name) == NOTES_MASTER)
    taken = {name.lower() for name in parts}
    number = next(at for at in range(1, len(parts) + 2) if f"ppt/theme/theme{at}.xml" not in taken)
    theme, name = f"ppt/theme/theme{number}.xml", "ppt/notesMasters/notesMaster1.xml"
    link = ours.parts[rels_name(source)].replace(b"theme2.xml", f"theme{number}.xml".encode())
    parts[name] = RawPart(name, NOTES_MASTER, ours.parts[source])
    parts[rels_name(name)] = RawPart(rels_name(name), RELATIONSHIPS, link)
    parts[theme] = RawPart(theme, THEME, parts[master.theme_name].data)
    theirs = parts.get(rels_name(master.theme_name))
    if theirs:
        parts[rels_name(theme)] = RawPart(rels_name(theme), RELATIONSHIPS, theirs.data)
    return name

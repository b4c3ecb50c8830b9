"""From a theme's description to a complete template."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from deckloom.theme.grid import PAGE
from deckloom.theme.layouts import LAYOUTS
from deckloom.theme.pages import PAGE as NOTES_PAGE
from deckloom.theme.pages import handout_master, notes_master
from deckloom.theme.parts import (
    APP_PROPERTIES,
    PRES_PROPS,
    TABLE_STYLES,
    VIEW_PROPS,
    core_properties,
    theme_part,
)
from deckloom.theme.slides import MASTER_ID, OTHER, layout, master
from deckloom.theme.xml import DECLARATION, DEPTH, NAMESPACES, levels_xml, part
from deckloom.values.theme import ThemeSpec

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_PML = "application/vnd.openxmlformats-officedocument.presentationml."
_OFF = "application/vnd.openxmlformats-officedocument."

_PRESENTATION = "/ppt/presentation.xml"
_MASTER = "/ppt/slideMasters/slideMaster1.xml"
_NOTES = "/ppt/notesMasters/notesMaster1.xml"
_HANDOUT = "/ppt/handoutMasters/handoutMaster1.xml"
_CORE = "/docProps/core.xml"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
REGULAR_FILE = 0o600 << 16


def build_theme(theme: ThemeSpec) -> bytes:
    """A .pptx without slides: master, all layouts, notes and handout masters. The same theme gives the same bytes."""
    layouts = {f"/ppt/slideLayouts/slideLayout{at}.xml": one for at, one in enumerate(LAYOUTS, 1)}
    links = {
        "/": [("officeDocument", _PRESENTATION), ("extended-properties", "/docProps/app.xml")],
        _PRESENTATION: _presentation_links(),
        _MASTER: [*(("slideLayout", name) for name in layouts), ("theme", "/ppt/theme/theme1.xml")],
        **{name: [("slideMaster", _MASTER)] for name in layouts},
        _NOTES: [("theme", "/ppt/theme/theme2.xml")],
        _HANDOUT: [("theme", "/ppt/theme/theme3.xml")],
    }
    parts = {
        **{name: (_PML + "slideLayout+xml", layout(theme, one)) for name, one in layouts.items()},
        **_fixed_parts(theme, len(layouts)),
    }
    return _zipped(parts, links)


def _presentation_links() -> list[tuple[str, str]]:
    return [
        ("slideMaster", _MASTER),
        ("notesMaster", _NOTES),
        ("handoutMaster", _HANDOUT),
        ("presProps", "/ppt/presProps.xml"),
        ("viewProps", "/ppt/viewProps.xml"),
        ("theme", "/ppt/theme/theme1.xml"),
        ("tableStyles", "/ppt/tableStyles.xml"),
    ]


def _fixed_parts(theme: ThemeSpec, layouts: int) -> dict[str, tuple[str, bytes]]:
    """Everything but the layouts, by part name: content type and bytes."""
    themes = {f"/ppt/theme/theme{at}.xml": (_OFF + "theme+xml", theme_part(theme)) for at in (1, 2, 3)}
    return {
        _PRESENTATION: (_PML + "presentation.main+xml", _presentation(theme)),
        _MASTER: (_PML + "slideMaster+xml", master(theme, layouts)),
        _NOTES: (_PML + "notesMaster+xml", notes_master(theme)),
        _HANDOUT: (_PML + "handoutMaster+xml", handout_master(theme)),
        **themes,
        "/ppt/presProps.xml": (_PML + "presProps+xml", PRES_PROPS),
        "/ppt/viewProps.xml": (_PML + "viewProps+xml", VIEW_PROPS),
        "/ppt/tableStyles.xml": (_PML + "tableStyles+xml", TABLE_STYLES),
        "/docProps/app.xml": (_OFF + "extended-properties+xml", APP_PROPERTIES),
        _CORE: ("application/vnd.openxmlformats-package.core-properties+xml", core_properties(theme.name)),
    }


def _presentation(theme: ThemeSpec) -> bytes:
    return part(
        f'<p:presentation {NAMESPACES} autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        '<p:handoutMasterIdLst><p:handoutMasterId r:id="rId3"/></p:handoutMasterIdLst>'
        f'<p:sldSz cx="{PAGE.w}" cy="{PAGE.h}"/><p:notesSz cx="{NOTES_PAGE.w}" cy="{NOTES_PAGE.h}"/>'
        f"<p:defaultTextStyle>{levels_xml(theme, OTHER, DEPTH, '+mn-lt')}</p:defaultTextStyle></p:presentation>"
    )


def _relationships(source: str, links: list[tuple[str, str]]) -> bytes:
    """A ``.rels`` part with targets relative to the source part's folder; the first link is rId1."""
    rows = [
        f'<Relationship Id="rId{at}" Type="{_OFFICE}{kind}" Target="{_relative(source, target)}"/>'
        for at, (kind, target) in enumerate(links, 1)
    ]
    if source == "/":
        rows.append(
            f'<Relationship Id="rId{len(rows) + 1}" Type="{_PACKAGE}relationships/metadata/core-properties" '
            f'Target="{_CORE[1:]}"/>'
        )
    return (f'{DECLARATION}<Relationships xmlns="{_PACKAGE}relationships">{"".join(rows)}</Relationships>').encode()


def _relative(source: str, target: str) -> str:
    """The target as seen from the source's folder. No folder here lies deeper than one below ``/ppt``."""
    folder = source.rsplit("/", 1)[0]
    if target.startswith(folder + "/"):
        return target.removeprefix(folder + "/")
    return "../" + target.removeprefix("/ppt/")


def _content_types(parts: Mapping[str, tuple[str, bytes]]) -> bytes:
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, (kind, _) in sorted(parts.items()))
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}content-types">{defaults}{rows}</Types>'.encode()


def _rels_name(source: str) -> str:
    folder, name = source.rsplit("/", 1)
    return f"{folder}/_rels/{name}.rels"


def _zipped(parts: Mapping[str, tuple[str, bytes]], links: Mapping[str, list[tuple[str, str]]]) -> bytes:
    """The package: content types, the package's own relationships, then every part in the order of its name."""
    files = {name[1:]: data for name, (_, data) in parts.items()}
    files |= {_rels_name(source)[1:]: _relationships(source, rows) for source, rows in links.items()}
    first = "_rels/.rels"
    ordered = [("[Content_Types].xml", _content_types(parts)), (first, files.pop(first)), *sorted(files.items())]
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, data in ordered:
            entry = ZipInfo(name, FIRST_DAY)
            entry.create_system, entry.external_attr, entry.compress_type = 3, REGULAR_FILE, ZIP_DEFLATED
            package.writestr(entry, data, compresslevel=6)
    return stream.getvalue()

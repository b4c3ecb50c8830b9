"""A template is judged before anything parses it: its zip directory, sizes, names, and what kind of file it is."""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from posixpath import normpath
from typing import NamedTuple
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile, ZipInfo

from deckloom.facts.fault import Fault, shown
from deckloom.values.limits import Limits

SLUG = "template-unreadable"
OLD_BINARY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
ENCRYPTED_MEMBER = 0x1
CONTENT_TYPES = "[Content_Types].xml"
STRICT = "http://purl.oclc.org/ooxml/"

READ_ERRORS = (BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)
"""What zipfile raises for one damage or another."""


class Link(NamedTuple):
    """A relationship: its id, the last word of its type, the part it leads to or, if ``external``, the address."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """An unpacked file: bytes by part name (without the leading slash), and the content types."""

    parts: dict[str, bytes]
    defaults: dict[str, str]
    overrides: dict[str, str]

    def type_of(self, name: str) -> str:
        """A part's content type; empty if it has none."""
        return self.overrides.get(name.lower()) or self.defaults.get(name.rpartition(".")[2].lower(), "")

    def links(self, name: str) -> list[Link]:
        """The relationships of a part; "" stands for the package itself."""
        return read_links(name, self.parts.get(rels_name(name), b""))


class Refused(Exception):
    """The template is not taken; ``fault`` says why."""

    def __init__(self, what: str, *hints: str) -> None:
        super().__init__(what)
        self.fault = Fault(SLUG, what, hints)


def unpack(data: bytes, limits: Limits) -> Package:
    """The parts of a file that is safe to parse. Raises Refused, with a sentence of its own for each reason."""
    _judge_outside(data, limits)
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _judge_directory(entries, limits)
            parts = {entry.filename: _read(archive, entry) for entry in entries}
    except READ_ERRORS as error:
        raise damaged(f"the zip archive cannot be read: {error}") from error
    _judge_text(parts)
    if CONTENT_TYPES not in parts:
        raise Refused("is a zip archive but not a presentation", "save it from PowerPoint as .pptx or .potx")
    return Package(parts, *_content_types(parts[CONTENT_TYPES]))


def damaged(what: str) -> Refused:
    """The refusal of a file that is broken."""
    return Refused(f"is damaged ({shown(what)})", "open it in PowerPoint and save it again")


def _judge_outside(data: bytes, limits: Limits) -> None:
    if not data:
        raise Refused("is empty")
    if len(data) > limits.template_bytes:
        hint = f"raise the limit with `--limit template_bytes={len(data)}`"
        raise Refused(f"has {len(data):,} bytes, over the limit `template_bytes` of {limits.template_bytes:,}", hint)
    if data.startswith(OLD_BINARY):
        raise _old_binary(data)
    if not data.startswith(ZIP):
        raise Refused("is not a PowerPoint file", "use a .pptx or .potx")


def _old_binary(data: bytes) -> Refused:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Refused("is encrypted", "remove the password in PowerPoint and save it again")
    if "PowerPoint Document".encode("utf-16-le") in data:
        return Refused("is an old binary PowerPoint file (.ppt)", "save it from PowerPoint as .pptx")
    return Refused("is an old binary Office file", "save it from PowerPoint as .pptx")


def _judge_directory(entries: list[ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.template_members:
        raise _over("files", len(entries), "template_members", limits.template_members)
    total = sum(entry.file_size for entry in entries)
    if total > limits.template_unpacked:
        raise _over("bytes unpacked", total, "template_unpacked", limits.template_unpacked)
    seen: set[str] = set()
    for entry in entries:
        _judge_entry(entry, limits)
        if entry.filename.lower() in seen:
            raise Refused(f"holds two files of the name `{shown(entry.filename)}`")
        seen.add(entry.filename.lower())


def _judge_entry(entry: ZipInfo, limits: Limits) -> None:
    name = entry.orig_filename
    unsafe = name.startswith("/") or "\\" in name or ".." in name.split("/") or not name.isprintable()
    if unsafe or name != entry.filename:
        raise Refused(f"holds a file with an unsafe name, `{shown(name)}`")
    if entry.flag_bits & ENCRYPTED_MEMBER:
        raise Refused("is a zip archive with a password", "save it from PowerPoint without one")
    if name.lower().endswith((".xml", ".rels")) and entry.file_size > limits.template_part:
        raise _over(f"bytes in `{shown(name)}`", entry.file_size, "template_part", limits.template_part)


def _over(what: str, found: int, name: str, limit: int) -> Refused:
    hint = f"raise the limit with `--limit {name}={found}`"
    return Refused(f"holds {found:,} {what}, over the limit `{name}` of {limit:,}", hint)


def _read(archive: ZipFile, entry: ZipInfo) -> bytes:
    with archive.open(entry) as stream:
        data = stream.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise BadZipFile(f"Bad size for file {entry.filename!r}")
    return data


def _judge_text(parts: dict[str, bytes]) -> None:
    """No document type declarations, which can multiply or fetch text, and no encoding that could hide one."""
    for name, data in parts.items():
        if not name.lower().endswith((".xml", ".rels", ".vml")):
            continue
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise Refused(f"holds a document type declaration in `{shown(name)}`")
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:64]:
            raise Refused(f"holds a part that is not UTF-8, `{shown(name)}`")


def _content_types(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """Types by extension and by part name, both in lower case."""
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for row in parse(CONTENT_TYPES, data):
        kind = row.get("ContentType") or ""
        if row.get("Extension"):
            defaults[row.get("Extension", "").lower()] = kind
        elif row.get("PartName"):
            overrides[row.get("PartName", "").lstrip("/").lower()] = kind
    return defaults, overrides


def parse(name: str, data: bytes) -> ElementTree.Element:
    """A part's root element. Raises Refused where it is not XML. Document types were refused before."""
    try:
        return ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise damaged(f"{name}: {error}") from error


def rels_name(name: str) -> str:
    """Where the relationships of a part stand; "" stands for the package itself."""
    folder, _, own = name.rpartition("/")
    return f"{folder}/_rels/{own}.rels".lstrip("/")


def read_links(source: str, data: bytes) -> list[Link]:
    """The relationships in a ``.rels`` part, the targets as part names."""
    if not data:
        return []
    folder = source.rpartition("/")[0]
    links = []
    for row in parse(rels_name(source), data):
        kind, target = row.get("Type") or "", row.get("Target") or ""
        external = row.get("TargetMode") == "External"
        if kind.startswith(STRICT):
            raise Refused(
                "is written in Strict Open XML", "save it from PowerPoint as an ordinary .pptx, not as Strict"
            )
        place = target if external else _inside(folder, target)
        links.append(Link(row.get("Id") or "", kind.rpartition("/")[2], place, external))
    return links


def _inside(folder: str, target: str) -> str:
    return normpath(target if target.startswith("/") else f"/{folder}/{target}").lstrip("/")

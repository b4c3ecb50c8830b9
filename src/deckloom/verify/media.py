"""Rules about pictures, embedded files and the package's size."""

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from deckloom.verify.package import Package
from deckloom.verify.rules import declared, package_rule

_MAGIC: Final[dict[str, tuple[bytes, ...]]] = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": (b"BM",),
    "tif": (b"II*\x00", b"MM\x00*"),
    "tiff": (b"II*\x00", b"MM\x00*"),
    "emf": (b"\x01\x00\x00\x00",),
    "wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00"),
    "wdp": (b"II\xbc",),
    "xlsx": (b"PK\x03\x04",),
    "docx": (b"PK\x03\x04",),
    "pptx": (b"PK\x03\x04",),
}
"""How the bytes of a file with this extension begin."""

_REGISTERED: Final = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
}
_EVERYWHERE: Final = frozenset({"png", "jpg", "jpeg", "gif"})
_MOST: Final = 100_000_000


def extension(name: str) -> str:
    """The part's extension in lower case."""
    return name.rpartition(".")[2].lower() if "." in name.rpartition("/")[2] else ""


def is_media(name: str, type_: str) -> bool:
    """Whether the part is a picture, a film or a sound."""
    return "/media/" in name or type_.startswith(("image/", "video/", "audio/"))


@declared("S44", "open")
def media_faults(name: str, data: bytes) -> Iterator[str]:
    """Media and embedded files are not empty, and are what their extension says."""
    if not data:
        yield "empty"
    elif (magic := _MAGIC.get(extension(name))) and not data.startswith(magic):
        yield f"not a {extension(name)}"


@declared("S42", "open")
def workbook_faults(name: str, data: bytes) -> Iterator[str]:
    """An embedded xlsx is a zip with a workbook."""
    if extension(name) != "xlsx":
        return
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except Exception:  # the reader raises half a dozen kinds on damaged bytes
        names = []
    if not any(one.endswith("workbook.xml") for one in names):
        yield "not an xlsx"


@package_rule("S45", "risk")
def picture_types_are_registered(package: Package) -> Iterator[tuple[str, str]]:
    """A picture has its format's registered type, and is a PNG, a JPEG or a GIF."""
    for name, type_ in package.types.items():
        if not is_media(name, type_) or type_.startswith(("video/", "audio/")):
            continue
        registered = _REGISTERED.get(extension(name))
        if registered and type_ != registered:
            yield name, f"typed as `{type_}`, not as `{registered}`"
        if extension(name) not in _EVERYWHERE:
            yield name, "a format that not every program shows"


@package_rule("S46", "risk")
def printer_settings_are_gone(package: Package) -> Iterator[tuple[str, str]]:
    """No printer settings are kept."""
    for name, type_ in package.types.items():
        if "printerSettings" in type_ or name.startswith("ppt/printerSettings/"):
            yield name, "printer settings"


@package_rule("S47", "open")
def nothing_is_active(package: Package) -> Iterator[tuple[str, str]]:
    """No macros, no ActiveX controls, no signatures."""
    words = ("vbaproject", "macroenabled", "activex", "digital-signature", "ms-office.vba")
    for name, type_ in package.types.items():
        if any(word in type_.lower() for word in words) or name.startswith("_xmlsignatures/"):
            yield name, f"active content or a signature (`{type_}`)"


@package_rule("S48", "risk")
def the_package_is_not_huge(package: Package) -> Iterator[tuple[str, str]]:
    """The package unpacks to less than 100 MB."""
    total = sum(one.size for one in package.entries)
    if total > _MOST:
        yield "", f"{total} bytes unpacked"

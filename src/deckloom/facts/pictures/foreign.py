"""What a file is that is no picture a presentation can hold."""

import re
from typing import NamedTuple

from deckloom.facts.fault import Fault


class Kind(NamedTuple):
    """How the bytes of a format look (a pattern from their start), what it is called and what to do about it."""

    pattern: re.Pattern[bytes]
    what: str
    hint: str


def _kind(pattern: bytes, what: str, hint: str) -> Kind:
    return Kind(re.compile(pattern, re.DOTALL | re.IGNORECASE), what, hint)


_AS_PICTURE = "save it as PNG or JPEG"
_DRAWING = "export it as PNG, about 2,000 pixels wide"
_PAGE = "export the page as PNG, about 2,000 pixels wide"
_BLANK = rb"(?:\xef\xbb\xbf)?\s*+"
_PROLOGUE = _BLANK + rb"(?>(?:<\?.*?\?>\s*|<!--.*?-->\s*)*)"  # atomic: time stays linear, whatever the bytes

KINDS = (
    _kind(rb"\Z", "is empty", "copy or download the picture again"),
    _kind(rb".{4}ftyp(?:hei|hev|mif1|msf1)", "is a HEIC picture, which few systems can show", "save it as JPEG"),
    _kind(rb".{4}ftypavi[fs]", "is an AVIF picture, which PowerPoint does not show", _AS_PICTURE),
    _kind(rb".{4}ftyp", "is a video", "take a still picture from it and save that as JPEG"),
    _kind(rb"%PDF", "is a PDF document", _PAGE),
    _kind(rb"%!PS|\xc5\xd0\xd3\xc6", "is an EPS or PostScript drawing", _DRAWING),
    _kind(rb"8BPS", "is a Photoshop document", _AS_PICTURE),
    _kind(rb"gimp xcf", "is a GIMP document", _AS_PICTURE),
    _kind(rb"\0\0[\x01\x02]\0(?!\0\0)", "is a Windows icon or cursor", "save it as PNG"),
    _kind(rb"\x01\0\0\0.{36} EMF", "is an EMF drawing", _DRAWING),
    _kind(rb"\xd7\xcd\xc6\x9a|[\x01\x02]\0\x09\0\0[\x01\x03]", "is a WMF drawing", _DRAWING),
    _kind(rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51", "is a JPEG 2000 picture", _AS_PICTURE),
    _kind(rb"\0\0\0\x0cJXL |\xff\x0a", "is a JPEG XL picture", _AS_PICTURE),
    _kind(rb"II\+\0|MM\0\+", "is a BigTIFF picture", _AS_PICTURE),
    _kind(rb"P[1-7]\s", "is a PNM picture", _AS_PICTURE),
    _kind(rb"PK\x03\x04", "is a ZIP archive or an Office document", "take the picture out of it"),
    _kind(rb"\x1f\x8b", "is packed with gzip", "unpack it first"),
    _kind(
        rb"version https://git-lfs",
        "is a Git LFS pointer that stands in for the picture",
        "run `git lfs pull` to fetch the picture itself",
    ),
    _kind(_PROLOGUE + rb"<(?:!DOCTYPE\s+svg|svg)\b", "is an SVG drawing", _DRAWING),
    _kind(
        _PROLOGUE + rb"<(?:!DOCTYPE\s+html|html|head|body)\b",
        "is a web page, not a picture",
        "open the address in a browser and save the picture itself",
    ),
    _kind(_BLANK + rb"[^\0-\x08\x0e-\x1f]+\Z", "is text, not a picture", "check that the path names the picture"),
)

_HEAD = 4_096


def foreign(data: bytes) -> Fault:
    """The fault of bytes that are none of the formats taken, naming what they are."""
    head = data[:_HEAD]
    for kind in KINDS:
        if kind.pattern.match(head):
            return Fault("picture-unreadable", kind.what, (kind.hint,))
    return Fault(
        "picture-unreadable",
        "is of no picture format that is taken",
        ("save it as PNG or JPEG; GIF, WebP, BMP and TIFF are taken too",),
    )

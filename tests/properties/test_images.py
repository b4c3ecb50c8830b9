"""Whatever the bytes, they are a picture or one fault."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deckloom.facts.fault import Fault
from deckloom.facts.images import Picture, look_at
from deckloom.values.limits import Limits
from tests.unit.facts.pictures import FORMATS, animation, decoded, encoded, exif, of, quarters

SOURCES = {
    **{kind: of(kind) for kind in FORMATS},
    "turned": encoded(quarters(), "JPEG", exif=exif(6)),
    "print": encoded(quarters(mode="CMYK"), "JPEG"),
    "moving": animation("GIF"),
    "moving PNG": animation("PNG"),
    "progressive": encoded(quarters(), "JPEG", progressive=True),
    "packed TIFF": encoded(quarters(), "TIFF", compression="tiff_lzw"),
    "measured": encoded(Image.new("F", (4, 3)), "TIFF"),
}
MAGICS = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF89a",
    b"RIFF\0\0\0\0WEBPVP8 ",
    b"BM",
    b"II*\0\x08\0\0\0",
    b"MM\0*",
    b"",
)
LIMITS = Limits(picture_pixels=1_000_000)


def judged(data: bytes) -> Picture | Fault:
    """The look at the bytes, with what holds for every one of them."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = look_at(data, LIMITS)
    if isinstance(found, Picture):
        image = decoded(found.data)
        assert image.size == (found.facts.width, found.facts.height)
        assert image.format == found.facts.extension.upper()
        assert len(found.data) == found.facts.size
        again = look_at(found.data, LIMITS)
        assert isinstance(again, Picture)
        assert again.data is found.data
    else:
        assert found.slug in ("picture-unreadable", "picture-too-large")
        assert found.hints
    return found


@given(st.sampled_from(MAGICS), st.binary(max_size=400))
def test_any_bytes_are_a_picture_or_a_fault(magic: bytes, body: bytes) -> None:
    judged(magic + body)


@pytest.mark.parametrize("name", SOURCES)
def test_a_picture_cut_anywhere_is_a_picture_or_a_fault(name: str) -> None:
    data = SOURCES[name]
    for end in range(0, len(data), max(1, len(data) // 150)):
        judged(data[:end])


@given(st.sampled_from(sorted(SOURCES)), st.data())
def test_a_picture_with_changed_bytes_is_a_picture_or_a_fault(name: str, choices: st.DataObject) -> None:
    data = bytearray(SOURCES[name])
    for _ in range(choices.draw(st.integers(1, 4))):
        data[choices.draw(st.integers(0, len(data) - 1))] = choices.draw(st.integers(0, 255))
    judged(bytes(data))

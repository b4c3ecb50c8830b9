"""Looking at pictures: what is taken, what becomes of it, what is refused and in which words."""

import hashlib
import warnings
import zlib
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageCms, ImageOps

from deckloom.facts.fault import Fault
from deckloom.facts.images import Picture, look_at
from deckloom.values.limits import Limits
from tests.unit.facts.pictures import (
    FORMATS,
    animation,
    chunk,
    decoded,
    encoded,
    exif,
    of,
    png_of_size,
    quarters,
    segment,
)

LIMITS = Limits()


def look(data: bytes, **limits: int) -> Picture:
    found = look_at(data, replace(LIMITS, **limits))
    assert isinstance(found, Picture), found
    return found


def fault(data: bytes, **limits: int) -> Fault:
    found = look_at(data, replace(LIMITS, **limits))
    assert isinstance(found, Fault), found
    return found


# What is taken


@pytest.mark.parametrize(("kind", "extension"), [("PNG", "png"), ("JPEG", "jpeg"), ("GIF", "gif")])
def test_a_clean_picture_goes_on_as_the_very_same_bytes(kind: str, extension: str) -> None:
    data = of(kind)
    found = look(data)
    assert found.data is data
    assert found.facts == (hashlib.sha256(data).hexdigest(), extension, 24, 16, len(data), False)


@pytest.mark.parametrize("kind", ["WEBP", "BMP", "TIFF"])
def test_a_format_that_presentations_do_not_hold_becomes_png(kind: str) -> None:
    data = encoded(quarters(), kind, **({"lossless": True} if kind == "WEBP" else {}))
    found = look(data)
    assert (found.facts.extension, found.facts.width, found.facts.height) == ("png", 24, 16)
    assert decoded(found.data).tobytes() == quarters().tobytes()


@pytest.mark.parametrize("options", [{"quality": 80}, {"lossless": True}, {"quality": 80, "exif": exif(1)}])
def test_every_kind_of_webp_is_taken(options: dict[str, object]) -> None:
    assert look(encoded(quarters(30, 20), "WEBP", **options)).facts[2:4] == (30, 20)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_mode_stays_as_it_is(mode: str) -> None:
    data = encoded(Image.new(mode, (5, 4)), "PNG")
    assert look(data).data is data


@pytest.mark.parametrize("options", [{"progressive": True}, {"subsampling": 0}, {"optimize": True}])
def test_a_jpeg_of_any_ordinary_kind_stays_as_it_is(options: dict[str, object]) -> None:
    data = encoded(quarters(), "JPEG", **options)
    assert look(data).data is data


def test_a_jpeg_taken_by_two_lenses_is_its_first_picture() -> None:
    data = encoded(quarters(), "MPO", save_all=True, append_images=[quarters(48, 32)])
    found = look(data)
    assert (found.facts.extension, found.facts.width, found.note) == ("jpeg", 24, "")
    assert len(found.data) < len(data) / 2
    assert decoded(found.data).format == "JPEG"


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_a_picture_in_printing_colours_becomes_rgb(kind: str) -> None:
    found = look(encoded(Image.new("CMYK", (9, 7), (0, 255, 255, 0)), kind))
    assert found.facts.extension == ("jpeg" if kind == "JPEG" else "png")
    red, green, blue = decoded(found.data).getpixel((4, 3))
    assert decoded(found.data).mode == "RGB"
    assert (red > 240, green < 15, blue < 15) == (True, True, True)


def test_printing_colours_whose_profile_does_not_open_become_rgb_all_the_same() -> None:
    found = look(encoded(Image.new("CMYK", (9, 7)), "JPEG", icc_profile=b"no profile"))
    assert decoded(found.data).mode == "RGB"
    assert "icc_profile" not in decoded(found.data).info


@pytest.mark.parametrize("mode", ["I", "F", "I;16", "LAB", "RGBA", "P", "1"])
def test_a_tiff_of_an_odd_mode_becomes_a_png(mode: str) -> None:
    image = Image.new(mode, (4, 3))
    assert look(encoded(image, "TIFF")).facts[1:4] == ("png", 4, 3)


def test_measurements_of_32_bits_are_shown_from_black_to_white() -> None:
    image = Image.new("F", (2, 1))
    image.putpixel((0, 0), -1.5)
    image.putpixel((1, 0), 3.0)
    assert decoded(look(encoded(image, "TIFF")).data).tobytes() == b"\x00\xff"


def test_a_colour_profile_goes_on_with_the_colours_it_explains() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind in ("PNG", "JPEG", "WEBP", "TIFF"):
        assert decoded(look(encoded(quarters(), kind, icc_profile=profile)).data).info["icc_profile"] == profile


# What shows through


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF", "GIF"])
def test_a_picture_that_shows_through_says_so(kind: str) -> None:
    image = quarters(mode="RGBA")
    image.putpixel((3, 3), (0, 0, 0, 0))
    assert look(encoded(image, kind)).facts.alpha


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_an_alpha_channel_that_hides_nothing_does_not_count(kind: str) -> None:
    assert not look(encoded(quarters(mode="RGBA"), kind)).facts.alpha


# Upright


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_a_picture_is_turned_upright(kind: str, orientation: int) -> None:
    options = {"lossless": True} if kind == "WEBP" else {"subsampling": 0, "quality": 95} if kind == "JPEG" else {}
    data = encoded(quarters(), kind, exif=exif(orientation), **options)
    meant = ImageOps.exif_transpose(decoded(data)).convert("RGB")
    found = look(data)
    shown = decoded(found.data).convert("RGB")
    assert (found.facts.width, found.facts.height) == shown.size == meant.size
    assert max(abs(a - b) for a, b in zip(shown.tobytes(), meant.tobytes(), strict=True)) < 12
    assert not shown.getexif()


def test_a_turned_jpeg_keeps_its_colour_resolution() -> None:
    for sampling in (0, 1, 2):
        data = encoded(quarters(64, 48), "JPEG", subsampling=sampling, exif=exif(3))
        kept = Image.open(BytesIO(look(data).data))
        assert kept.layer == Image.open(BytesIO(data)).layer


@pytest.mark.parametrize("value", [0, 9, 60_000])
def test_an_orientation_that_does_not_exist_turns_nothing(value: int) -> None:
    assert look(encoded(quarters(), "JPEG", exif=exif(value))).facts[2:4] == (24, 16)


@pytest.mark.parametrize("broken", [b"", b"II", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff", b"nonsense" * 9])
def test_broken_exif_turns_nothing(broken: bytes) -> None:
    data = of("JPEG")
    found = look(data[:2] + segment(0xE1, b"Exif\0\0" + broken) + data[2:])
    assert found.data == data


# What nobody should see


def test_a_jpeg_loses_its_metadata_and_nothing_else() -> None:
    clean = of("JPEG")
    head, rest = clean[:20], clean[20:]
    secrets = b"".join(
        segment(marker, kind + b"SECRET")
        for marker, kind in (
            (0xE0, b"JFXX\0\x10"),
            (0xE1, b"Exif\0\0"),
            (0xE1, b"http://ns.adobe.com/xap/1.0/\0"),
            (0xE2, b"MPF\0"),
            (0xED, b"Photoshop 3.0\0"),
            (0xEF, b""),
            (0xFE, b""),
        )
    )
    found = look(head + secrets + b"\xff\xff\xff" + rest + b"SECRET after the end")
    assert found.data == clean


def test_a_jpeg_keeps_its_profile_and_how_its_colours_are_stored() -> None:
    data = of("JPEG")
    extra = segment(0xE2, b"ICC_PROFILE\0\x01\x01profile") + segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01")
    data = data[:20] + extra + data[20:]
    assert look(data).data is data


def test_a_comment_between_the_scans_of_a_progressive_jpeg_goes() -> None:
    clean = encoded(quarters(64, 48), "JPEG", progressive=True)
    second = clean.index(b"\xff\xda", clean.index(b"\xff\xda") + 2)
    between = clean.rindex(b"\xff\xc4", 0, second)
    assert look(clean[:between] + segment(0xFE, b"SECRET") + clean[between:]).data == clean


def test_a_png_loses_its_metadata_and_nothing_else() -> None:
    clean = of("PNG")
    secrets = b"".join(
        chunk(kind, b"SECRET") for kind in (b"tEXt", b"zTXt", b"iTXt", b"tIME", b"prVw", b"caBX", b"acTL")
    )
    assert look(clean[:33] + secrets + clean[33:] + b"PK\3\4 SECRET").data == clean


def test_a_png_keeps_what_its_colours_and_its_resolution_mean() -> None:
    clean = of("PNG")
    extra = b"".join(
        (chunk(b"gAMA", b"\0\0\xb1\x8f"), chunk(b"sRGB", b"\0"), chunk(b"pHYs", b"\0\0\x0b\x13\0\0\x0b\x13\1"))
    )
    data = clean[:33] + extra + clean[33:]
    assert look(data).data is data


def test_a_colour_profile_that_unpacks_without_end_is_left_out() -> None:
    clean = of("PNG")
    bomb = chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(64_000_000)))
    assert look(clean[:33] + bomb + clean[33:]).data == clean


def test_a_gif_loses_its_comments_and_foreign_data_and_keeps_its_loop() -> None:
    loop = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"
    comment = b"\x21\xfe\x06SECRET\0"
    xmp = b"\x21\xff\x0bXMP DataXMP\x06SECRET\0"
    clean = of("GIF")
    image = clean.index(b"\x2c", 13)
    found = look(clean[:image] + loop + comment + xmp + clean[image:] + b"SECRET")
    assert found.data == clean[:image] + loop + clean[image:]


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_what_is_encoded_anew_carries_no_metadata(kind: str) -> None:
    found = look(encoded(quarters(), kind, exif=exif(6)))
    assert b"camera" not in found.data
    assert b"eXIf" not in found.data


# What moves


def test_an_animated_gif_stays_whole() -> None:
    data = animation("GIF")
    assert look(data).data is data


@pytest.mark.parametrize(
    ("kind", "said"), [("PNG", "first frame"), ("WEBP", "first frame"), ("TIFF", "first is shown")]
)
def test_other_animations_and_further_pages_are_left_out_with_a_word(kind: str, said: str) -> None:
    found = look(animation(kind))
    assert said in found.note
    assert getattr(decoded(found.data), "n_frames", 1) == 1


def test_a_reduced_picture_in_a_tiff_is_no_page() -> None:
    data = bytearray(animation("TIFF", 2))
    second = int.from_bytes(data[4:8], "little")
    second = int.from_bytes(data[second + 2 + 12 * data[second] :][:4], "little")
    first_entry = second + 2
    data[first_entry : first_entry + 12] = b"\xfe\0\4\0\1\0\0\0\1\0\0\0"  # NewSubfileType: reduced
    assert look(bytes(data)).note == ""


# Limits


@pytest.mark.parametrize(
    ("data", "limits", "found"),
    [
        (png_of_size(13_000, 13_000), {}, "169,000,000 pixels, over the limit of 50,000,000"),
        (png_of_size(65_535, 65_535), {}, "65,535 pixels on a side"),
        (png_of_size(2**31 - 1, 2**31 - 1), {}, "pixels on a side"),
        (png_of_size(20_001, 1), {}, "20,001 pixels on a side, over the limit of 20,000"),
        (of("JPEG"), {"picture_pixels": 383}, "384 pixels, over the limit of 383"),
        (of("WEBP"), {"picture_pixels": 383}, "384 pixels"),
        (of("BMP"), {"picture_pixels": 383}, "384 pixels"),
        (of("TIFF"), {"picture_pixels": 383}, "384 pixels"),
        (of("GIF"), {"picture_pixels": 383}, "384 pixels"),
        (of("BMP"), {"picture_bytes": 100}, "bytes, over the limit of 100"),
        (animation("GIF", 5), {"picture_frames": 4}, "5 frames, over the limit of 4"),
        (animation("GIF", 12), {"picture_pixels": 50}, "pixels in a tenth of its frames"),
    ],
)
def test_a_picture_over_a_limit_says_the_limit_and_what_was_found(
    data: bytes, limits: dict[str, int], found: str
) -> None:
    problem = fault(data, **limits)
    assert problem.slug == "picture-too-large"
    assert found in problem.what
    assert "--limit picture_" in problem.hints[0]


def test_a_picture_at_the_limit_is_taken() -> None:
    assert look(of("PNG"), picture_pixels=384, picture_side=24)


def test_neither_warnings_nor_settings_of_pillow_are_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 10)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for kind in ("PNG", "JPEG", "GIF", "BMP"):
            assert look(of(kind))
    assert Image.MAX_IMAGE_PIXELS == 10


@pytest.mark.parametrize("kind", ["WEBP", "TIFF"])
def test_what_pillow_itself_finds_too_large_is_a_fault(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 10)
    assert fault(of(kind)).slug == "picture-too-large"


# What is damaged


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("share", [0.35, 0.6, 0.95])
def test_a_picture_cut_short_is_damaged(kind: str, share: float) -> None:
    data = encoded(Image.effect_noise((60, 40), 90).convert("RGB"), kind)
    problem = fault(data[: int(len(data) * share)])
    assert problem.slug == "picture-unreadable"
    assert "damaged" in problem.what


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_a_picture_without_its_end_mark_is_damaged(kind: str) -> None:
    end = {"PNG": 12, "JPEG": 2, "GIF": 1}[kind]
    assert "ends" in fault(of(kind)[:-end]).what


def test_a_png_whose_checksum_is_wrong_names_the_chunk() -> None:
    data = bytearray(of("PNG"))
    data[-20] ^= 1
    assert "checksum of its IDAT chunk" in fault(bytes(data)).what


def test_a_png_whose_pixels_do_not_unpack_is_damaged() -> None:
    data = png_of_size(8, 8)
    assert "cannot be decoded" in fault(data).what


def test_a_gif_with_a_broken_later_frame_is_damaged() -> None:
    empty_frame = b"\x2c\0\0\0\0\x08\0\x06\0\0\x02\x01\x04\0"
    assert "cannot be decoded" in fault(of("GIF")[:-1] + empty_frame + b";").what


def test_a_gif_whose_frame_lies_outside_is_damaged() -> None:
    data = of("GIF").replace(b"\x2c\0\0\0\0", b"\x2c\x01\0\0\0")
    assert "outside the picture" in fault(data).what


@pytest.mark.parametrize(
    ("kind", "before", "size"),
    [
        ("JPEG", b"\xff\xc0\0\x11\x08", 2),
        ("WEBP", b"\x9d\x01\x2a", 2),
        ("BMP", b"\x28\0\0\0", 4),
    ],
)
def test_a_picture_without_pixels_is_damaged(kind: str, before: bytes, size: int) -> None:
    data = of(kind)
    at = data.index(before) + len(before)
    assert "it has no pixels" in fault(data[:at] + bytes(size) + data[at + size :]).what


def test_a_gif_whose_frame_has_no_pixels_is_damaged() -> None:
    assert "it has no pixels" in fault(of("GIF").replace(b"\x2c\0\0\0\0\x18", b"\x2c\0\0\0\0\0")).what


def test_a_png_without_pixels_is_damaged() -> None:
    assert "it has no pixels" in fault(png_of_size(0, 5)).what


@pytest.mark.parametrize("marker", [0xC3, 0xC9, 0xCA, 0xC7])
def test_a_jpeg_that_no_presentation_shows_is_refused(marker: int) -> None:
    data = of("JPEG").replace(b"\xff\xc0", bytes((0xFF, marker)))
    assert "no presentation shows" in fault(data).what


# What is something else


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x20ftypavif\0\0\0\0", "AVIF"),
        (b"\0\0\0\x18ftypisom\0\0\2\0", "video"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n<!-- b -->\n<svg width="1"/>', "SVG"),
        (b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg/>', "SVG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "EPS"),
        (b"\xc5\xd0\xd3\xc6\x1e\0\0\0", "EPS"),
        (b"8BPS\0\1\0\0\0\0", "Photoshop"),
        (b"gimp xcf v011\0", "GIMP"),
        (b"\0\0\1\0\1\0\x10\x10\0\0", "icon"),
        (b"\0\0\2\0\1\0\x10\x10\0\0", "cursor"),
        (b"\1\0\0\0\x6c\0\0\0" + bytes(32) + b" EMF\0\0\1\0", "EMF"),
        (b"\xd7\xcd\xc6\x9a\0\0", "WMF"),
        (b"\1\0\x09\0\0\3\x17\0", "WMF"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
        (b"\xff\x4f\xff\x51\0\x29", "JPEG 2000"),
        (b"\xff\x0a\xfa\x7f", "JPEG XL"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
        (b"II+\0\x08\0\0\0", "BigTIFF"),
        (b"P6\n2 2\n255\n", "PNM"),
        (b"PK\3\4\x14\0", "ZIP"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n", "Git LFS"),
        (b"\n<!DOCTYPE html>\n<html>", "web page"),
        (b"<!-- saved --><HTML><head>", "web page"),
        (b"BMW sold more cars this year\n", "text"),
        ("Überschrift, kein Bild\n".encode(), "text"),
        (b"\0\1\2\3\4\5\6\7", "no picture format"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "no picture format"),
    ],
)
def test_what_is_no_picture_is_told_what_it_is_and_what_to_do(data: bytes, what: str) -> None:
    problem = fault(data)
    assert problem.slug == "picture-unreadable"
    assert what in problem.what
    assert len(problem.hints) == 1


def test_what_a_file_is_takes_no_time_to_find_out_whatever_its_bytes() -> None:
    for data in (b"<!---->" * 600, b"<?xml" + b"<!--" * 1_000, b"<!-- " * 800, b" " * 4_096, b"<??>" * 1_000):
        assert fault(data).slug == "picture-unreadable"


# The same again


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_bytes_give_the_same_picture(kind: str) -> None:
    data = encoded(quarters(), kind, **({} if kind in ("GIF", "BMP") else {"exif": exif(6)}))
    assert look(data) == look(data)

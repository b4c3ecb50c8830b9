"""Pictures that are none, are damaged, are bombs, or say more than they show."""

import os
import struct
import zlib
from io import BytesIO

import pptx
import pytest
from PIL import Image

from tests.hostile.place import HEAD, image, packed, slide

SIZE = (640, 360)


def encoded(mode: str, kind: str, size: tuple[int, int] = SIZE, **options: object) -> bytes:
    """Noise, so that nothing is packed to nothing."""
    out = BytesIO()
    noise = Image.frombytes("L", size, bytes((at * 7919 >> 3) % 251 for at in range(size[0] * size[1])))
    Image.merge("RGB", (noise, noise, noise)).convert(mode).save(out, kind, **options)
    return out.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, *chunks: bytes, depth: int = 8, colour: int = 2, data: bytes | None = None) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    pixels = zlib.compress(b"\0") if data is None else data
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(chunks) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def white(width: int, height: int, mode: str = "1") -> bytes:
    out = BytesIO()
    Image.new(mode, (width, height), 1).save(out, "PNG")
    return out.getvalue()


def gif(width: int, height: int) -> bytes:
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", width, height, 0x80, 0, 0)
        + b"\0\0\0\xff\xff\xff"
        + (b"\x2c\0\0\0\0" + struct.pack("<HHB", width, height, 0) + b"\x02\x02\x4c\x01\0;")
    )


def frames(count: int, kind: str = "GIF") -> bytes:
    out = BytesIO()
    pictures = [Image.new("L", (8, 8), at * 37 % 256) for at in range(count)]
    pictures[0].save(out, kind, save_all=True, append_images=pictures[1:], duration=20)
    return out.getvalue()


def tiff(*entries: tuple[int, int, int, int], order: str = "<", tail: bytes = b"") -> bytes:
    """A TIFF directory of (tag, type, count, value), as it is."""
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    rows = b"".join(struct.pack(f"{order}HHII", *one) for one in entries)
    return head + struct.pack(f"{order}H", len(entries)) + rows + struct.pack(f"{order}I", 0) + tail


PNG, JPEG, GIF = encoded("RGB", "PNG"), encoded("RGB", "JPEG"), encoded("P", "GIF")
HTML = b"<!DOCTYPE html><html><body>404 Not Found</body></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
XXE = b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
BOMB = zlib.compress(bytes(64_000_000), 9)

REFUSED = {
    "empty": b"",
    "one byte": b"\x89",
    "a text": b"hello\n",
    "an HTML page": HTML,
    "an LFS pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n",
    "HEIC": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100),
    "AVIF": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + bytes(100),
    "JPEG XL": b"\xff\x0a" + bytes(100),
    "JPEG 2000": b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(100),
    "SVG with a script": SVG,
    "SVG with an entity": XXE,
    "SVGZ": b"\x1f\x8b\x08" + bytes(50),
    "PDF": b"%PDF-1.7\n" + bytes(100),
    "EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(id) run\n",
    "EPS with a preview": b"\xc5\xd0\xd3\xc6" + bytes(100),
    "EMF of zeros": b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(100),
    "WMF": b"\xd7\xcd\xc6\x9a" + bytes(100),
    "PSD": b"8BPS\0\x01" + bytes(100),
    "ICO": b"\0\0\x01\0\x01\0" + bytes(100),
    "FITS": b"SIMPLE  =                    T" + bytes(100),
    "PCX": b"\x0a\x05\x01\x08" + bytes(200),
    "a zip": b"PK\x03\x04" + bytes(100),
    "a program": b"\x7fELF" + bytes(100),
    "a PNG of a header alone": PNG[:33],
    "a PNG cut in half": PNG[: len(PNG) // 2],
    "a PNG without its end": PNG[:-12],
    "a PNG with broken pixels": PNG[:200] + bytes(40) + PNG[240:],
    "a PNG with too few pixels": png(100, 100),
    "a PNG of garbage": png(10, 10, data=b"garbage"),
    "a PNG without pixels": png(0, 10),
    "a PNG of no known depth": png(10, 10, depth=3),
    "a PNG of no known colour": png(10, 10, colour=5),
    "a PNG of 65,535 a side": png(65_535, 65_535),
    "a PNG of 4 thousand million a side": png(0xFFFF_FFFF, 0xFFFF_FFFF),
    "a PNG of 169 megapixels": white(13_000, 13_000),
    "a PNG of 1 by 20,001": white(1, 20_001),
    "a PNG with two headers": PNG[:33] + PNG[8:],
    "a PNG whose chunk is endless": PNG[:33] + b"\xff\xff\xff\xffIDAT" + PNG[41:],
    "a JPEG of a marker alone": b"\xff\xd8\xff",
    "a JPEG cut in its header": JPEG[:100],
    "a JPEG cut in half": JPEG[: len(JPEG) // 2],
    "a JPEG without its end": JPEG[:-2],
    "a JPEG of 65,535 a side": JPEG[: JPEG.index(b"\xff\xc0") + 5]
    + b"\xff\xff\xff\xff"
    + JPEG[JPEG.index(b"\xff\xc0") + 9 :],
    "a JPEG without pixels": JPEG[: JPEG.index(b"\xff\xc0") + 5] + bytes(4) + JPEG[JPEG.index(b"\xff\xc0") + 9 :],
    "a JPEG without a table": JPEG[: JPEG.index(b"\xff\xdb")] + JPEG[JPEG.index(b"\xff\xc0") :],
    "a lossless JPEG": JPEG.replace(b"\xff\xc0", b"\xff\xc3"),
    "a GIF of a header alone": b"GIF89a" + bytes(7),
    "a GIF cut in half": GIF[: len(GIF) // 2],
    "a GIF of 65,535 a side": gif(65_535, 65_535),
    "a GIF without pixels": gif(0, 0),
    "a GIF of 1,001 frames": frames(1_001),
    "a BMP of 2 thousand million a side": b"BM"
    + struct.pack("<IHHIIiiHHIIiiII", 99, 0, 0, 54, 40, 2**31 - 1, -(2**31), 1, 24, *[0] * 6),
    "a BMP cut in half": encoded("RGB", "BMP")[:5_000],
    "a WebP of a header alone": b"RIFF\x24\0\0\0WEBPVP8 ",
    "a WebP cut in half": encoded("RGB", "WEBP")[:900],
    "a WebP of 16,384 a side": b"RIFF\xff\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff\xff\xff" * 2 + bytes(200),
    "a TIFF of a header alone": b"II*\0\x08\0\0\0",
    "a TIFF whose directory is elsewhere": b"II*\0\xff\xff\xff\xff",
    "a TIFF whose directory is itself": tiff()[:-4] + b"\x08\0\0\0",
    "a TIFF without a size": tiff((258, 3, 1, 8)),
    "a TIFF of 65,535 a side": tiff(
        (256, 4, 1, 65_535), (257, 4, 1, 65_535), (258, 3, 1, 8), (259, 3, 1, 1), (273, 4, 1, 8)
    ),
    "a TIFF of a thousand samples": tiff(
        (256, 4, 1, 9), (257, 4, 1, 9), (258, 3, 1, 8), (277, 3, 1, 60_000), (273, 4, 1, 8)
    ),
    "a TIFF whose strips lie outside": tiff((256, 4, 1, 9), (257, 4, 1, 9), (258, 3, 1, 8), (273, 4, 1, 2**31)),
    "a TIFF cut in half": encoded("L", "TIFF", compression="tiff_lzw")[:4_000],
    "a big TIFF": b"II+\0\x08\0\0\0" + bytes(16),
    "26 megabytes": PNG + bytes(26_000_000),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_picture_that_cannot_be_trusted_stops_the_build_by_name_and_line(attack, folder, name: str):
    (folder / "x.png").write_bytes(REFUSED[name])
    done = attack(image("x.png"))
    assert done.code == 1
    assert done.codes & {"DL303", "DL304"}, done.err
    assert "`x.png`" in done.err
    assert "talk.yaml:7:" in done.err


EXIF = Image.Exif()
EXIF[0x0112], EXIF[0x010F], EXIF[0x0110] = 6, "SECRET-MAKER", "SECRET-MODEL"
EXIF.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0)})
TEXTS = chunk(b"tEXt", b"Comment\0SECRET-TEXT") + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0SECRET-XMP")

TAKEN = {
    "palette and alpha": (encoded("P", "PNG", transparency=3), "png"),
    "grey and alpha": (encoded("LA", "PNG"), "png"),
    "alpha": (encoded("RGBA", "PNG"), "png"),
    "one bit": (encoded("1", "PNG"), "png"),
    "16 bits": (encoded("I;16", "PNG") if False else encoded("L", "PNG"), "png"),
    "interlaced texts": (PNG[:33] + TEXTS + PNG[33:], "png"),
    "PNG with EXIF": (encoded("RGB", "PNG", exif=EXIF), "png"),
    "APNG": (frames(3, "PNG"), "png"),
    "PNG with a zip behind": (PNG + b"PK\x03\x04SECRET-ZIP" + bytes(99), "png"),
    "PNG with a page behind": (PNG + HTML + b"SECRET-TAIL", "png"),
    "zTXt bomb": (PNG[:33] + chunk(b"zTXt", b"SECRET-BOMB\0\0" + BOMB) + PNG[33:], "png"),
    "iCCP bomb": (PNG[:33] + chunk(b"iCCP", b"SECRET-BOMB\0\0" + BOMB) + PNG[33:], "png"),
    "broken profile": (PNG[:33] + chunk(b"iCCP", b"SECRET-ICC\0\0garbage") + PNG[33:], "png"),
    "a wrong check sum in a text": (PNG[:33] + TEXTS[:-1] + b"\0" + PNG[33:], "png"),
    "JPEG": (JPEG, "jpeg"),
    "JPEG called PNG": (encoded("RGB", "JPEG", quality=30), "jpeg"),
    "progressive": (encoded("RGB", "JPEG", progressive=True), "jpeg"),
    "grey JPEG": (encoded("L", "JPEG"), "jpeg"),
    "CMYK": (encoded("CMYK", "JPEG"), "jpeg"),
    "JPEG with EXIF": (encoded("RGB", "JPEG", exif=EXIF), "jpeg"),
    "JPEG with a broken EXIF": (JPEG[:2] + b"\xff\xe1\x00\x20Exif\0\0SECRET-EXIFxxxxxxxxxxxxx"[:34] + JPEG[2:], "jpeg"),
    "JPEG with a comment": (encoded("RGB", "JPEG", comment=b"SECRET-COMMENT"), "jpeg"),
    "JPEG with a page behind": (JPEG + b"<script>SECRET-TAIL</script>", "jpeg"),
    "MPO": (encoded("RGB", "MPO", save_all=True, append_images=[Image.new("RGB", SIZE)]), "jpeg"),
    "GIF": (GIF, "gif"),
    "GIF with a comment": (GIF[:-1] + b"\x21\xfe\x0eSECRET-COMMENT\0;", "gif"),
    "GIF with a page behind": (GIF + b"SECRET-TAIL", "gif"),
    "GIF of a thousand frames": (frames(1_000), "gif"),
    "WebP": (encoded("RGB", "WEBP"), "png"),
    "WebP with EXIF": (encoded("RGB", "WEBP", exif=EXIF), "png"),
    "BMP": (encoded("RGB", "BMP"), "png"),
    "TIFF": (encoded("RGB", "TIFF"), "png"),
    "TIFF of 32 bits": (encoded("F", "TIFF"), "png"),
    "TIFF in CMYK": (encoded("CMYK", "TIFF"), "png"),
    "TIFF of many pages": (encoded("L", "TIFF", save_all=True, append_images=[Image.new("L", SIZE)] * 3), "png"),
    "TIFF, JPEG inside": (encoded("RGB", "TIFF", compression="jpeg"), "png"),
    "TIFF without a resolution": (encoded("L", "TIFF", compression="tiff_adobe_deflate"), "png"),
    "1 by 20,000": (white(1, 20_000), "png"),
    "20,000 by 1": (white(20_000, 1), "png"),
    "1 by 1": (white(1, 1), "png"),
    "49 megapixels": (white(7_000, 7_000), "png"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_picture_is_stored_without_what_it_hides_and_inside_the_slide(attack, folder, name: str):
    data, extension = TAKEN[name]
    (folder / "x.png").write_bytes(data)
    done = attack(image("x.png"))
    assert done.code == 0, done.err
    parts = packed(folder / "talk.pptx")
    stored = {name: part for name, part in parts.items() if name.startswith("ppt/media/")}
    assert len(stored) == 1
    ((name, part),) = stored.items()
    assert name.endswith(f".{extension}")
    assert b"SECRET" not in part
    assert b"Exif" not in part[:2_000]
    Image.open(BytesIO(part)).load()
    deck = pptx.Presentation(str(folder / "talk.pptx"))
    shape = next(one for one in deck.slides[0].shapes if hasattr(one, "image"))
    assert 0 <= shape.left <= shape.left + shape.width <= deck.slide_width
    assert 0 <= shape.top <= shape.top + shape.height <= deck.slide_height


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_stands_upright(attack, folder, kind: str, turn: int):
    exif = Image.Exif()
    exif[0x0112] = turn
    (folder / "x.png").write_bytes(encoded("RGB", kind, exif=exif))
    assert attack(image("x.png")).code == 0
    deck = pptx.Presentation(str(folder / "talk.pptx"))
    shape = next(one for one in deck.slides[0].shapes if hasattr(one, "image"))
    assert (shape.width > shape.height) is (turn < 5)


def test_all_pictures_together_have_limits_of_their_own(attack, folder):
    for at in range(3):
        (folder / f"{at}.png").write_bytes(white(1_000, 1_000 + at))
    spec = HEAD + "".join(slide(kind="image", title=f"Picture {at}", alt="x", image=f"{at}.png") for at in range(3))
    for limit in (
        "all_pictures_pixels=2500000",
        "all_pictures_bytes=300",
        "picture_pixels=1000000",
        "picture_side=1001",
    ):
        assert "DL304" in attack(spec, "--limit", limit).codes
    assert attack(spec, "--limit", "all_pictures_pixels=3100000").code == 0


def test_a_file_that_changes_while_it_is_named_twice_is_read_once(attack, folder, picture):
    os.link(picture, folder / "again.png")
    spec = HEAD + slide(kind="image", title="A picture", alt="x", image="good.png")
    assert attack(spec + slide(kind="image", title="The same", alt="x", image="again.png")).code == 0
    assert len([name for name in packed(folder / "talk.pptx") if name.startswith("ppt/media/")]) == 1

"""Files that are no template, or that no deck may take over, each with its own sentence."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pptx
import pytest

from deckloom.facts.template import read_template
from deckloom.values.limits import Limits

GOOD = (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout7.xml.rels"
TYPES, MAIN, LAYOUT = "[Content_Types].xml", "ppt/presentation.xml", "ppt/slideLayouts/slideLayout7.xml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def rewritten(change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The good template after a change to its parts."""
    with ZipFile(BytesIO(GOOD)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    change(parts)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return stream.getvalue()


def replaced(part: str, old: str, new: str) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode())

    return rewritten(change)


def without(part: str) -> bytes:
    return rewritten(lambda parts: parts.pop(part) and None)


def added(name: str, data: bytes = b"x") -> bytes:
    return rewritten(lambda parts: parts.update({name: data}))


def linked(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    """A layout with one more relationship."""
    row = f'<Relationship Id="rId77" Type="{R}{kind}" Target="{target}"{mode}/></Relationships>'
    return replaced(LAYOUT_RELS, "</Relationships>", row)


def twins() -> bytes:
    stream = BytesIO(GOOD)
    with ZipFile(stream, "a") as package:
        package.writestr("PPT/Presentation.xml", b"<x/>")
    return stream.getvalue()


def locked() -> bytes:
    """The first entry marked as encrypted, in the directory."""
    at = GOOD.index(b"PK\x01\x02") + 8
    return GOOD[:at] + b"\x01" + GOOD[at + 1 :]


def broken_inside() -> bytes:
    """One byte of the first entry's packed data changed."""
    at = 30 + int.from_bytes(GOOD[26:28], "little") + int.from_bytes(GOOD[28:30], "little") + 40
    return GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :]


MACRO = ("presentationml.presentation.main+xml", "macroEnabled.main+xml")
CASES = {
    "an empty file": (b"", "is empty"),
    "a text": (b"hello", "is not a PowerPoint file"),
    "a cut zip": (GOOD[: len(GOOD) // 2], "is damaged (the zip archive cannot be read"),
    "a wrong checksum": (broken_inside(), "is damaged (the zip archive cannot be read"),
    "an encrypted file": (OLD + "EncryptedPackage".encode("utf-16-le"), "is encrypted"),
    "an old file": (OLD + "PowerPoint Document".encode("utf-16-le"), "is an old binary PowerPoint file (.ppt)"),
    "another old file": (OLD, "is an old binary Office file"),
    "a locked zip": (locked(), "is a zip archive with a password"),
    "no content types": (without(TYPES), "is a zip archive but not a presentation"),
    "no presentation": (without(MAIN), "it names no presentation part"),
    "no relationships": (without("_rels/.rels"), "it names no presentation part"),
    "twin names": (twins(), "holds two files of the name `PPT/Presentation.xml`"),
    "a path out": (added("../evil.xml"), "holds a file with an unsafe name, `../evil.xml`"),
    "an absolute path": (added("/etc/evil"), "holds a file with an unsafe name"),
    "a backslash": (added("ppt\\evil.xml"), "holds a file with an unsafe name"),
    "a document type": (
        replaced(LAYOUT, "<p:sldLayout", "<!DOCTYPE x [<!ENTITY a 'b'>]><p:sldLayout"),
        f"holds a document type declaration in `{LAYOUT}`",
    ),
    "UTF-16": (added("ppt/evil.xml", "<x/>".encode("utf-16")), "holds a part that is not UTF-8"),
    "macros": (replaced(TYPES, *MACRO), "holds macros"),
    "a macro part": (
        replaced("ppt/_rels/presentation.xml.rels", f"{R}printerSettings", f"{R}vbaProject"),
        "holds macros",
    ),
    "a Word document": (
        replaced(TYPES, "presentationml.presentation.main", "wordprocessingml.document.main"),
        "is a Word document",
    ),
    "an Excel workbook": (
        replaced(TYPES, "presentationml.presentation.main", "spreadsheetml.sheet.main"),
        "is an Excel workbook",
    ),
    "Strict Open XML": (
        replaced("_rels/.rels", R, "http://purl.oclc.org/ooxml/officeDocument/relationships/"),
        "is written in Strict Open XML",
    ),
    "a linked picture": (linked("image", "http://example.org/x.png"), "links to something outside itself"),
    "a script link": (linked("hyperlink", "javascript:alert(1)"), "links to something outside itself"),
    "an embedded object": (linked("oleObject", "../media/x.bin", ""), "holds an embedded object"),
    "a missing part": (linked("image", "../media/none.png", ""), "which is missing"),
    "broken XML": (replaced(LAYOUT, "</p:sldLayout>", ""), "is damaged"),
    "no layouts": (
        replaced("ppt/slideMasters/slideMaster1.xml", "p:sldLayoutId ", "p:sldLayoutOd "),
        "has no slide layouts",
    ),
    "no master": (replaced(MAIN, "p:sldMasterId ", "p:sldMasterOd "), "has no slide master"),
    "a colour that is none": (replaced("ppt/theme/theme1.xml", 'val="1F497D"', 'val="navy"'), "`navy` is not a colour"),
    "a role without a colour": (
        replaced("ppt/slideMasters/slideMaster1.xml", 'bg2="lt2"', 'bg2="lt7"'),
        "gives bg2 no colour",
    ),
    "a size that is none": (replaced(LAYOUT, "<a:bodyPr/>", '<a:bodyPr lIns="wide"/>'), "is damaged (ValueError"),
    "a page of nothing": (replaced(MAIN, 'cx="9144000"', 'cx="0"'), "has a slide size that PowerPoint does not take"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_file_that_is_not_taken_says_why(name: str):
    data, sentence = CASES[name]
    outcome = read_template(data, "brand.pptx", Limits())
    assert outcome.value is None
    (fault,) = outcome.diagnostics
    assert fault.slug == "template-unreadable"
    assert fault.message.startswith("`brand.pptx` ")
    assert sentence in fault.message


@pytest.mark.parametrize(
    ("limit", "most"),
    [("template_bytes", 1000), ("template_members", 10), ("template_unpacked", 10_000), ("template_part", 1000)],
)
def test_a_limit_is_named_with_the_way_to_raise_it(limit: str, most: int):
    outcome = read_template(GOOD, "brand.pptx", replace(Limits(), **{limit: most}))
    (fault,) = outcome.diagnostics
    assert f"over the limit `{limit}` of {most:,}" in fault.message
    assert fault.hints[0].text.startswith(f"raise the limit with `--limit {limit}=")


def test_a_web_link_on_a_layout_is_taken():
    assert read_template(linked("hyperlink", "https://example.org/"), "brand.pptx", Limits()).ok


def test_active_content_that_stays_behind_is_a_warning():
    row = f'<Relationship Id="rId88" Type="{R}oleObject" Target="embeddings/x.bin"/></Relationships>'

    def change(parts: dict[str, bytes]) -> None:
        parts["ppt/slides/slide1.xml"] = b"<x/>"
        parts["ppt/slides/_rels/slide1.xml.rels"] = (
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{row}'.encode()
        )

    outcome = read_template(rewritten(change), "brand.pptx", Limits())
    assert outcome.value is not None
    assert [one.severity for one in outcome.diagnostics] == ["warning"]

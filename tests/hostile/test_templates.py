"""Templates from strangers: judged before they are parsed, named by their fault, and nothing of them left over."""

import random
import re
import struct
import warnings
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pptx
import pytest
from lxml import etree

from tests.hostile.place import HEAD, packed, slide

GOOD = (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()
MAIN, TYPES, LAYOUT = "ppt/presentation.xml", "[Content_Types].xml", "ppt/slideLayouts/slideLayout2.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
LAYOUT_LINKS, MASTER_LINKS = (
    f"ppt/{one}s/_rels/{one}{n}.xml.rels" for one, n in (("slideLayout", 2), ("slideMaster", 1))
)
MAIN_LINKS = "ppt/_rels/presentation.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TALK = slide(kind="title") + slide(kind="bullets", title="What is listed", items="[a, b]", notes="Some notes")

with ZipFile(BytesIO(GOOD)) as _package:
    PARTS = {name: _package.read(name) for name in _package.namelist()}


def repacked(parts: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


def replaced(part: str, old: str, new: str, count: int = -1) -> bytes:
    assert old.encode() in PARTS[part], (part, old)
    return repacked({**PARTS, part: PARTS[part].replace(old.encode(), new.encode(), count)})


def added(**more: bytes) -> bytes:
    return repacked({**PARTS, **more})


def without(part: str) -> bytes:
    return repacked({name: data for name, data in PARTS.items() if name != part})


def linked(part: str, kind: str, target: str, external: bool = True) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    row = f'<Relationship Id="rId99" Type="{OFFICE}{kind}" Target="{target}"{mode}/></Relationships>'
    return replaced(part, "</Relationships>", row)


def named(name: str, data: bytes = b"<x/>") -> bytes:
    """With one more member, whatever its name."""
    stream = BytesIO(GOOD)
    with ZipFile(stream, "a") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that is there already
        entry = ZipInfo("placeholder")
        entry.filename = name
        package.writestr(entry, data)
    return stream.getvalue()


def patched(at: bytes, offset: int, value: bytes) -> bytes:
    """Some bytes of the first record with this signature changed."""
    place = GOOD.index(at) + offset
    return GOOD[:place] + value + GOOD[place + len(value) :]


def with_doctype(part: str, declaration: str) -> bytes:
    head, _, rest = PARTS[part].partition(b"?>")
    return repacked({**PARTS, part: head + b"?>" + declaration.encode() + rest})


def many(count: int) -> bytes:
    return repacked({**PARTS, **{f"x/{at}.xml": b"" for at in range(count)}}, ZIP_STORED)


def deep(levels: int) -> bytes:
    return replaced(LAYOUT, "</p:spTree>", "<p:grpSp>" * levels + "</p:grpSp>" * levels + "</p:spTree>")


BILLION = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + at)} '{f'&{chr(97 + at)};' * 10}'>" for at in range(9)
)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)

REFUSED = {
    "empty": b"",
    "a text": b"hello",
    "a page": b"<html></html>",
    "old PowerPoint": OLD + "PowerPoint Document".encode("utf-16-le"),
    "encrypted": OLD + "EncryptedPackage".encode("utf-16-le"),
    "old Office": OLD,
    "a zip that is empty": b"PK\x05\x06" + bytes(18),
    "cut in half": GOOD[: len(GOOD) // 2],
    "cut at the end": GOOD[:-30],
    "without its directory": GOOD[: GOOD.rindex(b"PK\x05\x06")],
    "a wrong check sum": patched(b"PK\x01\x02", 16, b"\0\0\0\0"),
    "a wrong size": patched(b"PK\x01\x02", 24, struct.pack("<I", 99_999)),
    "an endless size": patched(b"PK\x01\x02", 24, struct.pack("<I", 0xFFFF_FFF0)),
    "a wrong offset": patched(b"PK\x01\x02", 42, struct.pack("<I", 0x7FFF_FFFF)),
    "a locked member": patched(b"PK\x01\x02", 8, b"\x01\x00"),
    "an unknown packing": patched(b"PK\x01\x02", 10, b"\x63\x00"),
    "no content types": without(TYPES),
    "no presentation": without(MAIN),
    "no links": without("_rels/.rels"),
    "no links of the presentation": without(MAIN_LINKS),
    "no master": without(MASTER),
    "no links of the master": without(MASTER_LINKS),
    "no theme": without("ppt/theme/theme1.xml"),
    "a layout missing": without(LAYOUT),
    "no links of a layout": without(LAYOUT_LINKS),
    "no layouts": replaced(MASTER, "p:sldLayoutId ", "p:sldLayoutXd "),
    "no masters": replaced(MAIN, "p:sldMasterId ", "p:sldMasterXd "),
    "twin names": named("PPT/Presentation.xml"),
    "the same name": named(MAIN),
    "a path out": named("../evil.xml"),
    "a path out, deep": named("ppt/../../evil.xml"),
    "an absolute path": named("/etc/evil.xml"),
    "a backslash": named("ppt\\evil.xml"),
    "a drive": named("C:\\evil.xml"),
    "a NUL in a name": patched(b"PK\x01\x02", 46 + 3, b"\0"),
    "a control character in a name": named("ppt/\x1b[31m.xml"),
    "five thousand members": many(5_001),
    "a bomb in a part": added(**{"ppt/slideLayouts/bomb.xml": b" " * 33_000_000}),
    "a bomb beside": added(**{f"ppt/media/bomb{at}.bin": bytes(90_000_000) for at in range(3)}),
    "a bomb in the content types": repacked({**PARTS, TYPES: PARTS[TYPES] + b" " * 33_000_000}),
    "a document type": with_doctype(MAIN, "<!DOCTYPE x>"),
    "a document type in lower case": with_doctype(MAIN, "<!doctype x>"),
    "entities": with_doctype(LAYOUT, f"{BILLION}]>"),
    "an outside entity": with_doctype(MAIN, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "an outside document type": with_doctype(MASTER, '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'),
    "a document type in the links": with_doctype(LAYOUT_LINKS, "<!DOCTYPE x>"),
    "UTF-16": repacked({**PARTS, LAYOUT: PARTS[LAYOUT].decode().replace("UTF-8", "UTF-16").encode("utf-16")}),
    "UTF-7": repacked({**PARTS, LAYOUT: PARTS[LAYOUT].replace(b"UTF-8", b"UTF-7")}),
    "not XML": repacked({**PARTS, MASTER: b"hello"}),
    "no bytes": repacked({**PARTS, MASTER: b""}),
    "deep groups": deep(5_000),
    "a long attribute": replaced(LAYOUT, "<p:sldLayout ", f'<p:sldLayout x="{"a" * 11_000_000}" ', 1),
    "macros": replaced(TYPES, "presentationml.presentation.main+xml", "macroEnabled.main+xml"),
    "a macro part": linked(MAIN_LINKS, "vbaProject", "vbaProject.bin", external=False),
    "Word": replaced(TYPES, "presentationml.presentation.main", "wordprocessingml.document.main"),
    "Excel": replaced(TYPES, "presentationml.presentation.main", "spreadsheetml.sheet.main"),
    "Strict": replaced("_rels/.rels", OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships/"),
    "a Strict namespace": replaced(
        MAIN,
        "http://schemas.openxmlformats.org/presentationml/2006/main",
        "http://purl.oclc.org/ooxml/presentationml/main",
    ),
    "a linked picture": linked(LAYOUT_LINKS, "image", "http://127.0.0.1:9/x.png"),
    "a linked file": linked(LAYOUT_LINKS, "image", "file:///etc/passwd"),
    "a linked share": linked(MASTER_LINKS, "image", "\\\\host\\share\\x.png"),
    "a linked film": linked(LAYOUT_LINKS, "video", "http://127.0.0.1:9/x.mp4"),
    "a linked object": linked(LAYOUT_LINKS, "oleObject", "file:///C:/x.xls"),
    "a linked master": linked(MAIN_LINKS, "slideMaster", "http://127.0.0.1:9/m.xml"),
    "a script": linked(LAYOUT_LINKS, "hyperlink", "javascript:alert(1)"),
    "a link to a program": linked(LAYOUT_LINKS, "hyperlink", "file:///C:/Windows/x.exe"),
    "an embedded object": linked(LAYOUT_LINKS, "oleObject", "../embeddings/x.bin", external=False),
    "a control": linked(LAYOUT_LINKS, "control", "../activeX/x.xml", external=False),
    "a missing picture": linked(LAYOUT_LINKS, "image", "../media/none.png", external=False),
    "a page of nothing": replaced(MAIN, 'cx="9144000"', 'cx="0"'),
    "a negative page": replaced(MAIN, 'cx="9144000"', 'cx="-9144000"'),
    "a page of a mile": replaced(MAIN, 'cx="9144000"', 'cx="999999999999"'),
    "a page of letters": replaced(MAIN, 'cx="9144000"', 'cx="wide"'),
    "no page": replaced(MAIN, "p:sldSz", "p:sldXz"),
    "a colour that is none": replaced("ppt/theme/theme1.xml", 'val="1F497D"', 'val="navy"'),
    "a colour map that leads nowhere": replaced(MASTER, 'bg2="lt2"', 'bg2="lt9"'),
    "fifty megabytes": GOOD + bytes(50_000_000),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_template_that_cannot_be_trusted_is_refused_with_a_sentence(attack, folder, name: str):
    (folder / "brand.pptx").write_bytes(REFUSED[name])
    done = attack(HEAD.replace("slides", "theme: brand.pptx\nslides") + TALK)
    assert (done.code, done.codes) == (1, {"DL401"}), done.err
    assert "`brand.pptx`" in done.err
    assert "talk.yaml:3:8:" in done.err


OTHER_WAYS = ["empty", "encrypted", "entities", "macros", "Word", "no layouts", "a bomb beside", "a path out"]


@pytest.mark.parametrize("name", OTHER_WAYS)
def test_a_template_on_the_command_line_is_judged_alike(attack, folder, name: str):
    (folder / "brand.potx").write_bytes(REFUSED[name])
    done = attack(HEAD + TALK, "--theme", folder / "brand.potx")
    assert (done.code, done.codes) == (1, {"DL401"}), done.err


def test_a_template_on_the_command_line_that_is_no_file_is_exit_3(attack, folder):
    (folder / "folder.pptx").mkdir()
    for path in ("nothing.pptx", "folder.pptx", "/dev/zero.pptx", "x" * 300 + ".pptx", "good\0.pptx"):
        assert attack(HEAD + TALK, "--theme", path).code == 3
    for path in ("nothing", "ledger.pptx", "../ledger", "http://x/y", "", "/dev/zero", "LEDGER", "ledger\n"):
        assert attack(HEAD + TALK, "--theme", path).code == (0 if path == "" else 3 if path == "ledger.pptx" else 1)


def with_samples() -> bytes:
    """The template with a slide of its own, notes, a comment, a section, a custom show and a signature."""
    built = pptx.Presentation(BytesIO(GOOD))
    for at in range(3):
        one = built.slides.add_slide(built.slide_layouts[1])
        one.shapes.title.text = f"SECRET-SLIDE-{at}"
        one.notes_slide.notes_text_frame.text = "SECRET-NOTE"
    stream = BytesIO()
    built.save(stream)
    with ZipFile(stream) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    ids = re.findall(rb'<p:sldId [^>]*id="(\d+)"', parts[MAIN])
    shown = "".join(f'<p14:sldId id="{one.decode()}"/>' for one in ids)
    sections = (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="SECRET-SECTION" '
        f'id="{{6F9619FF-8B86-D011-B42D-00CF4FC964FF}}"><p14:sldIdLst>{shown}</p14:sldIdLst></p14:section>'
        "</p14:sectionLst></p:ext></p:extLst></p:presentation>"
    )
    parts[MAIN] = re.sub(rb"<p:extLst>.*</p:extLst>", b"", parts[MAIN], flags=re.DOTALL)
    parts[MAIN] = parts[MAIN].replace(b"</p:presentation>", sections.encode())
    for name, kind, target in (
        ("ppt/slides/_rels/slide1.xml.rels", "comments", "../comments/comment1.xml"),
        ("_rels/.rels", "digital-signature/origin", "_xmlsignatures/origin.sigs"),
        ("_rels/.rels", "custom-properties", "docProps/custom.xml"),
        ("_rels/.rels", "metadata/thumbnail", "docProps/thumbnail2.jpeg"),
    ):
        row = f'<Relationship Id="rX{len(kind)}" Type="{OFFICE}{kind}" Target="{target}"/></Relationships>'
        parts[name] = parts[name].replace(b"</Relationships>", row.encode())
    parts["ppt/comments/comment1.xml"] = b"<x>SECRET-COMMENT</x>"
    parts["_xmlsignatures/origin.sigs"] = parts["_xmlsignatures/sig1.xml"] = b"<x>SECRET-SIGNATURE</x>"
    parts["docProps/custom.xml"] = b"<x>SECRET-PROPERTY</x>"
    parts["docProps/thumbnail2.jpeg"] = b"SECRET-THUMBNAIL"
    parts["ppt/commentAuthors.xml"] = b"<x>SECRET-AUTHOR</x>"
    parts[TYPES] = parts[TYPES].replace(b"</Types>", b'<Default Extension="sigs" ContentType="application/x"/></Types>')
    return repacked(parts)


def test_nothing_of_the_templates_own_slides_is_left_over(attack, folder):
    data = with_samples()
    (folder / "brand.pptx").write_bytes(data)
    done = attack(HEAD.replace("slides", "theme: brand.pptx\nslides") + TALK)
    assert done.code == 0, done.err
    parts = packed(folder / "talk.pptx")
    assert [name for name, part in parts.items() if b"SECRET" in part or "SECRET" in name] == []
    assert not [name for name in parts if "comment" in name.lower() or "signature" in name or "custom" in name]
    ids = re.findall(rb'<p:sldId [^>]*id="(\d+)"', parts[MAIN])
    assert len(ids) == len(set(ids)) == 2
    assert len([name for name in parts if name.startswith("ppt/slides/slide")]) == 2


TAKEN = {
    "as it is": GOOD,
    "a template": replaced(TYPES, "presentationml.presentation.main+xml", "presentationml.template.main+xml"),
    "a show": replaced(TYPES, "presentationml.presentation.main+xml", "presentationml.slideshow.main+xml"),
    "stored": repacked(PARTS, ZIP_STORED),
    "in another order": repacked(dict(reversed(PARTS.items()))),
    "a long name of a layout": replaced(LAYOUT, 'name="Title and Content"', 'name="Title and Content" userDrawn="1"'),
    "a link to the web": linked(LAYOUT_LINKS, "hyperlink", "https://example.org/"),
    "unreached parts": added(**{"ppt/media/unreached.bin": b"SECRET"}),
    "a folder in the zip": added(**{"ppt/empty/": b""}),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_template_that_is_odd_but_sound_is_taken(attack, folder, name: str):
    (folder / "brand.pptx").write_bytes(TAKEN[name])
    done = attack(HEAD.replace("slides", "theme: brand.pptx\nslides") + TALK)
    assert done.code == 0, done.err
    parts = packed(folder / "talk.pptx")
    assert b"presentation.main+xml" in parts[TYPES]
    assert not [part for part in parts.values() if b"SECRET" in part]
    assert len(pptx.Presentation(str(folder / "talk.pptx")).slides) == 2


VALUES = (
    "",
    "-1",
    "0",
    "abc",
    "9" * 20,
    "1e400",
    "nan",
    "x" * 300,
    "rId1",
    "rId999",
    "../../x",
    "#",
    "{}",
    "title",
    "255",
)


def mutated(seed: int) -> bytes:
    """The template with one thing changed at random: an element gone, doubled or renamed, or an attribute changed."""
    chance = random.Random(seed)
    name = chance.choice(sorted(one for one in PARTS if one.endswith((".xml", ".rels")) and "docProps" not in one))
    root = etree.fromstring(PARTS[name])
    elements = [one for one in root.iter(etree.Element) if one.getparent() is not None] or [etree.SubElement(root, "x")]
    one, what = chance.choice(elements), chance.randrange(4)
    if what == 0:
        one.getparent().remove(one)
    elif what == 1:
        one.addnext(etree.fromstring(etree.tostring(one)))
    elif what == 2:
        one.tag = chance.choice(elements).tag
    elif one.attrib:
        one.set(chance.choice(sorted(one.attrib)), chance.choice(VALUES))
    return repacked({**PARTS, name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)})


@pytest.mark.parametrize("seed", range(60))
def test_a_template_with_anything_wrong_is_never_taken_for_a_fault_of_ours(attack, folder, seed: int):
    (folder / "brand.pptx").write_bytes(mutated(seed))
    assert attack(HEAD.replace("slides", "theme: brand.pptx\nslides") + TALK).code in (0, 1)


def test_a_theme_that_is_no_template_says_which_there_are(attack):
    for theme in ("nothing", "../ledger", "ledger.yaml", "ledger.pdf", "/etc/passwd", "http://x/y"):
        done = attack(HEAD.replace("slides", f"theme: {theme}\nslides") + TALK)
        assert done.code == 1
        assert "DL404" in done.codes or "DL30" in done.err

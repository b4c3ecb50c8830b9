"""Broken packages: each the good deck with one fault, named for it, with the rule and level that must say so."""

from deckloom.verify.rules import Level
from tests.unit.verify.decks import (
    CHART,
    MAIN,
    MAIN_RELS,
    MASTER,
    NOTES,
    NOTES_RELS,
    SLIDE,
    SLIDE_RELS,
    TYPES,
    Change,
    Parts,
    add,
    both,
    drop,
    relate,
    replace,
)

CORE, THEME, BOOK = "docProps/core.xml", "ppt/theme/theme2.xml", "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
IMAGE, NOTES_MASTER = "ppt/media/image1.png", "ppt/notesMasters/notesMaster1.xml"
LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout6.xml.rels"
SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
CHOICE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" Requires="p14"/>'
    "</mc:AlternateContent>"
)
GHOST = '<p:sp><p:nvSpPr><p:cNvPr id="77" name="Ghost"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>'
GROUP = (
    '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="77" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="1" cy="1"/><a:chOff x="0" y="0"/></a:xfrm></p:grpSpPr></p:grpSp>'
)


def _last_first(parts: Parts) -> None:
    """Move the content types to the end."""
    parts[TYPES] = parts.pop(TYPES)


def _empty(name: str) -> Change:
    return lambda parts: parts.__setitem__(name, b"")


def _holding(name: str, data: bytes) -> Change:
    return lambda parts: parts.__setitem__(name, data)


def _svg(parts: Parts) -> None:
    add("ppt/media/image1.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")(parts)
    replace(SLIDE_RELS, "image1.png", "image1.svg")(parts)


def _bmp(parts: Parts) -> None:
    add("ppt/media/image2.bmp", b"BM..", "image/bmp")(parts)
    relate(SLIDE_RELS, "image", "../media/image2.bmp")(parts)


def _second_notes(parts: Parts) -> None:
    add("ppt/notesSlides/notesSlide2.xml", parts[NOTES], SLIDE_TYPE.replace("slide+", "notesSlide+"))(parts)
    parts["ppt/notesSlides/_rels/notesSlide2.xml.rels"] = parts[NOTES_RELS]
    relate(SLIDE_RELS, "notesSlide", "../notesSlides/notesSlide2.xml")(parts)


FAULTS: dict[str, tuple[str, Level, Change]] = {
    "two parts whose names differ in case": ("S02", "open", add("ppt/Slides/slide1.xml", b"<a/>", SLIDE_TYPE)),
    "a backslash in a name": ("S03", "open", add("ppt\\evil.xml", b"<a/>")),
    "a name that climbs out": ("S03", "open", add("../evil.xml", b"<a/>")),
    "no content types": ("S04", "open", drop(TYPES)),
    "content types at the end": ("S04", "risk", _last_first),
    "a part without a type": ("S05", "open", add("ppt/data.strange", b"x")),
    "a type for a missing part": (
        "S06",
        "open",
        replace(TYPES, "</Types>", '<Override PartName="/ppt/gone.xml" ContentType="application/xml"/></Types>'),
    ),
    "an extension typed twice": (
        "S07",
        "open",
        replace(TYPES, "<Default ", '<Default Extension="PNG" ContentType="image/png"/><Default ', 1),
    ),
    "a slide typed as a layout": (
        "S08",
        "open",
        replace(TYPES, r'(?<=slide1\.xml" ContentType=")[^"]*', SLIDE_TYPE.replace("slide+", "slideLayout+")),
    ),
    "a main part typed as plain XML": (
        "S08",
        "open",
        replace(TYPES, r'(?<=/presentation\.xml" ContentType=")[^"]*', "application/xml"),
    ),
    "a bare ampersand": ("S09", "open", replace(SLIDE, "A title", "A & title")),
    "a control character": ("S09", "open", replace(SLIDE, "A title", "A\x07title")),
    "U+FFFF": ("S09", "open", replace(SLIDE, "A title", "A\uffff title")),
    "a document type": ("S09", "open", replace(SLIDE, "<p:sld ", '<!DOCTYPE x [<!ENTITY y "z">]><p:sld ')),
    "an unclosed tag": ("S09", "open", replace(SLIDE, "</p:sld>", "")),
    "relationships that are no XML": ("S09", "open", _holding(SLIDE_RELS, b"<Relationships")),
    "content types that are no XML": ("S09", "open", _holding(TYPES, b"<Types")),
    "no main part": ("S10", "open", replace("_rels/.rels", '<Relationship [^>]*/officeDocument"[^>]*/>', "")),
    "a relationship id twice": ("S11", "open", replace(SLIDE_RELS, '"rId2"', '"rId1"')),
    "a relationship id that is a number": ("S11", "open", replace(SLIDE_RELS, '"rId2"', '"2"')),
    "a target that is missing": ("S12", "open", drop(IMAGE)),
    "a target in other letters": ("S12", "open", replace(SLIDE_RELS, "image1.png", "Image1.png")),
    "a target called NULL": ("S12", "open", replace(SLIDE_RELS, "../media/image1.png", "NULL")),
    "relationships of nothing": (
        "S12",
        "open",
        lambda parts: parts.__setitem__(SLIDE_RELS.replace("1", "9"), parts[SLIDE_RELS]),
    ),
    "a link with a space": ("S13", "open", replace(SLIDE_RELS, "https://example.org/", "https://example.org/a b")),
    "a link without a host": ("S13", "open", replace(SLIDE_RELS, "https://example.org/", "https://")),
    "a layout outside": ("S13", "open", relate(SLIDE_RELS, "slideLayout", "https://example.org/x", mode="External")),
    "a picture id that is missing": ("S14", "open", replace(SLIDE, 'embed="rId3"', 'embed="rId33"')),
    "a link id that is missing": ("S14", "open", replace(SLIDE, 'hlinkClick r:id="rId5"', 'hlinkClick r:id="rId55"')),
    "a slide id without a relationship": ("S14", "open", replace(MAIN, 'r:id="rId9"', 'r:id=""')),
    "a picture that is a chart": ("S15", "open", replace(SLIDE, 'embed="rId3"', 'embed="rId4"')),
    "a slide that is not reached": ("S16", "open", add("ppt/slides/slide9.xml", b"<a/>", SLIDE_TYPE)),
    "a picture that is not reached": ("S16", "open", add("ppt/media/left.png", b"\x89PNG\r\n\x1a\n")),
    "a part that is not reached": ("S16", "risk", add("customXml/item1.xml", b"<a/>")),
    "a slide id below 256": ("S17", "open", replace(MAIN, 'id="256"', 'id="255"')),
    "a slide id twice": ("S17", "open", replace(MAIN, 'sldId id="257"', 'sldId id="256"')),
    "a slide that is not listed": ("S17", "open", replace(MAIN, '<p:sldId id="257"[^>]*/>', "")),
    "a layout id twice": ("S18", "open", replace(MASTER, "2147483650", "2147483649")),
    "a layout with the master's id": ("S18", "open", replace(MASTER, "2147483649", "2147483648")),
    "a master id that is too small": ("S18", "open", replace(MAIN, "2147483648", "648")),
    "a notes master that is not listed": ("S19", "reader", replace(MAIN, "<p:notesMasterIdLst>.*?IdLst>", "")),
    "a slide of half an inch": ("S20", "open", replace(MAIN, 'cx="9144000"', 'cx="457200"', 1)),
    "a slide type with another size": ("S20", "risk", replace(MAIN, 'cx="9144000"', 'cx="12192000"', 1)),
    "a section with a dead slide": ("S21", "open", replace(MAIN, 'p14:sldId id="257"', 'p14:sldId id="299"')),
    "a slide in no section": ("S21", "open", replace(MAIN, '<p14:sldId id="257"/>', "")),
    "two sections with one id": ("S21", "open", replace(MAIN, "{00000257", "{00000256")),
    "slides listed after their size": (
        "S22",
        "open",
        replace(MAIN, "(<p:sldIdLst>.*</p:sldIdLst>)(<p:sldSz[^>]*>)", "<p:sldSz/><p:sldIdLst/>"),
    ),
    "text before its properties": ("S22", "open", replace(SLIDE, "<a:r><a:t>", "<a:r><a:t>x</a:t><a:rPr/><a:t>", 1)),
    "a shape without properties": ("S22", "open", replace(SLIDE, "<p:spPr/>", "")),
    "a fill after the font": (
        "S22",
        "open",
        replace(SLIDE, "<a:rPr><a:h", '<a:rPr><a:latin typeface="A"/><a:noFill/><a:h'),
    ),
    "two text bodies": ("S22", "open", replace(SLIDE, "</p:txBody>", "</p:txBody><p:txBody/>", 1)),
    "an element of another place": ("S22", "open", replace(SLIDE, "<a:bodyPr/>", "<a:bodyPr/><a:tbl/>", 1)),
    "letters between elements": ("S22", "open", replace(SLIDE, "<a:r><a:t>A", "stray<a:r><a:t>A")),
    "a series without an order": ("S22", "open", replace(CHART, '<c:order val="0"/>', "")),
    "no view properties": ("S23", "reader", replace(MAIN_RELS, '<Relationship [^>]*/viewProps"[^>]*/>', "")),
    "a notes master without a theme": ("S24", "open", drop("ppt/notesMasters/_rels/notesMaster1.xml.rels")),
    "a theme that is shared": (
        "S24",
        "risk",
        replace("ppt/notesMasters/_rels/notesMaster1.xml.rels", "theme2", "theme1"),
    ),
    "a slide with two layouts": ("S25", "open", relate(SLIDE_RELS, "slideLayout", "../slideLayouts/slideLayout1.xml")),
    "a layout without a master": ("S25", "open", replace(LAYOUT_RELS, "<Relationship [^>]*/>", "")),
    "a layout that is not listed": ("S26", "open", replace(MASTER, '<p:sldLayoutId id="[^>]*rId3"/>', "")),
    "a master that is not listed": ("S26", "open", replace(MAIN, "<p:sldMasterId [^>]*/>", "")),
    "a shape id twice": ("S27", "open", replace(SLIDE, 'cNvPr id="3"', 'cNvPr id="2"')),
    "a shape id that is a word": ("S27", "open", replace(SLIDE, 'cNvPr id="3"', 'cNvPr id="three"')),
    "a text body without a paragraph": ("S28", "open", replace(SLIDE, "<a:p><a:r><a:t>A title.*?</a:p>", "")),
    "a cell without a text body": ("S28", "open", replace(SLIDE, "<a:tc><a:txBody>.*?</a:txBody>", "<a:tc>", 1)),
    "a drawn shape without a text body": ("S29", "risk", replace(SLIDE, "</p:spTree>", GHOST + "</p:spTree>")),
    "a negative extent": ("S30", "open", replace(SLIDE, 'cx="508000"', 'cx="-508000"')),
    "half an EMU": ("S30", "open", replace(SLIDE, 'cx="508000"', 'cx="508000.5"')),
    "an offset that is NaN": ("S30", "open", replace(SLIDE, 'off x="0"', 'off x="NaN"', 1)),
    "an undefined attribute": ("S30", "open", replace(SLIDE, 'noGrp="1"', 'noGrp="undefined"', 1)),
    "a group without its children's extent": ("S30", "open", replace(SLIDE, "</p:spTree>", GROUP + "</p:spTree>")),
    "a colour by name": (
        "S31",
        "open",
        replace(SLIDE, "<a:noFill/>", '<a:solidFill><a:srgbClr val="red"/></a:solidFill>'),
    ),
    "a font size in points": ("S32", "open", replace(SLIDE, "<a:rPr>", '<a:rPr sz="18">')),
    "a placeholder that its layout lacks": ("S33", "risk", replace(SLIDE, 'ph type="title"', 'ph idx="42"')),
    "a placeholder twice": (
        "S33",
        "risk",
        replace(SLIDE, "<p:nvPr/></p:nvPicPr>", '<p:nvPr><p:ph type="title"/></p:nvPr></p:nvPicPr>'),
    ),
    "a picture of nothing": ("S34", "open", replace(SLIDE, ' r:embed="rId3"', "")),
    "an SVG in place of a picture": ("S34", "reader", _svg),
    "a row with a cell too few": ("S35", "open", replace(SLIDE, "<a:tc>.*?</a:tc>", "", 1)),
    "a frame without a place": ("S36", "open", replace(SLIDE, "<p:xfrm>.*?</p:xfrm>", "", 1)),
    "a foreign element": ("S37", "open", replace(SLIDE, "</p:spTree>", '<x:y xmlns:x="urn:x"/></p:spTree>')),
    "a foreign attribute": ("S37", "open", replace(SLIDE, "<p:cSld>", '<p:cSld xmlns:x="urn:x" x:y="1">')),
    "an ignorable prefix that is not declared": (
        "S37",
        "open",
        replace(
            SLIDE,
            "<p:sld ",
            '<p:sld xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="a99" ',
        ),
    ),
    "a choice without a fallback": ("S38", "risk", replace(SLIDE, "</p:clrMapOvr>", "</p:clrMapOvr>" + CHOICE)),
    "two notes pages": ("S39", "open", _second_notes),
    "notes that point at another slide": ("S39", "reader", replace(NOTES_RELS, "slide1.xml", "slide2.xml")),
    "notes without their master": ("S39", "reader", replace(NOTES_RELS, '<Relationship Id="rId1"[^>]*/>', "")),
    "a notes master without a body": ("S40", "risk", replace(NOTES_MASTER, 'type="body"', 'type="obj"')),
    "an axis that is not defined": (
        "S41",
        "open",
        replace(CHART, '<c:axId val="2113994440"/></c:bar', '<c:axId val="7"/></c:bar'),
    ),
    "a bar chart with one axis": ("S41", "open", replace(CHART, '<c:axId val="2113994440"/></c:bar', "</c:bar")),
    "an axis that crosses nothing": ("S41", "open", replace(CHART, 'crossAx val="2113994440"', 'crossAx val="7"')),
    "a negative axis id": ("S41", "risk", replace(CHART, "2113994440", "-2113994440")),
    "a workbook that is none": ("S42", "open", _holding(BOOK, b"PK\x03\x04 but no more")),
    "a workbook of another type": ("S42", "open", replace(TYPES, "spreadsheetml.sheet", "wordprocessingml.document")),
    "a chart without a workbook": ("S42", "reader", replace(CHART, "<c:externalData.*?</c:externalData>", "")),
    "a series index twice": ("S43", "open", replace(CHART, 'c:idx val="1"', 'c:idx val="0"')),
    "an empty picture": ("S44", "open", _empty(IMAGE)),
    "a picture that is a text": ("S44", "open", _holding(IMAGE, b"hello")),
    "a picture type that is not registered": ("S45", "risk", replace(TYPES, "image/png", "image/x-png")),
    "a picture that few programs show": ("S45", "risk", _bmp),
    "printer settings": (
        "S46",
        "risk",
        add(
            "ppt/printerSettings/p.bin",
            b"x",
            "application/vnd.openxmlformats-officedocument.presentationml.printerSettings",
        ),
    ),
    "macros": (
        "S47",
        "open",
        both(
            add("ppt/vbaProject.bin", b"x", "application/vnd.ms-office.vbaProject"),
            relate(MAIN_RELS, "vbaProject", "vbaProject.bin"),
        ),
    ),
    "a signature": ("S47", "open", add("_xmlsignatures/sig1.xml", b"<a/>")),
    "over 100 MB": ("S48", "risk", add("ppt/media/big.png", b"\x89PNG\r\n\x1a\n" + bytes(100_000_000))),
    "a title twice in the properties": ("S49", "open", replace(CORE, "<dc:title/>", "<dc:title/><dc:title/>")),
    "a date in words": ("S49", "open", replace(CORE, "2013-01-27T09:14:16Z", "yesterday")),
    "an element in the properties": ("S49", "open", replace(CORE, "<dc:title/>", "<dc:title><b/></dc:title>")),
    "two parts of core properties": (
        "S49",
        "open",
        both(
            add("docProps/core2.xml", b"<a/>", "application/xml"),
            replace(
                "_rels/.rels",
                "</Relationships>",
                '<Relationship Id="rId9" Target="docProps/core2.xml" Type="http://schemas.openxmlformats.org/package/'
                '2006/relationships/metadata/core-properties"/></Relationships>',
            ),
        ),
    ),
}
"""The fault's name, the rule that must find it, at which level, and how it is made."""

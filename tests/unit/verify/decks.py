"""A good deck made by python-pptx, with what it gets wrong put right, and a way to break it in one place."""

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache

from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

Parts = dict[str, bytes]
Change = Callable[[Parts], None]

TYPES = "[Content_Types].xml"
MAIN, MAIN_RELS = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
SLIDE, SLIDE_RELS = "ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels"
NOTES, NOTES_RELS = "ppt/notesSlides/notesSlide1.xml", "ppt/notesSlides/_rels/notesSlide1.xml.rels"
MASTER, MASTER_RELS = "ppt/slideMasters/slideMaster1.xml", "ppt/slideMasters/_rels/slideMaster1.xml.rels"
CHART, CHART_RELS = "ppt/charts/chart1.xml", "ppt/charts/_rels/chart1.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@cache
def good() -> bytes:
    """Two slides: title, picture, table, chart, link and notes; title and body. No rule finds anything in it."""
    parts = unpacked(_made_by_python_pptx())
    replace(MAIN_RELS, '<Relationship Id="[^"]*" Type="[^"]*/printerSettings"[^>]*/>', "")(parts)
    del parts["ppt/printerSettings/printerSettings1.bin"]
    replace(TYPES, '<Default Extension="bin"[^>]*/>', "")(parts)
    found = re.search(rb'Id="(rId\d+)" Type="[^"]*/notesMaster"', parts[MAIN_RELS])
    assert found
    listed = f'<p:notesMasterIdLst><p:notesMasterId r:id="{found[1].decode()}"/></p:notesMasterIdLst>'
    replace(MAIN, "</p:sldMasterIdLst>", f"</p:sldMasterIdLst>{listed}")(parts)
    replace(CHART, 'val="-', 'val="')(parts)
    sections = "".join(
        f'<p14:section name="{name}" id="{{00000{id_}-0000-4000-8000-000000000000}}"><p14:sldIdLst>'
        f'<p14:sldId id="{id_}"/></p14:sldIdLst></p14:section>'
        for name, id_ in (("One", 256), ("Two", 257))
    )
    namespace = "http://schemas.microsoft.com/office/powerpoint/2010/main"
    replace(
        MAIN,
        "</p:presentation>",
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        f'<p14:sectionLst xmlns:p14="{namespace}">{sections}</p14:sectionLst></p:ext></p:extLst></p:presentation>',
    )(parts)
    return packed(parts)


def _made_by_python_pptx() -> bytes:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "A title"
    slide.notes_slide.notes_text_frame.text = "Notes & more"
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(picture, "PNG")
    slide.shapes.add_picture(picture, 0, 0)
    slide.shapes.add_table(2, 3, 0, 0, 4_000_000, 2_000_000)
    data = CategoryChartData()
    data.categories = ["a", "b"]
    data.add_series("one", (1, 2))
    data.add_series("two", (3, 4))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, 4_000_000, 3_000_000, data)
    box = slide.shapes.add_textbox(0, 0, 4_000_000, 400_000)
    box.text_frame.text = "A link"
    box.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://example.org/"
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Another"
    slide.placeholders[1].text = "Body\nMore"
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def unpacked(data: bytes) -> Parts:
    """The parts by name, in the order of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts) -> bytes:
    """The package again, content types first when they are there."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def broken(change: Change) -> bytes:
    """The good deck with one change."""
    parts = unpacked(good())
    change(parts)
    return packed(parts)


def replace(part: str, pattern: str, text: str, count: int = 0) -> Change:
    """Put the text for every match of the pattern in the part; there must be one."""

    def change(parts: Parts) -> None:
        old = parts[part].decode()
        new = re.sub(pattern, lambda _: text, old, count=count, flags=re.DOTALL)
        assert new != old, f"{pattern} is not in {part}"
        parts[part] = new.encode()

    return change


def add(name: str, data: bytes, type_: str = "") -> Change:
    """Add a part, typed by an override."""

    def change(parts: Parts) -> None:
        parts[name] = data
        if type_:
            replace(TYPES, "</Types>", f'<Override PartName="/{name}" ContentType="{type_}"/></Types>')(parts)

    return change


def relate(rels: str, kind: str, target: str, id_: str = "rId99", mode: str = "") -> Change:
    """Add a relationship."""
    outside = ' TargetMode="External"' if mode else ""
    line = f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target}"{outside}/>'
    return replace(rels, "</Relationships>", f"{line}</Relationships>")


def drop(name: str) -> Change:
    """Remove a part."""
    return lambda parts: parts.pop(name) and None


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(parts: Parts) -> None:
        for one in changes:
            one(parts)

    return change


def rename(old: str, new: str) -> Change:
    """Give an entry another name, in its place."""

    def change(parts: Parts) -> None:
        items = [(new if name == old else name, data) for name, data in parts.items()]
        parts.clear()
        parts.update(items)

    return change

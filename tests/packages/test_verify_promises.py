"""A deck as it was painted keeps every promise of its plan; a deck changed afterwards is found out."""

import dataclasses
import io
import re
from functools import cache
from hashlib import sha256

import pytest
from PIL import Image

from deckloom.facts.template import bundled_template, read_template
from deckloom.paint.deck import paint_deck
from deckloom.values.data import Amount, ChartData, Series
from deckloom.values.facts import LayoutFacts, LevelStyle, PictureFacts, Slot, TemplateFacts
from deckloom.values.geometry import Box, Crop, Insets
from deckloom.values.limits import Limits
from deckloom.values.plan import (
    CellText,
    ChartItem,
    Colour,
    Connector,
    DeckPlan,
    DrawingItem,
    DrawnText,
    Glue,
    GroupItem,
    Item,
    NumberItem,
    PictureItem,
    Properties,
    Revealed,
    Rule,
    SectionPlan,
    SeriesLook,
    SlidePlan,
    TableItem,
    TableRow,
    TextItem,
    ValueLabel,
)
from deckloom.values.text import BOLD, Para, Run
from deckloom.verify.check import verify, verify_package
from deckloom.verify.promises import verify_promises
from deckloom.verify.rules import published
from tests.unit.verify.decks import Change, packed, replace, unpacked

S1, S2 = "ppt/slides/slide1.xml", "ppt/slides/slide2.xml"
R1, R2 = "ppt/slides/_rels/slide1.xml.rels", "ppt/slides/_rels/slide2.xml.rels"
N1, NR1 = "ppt/notesSlides/notesSlide1.xml", "ppt/notesSlides/_rels/notesSlide1.xml.rels"
S3, S4, CHART = "ppt/slides/slide3.xml", "ppt/slides/slide4.xml", "ppt/charts/chart1.xml"
MAIN, IMAGE = "ppt/presentation.xml", "ppt/media/image1.png"
EMPTY = (
    '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Empty"/><p:cNvSpPr/><p:nvPr><p:ph idx="999"/></p:nvPr></p:nvSpPr><p:spPr/>'
    "</p:sp></p:spTree>"
)
ACCENT = Colour("accent1")


@cache
def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "PNG")
    return out.getvalue()


class _Pictures:
    def read(self, digest: str) -> bytes:
        assert digest == sha256(_picture()).hexdigest()
        return _picture()


@cache
def _template() -> TemplateFacts:
    data = bundled_template("ledger")
    assert data
    facts = read_template(data, "ledger", Limits()).value
    assert facts
    return facts


def _layout() -> LayoutFacts:
    """A layout with a title, a text, a picture and a number."""
    wanted = {"title", "pic", "sldNum"}
    layouts = _template().layouts.values()
    return next(one for one in layouts if wanted <= {slot.type for slot in one.slots.values()} and _text_slot(one))


def _text_slot(layout: LayoutFacts) -> Slot | None:
    types = (None, "body", "obj")
    return next(
        (slot for slot in layout.slots.values() if slot.type in types and slot.accepts in ("text", "any")), None
    )


def _drawing() -> DrawingItem:
    """Two boxes and an arrow between them."""
    level = LevelStyle(18, True, False, 100, 0, 0, 0, 0, None)
    boxes = [
        DrawnText(name, Box(at, 100, 10, 10), (Para((Run(name),)),), (), (level,), Insets(), ACCENT, ACCENT)
        for at, name in ((100, "Here"), (200, "There"))
    ]
    arrow = Connector("Arrow", Glue(0, 3), Glue(1, 1), Box(110, 105, 90, 0))
    return DrawingItem("Drawing", Box(100, 100, 110, 10), tuple(boxes), (arrow,), (), "Here → There", ())


def _slide(number: int) -> SlidePlan:
    layout = _layout()
    slots = {slot.type: slot for slot in layout.slots.values()}
    text = _text_slot(layout)
    assert text
    title, digest = f"Title & <{number}>", sha256(_picture()).hexdigest()
    facts = PictureFacts(digest, "png", 40, 30, len(_picture()))
    link = Run("a link", BOLD, "https://example.org/a%20b?c=1&d=2")
    words = (
        Para((Run("Plain, "), link, Run(" and on", BOLD, link.link), Run("\nbroken"))),
        Para((Run("jump", 0, "#one" if number == 2 else "#two"), Run(" café 漢字"))),
        Para((Run("last"),), level=1),
    )
    items: tuple[Item, ...] = (
        TextItem(slots["title"], slots["title"].box, (Para((Run(title),)),), (), ACCENT),
        TextItem(text, text.box, words, (), ACCENT),
        PictureItem(slots["pic"], slots["pic"].box, Crop(0, 0.1), facts, 'Alt "text"', number == 2, ()),
        NumberItem(slots["sldNum"], slots["sldNum"].box),
        _drawing(),
        GroupItem("Progress", Box(0, 0, 10, 10), (Rule(Box(0, 0, 5, 5), ACCENT),)),
    )
    notes = (Para((Run("Say & do "), Run("this", 0, "https://example.org/"))), Para((Run("and that"),)))
    name = ("one", "two")[number - 1]
    plan = SlidePlan(name, title, layout.name, layout.part, items, notes if number == 1 else (), (), number == 2)
    return dataclasses.replace(plan, clicks=((Revealed(1, 0), Revealed(1, 2)), (Revealed(1, 1),), (Revealed(0),)))


def _data_slides() -> tuple[SlidePlan, SlidePlan]:
    """A slide with a chart and one with a table, each in its placeholder."""
    wide, rows = (_template().layouts[name] for name in ("chart wide", "table"))
    place, box = wide.slots["chart"], wide.slots["chart"].box
    data = ChartData("column", ("a", "b"), (Series("Use", (Amount(11, sign=">"), Amount(1))),), "×")
    labels = tuple(ValueLabel(at, "outEnd", 20, Colour("tx1")) for at in range(2))
    looks = (SeriesLook(ACCENT, (), labels),)
    chart = ChartItem(place, box, data, "Alt of a chart", (), "×", box._replace(x=0, y=0), 0, 12, False, 14, looks)
    cells = tuple(CellText((Run(text),), Colour("tx1"), False) for text in ("one", "two"))
    table = TableItem(
        rows.slots["table"],
        rows.slots["table"].box,
        "Alt of a table",
        (),
        (600_000, 600_000),
        ("left", "right"),
        (TableRow(cells, 400_000, 14, "rule"), TableRow(cells, 400_000, 18, "hair")),
        200_000,
        40_000,
        18,
    )
    return (
        SlidePlan("three", "three", wide.name, wide.part, (chart,), (), ()),
        SlidePlan("four", "four", rows.name, rows.part, (table,), (), ()),
    )


@cache
def _plan() -> DeckPlan:
    properties = Properties("A deck", "An author", "", "en", "2024-01-01T00:00:00Z")
    sections = (SectionPlan("First", 0, 1), SectionPlan("Second", 1, 4))
    slides = (_slide(1), _slide(2), *_data_slides())
    return DeckPlan(_template().page, slides, sections, properties, "en-US", fades=True)


@cache
def _deck() -> bytes:
    out = io.BytesIO()
    paint_deck(_plan(), _template(), _Pictures(), out)
    return out.getvalue()


def test_a_painted_deck_keeps_every_rule_and_every_promise():
    assert verify(io.BytesIO(_deck()), _plan()) == ()


CHANGES: list[tuple[str, str, Change]] = [
    ("another id", "C01", replace(S1, 'cSld name="one"', 'cSld name="six"')),
    ("slides swapped", "C01", replace(MAIN, 'sldId id="256" r:id="(rId[0-9]+)"/><p:sldId id="257"', 'sldId id="257"')),
    ("a slide shown", "C01", replace(S2, ' show="0"', "")),
    ("another layout", "C01", replace(R1, r"slideLayout\d+\.xml", "slideLayout1.xml")),
    ("a slide that is no XML", "C01", lambda parts: parts.__setitem__(S2, b"<p:sld>")),
    ("a letter of a title", "C02", replace(S1, "Title &amp;", "Title and")),
    ("a letter of a text", "C03", replace(S1, "café", "cafe")),
    ("a line break", "C03", replace(S1, "<a:br>.*?</a:br>", "")),
    ("a paragraph too many", "C03", replace(S1, "<a:t>last</a:t></a:r></a:p>", "<a:t>last</a:t></a:r></a:p><a:p/>")),
    ("a number typed in", "C03", replace(S1, ' type="slidenum"', ' type="datetime"')),
    ("a letter of a note", "C04", replace(N1, "and that", "and this")),
    ("notes without a body", "C04", replace(N1, 'type="body" idx="1"', 'type="dt"')),
    ("no notes", "C04", replace(R1, "<Relationship [^>]*/notesSlide[^>]*/>", "")),
    ("a letter of an alt text", "C05", replace(S1, "Alt &quot;text&quot;", "Alt text")),
    ("a picture no longer decorative", "C05", replace(S2, '(?<=decorative" )val="1"', 'val="0"', 1)),
    ("a group without its name", "C05", replace(S1, 'name="Progress"', 'name="Other"')),
    ("another address", "C06", replace(R1, "c=1", "c=2")),
    ("a jump to another slide", "C06", replace(R1, "slide2.xml", "slide1.xml")),
    ("a link less", "C06", replace(S1, "<a:hlinkClick [^>]*/>", "", 1)),
    ("an address in the notes", "C06", replace(NR1, "example", "elsewhere")),
    ("another picture", "C07", lambda parts: parts.__setitem__(IMAGE, _picture() + b"\0")),
    ("a placeholder left empty", "C08", replace(S1, "</p:spTree>", EMPTY)),
    ("a placeholder of another index", "C09", replace(S1, 'type="pic" idx="', 'type="pic" idx="9')),
    ("a placeholder without a place", "C09", replace(S1, "<p:spPr><a:xfrm>.*?</a:xfrm></p:spPr>", "<p:spPr/>", 1)),
    ("another section", "C10", replace(MAIN, 'name="Second"', 'name="Third"')),
    ("a cell of a table", "C03", replace(S4, "<a:t>two</a:t>", "<a:t>too</a:t>", 1)),
    ("a value of a chart", "C12", replace(CHART, "<c:v>11</c:v>", "<c:v>12</c:v>")),
    ("a label of a chart", "C12", replace(CHART, "<c:v>b</c:v>", "<c:v>c</c:v>")),
    ("a series of a chart", "C12", replace(CHART, "<c:v>Use</c:v>", "<c:v>Usage</c:v>")),
    ("a chart less", "C12", replace(S3, 'r:id="rId2"', 'r:id="rId1"')),
    ("a letter of a chart's alt text", "C13", replace(S3, "Alt of a chart", "Alt of the chart")),
    ("a letter of a table's alt text", "C13", replace(S4, "Alt of a table", "Alt of the table")),
    ("a letter in a box", "C03", replace(S1, "<a:t>There", "<a:t>Where")),
    ("an arrow come loose", "C14", replace(S1, "<a:endCxn [^>]*/>", "")),
    ("a box of another name", "C14", replace(S1, 'name="There"', 'name="Where"')),
    ("a click that shows something else", "C15", replace(S1, 'pRg st="1" end="1"', 'pRg st="0" end="0"')),
    ("no clicks", "C15", replace(S1, "<p:timing>.*</p:timing>", "")),
    ("a slide that does not fade", "C15", replace(S1, "<p:transition.*?</p:transition>", "")),
    ("another author", "C11", replace("docProps/core.xml", "An author", "Another")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "change"), [one[1:] for one in CHANGES], ids=[one[0] for one in CHANGES])
def test_a_changed_deck_breaks_its_promise(rule: str, change: Change):
    parts = unpacked(_deck())
    change(parts)
    assert rule in {one.rule for one in verify_promises(io.BytesIO(packed(parts)), _plan())}


def test_every_promise_has_a_change():
    assert {one.number for one in published() if one.number[0] == "C"} == {rule for _, rule, _ in CHANGES}


def test_a_deck_that_is_no_deck_keeps_no_promise_and_raises_nothing():
    assert [one.rule for one in verify_promises(io.BytesIO(b"nothing"), _plan())] == ["S01"]
    assert [one.rule for one in verify(io.BytesIO(b"nothing"), _plan())] == ["S01"]


def test_the_bundled_templates_keep_every_rule():
    from deckloom.facts.template import bundled_names

    for name in bundled_names():
        data = bundled_template(name)
        assert data
        assert verify_package(io.BytesIO(data)) == (), name


def test_many_slides_are_judged_as_one_is():
    """Slides are judged by their likeness to the first; a fault in a later one is found all the same."""
    plan = _plan()
    slides = tuple(_numbered(number) for number in range(30))
    many = DeckPlan(plan.page, slides, (SectionPlan("All", 0, 30),), plan.properties, plan.lang)
    out = io.BytesIO()
    paint_deck(many, _template(), _Pictures(), out)
    assert verify(out, many) == ()
    parts = unpacked(out.getvalue())
    name = "ppt/slides/slide17.xml"
    parts[name] = re.sub(rb'cNvPr id="3"', b'cNvPr id="2"', parts[name])
    assert [(one.rule, one.part) for one in verify(io.BytesIO(packed(parts)), many)] == [("S27", name)]


def _numbered(number: int) -> SlidePlan:
    slide = _slide(1)
    para = Para((Run(f"Text {number}"),))
    items = tuple(
        TextItem(one.slot, one.box, (para,) * (number % 4 + 1), (), ACCENT)
        if isinstance(one, TextItem) and one.slot.type != "title"
        else one
        for one in slide.items
    )
    return SlidePlan(f"s{number}", slide.title, slide.layout_name, slide.layout_part, items, slide.notes, ())

"""What is judged without parsing is judged as if it had been parsed."""

import random

import pytest

from deckloom.verify.content import placeholders, read_content, refs
from deckloom.verify.skeleton import Skeletons
from deckloom.verify.trees import tree_findings
from deckloom.verify.xml import parse
from tests.unit.verify.decks import SLIDE, good, unpacked

HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<p:sld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
)
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
LINE = '<a:p><a:r><a:rPr lang="en-US"/><a:t>{}</a:t></a:r></a:p>'
LINKED = (
    '<a:p><a:pPr lvl="1"/><a:r><a:rPr lang="en-US"><a:hlinkClick r:id="rId2"/></a:rPr><a:t>{}</a:t></a:r>'
    '<a:br><a:rPr lang="en-US"/></a:br><a:r><a:rPr lang="en-US" b="1"/><a:t>bold</a:t></a:r></a:p>'
)


def _slide(name: str = "one", alt: str = "a picture", x: int = 5, paragraphs: str = LINE.format("Words")) -> str:
    return (
        f'{HEAD}<p:cSld name="{name}"><p:spTree>{TREE}'
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="0"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        f'<p:pic><p:nvPicPr><p:cNvPr id="3" name="Picture" descr="{alt}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        '<p:blipFill><a:blip r:embed="rId3"/><a:srcRect l="5"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        "<p:spPr/></p:pic></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def _agrees(skeletons: Skeletons, data: bytes) -> bool:
    """Whether the part was judged without parsing; if so, a parser must find it clean and read the same in it."""
    reading = skeletons.read(data)
    if reading is None:
        return False
    root = parse(data)
    assert list(tree_findings(root, "slide")) == []
    assert reading.content() == read_content(root)
    assert sorted(reading.refs) == sorted(refs(root))
    assert sorted(reading.placeholders) == sorted(placeholders(root))
    return True


@pytest.mark.parametrize(
    "slide",
    [
        _slide(),
        _slide("two", "R&amp;D &quot;x&quot; &#10;&lt;p&gt;", -7),
        _slide(paragraphs=LINE.format("&amp;amp; Grün 漢字 😀") * 9),
        _slide(paragraphs=LINE.format("a") + LINKED.format("link &gt;") + "<a:p/>" + LINE.format("")),
        _slide(paragraphs='<a:p><a:endParaRPr lang="en-US"/></a:p>'),
        _slide(paragraphs=LINE.format('"quotes" > signs / and = more')),
    ],
)
def test_a_slide_reads_the_same_with_and_without_parsing(slide: str):
    skeletons = Skeletons("slide")
    assert _agrees(skeletons, _slide().encode())
    assert _agrees(skeletons, slide.encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Words", "W & O"),
        ("Words", "W &#0; O"),
        ("Words", "W\x01"),
        ("Words", "W\ufffe"),
        ("Words", "W\ue0000\ue001"),
        ("Words", "]]>"),
        ("Words", "<!--x-->"),
        ("Words", "<a:r/>"),
        ("a picture", 'a" b="c'),
        ("a picture", 'a" name="c'),
        ("a picture", "a\tb"),
        ("a picture", "</a:p>"),
        ("a picture", "<a:p>*</a:p>"),
        ('x="5"', 'x="5.5"'),
        ('x="5"', 'x="NaN"'),
        ('cx="9"', 'cx="-9"'),
        ('l="5"', 'l=""'),
        ('id="3"', 'id="2"'),
        ("</a:p>", "</a:p></a:p>"),
        ("<a:p>", "<a:p><a:p>"),
        ("<p:pic>", '<p:pic xmlns:a="urn:else">'),
        ("UTF-8", "ISO-8859-1"),
        ("</p:sld>", ""),
        (LINE.format("Words"), ""),
        (LINE.format("Words"), "<a:p>Words</a:p>"),
    ],
)
def test_what_is_not_clean_is_left_to_the_parser(old: str, new: str):
    slide = _slide()
    skeletons = Skeletons("slide")
    assert _agrees(skeletons, slide.encode())
    assert old in slide
    assert not _agrees(skeletons, slide.replace(old, new, 1).encode())


def test_bytes_that_are_not_utf_8_are_left_to_the_parser():
    assert not _agrees(Skeletons("slide"), _slide().encode().replace(b"Words", b"W\xff"))


@pytest.mark.parametrize("seed", range(12))
def test_no_small_change_is_judged_differently(seed: int):
    chance = random.Random(seed)
    skeletons = Skeletons("slide")
    sources = [_slide(), _slide(paragraphs=LINKED.format("x") * 3), unpacked(good())[SLIDE].decode()]
    words = [
        "<",
        ">",
        '"',
        "&",
        "/",
        "=",
        " ",
        "a:",
        "</a:p>",
        "<a:p>",
        "<a:t>",
        'name="',
        "\n",
        "*",
        "rId2",
        "p:",
        "é",
    ]
    for source in sources:
        assert _agrees(skeletons, source.encode())
        for _ in range(100):
            at = chance.randrange(len(source))
            kept = source[at + chance.randrange(4) :]
            _agrees(skeletons, (source[:at] + chance.choice(words) + kept).encode())

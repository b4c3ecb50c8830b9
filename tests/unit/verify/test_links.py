"""Relationships read the same with and without parsing, and targets are found from where they stand."""

import pytest

from deckloom.verify.links import RelationshipReader, resolved, source_of
from deckloom.verify.xml import NotXml

HEAD = '<?xml version="1.0"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
LAYOUT = '<Relationship Id="rId1" Type="http://x/slideLayout" Target="../slideLayouts/slideLayout2.xml"/>'
LINK = '<Relationship Id="rId2" Type="http://x/hyperlink" Target="{}" TargetMode="External"/>'
FOOT = "</Relationships>"


@pytest.mark.parametrize(
    "lines",
    [LAYOUT, LAYOUT + LINK.format("https://a.b/?c=1&amp;d=2"), LINK.format("a&amp;amp;b"), LINK.format("é"), ""],
)
def test_a_part_reads_the_same_when_its_beginning_is_known(lines: str):
    data = (HEAD + lines + FOOT).encode()
    fresh, used = RelationshipReader(), RelationshipReader()
    used.read("ppt/slides/slide1.xml", (HEAD + LAYOUT + FOOT).encode())
    assert used.read("ppt/slides/slide1.xml", data) == fresh.read("ppt/slides/slide1.xml", data)


@pytest.mark.parametrize(
    "lines",
    [LINK.format("a&b"), LINK.format("a\x1ab"), LINK.format("a\x00b"), LINK.format("<"), LAYOUT[:-1], LAYOUT + "<"],
)
def test_what_is_not_xml_is_found_when_its_beginning_is_known(lines: str):
    used = RelationshipReader()
    used.read("ppt/slides/slide1.xml", (HEAD + LAYOUT + FOOT).encode())
    with pytest.raises(NotXml):
        used.read("ppt/slides/slide1.xml", (HEAD + lines + FOOT).encode())


@pytest.mark.parametrize(
    ("folder", "target", "part"),
    [
        ("ppt/slides", "../media/a.png", "ppt/media/a.png"),
        ("ppt/slides", "slide2.xml", "ppt/slides/slide2.xml"),
        ("ppt/slides", "/ppt/media/a.png", "ppt/media/a.png"),
        ("ppt/slides", "../../docProps/a.xml", "docProps/a.xml"),
        ("ppt/slides", "./../media//a.png", "ppt/media/a.png"),
        ("ppt/slides", "slide2.xml#x", "ppt/slides/slide2.xml"),
        ("", "ppt/presentation.xml", "ppt/presentation.xml"),
        ("ppt/slides", "", ""),
    ],
)
def test_a_target_is_seen_from_its_folder(folder: str, target: str, part: str):
    assert resolved(folder, target) == part


@pytest.mark.parametrize(
    ("name", "part"), [("_rels/.rels", ""), ("ppt/slides/_rels/slide1.xml.rels", "ppt/slides/slide1.xml")]
)
def test_a_relationships_part_belongs_to_the_part_of_its_name(name: str, part: str):
    assert source_of(name) == part

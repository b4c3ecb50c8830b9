"""How text is written: whole points in list styles, spacing in per cent, insets in full, autofit left to layouts."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from deckloom import api
from tests.support.specs import HEAD

ROOT = Path(__file__).parents[2]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SIDES = ("lIns", "tIns", "rIns", "bIns")
FURNITURE = {"dt", "ftr", "sldNum"}

LONG = "A bullet that goes on and on, since nobody told its author to stop before the line was full, nor after it was"
STEPPED = f"""
  - kind: bullets
    title: {LONG} - and a title that needs two lines or, if the second is full as well, a smaller size
    items: [{", ".join([f'"{LONG} {LONG}"'] * 6)}]
  - kind: bullets
    title: A paragraph
    items: [A single one]
  - kind: statement
    title: {LONG}
"""


def parts(path, pattern):
    """The parts of a package whose names match, as trees by name."""
    with ZipFile(path) as package:
        return {
            name: etree.fromstring(package.read(name)) for name in package.namelist() if re.fullmatch(pattern, name)
        }


@pytest.fixture(scope="session")
def slides(tmp_path_factory):
    """The slides of all decks here, and of one whose texts step down."""
    folder = tmp_path_factory.mktemp("written")
    (folder / "stepped.yaml").write_text(HEAD + STEPPED, encoding="utf-8")
    specs = [folder / "stepped.yaml", *sorted((ROOT / "decks").glob("*.yaml"))]
    made = [api.build(spec, folder / f"{spec.stem}.pptx").target for spec in specs]
    return [tree for path in made for tree in parts(path, r"ppt/slides/slide\d+\.xml").values()]


@pytest.fixture(scope="session")
def layouts():
    """The layouts and masters of all templates here."""
    templates = sorted((ROOT / "templates").glob("*.pptx"))
    wanted = r"ppt/slide(Layouts|Masters)/slide\w+\.xml"
    return [tree for path in templates for tree in parts(path, wanted).values()]


def _sizes(tree):
    return [int(one.get("sz")) for one in tree.iter(f"{A}defRPr", f"{A}rPr", f"{A}endParaRPr") if one.get("sz")]


def test_sizes_are_whole_points(slides, layouts):
    assert {size % 100 for tree in (*slides, *layouts) for size in _sizes(tree)} == {0}


def test_sizes_stand_in_list_styles_and_on_no_run_but_the_furniture_s(slides):
    for tree in slides:
        for shape in tree.iter(f"{P}sp"):
            place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            if place is not None and place.get("type") not in FURNITURE:
                assert [run for run in shape.iter(f"{A}rPr") if run.get("sz")] == []
    assert any(
        one.get("sz") for tree in slides for style in tree.iter(f"{A}lstStyle") for one in style.iter(f"{A}defRPr")
    )


def test_line_spacing_is_in_per_cent(slides, layouts):
    for tree in (*slides, *layouts):
        assert [one for spacing in tree.iter(f"{A}lnSpc") for one in spacing if one.tag != f"{A}spcPct"] == []


def test_insets_are_written_in_full_or_inherited(slides, layouts):
    for tree in (*slides, *layouts):
        for body in tree.iter(f"{A}bodyPr"):
            assert sum(side in body.attrib for side in SIDES) in (0, 4)
            assert body.get("wrap", "square") == "square"
    for tree in (one for one in layouts if one.tag == f"{P}sldMaster"):
        places = [shape for shape in tree.iter(f"{P}sp") if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None]
        assert all(shape.find(f"{P}txBody/{A}bodyPr").get(side) for shape in places for side in ("wrap", *SIDES))


def test_autofit_is_bare_and_in_layouts_only(slides, layouts):
    shrunk = [one for tree in (*slides, *layouts) for one in tree.iter(f"{A}normAutofit") if one.attrib]
    grown = [one for tree in (*slides, *layouts) for one in tree.iter(f"{A}spAutoFit")]
    assert shrunk == grown == []
    assert [one for tree in slides for one in tree.iter(f"{A}normAutofit")] == []
    assert any(True for tree in layouts for _ in tree.iter(f"{A}normAutofit"))


def test_no_break_is_written_into_a_text(slides):
    assert [one for tree in slides for one in tree.iter(f"{A}br")] == []

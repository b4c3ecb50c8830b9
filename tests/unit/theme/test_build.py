"""A theme becomes a complete template."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from deckloom.theme.build import build_theme
from deckloom.theme.layouts import LAYOUTS
from deckloom.values.theme import COLOR_ROLES, Cover, ThemeSpec

LIGHT = ThemeSpec(
    name="Plain & simple",
    heading="Arial",
    body="Arial",
    colors=dict(
        zip(
            COLOR_ROLES,
            [
                "0F1B33",
                "FFFFFF",
                "475467",
                "F1F4F9",
                "1746C8",
                "D26E0B",
                "0B7A66",
                "59164C",
                "1C91DB",
                "9A1414",
                "1746C8",
                "59164C",
            ],
            strict=True,
        )
    ),
)


def parts(theme: ThemeSpec) -> dict[str, str]:
    """The XML of the built template by part name."""
    with ZipFile(BytesIO(build_theme(theme))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


BUILT = parts(LIGHT)
MASTER = BUILT["ppt/slideMasters/slideMaster1.xml"]
NOTES = BUILT["ppt/notesMasters/notesMaster1.xml"]
SLIDES_XML = {name: xml for name, xml in BUILT.items() if not name.startswith("ppt/theme/")}
LAYOUTS_XML = {name: xml for name, xml in BUILT.items() if name.startswith("ppt/slideLayouts/slideLayout")}
NAME, FIT = re.compile(r'<p:cNvPr id="\d+" name="([^"]+)"'), re.compile(r"<a:(\w+Autofit)/>")


def layout_xml(built: dict[str, str], name: str) -> str:
    number = next(at for at, layout in enumerate(LAYOUTS, 1) if layout.name == name)
    return built[f"ppt/slideLayouts/slideLayout{number}.xml"]


def test_the_same_theme_gives_the_same_bytes():
    assert build_theme(LIGHT) == build_theme(replace(LIGHT))


def test_the_package_is_in_its_normal_form():
    with ZipFile(BytesIO(build_theme(LIGHT))) as package:
        entries = package.infolist()
    names = [entry.filename for entry in entries]
    assert names == ["[Content_Types].xml", "_rels/.rels", *sorted(names[2:])]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.extra for entry in entries} == {b""}


def test_colours_and_fonts_are_named_in_the_theme_alone():
    assert [name for name, xml in SLIDES_XML.items() if "srgbClr" in xml] == []
    assert [name for name, xml in SLIDES_XML.items() if re.search(r'typeface="[^+"]', xml)] == []


def test_no_shape_takes_a_style_with_effects_from_the_theme():
    assert [name for name, xml in SLIDES_XML.items() if "p:style" in xml] == []


def test_shape_ids_are_unique():
    for name, xml in LAYOUTS_XML.items():
        ids = re.findall(r'<p:cNvPr id="(\d+)"', xml)
        assert len(ids) == len(set(ids)), name


def test_a_shape_of_a_layout_is_a_placeholder_or_decorative():
    for name, xml in LAYOUTS_XML.items():
        shapes = len(re.findall(r"<p:(?:sp|grpSp)>", xml))
        assert shapes == xml.count("<p:ph") + xml.count("adec:decorative "), name


def test_a_program_may_shrink_running_text_and_nothing_else():
    shapes = [
        one for name in ("Statement", "Image Side", "Two Content") for one in layout_xml(BUILT, name).split("<p:sp>")
    ]
    fits = {name[1]: fit[1] for one in shapes if (name := NAME.search(one)) and (fit := FIT.search(one))}
    assert {name for name, fit in fits.items() if fit == "normAutofit"} == {"Title", "Text", "Content", "Content 2"}
    assert {name for name, fit in fits.items() if fit == "noAutofit"} == {"Caption", "Picture", "Source"}


def test_master_styles_have_nine_levels():
    for style in ("titleStyle", "bodyStyle", "otherStyle"):
        inside = MASTER.partition(f"<p:{style}>")[2].partition(f"</p:{style}>")[0]
        assert re.findall(r"<a:lvl(\d)pPr", inside) == list("123456789")


def test_the_page_number_is_a_live_field():
    assert 'type="slidenum"' in layout_xml(BUILT, "Title Only")


def test_the_notes_master_has_all_six_placeholders():
    assert re.findall(r'<p:ph type="(\w+)"', NOTES) == ["hdr", "dt", "sldImg", "body", "ftr", "sldNum"]


def test_each_master_has_a_theme_of_its_own():
    masters = (
        "slideMasters/_rels/slideMaster1",
        "notesMasters/_rels/notesMaster1",
        "handoutMasters/_rels/handoutMaster1",
    )
    themes = [re.findall(r"theme\d\.xml", BUILT[f"ppt/{name}.xml.rels"]) for name in masters]
    assert themes == [["theme1.xml"], ["theme2.xml"], ["theme3.xml"]]


def test_a_dark_theme_swaps_the_colour_map_of_slides_and_not_of_notes():
    built = parts(replace(LIGHT, mode="dark", colors={**LIGHT.colors, "dk1": "0F1729", "accent1": "82B1E8"}))
    assert '<p:clrMap bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"' in built["ppt/slideMasters/slideMaster1.xml"]
    assert '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"' in built["ppt/notesMasters/notesMaster1.xml"]


@pytest.mark.parametrize(("weight", "bold"), [("bold", "1"), ("regular", "0")])
def test_titles_take_the_themes_weight(weight: str, bold: str):
    built = parts(replace(LIGHT, title_weight=weight))
    assert f'<a:defRPr sz="4800" b="{bold}">' in layout_xml(built, "Title Slide")


def test_the_cover_takes_the_themes_roles():
    xml = layout_xml(parts(replace(LIGHT, cover=Cover("accent1", "bg2", "tx2", "accent6"))), "Closing")
    assert '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent1"/>' in xml
    assert '<a:schemeClr val="tx2"><a:alpha val="14000"/>' in xml
    assert xml.count('<a:schemeClr val="accent6"/>') == 1


@pytest.mark.parametrize(
    ("divider", "colour"),
    [(1, '<a:schemeClr val="accent1"/>'), (2, '<a:schemeClr val="accent2"><a:lumMod val="75000"/></a:schemeClr>')],
)
def test_an_accent_too_light_for_small_text_is_darkened(divider: int, colour: str):
    kicker = layout_xml(BUILT, f"Section Divider {divider}").partition('name="Footer"')[2]
    assert f"<a:solidFill>{colour}</a:solidFill>" in kicker


def test_names_are_escaped():
    assert 'name="Plain &amp; simple"' in BUILT["ppt/theme/theme1.xml"]

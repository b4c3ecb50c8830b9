from pathlib import Path

import pytest

from deckloom.facts.fonts import TABLE, WidthTables
from deckloom.values.facts import Face

FILES = {
    "Arial": "liberation/LiberationSans",
    "Times New Roman": "liberation/LiberationSerif",
    "Courier New": "liberation/LiberationMono",
    "Calibri": "crosextra/Carlito",
    "Cambria": "crosextra/Caladea",
}
STYLES = {"Regular": (False, False), "Bold": (True, False), "Italic": (False, True), "BoldItalic": (True, True)}


@pytest.fixture(scope="module")
def fonts():
    return WidthTables()


@pytest.mark.parametrize(
    ("family", "same"),
    [
        ("Arial", "Liberation Sans"),
        ("Helvetica", "Arimo"),
        ("Times New Roman", "Tinos"),
        ("Courier New", "Cousine"),
        ("Calibri", "Carlito"),
        ("Cambria", "Caladea"),
        ("ARIAL", "arial"),
        ("Gelasio", "gelasio"),
    ],
)
def test_metric_compatible_families_share_their_widths(fonts, family, same):
    assert fonts.face(Face(family)) == fonts.face(Face(same))
    assert fonts.face(Face(family)).factor == 1
    assert fonts.known(family)
    assert fonts.known(same)


def test_widths_are_thousandths_of_an_em_rounded_up(fonts):
    widths = fonts.face(Face("Arial")).widths
    assert [widths[letter] for letter in "a W"] == [557, 278, 944]  # 1139, 569 and 1933 of 2048


@pytest.mark.parametrize("family", FILES)
@pytest.mark.parametrize("style", STYLES)
def test_the_table_says_what_the_font_file_says(fonts, family, style):
    ttlib = pytest.importorskip("fontTools.ttLib")
    path = Path("/usr/share/fonts/truetype", f"{FILES[family]}-{style}.ttf")
    if not path.is_file():
        pytest.skip(f"not found: {path}")
    widths = fonts.face(Face(family, *STYLES[style])).widths
    with ttlib.TTFont(path) as font:
        glyphs, advances, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        letters = "AVTaeimnost .,-019%€éüßœ–—“”"
        expected = [-(-advances[glyphs[ord(letter)]][0] * 1000 // units) for letter in letters]
    assert [widths[letter] for letter in letters] == expected


def test_the_four_styles_differ(fonts):
    sums = {
        sum(fonts.face(Face("Cambria", bold, italic)).widths[c] for c in "abcdefg") for bold, italic in STYLES.values()
    }
    assert len(sums) == 4


@pytest.mark.parametrize(("family", "factor"), [("Aptos", 1.18), ("", 1.18), ("Georgia", 1.2)])
def test_a_family_without_a_table_is_measured_wider_than_its_stand_in(fonts, family, factor):
    assert fonts.face(Face(family)).factor == factor
    assert not fonts.known(family)


@pytest.mark.parametrize(
    ("character", "width"),
    [
        ("漢", 1000),
        ("ひ", 1000),
        ("한", 930),
        ("Ａ", 1000),
        ("🎉", 1300),
        ("\u0301", 0),
        ("\u200d", 0),
        ("\u00ad", 0),
        ("ا", 650),
        ("ก", 1000),
        ("\U0010ffff", 1000),
    ],
)
def test_a_character_that_no_face_lists_has_the_width_of_its_kind(fonts, character, width):
    assert fonts.face(Face("Arial")).widths[character] == width


def test_a_character_drawn_in_another_font_is_not_widened_with_an_unknown_one(fonts):
    face = fonts.face(Face("Aptos"))
    assert face.widths["漢"] * face.factor == pytest.approx(1000, abs=2)


def test_letters_that_a_face_lacks_are_measured_as_of_a_wide_font(fonts):
    cambria, arial = fonts.face(Face("Cambria")).widths, fonts.face(Face("Arial")).widths
    assert cambria["Ж"] == pytest.approx(arial["Ж"] * 1.33, abs=1)
    assert "Ж" not in cambria


def test_the_table_stays_small():
    assert TABLE.stat().st_size < 100_000


def test_one_face_after_the_other_is_read(monkeypatch):
    fonts = WidthTables()
    first = fonts.face(Face("Arial"))
    assert fonts.face(Face("Arial")) is first
    monkeypatch.setattr("zlib.decompress", lambda data: pytest.fail("read again"))
    fonts.face(Face("Arial"))
    with pytest.raises(pytest.fail.Exception):
        fonts.face(Face("Arial", bold=True))

"""Font files of the user's own, and Arabic as HarfBuzz sets it. Needs the extra, and the fonts of the render tests."""

from pathlib import Path

import pytest

from deckloom.facts import shaping
from deckloom.facts.fonts import WidthTables
from deckloom.facts.shaping import FontFiles, font_files
from deckloom.plan.measure import prepare
from deckloom.values.errors import InputUnreadable, ToolMissing
from deckloom.values.facts import Face
from deckloom.values.text import Para, rich

DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
ARABIC = "ارتفعت الإيرادات"

needs_fonts = pytest.mark.skipif(
    not (FontFiles().works and (DEJAVU / "DejaVuSans.ttf").exists()), reason="not found: deckloom[shaping], DejaVu Sans"
)


@needs_fonts
def test_a_font_in_the_folder_is_measured_from_its_file():
    face = WidthTables(files=font_files([DEJAVU])).face(Face("DejaVu Sans", bold=True))
    assert face.factor == 1
    assert [face.widths[letter] for letter in "a Ж"] == [675, 349, 1225]
    assert WidthTables().face(Face("DejaVu Sans")).factor > 1


@needs_fonts
def test_joined_letters_are_narrower_than_the_same_letters_alone():
    file = FontFiles([DEJAVU]).find(Face("DejaVu Sans"))
    widths = file.widths()
    assert sum(file.shape(ARABIC)) < sum(widths[letter] for letter in ARABIC)
    assert len(file.shape(ARABIC)) == len(ARABIC)


@needs_fonts
def test_right_to_left_text_is_shaped_whatever_the_theme_s_font_is():
    fonts = WidthTables()
    shaped = prepare(Para(rich(ARABIC)), False, False, "Calibri", fonts).ends[-1]
    estimated = prepare(Para(rich(ARABIC)), False, False, "Calibri", WithoutExtra()).ends[-1]
    assert shaped < estimated


class WithoutExtra:
    """The tables as they are where the extra is not installed."""

    def face(self, face):
        return WidthTables().face(face)._replace(shape=None)


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(InputUnreadable, match="`nowhere` is not a folder"):
        font_files([Path("nowhere")])
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    if FontFiles().works:
        assert font_files([tmp_path]).find(Face("Broken")) is None


def test_without_the_extra_nothing_is_shaped(monkeypatch, tmp_path):
    monkeypatch.setattr(shaping, "NEEDED", ("no_such_module",))
    assert WidthTables().face(Face("Arial")).shape(ARABIC) is None
    with pytest.raises(ToolMissing, match="shaping"):
        font_files([tmp_path])

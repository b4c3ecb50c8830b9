import json
from pathlib import Path

import pytest

from deckloom.facts.fonts import WidthTables
from deckloom.plan.breaks import SOFT_HYPHEN
from deckloom.plan.measure import Measured, fits, measure, prepare
from deckloom.values.facts import Face, FaceWidths, LevelStyle
from deckloom.values.geometry import EMU_PER_POINT, Insets, Size
from deckloom.values.text import BOLD, CODE, ITALIC, Para, Run, rich

OBSERVED = json.loads(Path(__file__).parents[2].joinpath("data", "observed.json").read_text(encoding="utf-8"))["boxes"]
LATIN = {"en", "de", "fr"}
LEVEL = LevelStyle(10, False, False, 100, 0.0, 0.0, 0, 0, None)


class Even:
    """Every letter of a regular face is an em wide, of a bold one two, of Courier New three; a soft hyphen nothing."""

    def face(self, face: Face) -> FaceWidths:
        return FaceWidths({SOFT_HYPHEN: 0}, 3000 if face.family == "Courier New" else 2000 if face.bold else 1000)


def box_for(letters: float, height: float = 1000) -> Size:
    """A box whose lines hold so many letters of 10 pt once the margin for rounding is taken off."""
    return Size(round(letters * 10 * EMU_PER_POINT / 0.985) + 1, round(height * EMU_PER_POINT))


def measured(*paras: str | Para, letters: float = 10, level: LevelStyle = LEVEL, **given) -> Measured:
    done = tuple(Para(rich(para)) if isinstance(para, str) else para for para in paras)
    arguments = {"sizes": None, "insets": Insets(), "family": "Any", "fonts": Even()} | given
    return measure(done, (level,), box=box_for(letters), **arguments)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("0123456789", 1),
        ("01234 6789", 1),
        ("012345 789 123", 2),
        ("012345 789    ", 1),
        ("01234567 901", 2),
        ("012-45678 abc", 2),
        ("abc-efghijk", 2),
        ("0123 567 %", 1),
        ("abcd efgh %", 2),
    ],
)
def test_lines_are_filled_word_by_word(text, lines):
    assert measured(text).lines == (lines,)


def test_a_line_is_filled_to_98_and_a_half_per_cent():
    box = Size(100 * EMU_PER_POINT, 1)
    assert measure((Para(rich("a" * 9)),), (LEVEL,), None, box, Insets(), "Any", Even()).lines == (1,)
    assert measure((Para(rich("a" * 5 + " " + "a" * 4)),), (LEVEL,), None, box, Insets(), "Any", Even()).lines == (2,)


def test_korean_is_filled_to_95_per_cent():
    assert measured("가가가가 나나나나", letters=9.2).lines == (2,)
    assert measured("가가가가 나나나나", letters=9.4).lines == (1,)


def test_height_is_insets_lines_and_the_space_between_paragraphs():
    level = LEVEL._replace(line_pct=90, before=6.0, after=4.0)
    insets = Insets(0, 3 * EMU_PER_POINT, 0, 5 * EMU_PER_POINT)
    found = measured("one", "one two three", "one", letters=7, level=level, insets=insets)
    assert found.lines == (1, 2, 1)
    assert found.line_count == 4
    assert found.height_pt == pytest.approx(8 + 4 * 10 * 1.2 * 0.9 + 2 * 6 + 2 * 4)


def test_sizes_stand_in_for_those_of_the_levels():
    assert measured("0123 5678", sizes=(20,)).lines == (2,)
    assert measured("0123 5678", sizes=(20,)).height_pt == pytest.approx(48)


def test_a_level_deeper_than_the_styles_has_the_deepest_one():
    assert measured(Para(rich("0123"), level=4)).lines == (1,)


def test_insets_narrow_the_line():
    wide = {"letters": 10}
    side = 10 * EMU_PER_POINT
    assert measured("0123 5678", **wide, insets=Insets(side // 2, 0, side // 2, 0)).lines == (1,)
    assert measured("0123 5678", **wide, insets=Insets(side, 0, side, 0)).lines == (2,)
    assert measured("0123 5678", **wide, extra_right_inset=2 * side).lines == (2,)


@pytest.mark.parametrize(
    ("margin", "indent", "bullet", "lines"),
    [
        (0, 0, None, 1),
        (20, 0, None, 2),
        (0, 20, None, 2),
        (20, -20, None, 1),  # the hanging indent is free for the text
        (20, -20, "•", 2),  # and is the bullet's otherwise
        (10, -10, "•", 1),
        (0, 0, "••", 2),
        (10, -10, "••", 2),  # a bullet wider than its hanging indent moves the first line
    ],
)
def test_the_first_line_begins_at_the_indent_or_after_the_bullet(margin, indent, bullet, lines):
    level = LEVEL._replace(margin=margin * EMU_PER_POINT, indent=indent * EMU_PER_POINT, bullet=bullet)
    assert measured("0123 5678", letters=10.2, level=level).lines == (lines,)


@pytest.mark.parametrize(
    ("bullet", "start", "lines"),
    [("none", 1, 1), ("disc", 1, 1), ("number", 1, 2), ("inherit", 1, 1), ("number", 99, 2)],
)
def test_a_paragraph_may_have_a_bullet_of_its_own(bullet, start, lines):
    para = Para(rich("0123 567"), bullet=bullet, start=start)
    assert measured(para, letters=9.5).lines == (lines,)


def test_runs_are_measured_in_their_own_faces():
    para = Para((Run("aa"), Run("aa", BOLD), Run("aa", ITALIC), Run("aa", CODE)))
    assert prepare(para, False, False, "Any", Even()).ends[-1] == 2000 + 4000 + 2000 + 6000
    assert prepare(Para(rich("aa")), True, False, "Any", Even()).ends[-1] == 4000 + 2000  # with the space that hangs


def test_a_word_across_runs_is_not_broken():
    para = Para((Run("01 345"), Run("678", BOLD)))
    assert measured(para, letters=6).overlong == ("345678",)


def test_the_factor_of_a_stand_in_widens_the_text():
    class Wide:
        def face(self, face: Face) -> FaceWidths:
            return FaceWidths({"a": 1000, " ": 1000, "-": 1000}, 1000, 1.5)

    assert prepare(Para(rich("aaaa")), False, False, "Any", Wide()).ends[-1] == 1500 * 5
    assert prepare(Para(rich("aa-aa")), False, False, "Any", Wide()).ends[-1] == 1500 * 5


def test_a_word_wider_than_its_line_is_named():
    found = measured("short 0123456789abc short")
    assert found.overlong == ("0123456789abc",)
    assert found.lines == (4,)
    assert not fits(found, box_for(10))


def test_a_soft_hyphen_breaks_a_word_and_takes_a_hyphen_where_it_does():
    assert measured(f"01234{SOFT_HYPHEN}56789", letters=10).lines == (1,)
    assert measured(f"0123456{SOFT_HYPHEN}89abc", letters=8).lines == (2,)
    assert measured(f"0123456{SOFT_HYPHEN}89abc", letters=8).overlong == ()
    assert measured(f"01234567{SOFT_HYPHEN}9abc", letters=8).overlong == (f"01234567{SOFT_HYPHEN}",)


def test_the_gap_between_latin_and_east_asian_letters_is_charged():
    assert prepare(Para(rich("漢a漢")), False, False, "Any", Even()).ends[-1] == 3400


def test_signs_in_an_east_asian_paragraph_may_be_full_width():
    fonts = WidthTables()
    assert prepare(Para(rich("漢—漢")), False, False, "Arial", fonts).ends[-1] == 3000


def test_the_last_line_says_how_full_it_is():
    found = measured("01234567 012", letters=10)
    assert found.last_shares == (pytest.approx(0.3, abs=0.01),)


def test_a_text_fits_up_to_its_boxs_edge_and_no_further():
    found = measured("0123")
    assert fits(found, box_for(10, 12))
    assert not fits(found, box_for(10, 11.99))


def _as_observed(box: dict) -> Measured:
    def emu(value: float) -> int:
        return round(value * EMU_PER_POINT)

    runs = tuple(Run(run["text"], BOLD * run["bold"] + ITALIC * run["italic"]) for run in box["runs"])
    level = LevelStyle(
        box["size_pt"],
        False,
        False,
        box["line_spacing_pct"],
        box["space_before_pt"],
        box["space_after_pt"],
        emu(box["marL_pt"]),
        emu(box["indent_pt"]),
        box["bullet"],
    )
    size, insets = Size(emu(box["width_pt"]), 1), Insets(*map(emu, box["insets_pt"]))
    return measure((Para(runs),), (level,), None, size, insets, box["latin"], WidthTables())


@pytest.mark.parametrize("box", OBSERVED, ids=lambda box: f"{box['category']}-{box['id']}")
def test_no_observed_box_has_more_lines_than_measured(box):
    found = _as_observed(box)
    assert found.lines[0] >= box["lines"]
    assert found.overlong == ()
    if box["category"] in LATIN and WidthTables().known(box["latin"]):
        assert found.lines[0] == box["lines"]
        assert found.height_pt == pytest.approx(box["height_pt"], abs=1)

from hypothesis import assume, given
from hypothesis import strategies as st

from deckloom.facts.fonts import WidthTables
from deckloom.plan.balance import balanced_inset, overrun
from deckloom.plan.measure import fits, measure, prepare_all
from deckloom.values.facts import LevelStyle
from deckloom.values.geometry import EMU_PER_POINT, Insets, Size
from deckloom.values.text import Para, Run

FONTS = WidthTables()
LEVEL = LevelStyle(20, False, False, 104, 6.0, 3.0, 228600, -228600, "•")
WORD = st.text("abcWi.,'é–-Ж漢か한🎉%«", min_size=1, max_size=12)
PROSE = st.lists(WORD, max_size=30).map(" ".join)
RUNS = st.lists(st.builds(Run, PROSE, st.integers(0, 31)), max_size=3).map(tuple)
LOOK = {
    "level": st.integers(0, 2),
    "bullet": st.sampled_from(("inherit", "none", "number", "disc")),
    "start": st.integers(1, 99),
}
PARAS = st.lists(st.builds(Para, RUNS, **LOOK), min_size=1, max_size=3).map(tuple)
ANY_RUNS = st.lists(st.builds(Run, st.text(max_size=80), st.integers(0, 31)), max_size=3).map(tuple)
ANY_PARAS = st.lists(st.builds(Para, ANY_RUNS, **LOOK), max_size=2).map(tuple)
FAMILIES = st.sampled_from(["Arial", "Calibri", "Georgia", "Unheard Of"])
WIDTHS = st.integers(1, 900 * EMU_PER_POINT)


def found(paras, width, family, level=LEVEL, insets=Insets()):  # noqa: B008
    return measure(paras, (level,), None, Size(width, 1), insets, family, FONTS)


@given(PARAS, FAMILIES, WIDTHS, WIDTHS)
def test_a_wider_box_never_needs_more_lines(paras, family, one, other):
    narrow, wide = sorted((one, other))
    assert found(paras, wide, family).line_count <= found(paras, narrow, family).line_count


@given(PARAS, FAMILIES, WIDTHS, st.integers(2, 5))
def test_scaling_size_and_box_together_changes_nothing(paras, family, width, times):
    larger = LEVEL._replace(size=LEVEL.size * times, margin=LEVEL.margin * times, indent=LEVEL.indent * times)
    assert found(paras, width, family).lines == found(paras, width * times, family, larger).lines


@given(ANY_PARAS, FAMILIES, st.integers(-10, 900 * EMU_PER_POINT))
def test_any_text_can_be_measured_in_any_box(paras, family, width):
    box = Size(width, 10)
    prepared = prepare_all(paras, (LEVEL,), family, FONTS)
    taken = found(paras, width, family)
    assert all(lines >= 1 for lines in taken.lines)
    assert not paras or not fits(taken, box)
    assert 0 <= overrun(prepared, (LEVEL,), None, box, Insets()).chars <= sum(len(para.text) for para in prepared)
    assert 0 <= balanced_inset(prepared, (LEVEL,), None, box, Insets()) <= max(0, width)


@given(PROSE, st.text("abcé漢한", min_size=1, max_size=9), FAMILIES, WIDTHS)
def test_a_further_word_never_needs_fewer_lines(text, word, family, width):
    before = found((Para((Run(text),)),), width, family)
    after = found((Para((Run(f"{text} {word}"),)),), width, family)
    assert after.line_count >= before.line_count


@given(PARAS, FAMILIES, WIDTHS)
def test_balancing_adds_no_line_and_no_overlong_word(paras, family, width):
    prepared = prepare_all(paras, (LEVEL,), family, FONTS)
    before = found(paras, width, family)
    assume(not before.overlong)
    inset = balanced_inset(prepared, (LEVEL,), None, Size(width, 1), Insets())
    after = found(paras, width - inset, family)
    assert (after.lines, after.overlong) == (before.lines, ())
    assert 0 <= inset <= width // 2

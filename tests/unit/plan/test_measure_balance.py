import pytest

from deckloom.facts.fonts import WidthTables
from deckloom.plan.balance import balanced_inset, overrun, widow_inset
from deckloom.plan.measure import broken, measure_prepared, prepare_all
from deckloom.values.facts import LevelStyle
from deckloom.values.geometry import EMU_PER_POINT, Insets, Size
from deckloom.values.text import Para, rich

LEVELS = (LevelStyle(28, True, False, 95, 0.0, 0.0, 0, 0, None),)
TITLE = "Inference-time compute and chain of thought reopened the gap between the best models"
BOX = Size(880 * EMU_PER_POINT, 100 * EMU_PER_POINT)


def prepared(*texts: str):
    return prepare_all([Para(rich(text)) for text in texts], LEVELS, "Arial", WidthTables())


def lines(texts, extra: int = 0) -> tuple[int, ...]:
    return measure_prepared(texts, LEVELS, None, BOX, Insets(), extra).lines


def test_a_balanced_title_keeps_its_lines_and_would_lose_them_a_little_narrower():
    title = prepared(TITLE)
    inset = balanced_inset(title, LEVELS, None, BOX, Insets())
    assert lines(title) == lines(title, inset) == (2,)
    assert inset > BOX.w * 0.2
    narrower = BOX.w - round((BOX.w - inset) * 0.96)
    assert lines(title, narrower) == (3,)


def starts_of_lines(title, inset: int) -> list[str]:
    found = broken(title[0], LEVELS[0], 28, BOX.w - inset)
    return [title[0].text[title[0].chunk(first)[0] :] for first in found.firsts]


def test_a_balanced_title_breaks_within_no_word_if_a_little_wider_it_need_not():
    title = prepared("The gap between closed models and open-source models has closed within a single year")
    inset = balanced_inset(title, LEVELS, None, BOX, Insets())
    assert starts_of_lines(title, inset)[1] == "models has closed within a single year"
    assert inset > 0


@pytest.mark.parametrize(
    ("text", "is_helped"),
    [
        ("Retention is the best predictor of lifetime value and onboarding of", True),
        ("Retention is the best predictor of lifetime value and onboarding of retention", True),
        ("Retention is the best predictor of lifetime value and onboarding of it in every region", False),
        ("Retention is the best predictor", False),
    ],
)
def test_no_last_line_of_one_short_word_where_a_narrower_box_avoids_it(text, is_helped):
    paras = prepared(text)
    measured = measure_prepared(paras, LEVELS, None, BOX, Insets())
    inset = widow_inset(paras, LEVELS, None, BOX, Insets(), measured)
    assert (inset > 0) == is_helped
    assert lines(paras, inset) == measured.lines
    if is_helped:
        assert starts_of_lines(paras, inset)[-1].count(" ") > 0


def test_a_single_line_is_not_balanced():
    assert balanced_inset(prepared("Short title"), LEVELS, None, BOX, Insets()) == 0


def test_the_cut_counts_from_the_first_line_over_the_box():
    text = "0123456789 " * 9 + "0123456789"
    size = Size(11 * 17 * EMU_PER_POINT, round(2.5 * 28 * 1.2 * 0.95 * EMU_PER_POINT))
    assert measure_prepared(prepared(text), LEVELS, None, size, Insets()).lines == (10,)
    assert overrun(prepared(text), LEVELS, None, size, Insets()).chars == len(text) - 2 * 11


def test_the_cut_takes_all_of_the_paragraphs_below():
    size = Size(BOX.w, 40 * EMU_PER_POINT)
    assert overrun(prepared("one", "two", "three"), LEVELS, None, size, Insets()) == (1, len("two" + "three"))


def test_the_cut_may_be_counted_by_lines():
    assert overrun(prepared(TITLE), LEVELS, None, BOX, Insets(), max_lines=1).chars == len("between the best models")


def test_nothing_is_cut_of_a_text_that_fits():
    assert overrun(prepared(TITLE), LEVELS, None, BOX, Insets(), max_lines=2).chars == 0


@pytest.mark.parametrize("text", ["a-b" * 4, "漢字" * 40])
def test_the_cut_finds_its_place_in_texts_with_rules_of_their_own(text):
    size = Size(100 * EMU_PER_POINT, 1)
    assert overrun(prepared(text), LEVELS, None, size, Insets()).chars == len(text)

"""Random text boxes, laid out by LibreOffice: none may turn out taller than measured."""

import pytest

from deckloom.facts.fonts import WidthTables
from tests.support.boxes import FAMILIES, LANGUAGES, LATIN, boxes_that_promise, extra_height, laid_out, shown, summary

BOXES = 360
SEED = 20241010
LEAST_EXACT, MOST_EXTRA = 0.9, 0.02


@pytest.mark.render
def test_no_box_is_laid_out_taller_than_measured(tmp_path):
    fonts = WidthTables()
    outcomes = laid_out(boxes_that_promise(BOXES, SEED, LANGUAGES, FAMILIES, fonts), fonts, tmp_path)
    for lang in LANGUAGES:
        print(summary(lang, [one for one in outcomes if one.box.lang == lang]))
    assert [shown(one) for one in outcomes if one.is_over] == []


@pytest.mark.render
def test_latin_boxes_are_as_high_as_measured_and_hardly_higher(tmp_path):
    fonts = WidthTables()
    outcomes = laid_out(boxes_that_promise(BOXES, SEED + 1, LATIN, FAMILIES, fonts, known=True), fonts, tmp_path)
    print(summary("Latin", outcomes))
    assert [shown(one) for one in outcomes if one.is_over] == []
    assert sum(one.is_exact for one in outcomes) / BOXES >= LEAST_EXACT
    assert extra_height(outcomes) <= MOST_EXTRA

"""A text cut after a whole sentence."""

import pytest

from deckloom.plan.shorten import shortened
from deckloom.values.text import BOLD, Para, Run, plain, rich


def cut(text, length):
    done = shortened((Para(rich(text)),), lambda paras: sum(len(plain(para.runs)) for para in paras) <= length)
    return plain(done[0].runs) if done else None


@pytest.mark.parametrize(
    ("text", "length", "left"),
    [
        ("One. Two. Three.", 10, "One. Two."),
        ("One. Two. Three.", 3, None),
        ("Is it? “Yes!” (Or no.) Maybe", 23, "Is it? “Yes!” (Or no.)"),
        ("By J. Doe and v2.1 alone. More.", 25, "By J. Doe and v2.1 alone."),
        ("By J. Doe and v2.1 alone. More.", 24, None),
        ("これは文です。次の文です。", 8, "これは文です。"),
        ("No mark at its end", 5, None),
    ],
)
def test_a_text_ends_after_a_whole_sentence(text, length, left):
    assert cut(text, length) == left


def test_marks_and_earlier_paragraphs_stay():
    paras = (Para(rich("First.")), Para((Run("Bold", BOLD), Run(" end. And more."))))
    done = shortened(paras, lambda paras: len(plain(paras[-1].runs)) < 10)
    assert done == (paras[0], Para((Run("Bold", BOLD), Run(" end."))))

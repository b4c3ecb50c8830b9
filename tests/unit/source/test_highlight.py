"""Programs as runs, by what their words are."""

import pytest

from deckloom.source.highlight import LETTERS_MOST, LINES_MOST, highlighted, language_of
from deckloom.values.text import BOLD, CODE, ITALIC, KEYWORD, NUMBER, QUIET, STRING, plain


def test_the_words_of_a_program_are_told_apart():
    (line,) = highlighted("return 'a' + 1  # why", "python")
    assert [(run.text, run.marks - CODE) for run in line] == [
        ("return", KEYWORD | BOLD),
        (" ", 0),
        ("'a'", STRING),
        (" + ", 0),
        ("1", NUMBER),
        ("  ", 0),
        ("# why", QUIET | ITALIC),
    ]


@pytest.mark.parametrize("language", ["python", "yaml", "sql", None, "no such"])
def test_no_letter_is_lost(language):
    code = '\n  a: "b"\n\n\n    - c  # d\n'
    assert "\n".join(map(plain, highlighted(code, language))) == code


def test_a_text_over_several_lines_is_taken_apart():
    lines = highlighted('"""a\nb"""', "python")
    assert [[(run.text, run.marks) for run in line] for line in lines] == [
        [('"""a', CODE | STRING)],
        [('b"""', CODE | STRING)],
    ]


@pytest.mark.parametrize("code", ["x = 1\n" * LINES_MOST, "x = " + "1" * LETTERS_MOST])
def test_what_fits_on_no_slide_is_not_looked_at(code):
    assert {run.marks for line in highlighted(code, "python") for run in line} == {CODE}


@pytest.mark.parametrize(
    ("file", "language"), [("a/b.py", "python"), ("deck.yaml", "yaml"), ("Makefile", "make"), ("a.nothing", None)]
)
def test_a_files_name_tells_its_language(file, language):
    assert language_of(file) == language

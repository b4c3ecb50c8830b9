"""The caret stands under the right characters, whatever they are."""

import pytest

from deckloom.cli.printable import clip, printable, width
from deckloom.cli.snippet import Snippet, snippet


@pytest.mark.parametrize(
    ("line", "start", "end", "text", "carets"),
    [
        ("imge: a.png", 0, 4, "imge: a.png", "^^^^"),
        ("  imge: a.png", 2, 6, "  imge: a.png", "  ^^^^"),
        ("\timge: a", 1, 5, "    imge: a", "    ^^^^"),
        ("表題: 値段", 4, 6, "表題: 値段", "      ^^^^"),
        ("cafe\u0301: x", 7, 8, "cafe\u0301: x", "      ^"),
        ("e\u0301", 1, 2, "e\u0301", "^"),
        ("a\x1b[31m", 1, 2, "a\\x1b[31m", " ^^^^"),
        ("title:", 6, 6, "title:", "      ^"),
        ("short", 90, 95, "short", "     ^"),
        ("", 0, 0, "", "^"),
    ],
)
def test_the_caret_stands_under_what_it_points_at(line: str, start: int, end: int, text: str, carets: str):
    assert snippet(line, start, end, columns=80) == Snippet(text, carets)


@pytest.mark.parametrize("start", [0, 3, 150, 290, 299])
def test_a_long_line_is_shown_around_the_caret(start: int):
    line = "".join(chr(ord("a") + at % 26) for at in range(300))
    piece = snippet(line, start, start + 1, columns=60)
    assert width(piece.text) <= 60
    assert piece.text[len(piece.carets) - 1] == line[start]
    assert piece.text.startswith("…") == (start > 30)
    assert piece.text.endswith("…") == (start < 200)


def test_carets_end_where_the_window_ends():
    piece = snippet("x" * 500, 100, 400, columns=50)
    assert len(piece.carets) < width(piece.text)


def test_a_long_line_of_wide_characters_keeps_to_the_columns():
    piece = snippet("値" * 300, 150, 152, columns=60)
    assert width(piece.text) <= 60
    assert piece.carets.endswith(" ^^^^")


def test_a_pile_of_combining_marks_is_cut():
    piece = snippet("a" + "\u0301" * 5_000 + ": x", 5_003, 5_004, columns=60)
    assert len(piece.text) < 20
    assert piece.carets == "   ^"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("naïve 値", "naïve 値"),
        ("a\nb\x00\x7f\x9b", "a\\x0ab\\x00\\x7f\\x9b"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("\u2028", "\\u2028"),
        ("\ud800", "\\ud800"),
        ("\U000e0fff", "\\U000e0fff"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_what_a_terminal_would_act_on_is_escaped(text: str, shown: str):
    assert printable(text) == shown


@pytest.mark.parametrize(("most", "cut"), [(12, "値段が上"), (11, "値段…"), (3, "…")])
def test_a_text_is_cut_between_characters(most: int, cut: str):
    assert clip("値段が上", most) == cut

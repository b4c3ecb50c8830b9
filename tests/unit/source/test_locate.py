import pytest

from deckloom.source.locate import locate, locate_text
from deckloom.source.text import SourceText
from deckloom.source.yaml import parse
from deckloom.values.limits import Limits

TEXT = """\
deckloom: 1
title: "Two words"
slides:
  - kind: bullets
    items: |
      - one

      - two
        - two.a
        - two.b
          more of it
      - three
    notes: >
      folded
      lines
  - {kind: image, focus: [0.5, x]}
empty: {}
none: []
"""
SOURCE = SourceText("deck.yaml", TEXT)
ROOT = parse(SOURCE, Limits()).value


def text_at(span) -> str:
    return TEXT[SOURCE.offset(span.line, span.column) : SOURCE.offset(span.end_line, span.end_column)]


@pytest.mark.parametrize(
    ("path", "on_key", "written"),
    [
        (("title",), False, '"Two words"'),
        (("title",), True, "title"),
        (("slides", 1, "focus", 1), False, "x"),
        (("slides", 1, "focus", 1), True, "x"),
        (("slides", 1), False, "{kind: image, focus: [0.5, x]}"),
        (("slides", 0, "notes"), False, ">\n      folded\n      lines"),
    ],
)
def test_a_path_has_a_place(path, on_key, written):
    assert text_at(locate(ROOT, SOURCE, path, on_key)) == written


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (("slides", 1, "alt"), "kind"),
        (("theme",), "deckloom"),
        (("slides", 7, "title"), "-"),
        (("title", "name"), '"Two words"'),
        (("empty", "name"), "{}"),
        (("none", 0), "["),
    ],
)
def test_what_is_missing_is_placed_where_it_is_missed(path, written):
    assert text_at(locate(ROOT, SOURCE, path)) == written


@pytest.mark.parametrize(
    ("rest", "written"),
    [
        ((0,), "- one"),
        ((1,), "- two"),
        ((1, "lead"), "- two"),
        ((1, 0), "  - two.a"),
        ((1, 1), "  - two.b"),
        ((2,), "- three"),
        ((9,), "- one"),
        (("lead",), "- one"),
    ],
)
def test_a_path_steps_into_a_markdown_list(rest, written):
    assert text_at(locate(ROOT, SOURCE, ("slides", 0, "items", *rest))) == written


def test_the_whole_text_is_the_place_of_an_empty_path():
    assert locate(ROOT, SOURCE, ()).line == 1


@pytest.mark.parametrize(
    ("path", "offset", "length", "written"),
    [
        (("title",), 4, 5, "words"),
        (("slides", 0, "kind"), 0, 6, "bullet"),
        (("slides", 0, "items"), 9, 3, "two"),
        (("slides", 0, "notes"), 3, 3, "ded"),
        (("slides", 0, "notes"), 7, 5, "lines"),
        (("slides", 0, "title"), 3, 1, "kind"),
    ],
)
def test_a_character_of_a_text_has_a_place(path, offset, length, written):
    assert text_at(locate_text(ROOT, SOURCE, path, offset, length)) == written

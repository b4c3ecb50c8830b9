import pytest

from deckloom.source.edits import Change, Origin, changed, chosen, quoted
from deckloom.source.offsets import offset_in_source
from deckloom.source.text import SourceText
from deckloom.source.yaml import parse
from deckloom.values.limits import Limits


@pytest.mark.parametrize(
    ("text", "written"), [("a: b", '"a: b"'), ('say "a"', "'say \"a\"'"), ("C:\\a", "'C:\\a'"), ("it's", '"it\'s"')]
)
def test_quotes_are_chosen_so_that_every_letter_stays(text, written):
    assert quoted(text) == written
    assert parse(SourceText("f", f"k: {written}\n"), Limits()).value.values[0].text == text


def test_of_changes_that_overlap_the_first_in_the_text_is_made():
    assert chosen([Change(4, 6, "x"), Change(0, 5, "y"), Change(6, 6, "z"), Change(6, 6, "w")]) == [
        Change(0, 5, "y"),
        Change(6, 6, "w"),
    ]


def test_offsets_lead_back_through_every_round_of_changes():
    origin, text = Origin(), "ab cd ef"
    for changes in ([Change(3, 5, '"cd"')], [Change(0, 2, ""), Change(7, 8, "[ ")]):
        origin.then(text, changes)
        text = changed(text, changes)
    assert text == ' "cd"[ ef'
    assert [origin(text.index(one)) for one in ("c", "d", "ef")] == [3, 4, 6]


@pytest.mark.parametrize(
    ("written", "letters"),
    [
        ("a: one line\n  and two\n\n  three\n", "lat3"),
        ("a: 'it''s\n  here'\n", "'h"),
        ('a: "x \\u00e9 \\\n   yes\n  q\\"z"\n', "yz"),
        ("a: >\n   folded\n   lines\n", "fl"),
        ("a: |\n   keeps\n     deep\n", "kd"),
    ],
)
def test_a_letter_of_a_text_is_found_in_the_source(written, letters):
    node = parse(SourceText("f", written), Limits()).value.values[0]
    for letter in letters:
        if letter in node.text:
            assert written[offset_in_source(node, written, node.text.index(letter))] == letter

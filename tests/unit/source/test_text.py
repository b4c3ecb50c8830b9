import pytest

from deckloom.source.text import SourceText, decode
from deckloom.values.limits import Limits
from deckloom.values.span import Span


def read(data: bytes, **limits: int):
    return decode(data, "deck.yaml", Limits(**limits))


def said(outcome):
    return [(one.slug, one.span.line, one.span.column) for one in outcome.diagnostics]


def test_plain_utf8_is_taken_as_it_is():
    outcome = read("title: Übersicht 😀\n".encode())
    assert outcome.ok
    assert outcome.value == SourceText("deck.yaml", "title: Übersicht 😀\n")


def test_a_byte_order_mark_is_taken_off_and_put_back():
    source = read(b"\xef\xbb\xbftitle: x\n").value
    assert source.text == "title: x\n"
    assert source.encoded(source.text) == b"\xef\xbb\xbftitle: x\n"


@pytest.mark.parametrize(
    ("data", "newline"),
    [(b"a\nb\n", "\n"), (b"a\r\nb\r\n", "\r\n"), (b"a\rb\r", "\r"), (b"a\r\nb\r\nc\n", "\r\n"), (b"a\nb\nc\r\n", "\n")],
)
def test_all_line_ends_become_one_and_the_commonest_is_remembered(data, newline):
    source = read(data).value
    assert source.text == "a\nb\n" + "c\n" * (b"c" in data)
    assert source.newline == newline


def test_an_edited_text_goes_back_with_its_own_line_ends():
    source = read(b"a\r\nb\r\n").value
    assert source.encoded("a\nB\n") == b"a\r\nB\r\n"


def test_a_spec_over_the_size_limit_says_how_to_raise_it():
    outcome = read(b"a" * 1001, spec_bytes=1000)
    assert outcome.value is None
    (fault,) = outcome.diagnostics
    assert fault.slug == "too-large"
    assert fault.message == "the spec has 1,001 bytes, over the limit `spec_bytes` of 1,000"
    assert "--limit spec_bytes=1001" in fault.hints[0].text


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("title: x".encode("utf-16"), "UTF-16"),
        ("title: x\n".encode("utf-16-le"), "UTF-16"),
        ("title: x\n".encode("utf-16-be"), "UTF-16"),
        ("title: x".encode("utf-32"), "UTF-32"),
        ("title: x".encode("utf-32-le"), "UTF-32"),
    ],
)
def test_other_encodings_are_named(data, name):
    outcome = read(data)
    assert outcome.value is None
    assert said(outcome) == [("not-utf8", 1, 1)]
    assert name in outcome.diagnostics[0].message


def test_a_byte_that_is_not_utf8_is_placed_and_explained():
    outcome = read(b"a: b\r\nt: caf\xe9\n")
    assert said(outcome) == [("not-utf8", 2, 7)]
    assert "0xE9, which is `é` in Windows-1252" in outcome.diagnostics[0].message


@pytest.mark.parametrize("character", "\x00\x07\x0b\x1b\x7f\x85\x9f\u2028\u2029\ufeff\ufffe\uffff")
def test_characters_that_cannot_be_stored_are_placed_and_named(character):
    outcome = read(f"a: b\nt: x{character}y\n".encode())
    assert said(outcome) == [("bad-character", 2, 5)]
    assert f"U+{ord(character):04X}" in outcome.diagnostics[0].message
    assert outcome.value.text == "a: b\nt: x\ufffdy\n"


def test_a_character_that_another_encoding_left_behind_is_guessed():
    (fault,) = read("wait\x85".encode()).diagnostics
    assert fault.hints[0].text == "did you mean `…`?"


def test_of_many_bad_characters_twenty_are_listed():
    outcome = read(b"x\x07" * 30)
    assert len(outcome.diagnostics) == 20
    assert outcome.value is None


def test_only_real_line_ends_count_as_lines():
    source = SourceText("f", "a\u2028b\x85c\nd\u2029e\n")
    assert source.position(source.text.index("e")) == (2, 3)


SOURCE = SourceText("f", "one\n\n😀 two\n")


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (3, (1, 4)), (4, (2, 1)), (7, (3, 3)), (11, (4, 1)), (99, (4, 1)), (-1, (1, 1))]
)
def test_offsets_have_a_line_and_a_column(offset, place):
    assert SOURCE.position(offset) == place


def test_a_span_has_both_ends():
    assert SOURCE.span(5, 6) == Span("f", 3, 1, 3, 2)
    assert SOURCE.span(6, 2) == Span("f", 3, 2, 3, 2)


@pytest.mark.parametrize(("number", "line"), [(0, ""), (1, "one"), (2, ""), (3, "😀 two"), (4, ""), (5, "")])
def test_lines_come_without_their_ends(number, line):
    assert SOURCE.line(number) == line


@pytest.mark.parametrize(("place", "offset"), [((1, 1), 0), ((3, 3), 7), ((1, 99), 3), ((0, 0), 0), ((99, 1), 11)])
def test_a_line_and_a_column_have_an_offset(place, offset):
    assert SOURCE.offset(*place) == offset

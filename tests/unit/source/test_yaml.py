import gc

import pytest
import yaml

import deckloom.source.yaml as reader
from deckloom.source.nodes import Mapping, Scalar, Sequence, to_plain
from deckloom.source.text import SourceText
from deckloom.values.limits import Limits

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])


@pytest.fixture(params=LOADERS, ids=lambda one: one.__name__, autouse=True)
def _each_parser(request, monkeypatch):
    monkeypatch.setattr(reader, "_LOADER", request.param)


def parse(text: str, **limits: int):
    return reader.parse(SourceText("f", text), Limits(**limits))


def said(text: str):
    return [(one.slug, one.span.line, one.span.column, one.path) for one in parse(text).diagnostics]


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "yes",
        "1.10",
        "0123",
        "12:30",
        "~",
        "null",
        "2024-13-45",
        "1_000",
        ".inf",
        "0x1F",
        "=",
        "1e3",
        "true",
        "9" * 5000,
    ],
)
def test_a_scalar_keeps_its_spelling(word):
    assert to_plain(parse(f"a: {word}\nb: [{word}]\n").value) == {"a": word, "b": [word]}


@pytest.mark.parametrize("word", ["1", "null", "true", "0123", "~", "12:30"])
def test_a_key_is_text_too(word):
    assert to_plain(parse(f"{word}: a\n").value) == {word: "a"}


@pytest.mark.parametrize(
    ("written", "style", "text"),
    [
        ("a b", "", "a b"),
        ("'it''s'", "'", "it's"),
        ('"a\\tb"', '"', "a\tb"),
        ("|\n  x\n\n  y\n", "|", "x\n\ny\n"),
        (">-\n  x\n  y", ">", "x y"),
    ],
)
def test_a_scalar_knows_how_it_is_written(written, style, text):
    node = parse(f"k: {written}\n# end\n").value.values[0]
    assert (node.style, node.text, node.plain, node.block) == (style, text, style == "", style == "|")
    assert f"k: {written}\n# end\n"[node.start : node.end] == written.rstrip()


def test_nodes_know_where_they_stand_whatever_stands_before_them():
    text = "😀é\u3000: x\nb:\n  - {c: d}\n  - e # f\n\n# g\nh: i\n"
    root = parse(text).value
    assert isinstance(root, Mapping)
    items = root.values[1]
    assert isinstance(items, Sequence)
    assert [text[key.start : key.end] for key in root.keys] == ["😀é\u3000", "b", "h"]
    assert text[items.start : items.end] == "- {c: d}\n  - e"
    assert text[items.items[0].start : items.items[0].end] == "{c: d}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x b\n", [("yaml-feature", 1, 4, ("a",))]),
        ("a: [b, *x]\n", [("yaml-feature", 1, 8, ("a", 1))]),
        ("- a: !important b\n", [("yaml-feature", 1, 6, (0, "a"))]),
        ("a: ! b\n", [("yaml-feature", 1, 4, ("a",))]),
        ("a: !!map {b: c}\n", [("yaml-feature", 1, 4, ("a",))]),
        ("a: &Co grows\nb: !x\n", [("yaml-feature", 1, 4, ("a",)), ("yaml-feature", 2, 4, ("b",))]),
        ("a:\n  <<: *b\n  c: d\n", [("yaml-feature", 2, 3, ())]),
        ("a: b\n---\nc: d\n", [("yaml-feature", 2, 1, ())]),
        ("a: b\nc: d\na: e\n", [("duplicate-key", 3, 1, ("a",))]),
        ("- a: b\n  a: c\n  a: d\n", [("duplicate-key", 2, 3, (0, "a")), ("duplicate-key", 3, 3, (0, "a"))]),
        ("? [a, b]\n: c\n", [("not-text-key", 1, 3, ())]),
        ("? {a: b}\n: c\nd: e\n", [("not-text-key", 1, 3, ())]),
        ("? a\n: b\n?\n: c\n", [("not-text-key", 3, 2, ())]),
        ("a:\n  b:\n  c: d\n", [("empty-value", 2, 5, ("a", "b"))]),
        ("a:\n- b\n-\n", [("empty-value", 3, 2, ("a", 1))]),
        ("", [("not-yaml", 1, 1, ())]),
        ("# only words\n", [("not-yaml", 1, 1, ())]),
        ("---\n", [("not-yaml", 2, 1, ())]),
    ],
)
def test_what_a_deck_does_not_have_is_named_with_its_place(text, expected):
    assert said(text) == expected


def test_the_parser_goes_on_after_a_fault():
    outcome = parse("a: *b\nc:\nd: !e f\n? [g]\n: h\nd: i\n<<: *j\nk: l\n")
    assert [one.slug for one in outcome.diagnostics] == [
        *("yaml-feature", "empty-value", "yaml-feature", "not-text-key", "duplicate-key", "yaml-feature"),
    ]
    assert to_plain(outcome.value) == {"a": "*b", "c": "", "d": "f", "k": "l"}


def test_an_empty_text_in_quotes_is_no_fault():
    assert parse("a: ''\nb: \"\"\n").ok


def test_a_duplicate_names_the_line_of_the_first():
    (fault,) = parse("slides: a\nb: c\nslides: d\n").diagnostics
    assert fault.message == "`slides` is written twice; the first is in line 1"


def test_faults_before_a_syntax_error_are_kept():
    assert [slug for slug, *_ in said("a: *x\nb: 1\nb: 2\nc: @d\n")] == ["yaml-feature", "duplicate-key", "not-yaml"]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: b: c\n", (1, 5), "a text with `: ` in it is taken for a key and its value"),
        ("a: @x\n", (1, 4), "a text cannot begin with `@` unless it is in quotes"),
        ("a: `x`\n", (1, 4), "a text cannot begin with a backtick unless it is in quotes"),
        ("a: *early*\n", (1, 4), "a text cannot begin with `*` unless it is in quotes"),
        ("- **Bold,** x\n", (1, 3), "a text cannot begin with `*` unless it is in quotes"),
        ("a: >11x\n", (1, 4), "a text cannot begin with `>` unless it is in quotes"),
        ("a: |x|\n", (1, 4), "a text cannot begin with `|` unless it is in quotes"),
        ("a: - x\n", (1, 4), "a text cannot begin with `-` unless it is in quotes"),
        ("a: !x! y\n", (1, 4), "a text cannot begin with `!` unless it is in quotes"),
        ("a: !x!y z\n", (1, 4), "a text cannot begin with `!` unless it is in quotes"),
        ("%YAML 2.0\n---\na: b\n", (1, 1), "a text cannot begin with `%` unless it is in quotes"),
        ("a:\n\tb: c\n", (2, 1), "a tab stands where YAML takes only spaces"),
        ("a: b\n\tc: d\n", (2, 1), "a tab stands where YAML takes only spaces"),
        ("a: [Draft] results\n", (1, 12), "the text goes on after its closing `]`"),
        ('a: "heavy tail" stays\n', (1, 17), 'the text goes on after its closing `"`'),
        ("a: 'tis\nb: c\n", (1, 4), "the quote that opens here is never closed"),
        ('a: "C:\\data"\n', (1, 7), "the backslash begins an escape that YAML does not know"),
        ("a: [b, c\nd: e\n", (2, 2), "the bracket opened in line 1 is not closed before this"),
        ("a: {b: c\nd: e\n", (2, 2), "the bracket opened in line 1 is not closed before this"),
        ("notes: |\n    a\n  b\n", (3, 3), "the line does not fit the lines above it"),
        ("a: b\nc\nd: e\n", (2, 1), "the line is neither `key: text` nor `- item`"),
    ],
)
def test_a_syntax_error_is_told_in_words_about_the_text(text, place, message):
    outcome = parse(text)
    assert outcome.value is None
    (fault,) = outcome.diagnostics
    assert (fault.slug, fault.span[1:3], fault.message) == ("not-yaml", place, message)
    assert fault.hints


@pytest.mark.parametrize(
    ("escape", "name"),
    [("\\0", "U+0000"), ("\\e", "U+001B"), ("\\x07", "U+0007"), ("\\uFFFE", "U+FFFE"), ("\\N", "U+0085")],
)
def test_an_escape_that_gives_what_cannot_be_stored_is_placed(escape, name):
    outcome = parse(f'a: b\nc: "x {escape}\\n"\n')
    (fault,) = outcome.diagnostics
    assert (fault.slug, fault.span[1:3], fault.path) == ("bad-character", (2, 7), ("c",))
    assert name in fault.message
    assert to_plain(outcome.value)["c"] == "x \ufffd\n"


@pytest.mark.parametrize("escape", ["\\ud800", "\\U00110000", "\\uD83D\\uDE00"])
def test_an_escape_that_names_no_character_is_placed(escape):
    outcome = parse(f'a: "x{escape}"\n')
    assert {one.slug for one in outcome.diagnostics} == {"bad-character"}
    assert outcome.diagnostics[0].span[1:3] == (1, 6)


@pytest.mark.parametrize(
    ("text", "limits", "name", "line"),
    [
        ("a: b\nc: d\n" * 3, {"nodes": 5}, "nodes", 3),
        ("- a\n" * 10, {"nodes": 5}, "nodes", 5),
        ("- " * 5 + "a", {"depth": 4}, "depth", 1),
        ("[" * 900, {}, "depth", 1),
        ("{a: " * 300, {}, "depth", 1),
    ],
)
def test_a_spec_over_a_limit_is_stopped_while_it_is_read(text, limits, name, line):
    outcome = parse(text, **limits)
    assert outcome.value is None
    fault = outcome.diagnostics[-1]
    assert (fault.slug, fault.span.line) == ("too-large", line)
    assert f"--limit {name}=" in fault.hints[0].text


def test_brackets_beyond_what_the_parser_takes_are_one_fault():
    (fault,) = parse("[" * 10_000).diagnostics
    assert fault.slug == "too-large"


def test_a_spec_at_its_limits_is_read():
    assert parse("- a\n- b: c\n", nodes=5, depth=2).ok


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled):
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        parse("a: @b\n")
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_of_a_key_written_twice_the_first_counts():
    assert to_plain(parse("a: b\na: c\n").value) == {"a": "b"}


def test_keys_that_are_alike_are_one_object():
    root = parse("- title: a\n- title: b\n").value
    first, second = (item.keys[0] for item in root.items)
    assert isinstance(first, Scalar)
    assert first.text is second.text

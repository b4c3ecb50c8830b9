"""Text is text: what stands in the YAML stands on the slide, letter for letter, or the build says why not."""

import pytest

from tests.hostile.place import HEAD, quoted, slide, texts

PLAIN = [
    "no",
    "yes",
    "on",
    "off",
    "y",
    "n",
    "No",
    "YES",
    "On",
    "oFF",
    "true",
    "false",
    "True",
    "FALSE",
    "null",
    "Null",
    "NULL",
    "~",
    "2024-01-01",
    "2024-13-45",
    "2024-02-30T25:61:00Z",
    "1.10",
    "1.0",
    "1",
    "0",
    "-1",
    "+1",
    "0123",
    "007",
    "08",
    "0o17",
    "0x1F",
    "0b101",
    "1e3",
    "1E400",
    "1_000",
    "12:30",
    "190:20:30",
    ".inf",
    "-.inf",
    ".nan",
    ".5",
    "5.",
    "=",
    "0.1.2",
    "1,000",
    "10%",
    "3/4",
    "-0",
    "+.inf",
    "1e-3",
    "0x",
    "0o8",
    "00",
    "__init__",
    "$HOME",
    "$(id)",
    "a:b",
    "http://x",
    "//x",
    "^a",
    "a^b",
]
QUOTED = [
    *("", " x", "x ", "- a", "? a", ": a", "a: b", "#a", "a # b", "&a", "!a", "|", ">", "@a", "%a", "--- a", "..."),
    *("'", '"', "''", '"a"', "it's", "{a}", "[a]", "{a: b}", "a, b", "<b>bold</b>", "<a:t>", "a<b&]]>&amp;<a:t>"),
    *("&#65;", "&lt;", "_x0041_", "_x0007_", "%s %d %n", "{0} {message}", "{name}", "\\N{BULLET}", "$x$", "<?xml?>"),
    *("<!-- a -->", "]]>", "<![CDATA[a]]>", "<script>alert(1)</script>", "=1+1", "+1", "-1", "@SUM(A1)", "\\d"),
    *("/etc/passwd", "C:\\x", "C:\\temp\\new", "~/x", "`id`x`", "a;b", "a|b", "a\tb", "\u00a0a\u00a0", "a\u00a0b"),
    *(
        "\u200ba",
        "a\u200bb",
        "\u202eabc",
        "a\u2066b",
        "e\u0301",
        "\ufb01",
        "🂡",
        "👩‍👩‍👧",
        "🇩🇪",
        "مرحبا",
        "שלום",
        "漢字",
    ),
    *("\U0010fffd", "\ue000", "\ufdd0", "\u0378", "İ", "ß", "a" + "\u0301" * 60, "x" * 60, "\u00adsoft", "a\u2011b"),
]
BLANK = {"", " x", "x ", "\u00a0a\u00a0"}


@pytest.mark.parametrize("text", PLAIN)
def test_a_word_without_quotes_stays_as_it_is_spelled(attack, folder, text: str):
    done = attack(HEAD + slide(kind="bullets", title="What is listed", items=f"\n      - {text}\n      - b"))
    if text in ("~", "null", "Null", "NULL") and done.code:
        assert "DL207" in done.codes
        return
    assert done.code == 0, done.err
    assert f"{text}\nb" in texts(folder / "talk.pptx")


@pytest.mark.parametrize("text", QUOTED)
def test_a_text_in_quotes_stays_as_it_is_spelled(attack, folder, text: str):
    spec = HEAD + slide(kind="bullets", title="What is listed", items=f"[{quoted(text)}, b]", notes=quoted(text))
    done = attack(spec)
    if not text.strip():
        assert done.codes == {"DL207"}
        return
    if done.code:
        assert "DL5" in done.err, done.err  # too wide for its line, which is said
        return
    if text.isascii() and not any(sign in text for sign in "\\`*~=[<&"):
        shown = text.strip()
        assert f"{shown}\nb" in texts(folder / "talk.pptx")
    else:
        found = "".join(texts(folder / "talk.pptx")).replace("_x0009_", "\t")
        kept = [letter for letter in text if not letter.isspace() and letter not in "\\`*"]
        assert [letter for letter in kept if letter not in found] == []


LITERAL = {
    "block": ("|\n      one\n      two", "one two"),
    "folded": (">\n      one\n      two", "one two"),
    "block, kept": ("|+\n      one\n\n", "one"),
    "block, cut": ("|-\n      one", "one"),
    "block, indented": ("|2\n        one", "one"),
    "plain over lines": ("one\n      two", "one two"),
    "single quotes": ("'it''s one'", "it's one"),
    "escapes": ('"\\x41\\u0042\\U00000043 \\"q\\""', 'ABC "q"'),
    "an escaped line end": ('"one \\\n      two"', "one two"),
}


@pytest.mark.parametrize("name", LITERAL)
def test_every_way_to_write_a_scalar_gives_its_text(attack, folder, name: str):
    written, text = LITERAL[name]
    assert attack(HEAD + slide(kind="statement", title=written)).code == 0
    assert text in [one.strip() for one in texts(folder / "talk.pptx")]


@pytest.mark.parametrize(
    "written", ["", "~", "null", "''", '"   "', "[]", "{}", "|\n", "'\u3000'", "{a: b}", "[[a]]", "!!null ''"]
)
def test_a_field_without_a_text_is_a_fault(attack, written: str):
    done = attack(HEAD + slide(kind="statement", title=written))
    assert (done.code, written) in [(1, written), (0, "~"), (0, "null")]


@pytest.mark.parametrize("value", ["yes", "on", "1", "TRUE", "y", "[true]", "{a: b}", "x" * 3_000, "'true '", "nil"])
def test_a_switch_takes_true_and_false_alone(attack, value: str):
    done = attack(HEAD + slide(kind="statement", title="One sentence", hidden=value))
    assert done.codes & {"DL205", "DL206"}


@pytest.mark.parametrize(
    "value", ["1", "[1]", "[2, 0]", "[nan, 0]", "[inf, 0]", "[a, b]", "[[0], 0]", "[1e999, 0]", "[-0.1, 0]", "{a: 0}"]
)
def test_a_focus_takes_two_numbers_from_0_to_1(attack, picture, value: str):
    fields = {"kind": "image", "title": "A picture", "image": "good.png", "alt": "x", "focus": value}
    assert attack(HEAD + slide(**fields)).codes & {"DL205", "DL206"}


@pytest.mark.parametrize("value", ["71", "1201", "-220", "2e2", "220.0", "9" * 6_000, "２２０", "[220]", "0x64", "abc"])
def test_a_resolution_takes_a_whole_number_in_its_range(attack, value: str):
    spec = f"deckloom: 1\ntitle: A\noptions: {{image_dpi: {value}}}\nslides:\n" + slide(kind="title")
    done = attack(spec)
    assert "`image_dpi` takes a whole number" in done.err


@pytest.mark.parametrize(
    "value", ["e", "english", "en_GB", "../x", "en-" + "abcdefgh-" * 9, "en-\u0300", '"en\\n"', "[en]"]
)
def test_a_language_takes_a_tag(attack, value: str):
    assert "DL206" in attack(f"deckloom: 1\ntitle: A\nlang: {value}\nslides:\n" + slide(kind="title")).codes


@pytest.mark.parametrize("value", ["2024-02-30", "0000-00-00", "99999-01-01", "-1", "tomorrow", "2024-10-10T99:99"])
def test_a_date_that_is_none_is_shown_as_it_is_written(attack, folder, value: str):
    assert attack(f"deckloom: 1\ntitle: A\ndate: {value}\nslides:\n" + slide(kind="title")).code == 0
    assert any(value in one for one in texts(folder / "talk.pptx"))

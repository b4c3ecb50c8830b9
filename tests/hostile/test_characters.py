"""Characters that cannot be stored stop the build, in every field; all others arrive."""

import re

import pytest

from tests.hostile.place import HEAD, quoted, slide, texts

UNSTORABLE = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF]
SURROGATES = ["\\ud800", "\\udfff", "\\ud83d\\ude00", "\\U0000d800"]
FIELDS = ("title", "notes", "caption", "alt", "credit", "kicker", "image", "id", "source")
HEAD_FIELDS = ("title", "subtitle", "author", "name", "date", "lang", "theme", "source")


def with_field(field: str, scalar: str) -> str:
    """A spec whose picture slide has the scalar in that field."""
    fields = {"kind": "image", "title": "A picture", "image": "good.png", "alt": "What it shows"}
    return HEAD + slide(**{**fields, field: scalar})


@pytest.mark.parametrize("code", UNSTORABLE)
def test_a_control_character_is_named_with_its_place(attack, code: int):
    for written in (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}", chr(code)):
        spec = HEAD + slide(kind="statement", title=f'"One {written} pause"')
        done = attack(spec)
        assert done.code == 1
        assert "DL102" in done.codes or (code == 0x85 and written == "\x85")
        assert f"U+{code:04X}" in done.err
        assert re.search(r"talk\.yaml:5:\d+: ", done.err)


@pytest.mark.parametrize("written", SURROGATES)
@pytest.mark.parametrize("field", FIELDS)
def test_half_a_character_is_refused_in_every_field(attack, picture, field: str, written: str):
    done = attack(with_field(field, f'"a{written}b"'))
    assert done.code == 1
    assert done.codes & {"DL102", "DL103"}


@pytest.mark.parametrize("written", ["\\0", "\\a", "\\e", "\\x1f", "\\uffff", "\\x9b"])
@pytest.mark.parametrize("field", FIELDS)
def test_an_escape_of_what_cannot_be_stored_is_refused_in_every_field(attack, picture, field: str, written: str):
    done = attack(with_field(field, f'"a{written}b"'))
    assert (done.code, "DL102" in done.codes) == (1, True)


@pytest.mark.parametrize("field", HEAD_FIELDS)
def test_an_escape_of_what_cannot_be_stored_is_refused_in_the_head(attack, field: str):
    lines = {"deckloom": "1", "title": "A talk", field: '"a\\0b"'}
    done = attack("".join(f"{key}: {value}\n" for key, value in lines.items()) + "slides:\n" + slide(kind="title"))
    assert (done.code, "DL102" in done.codes) == (1, True)


def test_a_key_with_what_cannot_be_stored_is_refused(attack):
    assert "DL102" in attack(HEAD + slide(kind="statement", title="One", **{'"no\\0tes"': "x"})).codes


@pytest.mark.parametrize(
    "code", [0xFDD0, 0x1FFFE, 0x1FFFF, 0x10FFFF, 0xE000, 0x378, 0xAD, 0x200D, 0x2060, 0xFFFD, 0x85]
)
def test_an_odd_character_that_xml_can_hold_arrives_or_is_named(attack, folder, code: int):
    text = f"One {chr(code)} pause"
    done = attack(HEAD + slide(kind="statement", title=quoted(text)))
    if done.code == 0:
        assert text in texts(folder / "talk.pptx")
    else:
        assert f"U+{code:04X}" in done.err


@pytest.mark.parametrize(
    "text",
    ["a\x1b[31mred", "a\u202egnp.exe", "\u2066x", "a\rb", "a\x9b31m", "\x1b]8;;http://x\x07", "\U000e0041", "a\u2028b"],
)
def test_a_message_shows_no_character_that_a_terminal_acts_on(deckloom, folder, text: str):
    spec = folder / "talk.yaml"
    for field in ("kind", "title", "imge", "theme"):
        raw = HEAD + slide(kind="image", title="A picture", image="x.png", alt="x", **{})
        raw = raw.replace("x.png", text) if field == "title" else raw.replace("image", f"{field}{text}", 1)
        spec.write_bytes(raw.encode("utf-8", "surrogatepass"))
        for form in ("human", "json", "github"):
            deckloom("check", "--format", form, spec)
    deckloom("check", folder / f"{text}.yaml")
    deckloom("build", spec, "-o", folder / f"{text}.pdf")
    deckloom("check", "--theme", f"{text}.pptx", spec)

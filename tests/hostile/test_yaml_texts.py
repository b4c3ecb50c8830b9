"""Bytes that are no good YAML, and YAML that means more than it says."""

import codecs

import pytest

from tests.hostile.place import CALM, HEAD, STATEMENT, texts


def nested(sign: str, levels: int) -> str:
    return HEAD + f"  - {sign * levels}\n"


def merge_bomb(levels: int) -> str:
    rows = "".join(f"a{at + 1}: &a{at + 1} {{<<: [*a{at}, *a{at}]}}\n" for at in range(levels))
    return "a0: &a0 {x: 1}\n" + rows


def alias_bomb() -> str:
    rows = "".join(f"b{at + 1}: &b{at + 1} [{', '.join([f'*b{at}'] * 10)}]\n" for at in range(11))
    return "b0: &b0 [lol]\n" + rows


UNREADABLE = {
    "empty": (b"", "DL1"),
    "only a mark": (codecs.BOM_UTF8, "DL1"),
    "only a comment": (b"# nothing\n", "DL1"),
    "only spaces": (b" " * 5_000, "DL1"),
    "only markers": (b"---\n" * 5_000, "DL1"),
    "UTF-16 with a mark": (CALM.encode("utf-16"), "DL101"),
    "UTF-16 big end first": (codecs.BOM_UTF16_BE + CALM.encode("utf-16-be"), "DL101"),
    "UTF-16 without a mark": (CALM.encode("utf-16-le"), "DL101"),
    "UTF-32": (CALM.encode("utf-32"), "DL101"),
    "Latin-1": (CALM.replace("pause", "caf\xe9").encode("latin-1"), "DL101"),
    "cut in a letter": (CALM.encode() + "é".encode()[:1], "DL101"),
    "overlong": (CALM.encode() + b"\xc0\xaf", "DL101"),
    "a surrogate in UTF-8": (CALM.encode() + b"    notes: \xed\xa0\x80\n", "DL101"),
    "beyond Unicode": (CALM.encode() + b"    notes: \xf4\x90\x80\x80\n", "DL101"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "DL101"),
    "a zip": (b"PK\x03\x04" + bytes(100), "DL10"),
    "an escaped NUL": (CALM.replace("One", '"One\\0').replace("pause", 'pause"').encode(), "DL102"),
    "NUL": (CALM.encode().replace(b"pause", b"pau\0se"), "DL102"),
    "a full-width colon": (CALM.replace(": ", "：").encode(), "DL"),
    "spaces that do not break": (CALM.replace("    title", "\xa0\xa0\xa0\xa0title").encode(), "DL"),
    "a mark in the middle": (CALM.replace("pause", "pau\ufeffse").encode(), "DL102"),
    "a line separator": (CALM.replace("worth", "worth\u2028").encode(), "DL102"),
    "tabs": (CALM.replace("    title", "\ttitle").encode(), "DL1"),
    "a list": (b"- a\n- b\n", "DL205"),
    "a text": (b"hello world\n", "DL205"),
    "a text without end": (b'"' + b"x\n" * 20_000, "DL1"),
    "a bracket without end": (b"{" * 10 + b"a", "DL1"),
    "two documents": (f"{CALM}---\n{CALM}".encode(), "DL1"),
    "a directive": (f"%YAML 9.9\n---\n{CALM}".encode(), "DL1"),
    "an unknown tag handle": (f"{CALM}    notes: !x!y z\n".encode(), "DL10"),
    "an unclosed quote": (f"{CALM}    notes: 'a\n".encode(), "DL1"),
    "a colon in a text": (f"{CALM}    notes: Results: good\n".encode(), "DL1"),
    "a percent sign first": (f"{CALM}    notes: %a\n".encode(), "DL1"),
    "an at sign first": (f"{CALM}    notes: @a\n".encode(), "DL1"),
    "a backtick first": (f"{CALM}    notes: `a`\n".encode(), "DL1"),
    "a comment that was text": (f"{CALM}    notes: Issue #5\n".encode(), "DL115"),
    "a key twice": (f"{CALM}    title: Again and again\n".encode(), "DL105"),
    "slides twice": (f"{CALM}slides:\n{STATEMENT}".encode(), "DL105"),
    "a key twice, spelled otherwise": (f'{CALM}    "ti\\x74le": Again\n'.encode(), "DL105"),
    "an anchor": (f"{CALM}    notes: &a text\n".encode(), "DL1"),
    "an alias": (f"{CALM}    notes: *a\n".encode(), "DL1"),
    "an alias to itself": (f"{CALM}    notes: &a [*a]\n".encode(), "DL1"),
    "an alias as a key": (f"{CALM}    *a : b\n".encode(), "DL1"),
    "a merge": (f"{CALM}    <<: {{notes: a}}\n".encode(), "DL1"),
    "an alias bomb": (alias_bomb().encode(), "DL1"),
    "a merge bomb": (merge_bomb(30).encode(), "DL1"),
    "code": (f'{CALM}    notes: !!python/object/apply:os.system ["touch pwned"]\n'.encode(), "DL1"),
    "a module": (f"{CALM}    notes: !!python/module:os ''\n".encode(), "DL1"),
    "a float tag": (f"{CALM}    notes: !!float abc\n".encode(), "DL1"),
    "a time tag": (f"{CALM}    notes: !!timestamp abc\n".encode(), "DL1"),
    "a binary tag": (f"{CALM}    notes: !!binary '%%%'\n".encode(), "DL1"),
    "a set tag": (f"{CALM}    notes: !!set {{a}}\n".encode(), "DL1"),
    "a text tag": (f"{CALM}    notes: !!str 5\n".encode(), "DL1"),
    "a local tag": (f"{CALM}    notes: !include /etc/passwd\n".encode(), "DL1"),
    "a list as a key": (f"{CALM}    ? [a, b]\n    : c\n".encode(), "DL1"),
    "a mapping as a key": (f"{CALM}    ? {{a: b}}\n    : c\n".encode(), "DL1"),
    "no key": (f"{CALM}    : c\n".encode(), "DL1"),
    "a text that is all comment": (f"{CALM}    notes: #1 hit\n".encode(), "DL115"),
    "a number as a key": (f"{CALM}    1: c\n".encode(), "DL201"),
    "null as a key": (f"{CALM}    null: c\n".encode(), "DL201"),
    "true as a key": (f"{CALM}    true: c\n".encode(), "DL201"),
    "a key that Python knows": (f"{CALM}    __class__: c\n".encode(), "DL201"),
    "a key of the models": (f"{CALM}    model_config: c\n".encode(), "DL201"),
    "nested lists": (nested("[", 10_000).encode(), "DL104"),
    "nested mappings": (nested("{a: ", 10_000).encode(), "DL104"),
    "nested dashes": (nested("- ", 10_000).encode(), "DL104"),
    "nested blocks": ("".join(" " * at + "a:\n" for at in range(300)).encode(), "DL104"),
    "too many nodes": ((HEAD + "  - {}\n" * 200_001).encode(), "DL104"),
    "too many bytes": (b"#" * 2_000_001, "DL104"),
    "too many slides": ((HEAD + "  - {}\n" * 2_001).encode(), "DL104"),
    "no slides": (b"deckloom: 1\ntitle: A\nslides: []\n", "DL208"),
    "slides without a value": (b"deckloom: 1\ntitle: A\nslides:\n", "DL207"),
    "slides as a text": (b"deckloom: 1\ntitle: A\nslides: many\n", "DL205"),
    "slides as a mapping": (b"deckloom: 1\ntitle: A\nslides: {a: b}\n", "DL205"),
    "a slide as a text": ((HEAD + "  - statement\n").encode(), "DL205"),
    "a slide as a list": ((HEAD + "  - [statement]\n").encode(), "DL205"),
    "a kind as a list": ((HEAD + "  - kind: [statement]\n").encode(), "DL203"),
    "a kind as a mapping": ((HEAD + "  - kind: {a: b}\n").encode(), "DL203"),
    "a title as a list": ((HEAD + "  - kind: statement\n    title: [a, b]\n").encode(), "DL205"),
    "a title as a mapping": ((HEAD + "  - kind: statement\n    title: {a: b}\n").encode(), "DL"),
    "another version": (CALM.replace("deckloom: 1", "deckloom: 2").encode(), "DL216"),
    "a version that is nearly one": (CALM.replace("deckloom: 1", "deckloom: 01").encode(), "DL216"),
    "a version as a list": (CALM.replace("deckloom: 1", "deckloom: [1]").encode(), "DL216"),
    "an include": ((HEAD + "  - include: /etc/passwd\n").encode(), "DL212"),
    "variables": (f"vars: {{a: b}}\n{CALM}".encode(), "DL212"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_not_a_spec_is_a_fault_with_its_place(attack, name: str):
    data, code = UNREADABLE[name]
    done = attack(data)
    assert done.code == 1
    assert any(one.startswith(code) for one in done.codes), done.err[:400]
    assert "talk.yaml:" in done.err


READABLE = {
    "a mark": codecs.BOM_UTF8 + CALM.encode(),
    "Windows lines": CALM.replace("\n", "\r\n").encode(),
    "old Macintosh lines": CALM.replace("\n", "\r").encode(),
    "mixed lines": CALM.replace("\n", "\r\n", 2).encode(),
    "no last line end": CALM.rstrip("\n").encode(),
    "a document marker": f"---\n{CALM}...\n".encode(),
    "JSON": b'{"deckloom": "1", "title": "A talk", "slides": '
    b'[{"kind": "statement", "title": "One sentence worth a pause"}]}',
    "quotes everywhere": CALM.replace("deckloom: 1", "'deckloom': '1'").encode(),
    "empty lines": CALM.replace("\n", "\n\n\n").encode(),
    "a hundred thousand empty lines": CALM.encode() + b"\n" * 100_000,
}


@pytest.mark.parametrize("name", READABLE)
def test_what_is_a_spec_is_read_however_it_is_written(attack, folder, name: str):
    assert attack(READABLE[name]).code == 0
    assert "One sentence worth a pause" in texts(folder / "talk.pptx")


def test_both_parsers_refuse_the_same(attack, monkeypatch: pytest.MonkeyPatch):
    import yaml

    from deckloom.source import yaml as reader

    monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    slow = {"nested lists", "nested mappings", "nested dashes", "too many nodes"}
    for name in sorted(UNREADABLE.keys() - slow):
        data, code = UNREADABLE[name]
        done = attack(data)
        assert done.code == 1, name
        assert any(one.startswith(code) for one in done.codes), (name, done.err[:300])


@pytest.mark.parametrize("levels", [21, 100, 300, 2_000])
def test_a_limit_on_depth_cannot_be_raised_beyond_what_can_be_read(deckloom, folder, levels: int):
    spec = folder / "talk.yaml"
    spec.write_text(nested("[", levels))
    assert deckloom("check", spec, "--limit", "depth=100").code == 1
    assert deckloom("check", spec, "--limit", "depth=101").code == 2

"""Everyday spellings: each reaches the slide letter for letter, or is an error; most are mended by one command."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
import yaml
from PIL import Image

from deckloom import api
from deckloom.values.text import Para, Run, plain

FILE = Path(__file__).parents[1] / "data" / "spellings.yaml"
SPELLINGS = {
    one["name"]: one["written"] for one in yaml.load(FILE.read_text(encoding="utf-8"), yaml.BaseLoader)["spellings"]
}

# What stands around a fragment, by its first key; the fragment comes last, two levels deep.
AROUND = {
    "items": "kind: bullets\ntitle: Some things are so\n",
    "title": "kind: statement\n",
    "image": "kind: image\ntitle: Some picture here\nalt: A\n",
    "caption": "kind: image\ntitle: Some picture here\nimage: x.jpg\nalt: A\n",
    "focus": "kind: image\ntitle: Some picture here\nimage: x.jpg\nalt: A\n",
    "rows": "kind: table\ntitle: Some rows are so\ncolumns: [A, B, C]\n",
    "": "kind: statement\ntitle: Some words here\n",
}
# Fragments with keys that no slide has stand in for any key; they are tried with one that a slide has.
RENAMED = [
    ("value: ", "kicker: "),
    ("url: ", "kicker: "),
    ("kind: x", "hidden: false"),
    ("b: 1", "hidden: false"),
    ("a:\n", "source:\n"),
]
LEADS = "kind: takeaways\ntitle: Some things are so\n"
PAIRS = [
    ("value: 1,204, label", "lead: 1,204, detail"),
    ("value:61%, label:x", "lead:61%, detail:x"),
    ("value: - 2", "lead: - 2"),
]


def spec_of(written):
    """The fragment in a spec that is whole but for it."""
    if "slides:" in written:
        return "deckloom: 1\n" + written.replace("kind: a", "kind: title")
    key = re.match(r"\w+", written)[0]
    around = AROUND.get(key, AROUND[""])
    if "{lead" in written or any(old in written for old, _ in PAIRS):
        around = LEADS
        written += "  - Another\n"
    for old, new in (*PAIRS, *RENAMED):
        written = re.sub(rf"(?m)^{re.escape(old)}|(?<=\{{){re.escape(old)}|(?<=- ){re.escape(old)}", new, written)
    written = written.replace("\u00a0b: 1", "\u00a0name: A")
    lines = (around + written).split("\n")
    return "deckloom: 1\ntitle: A deck\nslides:\n  - " + "\n    ".join(lines).rstrip(" ").replace("\n    ---", "\n---")


# What comes of each: the code that tells it, or, for those that YAML reads as they are meant, the text on the slide.
TOLD = {
    "colon-in-text": (
        *("colon in title", "colon in item", "item colon then next key", "flow colon", "multi-line plain", "colon end"),
    ),
    "starts-like-yaml": (
        *("star bold item", "star italic item", "star value", "backtick", "at", "percent", "bang", "amp", "pipe start"),
        *("gt", "gt item", "gt space", "bracket", "bracket link", "brace", "dash start", "question", "at item"),
        *("md image", "item dash value"),
    ),
    "swallowed-comment": ("hash middle", "hash start", "item with hash"),
    "quote-inside": ("quote start", "quote single", "comma after quote", "single quote inside"),
    "backslash": ("backslash dq", "escape star dq"),
    "odd-space": ("tab", "nbsp indent"),
    "comma-in-braces": ("flow comma", "flow comma text", "flow url"),
    "no-space": ("no space colon", "key without space flow"),
    "block-indent": ("block indent notes", "block first line deeper"),
    "swallowed-list": ("md nested bullets", "title two lines w/ dash"),
    "yaml-feature": ("anchor alias", "doc sep"),
    "empty-value": ("empty",),
    "bad-value": ("yes", "null", "tilde only"),
    "wrong-type": ("list in notes",),
    "path-refused": ("windows path",),
    "row-length": ("flow comma cell",),
}
SHOWN = {
    "colon no space": "12:30 is late",
    "percent end": "50% of it",
    "hash nospace": "C# wins",
    "apostrophe mid": "o1's early results",
    "dash value neg": "-2",
    "flow hash": "A",
    "multi-line plain ok": "one line and the next",
    "curly quote": "“quoted” thing",
    "tilde": "~$9T",
    "equals": "= x",
    "==accent== start": "early days",
    "dollar": "$9T in value",
    "value plus": "+18%",
    "none": "Some words here",
    "gt text": "Growth > 10%",
    "url value": "https://x.org/a?b=c#d",
    "focus": "Some picture here",
    "block list": 'Gross margin: revenue #1, 50% @x "q"',
    "row flow pct": "64%",
}
CANNOT_BE_MENDED = {"anchor alias", "empty", "title two lines w/ dash"}
EXPECTED = {name: slug for slug, names in TOLD.items() for name in names}


@pytest.fixture
def spelt(tmp_path):
    """``spelt(name)``: the path of the spec around a spelling, beside the pictures it may name."""
    (tmp_path / "img").mkdir()
    for name in ("x.jpg", "img/a.jpg"):
        Image.new("RGB", (1600, 900), "white").save(tmp_path / name)

    def write(name):
        spec = tmp_path / "talk.yaml"
        spec.write_text(spec_of(SPELLINGS[name]), encoding="utf-8")
        return spec

    return write


def letters(value):
    """The texts of a plan's paragraphs and cells."""
    if isinstance(value, Para):
        yield plain(value.runs)
    elif isinstance(value, Run):
        yield value.text
    elif isinstance(value, tuple | list):
        for one in value:
            yield from letters(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from letters(getattr(value, one.name))


def test_every_spelling_is_expected_to_be_told_or_shown():
    assert EXPECTED.keys() | SHOWN.keys() == SPELLINGS.keys()
    assert not EXPECTED.keys() & SHOWN.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_spelling_that_means_something_else_is_an_error(name, spelt):
    checked = api.check(spelt(name))
    assert EXPECTED[name] in [one.slug for one in checked.diagnostics if one.severity == "error"]
    assert checked.plan is None or not checked.ok


@pytest.mark.parametrize("name", SHOWN)
def test_a_spelling_that_is_no_trap_reaches_the_slide_letter_for_letter(name, spelt):
    checked = api.check(spelt(name))
    assert [str(one) for one in checked.diagnostics if one.severity == "error"] == []
    assert any(SHOWN[name] in text for text in letters(checked.plan.slides))


def test_nearly_all_faulty_spellings_are_mended_to_a_deck_that_builds(spelt):
    faulty = EXPECTED.keys()
    left = {name for name in faulty if not api.fix(spelt(name)).after.ok}
    assert left == CANNOT_BE_MENDED
    assert len(left) <= len(faulty) / 5

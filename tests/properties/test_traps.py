"""Specs with slips in them: no traceback, no place outside the file, no edit that makes things worse."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from deckloom.locating import located
from deckloom.mending import errors, mended
from deckloom.results import Checked
from deckloom.source.reading import read
from deckloom.source.text import decode
from deckloom.spec import vocabulary
from deckloom.spec.validate import validate
from deckloom.values.limits import Limits

SPEC = """\
deckloom: 1
title: "A deck: of sorts"
defaults:
  image: {fit: contain, credit: Someone}
options: {progress: none}
source: {name: A report, url: "https://example.org/a"}

slides:
  - kind: title
    kicker: Board
  - kind: bullets
    title: Three things are so   # a comment
    items: |
      - **Gross** margin #1
      - Customers
        - one paid [see](#pic)
    notes: |
      Some notes
      go on.
  - kind: takeaways
    title: Others are not
    hidden: false
    items:
      - lead: A thing
        detail: That is longer than this
      - "**Bold,** text"
      - plain text
  - kind: image
    id: pic
    title: A picture says it
    image: a/b.png
    alt: 'It''s a picture'
    focus: [0.5, 0.3]
    caption: two lines
      of text
    source: none
"""
SIGNS = [
    *"#:,-*&!%@`|>'\"[]{}\\?~=$ \t\n",
    ": ",
    " #",
    "- ",
    "\n  ",
    "\n- ",
    "${",
    "](#x)",
    "\u00a0",
    "é",
    "---\n",
    "|\n",
]
WORDS = [
    "content",
    "body",
    "bullets",
    "type",
    "headline",
    "img",
    "toc",
    "cover",
    "yes",
    "null",
    "~",
    "visible",
    "pages",
]
PLACES = st.integers(0, len(SPEC))
SLIPS = st.one_of(
    st.tuples(st.just("insert"), PLACES, st.sampled_from(SIGNS)),
    st.tuples(st.just("delete"), PLACES, st.integers(1, 4)),
    st.tuples(st.just("word"), PLACES, st.sampled_from(WORDS)),
    st.tuples(st.just("indent"), PLACES, st.sampled_from(["  ", " ", "\t", ""])),
)


def with_slip(text, slip):
    kind, at, what = slip
    if kind == "insert":
        return text[:at] + what + text[at:]
    if kind == "delete":
        return text[:at] + text[at + what :]
    if kind == "word":
        word = re.compile(r"\w+").search(text, at)
        return text[: word.start()] + what + text[word.end() :] if word else text
    start = text.rfind("\n", 0, at) + 1
    return text[:start] + what + text[start:].lstrip(" ")


def check(data):
    """The faults that the spec itself has, without looking at files."""
    source = decode(data, "f", Limits())
    if source.value is None or not source.ok:
        return Checked(Path("f"), source.value, source.diagnostics)
    said = read(source.value, Limits(), vocabulary.keys())
    if said.root is None:
        return Checked(Path("f"), source.value, said.diagnostics)
    deck = validate(said.root, Limits())
    return Checked(Path("f"), source.value, located((*said.diagnostics, *deck.diagnostics), said.root, source.value))


@settings(max_examples=200)
@given(st.lists(SLIPS, min_size=1, max_size=4))
def test_a_spec_with_slips_is_told_inside_the_file_and_only_gets_better(slips):
    text = SPEC
    for slip in slips:
        text = with_slip(text, slip)
    before = check(text.encode())
    end = before.source.position(len(before.source.text))
    for one in before.diagnostics:
        spans = [one.span, *(hint.edit.span for hint in one.hints if hint.edit)]
        assert all((1, 1) <= span[1:3] <= span[3:5] <= end for span in spans)
    after, _ = mended(before, check)
    assert errors(after) <= errors(before)
    assert mended(after, check)[1] == 0


def test_the_spec_is_good_without_slips():
    assert check(SPEC.encode()).diagnostics == ()

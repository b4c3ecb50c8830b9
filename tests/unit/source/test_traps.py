"""Where YAML and people's texts meet: each trap has its place, its words and the edit that mends it."""

import pytest

from deckloom.source.edits import changed
from deckloom.source.nodes import to_plain
from deckloom.source.reading import read
from deckloom.source.text import SourceText
from deckloom.source.traps.trap import Change
from deckloom.values.limits import Limits

WORDS = frozenset(
    {
        *("kind", "title", "caption", "items", "lead", "detail", "value", "label"),
        *("image", "notes", "text", "rows", "columns", "url", "name", "hidden"),
    }
)


def reading(text):
    return read(SourceText("f", text), Limits(), WORDS)


def told(text):
    return [(one.slug, one.span.line, one.span.column) for one in reading(text).diagnostics]


def mended(text):
    """The text after the edits that its traps offer."""
    source = SourceText("f", text)
    edits = [hint.edit for one in reading(text).diagnostics for hint in one.hints if hint.edit]
    changes = [
        Change(source.offset(*one.span[1:3]), source.offset(*one.span[3:5]), one.text)
        for one in sorted(edits, key=lambda one: one.span)
    ]
    return changed(text, changes)


ROWS = [
    # written, slug, line, column, what is left after the edit
    (
        "items:\n  - Customers\n    - paid\n  - Next\n",
        ("swallowed-list", 2, 5),
        "items: |\n  - Customers\n    - paid\n  - Next\n",
    ),
    ("title: Ray-Bans are #1\n", ("swallowed-comment", 1, 21), 'title: "Ray-Bans are #1"\n'),
    ("title: #1 hit\n", ("swallowed-comment", 1, 8), 'title: "#1 hit"\n'),
    ("items:\n  - So we are #1 now\n", ("swallowed-comment", 2, 15), 'items:\n  - "So we are #1 now"\n'),
    (
        "- {label: Customers, value: 1,204}\n",
        ("comma-in-braces", 1, 29),
        '- {label: Customers, value: "1,204"}\n',
    ),
    (
        "- {detail: Cheap, with care, and so on, lead: A}\n",
        ("comma-in-braces", 1, 12),
        '- {detail: "Cheap, with care, and so on", lead: A}\n',
    ),
    ("source: {url: x.org/a,b}\n", ("comma-in-braces", 1, 15), 'source: {url: "x.org/a,b"}\n'),
    ("- {lead: see [x](y), detail: b}\n", ("comma-in-braces", 1, 10), '- {lead: "see [x](y)", detail: b}\n'),
    (
        "columns: [a, b, c]\nrows:\n  - [1, 2, 3]\n  - [Data, Sharing, Copyright, privacy]\n",
        ("row-length", 4, 5),
        'columns: [a, b, c]\nrows:\n  - [1, 2, 3]\n  - [Data, Sharing, "Copyright, privacy"]\n',
    ),
    ("rows: [[a, b], [c, d], [e, 1, 204]]\n", ("row-length", 1, 24), 'rows: [[a, b], [c, d], [e, "1, 204"]]\n'),
    ("- Agents: a glimpse\n", ("colon-in-text", 1, 3), '- "Agents: a glimpse"\n'),
    ("- Three risks:\n- next\n", ("colon-in-text", 1, 3), '- "Three risks:"\n- next\n'),
    ("title: AI 2024: what changed\n", ("colon-in-text", 1, 8), 'title: "AI 2024: what changed"\n'),
    (
        "caption: two lines\n  and the next: more\nkind: x\n",
        ("colon-in-text", 1, 10),
        'caption: "two lines\n  and the next: more"\nkind: x\n',
    ),
    ("- {lead: A, detail: So: good}\n", ("colon-in-text", 1, 21), '- {lead: A, detail: "So: good"}\n'),
    ("- **Bold,** rest\n", ("starts-like-yaml", 1, 3), '- "**Bold,** rest"\n'),
    ("title: *early*\n", ("starts-like-yaml", 1, 8), 'title: "*early*"\n'),
    ("title: @x # note\n", ("starts-like-yaml", 1, 8), 'title: "@x" # note\n'),
    ("title: `x`\n", ("starts-like-yaml", 1, 8), 'title: "`x`"\n'),
    ("title: %x\n", ("starts-like-yaml", 1, 8), 'title: "%x"\n'),
    ("title: ? x\n", ("starts-like-yaml", 1, 8), 'title: "? x"\n'),
    ("title: - x\n", ("starts-like-yaml", 1, 8), 'title: "- x"\n'),
    ("title: !important\n", ("starts-like-yaml", 1, 8), 'title: "!important"\n'),
    ("title: &Co grows\n", ("starts-like-yaml", 1, 8), 'title: "&Co grows"\n'),
    ("image: ![1](a.jpg)\n", ("starts-like-yaml", 1, 8), "image: a.jpg\n"),
    ("value: >11x\n", ("starts-like-yaml", 1, 8), 'value: ">11x"\n'),
    ("value: |x|\n", ("starts-like-yaml", 1, 8), 'value: "|x|"\n'),
    ("title: [Draft] results\n", ("starts-like-yaml", 1, 8), 'title: "[Draft] results"\n'),
    ("text: [site](https://x.org) says\n", ("starts-like-yaml", 1, 7), 'text: "[site](https://x.org) says"\n'),
    ("title: {{ var }}\n", ("starts-like-yaml", 1, 8), 'title: "{{ var }}"\n'),
    ('title: "heavy tail" stays\n', ("quote-inside", 1, 8), "title: '\"heavy tail\" stays'\n"),
    ("title: 'tis\nkind: x\n", ("quote-inside", 1, 8), 'title: "\'tis"\nkind: x\n'),
    ("title: 'o1's early'\n", ("quote-inside", 1, 8), 'title: "o1\'s early"\n'),
    ('title: "He said "yes" to it"\n', ("quote-inside", 1, 8), "title: 'He said \"yes\" to it'\n"),
    ('title: "until \\*May\\*"\n', ("backslash", 1, 15), "title: 'until \\*May\\*'\n"),
    ('title: "C:\\data, it\'s"\n', ("backslash", 1, 11), "title: 'C:\\data, it''s'\n"),
    ("title:Hello\nkind: x\n", ("no-space", 1, 6), "title: Hello\nkind: x\n"),
    ("- kind:image\n  title: x\n", ("no-space", 1, 7), "- kind: image\n  title: x\n"),
    ("- {value:61%}\n", ("no-space", 1, 9), "- {value: 61%}\n"),
    ("items:\n\t- a\n", ("odd-space", 2, 1), "items:\n  - a\n"),
    ("items:\n \u00a0- a\n", ("odd-space", 2, 2), "items:\n  - a\n"),
    ("- kind: a\n    title: b\n", ("odd-space", 2, 5), "- kind: a\n  title: b\n"),
    ("notes: |\n    a\n    b\n  c\n", ("block-indent", 2, 5), "notes: |\n  a\n  b\n  c\n"),
    ("title: a\n---\nkind: b\n", ("yaml-feature", 2, 1), "title: a\nkind: b\n"),
]


@pytest.mark.parametrize(("written", "place", "right"), ROWS, ids=[row[0] for row in ROWS])
def test_a_trap_is_told_once_in_its_place_with_the_edit_that_mends_it(written, place, right):
    assert told(written) == [place]
    assert mended(written) == right
    again = reading(right)
    assert (again.diagnostics, again.mended) == ((), False)


@pytest.mark.parametrize("written", [row[0] for row in ROWS])
def test_the_tree_is_that_of_the_mended_text(written):
    outcome = reading(written)
    assert outcome.mended
    assert to_plain(outcome.root) == to_plain(reading(mended(written)).root)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("title: One\n  - two\n", ("swallowed-list", 1, 8)),
        ('items:\n  - "a"\n  - b\n    - c\n', ("swallowed-list", 3, 5)),
    ],
)
def test_what_could_be_meant_in_two_ways_has_no_edit(written, place):
    assert told(written) == [place]
    assert mended(written) == written


@pytest.mark.parametrize(
    "written",
    [
        "title: C# wins\n",
        "title: a # note\n",
        "title: a ## b\n",
        "# #1 in a comment\ntitle: a\n",
        "#- kind: x\ntitle: a\n",
        "items: #list\n  - a\n",
        "items: #list\n- a\n",
        'title: "a" #b\n',
        "title: 'we are #1'\n",
        'items: |\n  - **Gross**: revenue #1, 50% @x "q"\n  - [x]: \'y\n',
        "notes: >-\n  so we are #1\n",
        "url: https://x.org/a?b=c#d\n",
        "source: {name: A, url: https://x.org/#a}\n",
        "title: 12:30 is late\n",
        "title: Growth > 10% & more, [so] it {is}!\n",
        "title: o1's early results\n",
        "value: -2\n",
        "focus: [0.5, 0.3]\n",
        "caption: one line\n  and the next\n",
        "items:\n  - - a\n    - - b\n",
        "items:\n  - lead: A\n    detail: b\n",
        "rows: [[a, b], [c, d], [e]]\n",  # what is wrong with these the schema tells
        "rows: [[a, b], [c, d], [e, F, G]]\n",
    ],
)
def test_what_yaml_reads_as_it_is_meant_is_let_be(written):
    assert told(written) == []


def test_every_trap_of_a_file_is_told_in_one_run():
    text = "title: a: b\ncaption: @x\nitems:\n  - *c*\n  - {lead:d}\nnotes: 'e\nvalue: we are #1\n"
    assert [slug for slug, *_ in told(text)] == [
        *("colon-in-text", "starts-like-yaml", "starts-like-yaml", "no-space", "quote-inside", "swallowed-comment"),
    ]


def test_a_fault_that_no_rule_knows_stays_the_parsers():
    assert told("title: a\nb\nkind: c\n") == [("not-yaml", 2, 1)]


def test_a_pair_of_anchor_and_alias_is_meant_as_such():
    assert [slug for slug, *_ in told("a: &x 1\nb: *x\n")] == ["yaml-feature", "yaml-feature"]


def test_nodes_of_a_mended_copy_stand_in_the_text_as_it_is_typed():
    text = "title: *a* b\nkind: x\nitems: [c]\n"
    root = reading(text).root
    assert [text[one.start : one.end] for one in root.values] == ["*a* b", "x", "[c]"]


def test_a_text_without_traps_is_not_mended():
    assert not reading("title: a\n").mended

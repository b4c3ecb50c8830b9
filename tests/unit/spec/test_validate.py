"""The schema's faults: where they are, what they say, what they hint."""

import pytest

from deckloom.kinds import all_kinds
from deckloom.values.limits import Limits
from deckloom.values.text import ACCENT, BOLD, Run
from tests.support.specs import HEAD, slides, told, validated


def test_a_whole_spec_becomes_its_kinds():
    deck, found = slides("""
        - kind: title
        - kind: statement
          title: The year was pivotal, and ==early==
        """)
    assert found == ()
    assert [entry.kind.name for entry in deck.slides] == ["title", "statement"]
    assert deck.slides[1].spec.title == (Run("The year was pivotal, and "), Run("early", ACCENT))
    assert deck.slides[1].id == "the-year-was-pivotal-and-early"


@pytest.mark.parametrize("text", ["no", "1.10", "0123", "12:30", "2024-01-01", "1e3", "null", "true"])
def test_a_title_keeps_its_spelling(text):
    deck, found = slides(f"- kind: statement\n  title: {text}")
    assert found == ()
    assert deck.slides[0].spec.title == (Run(text),)


MISTAKES = [
    (
        "- kind: image\n  title: T\n  imge: a.png\n  image: b.png\n  alt: A",
        ["6:3 unknown-field: `imge` is not a field of an `image` slide | did you mean `image`?"],
    ),
    ("- kind: statement", ["4:3 missing-field: a `statement` slide needs `title` | add `title:`"]),
    (
        "- kind: statment\n  title: T",
        ["4:9 unknown-kind: `statment` is not a slide kind | did you mean `statement`?"],
    ),
    (
        "- title: T\n  items: [A]\n  numbered: true",
        ["4:3 missing-kind: the slide does not say its `kind` | add `kind: bullets`"],
    ),
    ("- just a text", ["4:3 wrong-type: a slide is a mapping | begin it with `- kind:`"]),
    (
        "- kind: statement\n  title: [A, B]",
        ["5:10 wrong-type: `title` takes a text, this is a list | write one text, not a list"],
    ),
    (
        "- kind: statement\n  title: T\n  hidden: yes",
        ["6:11 bad-value: `hidden` takes true or false, not `yes` | write `true`"],
    ),
    (
        "- kind: image\n  title: T\n  image: a.png\n  alt: A\n  layout: sied",
        ["8:11 bad-value: `layout` does not take `sied` | did you mean `side`?"],
    ),
    (
        "- kind: image\n  title: T\n  image: ![1](a.png)\n  alt: A",
        None,
    ),
    (
        "- kind: image\n  title: T\n  image: a.png",
        [
            "6:10 alt-missing: the picture `a.png` has no alt text"
            " | say in `alt` what the picture shows, or write `decorative: true`"
        ],
    ),
    (
        "- kind: statement\n  title: T\n  source: null",
        ["6:11 bad-value: `null` would be printed as the source | write `none` to drop the source"],
    ),
    (
        "- kind: statement\n  title: T\n  source: {nam: X}",
        ["6:12 unknown-field: `nam` is not a field of a source | did you mean `name`?"],
    ),
    (
        "- kind: statement\n  title: T\n  notes: [a, b]",
        ["6:10 wrong-type: `notes` takes a text, this is a list | write `notes: |` and a Markdown list beneath"],
    ),
    (
        "- kind: bullets\n  title: T\n  items: [[A]]",
        ["6:11 wrong-type: a deeper list needs an item before it | write the item, then its list"],
    ),
    (
        "- kind: bullets\n  title: T\n  items:\n    - Agents: a glimpse",
        None,
    ),
    (
        "- kind: statement\n  title: A\n  id: x\n- kind: statement\n  title: B\n  id: x",
        ["9:7 duplicate-id: slide 1 has the id `x` already | give another id"],
    ),
    (
        "- kind: statement\n  title: A [jump](#nowhere)\n  id: here",
        ["5:12 unknown-target: no slide has the id `nowhere` | use one of the ids: here"],
    ),
    (
        "- include: part.yaml",
        ["4:3 reserved: `include` is reserved for a later version | write the slides here"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row for row in MISTAKES if row[1]])
def test_a_mistake_is_told_once_with_its_place(text, expected):
    assert told(slides(text)[1]) == expected


def test_an_item_with_a_colon_is_told_to_be_quoted():
    (row,) = told(slides("- kind: bullets\n  title: T\n  items:\n    - Agents: a glimpse")[1])
    assert "7:7 colon-in-text: this text became the key `Agents` | quote the text" in row


def test_a_key_without_a_value_is_told_once():
    rows = told(slides("- kind: statement\n  title:\n  notes: n")[1])
    assert len(rows) == 1
    assert "empty-value" in rows[0]


def test_faults_of_the_head_do_not_hide_those_of_the_slides():
    text = "deckloom: 2\ntitle: T\nlnag: de\nslides:\n  - kind: statment\n    title: T\n"
    slugs = [row.split()[1] for row in told(validated(text)[1])]
    assert slugs == ["language-version:", "unknown-field:", "unknown-kind:"]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("deckloom: 1\ntitle: T\n", "missing-field"),
        ("deckloom: 1\ntitle: T\nslides: []\n", "too-many"),
        ("deckloom: 1\ntitle: T\nslides: many\n", "wrong-type"),
        ("- kind: title\n", "wrong-type"),
        (HEAD + "- kind: title\nvars: {a: b}\n", "reserved"),
        ("deckloom: 1\ntitle: T\nlang: klingon!\nslides: [{kind: title}]\n", "bad-value"),
        (f"deckloom: 1\ntitle: T\nname: {'x' * 41}\nslides: [{{kind: title}}]\n", "name-too-long"),
        ("deckloom: 1\ntitle: T\noptions: {progress: bra}\nslides: [{kind: title}]\n", "bad-value"),
    ],
)
def test_a_head_that_is_wrong_is_told(text, slug):
    assert [one.slug for one in validated(text)[1]] == [slug]


def test_more_slides_than_the_limit_are_refused_with_the_option_that_raises_it():
    rows = told(slides("- kind: title\n- kind: title\n", Limits(slides=1))[1])
    assert rows == ["4:1 too-large: the deck has 2 slides, the limit is 1 | raise it with `--limit slides=2`"]


def test_bullets_are_read_from_lists_and_from_markdown_alike():
    listed, _ = slides("- kind: bullets\n  title: T\n  items: ['**A** a', [B, [C]], D]")
    marked, _ = slides("- kind: bullets\n  title: T\n  items: |\n    - **A** a\n      - B\n        - C\n    - D")
    assert listed.slides[0].spec.items == marked.slides[0].spec.items
    assert [para.level for para in marked.slides[0].spec.items.paras] == [0, 1, 2, 0]
    assert marked.slides[0].spec.items.paras[0].runs[0] == Run("A", BOLD)


def test_a_source_is_a_name_a_mapping_or_a_list_and_none_drops_it():
    deck, found = slides("""
        - {kind: statement, title: A, source: Report}
        - {kind: statement, title: B, source: {name: Report, url: 'https://example.org/a b'}}
        - {kind: statement, title: C, source: [One, {name: Two}]}
        - {kind: statement, title: D, source: none}
        - {kind: statement, title: E}
        """)
    assert found == ()
    sources = [entry.spec.source for entry in deck.slides]
    assert sources[0][0].name == (Run("Report"),)
    assert sources[1][0].url == "https://example.org/a%20b"
    assert len(sources[2]) == 2
    assert sources[3:] == [(), None]


def test_every_kind_has_an_example_that_is_valid():
    for kind in all_kinds().values():
        _, found = slides(kind.example)
        assert [one for one in found if one.slug != "unknown-target"] == [], kind.name

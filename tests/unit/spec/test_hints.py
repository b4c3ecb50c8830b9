"""Faults of the schema with their exact places and edits."""

import pytest

from tests.support.specs import slides, validated


def offers(found):
    """Each diagnostic as ``line:column slug``, with the place and text of the edit of its first hint."""
    rows = []
    for one in found:
        edit = one.hints[0].edit if one.hints else None
        shown = f" | {edit.span.line}:{edit.span.column}-{edit.span.end_column} {edit.text}" if edit else ""
        rows.append(f"{one.span.line}:{one.span.column} {one.slug}{shown}")
    return rows


ROWS = [
    ("- kind: bullets\n  title: T\n  bullets: [A]", ["6:3 unknown-field | 6:3-10 items"]),
    (
        "- kind: bullets\n  headline: T\n  content:\n    - A",
        ["5:3 unknown-field | 5:3-11 title", "6:3 unknown-field | 6:3-10 items"],
    ),
    ("- kind: bullets\n  title: T\n  content: [B]\n  items: [A]", ["6:3 unknown-field"]),
    ("- kind: statement\n  title: T\n  visible: false", ["6:3 unknown-field | 6:3-17 hidden: true"]),
    ("- kind: statement\n  title: T\n  hidden: No", ["6:11 bad-value | 6:11-13 false"]),
    ("- kind: statement\n  title: T\n  source: ~", ["6:11 bad-value | 6:11-12 none"]),
    ("- kind: image\n  title: T\n  image: a\n  alt: A\n  fit: Cover", ["8:8 bad-value | 8:8-13 cover"]),
    ("- kind: toc", ["4:9 unknown-kind | 4:9-12 agenda"]),
    ("- kind: pie", ["4:9 unknown-kind"]),
    ("- type: bullets\n  title: T\n  items: [A]", ["4:3 missing-kind | 4:3-7 kind"]),
    ("- title: T\n  items: [A]\n  numbered: true", ["4:3 missing-kind | 4:3-3 kind: bullets\n  "]),
    ("- {title: T, items: [A], numbered: true}", ["4:3 missing-kind | 4:4-4 kind: bullets, "]),
    ("- image: {image: a.png}", ["4:3 missing-kind"]),
    ("- kind: statment\n  titel: T", ["4:9 unknown-kind | 4:9-17 statement", "5:3 unknown-field | 5:3-8 title"]),
    (
        "- kind: takeaways\n  title: T\n  items:\n    - {title: A, body: [b]}\n    - agents: rise\n    - {lead: [a]}",
        [
            "7:8 unknown-field | 7:8-13 lead",
            "7:18 unknown-field | 7:18-22 detail",
            "7:24 wrong-type",
            '8:7 colon-in-text | 8:7-19 "agents: rise"',
            "9:14 wrong-type",
        ],
    ),
    (
        "- kind: bullets\n  title: T\n  items:\n    - note: b\n    - - [c]",
        ['7:7 colon-in-text | 7:7-14 "note: b"', "8:9 wrong-type"],
    ),
    ("- kind: statement\n  title: T\n  notes:\n    - a\n    - b", ["7:5 wrong-type | 6:9-9  |"]),
    (
        "- kind: statement\n  title: T\n  source: [{title: X}, {name: Y, link: 'https://x.org'}]",
        ["6:13 unknown-field | 6:13-18 name", "6:34 unknown-field | 6:34-38 url"],
    ),
    ("- kind: statement\n  title: A ${x} `${y}` b", ["5:12 reserved | 5:12-12 \\"]),
    ('- kind: statement\n  title: "A ${x}"', ["5:13 reserved"]),
    ("- kind: statement\n  title: A \\${x}\n  notes: ${y}", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_a_fault_has_its_place_and_its_edit(text, expected):
    assert offers(slides(text)[1]) == expected


def test_faults_inside_blocks_and_folded_texts_are_placed_on_their_letters():
    _, found = slides("""
        - kind: bullets
          title: A title with
            a [bad](ftp://x) link
          items: |
            - one [bad](x y)
            - two
              - three ${x}
                and [y](z)
            # heading
          text: 'it''s [no](where)'
        - kind: takeaways
          title: T
          items: |
            - **A** [b](c)
            - d
              - too deep
          notes: |
            one

            > quoted
        - kind: closing
          title: See [there](#nowhere)
        """)
    assert offers(found) == [
        "6:7 bad-link",
        "8:11 bad-link",
        "10:15 reserved | 10:15-15 \\",
        "11:13 bad-link",
        "12:5 bad-markdown",
        "13:16 bad-link",
        "17:13 bad-link",
        "19:9 too-many",
        "25:14 unknown-target",
    ]


def test_a_spec_with_faults_of_many_sorts_shows_all_of_them():
    _, found = validated("""\
deckloom: 1
title: A deck: of many faults
pages:
  - kind: bulets
    title: "heavy" tail
    items:
      - **Bold,** text
      - see [x](ftp://y)
  - kind: image
    title: We are #1
    image: a.png
    alt: A
    hidden: yes
    capton: B
  - title: T
    items: [A]
    numbered: maybe
""")
    assert offers(found) == [
        '2:8 colon-in-text | 2:8-30 "A deck: of many faults"',
        "3:1 unknown-field | 3:1-6 slides",
        "4:11 unknown-kind | 4:11-17 bullets",
        "5:12 quote-inside | 5:12-24 '\"heavy\" tail'",
        '7:9 starts-like-yaml | 7:9-23 "**Bold,** text"',
        "8:13 bad-link",
        '10:19 swallowed-comment | 10:12-21 "We are #1"',
        "13:13 bad-value | 13:13-16 true",
        "14:5 unknown-field | 14:5-11 caption",
        "15:5 missing-kind | 15:5-5 kind: bullets\n    ",
        "17:15 bad-value",
    ]


@pytest.mark.parametrize(
    ("defaults", "expected"),
    [
        ("{image: {fit: cover}, bullets: {numbered: true}}", []),
        ("{imge: {fit: cover}}", ["3:12 unknown-kind | 3:12-16 image"]),
        ("{image: {fti: cover}}", ["3:20 unknown-field | 3:20-23 fit"]),
        ("{image: {title: T}}", ["3:20 bad-value"]),
        ("{image: {image: a.png}}", ["3:20 bad-value"]),
        ("{image: {fit: blue}}", ["3:25 bad-value"]),
        ("{image: cover}", ["3:19 wrong-type"]),
        ("none", ["3:11 wrong-type"]),
    ],
)
def test_defaults_are_checked_where_they_stand(defaults, expected):
    text = f"deckloom: 1\ntitle: T\ndefaults: {defaults}\nslides: [{{kind: image, title: T, image: a, alt: A}}]\n"
    assert offers(validated(text)[1]) == expected


def test_a_slide_wins_over_the_defaults_of_its_kind_and_these_over_the_deck():
    deck, found = validated("""\
deckloom: 1
title: T
source: Deck
defaults:
  bullets: {numbered: true, source: Kind}
slides:
  - {kind: bullets, title: A, items: [x]}
  - {kind: bullets, title: B, items: [x], numbered: false, source: none}
  - {kind: statement, title: C}
""")
    assert found == ()
    first, second, third = (one.spec for one in deck.slides)
    assert (first.numbered, second.numbered) == (True, False)
    assert (first.source[0].name[0].text, second.source, third.source) == ("Kind", (), None)

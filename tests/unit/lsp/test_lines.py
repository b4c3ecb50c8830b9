"""Where the cursor is, in specs that are being typed. The cursor is the ``^``."""

from textwrap import dedent

import pytest

from deckloom.lsp.lines import Place, blocks, place_at


def at(text: str) -> Place | None:
    lines = dedent(text).strip("\n").split("\n")
    number = next(n for n, line in enumerate(lines) if "^" in line)
    column = lines[number].index("^")
    lines[number] = lines[number].replace("^", "")
    return place_at(lines, number, column)


HEAD = "deckloom: 1\nslides:\n"
SLIDE = ("slides", "[]")
IMAGE = HEAD + "  - kind: image\n    title: T\n"


@pytest.mark.parametrize(
    ("text", "path", "key", "typed", "kind"),
    [
        ("deckloom: 1\n^", (), None, "", None),
        ("deckloom: 1\nti^", (), None, "ti", None),
        ("theme: le^\nslides:", (), "theme", "le", None),
        ("options:\n  pro^", ("options",), None, "pro", None),
        ("options:\n  progress: ^", ("options",), "progress", "", None),
        (HEAD + "  - ^", SLIDE, None, "", None),
        (HEAD + "  - ki^", SLIDE, None, "ki", None),
        (HEAD + "  - kind: im^", SLIDE, "kind", "im", "im"),
        (HEAD + "- kind: image\n  lay^", SLIDE, None, "lay", "image"),
        (IMAGE + "    lay^", SLIDE, None, "lay", "image"),
        (IMAGE + "    layout: ^", SLIDE, "layout", "", "image"),
        (HEAD + "  - la^\n    title: T\n    kind: image # late\n", SLIDE, None, "la", "image"),
        (IMAGE + "    source:\n      na^", (*SLIDE, "source"), None, "na", "image"),
        (IMAGE + "    source: {name: A, u^", (*SLIDE, "source"), None, "u", "image"),
        (IMAGE + "    source: {^", (*SLIDE, "source"), None, "", "image"),
        (HEAD + "  - kind: takeaways\n    items:\n      - le^", (*SLIDE, "items", "[]"), None, "le", "takeaways"),
        (
            HEAD + "  - kind: takeaways\n    items:\n    - lead: x\n      de^",
            (*SLIDE, "items", "[]"),
            None,
            "de",
            "takeaways",
        ),
        (IMAGE + "  - kind: quote\n    ^", SLIDE, None, "", "quote"),
        (IMAGE + "    notes: |\n      key: text\n    la^", SLIDE, None, "la", "image"),
    ],
)
def test_the_place_of_the_cursor(text: str, path: tuple[str, ...], key: str | None, typed: str, kind: str | None):
    place = at(text)
    assert place is not None
    assert (place.path, place.key, place.typed, place.kind) == (path, key, typed, kind)


@pytest.mark.parametrize("text", [IMAGE + "    notes: |\n      som^", IMAGE + "    # com^", "a: >\n  b\n\n  c^"])
def test_inside_a_block_or_a_comment_there_is_no_place(text: str):
    assert at(text) is None


def test_the_keys_of_the_same_mapping_are_known_on_both_sides():
    place = at(IMAGE + "    source:\n      name: A\n    ^\n    alt: X\n  - kind: statement\n    notes: N")
    assert place is not None
    assert place.present == {"kind", "title", "source", "alt"}


def test_a_block_ends_where_the_indentation_does():
    lines = ["- notes: |", "    a", "", "    b: c", "  title: T", "x: >-", " y", "z: 1"]
    assert blocks(lines) == [False, True, True, True, False, False, True, False]

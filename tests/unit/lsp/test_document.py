"""What the server says of an open spec, without the protocol."""

from dataclasses import replace
from pathlib import Path

import pytest
from lsprotocol import types
from PIL import Image

from deckloom.kinds import all_kinds
from deckloom.lsp import answers, document
from deckloom.lsp.document import Document
from deckloom.lsp.positions import Positions
from deckloom.values.diagnostics import Diagnostic, Edit, Hint
from deckloom.values.span import Span

HEAD = "deckloom: 1\ntitle: A deck\nsource: Own data\nslides:\n"
DECK = (
    HEAD
    + """\
  - kind: title
  - kind: section
    title: The first part
  - kind: image
    id: gap
    title: The **gap** opens
    image: photo.png
    alt: A gap.
  - kind: statement
    title: See [the gap](#gap), or [the part](#the-first-part)
"""
)


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    for name in ("photo.png", "img/one.png", "img/.hidden.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        Image.new("L", (1600, 900)).save(tmp_path / name)
    (tmp_path / "notes.txt").write_text("no picture")
    (tmp_path.parent / "outside.png").write_bytes(b"x")
    return tmp_path / "talk.yaml"


def labels(text: str, spec: Path | None = None) -> list[str]:
    """What is offered at the ``^``."""
    before = text[: text.index("^")]
    opened = Document(text.replace("^", ""), spec)
    return [one.label for one in opened.offers(before.count("\n"), len(before) - before.rfind("\n") - 1)]


def test_fields_that_are_there_already_are_not_offered():
    found = labels(HEAD + "  - kind: image\n    title: T\n    ^")
    assert {"image", "alt", "caption", "layout", "notes"} <= set(found)
    assert not {"kind", "title", "items"} & set(found)


def test_on_a_slide_without_kind_the_kind_is_offered_first():
    assert labels(HEAD + "  - ^") == ["kind"]
    assert labels(HEAD + "  - kind: ^") == list(all_kinds())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (HEAD + "  - kind: image\n    fit: ^", ["contain", "cover"]),
        (HEAD + "  - kind: image\n    hidden: ^", ["true", "false"]),
        (HEAD + "  - kind: takeaways\n    items:\n      - ^", ["lead", "detail"]),
        (HEAD + "  - kind: image\n    source: {^", ["name", "url"]),
        ("deckloom: 1\noptions:\n  page_numbers: ^\n", ["true", "false"]),
        (DECK + "    text: Back to [it](#^", ["slide-1", "the-first-part", "gap", "see-the-gap-or-the-part"]),
    ],
)
def test_words_fields_inside_and_ids_are_offered(text: str, found: list[str]):
    offered = labels(text)
    assert offered[: len(found)] == found


def test_pictures_and_folders_of_the_root_are_offered_and_nothing_outside(spec: Path):
    slide = HEAD + "  - kind: image\n    image: "
    assert labels(slide + "^", spec) == ["img/", "photo.png"]
    assert labels(slide + "img/^", spec) == ["img/one.png"]
    assert labels(slide + "../^", spec) == []
    assert labels(slide + "^", None) == []


def test_themes_are_offered_by_name(spec: Path):
    assert labels("deckloom: 1\ntheme: ^\n", spec)[0] == "ledger"


def test_a_field_a_kind_and_a_link_are_explained(spec: Path):
    opened = Document(DECK, spec)
    assert opened.hover(10, 6).startswith("**image**: path, required")
    assert "```yaml\n- kind: image" in opened.hover(7, 12)
    assert opened.hover(13, 24) == "slide 3: The gap opens"
    assert opened.hover(9, 20) is None


def test_a_link_leads_to_the_id_or_to_the_title(spec: Path):
    opened = Document(DECK, spec)
    assert opened.target(13, 24)[1:] == (9, 9, 9, 12)
    assert opened.target(13, 55)[1:] == (7, 12, 7, 26)
    assert opened.target(13, 8) is None


def test_what_the_second_look_found_stays_with_its_field(spec: Path):
    opened = Document(DECK.replace("photo.png", "gone.png"), spec)
    assert [one.slug for one in opened.read()] == []
    assert [(one.slug, one.span.line) for one in opened.check()] == [("file-missing", 11)]
    opened.change(DECK.replace("photo.png", "gone.png").replace("deckloom: 1\n", "deckloom: 1\n# a line more\n"))
    assert [(one.slug, one.span.line) for one in opened.read()] == [("file-missing", 12)]
    opened.change(DECK)
    assert opened.check() == ()


def test_a_file_that_is_no_deck_is_left_alone(spec: Path):
    other = Document("on: push\ntitle: 3\nslides: 3\n", spec)
    assert (other.check(), other.hover(1, 2), other.offers(3, 0)) == ((), None, [])


def test_in_an_empty_file_the_fields_of_a_deck_are_offered():
    assert labels("de^")[:2] == ["deckloom", "title"]


def test_beneath_slides_a_slide_is_offered():
    assert labels(HEAD + "  ^") == ["- kind"]


def test_the_text_counts_and_not_the_file(spec: Path):
    spec.write_text("nothing of this is read")
    assert Document(DECK, spec).check() == ()


def test_an_edit_becomes_a_quick_fix_for_its_lines(spec: Path, monkeypatch: pytest.MonkeyPatch):
    opened = Document(DECK, spec)
    span = Span(str(spec), 9, 5, 9, 7)
    fault = Diagnostic("unknown-field", "m", span=span, hints=(Hint("call it so", Edit(span, "name")), Hint("or not")))
    monkeypatch.setattr(document.api, "load_text", lambda *_: replace(opened.loaded, diagnostics=(fault,)))
    positions = Positions(opened.lines, "utf-16")
    (action,) = answers.actions(opened, "file:///talk.yaml", 9, 9, positions)
    where = types.Range(types.Position(8, 4), types.Position(8, 6))
    assert action.title == "call it so"
    assert action.edit.changes == {"file:///talk.yaml": [types.TextEdit(where, "name")]}
    assert action.diagnostics[0].message == "m\ncall it so\nor not"
    assert answers.actions(opened, "file:///talk.yaml", 1, 8, positions) == []


def test_the_outline_puts_slides_beneath_their_section(spec: Path):
    opened = Document(DECK, spec)
    top = answers.outline(opened.slides(), Positions(opened.lines, "utf-16"))
    assert [one.name for one in top] == ["1 title", "2 The first part"]
    assert [one.name for one in top[1].children] == ["3 The gap opens", "4 See the gap, or the part"]
    assert top[1].range.end == top[1].children[-1].range.end


def test_while_the_text_cannot_be_read_the_last_slides_stay(spec: Path):
    opened = Document(DECK, spec)
    assert len(opened.slides()) == 4
    opened.change(DECK + "  - kind: statement\n    title: " + "[" * 40 + "\n")
    assert opened.read() != ()
    assert len(opened.slides()) == 4


@pytest.mark.parametrize(("encoding", "units"), [("utf-8", 7), ("utf-16", 4), ("utf-32", 3)])
def test_columns_are_counted_as_the_editor_asked(encoding: str, units: int):
    positions = Positions(["é😀ab"[:2] + "x"], encoding)
    assert positions.position(1, 4) == types.Position(0, units)
    assert positions.column(types.Position(0, units)) == 3
    assert positions.column(types.Position(0, 99)) == 3

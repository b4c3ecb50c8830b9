"""The language server answers at any place of any text that is on its way to become a spec."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from deckloom.lsp import answers
from deckloom.lsp.document import Document
from deckloom.lsp.positions import Positions
from tests.house.tree import ROOT

DECK = (ROOT / "decks" / "first.yaml").read_text(encoding="utf-8")[:3_000]
PIECES = st.sampled_from(
    ["", " ", "\n", "  - ", "- kind: ", "kind", ": ", "|\n", "{", "}", "[](#", "#", "é😀", "\t", "&a", '"']
)


@st.composite
def typed(draw: st.DrawFn) -> tuple[str, int]:
    """A real spec with something typed over a stretch of it, and where the cursor is then."""
    start = draw(st.integers(0, len(DECK)))
    end = draw(st.integers(start, min(len(DECK), start + 80)))
    piece = "".join(draw(st.lists(PIECES, max_size=4)))
    return DECK[:start] + piece + DECK[end:], start + len(piece)


@given(typed())
def test_every_place_of_a_half_typed_spec_is_answered(case: tuple[str, int]):
    text, cursor = case
    opened = Document(text, Path("talk.yaml"))
    line, column = text.count("\n", 0, cursor), cursor - text.rfind("\n", 0, cursor) - 1
    positions = Positions(opened.lines, "utf-16")
    for one in answers.completions(opened, line, column, positions):
        assert one.text_edit.range.start.line == one.text_edit.range.end.line == line
        assert one.text_edit.range.start.character <= one.text_edit.range.end.character
    opened.hover(line, column)
    opened.target(line, column)
    for found in opened.read():
        shown = answers.diagnostic(found, positions).range
        assert (0, 0) <= (shown.start.line, shown.start.character) <= (shown.end.line, shown.end.character)
        assert shown.end.line < len(opened.lines)
    answers.outline(opened.slides(), positions)

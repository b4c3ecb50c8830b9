"""Reports for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckloom.cli import human
from deckloom.cli.report import DeckReport, FitLine, Placed, in_order
from deckloom.values.diagnostics import Diagnostic, Hint, error, warning
from deckloom.values.span import Span

SOURCE = "deckloom: 1\n  imge: a.png\n"


def lines(_file: str, number: int) -> str | None:
    return (SOURCE.split("\n") + [None] * 99)[number - 1]


def at(line: int, column: int, end: int, file: str = "deck.yaml") -> Span:
    return Span(file, line, column, line, end)


FAULT = Diagnostic(
    "unknown-field", "`imge` is not a field", span=at(2, 3, 7), hints=(Hint("did you mean `image`?"), Hint("see docs"))
)


def test_a_fault_shows_its_place_its_line_a_caret_and_hints():
    shown = human.diagnostic(FAULT, "deck.yaml", lines, colour=False, columns=80)
    assert shown == (
        "deck.yaml:2:3: error[DL201] unknown-field: `imge` is not a field\n"
        "2 |   imge: a.png\n"
        "  |   ^^^^\n"
        "   = hint: did you mean `image`?\n"
        "   = hint: see docs"
    )


def test_a_fault_without_a_place_names_the_spec():
    shown = human.diagnostic(error("not-utf8", "byte 3"), "deck.yaml", lines, colour=False, columns=80)
    assert shown == "deck.yaml: error[DL101] not-utf8: byte 3"


def test_a_span_over_several_lines_points_at_the_rest_of_the_first():
    fault = Diagnostic("wrong-type", "a list", span=Span("deck.yaml", 2, 3, 9, 1))
    assert human.diagnostic(fault, "", lines, colour=False, columns=80).split("\n")[2] == "  |   " + "^" * 11


def test_colour_only_where_it_is_asked_for():
    assert "\x1b[" in human.diagnostic(FAULT, "", lines, colour=True, columns=80)
    assert "\x1b" not in human.diagnostic(FAULT, "", lines, colour=False, columns=80)


def test_faults_come_in_the_order_of_file_line_and_column():
    places = [at(9, 1, 2), at(2, 5, 6), at(2, 1, 3), at(1, 1, 2, "a.yaml"), None]
    ordered = in_order(tuple(Diagnostic("bad-value", "", span=place) for place in places))
    assert [one.span for one in ordered] == [places[at] for at in (4, 3, 2, 1, 0)]


@given(message=st.text(max_size=5_000), line=st.text(max_size=5_000), column=st.integers(1, 5_000))
def test_a_diagnostic_is_under_two_kilobytes_and_never_raises(message: str, line: str, column: int):
    fault = Diagnostic("bad-value", message, span=at(1, column, column + 3, message), hints=(Hint(message),) * 9)
    shown = human.diagnostic(fault, "x", lambda _file, _line: line, colour=True, columns=100)
    assert len(shown.encode()) < 2_048
    assert all(char.isprintable() or char in "\x1b\n" or not char.isascii() for char in shown)


@pytest.mark.parametrize("letter", ["x", "値", "a\u0301", "a" + "\u0301" * 9, "\x07", "\U0001f680"])
def test_a_megabyte_of_anything_is_still_under_two_kilobytes(letter: str):
    text = letter * 100_000
    fault = Diagnostic("bad-value", text, span=at(1, 50_000, 60_000, text), hints=(Hint(text), Hint(text)))
    assert len(human.diagnostic(fault, "x", lambda _file, _line: text, colour=True, columns=120).encode()) < 2_048


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (DeckReport("a.yaml", slides=10), "a.yaml: ok, 10 slides"),
        (DeckReport("a.yaml", slides=1, diagnostics=(warning("contrast", ""),)), "a.yaml: ok, 1 slide, 1 warning"),
        (DeckReport("a.yaml", slides=1, diagnostics=(error("contrast", ""),)), "a.yaml: 1 error, 0 warnings"),
        (
            DeckReport("a.yaml", slides=1_000, pictures=5, target="a.pptx", size=1_234_567),
            "a.pptx: 1,000 slides, 5 pictures, 1.2 MB, 0 warnings",
        ),
        (
            DeckReport("a.yaml", slides=1, pictures=1, target="a.pptx", size=45_678),
            "a.pptx: 1 slide, 1 picture, 46 kB, 0 warnings",
        ),
    ],
)
def test_the_summary_counts(report: DeckReport, line: str):
    assert human.summary(report) == line


def test_the_ledger_is_a_table():
    rows = (Placed(14, "slides[0].title", "title 値", "slide 1, Title"), Placed(None, "notes", "n", "slide 1, notes"))
    assert human.ledger(rows) == (
        " line  what      where\n   14  title 値  slide 1, Title\nnotes  n         slide 1, notes\n"
    )


def test_the_fit_of_texts_is_a_table():
    rows = (FitLine(1, "Title", "", 2, 28, 0.4, "known"), FitLine(12, "Content", "", 14, 8, -1.0, "estimated"))
    assert human.fit(rows) == (
        "slide  place    lines   size  slack  certainty\n"
        "    1  Title        2  28 pt    0.4  known\n"
        "   12  Content     14   8 pt   -1.0  estimated\n"
    )

"""How tables read their rows, and over how many slides they go."""

import pytest

from deckloom.kinds.table import KIND
from deckloom.plan.words import ENGLISH
from deckloom.values.composition import Context
from deckloom.values.data import CsvFacts
from deckloom.values.text import plain, rich
from tests.support.specs import slides, told

CONTEXT = Context(rich("Deck"), None, None, None, "en", ENGLISH, {}, ("slides", 0))


def composed(fields, context=CONTEXT):
    deck, found = slides(f"- {{kind: table, title: A claim, {fields}}}")
    assert found == ()
    return KIND.compose(deck.slides[0].spec, context)


def table(fields):
    return composed(fields)[0].parts[1]


@pytest.mark.parametrize(
    ("cells", "align"),
    [
        (["1", "2"], "right"),
        (["~€3.9M", "n/a", "−4.4%"], "right"),
        (["1,204", ">11×", "440M+"], "right"),
        (["North", "2"], "left"),
        (["n/a", "n/a"], "left"),
        (["2 of 3"], "left"),
    ],
)
def test_a_column_of_numbers_stands_at_the_right(cells, align):
    rows = ", ".join(f"[x, '{cell}']" for cell in cells)
    assert table(f"columns: [Name, Value], rows: [{rows}]").columns[1].align == align


def test_a_column_says_itself_how_it_stands():
    part = table(
        "columns: [{name: A, as: number}, {name: B, align: center}, {name: C, as: text, width: 3}], rows: [[1, 2, 3]]"
    )
    assert [(one.align, one.width) for one in part.columns] == [("right", None), ("center", None), ("left", 3)]


def test_the_first_column_names_the_rows_also_by_numbers():
    assert [one.align for one in table("columns: [Line, Rides], rows: [[4, 12], [9, 5]]").columns] == ["left", "right"]


@pytest.mark.parametrize(
    ("text", "shown", "verdict"),
    [
        ("yes", "●\u00a0yes", "yes"),
        ("Partly", "◐\u00a0Partly", "partly"),
        ("no: Too late", "▲\u00a0Too late", "no"),
        ("▲ Too optimistic", "▲\u00a0Too optimistic", "no"),
        ("nein", "▲\u00a0nein", "no"),
    ],
)
def test_a_verdict_is_a_symbol_and_a_word(text, shown, verdict):
    part = table(f"columns: [A, {{name: Met, as: verdict}}], rows: [[x, '{text}']]")
    cell = part.rows[0][1]
    assert (plain(cell.text), cell.verdict) == (shown, verdict)


def test_rows_go_on_over_as_few_slides_as_hold_them_and_the_total_is_on_the_last():
    rows = ", ".join(f"[{at}, {at}]" for at in range(11))
    two, three, *_ = composed(f"columns: [A, B], rows: [{rows}], total: true")
    pages = [one.parts[1] for one in (two, *two.continued)]
    assert [(len(one.rows), one.total) for one in pages] == [(6, False), (5, True)]
    assert pages[0].columns == pages[1].columns
    assert len(three.continued) == 2


def test_the_columns_of_a_file_are_chosen_and_ordered():
    file = CsvFacts("a.csv", ("A", "B", "C"), (("=1", "2", "3"),), (1, 1, 1) * 6)
    context = Context(rich("Deck"), None, None, None, "en", ENGLISH, {}, ("slides", 0), tables={"a.csv": file})
    part = composed("csv: a.csv, columns: [C, A]", context)[0].parts[1]
    assert [plain(one) for one in part.header] == ["C", "A"]
    assert [plain(cell.text) for cell in part.rows[0]] == ["3", "=1"]
    assert part.alt == "A claim: C, A."


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("rows: [[a, 1]]", "4:3 missing-field: a table needs a header | add `columns:` with the columns' names"),
        ("columns: [A, B], rows: [[a, 1], [b]]", "4:65 row-length: this row has 1 cell where `columns` has 2"),
        ("columns: [A, {name: B, as: verdict}], rows: [[a, ok]]", "4:82 bad-value: `ok` is no verdict"),
        (
            "columns: [A, {name: B, widht: 3}], rows: [[a, ok]]",
            "4:42 unknown-field: `widht` is not a field of a column",
        ),
        ("columns: [A, B], rows: [[a, '']]", "4:61 empty-value: this cell is empty | write `n/a`"),
        ("columns: [A], rows: [[a]], total: true", "4:53 too-many: a total needs rows above it"),
        ("rows: A", "4:39 bad-value: `rows` holds no pipe table with a header and rows"),
        (
            f"columns: [{', '.join('abcdefghijklm')}], rows: [[{', '.join('abcdefghijklm')}]]",
            "4:89 too-many: the table has 13 columns, at most 12 fit",
        ),
    ],
)
def test_what_is_no_table_is_told_where_it_stands(fields, said):
    _, found = slides(f"- {{kind: table, title: A claim, {fields}}}")
    (one,) = told(found)
    assert one.startswith(said)


def test_a_fault_in_a_pipe_table_is_told_at_its_cell():
    _, found = slides("""
        - kind: table
          title: A claim
          columns: [A, {name: B, as: verdict}]
          rows: |
            | A | B |
            |---|---|
            | a \\| b | yes |
            | c |  ok  |
        """)
    assert told(found)[0].startswith("11:12 bad-value: `ok` is no verdict")

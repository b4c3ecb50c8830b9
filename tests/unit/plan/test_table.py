"""How large a table is set, how wide its columns and how high its rows are."""

import pytest

from deckloom import api
from deckloom.plan.table import column_widths
from deckloom.values.composition import TableColumn
from deckloom.values.geometry import inches, points
from deckloom.values.plan import TableItem
from tests.support.specs import HEAD


def tables(tmp_path, fields):
    """The tables of a slide's pages, and the diagnostics."""
    spec = tmp_path / "deck.yaml"
    spec.write_text(f"{HEAD}- {{kind: table, title: A claim is made, source: none, {fields}}}\n", encoding="utf-8")
    checked = api.check(spec)
    items = [item for slide in checked.plan.slides for item in slide.items if isinstance(item, TableItem)]
    return items, checked.diagnostics


def rows(count, cell="one"):
    return f"columns: [Name, Value], rows: [{', '.join([f'[{cell}, 1]'] * count)}]"


@pytest.mark.parametrize(
    ("count", "sizes", "heights"),
    [
        (1, [18], [0.95]),
        (4, [18], [0.95]),
        (5, [16], [0.8]),
        (7, [16], [0.571]),
        (8, [14], [0.5]),
        (9, [14], [0.444]),
        (10, [16, 16], [0.8, 0.8]),
        (23, [14, 14, 14], [0.5, 0.5, 0.571]),
    ],
)
def test_the_size_and_the_height_go_by_the_number_of_rows(count, sizes, heights, tmp_path):
    items, found = tables(tmp_path, rows(count))
    assert [one.size for one in items] == sizes
    assert [round(points(one.rows[-1].height) / 72, 3) for one in items] == heights
    assert found == ()
    for one in items:
        assert one.box.h == sum(row.height for row in one.rows) <= inches(4.5) + 9
        assert (one.rows[0].size, one.rows[0].height, one.rows[0].line) == (14, inches(0.5), "rule")


def test_rows_that_need_two_lines_are_higher_than_the_others(tmp_path):
    long = "A text of so many words that it takes two lines in its column but not three of them at sixteen points"
    (item,), _ = tables(
        tmp_path, f"columns: [Name, Value], rows: [[a, {long}], [b, c], [d, e], [f, g], [h, i], [j, k]]"
    )
    heights = [row.height for row in item.rows[1:]]
    assert heights[0] >= heights[1]
    assert len(set(heights[1:])) == 1


def test_a_cell_over_two_lines_is_told_where_it_stands(tmp_path):
    items, (found,) = tables(tmp_path, f"columns: [Name, Value], rows: [[a, {'many words ' * 60}]]")
    assert (items, found.slug, found.path[-3:]) == ([], "text-too-long", ("rows", 0, 1))
    assert found.message == "this cell needs more than 2 lines at 14 pt"


def test_a_total_has_a_rule_above_it_and_is_bold(tmp_path):
    (item,), _ = tables(tmp_path, rows(3) + ", total: true")
    assert [row.line for row in item.rows] == ["rule", "hair", "rule", "hair"]
    assert [cell.bold for cell in item.rows[-1].cells] == [True, True]
    assert [cell.bold for cell in item.rows[1].cells] == [True, False]


def column(longest, width=None, word=5):
    return TableColumn("left", width, longest, word)


@pytest.mark.parametrize(
    ("columns", "shares"),
    [
        ([column(5, 3), column(5), column(5)], [3, 5, 4]),
        ([column(22), column(50), column(60)], [3, 4, 5]),
        ([column(10), column(3), column(3)], [6, 3, 3]),
        ([column(5, 2), column(5, 1)], [8, 4]),
        ([column(5)] * 12, [1] * 12),
    ],
)
def test_columns_stand_on_the_grid_and_fill_it(columns, shares):
    width, gutter = inches(12.0833), inches(0.25)
    found = column_widths(columns, width, gutter)
    pitch = (width + gutter) / 12
    assert sum(found) == width
    assert [round((one + gutter * (at == len(found) - 1)) / pitch, 2) for at, one in enumerate(found)] == shares

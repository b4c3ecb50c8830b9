"""How charts are drawn: which way bars grow, what is coloured, what every label says."""

import pytest

from deckloom import api
from deckloom.values.plan import ChartItem, Colour
from tests.support.specs import HEAD


def drawn(tmp_path, fields):
    """The chart of a slide in the second section, and the diagnostics."""
    spec = tmp_path / "deck.yaml"
    sections = "".join(f"- {{kind: section, title: Part {one} begins, divider: false}}\n" for one in "AB")
    slide = f"- {{kind: chart, title: A claim is made here, source: none, {fields}}}\n"
    spec.write_text(f"{HEAD}{sections}{slide}", encoding="utf-8")
    checked = api.check(spec)
    items = [item for one in checked.plan.slides for item in one.items if isinstance(item, ChartItem)]
    return (items[0] if items else None), checked.diagnostics


@pytest.mark.parametrize(
    ("form", "labels", "lying"),
    [
        ("bar", ["Short", "Exactly twelv"], True),
        ("bar", ["Short", "Exactly twel"], False),
        ("column", ["Short", "Exactly twelv"], False),
        ("stacked", ["Short", "Exactly twelv"], True),
        ("bar", [f"Label {at:02}" for at in range(12)], True),  # twelve columns would be too narrow for 1,234,567
    ],
)
def test_bars_lie_down_when_a_label_is_longer_than_twelve_characters(form, labels, lying, tmp_path):
    rows = ", ".join(f"[{label}, 1234567]" for label in labels)
    item, found = drawn(tmp_path, f"chart: {form}, rows: [{rows}], unit: $M")
    assert (item.lying, item.gap, found) == (lying, 45 if lying else 35, ())


NEUTRAL, LIT = Colour("tx2", 70, 30), Colour("accent2")


def test_one_series_is_grey_but_for_the_highlighted_point(tmp_path):
    item, _ = drawn(tmp_path, "chart: column, rows: [[a, '>11'], [b, 1]], highlight: a")
    (look,) = item.series
    assert (look.colour, look.points) == (NEUTRAL, ((0, LIT),))
    assert [(label.at, label.place, label.size, label.named) for label in look.labels] == [
        (0, "outEnd", 20, False),
        (1, "outEnd", 20, False),
    ]
    assert item.low == 0
    assert item.high > 11


TWO = "columns: [Quarter, Plan, Actual], rows: [[Q1, 1, 2], [Q2, 2, 3]]"


@pytest.mark.parametrize(
    ("highlight", "colours", "points"),
    [
        ("", [Colour("accent1"), Colour("accent2")], [(), ()]),
        (", highlight: Plan", [LIT, NEUTRAL], [(), ()]),
        (
            ", highlight: Q2",
            [Colour("accent1"), Colour("accent2")],
            [((0, Colour("accent1", alpha=40)),), ((0, Colour("accent2", alpha=40)),)],
        ),
    ],
)
def test_several_series_have_a_colour_each_or_only_the_highlighted_one(highlight, colours, points, tmp_path):
    item, _ = drawn(tmp_path, f"chart: column, {TWO}{highlight}")
    assert [look.colour for look in item.series] == colours
    assert [look.points for look in item.series] == points
    assert [[label.named for label in look.labels] for look in item.series] == [[True, False]] * 2


def test_lines_are_named_at_their_ends_and_close_ends_move_apart(tmp_path):
    item, _ = drawn(tmp_path, "chart: line, columns: [Year, A, B, C], rows: [[2020, 1, 5, 9], [2021, 50, 49, 1]]")
    labels = [look.labels for look in item.series]
    assert [[(one.at, one.place, one.named) for one in row] for row in labels] == [[(1, "r", True)]] * 3
    first, second, third = (row[0].shift for row in labels)
    assert first < 0 < second
    assert third == 0


def test_a_line_whose_values_lie_close_together_does_not_begin_at_zero(tmp_path):
    close, _ = drawn(tmp_path, "chart: line, rows: [[a, 90], [b, 100]]")
    far, _ = drawn(tmp_path, "chart: line, rows: [[a, 10], [b, 100]]")
    bars, _ = drawn(tmp_path, "chart: column, rows: [[a, 90], [b, 100]]")
    assert (close.low, far.low, bars.low) == (87.5, 0, 0)


def test_of_many_labels_those_are_shown_that_fit_with_the_first_and_the_last(tmp_path):
    rows = ", ".join(f"[{2000 + at}, {at}]" for at in range(49))
    item, found = drawn(tmp_path, f"chart: line, rows: [{rows}]")
    assert (item.skip, found) == (3, ())


def test_a_part_too_small_for_its_label_is_told(tmp_path):
    _, (found,) = drawn(tmp_path, "chart: stacked, columns: [Year, Big, Small], rows: [[2023, 90, 40], [2024, 99, 1]]")
    assert (found.slug, found.message) == ("label-omitted", "the part `Small` of `2024` is too small for its label")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            "chart: column, rows: [" + ", ".join(f"[A rather long label {at}, 1]" for at in range(20)) + "]",
            "the labels need more than 2 lines beneath 20 columns",
        ),
        (
            "chart: bar, rows: [" + ", ".join(f"[A rather long label {at}, 1]" for at in range(40)) + "]",
            "40 bars with labels this long do not fit",
        ),
        (
            "chart: column, rows: [" + ", ".join(f"[{at}, 123456789012]" for at in range(20)) + "]",
            "the labels of the values do not fit",
        ),
    ],
)
def test_a_chart_that_cannot_be_labelled_is_refused(fields, said, tmp_path):
    item, (found,) = drawn(tmp_path, fields)
    assert (item, found.slug, found.message) == (None, "text-too-long", said)

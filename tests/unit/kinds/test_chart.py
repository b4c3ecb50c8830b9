"""Which layout a chart takes, what is refused, and what its alt text says."""

import pytest

from deckloom.kinds.chart import KIND
from deckloom.plan.words import ENGLISH
from deckloom.values.composition import Context
from deckloom.values.text import plain, rich
from tests.support.specs import slides, told

CONTEXT = Context(rich("Deck"), None, None, None, "en", ENGLISH, {}, ("slides", 0))


def composed(fields):
    deck, found = slides(f"- {{kind: chart, title: A claim, {fields}}}")
    assert found == ()
    return KIND.compose(deck.slides[0].spec, CONTEXT)


ROWS = "rows: [[NVIDIA, '>11'], [All peers, 1]]"


@pytest.mark.parametrize(
    ("fields", "layouts"),
    [
        ("unit: ×", ["Chart Wide"]),
        ("text: It is so", ["Chart and Claim"]),
        ("value: 45 months", ["Chart and Claim"]),
        ("value: '>11×'", ["Number and Chart", "Chart and Claim"]),
        ("value: '>11×', layout: claim", ["Chart and Claim"]),
    ],
)
def test_value_and_text_choose_the_layout(fields, layouts):
    assert [one.layouts[0] for one in composed(f"chart: bar, {ROWS}, {fields}")] == layouts


def chart(fields):
    (composition,) = composed(fields)
    return composition.parts[-1], [plain(one.paras[0].runs) for one in composition.parts[1:-1]]


@pytest.mark.parametrize(
    ("fields", "heading", "united"),
    [
        (f"{ROWS}, unit: ×", [], True),
        (f"{ROWS}, unit: months", ["months"], False),
        (f"{ROWS}, columns: [Firm, Use], unit: €M", ["Use, €M"], True),
        (f"{ROWS}, columns: [Firm, Months of use], unit: months", ["Months of use"], False),
        (f"{ROWS}, unit: ×, heading: Use in research", ["Use in research"], True),
        ("rows: [[a, 1, 2]], columns: [Firm, Plan, Actual]", [], False),
    ],
)
def test_the_heading_is_the_series_and_the_unit(fields, heading, united):
    part, found = chart(f"chart: bar, {fields}")
    assert (found, part.united) == (heading, united)


def test_the_alt_text_says_title_and_values():
    assert chart(f"chart: bar, {ROWS}, unit: ×")[0].alt == "A claim. NVIDIA >11×, All peers 1×."
    two = "chart: bar, columns: [Quarter, Plan, Actual], rows: [[Q1, 1, 2], [Q2, n/a, 3]]"
    assert chart(two)[0].alt == "A claim. Plan: Q1 1, Q2 n/a; Actual: Q1 2, Q2 3."


def test_the_largest_value_comes_first_when_asked():
    part, _ = chart("chart: bar, rows: [[a, 1], [b, 3], [c, n/a], [d, 2]], sort: value")
    assert part.data.categories == ("b", "d", "a", "c")


def test_a_pipe_table_names_its_series():
    deck, _ = slides("""
        - kind: chart
          title: A claim
          chart: column
          rows: |
            | Region | Use \\| cost |
            |:---|---:|
            | North | 4.2 |
        """)
    (composition,) = KIND.compose(deck.slides[0].spec, CONTEXT)
    assert composition.parts[-1].data.series[0].name == "Use | cost"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            f"chart: pie, {ROWS}",
            "bad-value: `pie` charts are not drawn: angles and areas are read worse than lengths | use `bar`",
        ),
        (
            f"chart: combo, {ROWS}",
            "bad-value: `combo` charts are not drawn: two scales let any two lines meet anywhere",
        ),
        (f"chart: bars, {ROWS}", "bad-value: `chart` does not take `bars` | did you mean `bar`?"),
        (
            "chart: line, rows: [[a, 1, 2, 3, 4, 5]]",
            "too-many: the chart has 5 series; more than 4 cannot be labelled directly | choose them in `columns`",
        ),
        ("chart: bar, rows: [[a, 1, 2]]", "missing-field: several series need names | add `columns:` with the names"),
        ("chart: bar, rows: [[a, 1], [b]]", "row-length: this row has 1 cell where the first row has 2"),
        ("chart: bar, rows: [[a, .nan]]", "not-a-number: `.nan` is not a finite number"),
        ("chart: bar, rows: [[a, nan]]", "not-a-number: `nan` is not a finite number"),
        ("chart: bar, rows: [[a, n/a]]", "not-a-number: the chart has no values"),
        (f"chart: bar, {ROWS}, highlight: Nvidia", "bad-value: `Nvidia` is neither a label nor a series of the chart"),
        (f"chart: bar, {ROWS}, csv: a.csv", "bad-value: the data are `csv` or `rows`, one of them, not both"),
        ("chart: bar", "missing-field: the data are `csv` or `rows`, one of them | add `rows:` or `csv:`"),
        (f"chart: line, {ROWS}, sort: value", "bad-value: a line is not sorted by value | delete `sort`"),
        ("chart: stacked, rows: [[a, -1]]", "bad-value: a stack cannot hold a value below zero"),
        (f"chart: bar, {ROWS}, value: 9000000000000", "too-many: `value` has 13 characters, at most 10 fit"),
        (f"chart: bar, {ROWS}, layout: number", "missing-field: `number` needs a `value`"),
    ],
)
def test_what_a_chart_does_not_take_is_refused_with_a_reason(fields, said):
    _, found = slides(f"- {{kind: chart, title: A claim, {fields}}}")
    (one,) = told(found)
    assert one.partition(" ")[2].startswith(said)

"""What columns hold, and which layout they take."""

import pytest

from deckloom.kinds.columns import KIND
from deckloom.plan.words import ENGLISH
from deckloom.values.composition import ChartPart, Context, PicturePart
from deckloom.values.text import plain, rich
from tests.support.specs import slides, told

CONTEXT = Context(rich("Deck"), None, None, None, "en", ENGLISH, {}, ("slides", 0))
TEXT, LED = "{text: T}", "{lead: L, text: T}"
CHART = "{lead: Months to go, chart: bar, rows: [[a, 1]], unit: months}"
PICTURE = "{image: a.png, alt: A, caption: C}"


def composed(*items):
    deck, found = slides(f"- {{kind: columns, title: A claim, items: [{', '.join(items)}]}}")
    assert found == ()
    (composition,) = KIND.compose(deck.slides[0].spec, CONTEXT)
    return composition


@pytest.mark.parametrize(
    ("items", "layout", "roles"),
    [
        ([TEXT, "{items: [a, b]}"], "Two Content", ["content", "content-2"]),
        ([LED, TEXT], "Comparison", ["heading", "content", "content-2"]),
        ([LED, CHART], "Comparison", ["heading", "content", "heading-2", "content-2"]),
        ([TEXT, PICTURE, TEXT], "Three Columns", ["content", "content-2", "content-3"]),
        ([LED, PICTURE, TEXT], "Three Columns", ["heading", "content", "content-2", "content-3"]),
    ],
)
def test_leads_and_their_number_choose_the_layout(items, layout, roles):
    composition = composed(*items)
    assert (composition.layouts, [part.role for part in composition.parts[1:]]) == ((layout,), roles)


def test_charts_and_pictures_stand_in_the_columns_with_what_belongs_to_them():
    composition = composed(CHART, PICTURE)
    _, _, chart, picture = composition.parts
    assert isinstance(chart, ChartPart)
    assert (chart.alt, chart.united) == ("Months to go. a 1\u00a0months.", False)
    assert isinstance(picture, PicturePart)
    assert (picture.ref, picture.path) == ("a.png", ("slides", 0, "items", 1, "image"))
    assert [(plain(one.para.runs), one.path[-1]) for one in composition.notes] == [("C", "caption")]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("{lead: L}", "missing-field: a column holds one of `text`, `items`, `image` or `chart`; this one has none"),
        ("{text: T, items: [a]}", "bad-value: a column holds one of `text`, `items`, `image` or `chart`; this one has"),
        ("{text: T, unit: x}", "unknown-field: `unit` belongs to `chart` | add `chart:`"),
        ("{text: T, caption: x}", "unknown-field: `caption` belongs to `image` | add `image:`"),
        ("{image: a.png}", "alt-missing: the picture `a.png` has no alt text"),
        ("{chart: bar, rows: [[a, b]]}", "not-a-number: `b` is not a number"),
        ("{text: T, leed: x}", "unknown-field: `leed` is not a field of an item | did you mean `lead`?"),
    ],
)
def test_a_wrong_column_is_told(item, said):
    _, found = slides(f"- {{kind: columns, title: A claim, items: [{TEXT}, {item}]}}")
    (one,) = told(found)
    assert one.partition(" ")[2].startswith(said)


@pytest.mark.parametrize("count", [1, 4])
def test_there_are_two_or_three_columns(count):
    _, found = slides(f"- {{kind: columns, title: A claim, items: [{', '.join([TEXT] * count)}]}}")
    assert [one.slug for one in found] == ["too-many"]

"""A timeline: three to five steps."""

import pytest

from deckloom.values.plan import TextItem
from deckloom.values.text import ACCENT
from tests.support.plans import only_slide, planned, sizes, words
from tests.support.specs import slides, told


@pytest.mark.parametrize("count", [3, 4, 5])
def test_the_layout_goes_by_the_number_of_steps(count):
    slide = only_slide(
        f"- kind: timeline\n  title: T is\n  items: [{', '.join(['{when: May, lead: A, detail: B}'] * count)}]\n"
    )
    assert slide.layout_name == f"Timeline {count}"
    assert words(slide)[f"step-{count}"] == ["May", "A", "B"]


def test_when_is_in_the_sections_colour():
    slide = only_slide(f"- kind: timeline\n  title: T is\n  items: [{', '.join(['{when: May, lead: A}'] * 3)}]\n")
    steps = [item for item in slide.items if isinstance(item, TextItem) and item.slot.role.startswith("step")]
    assert [item.paras[0].runs[0].marks for item in steps] == [ACCENT] * 3


def test_a_date_is_not_broken_but_takes_a_smaller_size_with_all_its_neighbours():
    slide = only_slide(
        "- kind: timeline\n  title: T is\n  items: "
        "[{when: September 2026, lead: A}, {when: May, lead: A}, {when: May, lead: A}]\n"
    )
    assert set(map(str, sizes(slide).values())) == {"{0: 32}"}
    _, found = planned(
        "- kind: timeline\n  title: T is\n  items: "
        "[{when: in the autumn of the year after, lead: A}, {when: May, lead: A}, {when: May, lead: A}]\n"
    )
    assert [one.message for one in found] == ["`in the autumn of the year after` takes 2 lines at 20 pt, it has one"]


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ("{when: May}", "missing-field: a step needs `lead` | add `lead:`"),
        (
            "{date: May, lead: A}",
            "unknown-field: `date` is not a field of a step | did you mean `when`?",
        ),
        ("May", "wrong-type: a step is a mapping, this is a text | write `when:`, `lead:`"),
    ],
)
def test_what_is_no_step_is_said_where_it_stands(item, message):
    _, found = slides(f"- kind: timeline\n  title: T is\n  items:\n    - {item}\n    - {item}\n    - {item}\n")
    assert [row.partition(" ")[2] for row in told(found)] == [message] * 3
    assert [one.span.line for one in found] == [7, 8, 9]

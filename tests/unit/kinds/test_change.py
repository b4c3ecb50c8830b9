"""A change: two panels."""

import pytest

from deckloom.values.plan import TextItem
from tests.support.plans import only_slide, sizes, words
from tests.support.specs import slides, told


def test_a_state_is_a_text_or_a_label_and_a_text():
    slide = only_slide("- kind: change\n  title: T is\n  from: Old\n  to: {label: Now, text: New}\n  text: So what\n")
    assert slide.layout_name == "From To"
    assert {role: words(slide)[role] for role in ("from", "to", "text")} == {
        "from": ["Old"],
        "to": ["Now", "New"],
        "text": ["So what"],
    }


def test_both_states_take_the_size_that_the_longer_needs():
    slide = only_slide(
        f"- kind: change\n  title: T is\n  from: Old\n  to: {{label: Now, text: {'new things ' * 14}}}\n"
    )
    assert sizes(slide) == {"from": {1: 24}, "to": {1: 24}}


def test_an_emphasis_on_the_dark_panel_is_lightened():
    slide = only_slide("- kind: change\n  title: T is\n  from: Old\n  to: ==New==\n")
    accents = {item.slot.role: item.accent for item in slide.items if isinstance(item, TextItem)}
    assert (accents["from"].lum_mod, accents["from"].lum_off) == (None, None)
    assert (accents["to"].lum_mod, accents["to"].lum_off) == (40, 60)


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ("{label: A}", "7:7 missing-field: a state needs `text` | add `text:`"),
        ("{txt: A}", "7:8 unknown-field: `txt` is not a field of a state | did you mean `text`?"),
        ("[A]", "7:7 wrong-type: a state is a mapping, this is a list | write `text:`"),
    ],
)
def test_what_is_no_state_is_said_where_it_stands(state, message):
    _, found = slides(f"- kind: change\n  title: T is\n  from: A\n  to: {state}\n")
    assert told(found) == [message]


def test_a_missing_state_is_called_by_its_name_in_the_spec():
    _, found = slides("- kind: change\n  title: T is\n  to: A\n")
    assert told(found) == ["4:3 missing-field: a `change` slide needs `from` | add `from:`"]

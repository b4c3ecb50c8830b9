"""What appears at each click."""

from dataclasses import replace

import pytest

from deckloom.facts.fonts import WidthTables
from deckloom.plan.planner import plan_deck
from deckloom.spec.deck import Options
from deckloom.values.facts import Facts
from tests.support.plans import ledger, planned
from tests.support.specs import slides, told

OFF, ON = "", "  build: items\n"


def clicks(text):
    plan, found = planned(text)
    assert found == ()
    return [
        [[(slide.items[one.item].slot.role, one.para) for one in step] for step in slide.clicks]
        for slide in plan.slides
    ]


def spec(kind, items="[A, '**B** detail', C]", build=ON):
    return f"- kind: {kind}\n  title: T is\n{build}  items: {items}\n"


@pytest.mark.parametrize("kind", ["points", "cards", "takeaways", "bullets"])
def test_everything_is_there_at_once_unless_asked(kind):
    assert clicks(spec(kind, build=OFF)) == [[]]


def test_points_and_cards_appear_one_by_one():
    assert clicks(spec("points")) == [[[("point-1", None)], [("point-2", None)], [("point-3", None)]]]
    assert clicks(spec("cards")) == [[[("card-1", None)], [("card-2", None)], [("card-3", None)]]]


def test_a_takeaway_appears_with_its_number_and_detail():
    (rows,) = clicks(spec("takeaways"))
    assert rows[1] == [("number-2", None), ("lead-2", None), ("detail-2", None)]
    assert clicks(spec("takeaways", "[A, B, C, D, E]"))[0][4] == [("card-5", None)]


def test_a_bullet_appears_with_what_is_deeper():
    assert clicks(spec("bullets", "[A, [a, b], B]") + "  text: Above\n") == [
        [[("content", 1), ("content", 2), ("content", 3)], [("content", 4)]]
    ]
    assert clicks(spec("bullets", "[A, B]") + "  layout: two\n") == [[[("content", 0)], [("content-2", 0)]]]


def test_the_deck_says_it_for_all_and_a_slide_for_itself():
    text = spec("points", build=OFF) + spec("points", build="  build: none\n") + "- {kind: statement, title: It is}\n"
    deck, _ = slides(text)
    options = Options(build="items", transition="fade")
    deck = replace(deck, head=deck.head.model_copy(update={"options": options}))
    plan = plan_deck(deck, Facts(ledger(), {}, WidthTables(), None), "1980-01-01T00:00:00Z").value
    assert ([len(one.clicks) for one in plan.slides], plan.fades) == ([3, 0, 0], True)


def test_a_kind_without_items_that_could_appear_says_so():
    _, found = slides("- kind: statement\n  title: T is\n  build: items\n")
    assert told(found) == ["6:10 bad-value: a `statement` slide has nothing that appears one by one | delete it"]

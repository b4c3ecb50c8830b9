"""Specs written in a test, planned on the bundled theme."""

from functools import cache

from deckloom.facts.fonts import WidthTables
from deckloom.facts.template import bundled_template, read_template
from deckloom.plan.planner import plan_deck
from deckloom.values.facts import Facts, PictureFacts
from deckloom.values.limits import Limits
from deckloom.values.plan import TextItem
from deckloom.values.text import plain
from tests.support.specs import slides

EMPTY = {}


@cache
def ledger():
    """The bundled theme."""
    return read_template(bundled_template("ledger"), "ledger", Limits()).value


def picture(width=1600, height=900):
    """A picture of that many pixels."""
    return PictureFacts(f"{width}x{height}".ljust(64, "0"), "png", width, height, 1)


def planned(text, pictures=EMPTY, **more):
    """The plan of some slides, and all that was found; ``pictures`` are facts by the path in the spec."""
    deck, found = slides(text)
    outcome = plan_deck(deck, Facts(ledger(), pictures, WidthTables(), None, **more), "1980-01-01T00:00:00Z")
    return outcome.value, (*found, *outcome.diagnostics)


def only_slide(text, pictures=EMPTY, **more):
    """The one slide of a spec without faults."""
    plan, found = planned(text, pictures, **more)
    assert [str(one) for one in found] == []
    (slide,) = plan.slides
    return slide


def words(slide):
    """The letters of each text of the slide by its role, its name and number left out."""
    return {
        item.slot.role: [plain(para.runs) for para in item.paras]
        for item in slide.items
        if isinstance(item, TextItem) and item.slot.role not in ("footer", "date")
    }


def sizes(slide):
    """For each text that is not of its layout's sizes, its role and the steps."""
    return {item.slot.role: dict(item.steps) for item in slide.items if isinstance(item, TextItem) and item.steps}

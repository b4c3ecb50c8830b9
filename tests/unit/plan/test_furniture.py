"""What stands around the content."""

import pytest

from deckloom import api
from deckloom.values.facts import DRAWN
from deckloom.values.plan import GroupItem, NumberItem, TextItem
from deckloom.values.text import ACCENT, BOLD, plain_paras

DECK = """deckloom: 1
title: "Deck: a subtitle"
options: {%s}
slides:
  - {kind: agenda}
  - {kind: section, title: The first opens, name: Research}
  - {kind: statement, title: One is shown here}
  - {kind: section, title: The second opens, name: Industry}
  - {kind: statement, title: Two is shown here}
  - {kind: section, title: The rest, name: More, appendix: true}
  - {kind: statement, title: Three is shown here}
"""


def planned(tmp_path, options):
    spec = tmp_path / "deck.yaml"
    spec.write_text(DECK % options, encoding="utf-8")
    checked = api.check(spec)
    return checked.plan.slides, checked.diagnostics


def named(slide, name):
    return next((item for item in slide.items if isinstance(item, TextItem) and item.slot.name == name), None)


def test_the_rule_has_a_segment_for_each_section_the_current_one_coloured(tmp_path):
    slides, _ = planned(tmp_path, "progress: bar")
    (group,) = [item for item in slides[4].items if isinstance(item, GroupItem)]
    assert [rule.fill.scheme for rule in group.rules] == ["bg2", "accent2"]
    assert group.rules[-1].box.right == pytest.approx(11_620_500, abs=6)


def test_names_stand_in_its_place_on_one_line(tmp_path):
    slides, found = planned(tmp_path, "progress: names")
    item = named(slides[4], "Progress")
    assert found == ()
    assert item.slot.idx == DRAWN
    assert plain_paras(item.paras) == "Research  |  Industry"
    assert [run.marks for run in item.paras[0].runs] == [0, 0, BOLD | ACCENT]


def test_an_appendix_and_slides_outside_sections_have_no_progress(tmp_path):
    slides, _ = planned(tmp_path, "progress: bar")
    for slide in (slides[0], slides[6]):
        assert not any(isinstance(item, GroupItem) for item in slide.items)


def test_the_foot_shows_the_name_or_what_the_options_say(tmp_path):
    slides, _ = planned(tmp_path, "progress: none")
    assert plain_paras(named(slides[2], "Date").paras) == "Deck"
    slides, _ = planned(tmp_path, "footer: Confidential, page_numbers: false")
    assert plain_paras(named(slides[2], "Date").paras) == "Confidential"
    assert not any(isinstance(item, NumberItem) for item in slides[2].items)


def test_the_kicker_names_the_section_and_leads_back_to_the_agenda(tmp_path):
    slides, _ = planned(tmp_path, "progress: none")
    kicker = named(slides[4], "Footer")
    assert plain_paras(kicker.paras) == "Industry"
    assert kicker.link == slides[0].id
    assert (kicker.look.colour.scheme, kicker.look.colour.lum_mod) == ("accent2", 75)


@pytest.mark.parametrize(
    ("options", "slide", "path"),
    [
        (f"footer: {'A footer goes on and on ' * 8}", "", ("options", "footer")),
        ("progress: none", f", kicker: {'A kicker goes on and on ' * 6}", ("slides", 2, "kicker")),
    ],
)
def test_a_kicker_or_a_foot_over_one_line_is_an_error_of_its_field(tmp_path, options, slide, path):
    spec = tmp_path / "deck.yaml"
    text = (DECK % options).replace("title: One is shown here}", f"title: One is shown here{slide}}}")
    spec.write_text(text, encoding="utf-8")
    (found,) = api.check(spec).diagnostics
    assert (found.slug, found.path) == ("text-too-long", path)

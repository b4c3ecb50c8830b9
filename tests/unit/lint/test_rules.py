"""What the rules about the finished plan say, and of what they say nothing."""

from collections.abc import Mapping
from dataclasses import replace
from textwrap import indent

import pytest

from deckloom.facts.fonts import WidthTables
from deckloom.facts.template import bundled_template, read_template
from deckloom.lint import (
    all_rules,
    alt_text,
    contrast,
    duplicate_title,
    font_unknown,
    link_text,
    no_source,
    title_topic,
)
from deckloom.plan.planner import plan_deck
from deckloom.values.facts import Facts, PictureFacts, TemplateFacts
from deckloom.values.limits import Limits
from tests.support.specs import validated

TEMPLATE = read_template(bundled_template("ledger"), "ledger", Limits()).value
PICTURE = PictureFacts("0" * 64, "png", 1600, 900, 1000)


class _NoBytes:
    def read(self, digest: str) -> bytes:
        raise AssertionError("a rule reads no picture")


def told(rule, slides: str, head: str = "", template: TemplateFacts = TEMPLATE) -> list[str]:
    """What the rule says of the slides, as "path: message"."""
    deck, found = validated(f"deckloom: 1\ntitle: Deck\n{head}\nslides:\n{indent(slides, '  ')}")
    assert found == ()
    facts = Facts(template, {"a.png": PICTURE}, WidthTables(), _NoBytes())
    planned = plan_deck(deck, facts, "1980-01-01T00:00:00Z")
    assert planned.diagnostics == ()
    rows = rule.check(deck, planned.value, facts)
    return [f"{'.'.join(map(str, one.path))}: {one.message}" for one in rows]


def image(more: str) -> str:
    return f"- {{kind: image, title: A line that rises, image: a.png, {more}}}"


def recoloured(**colors: str) -> TemplateFacts:
    """The theme with other colours."""
    changed: Mapping[str, str] = {**TEMPLATE.colors, **colors}
    return replace(TEMPLATE, colors=changed)


def test_every_rule_is_tested_here():
    here = {
        rule.check for rule in (alt_text, contrast, duplicate_title, font_unknown, link_text, no_source, title_topic)
    }
    assert set(all_rules()) == here


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Growth", ["slides.0.title: the title `Growth` is a topic, not a claim"]),
        ("Growth came back", []),
        ("成長", []),
        ("2024", []),
    ],
)
def test_a_title_of_one_word_is_a_topic(title, found):
    assert told(title_topic, f"- {{kind: statement, title: '{title}'}}") == found


@pytest.mark.parametrize("kind", ["section", "closing", "title"])
def test_the_frame_of_a_deck_may_have_titles_of_one_word(kind):
    assert told(title_topic, f"- {{kind: {kind}, title: Research}}") == []


def test_the_second_of_two_equal_titles_is_told():
    three = "- {kind: statement, title: It grew, id: a}\n- {kind: statement, title: It fell}\n"
    assert told(duplicate_title, three + "- {kind: statement, title: It grew, id: c}") == [
        "slides.2.title: slide 1 has the title `It grew` already"
    ]


def test_the_parts_of_one_slide_have_titles_of_their_own():
    items = "[" + ", ".join(f"'**Lead {at}:** detail'" for at in range(6)) + "]"
    assert told(duplicate_title, f"- {{kind: takeaways, title: Six of them, items: {items}}}") == []


@pytest.mark.parametrize(
    ("more", "head", "found"),
    [
        ("alt: A line", "", ["slides.0.image: `a.png` has no source"]),
        ("alt: A line, source: The report", "", []),
        ("alt: A line, credit: Ada", "", []),
        ("alt: A line, source: none", "", []),
        ("decorative: true", "", []),
        ("alt: A line", "source: The report", []),
    ],
)
def test_a_picture_says_where_it_comes_from(more, head, found):
    assert told(no_source, image(more), head) == found


@pytest.mark.parametrize("family", ["Arial", "Times New Roman", "Calibri"])
def test_nothing_is_said_of_a_font_whose_widths_are_known(family):
    assert told(font_unknown, "- {kind: closing, title: End}", template=replace(TEMPLATE, major=family)) == []


def test_a_font_nobody_knows_is_told_once_though_two_roles_use_it():
    template = replace(TEMPLATE, major="Nobody Sans", minor="Nobody Sans")
    (found,) = told(font_unknown, "- {kind: closing, title: End}", template=template)
    assert found.startswith("theme: the widths of `Nobody Sans` are not known")


@pytest.mark.parametrize(
    ("alt", "found"),
    [
        ("IMG_0042.JPG", True),
        ("growth-2024.png", True),
        ("img 42", True),
        ("Chart.", True),
        ("Bild", True),
        ("Revenue grew from 2 to 5 million", False),
        ("A chart", False),
        ("The file talk.png in a folder view", False),
    ],
)
def test_an_alt_text_says_what_a_picture_shows(alt, found):
    wanted = [f"slides.0.alt: the alt text `{alt}` does not say what the picture shows"] if found else []
    assert told(alt_text, image(f"alt: '{alt}'")) == wanted


def test_a_decorative_picture_needs_no_alt_text():
    assert told(alt_text, image("decorative: true")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[https://example.org/a](https://example.org/a)", "https://example.org/a"),
        ("[www.example.org](https://example.org/)", "www.example.org"),
        ("Read on [here](https://example.org/)", "here"),
        ("[Click here.](https://example.org/)", "Click here."),
        ("[hier](https://example.org/)", "hier"),
        ("[example.org](https://example.org/)", None),
        ("[the report](https://example.org/)", None),
        ("[](#deck)", None),
        ("here", None),
    ],
)
def test_a_link_says_where_it_leads(text, found):
    slides = f"- {{kind: closing, title: The end, id: deck, text: '{text}'}}"
    wanted = [f"slides.0.text: the link `{found}` does not say where it leads"] if found else []
    assert told(link_text, slides) == wanted


BULLETS = "- {kind: bullets, title: It grew, items: [a, '[b](https://example.org/)']}"
SECTION = "- {kind: section, title: It grew}"
MARKED = f"{SECTION}\n- {{kind: statement, title: 'It ==grew== again'}}"


@pytest.mark.parametrize(
    ("slides", "colors", "found"),
    [
        (BULLETS, {}, []),
        (MARKED, {}, []),
        (BULLETS, {"tx1": "8A8A8A"}, ["text in `tx1` on `bg1` has a contrast of 3.45, it needs 4.5"]),
        # The number of a divider is white on the panel of the layout, and not on the white page.
        (SECTION, {"accent1": "9DB4F0"}, ["text in `bg1` on `accent1` has a contrast of 2.05, it needs 3.0"]),
        # An accent that is too light is darkened first; this one is not even then dark enough for the kicker.
        (
            "- {kind: section, title: It grew, divider: false}\n" + BULLETS.replace("grew", "fell"),
            {"accent1": "FFE08A"},
            ["text in `accent1` darkened to 75 % on `bg1` has a contrast of 1.57, it needs 4.5"],
        ),
    ],
)
def test_text_can_be_read_on_its_ground(slides, colors, found):
    rows = told(contrast, slides, template=recoloured(**colors))
    assert [row.removeprefix("theme: ").rpartition(" (layout")[0] for row in rows] == found


def test_a_link_that_cannot_be_read_takes_the_colour_of_its_text():
    assert told(contrast, BULLETS, template=recoloured(hlink="9DB4F0")) == []

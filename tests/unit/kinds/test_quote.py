"""A quote: the title in quotation marks."""

import pytest

from deckloom.plan.words import WORDS
from tests.support.plans import only_slide, planned, sizes, words
from tests.support.specs import slides, told, validated


def test_the_sentence_stands_in_quotation_marks_over_who_said_it():
    slide = only_slide("- kind: quote\n  title: It works\n  by: A pilot customer\n")
    assert (slide.layout_name, slide.title) == ("Quote", "“It works”")
    assert words(slide)["text"] == ["A pilot customer"]


def test_every_language_has_its_quotation_marks():
    assert {lang: one["quote"].format(text="x") for lang, one in WORDS.items()} == {
        "en": "“x”",
        "de": "„x“",
        "fr": "«\u00a0x\u00a0»",
        "es": "«x»",
        "it": "«x»",
        "pt": "“x”",
        "nl": "‘x’",
    }


def test_a_long_quote_steps_down_before_it_is_too_long():
    assert sizes(only_slide(f"- kind: quote\n  title: {'so many words ' * 16}\n  by: A\n"))["title"] == {0: 32}
    _, found = planned(f"- kind: quote\n  title: {'so many words ' * 30}\n  by: A\n")
    assert [(one.slug, one.path) for one in found] == [("text-too-long", ("slides", 0, "title"))]


@pytest.mark.parametrize("title", ["“It works”", "'\"It works\"'", "«It works»"])
def test_quotation_marks_of_the_author_are_refused(title):
    _, found = slides(f"- kind: quote\n  title: {title}\n  by: A\n")
    assert [row.partition(" | ")[0] for row in told(found)] == [
        "5:10 bad-value: the title of a `quote` slide is written without quotation marks"
    ]


def test_somebody_said_it():
    _, found = validated("deckloom: 1\ntitle: A\nslides: [{kind: quote, title: It works}]")
    assert [one.slug for one in found] == ["missing-field"]

"""What was meant: every word that public slide formats use for one of ours."""

import pytest

from deckloom.slide.near import field_hints, kind_hints, meant_field, meant_kind

SLIDE = ("kind", "title", "id", "layout", "notes", "source", "hidden", "kicker")
PICTURE = ("image", "alt", "caption", "credit", "fit", "focus")
DECK = (
    *("deckloom", "title", "slides", "subtitle", "author", "name", "date", "lang", "theme", "source"),
    *("defaults", "options"),
)
TEXT, ITEMS = (*SLIDE, "text"), (*SLIDE, "items")
CHART = (*SLIDE, "chart", "rows", "columns", "csv", "unit", "heading", "highlight", "sort", "alt", "value", "text")
LEAD, NUMBER, WHEN = ("lead", "detail"), ("value", "label", "delta"), ("when", "lead", "detail")
LIST = ["a"]

FIELDS = [
    # written, the place and its fields, the value, what is meant
    ("type slide_type template layout_id", "slide", TEXT, "x", "kind"),
    ("content body description paragraph message", "slide", TEXT, "x", "text"),
    ("content body", "slide", (*TEXT, "items"), LIST, "items"),
    ("content body description paragraph message", "item", LEAD, "x", "detail"),
    ("bullets points bullet_points list content takeaways steps phases events", "slide", ITEMS, LIST, "items"),
    ("milestones metrics stats kpis cards columns nodes left right", "slide", ITEMS, LIST, "items"),
    ("heading header headline name title label bold", "item", LEAD, "x", "lead"),
    ("heading header headline name title", "item", NUMBER, "x", "label"),
    ("lede intro summary claim insight takeaway subtitle", "slide", TEXT, "x", "text"),
    ("img picture photo path src url file", "slide", (*SLIDE, *PICTURE), "x", "image"),
    ("img picture photo path src url file", "item", PICTURE, "x", "image"),
    ("alt_text altText fig-alt", "slide", (*SLIDE, *PICTURE), "x", "alt"),
    ("alt_text altText fig-alt description", "item", PICTURE, "x", "alt"),
    ("fig-cap legend caption_text", "slide", (*SLIDE, *PICTURE), "x", "caption"),
    ("attribution license copyright", "slide", (*SLIDE, *PICTURE), "x", "credit"),
    ("speaker_notes notes_text script speakNote", "slide", TEXT, "x", "notes"),
    ("sources reference citation link", "slide", TEXT, "x", "source"),
    ("headers header column_names", "slide", (*SLIDE, "rows", "columns"), LIST, "columns"),
    ("data cells", "slide", (*SLIDE, "rows", "columns"), LIST, "rows"),
    ("labels series datasets categories", "slide", CHART, LIST, "rows"),
    ("trend change vs comparator", "item", NUMBER, "x", "delta"),
    ("number stat big", "item", NUMBER, "x", "value"),
    ("date year time period", "item", WHEN, "x", "when"),
    ("language locale", "deck", DECK, "x", "lang"),
    ("before old", "slide", (*SLIDE, "from", "to"), "x", "from"),
    ("after new", "slide", (*SLIDE, "from", "to"), "x", "to"),
    ("skip hide", "slide", TEXT, "true", "hidden"),
    ("key slug anchor", "slide", TEXT, "x", "id"),
    ("template reference-doc style brand", "deck", DECK, "x", "theme"),
    ("version lang_version", "deck", DECK, "x", "deckloom"),
    ("deck presentation pages slide", "deck", DECK, LIST, "slides"),
    ("label title text", "source", ("name", "url"), "x", "name"),
    ("link href", "source", ("name", "url"), "x", "url"),
    # slips of the hand
    ("imge Image ima_ge images", "slide", (*SLIDE, *PICTURE), "x", "image"),
    ("tilte Title titel", "slide", TEXT, "x", "title"),
]
OF_KIND = [
    ("author speaker person quote text attribution", "quote", (*SLIDE, "by"), "by"),
    ("lang", "code", (*SLIDE, "code", "language"), "language"),
    ("src snippet", "code", (*SLIDE, "code", "language"), "code"),
    ("type", "chart", tuple(one for one in CHART if one != "kind"), "chart"),
]
KINDS = (
    *("title", "agenda", "section", "takeaways", "points", "statement", "bullets", "image", "images", "quote"),
    *("numbers", "chart", "columns", "table", "change", "timeline", "cards", "flow", "code", "sources", "closing"),
)
OTHER_KINDS = [
    ("cover", "title"),
    ("toc outline", "agenda"),
    ("divider chapter section_header Section-Header", "section"),
    ("summary key_takeaways", "takeaways"),
    ("content text list text_image", "bullets"),
    ("picture figure photo", "image"),
    ("gallery grid image_grid", "images"),
    ("comparison two_column two_columns pros_cons", "columns"),
    ("before_after from_to", "change"),
    ("kpi kpis metrics stats big_number", "numbers"),
    ("process steps diagram", "flow"),
    ("roadmap milestones", "timeline"),
    ("scorecard matrix", "table"),
    ("three_points pillars", "points"),
    ("references bibliography", "sources"),
    ("end thanks thank_you qa", "closing"),
    ("statment Statement", "statement"),
]


@pytest.mark.parametrize(("words", "place", "fields", "value", "meant"), FIELDS)
def test_a_word_of_another_format_means_a_field_of_ours(words, place, fields, value, meant):
    assert {one: meant_field(one, fields, place, value) for one in words.split()} == dict.fromkeys(words.split(), meant)


@pytest.mark.parametrize(("words", "kind", "fields", "meant"), OF_KIND)
def test_a_kind_may_read_a_word_in_its_own_way(words, kind, fields, meant):
    assert {meant_field(one, fields, "slide", "x", kind) for one in words.split()} == {meant}


@pytest.mark.parametrize(("words", "meant"), OTHER_KINDS)
def test_a_kind_of_another_format_means_one_of_ours(words, meant):
    assert {one: meant_kind(one, KINDS) for one in words.split()} == dict.fromkeys(words.split(), meant)


@pytest.mark.parametrize("word", ["blank", "custom", "pie"])
def test_a_kind_that_there_will_never_be_is_refused_with_the_reason(word):
    (hint,) = kind_hints(word, KINDS)
    assert hint.text.startswith("choose another kind: ")
    assert hint.fix is None


def test_a_word_that_is_not_a_field_here_is_not_offered():
    assert meant_field("bullets", SLIDE, "slide", LIST) is None
    assert meant_kind("kpi", ("title", "bullets")) is None


def test_a_word_without_a_meaning_gets_the_list_of_what_there_is():
    (hint,) = field_hints("zzz", LEAD, "item")
    assert hint.text == "use one of the fields: detail, lead"


def test_a_field_of_another_place_says_where_it_belongs():
    first, _ = field_hints("numbered", TEXT, "slide", elsewhere={"`bullets` slides": ("numbered",), "items": ("lead",)})
    assert first.text == "move it: `numbered` belongs to `bullets` slides"


@pytest.mark.parametrize("word", ["font_size", "color", "x", "width", "background"])
def test_what_the_theme_decides_is_left_to_it(word):
    (hint,) = field_hints(word, TEXT, "slide", "3")
    assert hint.text == "delete it: the theme decides this; see `deckloom theme`"


def test_labels_of_a_chart_are_shown_as_rows():
    _, hint = field_hints("labels", CHART, "slide", ["Q1", "Q2", "Q3"], "chart")
    assert hint.text == "write each label with its values as a row: `rows: [[Q1, …], [Q2, …]]`"

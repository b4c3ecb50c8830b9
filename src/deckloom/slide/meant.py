"""What people and programs write for the words of the language: the near misses that no spelling distance finds.

Each row names the words that are written and, in order of preference, what may be meant; the first that the place has
is taken. A row of ``LISTS`` counts where the value is a list, one of ``TEXTS`` where it is a text.
"""

from typing import TypeAlias

Rows: TypeAlias = dict[str, tuple[str, ...]]


def _rows(*rows: tuple[str, str]) -> Rows:
    """The rows by each word written: ``("img picture", "image")``."""
    table: Rows = {}
    for written, meant in rows:
        for word in written.split():
            table[word] = (*table.get(word, ()), *meant.split())
    return table


SLIDE = _rows(
    ("type slide_type template layout_id", "kind"),
    ("headline heading header name", "title"),
    ("lede intro summary claim insight takeaway subtitle", "text"),
    ("img picture photo path src url file", "image"),
    ("alt_text altText fig-alt", "alt"),
    ("fig-cap legend caption_text", "caption"),
    ("attribution license copyright", "credit by"),
    ("speaker_notes notes_text script speakNote", "notes"),
    ("sources reference citation link", "source"),
    ("headers header column_names", "columns"),
    ("data cells", "rows"),
    ("labels series values datasets categories", "rows"),
    ("before old", "from"),
    ("after new", "to"),
    ("skip hide", "hidden"),
    ("key slug anchor", "id"),
)
QUOTE = _rows(("author speaker person quote text attribution license copyright", "by"))
CHART = _rows(("type", "chart"))
CODE = _rows(("lang", "language"), ("src snippet", "code"))
TEXTS = _rows(("content body description paragraph message", "text caption detail"), ("text", "caption detail"))
LISTS = _rows(
    ("headers header column_names", "columns"),
    (
        "content body bullets points bullet_points list takeaways steps phases events milestones metrics stats kpis"
        " cards columns nodes left right",
        "items",
    ),
)
ITEM_FIELDS = frozenset({"lead", "detail", "value", "label", "delta", "when", "id", "image", "text", "items", "chart"})
"""What items of any kind have: a key of these is never a text with a colon."""
ITEM = _rows(
    ("heading header headline name title label bold", "lead label"),
    ("content body description paragraph message text", "detail text"),
    ("trend change vs comparator", "delta"),
    ("number stat big", "value"),
    ("date year time period", "when"),
    ("img picture photo path src url file", "image"),
    ("alt_text altText fig-alt description", "alt"),
    ("fig-cap legend caption_text", "caption"),
    ("attribution license copyright", "credit"),
)
DECK = _rows(
    ("language locale", "lang"),
    ("template reference-doc style brand", "theme"),
    ("version lang_version", "deckloom"),
    ("deck presentation pages slide", "slides"),
    ("sources reference citation", "source"),
    ("heading headline", "title"),
)
SOURCE = _rows(("title text label source", "name"), ("link href address", "url"))

KINDS = _rows(
    ("cover", "title"),
    ("toc outline", "agenda"),
    ("divider chapter section_header", "section"),
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
)
REFUSED_KINDS = {
    "blank": "a slide says something: choose the kind by what it says",
    "custom": "a deck names no shapes of its own: choose the kind by what the slide says",
    "pie": "shares of a whole are read more surely from a `chart: bar`",
}
THEME_WORDS = frozenset(
    {
        *("font", "font_size", "font_family", "size", "bold", "italic", "color", "colour"),
        *("background", "background_color", "bg", "x", "y", "width", "height", "left", "top", "position"),
        *("align", "alignment", "margin", "padding"),
    }
)
"""What a theme decides, and no deck."""

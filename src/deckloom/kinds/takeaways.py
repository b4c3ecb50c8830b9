"""The findings to remember: a grid of leads, rows of lead and detail, or one finding a slide."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from deckloom.slide.items import Lead, leads_reader, leads_schema
from deckloom.slide.kind import SlideKind, SlideSpec
from deckloom.values.composition import Composition, Context, NotesPart, Reveal, TextPart
from deckloom.values.text import ACCENT, Para, rich

LEAST, MOST = 2, 9
ROWS = 4
FULL_GRID = 8
FULL_ROWS = "Key Takeaways - Rows"
HIGH_ROWS = "Key Takeaways - Two High Rows"
WORDS = ("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_ROW_LAYOUTS = {count: (f"Key Takeaways - {WORDS[count - LEAST]} Rows", FULL_ROWS) for count in range(LEAST, ROWS)}
"""Fewer rows than four stand in layouts of their own, without lines over rows that are not there."""

Items = Annotated[
    tuple[Lead, ...], PlainValidator(leads_reader(LEAST, MOST)), WithJsonSchema(leads_schema(LEAST, MOST))
]


class TakeawaysSlide(SlideSpec):
    """`auto`: rows up to four items, and for more that have details; a grid of leads for more without."""

    kind: Literal["takeaways"]
    items: Items = Field(description="Two to nine findings, each a lead with or without detail.")
    layout: Literal["auto", "grid", "rows", "one-each"] = Field("auto", description="How the findings stand.")
    overflow: Literal["split", "error"] | None = Field(
        None,
        description="For long findings: split gives them higher rows on more slides, error stops; default: split, "
        "unless the deck says error.",
    )


def compose(slide: TakeawaysSlide, context: Context) -> tuple[Composition, ...]:
    """As asked or by the number of items and their details; where that is too small, higher rows on more slides."""
    layout, reason = _choose(slide)
    if layout == "one-each":
        return (_pages(_one_each(slide, context, reason)),)
    grid = (_grid(slide, context, reason),) if layout == "grid" else ()
    if grid and (slide.layout == "grid" or (slide.overflow or context.overflow) == "error"):
        return grid
    rows = [_pages(_rows(slide, context, "the findings are too long for cards" if grid else reason))]
    if (slide.overflow or context.overflow) == "split":
        for most in range(ROWS - 1, LEAST - 1, -1):
            why = f"the findings are too long for {most + 1} on a slide"
            rows.append(_pages(_rows(slide, context, why, most)))
    return (*grid, *rows)


def _pages(pages: Iterator[Composition]) -> Composition:
    first, *others = pages
    return replace(first, continued=tuple(others))


def _choose(slide: TakeawaysSlide) -> tuple[str, str]:
    """The layout's word, and why."""
    if slide.layout != "auto":
        return slide.layout, "as asked"
    count = len(slide.items)
    if count <= ROWS:
        return "rows", f"{count} items fit in rows"
    if any(item.detail for item in slide.items):
        return "rows", f"{count} items with details go on over several slides"
    return "grid", f"{count} leads without details"


def _grid(slide: TakeawaysSlide, context: Context, reason: str) -> Composition:
    """Numbers and leads in cards; the details go to the notes."""
    count, path = len(slide.items), (*context.path, "items")
    full = count == FULL_GRID
    cards = [
        TextPart(f"card-{at + 1}", _card(item, context.first_number + at, full), (*path, at), "fixed")
        for at, item in enumerate(slide.items)
    ]
    details = tuple(
        NotesPart(Para((*item.lead, *rich(": "), *item.detail)), (*path, at, "detail"))
        for at, item in enumerate(slide.items)
        if item.detail
    )
    layout = "Key Takeaways - Grid" if full else f"{WORDS[count - LEAST]} Cards"
    kicker = rich(context.words["takeaways"])
    return Composition(
        (layout,),
        (_title(slide, context), *cards),
        reason,
        kicker=kicker,
        notes=details,
        reveals=tuple((Reveal(card.role),) for card in cards),
    )


def _card(item: Lead, number: int, full: bool) -> tuple[Para, ...]:
    """The number above the lead; the full grid has a level for each."""
    return (Para(rich(str(number), ACCENT)), Para(item.lead, level=1 if full else 0))


def _rows(slide: TakeawaysSlide, context: Context, reason: str, most: int = ROWS) -> Iterator[Composition]:
    """As many slides as it takes with at most so many rows, about equally full."""
    count = len(slide.items)
    pages = -(-count // most)
    ends = [-(-count * page // pages) for page in range(pages + 1)]
    for start, end in pairwise(ends):
        parts = [part for at in range(start, end) for part in _row(slide, context, at, at - start + 1)]
        numbers = {"first": context.first_number + start, "last": context.first_number + end - 1}
        kicker = rich(context.words["takeaways-range"].format(**numbers))
        layouts = _ROW_LAYOUTS.get(end - start, (FULL_ROWS,)) if most > LEAST else (HIGH_ROWS,)
        reveals = tuple(
            tuple(Reveal(part.role) for part in parts if part.role.endswith(f"-{row}"))
            for row in range(1, end - start + 1)
        )
        title = _title(slide, context)
        yield Composition(layouts, (title, *parts), reason, kicker=kicker, reveals=reveals)


def _row(slide: TakeawaysSlide, context: Context, at: int, row: int) -> Iterator[TextPart]:
    """Number, lead and detail; a list without any details has the whole width for its leads."""
    item, path = slide.items[at], (*context.path, "items", at)
    number = rich(str(context.first_number + at), ACCENT)
    wide = () if any(one.detail for one in slide.items) else (f"detail-{row}",)
    yield TextPart(f"number-{row}", (Para(number),), path, "fixed")
    yield TextPart(f"lead-{row}", (Para(item.lead),), path, "fixed", wide)
    if item.detail:
        yield TextPart(f"detail-{row}", (Para(item.detail),), path, "fixed")


def _one_each(slide: TakeawaysSlide, context: Context, reason: str) -> Iterator[Composition]:
    """A statement for each item, titled by its lead."""
    for at, item in enumerate(slide.items):
        path = (*context.path, "items", at)
        parts = [TextPart("title", (Para(item.lead),), path, "statement")]
        if item.detail:
            parts.append(TextPart("text", (Para(item.detail),), path, "fixed"))
        kicker = context.words["takeaway-one"].format(n=at + 1, total=len(slide.items))
        yield Composition(("Statement", "Title Only"), tuple(parts), reason, kicker=rich(kicker))


def _title(slide: TakeawaysSlide, context: Context) -> TextPart:
    return TextPart("title", (Para(slide.title),), (*context.path, "title"), "title")


def _counts(before: TakeawaysSlide, slide: TakeawaysSlide) -> int:
    """Rows that directly follow rows go on counting: one list of findings on slides with titles of their own."""
    return len(before.items) if _choose(before)[0] == _choose(slide)[0] == "rows" else 0


KIND = SlideKind(
    name="takeaways",
    spec=TakeawaysSlide,
    compose=compose,
    builds=True,
    counts=_counts,
    example="""\
- kind: takeaways
  title: Eight things changed in AI this year
  items: |
    - **Frontier labs converge,** as the gap to GPT-4 closes.
    - **Serious revenue begins:** a few model builders earn it.
""",
)

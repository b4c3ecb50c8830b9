"""Every source and picture credit of the deck, numbered, with the slides that name it."""

from dataclasses import replace
from itertools import groupby
from typing import Literal

from pydantic import Field

from deckloom.slide.fields import Title
from deckloom.slide.kind import SlideKind, SlideSpec
from deckloom.values.composition import Composition, Context, SourceEntry, TextPart
from deckloom.values.text import Para, RichText, Run, rich

COLUMN = 8
RANGES_SHOWN = 4


class SourcesSlide(SlideSpec):
    """Collected from the deck: distinct sources, then credits, in the order of their first use."""

    kind: Literal["sources"]
    title: Title | None = Field(None, description='Default: "Sources" in the deck\'s language.')  # type: ignore[assignment]


def compose(slide: SourcesSlide, context: Context) -> tuple[Composition, ...]:
    """Up to eight in one column, two columns of eight; what is more goes on over further slides."""
    entries = [_entry(entry, context) for entry in context.sources]
    pages = [_page(slide, entries[at : at + 2 * COLUMN], at, context) for at in range(0, len(entries), 2 * COLUMN)]
    first = pages[0] if pages else _page(slide, [], 0, context)
    return (replace(first, continued=tuple(pages[1:])),)


def _page(slide: SourcesSlide, entries: list[RichText], start: int, context: Context) -> Composition:
    title = Para(slide.title or rich(context.words["sources"]))
    parts = [TextPart("title", (title,), (*context.path, "title"), "title")]
    if entries:
        parts.append(TextPart("content", _column(entries[:COLUMN], start), context.path, "fixed", quiet_links=True))
    if len(entries) > COLUMN:
        parts.append(
            TextPart("content-2", _column(entries[COLUMN:], start + COLUMN), context.path, "fixed", quiet_links=True)
        )
    kicker = rich(context.words["sources"]) if slide.title else None
    furniture = frozenset({"kicker", "name", "number", "progress"})
    layouts = (
        ("Sources", "Two Content") if len(entries) > COLUMN else ("Sources - One Column", "Sources", "Two Content")
    )
    return Composition(layouts, tuple(parts), furniture=furniture, kicker=kicker)


def _column(entries: list[RichText], start: int) -> tuple[Para, ...]:
    return tuple(Para(entry, bullet="number", start=start + 1) for entry in entries)


def _entry(entry: SourceEntry, context: Context) -> RichText:
    """The name, linked, and the slides that name it, each run of neighbours as a range with a jump to its first."""
    before = rich(f"{context.words['image']}: ") if entry.credit else ()
    name = tuple(run._replace(link=run.link or entry.url) for run in entry.name)
    return (*before, *name, *_used_on(entry, context))


def _used_on(entry: SourceEntry, context: Context) -> RichText:
    numbered = sorted({(context.numbers[id], id) for id in entry.slides if id in context.numbers})
    ranges = [list(group) for _, group in groupby(enumerate(numbered), lambda pair: pair[1][0] - pair[0])]
    if not ranges:
        return ()
    word = context.words["slide" if len(numbered) == 1 else "slides"]
    runs = [Run(f" ({word} ")]
    for at, group in enumerate(ranges[:RANGES_SHOWN]):
        (_, (first, id)), (_, (last, _)) = group[0], group[-1]
        runs += [Run(", ")] if at else []
        runs.append(Run(str(first) if first == last else f"{first}–{last}", link=f"#{id}"))
    return (*runs, Run(", …)" if len(ranges) > RANGES_SHOWN else ")"))


KIND = SlideKind(
    name="sources",
    spec=SourcesSlide,
    compose=compose,
    example="- kind: sources\n",
)

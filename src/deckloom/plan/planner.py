"""The whole deck planned: slide after slide, until the numbers that texts mention are those the slides have."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from deckloom.plan import furniture
from deckloom.plan.drafts import Draft, draft_slide
from deckloom.plan.pages import Planning
from deckloom.plan.sections import cut_name, find_sections, section_plans
from deckloom.plan.siblings import shared_rungs
from deckloom.plan.slides import plan_slide
from deckloom.plan.sourcing import collect, numbers_by_name
from deckloom.plan.words import words_for
from deckloom.spec.deck import Deck, DeckHead, Entry
from deckloom.values.composition import Context, SectionInfo
from deckloom.values.diagnostics import Diagnostic, Outcome, error, warning
from deckloom.values.facts import Facts
from deckloom.values.limits import Limits
from deckloom.values.plan import DeckPlan, Properties, SlidePlan
from deckloom.values.text import Para, plain, rich

GROWTH = 4
"""How many times as many slides as the spec may have, the limit, there may be with their continuations."""
ROUNDS = 4
"""Texts that mention slide numbers may grow by a digit and move slides; that settles at once in practice."""


def plan_deck(
    deck: Deck,
    facts: Facts,
    created: str,
    on_slide: Callable[[int, int], None] | None = None,
    most: int = Limits().slides,
) -> Outcome[DeckPlan]:
    """The plan of a deck. A slide that does not fit is left out of it, and its fault is in the outcome.

    ``most`` is the limit on the slides of a spec; with those that they are continued on there may be ``GROWTH`` times
    as many. What comes after that is not planned.
    """
    name, findings = _deck_name(deck.head)
    section_of, more = find_sections(deck.slides)
    findings += more
    context = _context(deck, facts, section_of)
    setting = _setting(deck, facts, context, name, findings)
    planning = Planning(deck, facts, setting, most * GROWTH, numbers_by_name(context.sources))
    for _ in range(ROUNDS):
        found: list[Diagnostic] = []
        slides, starts = _plan_slides(planning, section_of, context, found, on_slide)
        numbers = {slide.id: number for number, slide in enumerate(slides, 1)}
        if not _mentions_numbers(deck) or len(slides) > planning.most or numbers == context.numbers:
            break
        context = replace(context, numbers=numbers)
    slides = list(_pointing_back(slides, deck, context.words))
    sections = section_plans(starts, len(slides), name)
    fades = deck.head.options.transition == "fade"
    properties = _properties(deck.head, created)
    plan = DeckPlan(facts.template.page, tuple(slides), sections, properties, deck.head.lang, fades)
    return Outcome(plan, (*findings, *found))


def _plan_slides(
    planning: Planning,
    section_of: list[SectionInfo | None],
    context: Context,
    findings: list[Diagnostic],
    on_slide: Callable[[int, int], None] | None,
) -> tuple[list[SlidePlan], list[tuple[int, str]]]:
    """All slides, and where each section starts. They are drafted first, so that those which are alike share a size."""
    entries = planning.deck.slides
    drafts: list[Draft | None] = []
    drafted = 0
    first_numbers = _first_numbers(entries)
    for at, (entry, section) in enumerate(zip(entries, section_of, strict=True)):
        here = replace(
            context,
            path=("slides", entry.position),
            section=section,
            first_number=first_numbers.get(entry.id, 1),
            figure=context.figures.get(entry.id),
        )
        has_page = not section or section.divider or section.slide_id != entry.id
        draft = draft_slide(entry, here, planning) if has_page else None
        drafts.append(draft)
        drafted += len(draft.ways[-1]) if draft and draft.ways else 0
        if drafted > planning.most:
            break
        if on_slide:
            on_slide(at + 1, len(entries))
    shared = shared_rungs(vote for draft in drafts if draft for vote in draft.votes())
    slides: list[SlidePlan] = []
    starts: list[tuple[int, str]] = []
    for entry, section, draft in zip(entries, section_of, drafts, strict=False):
        if section and section.slide_id == entry.id:
            starts.append((len(slides), section.name))
        slides += plan_slide(draft, shared, planning, findings) if draft else ()
        if len(slides) > planning.most:
            break
    if max(drafted, len(slides)) > planning.most:
        findings.append(_too_many(entry, planning.most))
    return slides, starts


def _too_many(entry: Entry, most: int) -> Diagnostic:
    message = f"the deck has more than {most:,} slides with those that long ones are continued on"
    hint = "split the deck, or raise the limit with `--limit slides=N`"
    return error("too-large", message, ("slides", entry.position), hint)


def _setting(deck: Deck, facts: Facts, context: Context, name: str, findings: list[Diagnostic]) -> furniture.Setting:
    """What furniture there is; names of sections that take more than one line give way to the rule."""
    options, progress = deck.head.options, deck.head.options.progress
    if progress == "names" and not furniture.names_fit(context.sections, facts.template, facts.fonts):
        message = "the names of the sections take more than one line; the progress rule is drawn instead"
        findings.append(warning("name-too-long", message, ("options", "progress"), "give the sections shorter names"))
        progress = "bar"
    return furniture.Setting(facts.template, rich(name), progress, options.page_numbers, options.footer)


def _pointing_back(slides: list[SlidePlan], deck: Deck, words: Mapping[str, str]) -> Iterator[SlidePlan]:
    """The slides; those that go on after one with notes say where the notes are."""
    with_notes = {("slides", entry.position) for entry in deck.slides if entry.spec.notes}
    first = 0
    for at, slide in enumerate(slides):
        first = first if at and slide.path == slides[at - 1].path else at
        if first == at or slide.path not in with_notes:
            yield slide
            continue
        pointer = Para(rich(words["notes-on"].format(n=first + 1)))
        yield replace(slide, notes=(pointer, *slide.notes))


def _context(deck: Deck, facts: Facts, section_of: list[SectionInfo | None]) -> Context:
    head = deck.head
    of_kind = {entry.kind.name: entry.id for entry in reversed(deck.slides)}
    return Context(
        head.title,
        head.subtitle,
        head.author,
        head.date,
        head.lang,
        words_for(head.lang),
        facts.pictures,
        (),
        sections=tuple({one.index: one for one in section_of if one}.values()),
        sources=collect(deck.slides, head) if "sources" in of_kind else (),
        numbers={entry.id: number for number, entry in enumerate(deck.slides, 1)},
        figures=_figures(deck) if head.options.figures else {},
        agenda_id=of_kind.get("agenda"),
        sources_id=of_kind.get("sources"),
        files=facts.files,
        tables=facts.tables,
        overflow=head.options.overflow,
    )


def _figures(deck: Deck) -> Mapping[str, int]:
    """The number of every slide of kind image, in order."""
    ids = [entry.id for entry in deck.slides if entry.kind.name == "image"]
    return {id: number for number, id in enumerate(ids, 1)}


def _mentions_numbers(deck: Deck) -> bool:
    """Whether any text may print the number of a slide."""
    return deck.mentions_numbers or any(entry.kind.name == "sources" for entry in deck.slides)


def _first_numbers(entries: tuple[Entry, ...]) -> Mapping[str, int]:
    """Where numbered slides that directly follow one of their own kind and layout go on counting."""
    found: dict[str, int] = {}
    for before, entry in pairwise(entries):
        goes_on = entry.kind.counts
        if goes_on and entry.kind is before.kind and goes_on(before.spec, entry.spec):
            found[entry.id] = found.get(before.id, 1) + goes_on(before.spec, entry.spec)
    return found


def _deck_name(head: DeckHead) -> tuple[str, list[Diagnostic]]:
    """The short title at the foot: the one given, else the title up to its first colon, cut if it is long."""
    if head.name:
        return head.name, []
    name = plain(head.title).partition(":")[0].strip()
    cut = cut_name(name)
    if cut == name:
        return name, []
    message = f"the name at the foot is the title, cut to `{cut}`"
    return cut, [warning("name-cut", message, ("title",), "give the deck a short `name`")]


def _properties(head: DeckHead, created: str) -> Properties:
    return Properties(
        plain(head.title),
        plain(head.author) if head.author else "",
        plain(head.subtitle) if head.subtitle else "",
        head.lang,
        created,
    )

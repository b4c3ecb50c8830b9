"""The whole deck planned: slide after slide, until the numbers that texts mention are those the slides have."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from deckloom.plan import furniture
from deckloom.plan.sections import cut_name, find_sections, section_plans
from deckloom.plan.slides import Planning, plan_slide
from deckloom.plan.sourcing import collect
from deckloom.plan.words import words_for
from deckloom.spec.deck import Deck, DeckHead, Entry
from deckloom.values.composition import Context, SectionInfo
from deckloom.values.diagnostics import Diagnostic, Outcome, warning
from deckloom.values.facts import Facts
from deckloom.values.plan import DeckPlan, Properties, SlidePlan
from deckloom.values.text import plain, rich

ROUNDS = 4
"""Texts that mention slide numbers may grow by a digit and move slides; that settles at once in practice."""


def plan_deck(
    deck: Deck, facts: Facts, created: str, on_slide: Callable[[int, int], None] | None = None
) -> Outcome[DeckPlan]:
    """The plan of a deck. A slide that does not fit is left out of it, and its fault is in the outcome."""
    name, findings = _deck_name(deck.head)
    section_of, more = find_sections(deck.slides)
    findings += more
    context = _context(deck, facts, section_of)
    planning = Planning(deck, facts, _setting(deck, facts, context, name, findings))
    for _ in range(ROUNDS):
        found: list[Diagnostic] = []
        slides, starts = _plan_slides(planning, section_of, context, found, on_slide)
        numbers = {slide.id: number for number, slide in enumerate(slides, 1)}
        if not _mentions_numbers(deck) or numbers == context.numbers:
            break
        context = replace(context, numbers=numbers)
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
    """All slides, and where each section starts."""
    entries = planning.deck.slides
    slides: list[SlidePlan] = []
    starts: list[tuple[int, str]] = []
    first_numbers = _first_numbers(entries)
    for at, (entry, section) in enumerate(zip(entries, section_of, strict=True)):
        if section and section.slide_id == entry.id:
            starts.append((len(slides), section.name))
        if not section or section.divider or section.slide_id != entry.id:
            here = replace(
                context,
                path=("slides", entry.position),
                section=section,
                first_number=first_numbers.get(entry.id, 1),
                figure=context.figures.get(entry.id),
            )
            slides += plan_slide(entry, here, planning, findings)
        if on_slide:
            on_slide(at + 1, len(entries))
    return slides, starts


def _setting(deck: Deck, facts: Facts, context: Context, name: str, findings: list[Diagnostic]) -> furniture.Setting:
    """What furniture there is; names of sections that take more than one line give way to the rule."""
    options, progress = deck.head.options, deck.head.options.progress
    if progress == "names" and not furniture.names_fit(context.sections, facts.template, facts.fonts):
        message = "the names of the sections take more than one line; the progress rule is drawn instead"
        findings.append(warning("name-too-long", message, ("options", "progress"), "give the sections shorter names"))
        progress = "bar"
    return furniture.Setting(facts.template, rich(name), progress, options.page_numbers, options.footer)


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

"""Where the facts come from: the source line of a slide, its notes, and the list of all sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from deckloom.slide.fields import SourceRef
from deckloom.slide.kind import SlideSpec, pictures_of
from deckloom.spec.deck import DeckHead, Entry
from deckloom.values.composition import SourceEntry
from deckloom.values.text import Para, RichText, Run, plain, rich

UNSOURCED = frozenset({"title", "agenda", "section", "sources", "closing"})
"""Kinds that show no source of the deck's: they carry no evidence."""


def sources_of(spec: SlideSpec, kind: str, head: DeckHead) -> tuple[SourceRef, ...]:
    """The slide's own sources, else the deck's for slides that carry evidence."""
    if spec.source is not None:
        return spec.source
    return head.source or () if kind not in UNSOURCED else ()


def credits_of(spec: SlideSpec) -> tuple[RichText, ...]:
    """The distinct credits of a slide's pictures."""
    found = {plain(picture.credit): picture.credit for picture, _ in pictures_of(spec) if picture.credit}
    return tuple(found.values())


def collect(entries: Iterable[Entry], head: DeckHead) -> tuple[SourceEntry, ...]:
    """Every distinct source, then every distinct credit, each in order of first use, with the slides that name it."""
    sources: dict[tuple[str, str | None], tuple[RichText, list[str]]] = {}
    credits: dict[str, tuple[RichText, list[str]]] = {}
    for entry in entries:
        for source in sources_of(entry.spec, entry.kind.name, head):
            url = source.url or next((run.link for run in source.name if run.link), None)
            sources.setdefault((plain(source.name), url), (source.name, []))[1].append(entry.id)
        for credit in credits_of(entry.spec):
            credits.setdefault(plain(credit), (credit, []))[1].append(entry.id)
    found = [SourceEntry(name, url, False, tuple(ids)) for (_, url), (name, ids) in sources.items()]
    return (*found, *(SourceEntry(name, None, True, tuple(ids)) for name, ids in credits.values()))


def source_line(sources: tuple[SourceRef, ...], credits: tuple[RichText, ...], words: Mapping[str, str]) -> RichText:
    """``Source: name; name  |  Image: credit; credit``, names linked; empty when there is neither."""
    runs: list[Run] = []
    for at, source in enumerate(sources):
        runs.append(Run(f"{words['source']}: " if at == 0 else "; "))
        runs += [run._replace(link=run.link or source.url) for run in source.name]
    for at, credit in enumerate(credits):
        start = ("  |  " if runs else "") + f"{words['image']}: "
        runs += [Run("; " if at else start), *credit]
    return tuple(_joined(runs))


def numbers_by_name(entries: Iterable[SourceEntry]) -> dict[str, list[int]]:
    """The numbers that sources and credits have on the sources slide, by their words."""
    numbers: dict[str, list[int]] = {}
    for number, entry in enumerate(entries, 1):
        numbers.setdefault(plain(entry.name), []).append(number)
    return numbers


def numbered_line(
    sources: tuple[SourceRef, ...],
    credits: tuple[RichText, ...],
    listed: Mapping[str, Sequence[int]],
    sources_id: str,
    words: Mapping[str, str],
) -> RichText:
    """``Source: [1], [4]``: the numbers on the sources slide, for what is too long for one line.

    ``listed`` is what ``numbers_by_name`` makes of the sources slide.
    """
    wanted = {plain(one.name) for one in sources} | set(map(plain, credits))
    numbers = sorted(number for name in wanted for number in listed.get(name, ()))
    runs = [Run(f"{words['source']}: ")]
    for at, number in enumerate(numbers):
        runs += [Run(", ")] if at else []
        runs.append(Run(f"[{number}]", link=f"#{sources_id}"))
    return tuple(_joined(runs))


def source_notes(
    sources: tuple[SourceRef, ...], credits: tuple[RichText, ...], shown: bool, words: Mapping[str, str]
) -> tuple[Para, ...]:
    """What the notes say of the sources: the full addresses, which the slide only links; all of it if not shown."""
    added = [
        Para((Run(f"{words['source']}: {plain(one.name)}, "), Run(one.url, link=one.url))) for one in sources if one.url
    ]
    if not shown:
        added += [Para((*rich(f"{words['source']}: "), *one.name)) for one in sources if not one.url]
        added += [Para((*rich(f"{words['image']}: "), *credit)) for credit in credits]
    return tuple(added)


def _joined(runs: list[Run]) -> Iterator[Run]:
    """The runs, neighbours that look alike as one."""
    last: Run | None = None
    for run in runs:
        if last and last[1:] == run[1:]:
            last = last._replace(text=last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last

"""Everything a spec names outside itself, found once: its pictures, and its files of text."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path as FilePath
from typing import NamedTuple, TypeVar
from unicodedata import category

from deckloom.facts.fault import Fault, shown
from deckloom.facts.files import read_inside, read_real, resolve_inside, with_near_names
from deckloom.facts.images import Picture, look_at
from deckloom.facts.store import PictureStore
from deckloom.values.diagnostics import Diagnostic, warning
from deckloom.values.facts import PictureFacts
from deckloom.values.limits import Limits
from deckloom.values.span import Path

WORKERS_MOST = 8
NEAR_NAMES_MOST = 20
"""For how many missing files the names beside them are searched: a folder that moved needs no thousand guesses."""

T = TypeVar("T")
R = TypeVar("R")


class _Look(NamedTuple):
    """How many bytes were read from a file, and what they are."""

    size: int
    found: Picture | Fault


class _Known(NamedTuple):
    """What is remembered of a picture once its bytes are in the store."""

    facts: PictureFacts
    note: str


def gather_pictures(
    references: Sequence[tuple[str, Path]],
    base: FilePath,
    roots: tuple[FilePath, ...],
    limits: Limits,
    store: PictureStore,
    workers: int | None = None,
) -> tuple[dict[str, PictureFacts], tuple[Diagnostic, ...]]:
    """What is known of every picture, by its reference, and what is wrong with the others.

    ``references`` are paths relative to ``base`` as the spec writes them, each with the place that names it, in the
    order of the slides. Each file is read and looked at once, on as many threads as there are cores, and its bytes go
    into the store. Diagnostics stand in the order of first use, each at the first place that names its file. Once the
    files together are over ``all_pictures_bytes`` or ``all_pictures_pixels`` that is said, and the rest is not read.
    """
    first_use: dict[str, Path] = {}
    for reference, path in references:
        first_use.setdefault(reference, path)
    places = {reference: resolve_inside(reference, base, roots) for reference in first_use}
    files = list(dict.fromkeys(place for place in places.values() if isinstance(place, FilePath)))
    known = _look_at_all(files, base, limits, store, workers or min(_cores(), WORKERS_MOST))

    pictures: dict[str, PictureFacts] = {}
    diagnostics: list[Diagnostic] = []
    for reference, path in first_use.items():
        place = places[reference]
        found = place if isinstance(place, Fault) else known.get(place)
        if isinstance(found, Fault):
            diagnostics.append(found.at(reference, path))
        elif found:
            pictures[reference] = found.facts
            if found.note:
                diagnostics.append(warning("picture-unreadable", f"`{shown(reference)}` {found.note}", path))
    return pictures, tuple(diagnostics)


def gather_texts(
    references: Sequence[tuple[str, Path]], base: FilePath, roots: tuple[FilePath, ...], limits: Limits
) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The text of every file, by its reference, and what is wrong with the others; each is named at its first place."""
    texts: dict[str, str] = {}
    diagnostics: dict[str, Diagnostic] = {}
    for reference, path in references:
        if reference in texts or reference in diagnostics:
            continue
        found = _text(read_inside(reference, base, roots, limits.text, "text"))
        if isinstance(found, Fault):
            diagnostics[reference] = found.at(reference, path)
        else:
            texts[reference] = found
    return texts, tuple(diagnostics.values())


def _text(data: bytes | Fault) -> str | Fault:
    """The bytes as text; a Fault for what is not UTF-8 or cannot be stored in a presentation."""
    if isinstance(data, Fault):
        return data._replace(slug="too-large") if data.slug == "picture-too-large" else data
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return Fault("not-utf8", "is not UTF-8 text", ("save it as UTF-8",))
    strange = next((one for one in text if category(one) in ("Cc", "Cs", "Cn") and one not in "\t\n"), None)
    if strange:
        return Fault("bad-character", f"holds the character U+{ord(strange):04X}", ("delete it",))
    return text


def _look_at_all(
    files: list[FilePath], base: FilePath, limits: Limits, store: PictureStore, threads: int
) -> dict[FilePath, _Known | Fault]:
    """What each file is. At most twice as many pictures as threads are in memory at any time."""
    known: dict[FilePath, _Known | Fault] = {}
    total = pixels = guesses = 0
    with ThreadPoolExecutor(threads, "pictures") as pool:
        for file, look in _in_order(pool, lambda file: _look(file, limits), files, 2 * threads):
            total += look.size
            pixels += look.found.decoded if isinstance(look.found, Picture) else 0
            if total > limits.all_pictures_bytes:
                known[file] = _over_total("bytes", limits.all_pictures_bytes)
                break
            if pixels > limits.all_pictures_pixels:
                known[file] = _over_total("pixels", limits.all_pictures_pixels)
                break
            if isinstance(look.found, Picture):
                store.put(look.found.facts.digest, look.found.data)
                known[file] = _Known(look.found.facts, look.found.note)
            elif look.found.slug == "file-missing" and guesses < NEAR_NAMES_MOST:
                guesses += 1
                known[file] = with_near_names(look.found, file, base)
            else:
                known[file] = look.found
    return known


def _look(file: FilePath, limits: Limits) -> _Look:
    data = read_real(file, limits.picture_bytes)
    return _Look(0, data) if isinstance(data, Fault) else _Look(len(data), look_at(data, limits))


def _over_total(unit: str, limit: int) -> Fault:
    return Fault(
        "picture-too-large",
        f"brings the pictures of the deck over the limit of {limit:,} {unit} together; those after it were not read",
        (f"use smaller pictures, or raise the limit with `--limit all_pictures_{unit}=N`",),
    )


def _in_order(
    pool: ThreadPoolExecutor, work: Callable[[T], R], items: Sequence[T], ahead: int
) -> Iterator[tuple[T, R]]:
    """Each item with its result, in the items' order; at most ``ahead`` of them are begun and not yet taken."""
    begun: deque[tuple[T, Future[R]]] = deque()
    for item in items:
        begun.append((item, pool.submit(work, item)))
        if len(begun) == ahead:
            first, future = begun.popleft()
            yield first, future.result()
    for first, future in begun:
        yield first, future.result()


def _cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

"""Ids of slides, and whether links reach them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.spelling import did_you_mean
from deckloom.values.text import Para, Run

GUESSES_MOST = 10
"""For how many links near ids are looked for: comparing all with all ids would take hours in a large deck."""
SLUG_MOST = 1_000
"""How many characters of a text make its id: a pile of combining marks takes the square of its length to be ordered."""
_GAP = re.compile(r"[\W_]+")


def slug(text: str) -> str:
    """The text as an id: NFKC, lower case, letters and digits of any script, other runs as one hyphen."""
    text = text[:SLUG_MOST]
    return _GAP.sub("-", unicodedata.normalize("NFKC", text).lower()).strip("-")


def unique_ids(wanted: Sequence[tuple[str | None, str]]) -> tuple[list[str], list[int]]:
    """Each slide's id from (given id or None, title); and the positions whose given id was taken already.

    A title's slug that is empty or taken becomes ``slide-N``, N counted from 1.
    """
    given = {one for one, _ in wanted if one}
    taken: set[str] = set()
    ids, doubles = [], []
    for at, (id, title) in enumerate(wanted):
        if id in taken:
            doubles.append(at)
        made = id or slug(title)
        if not id and (not made or made in taken or made in given):
            made = f"slide-{at + 1}"
        taken.add(made)
        ids.append(made)
    return ids, doubles


def jumps(value: object) -> Iterator[str]:
    """The ids that a field's value links to."""
    if isinstance(value, Run):
        if value.link and value.link.startswith("#"):
            yield value.link[1:]
    elif isinstance(value, Para):
        yield from jumps(value.runs)
    elif isinstance(value, tuple | BaseModel):
        for one in value.__dict__.values() if isinstance(value, BaseModel) else value:
            yield from jumps(one)
    elif isinstance(value, BaseModel):
        for one in value.__dict__.values():
            yield from jumps(one)


def link_faults(slide: BaseModel, position: int, known: frozenset[str], guesses: int) -> list[Diagnostic]:
    """Links of one slide to ids that no slide has; near ids are looked for as often as ``guesses`` says."""
    wrong = [(name, id) for name, value in slide.__dict__.items() for id in jumps(value) if id not in known]
    return [
        error(
            "unknown-target",
            f"no slide has the id `{id}`",
            ("slides", position, name),
            did_you_mean(id, known, "ids") if at < guesses else "write the id of a slide",
        )
        for at, (name, id) in enumerate(wrong)
    ]

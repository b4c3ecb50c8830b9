"""S22: children in schema order. A sequence of children is judged once; the verdict is kept."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from deckloom.verify import schema
from deckloom.verify.names import DRAWN, MC, A, C, P, R, local
from deckloom.verify.rules import element_rule, tree_rule


class Place(NamedTuple):
    """Where a child stands among its siblings, and whether more than one may stand there."""

    rank: int
    many: bool


class Content(NamedTuple):
    """What an element may hold."""

    places: dict[str, Place]
    required: tuple[tuple[str, ...], ...]


def _read(text: str, own: str) -> Content:
    places: dict[str, Place] = {}
    required = []
    for rank, word in enumerate(text.split()):
        tags = tuple(_tag(one, own) for one in word.strip("*!").split("|"))
        places.update(dict.fromkeys(tags, Place(rank, "*" in word)))
        if "!" in word:
            required.append(tags)
    return Content(places, tuple(required))


def _tag(name: str, own: str) -> str:
    return A + name[2:] if name.startswith("a:") else own + name


def _tables() -> Iterator[tuple[str, Content]]:
    for own, table in ((P, schema.PRESENTATION), (A, schema.DRAWING), (C, schema.CHART)):
        for names, text in table.items():
            for name in names.split():
                yield own + name, _read(text, own)


_LETTERS = etree.XPath(".//text()[normalize-space()]")
_CHART = C + "chart"
CONTENTS: dict[str, Content] = dict(_tables())


@element_rule("S22", "open", *CONTENTS)
def children_stand_in_schema_order(element: Element) -> Iterator[str]:
    """Child elements are the schema's, in its order, and none that it requires is missing."""
    if element.tag == _CHART and element.get(R + "id"):
        return  # on a slide, the same name only points at the chart's part
    yield from _faults(element.tag, tuple([child.tag for child in element]))


@tree_rule("S22", "open", *DRAWN, "presentation", "chart")
def no_letters_stand_between(root: Element) -> Iterator[str]:
    """No letters stand between elements."""
    # lxml's types speak of every result that an XPath can have; this one gives texts that know their element.
    found: list[Any] = _LETTERS(root)  # type: ignore[assignment]
    for text in found:
        around = text.getparent().getparent() if text.is_tail else text.getparent()
        if around is not None and around.tag in CONTENTS:
            yield f"letters stand in `{local(around.tag)}`: `{text.strip()[:40]}`"


@lru_cache(maxsize=20_000)
def _faults(tag: str, tags: tuple[object, ...]) -> tuple[str, ...]:
    children = tuple([one for one in tags if isinstance(one, str)])  # not comments
    if len(children) > 1_000:  # a list of one kind: its distinct neighbours say as much
        children = tuple(one for at, one in enumerate(children) if at == 0 or children[at - 1] != one)
    return tuple(_judge(local(tag), CONTENTS[tag], children))


def _judge(name: str, content: Content, children: tuple[str, ...]) -> Iterator[str]:
    latest, before = -1, ""
    opaque = False
    for child in children:
        place = content.places.get(child)
        if place is None:
            opaque = opaque or not child.startswith((P, A, C))
            if child.startswith((P, A, C)):
                yield f"`{local(child)}` does not belong in `{name}`"
            continue
        if place.rank < latest:
            yield f"`{local(child)}` stands after `{before}` in `{name}`"
        elif place.rank == latest and not place.many:
            yield f"`{local(child)}` follows `{before}` in `{name}`, which takes one of them"
        latest, before = max(place.rank, latest), local(child)
    present = set(children)
    for tags in content.required:
        if not present.intersection(tags) and not (opaque and MC + "AlternateContent" in present):
            yield f"`{name}` lacks `{local(tags[0])}`"

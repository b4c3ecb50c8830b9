"""Boxes and arrows: what leads to what."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from deckloom.slide.fields import Plain, Text
from deckloom.slide.items import LEAD_FIELDS, Item, Lead, counted, leads_reader, leads_schema
from deckloom.slide.kind import Checking, SlideKind, SlideSpec
from deckloom.values.composition import Composition, Context, FlowBox, FlowLink, FlowPart, TextPart
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.spelling import did_you_mean
from deckloom.values.text import Para, plain

LEAST, MOST = 2, 8
LINKS_MOST = 12
FIELDS = {**LEAD_FIELDS, "id": "What a link calls the item."}

Items = Annotated[
    tuple[Lead, ...],
    PlainValidator(leads_reader(LEAST, MOST, FIELDS)),
    WithJsonSchema(leads_schema(LEAST, MOST, FIELDS)),
]


class Link(Item):
    """An arrow between two items."""

    noun: ClassVar[str] = "a link"

    start: Plain = Field(alias="from", description="The item it comes from: its id, or its lead.")
    end: Plain = Field(alias="to", description="The item it leads to.")
    label: Text | None = Field(None, description="A word or two at the arrow.")


class FlowSlide(SlideSpec):
    """Without `links` each item leads to the next. A link names an item by its `id`, or by its lead where that is
    shorter."""

    kind: Literal["flow"]
    items: Items = Field(description="Two to eight boxes, each a lead with or without detail.")
    links: Annotated[tuple[Link, ...], BeforeValidator(counted(1, LINKS_MOST))] | None = Field(
        None, description="The arrows, where they do not just lead from each item to the next."
    )


def compose(slide: FlowSlide, context: Context) -> tuple[Composition, ...]:
    """The boxes with their arrows; its alternative text says each arrow."""
    path = (*context.path, "items")
    boxes = tuple(FlowBox(item.lead, item.detail, (*path, at)) for at, item in enumerate(slide.items))
    links = tuple(_links(slide, context))
    parts = (
        TextPart("title", (Para(slide.title),), (*context.path, "title"), "title"),
        FlowPart(boxes, links, f"{plain(slide.title)}: {_said(boxes, links)}", path),
    )
    return (Composition(("Flow", "Title Only"), parts),)


def _links(slide: FlowSlide, context: Context) -> Iterator[FlowLink]:
    if slide.links is None:
        for at in range(len(slide.items) - 1):
            yield FlowLink(at, at + 1, None, (*context.path, "items", at))
        return
    known = _known(slide)
    for at, link in enumerate(slide.links):
        start, end = known.get(link.start.casefold()), known.get(link.end.casefold())
        if start is not None and end is not None and start != end:
            yield FlowLink(start, end, link.label, (*context.path, "links", at))


def _known(slide: FlowSlide) -> dict[str, int]:
    """The items' positions by what a link may call them; an id comes before a lead."""
    leads = {plain(item.lead).casefold(): at for at, item in enumerate(slide.items)}
    return leads | {item.id.casefold(): at for at, item in enumerate(slide.items) if item.id}


def _said(boxes: tuple[FlowBox, ...], links: tuple[FlowLink, ...]) -> str:
    """``A → B → C``; where the arrows branch, each by itself with its label."""
    names = [plain(box.lead) for box in boxes]
    if [(one.start, one.end, one.label) for one in links] == [(at, at + 1, None) for at in range(len(boxes) - 1)]:
        return " → ".join(names)
    labels = [f" ({plain(one.label)})" if one.label else "" for one in links]
    return "; ".join(f"{names[one.start]} → {names[one.end]}{label}" for one, label in zip(links, labels, strict=True))


def links_rule(slide: FlowSlide, checking: Checking) -> tuple[Diagnostic, ...]:
    """Every link joins two items, and no two items share an id."""
    return (*_doubles(slide, checking), *_lost(slide, checking))


def _doubles(slide: FlowSlide, checking: Checking) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for at, item in enumerate(slide.items):
        if item.id and item.id.casefold() in seen:
            path = (*checking.path, "items", at, "id")
            yield error("duplicate-id", f"another item has the id `{item.id}` already", path, "give another id")
        seen.add((item.id or "").casefold())


def _lost(slide: FlowSlide, checking: Checking) -> Iterator[Diagnostic]:
    known = _known(slide)
    names = [item.id or plain(item.lead) for item in slide.items]
    for at, link in enumerate(slide.links or ()):
        path = (*checking.path, "links", at)
        for name, target in (("from", link.start), ("to", link.end)):
            if target.casefold() not in known:
                hint = did_you_mean(target, names, "items")
                yield error("unknown-target", f"no item is called `{target}`", (*path, name), hint)
        if link.start.casefold() == link.end.casefold():
            yield error("bad-value", "a link joins two different items", path, "name another item")


KIND = SlideKind(
    name="flow",
    spec=FlowSlide,
    compose=compose,
    rules=(links_rule,),
    example="""\
- kind: flow
  title: An invoice passes two checks before it is paid
  items:
    - Received
    - {lead: Matched, detail: Against the order}
    - {lead: Approved, detail: By the budget's owner}
    - Paid
    - {lead: Returned, detail: To the supplier}
  links:
    - {from: Received, to: Matched}
    - {from: Matched, to: Approved, label: fits}
    - {from: Matched, to: Returned, label: differs}
    - {from: Approved, to: Paid}
""",
)

"""What the plan promised, read back from the bytes: order, words, notes, alt texts, links, pictures, sections."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import Final
from urllib.parse import unquote

from lxml.etree import _Element as Element

from deckloom.values.facts import DRAWN
from deckloom.values.plan import (
    ChartItem,
    DeckPlan,
    DrawingItem,
    GroupItem,
    Item,
    MissingItem,
    NumberItem,
    PictureItem,
    SlidePlan,
    TableItem,
    TextItem,
)
from deckloom.values.text import Para, RichText, plain
from deckloom.verify.chart_values import ChartPromises
from deckloom.verify.content import Content, Shape
from deckloom.verify.names import DC, P14, P, R
from deckloom.verify.package import NO_RELATIONSHIPS, Package
from deckloom.verify.rules import Finding, declared

_TITLES: Final = frozenset({"title", "ctrTitle"})


class Promises:
    """Gathers what a package holds while it is read, and judges it by the plan.

    ``begin`` when the backbone is known, ``slide``, ``notes``, ``media`` and ``properties`` as parts are read, in any
    order, ``end`` at last.
    """

    def __init__(self, plan: DeckPlan) -> None:
        self._plan = plan
        self._package = Package()
        self._slides: list[str] = []
        self._plans: dict[str, SlidePlan] = {}
        self._by_id: dict[str, str] = {}
        self._digests: dict[str, str] = {}
        self._pictures: list[tuple[str, str, str]] = []
        self._charts = ChartPromises()
        self._read: set[str] = set()
        self._noted: dict[str, SlidePlan] = {}
        self._found: list[Finding] = []

    def begin(self, package: Package) -> None:
        """Find out which part is which slide."""
        self._package = package
        root = package.trees.get(package.presentation)
        ids = [] if root is None else [one.get(R + "id", "") for one in root.findall(f"{P}sldIdLst/{P}sldId")]
        rels = package.rels.get(package.presentation, NO_RELATIONSHIPS)
        self._slides = [rels[one].target for one in ids if one in rels]
        self._plans = dict(zip(self._slides, self._plan.slides, strict=False))
        self._by_id = {plan.id: name for name, plan in self._plans.items()}
        for name, plan in self._plans.items():
            for one in package.rels.get(name, NO_RELATIONSHIPS).values():
                if one.kind == "notesSlide":
                    self._noted[one.target] = plan
        if len(self._slides) != len(self._plan.slides):
            self._say("C01", package.presentation, f"{len(self._slides)} slides of {len(self._plan.slides)}")
        if root is not None:
            self._add("C10", package.presentation, sections_are_kept(root, self._plan))

    def slide(self, name: str, content: Content) -> None:
        """A slide as it reads."""
        plan = self._plans.get(name)
        if plan is None or name in self._read:
            return
        self._read.add(name)
        self._add("C01", name, slides_are_in_order(content, plan))
        self._add("C01", name, self._layout_is_kept(name, plan))
        self._add("C02", name, titles_are_kept(content, plan))
        self._add("C15", name, clicks_are_kept(content, plan, self._plan.fades))
        holders = {one.frame.placeholder: one for one in content.shapes if one.frame.placeholder}
        drawn = {one.frame.name: one for one in content.shapes if not one.frame.placeholder}
        groups = iter([one for one in content.shapes if one.frame.kind == "grpSp"])
        for item in plan.items:
            if isinstance(item, GroupItem):
                self._add("C05", name, group_is_kept(next(groups, None), item))
                continue
            if isinstance(item, DrawingItem):
                self._add("C05", name, group_is_kept(next(groups, None), item))
                self._drawing(name, item, drawn)
                continue
            if isinstance(item, MissingItem):
                self._add("C03", name, missing_is_told(drawn.get(item.name), item))
                continue
            key = (item.slot.type or "obj", str(item.slot.idx))
            shape = drawn.get(item.slot.name) if item.slot.idx == DRAWN else holders.pop(key, None)
            if shape is None:
                self._say("C09", name, f"the placeholder {key[0]} {key[1]} (`{item.slot.name}`) is missing")
                continue
            self._item(name, item, shape)
        self._add("C08", name, (placeholders_are_filled(one) for one in holders.values()))

    def _drawing(self, name: str, item: DrawingItem, drawn: Mapping[str, Shape]) -> None:
        texts = (*item.shapes, *item.labels)
        for text in texts:
            shape = drawn.get(text.name)
            if shape is None:
                self._say("C14", name, drawings_are_kept(text.name))
                continue
            self._add("C03", name, words_are_kept(shape, text.paras))
            self._add("C06", name, self._links_are_kept(name, shape, text.paras))
        for line in item.connectors:
            ends = (texts[line.start.shape].name, texts[line.end.shape].name)
            if line.name not in drawn or drawn[line.name].frame.joins != ends:
                self._say("C14", name, drawings_are_kept(f"{line.name} from {ends[0]} to {ends[1]}"))

    def _item(self, name: str, item: TextItem | PictureItem | NumberItem | ChartItem | TableItem, shape: Shape) -> None:
        own = isinstance(item, PictureItem | ChartItem | TableItem) or not item.inherit
        self._add("C09", name, places_are_kept(shape, own))
        if isinstance(item, TableItem):
            cells = tuple(Para(cell.text) for row in item.rows for cell in row.cells)
            self._add("C03", name, words_are_kept(shape, cells))
            self._add("C06", name, self._links_are_kept(name, shape, cells))
            self._add("C13", name, frames_say_what_they_show(shape, item.alt))
            return
        if isinstance(item, ChartItem):
            target = self._package.rels.get(name, NO_RELATIONSHIPS).get(shape.frame.chart)
            self._charts.promise(name, target.target if target else "", item)
            self._add("C13", name, frames_say_what_they_show(shape, item.alt))
            return
        if isinstance(item, NumberItem):
            if not any(one.field == "slidenum" for one in shape.words):
                self._say("C03", name, "the slide number is no field")
            return
        if isinstance(item, PictureItem):
            self._pictures.append((name, shape.frame.picture, item.picture.digest))
            self._add("C05", name, alt_texts_are_kept(shape, item))
        else:
            self._add("C03", name, words_are_kept(shape, item.paras))
            self._add("C06", name, self._links_are_kept(name, shape, item.paras))

    def notes(self, name: str, content: Content) -> None:
        """A notes page as it reads."""
        plan = self._noted.pop(name, None)
        if plan is None:
            return
        body = next(
            (one for one in content.shapes if one.frame.placeholder and one.frame.placeholder[0] == "body"), None
        )
        if body is None:
            self._say("C04", name, "no notes")
            return
        self._add("C04", name, notes_are_kept(body, plan))
        self._read.add(plan.id + "\n")
        outside = tuple(
            Para(tuple(run if not (run.link or "").startswith("#") else run._replace(link=None) for run in para.runs))
            for para in plan.notes
        )
        self._add("C06", name, self._links_are_kept(name, body, outside))

    def media(self, name: str, data: bytes) -> None:
        """A picture's bytes."""
        self._digests[name] = sha256(data).hexdigest()

    def chart(self, name: str, root: Element) -> None:
        """A chart as it reads."""
        self._charts.read(name, root)

    def properties(self, name: str, root: Element) -> None:
        """The core properties."""
        wanted = self._plan.properties
        for tag, value in ((DC + "title", wanted.title), (DC + "creator", wanted.author)):
            if (root.findtext(tag) or "") != value:
                self._say("C11", name, properties_are_kept(tag.rpartition("}")[2], value, root.findtext(tag) or ""))

    def end(self) -> tuple[Finding, ...]:
        """The promises that are not kept."""
        for name, id_, digest in self._pictures:
            self._add("C07", name, self._pictures_are_kept(name, id_, digest))
        for name, message in self._charts.broken():
            self._say("C12", name, message)
        for name, plan in self._plans.items():
            if name not in self._read:
                self._say("C01", name, f"the slide `{plan.id}` cannot be read")
            if plan.notes and plan.id + "\n" not in self._read:
                self._say("C04", name, "its notes are missing")
        return tuple(self._found)

    def _layout_is_kept(self, name: str, plan: SlidePlan) -> Iterator[str]:
        rels = self._package.rels.get(name, NO_RELATIONSHIPS).values()
        layout = next((one.target for one in rels if one.kind == "slideLayout"), "none")
        if layout != plan.layout_part.lstrip("/"):
            yield f"the layout `{layout}` instead of `{plan.layout_part}`"

    @declared("C06", "reader")
    def _links_are_kept(self, name: str, shape: Shape, paras: tuple[Para, ...]) -> Iterator[str]:
        """Every link stands on the letters that have it, and leads where it should."""
        wanted = [link for para in paras for link in _links(para.runs)]
        led = [link for one in shape.words for link in one.links]
        rels = self._package.rels.get(name, NO_RELATIONSHIPS)
        found = [(letters, unquote(rels[id_].target) if id_ in rels else "") for letters, id_ in led]
        for (letters, link), (there, target) in zip(wanted, found, strict=False):
            goal = self._by_id.get(link[1:], "") if link.startswith("#") else unquote(link)
            if (letters, goal) != (there, target):
                yield f"`{there[:80]}` leads to `{target[:120]}`, not `{letters[:80]}` to `{link[:120]}`"
        if len(wanted) != len(found):
            yield f"{len(found)} links of {len(wanted)} in `{shape.frame.name}`"

    @declared("C07", "reader")
    def _pictures_are_kept(self, name: str, id_: str, digest: str) -> Iterator[str]:
        """Every picture's stored bytes are those that were planned."""
        target = self._package.rels.get(name, NO_RELATIONSHIPS).get(id_)
        stored = self._digests.get(target.target, "") if target else ""
        if stored != digest:
            yield f"a picture with the digest {stored[:12] or 'of nothing'} instead of {digest[:12]}"

    def _add(self, number: str, part: str, messages: Iterator[str]) -> None:
        for message in messages:
            self._say(number, part, message)

    def _say(self, number: str, part: str, message: str) -> None:
        self._found.append(Finding(number, "reader", part, message))


def _links(runs: RichText) -> list[tuple[str, str]]:
    """The links of a text with their letters; runs side by side that share a link are one."""
    if len(runs) == 1:
        return [(runs[0].text, runs[0].link)] if runs[0].link else []
    shared = groupby(runs, attrgetter("link"))
    return [("".join([run.text for run in group]), link) for link, group in shared if link]


@declared("C01", "reader")
def slides_are_in_order(content: Content, plan: SlidePlan) -> Iterator[str]:
    """The slides are those of the plan, in its order, each with its id as its name, its layout and its visibility."""
    if content.name != plan.id:
        yield f"the slide is `{content.name}` instead of `{plan.id}`"
    if content.hidden != plan.hidden:
        yield "the slide is hidden" if content.hidden else "the slide is not hidden"


@declared("C02", "reader")
def titles_are_kept(content: Content, plan: SlidePlan) -> Iterator[str]:
    """Every title stands in its slide's title placeholder, letter for letter."""
    for shape in content.shapes:
        if shape.frame.placeholder and shape.frame.placeholder[0] in _TITLES:
            title = "\n".join([one.text for one in shape.words])
            if title != plan.title:
                yield _differs("the title", plan.title, title)


@declared("C03", "reader")
def words_are_kept(shape: Shape, paras: tuple[Para, ...]) -> Iterator[str]:
    """Every text of the plan stands in its placeholder, letter for letter."""
    wanted = [plain(para.runs) for para in paras] or [""]
    found = [one.text for one in shape.words]
    if wanted != found:
        yield _differs(f"the text of `{shape.frame.name}`", "\n".join(wanted), "\n".join(found))


@declared("C04", "reader")
def notes_are_kept(body: Shape, plan: SlidePlan) -> Iterator[str]:
    """Every slide with notes has a notes page that says them letter for letter, and no other slide has one."""
    wanted = [plain(para.runs) for para in plan.notes]
    found = [one.text for one in body.words]
    if wanted != found:
        yield _differs("the notes", "\n".join(wanted), "\n".join(found))


@declared("C05", "reader")
def alt_texts_are_kept(shape: Shape, item: PictureItem) -> Iterator[str]:
    """Every picture and drawn group has its alt text, or is marked as decorative."""
    wanted = "" if item.decorative else item.alt
    if shape.alt != wanted:
        yield _differs(f"the alt text of `{shape.frame.name}`", wanted, shape.alt)
    if shape.frame.decorative != item.decorative:
        yield f"`{shape.frame.name}` is {'' if shape.frame.decorative else 'not '}marked as decorative"


def missing_is_told(shape: Shape | None, item: MissingItem) -> Iterator[str]:
    """A draft's box says which picture is missing."""
    if shape is None or item.ref not in shape.alt:
        yield f"nothing says that `{item.ref}` is missing"


@declared("C13", "reader")
def frames_say_what_they_show(shape: Shape, alt: str) -> Iterator[str]:
    """Every chart and table has its alt text."""
    if shape.alt != alt:
        yield _differs(f"the alt text of `{shape.frame.name}`", alt, shape.alt)


def group_is_kept(shape: Shape | None, item: GroupItem | DrawingItem) -> Iterator[str]:
    """The drawn group is there with its name and alt text."""
    if shape is None or shape.frame.name != item.name:
        yield f"the group `{item.name}` is missing"
    elif shape.alt != item.alt:
        yield _differs(f"the alt text of `{item.name}`", item.alt, shape.alt)


@declared("C08", "reader")
def placeholders_are_filled(shape: Shape) -> str:
    """No placeholder is left that the plan does not fill."""
    return f"the placeholder `{shape.frame.name}` is not in the plan"


@declared("C09", "reader")
def places_are_kept(shape: Shape, own: bool) -> Iterator[str]:
    """Every placeholder of the plan is there, with type and index of its layout's and a place of its own."""
    if own and not shape.frame.placed:
        yield f"`{shape.frame.name}` has no place of its own"


@declared("C10", "reader")
def sections_are_kept(root: Element, plan: DeckPlan) -> Iterator[str]:
    """The sections are those of the plan, by name and length."""
    found = [(one.get("name", ""), sum(1 for _ in one.iter(P14 + "sldId"))) for one in root.iter(P14 + "section")]
    if found != [(one.name, one.end - one.start) for one in plan.sections]:
        yield "the sections are not those of the plan"


@declared("C11", "reader")
def properties_are_kept(name: str, wanted: str, found: str) -> str:
    """The deck's title and author are in its properties."""
    return _differs(f"the {name}", wanted, found)


@declared("C14", "reader")
def drawings_are_kept(what: str) -> str:
    """Every box of a drawing is there, and every arrow, fastened to the boxes that it joins"""
    return f"`{what}` is missing"


@declared("C15", "reader")
def clicks_are_kept(content: Content, plan: SlidePlan, fades: bool) -> Iterator[str]:
    """What waits for a click is what the plan says, in its order, and slides fade in only where it does"""
    wanted = tuple(
        tuple((_named(plan.items[one.item]), "" if one.para is None else str(one.para)) for one in step)
        for step in plan.clicks
    )
    if content.clicks != wanted:
        yield f"{len(content.clicks)} clicks that are not the {len(wanted)} planned"
    if content.fades != fades:
        yield "the slide fades in" if content.fades else "the slide does not fade in"


def _named(item: Item) -> str:
    return item.slot.name if isinstance(item, TextItem) else ""


def _differs(what: str, wanted: str, found: str) -> str:
    """A message that shows the first letters that differ, and some before them."""
    at = next((at for at, (one, two) in enumerate(zip(wanted, found, strict=False)) if one != two), None)
    start = max(0, (min(len(wanted), len(found)) if at is None else at) - 20)
    return f"{what} reads `{found[start : start + 60]!s}` instead of `{wanted[start : start + 60]!s}`"

"""Nodes in, deck out: every slide on its own, so that one fault hides no other."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from deckloom.kinds import all_kinds
from deckloom.kinds.section import SectionSlide
from deckloom.slide.kind import Checking, SlideKind, SlideSpec, field_names
from deckloom.source.nodes import Mapping, Node, Scalar, Sequence, to_plain
from deckloom.spec import faults, ids
from deckloom.spec.deck import LANGUAGE_VERSION, Deck, DeckHead, Entry
from deckloom.values.diagnostics import Diagnostic, Outcome, error
from deckloom.values.limits import Limits
from deckloom.values.span import Path
from deckloom.values.spelling import did_you_mean
from deckloom.values.text import plain

RESERVED = {"vars", "include"}


def validate(root: Node, limits: Limits, draft: bool = False) -> Outcome[Deck]:
    """The deck of a spec's nodes. A slide with a fault is left out; None only where there is no deck."""
    if not isinstance(root, Mapping):
        return Outcome(None, (error("wrong-type", "a spec is a mapping that begins with `deckloom: 1`"),))
    head, found = _head(root, limits)
    nodes = _slide_nodes(root, limits, found)
    entries = [one for one in (_slide(node, at, limits, draft, found) for at, node in nodes) if one]
    named = _with_ids(entries, found)
    jumps = _any_jumps(root)
    if jumps:
        known = frozenset(one.id for one in named if _has_page(one)) | _ids_set_aside(root, named)
        for one in named:
            found += ids.link_faults(one.spec, one.position, known)
    found = [one for one in found if not _empty_scalar(root, one.path)]
    return Outcome(Deck(head, tuple(named), jumps), tuple(found))


def _head(root: Mapping, limits: Limits) -> tuple[DeckHead, list[Diagnostic]]:
    """The head; where it has faults, what is whole of it."""
    pairs = zip(root.keys, root.values, strict=True)
    fields = {key.text: to_plain(node) for key, node in pairs if key.text != "slides"}
    found = [
        error("reserved", f"`{key}` is reserved for a later version", (key,), "delete it", on_key=True)
        for key in RESERVED & fields.keys()
    ]
    fields = {key: value for key, value in fields.items() if key not in RESERVED}
    context = {"limits": limits}
    try:
        return DeckHead.model_validate(fields, context=context), found
    except ValidationError as fault:
        found += faults.diagnostics_of(fault, (), [*DeckHead.model_fields, "slides"], "the deck")
        faulty = {str(row["loc"][0]) for row in fault.errors()}
    # The slides are looked at all the same, so the faulty keys are set aside and the required ones made up.
    whole: dict[str, Any] = {"deckloom": LANGUAGE_VERSION, "title": "Untitled"}
    whole |= {key: value for key, value in fields.items() if key not in faulty}
    return DeckHead.model_validate(whole, context=context), found


def _slide_nodes(root: Mapping, limits: Limits, found: list[Diagnostic]) -> Iterator[tuple[int, Node]]:
    node = _child(root, "slides")
    if node is None:
        found.append(error("missing-field", "the deck needs `slides`", ("slides",), "add `slides:` and a list"))
    elif not isinstance(node, Sequence):
        found.append(error("wrong-type", "`slides` takes a list", ("slides",), "begin each slide with `- kind:`"))
    elif not node.items:
        found.append(error("too-many", "`slides` is empty", ("slides",), "add a slide"))
    elif len(node.items) > limits.slides:
        message = f"the deck has {len(node.items):,} slides, the limit is {limits.slides:,}"
        found.append(error("too-large", message, ("slides",), f"raise it with `--limit slides={len(node.items)}`"))
    else:
        yield from enumerate(node.items)


def _slide(node: Node, at: int, limits: Limits, draft: bool, found: list[Diagnostic]) -> Entry | None:
    """The slide at a position, or None with what is wrong with it."""
    path: Path = ("slides", at)
    if not isinstance(node, Mapping):
        found.append(error("wrong-type", "a slide is a mapping", path, "begin it with `- kind:`"))
        return None
    fields = to_plain(node)
    assert isinstance(fields, dict)
    kind = _kind(fields, path, found)
    if kind is None:
        return None
    try:
        spec = kind.spec.model_validate(fields, context={"limits": limits})
    except ValidationError as fault:
        found += faults.diagnostics_of(fault, path, field_names(kind.spec), _a_slide(kind.name))
        return None
    found += _own_findings(kind, spec, Checking(path, draft))
    return Entry(at, kind, spec, spec.id or "")


def _a_slide(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeio' else 'a'} `{kind}` slide"


def _kind(fields: dict[str, Any], path: Path, found: list[Diagnostic]) -> SlideKind | None:
    kinds, name = all_kinds(), fields.get("kind")
    if name is None:
        if "include" in fields:
            found.append(error("reserved", "`include` is reserved for a later version", path, "write the slides here"))
        else:
            found.append(error("missing-kind", "the slide does not say its `kind`", path, _fitting_kinds(fields)))
        return None
    if isinstance(name, str) and name in kinds:
        return kinds[name]
    shown = name if isinstance(name, str) else "this"
    hint = did_you_mean(shown, kinds, "kinds")
    found.append(error("unknown-kind", f"`{shown}` is not a slide kind", (*path, "kind"), hint))
    return None


def _fitting_kinds(fields: dict[str, Any]) -> str:
    """The kind that all of the fields fit, or all kinds."""
    kinds = all_kinds()
    fits = [name for name, kind in kinds.items() if fields.keys() <= {*field_names(kind.spec)}]
    return f"add `kind: {fits[0]}`" if len(fits) == 1 else f"add `kind:` with one of {', '.join(fits or kinds)}"


def _own_findings(kind: SlideKind, spec: SlideSpec, checking: Checking) -> Iterator[Diagnostic]:
    for rule in kind.rules:
        yield from rule(spec, checking)
    if spec.build == "items" and not kind.builds:
        message = f"{_a_slide(kind.name)} has nothing that appears one by one"
        yield error("bad-value", message, (*checking.path, "build"), "delete it")
    if spec.notes:
        yield from faults.notes_warnings(spec.notes.problems, (*checking.path, "notes"))


def _with_ids(entries: list[Entry], found: list[Diagnostic]) -> list[Entry]:
    """The slides with their ids; an id that another slide has is a fault."""
    made, doubles = ids.unique_ids([(one.spec.id, plain(one.spec.title) if one.spec.title else "") for one in entries])
    for at in doubles:
        first = entries[made.index(made[at])].position + 1
        path = ("slides", entries[at].position, "id")
        found.append(error("duplicate-id", f"slide {first} has the id `{made[at]}` already", path, "give another id"))
    return [Entry(one.position, one.kind, one.spec, id) for one, id in zip(entries, made, strict=True)]


def _has_page(entry: Entry) -> bool:
    """Whether there is a slide to jump to: a section may do without its divider."""
    return not isinstance(entry.spec, SectionSlide) or entry.spec.divider


def _ids_set_aside(root: Mapping, named: list[Entry]) -> set[str]:
    """The ids that slides with faults would have: a link to one of them is no second fault."""
    whole = {one.position for one in named}
    nodes = _child(root, "slides")
    aside = [node for at, node in enumerate(nodes.items) if at not in whole] if isinstance(nodes, Sequence) else []
    texts = [(_child(node, "id"), _child(node, "title")) for node in aside]
    given = {node.text for node, _ in texts if isinstance(node, Scalar)}
    return given | {ids.slug(node.text) for _, node in texts if isinstance(node, Scalar)}


def _any_jumps(node: Node) -> bool:
    """Whether any text may hold a jump to a slide: most specs have none, and then no text is searched."""
    if isinstance(node, Scalar):
        return "](#" in node.text
    children = node.values if isinstance(node, Mapping) else node.items if isinstance(node, Sequence) else ()
    return any(map(_any_jumps, children))


def _empty_scalar(root: Node, path: Path) -> bool:
    """Whether the value at the path is a key without a value, which the reader has reported already."""
    node: Node | None = root
    for step in path:
        node = _child(node, step)
    return isinstance(node, Scalar) and node.plain and not node.text


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        at = node.find(step)
        return node.values[at] if at >= 0 else None
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None

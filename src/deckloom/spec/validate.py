"""Nodes in, deck out: every slide on its own, so that one fault hides no other."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from deckloom.kinds import all_kinds
from deckloom.kinds.section import SectionSlide
from deckloom.slide.kind import Checking, SlideKind, SlideSpec, field_names
from deckloom.slide.near import kind_hints, meant_kind, misspelt
from deckloom.source.nodes import Mapping, Node, Scalar, Sequence, to_plain
from deckloom.spec import faults, ids, vocabulary
from deckloom.spec.deck import LANGUAGE_VERSION, Deck, DeckHead, Entry, Options
from deckloom.spec.defaults import read_defaults
from deckloom.values.diagnostics import Diagnostic, Fix, Hint, Outcome, error
from deckloom.values.limits import Limits
from deckloom.values.span import Path
from deckloom.values.text import plain

RESERVED = {"vars", "include"}
KIND_WORDS = ("type", "slide_type", "template", "layout_id")
"""What `kind` is called elsewhere."""


def validate(root: Node, limits: Limits, draft: bool = False) -> Outcome[Deck]:
    """The deck of a spec's nodes. A slide with a fault is left out; None only where there is no deck."""
    if not isinstance(root, Mapping):
        return Outcome(None, (error("wrong-type", "a spec is a mapping that begins with `deckloom: 1`"),))
    head, found = _head(root, limits)
    shared = read_defaults(head.defaults, limits, found)
    key = misspelt(_written(root), vocabulary.DECK_FIELDS, "deck").get("slides", "slides")
    nodes = _slide_nodes(root, key, limits, found)
    read = [_slide(node, (key, at), limits, draft, shared, found) for at, node in nodes]
    entries = [one for one in read if one and key == "slides"]
    named = _with_ids(entries, found)
    jumps = _any_jumps(root)
    if jumps:
        known = frozenset(one.id for one in named if _has_page(one)) | _ids_set_aside(root, named)
        before = len(found)
        for one in named:
            guesses = ids.GUESSES_MOST - (len(found) - before)
            found += [_on_link(fault, root) for fault in ids.link_faults(one.spec, one.position, known, guesses)]
    found = [one for one in found if not _empty_scalar(root, one.path)]
    return Outcome(Deck(head, tuple(named), jumps), tuple(found))


def _head(root: Mapping, limits: Limits) -> tuple[DeckHead, list[Diagnostic]]:
    """The head; where it has faults, what is whole of it."""
    pairs = zip(root.keys, root.values, strict=True)
    fields: dict[str, Any] = {}
    for key, node in pairs:
        if key.text != "slides":
            fields.setdefault(key.text, to_plain(node))
    found = [
        error("reserved", f"`{key}` is reserved for a later version", (key,), "delete it", on_key=True)
        for key in RESERVED & fields.keys()
    ]
    fields = {key: value for key, value in fields.items() if key not in RESERVED}
    context = {"limits": limits}
    try:
        return DeckHead.model_validate(fields, context=context), found
    except ValidationError as fault:
        options = faults.Place("`options`", tuple(Options.model_fields))
        deck = faults.Place(
            "the deck", vocabulary.DECK_FIELDS, "deck", "", _written(root), _slide_fields(), {"options": options}
        )
        found += faults.diagnostics_of(fault, (), deck)
        faulty = {str(row["loc"][0]) for row in fault.errors()}
    # The slides are looked at all the same, so the faulty keys are set aside and the required ones made up.
    whole: dict[str, Any] = {"deckloom": LANGUAGE_VERSION, "title": "-"}
    whole |= {key: value for key, value in fields.items() if key not in faulty}
    return DeckHead.model_validate(whole, context=context), found


def _written(root: Mapping) -> dict[str, Any]:
    """The keys of the deck, each with a value that tells texts and lists apart."""
    return {
        key.text: [] if isinstance(node, Sequence) else "" for key, node in zip(root.keys, root.values, strict=True)
    }


def _slide_fields() -> dict[str, frozenset[str]]:
    """The fields of slides, for those who write them on the deck."""
    return {"slides": frozenset(name for kind in all_kinds().values() for name in kind.spec.model_fields)}


def _slide_nodes(root: Mapping, key: str, limits: Limits, found: list[Diagnostic]) -> Iterator[tuple[int, Node]]:
    node = _child(root, key)
    if node is None:
        found.append(error("missing-field", "the deck needs `slides`", ("slides",), "add `slides:` and a list"))
    elif not isinstance(node, Sequence):
        found.append(error("wrong-type", "`slides` takes a list", (key,), "begin each slide with `- kind:`"))
    elif not node.items:
        found.append(error("too-many", "`slides` is empty", ("slides",), "add a slide"))
    elif len(node.items) > limits.slides:
        message = f"the deck has {len(node.items):,} slides, the limit is {limits.slides:,}"
        found.append(error("too-large", message, ("slides",), f"raise it with `--limit slides={len(node.items)}`"))
    else:
        yield from enumerate(node.items)


def _slide(
    node: Node,
    path: tuple[str, int],
    limits: Limits,
    draft: bool,
    shared: dict[str, dict[str, Any]],
    found: list[Diagnostic],
) -> Entry | None:
    """The slide at a path, or None with what is wrong with it."""
    if not isinstance(node, Mapping):
        found.append(error("wrong-type", "a slide is a mapping", path, "begin it with `- kind:`"))
        return None
    fields = to_plain(node)
    assert isinstance(fields, dict)
    kind, given = _kind(fields, path, found)
    if kind is None:
        return None
    given = {**shared[kind.name], **given} if kind.name in shared else given
    try:
        spec = kind.spec.model_validate(given, context={"limits": limits})
    except ValidationError as fault:
        place = _place(kind, given)
        found += faults.diagnostics_of(fault, path, place)
        found += _misspelt(kind, given, place, path, limits)
        return None
    if "kind" not in fields or given["kind"] != fields["kind"]:
        return None
    found += _own_findings(kind, spec, Checking(path, draft))
    return Entry(path[1], kind, spec, spec.id or "")


def _misspelt(
    kind: SlideKind, given: dict[str, Any], place: faults.Place, path: Path, limits: Limits
) -> Iterator[Diagnostic]:
    """What else is wrong with the values of fields that are misspelt."""
    words = misspelt(given, place.fields, place.table, kind.name)
    if not words:
        return
    right = {name: given[word] for name, word in words.items()}
    kept = {name: value for name, value in given.items() if name in place.fields}
    try:
        kind.spec.model_validate({**kept, **right}, context={"limits": limits})
    except ValidationError as fault:
        for one in faults.diagnostics_of(fault, path, place):
            if one.path[2:3] and one.path[2] in words:
                yield replace(one, path=(*path, words[str(one.path[2])], *one.path[3:]))


def _place(kind: SlideKind, fields: dict[str, Any]) -> faults.Place:
    known = field_names(kind.spec)
    noun = vocabulary.a_slide(kind.name)
    return faults.Place(noun, known, "slide", kind.name, fields, vocabulary.elsewhere(kind.name), model=kind.spec)


def _kind(fields: dict[str, Any], path: Path, found: list[Diagnostic]) -> tuple[SlideKind | None, dict[str, Any]]:
    """The slide's kind and its fields; where it has none that exists, those that seem to be meant, if any do."""
    kinds, name = all_kinds(), fields.get("kind")
    if name is None:
        fault, named = _no_kind(fields, path)
        found.append(fault)
        return kinds.get(str(named.get("kind"))), named
    if isinstance(name, str) and name in kinds:
        return kinds[name], fields
    shown = name if isinstance(name, str) else "this"
    found.append(error("unknown-kind", f"`{shown}` is not a slide kind", (*path, "kind"), *kind_hints(shown, kinds)))
    meant = meant_kind(shown, kinds)
    return (kinds[meant], {**fields, "kind": meant}) if meant else (None, fields)


def _no_kind(fields: dict[str, Any], path: Path) -> tuple[Diagnostic, dict[str, Any]]:
    """What is said of a slide without a kind, and its fields with the kind that seems to be meant, if one does."""
    kinds = all_kinds()
    message = "the slide does not say its `kind`"
    if "include" in fields:
        return error("reserved", "`include` is reserved for a later version", path, "write the slides here"), fields
    for word in KIND_WORDS:
        meant = meant_kind(fields[word], kinds) if isinstance(fields.get(word), str) else None
        if meant:
            hint = Hint("did you mean `kind`?", fix=Fix("rename", "kind"))
            fault = error("missing-kind", message, (*path, word), hint, on_key=True)
            named = {"kind" if key == word else key: value for key, value in fields.items()}
            return fault, {**named, "kind": meant} if fields[word] == meant else fields
    first = next(iter(fields), "")
    if first in kinds and len(fields) == 1:
        advice = f"write `- kind: {first}`, and its fields beneath in line with `kind`"
        return error("missing-kind", message, (*path, first), advice, on_key=True), fields
    fits = _fitting(fields)
    if len(fits) == 1:
        hint = Hint(f"add `kind: {fits[0]}`", fix=Fix("first", f"kind: {fits[0]}"))
        return error("missing-kind", message, path, hint), {"kind": fits[0], **fields}
    return error("missing-kind", message, path, f"add `kind:` with one of {', '.join(fits or kinds)}"), fields


def _fitting(fields: dict[str, Any]) -> list[str]:
    """The kinds that have all of the fields, and need no others if there are such."""
    fits = [name for name, kind in all_kinds().items() if fields.keys() <= {*field_names(kind.spec)}]
    return [name for name in fits if fields.keys() >= _required(all_kinds()[name])] or fits


def _required(kind: SlideKind) -> set[str]:
    found = kind.spec.model_fields.items()
    return {one.alias or name for name, one in found if one.is_required() and name != "kind"}


def _own_findings(kind: SlideKind, spec: SlideSpec, checking: Checking) -> Iterator[Diagnostic]:
    for rule in kind.rules:
        yield from rule(spec, checking)
    if spec.build == "items" and not kind.builds:
        message = f"{vocabulary.a_slide(kind.name)} has nothing that appears one by one"
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
    """Whether any text may hold a jump to a slide, also one such as ``](<#id>)``: most specs have none, and then no
    text is searched."""
    if isinstance(node, Scalar):
        return "](" in node.text and "#" in node.text
    children = node.values if isinstance(node, Mapping) else node.items if isinstance(node, Sequence) else ()
    return any(map(_any_jumps, children))


def _on_link(fault: Diagnostic, root: Node) -> Diagnostic:
    """The fault of a link on the link itself: it is looked for in the texts below the fault's path."""
    jump = f"](#{fault.message.split('`')[1]})"
    open_ones = [(fault.path, _at(root, fault.path))]
    while open_ones:
        path, node = open_ones.pop()
        if isinstance(node, Scalar) and jump in node.text:
            at = node.text.index(jump)
            return replace(fault, path=path, offset=max(node.text.rfind("[", 0, at), 0))
        if isinstance(node, Sequence):
            open_ones += [((*path, at), one) for at, one in reversed(list(enumerate(node.items)))]
        elif isinstance(node, Mapping):
            open_ones += [((*path, key.text), one) for key, one in zip(node.keys, node.values, strict=True)]
    return fault


def _at(root: Node, path: Path) -> Node | None:
    node: Node | None = root
    for step in path:
        node = _child(node, step)
    return node


def _empty_scalar(root: Node, path: Path) -> bool:
    """Whether the value at the path is a key without a value, which the reader has reported already."""
    node = _at(root, path)
    return isinstance(node, Scalar) and node.plain and not node.text


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        at = node.find(step)
        return node.values[at] if at >= 0 else None
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None

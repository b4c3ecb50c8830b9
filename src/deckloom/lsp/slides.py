"""The slides of a spec as an editor lists them: also those with faults."""

from typing import NamedTuple

from deckloom.results import Loaded
from deckloom.source.markdown import inline
from deckloom.source.nodes import Mapping, Node, Scalar, Sequence
from deckloom.spec.ids import unique_ids
from deckloom.values.span import Span
from deckloom.values.text import plain


class SlideEntry(NamedTuple):
    """A slide of the list: its number from 1, its kind and title (empty where missing), its id; where all of it stands,
    and where its name does."""

    number: int
    kind: str
    title: str
    id: str
    span: Span
    name: Span


def slides_of(loaded: Loaded) -> tuple[SlideEntry, ...]:
    """The slides in order; none where the spec is not YAML."""
    if loaded.source is None or not isinstance(loaded.root, Mapping):
        return ()
    at = loaded.root.find("slides")
    found = loaded.root.values[at] if at >= 0 else None
    nodes = [one for one in found.items if isinstance(one, Mapping)] if isinstance(found, Sequence) else []
    titles = [_shown(_text(node, "title")) for node in nodes]
    ids, _ = unique_ids([(_text(node, "id") or None, title) for node, title in zip(nodes, titles, strict=True)])
    entries = []
    for number, (node, title, id) in enumerate(zip(nodes, titles, ids, strict=True), 1):
        head = _child(node, "id") or _child(node, "title") or node.keys[0]
        span, name = loaded.source.span(node.start, node.end), loaded.source.span(head.start, head.end)
        entries.append(SlideEntry(number, _text(node, "kind"), title, id, span, name))
    return tuple(entries)


def _child(node: Mapping, key: str) -> Node | None:
    at = node.find(key)
    return node.values[at] if at >= 0 else None


def _text(node: Mapping, key: str) -> str:
    child = _child(node, key)
    return " ".join(child.text.split()) if isinstance(child, Scalar) else ""


def _shown(title: str) -> str:
    """The title without its marks."""
    return plain(inline(title)[0]) if title else ""

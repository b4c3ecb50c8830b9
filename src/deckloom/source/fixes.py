"""Fixes, which know paths, become edits, which know places."""

from dataclasses import replace

from deckloom.source.edits import as_block, quoted
from deckloom.source.locate import find, locate_text
from deckloom.source.nodes import Mapping, Node, Scalar
from deckloom.source.text import SourceText
from deckloom.values.diagnostics import Diagnostic, Edit, Fix, Hint
from deckloom.values.span import Path


def with_edits(one: Diagnostic, root: Node, source: SourceText) -> tuple[Hint, ...]:
    """The hints of a diagnostic, each fix that can be made made into an edit."""
    if not any(hint.fix for hint in one.hints):
        return one.hints
    return tuple(replace(hint, edit=_edit(hint.fix, one, root, source)) if hint.fix else hint for hint in one.hints)


def _edit(fix: Fix, one: Diagnostic, root: Node, source: SourceText) -> Edit | None:
    path = one.path if fix.path is None else fix.path
    if fix.action == "insert":
        return _insertion(fix, path, one.offset or 0, root, source)
    found = find(root, path)
    if found is None:
        return None
    key, value = found
    if fix.action == "first":
        return _first(fix, value, source)
    if fix.action == "value":
        return Edit(source.span(value.start, value.end), fix.text)
    if fix.action == "quote":
        return Edit(source.span(value.start, value.end), quoted(source.text[value.start : value.end]))
    if fix.action == "block":
        change = as_block(key, value, source.text)
        return Edit(source.span(change.start, change.end), change.text) if change else None
    if key is None or _has(root, path[:-1], fix.text.partition(":")[0], key):
        return None
    return Edit(source.span(key.start, key.end if fix.action == "rename" else value.end), fix.text)


def _has(root: Node, path: Path, name: str, but: Scalar) -> bool:
    """Whether the mapping at the path has a key of this name that is not ``but``."""
    found = find(root, path)
    around = found[1] if found else None
    return isinstance(around, Mapping) and any(key.text == name and key is not but for key in around.keys)


def _insertion(fix: Fix, path: Path, offset: int, root: Node, source: SourceText) -> Edit | None:
    """Letters before the character that the diagnostic is about, where the text is typed as it is read."""
    found = find(root, path)
    node = found[1] if found else None
    if not isinstance(node, Scalar) or node.style == '"':
        return None
    span = locate_text(root, source, path, offset, length=0)
    at = source.offset(span.line, span.column)
    written = node.text[offset : offset + 2]
    return Edit(span, fix.text) if written and source.text.startswith(written, at) else None


def _first(fix: Fix, value: Node, source: SourceText) -> Edit | None:
    """A line, or an entry in braces, before the first key of a mapping."""
    if not isinstance(value, Mapping) or not value.keys:
        return None
    start = value.keys[0].start
    column = source.position(start)[1]
    after = ", " if source.text.startswith("{", value.start) else "\n" + " " * (column - 1)
    return Edit(source.span(start, start), fix.text + after)

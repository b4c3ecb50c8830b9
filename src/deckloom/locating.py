"""From what the stages found to what the caller is told: places, order, severity."""

from collections.abc import Iterable
from dataclasses import replace

from deckloom.source.fixes import with_edits
from deckloom.source.locate import locate, locate_text
from deckloom.source.nodes import Node
from deckloom.source.text import SourceText
from deckloom.values.diagnostics import Diagnostic, as_errors, warning
from deckloom.values.errors import BrokenPromise
from deckloom.values.span import Span
from deckloom.verify.rules import Finding

DRAFTED = frozenset({"file-missing", "alt-missing"})
"""The faults that a draft may have: exactly these become warnings."""


def located(found: Iterable[Diagnostic], root: Node, source: SourceText) -> tuple[Diagnostic, ...]:
    """The diagnostics with their places, in the order of the file, none twice at the same place."""
    placed: dict[tuple[Span, str], Diagnostic] = {}
    typed: set[tuple[object, ...]] = set()
    for one in found:
        span = one.span or _place(one, root, source)
        if one.code < "DL2":
            typed.add(span[:3])
        elif span[:3] in typed:
            continue  # how the text is typed has been told, and what comes of it is no second fault
        placed.setdefault((span, one.message), replace(one, span=span, hints=with_edits(one, root, source)))
    return tuple(sorted(placed.values(), key=lambda one: (one.span or (), one.code)))


def _place(one: Diagnostic, root: Node, source: SourceText) -> Span:
    if one.offset is not None:
        return locate_text(root, source, one.path, one.offset)
    return locate(root, source, one.path, one.on_key)


def settled(found: tuple[Diagnostic, ...], strict: bool, draft: bool) -> tuple[Diagnostic, ...]:
    """The diagnostics in order, each once, with the severity that the caller's mode gives them."""
    found = tuple(sorted(dict.fromkeys(found), key=lambda one: one.span or ()))
    if draft:
        found = tuple(replace(one, severity="warning") if one.slug in DRAFTED else one for one in found)
    return as_errors(found) if strict else found


def verified(findings: tuple[Finding, ...]) -> tuple[Diagnostic, ...]:
    """Risks as warnings. Raises BrokenPromise for anything that would make a reader refuse the deck or lose content."""
    broken = [one for one in findings if one.level != "risk"]
    if broken:
        rows = "\n".join(f"{one.rule} {one.part}: {one.message}" for one in broken[:20])
        raise BrokenPromise(f"the built package breaks {len(broken)} of its rules\n{rows}")
    return tuple(warning("package-risk", f"{one.rule} {one.part}: {one.message}") for one in findings)

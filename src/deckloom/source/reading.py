"""A spec's text becomes its tree, with all its traps told; where a trap hides the rest, a mended copy shows it."""

from bisect import bisect_right, insort
from dataclasses import dataclass, replace

from deckloom.source.edits import Origin, changed, chosen
from deckloom.source.nodes import Node, Scalar, Sequence
from deckloom.source.text import SourceText
from deckloom.source.traps.find import find_traps
from deckloom.source.traps.trap import Trap
from deckloom.source.yaml import parse
from deckloom.values.diagnostics import Diagnostic, Edit, Hint, Outcome
from deckloom.values.limits import Limits

ROUNDS = 6
"""How often a copy is mended: a trap may hide another one."""

_STOPS = frozenset({"too-large"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says: its tree, None when it is not YAML even when mended, and what is wrong with it.

    ``mended`` says that the tree is that of a copy in which traps were mended, so that later stages can look for more
    faults; nothing may be built from it. The nodes stand in the text as it is typed all the same.
    """

    root: Node | None
    diagnostics: tuple[Diagnostic, ...]
    mended: bool = False


def read(source: SourceText, limits: Limits, words: frozenset[str] = frozenset()) -> Reading:
    """The tree of a spec. ``words`` are the keys of the language, by which a misplaced one is known."""
    outcome = parse(source, limits)
    traps = _traps(source, outcome, words)
    if not traps:
        return Reading(outcome.value, outcome.diagnostics)
    return _Mending(source, limits, words).read(outcome, traps)


def _traps(source: SourceText, outcome: Outcome[Node], words: frozenset[str]) -> list[Trap]:
    if any(one.slug in _STOPS for one in outcome.diagnostics):
        return []
    return find_traps(source.text, outcome.value, bool(outcome.diagnostics), words)


class _Mending:
    """The rounds of finding traps and mending a copy."""

    def __init__(self, source: SourceText, limits: Limits, words: frozenset[str]) -> None:
        self.source, self.limits, self.words = source, limits, words
        self.origin = Origin()
        self.found: list[Diagnostic] = []
        self.stretches: list[tuple[int, int]] = []  # in order, none in another
        self.mended = False

    def read(self, outcome: Outcome[Node], traps: list[Trap]) -> Reading:
        now = self.source
        for _ in range(ROUNDS):
            changes = chosen([one.change for one in traps if self._told(one) and one.change])
            if not changes:
                break
            self.mended = True
            self.origin.then(now.text, changes)
            now = replace(now, text=changed(now.text, changes), _starts=type(now._starts)("l"))
            outcome = parse(now, self.limits)
            traps = _traps(now, outcome, self.words)
        else:
            for one in traps:
                self._told(one)
        self.found += [moved for one in outcome.diagnostics if (moved := self._moved(one, now))]
        if outcome.value is not None and self.mended:
            _rebase(outcome.value, self.origin)
        found = sorted(self.found, key=lambda one: one.span or ())
        return Reading(outcome.value, tuple(found), self.mended)

    def _told(self, trap: Trap) -> bool:
        """Note a trap, unless it stands where one was found already."""
        start, end = self.origin(trap.start), self.origin(trap.end)
        if self._touches(start, end):
            return False
        insort(self.stretches, (start, max(end, start + 1)))
        edit = None
        if trap.change:
            change = trap.change
            edit = Edit(self.source.span(self.origin(change.start), self.origin(change.end)), change.text)
        hints = (Hint(trap.hints[0], edit), *map(Hint, trap.hints[1:]))
        self.found.append(Diagnostic(trap.slug, trap.message, (), self.source.span(start, end), hints=hints))
        return True

    def _touches(self, start: int, end: int) -> bool:
        at = bisect_right(self.stretches, (start, start))
        before = at > 0 and self.stretches[at - 1][1] > start
        return before or (at < len(self.stretches) and self.stretches[at][0] < max(end, start + 1))

    def _moved(self, one: Diagnostic, now: SourceText) -> Diagnostic | None:
        """What the parser said of the last copy, in the text as it is typed; None if a trap has said it."""
        assert one.span is not None
        start = self.origin(now.offset(one.span.line, one.span.column))
        end = self.origin(now.offset(one.span.end_line, one.span.end_column))
        span = self.source.span(start, end)
        if self._touches(start, end) or (one.slug == "not-yaml" and self._near(span.line)):
            return None
        return replace(one, span=span)

    def _near(self, line: int) -> bool:
        """Whether a trap ends in the line or in the one above: what the parser says there is about the trap."""
        return self._touches(self.source.offset(line - 1, 1), self.source.offset(line + 1, 1))


def _rebase(root: Node, origin: Origin) -> None:
    """Gives every node its place in the text as it is typed."""
    open_ones = [root]
    while open_ones:
        node = open_ones.pop()
        node.start, node.end = origin(node.start), origin(node.end)
        if isinstance(node, Scalar):
            continue
        open_ones += node.items if isinstance(node, Sequence) else (*node.keys, *node.values)

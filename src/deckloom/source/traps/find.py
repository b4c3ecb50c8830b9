"""All traps of a text: in its lines, and in its tree if it has one."""

import re
from bisect import bisect_right
from operator import attrgetter

from deckloom.source.nodes import Node
from deckloom.source.traps.lines import Scanner
from deckloom.source.traps.text import text_traps
from deckloom.source.traps.trap import Trap
from deckloom.source.traps.tree import scalars, tree_traps

_SUSPICIOUS = re.compile(r"[ \t]#[^\s#]|^[ ]*[^\S \n]|^[ ]*[\u200b\ufeff]", re.MULTILINE)
_ANCHOR, _ALIAS = (re.compile(rf"(?<=[\s,\[{{]){sign}([^\s,\[\]{{}}]+)") for sign in ("&", r"\*"))
_NAME = re.compile(r"[&*]([^\s,\[\]{}]+)")
SILENT = frozenset({"swallowed-comment", "odd-space"})


def find_traps(text: str, root: Node | None, faulty: bool, words: frozenset[str]) -> list[Trap]:
    """The traps in the order of the text. ``root`` is its tree, ``faulty`` says whether the parser found faults.

    ``words`` are the keys of the language. The lines of a text without faults are only looked at for what the parser
    is silent about.
    """
    found = list(tree_traps(root, text)) if root else []
    if faulty or _suspicious(text, root):
        scanned = Scanner(text, words).scan()
        if scanned.odd:
            return scanned.odd  # how deep a line stands is known only when they are mended
        traps = scanned.traps + [one for typed in scanned.texts for one in text_traps(text, typed, words)]
        found += _without_anchors(traps, text) if faulty else [one for one in traps if one.slug in SILENT]
    return _one_each(sorted(found, key=lambda one: (one.start, -one.end)))


def _suspicious(text: str, root: Node | None) -> bool:
    """Whether a sign that YAML is silent about stands outside blocks and quotes."""
    places = [match.start() for match in _SUSPICIOUS.finditer(text)]
    if not places or root is None:
        return bool(places)
    safe = sorted((one for one in scalars(root) if one.style), key=attrgetter("start"))
    starts = [one.start for one in safe]
    around = [bisect_right(starts, place) - 1 for place in places]
    return any(at < 0 or safe[at].end <= place for place, at in zip(places, around, strict=True))


def _without_anchors(traps: list[Trap], text: str) -> list[Trap]:
    """The traps without anchors that aliases name: these are meant as such, and the parser has told them."""
    named = set(_ANCHOR.findall(text)) & set(_ALIAS.findall(text)) if "&" in text else set()
    words = ((_NAME.match(text, one.start), one) for one in traps)
    return [one for word, one in words if not (word and word[1] in named)]


def _one_each(traps: list[Trap]) -> list[Trap]:
    """The traps without those inside another."""
    kept: list[Trap] = []
    end = -1
    for one in traps:
        if one.start >= end:
            kept.append(one)
            end = max(one.end, one.change.end if one.change else 0)
    return kept

"""The edits that hints offer, made: round by round, as long as they mend."""

import codecs
import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import TypeAlias

from deckloom.results import Checked
from deckloom.source.edits import Change, changed, chosen
from deckloom.source.text import SourceText

ROUNDS = 20
"""Edits that touch each other are made one after the other; so many rounds are enough for anything people write."""

TRIED_MOST = 50
"""How many edits are tried one by one when all of a round together do harm."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")

Check: TypeAlias = Callable[[bytes], Checked]


def mended(before: Checked, check: Check) -> tuple[Checked, int]:
    """The spec after all edits that its hints offer, and how many were made; ``check`` looks at a spec's new bytes."""
    now, made = before, 0
    for _ in range(ROUNDS):
        source = now.source
        changes = chosen(_offered(now, source)) if source else []
        if source is None or not changes:
            break
        after = check(source.encoded(changed(source.text, changes)))
        if errors(after) > errors(now):
            changes = _harmless(now, source, changes, check)
            after = check(source.encoded(changed(source.text, changes)))
        if not changes:
            break
        now, made = after, made + len(changes)
    return now, made


def rewritten(data: bytes, before: SourceText, after: SourceText) -> bytes:
    """The bytes of a mended spec: every line that is not touched keeps the line end it has in ``data``."""
    if before.encoded(before.text) == data:
        return before.encoded(after.text)
    raw, new = _LINE.findall(data.decode("utf-8-sig")), _LINE.findall(after.text)
    same = SequenceMatcher(None, [one.rstrip("\r\n") for one in raw], [one.rstrip("\n") for one in new], autojunk=False)
    parts: list[str] = []
    for kind, start, end, new_start, new_end in same.get_opcodes():
        kept = kind == "equal"
        parts += raw[start:end] if kept else [one.replace("\n", before.newline) for one in new[new_start:new_end]]
    return (codecs.BOM_UTF8 if before.bom else b"") + "".join(parts).encode()


def errors(checked: Checked) -> int:
    """How many faults stop the build."""
    return sum(one.severity == "error" for one in checked.diagnostics)


def _offered(checked: Checked, source: SourceText) -> Iterator[Change]:
    """The first edit that each diagnostic offers."""
    for one in checked.diagnostics:
        edit = next((hint.edit for hint in one.hints if hint.edit), None)
        if edit and edit.span.file == source.file:
            start = source.offset(edit.span.line, edit.span.column)
            end = source.offset(edit.span.end_line, edit.span.end_column)
            if source.text[start:end] != edit.text:
                yield Change(start, end, edit.text)


def _harmless(now: Checked, source: SourceText, changes: list[Change], check: Check) -> list[Change]:
    """The changes, tried one by one, that bring no new faults."""
    kept: list[Change] = []
    for one in changes[:TRIED_MOST]:
        trial = chosen([*kept, one])
        if errors(check(source.encoded(changed(source.text, trial)))) <= errors(now):
            kept = trial
    return kept

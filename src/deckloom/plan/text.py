"""Text into its box: the largest rung of its ladder that fits, or what is wrong and by how much."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from deckloom.plan.balance import Overrun, balanced_inset, overrun, widow_inset
from deckloom.plan.measure import Measured, Prepared, fits, measure_prepared, prepare_all
from deckloom.plan.policy import WORTH_A_LINE, Rung, has_widows, is_balanced, is_display, ladder
from deckloom.plan.shorten import shortened
from deckloom.values.composition import TextPart
from deckloom.values.diagnostics import Diagnostic, error, warning
from deckloom.values.facts import Fonts, Slot
from deckloom.values.geometry import Box, Size, points
from deckloom.values.plan import SizeStep
from deckloom.values.text import Para, plain

SHOWN = 40


class Fitted(NamedTuple):
    """A text that fits: the rung taken, its lines, and the right inset in EMU that balances it (None: the layout's).

    ``step`` is the rung that the text alone would take, counted from 0; ``height_pt`` its height with the insets;
    ``paras`` what is left of a text whose end goes to the notes, None for a whole one.
    """

    rung: Rung
    lines: int
    right_inset: int | None
    step: int = 0
    height_pt: float = 0.0
    paras: tuple[Para, ...] | None = None


class Placed(NamedTuple):
    """What became of a text: fitted, or None with the fault; a warning may come with either."""

    fitted: Fitted | None
    finding: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class _Task:
    """A text on its way into a box: measured once, broken at every size."""

    part: TextPart
    slot: Slot
    room: Size
    prepared: tuple[Prepared, ...]
    fonts: Fonts

    def at(self, rung: Rung) -> Measured:
        return measure_prepared(self.prepared, self.slot.levels, rung.sizes, self.room, self.slot.insets)


def fit_text(
    part: TextPart, slot: Slot, box: Box, fonts: Fonts, shared: int | None = None, strict: bool = False
) -> Placed:
    """The text on the largest rung that holds it, but not above ``shared``, the rung of its siblings if it has any.

    What fits only below that is a fault where ``strict``, else it comes with a warning.
    """
    task = _Task(part, slot, Size(box.w, box.h), prepare_all(part.paras, slot.levels, slot.family, fonts), fonts)
    rungs = ladder(part.fit, slot.levels)
    lowest = min(shared, len(rungs) - 1) if strict and shared is not None else len(rungs) - 1
    tries = list(_tries(task, rungs[: lowest + 1]))
    good = [(at, measured) for at, measured in tries if _holds(rungs[at], measured, task.room, part.paras)]
    if not good:
        return _spilled(task, rungs[-1], len(rungs) - 1) or Placed(
            None, _fault(task, rungs[tries[-1][0]], tries[-1][1])
        )
    step, taken = _line_saver(good, rungs) if is_display(part.fit) else good[0]
    at = max(step, min(shared or 0, len(rungs) - 1))
    rung = rungs[at]
    taken = taken if at == step else task.at(rung)
    siblings = rungs[shared] if shared is not None and shared < step else None
    note = _note(part, rung, taken, siblings) if at == step else None
    return Placed(Fitted(rung, taken.line_count, _inset(task, rung, taken), step, taken.height_pt), note)


def _tries(task: _Task, rungs: tuple[Rung, ...]) -> Iterator[tuple[int, Measured]]:
    """The rungs with what they measure, to the first that holds; all of them where a smaller one may save a line."""
    for at, rung in enumerate(rungs):
        measured = task.at(rung)
        yield at, measured
        saves_none = measured.line_count == 1 or not is_display(task.part.fit)
        if saves_none and _holds(rung, measured, task.room, task.part.paras):
            return


def rung_needed(part: TextPart, slot: Slot, box: Box, fonts: Fonts) -> int:
    """The position in its ladder of the rung that the text needs; the last for one that fits on none."""
    fitted = fit_text(part, slot, box, fonts).fitted
    return fitted.step if fitted else len(ladder(part.fit, slot.levels)) - 1


def steps_of(rung: Rung, part: TextPart, slot: Slot) -> tuple[SizeStep, ...]:
    """The levels in use whose size differs from the layout's."""
    used = sorted({para.level for para in part.paras})
    return tuple(SizeStep(at, rung.sizes[at]) for at in used if rung.sizes[at] != slot.levels[at].size)


def _holds(rung: Rung, measured: Measured, room: Size, paras: tuple[Para, ...]) -> bool:
    if not fits(measured, room) or (rung.max_lines is not None and measured.line_count > rung.max_lines):
        return False
    return not rung.whole or _first_broken(rung, measured, paras) is None


def _first_broken(rung: Rung, measured: Measured, paras: tuple[Para, ...]) -> int | None:
    """The first paragraph that takes several lines though its level is not to be broken."""
    pairs = zip(paras, measured.lines, strict=True)
    return next((at for at, (para, lines) in enumerate(pairs) if para.level in rung.whole and lines > 1), None)


def _line_saver(good: list[tuple[int, Measured]], rungs: tuple[Rung, ...]) -> tuple[int, Measured]:
    """The first rung, or one a little smaller that needs a line less."""
    first = rungs[good[0][0]]
    near = [one for one in good if rungs[one[0]].sizes[0] >= first.sizes[0] * WORTH_A_LINE]
    least = min(one[1].line_count for one in near)
    return next(one for one in near if one[1].line_count == least)


def _inset(task: _Task, rung: Rung, taken: Measured) -> int | None:
    """The right inset in EMU that makes the lines about equally long, or keeps a word from standing alone."""
    insets, extra = task.slot.insets, 0
    if is_balanced(task.part.fit) and taken.line_count > 1:
        extra = balanced_inset(task.prepared, task.slot.levels, rung.sizes, task.room, insets)
    elif has_widows(task.part.fit):
        extra = widow_inset(task.prepared, task.slot.levels, rung.sizes, task.room, insets, taken)
    return insets.right + extra if extra else None


def _spilled(task: _Task, rung: Rung, step: int) -> Placed | None:
    """The text up to a whole sentence that fits at the last rung, where the part allows it and one does."""
    part, slot = task.part, task.slot
    if not part.spill:
        return None

    def held(paras: tuple[Para, ...]) -> bool:
        prepared = prepare_all(paras, slot.levels, slot.family, task.fonts)
        measured = measure_prepared(prepared, slot.levels, rung.sizes, task.room, slot.insets)
        return _holds(rung, measured, task.room, paras)

    paras = shortened(part.paras, held)
    if paras is None:
        return None
    taken = measure_prepared(
        prepare_all(paras, slot.levels, slot.family, task.fonts), slot.levels, rung.sizes, task.room, slot.insets
    )
    message = f"the {_what(part)} ends after {taken.line_count} lines at {rung.sizes[0]} pt; all of it is in the notes"
    hint = f"cut about {_over(task, rung).chars} characters"
    return Placed(
        Fitted(rung, taken.line_count, None, step, taken.height_pt, paras),
        warning("caption-small", message, part.path, hint),
    )


def _over(task: _Task, rung: Rung) -> Overrun:
    return overrun(task.prepared, task.slot.levels, rung.sizes, task.room, task.slot.insets, rung.max_lines)


def _fault(task: _Task, rung: Rung, measured: Measured) -> Diagnostic:
    """What keeps a text from its box at the last rung."""
    part, size, lines = task.part, rung.sizes[0], measured.line_count
    if part.fit == "code":
        return _code_fault(task, rung, measured)
    if part.fit == "number":
        add = "give it a unit, such as $9T for 9,000,000,000,000"
        text = plain(part.paras[0].runs)
        return error("text-too-long", f"the number `{text}` is wider than its place at {size} pt", part.path, add)
    if measured.overlong:
        word = measured.overlong[0]
        hint = "use a shorter word, or put a soft hyphen (U+00AD) where it may break"
        return error("word-too-wide", f"the word `{word}` is wider than its line at {size} pt", part.path, hint)
    broken = _first_broken(rung, measured, task.part.paras)
    if broken is not None:
        text = plain(part.paras[broken].runs)
        message = f"`{text[:SHOWN]}` takes {measured.lines[broken]} lines at {size} pt, it has one"
        return error("text-too-long", message, part.path, "shorten it")
    over = _over(task, rung)
    cut = f"cut about {over.chars} characters"
    if part.fit == "line":
        add = "add a slide of kind `sources`, and the line becomes its numbers"
        return error("text-too-long", "the source line is longer than one line", part.path, cut, add)
    if rung.max_lines and lines > rung.max_lines:
        message = f"the title needs {lines} lines at {size} pt, {rung.max_lines} are the most; {cut}"
        return error("title-too-long", message, part.path)
    return error("text-too-long", f"needs {lines} lines at {size} pt, the box holds {over.held}; {cut}", part.path)


def _code_fault(task: _Task, rung: Rung, measured: Measured) -> Diagnostic:
    """The line of a program that is too long, or how many lines are too many."""
    path, size = task.part.path, rung.sizes[0]
    broken = _first_broken(rung, measured, task.part.paras)
    if broken is not None:
        letters = len(plain(task.part.paras[broken].runs))
        message = f"line {broken + 1} of the code has {letters} characters, too many for {size} pt"
        return error("text-too-long", message, path, "break the line")
    over = measured.height_pt - points(task.room.h)
    lines = -(-over // (measured.height_pt / len(measured.lines)))
    message = f"the code has {len(measured.lines)} lines, too many for {size} pt"
    return error("text-too-long", message, path, f"leave out {lines:.0f} lines, or show the rest on a slide of its own")


def _what(part: TextPart) -> str:
    """The field that the text came from."""
    return next((step for step in reversed(part.path) if isinstance(step, str)), part.role)


def _note(part: TextPart, rung: Rung, taken: Measured, siblings: Rung | None) -> Diagnostic | None:
    """The warning for a rung below that of the siblings, or for one that is a warning by itself."""
    slug = rung.warning
    if slug == "title-long":
        message = f"the title needs {taken.line_count} lines at {rung.sizes[0]} pt; two lines read better"
        return warning(slug, message, part.path)
    message = f"the {_what(part)} fits at {rung.sizes[0]} pt only"
    if siblings:
        slug = "caption-small" if part.fit == "caption" else "text-small"
        return warning(slug, f"{message}; on the slides like it the size is {siblings.sizes[0]}", part.path)
    return warning(slug, message, part.path) if slug else None

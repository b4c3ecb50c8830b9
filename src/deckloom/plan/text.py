"""Text into its box: the largest rung of its ladder that fits, or what is wrong and by how much."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from deckloom.plan.balance import balanced_inset, cut_chars
from deckloom.plan.measure import Measured, Prepared, fits, measure_prepared, prepare_all
from deckloom.plan.policy import WORTH_A_LINE, Rung, is_balanced, is_display, ladder
from deckloom.values.composition import TextPart
from deckloom.values.diagnostics import Diagnostic, error, warning
from deckloom.values.facts import Fonts, Slot
from deckloom.values.geometry import Box, Size, points
from deckloom.values.plan import SizeStep
from deckloom.values.text import plain

SHOWN = 40


class Fitted(NamedTuple):
    """A text that fits: the rung taken, its lines, and the right inset in EMU that balances it (None: the layout's)."""

    rung: Rung
    lines: int
    right_inset: int | None


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

    def at(self, rung: Rung) -> Measured:
        return measure_prepared(self.prepared, self.slot.levels, rung.sizes, self.room, self.slot.insets)


def fit_text(part: TextPart, slot: Slot, box: Box, fonts: Fonts, start: int = 0) -> Placed:
    """The text on the largest rung that holds it, from the rung ``start`` of its ladder on."""
    task = _Task(part, slot, Size(box.w, box.h), prepare_all(part.paras, slot.levels, slot.family, fonts))
    tries = list(_tries(task, start))
    good = [(rung, measured) for rung, measured in tries if _holds(rung, measured, task)]
    if not good:
        return Placed(None, _fault(task, *tries[-1]))
    rung, taken = _line_saver(good) if is_display(part.fit) else good[0]
    note = warning(rung.warning, _warned(rung, taken), part.path) if rung.warning else None
    return Placed(Fitted(rung, taken.line_count, _balance(task, rung, taken)), note)


def _tries(task: _Task, start: int) -> Iterator[tuple[Rung, Measured]]:
    """The rungs with what they measure, to the first that holds; all of them where a smaller one may save a line."""
    for rung in ladder(task.part.fit, task.slot.levels)[start:]:
        measured = task.at(rung)
        yield rung, measured
        saves_none = measured.line_count == 1 or not is_display(task.part.fit)
        if saves_none and _holds(rung, measured, task):
            return


def rung_needed(part: TextPart, slot: Slot, box: Box, fonts: Fonts) -> int:
    """The position in its ladder of the rung that the text needs; the last for one that fits on none."""
    fitted = fit_text(part, slot, box, fonts).fitted
    rungs = ladder(part.fit, slot.levels)
    return rungs.index(fitted.rung) if fitted else len(rungs) - 1


def steps_of(rung: Rung, part: TextPart, slot: Slot) -> tuple[SizeStep, ...]:
    """The levels in use whose size differs from the layout's."""
    used = sorted({para.level for para in part.paras})
    return tuple(SizeStep(at, rung.sizes[at]) for at in used if rung.sizes[at] != slot.levels[at].size)


def _holds(rung: Rung, measured: Measured, task: _Task) -> bool:
    if not fits(measured, task.room) or (rung.max_lines is not None and measured.line_count > rung.max_lines):
        return False
    return not rung.whole or _first_broken(rung, measured, task) is None


def _first_broken(rung: Rung, measured: Measured, task: _Task) -> int | None:
    """The first paragraph that takes several lines though its level is not to be broken."""
    pairs = zip(task.part.paras, measured.lines, strict=True)
    return next((at for at, (para, lines) in enumerate(pairs) if para.level in rung.whole and lines > 1), None)


def _line_saver(good: list[tuple[Rung, Measured]]) -> tuple[Rung, Measured]:
    """The first rung, or one a little smaller that needs a line less."""
    first = good[0]
    near = [one for one in good if one[0].sizes[0] >= first[0].sizes[0] * WORTH_A_LINE]
    least = min(one[1].line_count for one in near)
    return next(one for one in near if one[1].line_count == least)


def _balance(task: _Task, rung: Rung, taken: Measured) -> int | None:
    """The right inset in EMU that makes the lines about equally long."""
    if not is_balanced(task.part.fit) or taken.line_count < 2:
        return None
    insets = task.slot.insets
    extra = balanced_inset(task.prepared, task.slot.levels, rung.sizes, task.room, insets)
    return insets.right + extra if extra else None


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
    broken = _first_broken(rung, measured, task)
    if broken is not None:
        text = plain(part.paras[broken].runs)
        message = f"`{text[:SHOWN]}` takes {measured.lines[broken]} lines at {size} pt, it has one"
        return error("text-too-long", message, part.path, "shorten it")
    insets = task.slot.insets
    over = cut_chars(task.prepared, task.slot.levels, rung.sizes, task.room, insets, rung.max_lines)
    hint = f"cut about {over} characters"
    if part.fit == "line":
        add = "add a slide of kind `sources`, and the line becomes its numbers"
        return error("text-too-long", "the source line is longer than one line", part.path, hint, add)
    if rung.max_lines and lines > rung.max_lines:
        message = f"the title needs {lines} lines at {size} pt, {rung.max_lines} are the most"
        return error("title-too-long", message, part.path, hint)
    what = next((step for step in reversed(part.path) if isinstance(step, str)), part.role)
    high = measured.height_pt - points(task.room.h)
    return error(
        "text-too-long",
        f"`{what}` needs {lines} lines at {size} pt, {high:.0f} pt more than its box has",
        part.path,
        hint,
    )


def _code_fault(task: _Task, rung: Rung, measured: Measured) -> Diagnostic:
    """The line of a program that is too long, or how many lines are too many."""
    path, size = task.part.path, rung.sizes[0]
    broken = _first_broken(rung, measured, task)
    if broken is not None:
        letters = len(plain(task.part.paras[broken].runs))
        message = f"line {broken + 1} of the code has {letters} characters, too many for {size} pt"
        return error("text-too-long", message, path, "break the line")
    over = measured.height_pt - points(task.room.h)
    lines = -(-over // (measured.height_pt / len(measured.lines)))
    message = f"the code has {len(measured.lines)} lines, too many for {size} pt"
    return error("text-too-long", message, path, f"leave out {lines:.0f} lines, or show the rest on a slide of its own")


def _warned(rung: Rung, measured: Measured) -> str:
    if rung.warning == "title-long":
        return f"the title needs {measured.line_count} lines at {rung.sizes[0]} pt; two lines read better"
    return f"the caption fits at {rung.sizes[0]} pt only"

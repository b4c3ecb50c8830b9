"""What came of one spec, before anyone decides how to show it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from deckloom.values.diagnostics import Diagnostic
from deckloom.values.errors import Exit, LineOf

if TYPE_CHECKING:
    from deckloom.values.plan import DeckPlan


class Placed(NamedTuple):
    """A row of the placement ledger: ``line`` of the spec, None where unknown; what stands there; where it went."""

    line: int | None
    path: str
    what: str
    place: str


class FitLine(NamedTuple):
    """How a text stands in its box: slide, placeholder, field; lines, size in points, lines to spare, certainty."""

    slide: int
    place: str
    path: str
    lines: int
    size: int
    slack: float
    certainty: str


@dataclass(frozen=True, slots=True)
class DeckReport:
    """The outcome for one spec: ``exit`` is DONE when all is well; ``failure`` is the sentence of an exception.

    ``target`` is the deck that was written, of ``size`` bytes; None after a check, or when nothing was written.
    ``edits`` is how many edits ``diff`` shows, as a unified diff; ``fixed`` says that they were written to the spec.
    """

    spec: str
    exit: Exit = Exit.DONE
    diagnostics: tuple[Diagnostic, ...] = ()
    lines: LineOf = lambda _file, _line: None
    slides: int = 0
    pictures: int = 0
    target: str | None = None
    size: int = 0
    ledger: tuple[Placed, ...] = ()
    fit: tuple[FitLine, ...] = ()
    failure: str | None = None
    edits: int = 0
    diff: str = ""
    fixed: bool = False

    @property
    def errors(self) -> int:
        """How many faults stop the build."""
        return sum(one.severity == "error" for one in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many diagnostics do not stop it."""
        return len(self.diagnostics) - self.errors


def counts(plan: "DeckPlan | None") -> tuple[int, int]:
    """How many slides the plan has, and how many pictures stand on them."""
    from deckloom.values.plan import PictureItem

    if plan is None:
        return 0, 0
    return len(plan.slides), sum(isinstance(item, PictureItem) for slide in plan.slides for item in slide.items)


def in_order(diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """By file, line and column; those without a place first."""
    return sorted(diagnostics, key=lambda one: one.span[:3] if one.span else ("", 0, 0))

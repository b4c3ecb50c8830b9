"""What the caller gives and gets: settings, and the results of the line."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from deckloom.plan.ledger import ledger
from deckloom.plan.slack import fit_rows
from deckloom.source.nodes import Node
from deckloom.source.text import SourceText
from deckloom.spec.deck import Deck
from deckloom.values.diagnostics import Diagnostic
from deckloom.values.facts import Facts
from deckloom.values.limits import Limits
from deckloom.values.plan import DeckPlan, FitRow, LedgerRow

DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Settings:
    """What the caller decides. A spec can change none of it.

    ``theme`` wins over the spec's; ``strict`` makes warnings errors, ``draft`` makes missing pictures and alt texts
    warnings; ``progress`` is told the stage, the slides done and the slides in all; ``fonts`` are folders of font files
    to measure text with.
    """

    root: Path | None = None
    allow_dirs: tuple[Path, ...] = ()
    theme: str | None = None
    strict: bool = False
    draft: bool = False
    limits: Limits = DEFAULT_LIMITS
    source_date_epoch: int | None = None
    progress: Callable[[str, int, int], None] | None = None
    fonts: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """A spec that was read: ``deck`` is None when nothing could be made of it.

    ``mended`` says that it was read from a copy in which traps of YAML were mended, so that all faults could be found.
    """

    spec: Path
    source: SourceText | None
    root: Node | None
    deck: Deck | None
    diagnostics: tuple[Diagnostic, ...]
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A spec that went as far as its plan. ``diagnostics`` are located and in the order of the file."""

    spec: Path
    source: SourceText | None
    diagnostics: tuple[Diagnostic, ...]
    plan: DeckPlan | None = None
    deck: Deck | None = None
    facts: Facts | None = None
    root: Node | None = None
    inputs: tuple[Path, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether a deck can be built from it."""
        return self.plan is not None and not any(one.severity == "error" for one in self.diagnostics)

    @property
    def ledger(self) -> tuple[LedgerRow, ...]:
        """Where every piece of the spec went; empty when nothing could be planned."""
        return ledger(self.deck, self.plan) if self.deck and self.plan else ()

    @property
    def fit(self) -> tuple[FitRow, ...]:
        """How every text stands in its box; empty when nothing could be planned."""
        return tuple(fit_rows(self.plan, self.facts.fonts)) if self.plan and self.facts else ()

    def lines(self, file: str, line: int) -> str | None:
        """A line of the spec, or of a table that it names, for messages."""
        if self.source and file == self.source.file:
            return self.source.line(line)
        tables = self.facts.tables.values() if self.facts else ()
        return next((one.lines[line - 1] for one in tables if one.file == file and line <= len(one.lines)), None)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A spec before and after the edits that its hints offered, and how many they were."""

    before: Checked
    after: Checked
    edits: int


@dataclass(frozen=True, slots=True)
class Built:
    """A deck that was written: ``size`` in bytes."""

    checked: Checked
    target: Path
    size: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is made of a presentation's pages.

    ``folder`` takes all of it (None: beside the file, ``talk-pages``), except a contact sheet with a ``sheet_file`` of
    its own. ``slides`` are numbers from 1, hidden slides counted; None is every slide that is shown. ``force`` lets
    ``sheet_file`` replace a picture that is no contact sheet.
    """

    folder: Path | None = None
    pdf: bool = True
    png: bool = True
    sheet: bool = False
    sheet_file: Path | None = None
    dpi: int = 96
    slides: tuple[int, ...] | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """Pages that were made: the slides' numbers in order and the files; ``checked`` is the spec's, if it was one."""

    numbers: tuple[int, ...]
    files: tuple[Path, ...]
    checked: Checked | None = None


DEFAULTS = Settings()
EVERYTHING = Wanted()

"""Where reports go: diagnostics to stderr, results to stdout, as the format asks."""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from deckloom.cli import human, machine
from deckloom.cli.options import Format
from deckloom.cli.printable import clip, printable
from deckloom.cli.report import DeckReport
from deckloom.cli.streams import put
from deckloom.values.errors import Exit

COLUMNS = 100  # where stderr is no terminal
COLUMNS_LEAST, COLUMNS_MOST = 40, 120


@dataclass(slots=True)
class Screen:
    """Shows each report as it comes, except that JSON and SARIF are one document, printed at the end."""

    format: Format
    quiet: bool
    _reports: list[DeckReport] = field(default_factory=list)

    def show(self, report: DeckReport) -> None:
        """Show what came of one spec."""
        self._reports.append(report)
        if self.format == "human":
            self._human(report)
        elif self.format == "github":
            self._github(report)

    def close(self) -> Exit:
        """Print what is printed once; what the process should end with: the gravest of all reports."""
        if self.format == "json":
            put(machine.document(self._reports))
        elif self.format == "sarif":
            from deckloom.cli import sarif

            put(sarif.document(self._reports))
        return max((one.exit for one in self._reports), default=Exit.DONE)

    def _human(self, report: DeckReport) -> None:
        put(human.diff(report))
        put(human.diagnostics(report, has_colour(os.environ), _columns()), err=True)
        if report.failure is not None:
            put(f"deckloom: {clip(printable(report.failure), human.BYTES_MOST)}\n", err=True)
        if report.ledger:
            put(human.ledger(report.ledger))
        if report.fit:
            put(human.fit(report.fit))
        self._summary(report)

    def _github(self, report: DeckReport) -> None:
        put(human.diff(report))
        put(machine.annotations(report))
        if report.ledger:
            put(human.ledger(report.ledger))
        if report.fit:
            put(human.fit(report.fit))
        self._summary(report)

    def _summary(self, report: DeckReport) -> None:
        if report.failure is None and not self.quiet:
            put(f"{human.summary(report)}\n", err=report.exit is not Exit.DONE)


def on_terminal() -> bool:
    """Whether stderr is a terminal."""
    return sys.stderr is not None and sys.stderr.isatty()


def has_colour(environment: Mapping[str, str]) -> bool:
    """Whether stderr takes colour: a terminal, and no one has asked for none (no-color.org)."""
    return on_terminal() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def _columns() -> int:
    if not on_terminal():
        return COLUMNS
    return min(max(shutil.get_terminal_size((COLUMNS, 24)).columns, COLUMNS_LEAST), COLUMNS_MOST)

"""Data of charts and tables: amounts with their bounds, series, and tables read from files."""

from array import array
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from deckloom.values.diagnostics import Diagnostic
from deckloom.values.span import Path, Span
from deckloom.values.text import RichText

Form: TypeAlias = Literal["bar", "column", "line", "stacked", "dot"]

ATTACHED_MOST = 3
"""A unit of at most this many letters stands beside each value; a longer one is said once, in the heading."""
_MAGNITUDES = frozenset({"k", "K", "M", "m", "B", "b", "T", "bn", "Bn", "mn", "tn", "G"})
CURRENCIES = "$€£¥₹₩₽₺₴₪₫฿¢"


class Amount(NamedTuple):
    """A value as it was written: ``places`` decimals; ``sign`` is a bound (``>``, ``<``, ``~``, ``≥``, ``≤``) or empty;
    ``more`` says that a ``+`` follows ("440+")."""

    value: float
    places: int = 0
    sign: str = ""
    more: bool = False


class Series(NamedTuple):
    """Values of one kind, one for each category; None where there is none."""

    name: str
    amounts: tuple[Amount | None, ...]


class ChartData(NamedTuple):
    """What a chart shows. ``unit`` is as the spec writes it: ``%``, ``×``, ``€M``, ``months``."""

    form: Form
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""


class Cell(NamedTuple):
    """A cell with its place: a path into the spec, and for a cell of a file the span there."""

    text: RichText
    path: Path
    span: Span | None = None


class Column(NamedTuple):
    """A column: ``width`` counts columns of the page's grid; None for what was not said."""

    name: RichText
    align: Literal["left", "center", "right"] | None = None
    width: float | None = None
    what: Literal["text", "number", "verdict"] | None = None


class Grid(NamedTuple):
    """Rows and columns, each row as long as there are columns. ``named`` says that the columns have names."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    named: bool = True


@dataclass(frozen=True, slots=True)
class CsvFacts:
    """A table read from a file: ``file`` is its name in messages, ``lines`` its lines, ``header`` the first row.

    ``places`` holds line, column and length of every cell, header included, row by row. ``fault`` is what keeps the
    file from being used; everything else is empty then.
    """

    file: str
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    places: "array[int]" = field(default_factory=lambda: array("i"), repr=False)
    lines: tuple[str, ...] = field(default=(), repr=False)
    delimiter: str = ","
    fault: tuple[Diagnostic, ...] = ()

    def span(self, row: int, column: int) -> Span:
        """The place of a cell; row -1 is the header."""
        at = 3 * ((row + 1) * len(self.header) + column)
        line, start, length = self.places[at : at + 3]
        return Span(self.file, line, start, line, start + max(1, length))


def is_attached(unit: str) -> bool:
    """Whether the unit stands beside each value."""
    return 0 < len(unit) <= ATTACHED_MOST


def affixes(unit: str) -> tuple[str, str]:
    """What stands before and after a value: a currency's sign before, the rest after, words after a no-break space."""
    before = unit[:1] if unit[:1] in CURRENCIES else ""
    after = unit[len(before) :].strip()
    spaced = after[:1].isalpha() and after not in _MAGNITUDES
    return before, f"\u00a0{after}" if spaced else after


def shown(amount: Amount, unit: str) -> str:
    """The amount as a label says it: ``>11×``, ``~$9T``, ``65``."""
    before, after = affixes(unit) if unit else ("", "")
    minus = "\u2212" if amount.value < 0 else ""
    digits = f"{abs(amount.value):,.{amount.places}f}"
    return f"{amount.sign}{minus}{before}{digits}{after}{'+' if amount.more else ''}"


def number_format(amount: Amount, unit: str) -> str:
    """The same as a number format of a spreadsheet, so that the label follows the value: ``">"0"×"``."""
    before, after = affixes(unit) if unit else ("", "")
    digits = ("#,##0" if abs(amount.value) >= 1000 else "0") + ("." + "0" * amount.places if amount.places else "")
    end = _quoted(after + ("+" if amount.more else ""))
    positive = f"{_quoted(amount.sign + before)}{digits}{end}"
    if amount.value >= 0:
        return positive
    return f"{positive};{_quoted(amount.sign + chr(0x2212) + before)}{digits}{end}"


def _quoted(text: str) -> str:
    """Letters of a number format that are not to be read as part of it."""
    return '\\"'.join(f'"{part}"' if part else "" for part in text.split('"')) if text else ""

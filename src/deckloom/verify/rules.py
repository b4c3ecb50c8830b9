"""The rules a finished package keeps, each registered where it is written, and what a broken one is called."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeVar

from lxml.etree import _Element as Element

if TYPE_CHECKING:
    from deckloom.verify.package import Package, PartView

Level: TypeAlias = Literal["open", "reader", "risk"]
"""What a broken rule costs: a program refuses the file or asks to repair it; some reader loses content;
legal, but programs are known to differ."""


class Finding(NamedTuple):
    """One broken rule: its number, its level, the part's name ("" for the package) and what is wrong there."""

    rule: str
    level: Level
    part: str
    message: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.level}) {self.part or 'package'}: {self.message}"


class Rule(NamedTuple):
    """A rule as it is published: what must hold, in one line."""

    number: str
    level: Level
    says: str


PackageCheck: TypeAlias = "Callable[[Package], Iterator[tuple[str, str]]]"
PartCheck: TypeAlias = "Callable[[PartView], Iterator[str]]"
ElementCheck: TypeAlias = Callable[[Element], Iterator[str]]
Check = TypeVar("Check", bound=Callable[..., object])

_rules: list[Rule] = []
PACKAGE_CHECKS: list[tuple[str, Level, PackageCheck]] = []
PART_CHECKS: dict[str, list[tuple[str, Level, PartCheck]]] = {}
TREE_CHECKS: dict[str, list[tuple[str, Level, ElementCheck]]] = {}
ELEMENT_CHECKS: dict[str, list[tuple[str, Level, ElementCheck]]] = {}


def published() -> tuple[Rule, ...]:
    """Every rule there is, by number, then level in the order open, reader, risk."""
    return tuple(sorted(set(_rules)))


def declared(number: str, level: Level) -> Callable[[Check], Check]:
    """Publish the docstring of a function that is called by name, not by dispatch."""

    def register(check: Check) -> Check:
        _rules.append(Rule(number, level, _first_line(check)))
        return check

    return register


def package_rule(number: str, level: Level) -> Callable[[PackageCheck], PackageCheck]:
    """Run the function once, over the package; it yields part names with messages."""

    def register(check: PackageCheck) -> PackageCheck:
        PACKAGE_CHECKS.append((number, level, check))
        return declared(number, level)(check)

    return register


def part_rule(number: str, level: Level, *kinds: str) -> Callable[[PartCheck], PartCheck]:
    """Run the function over every part of these kinds, with its relationships at hand ("" means every kind)."""

    def register(check: PartCheck) -> PartCheck:
        for kind in kinds:
            PART_CHECKS.setdefault(kind, []).append((number, level, check))
        return declared(number, level)(check)

    return register


def tree_rule(number: str, level: Level, *kinds: str) -> Callable[[ElementCheck], ElementCheck]:
    """Run the function over the root of every part of these kinds; it may look at nothing else."""

    def register(check: ElementCheck) -> ElementCheck:
        for kind in kinds:
            TREE_CHECKS.setdefault(kind, []).append((number, level, check))
        return declared(number, level)(check)

    return register


def element_rule(number: str, level: Level, *tags: str) -> Callable[[ElementCheck], ElementCheck]:
    """Run the function over every element with one of these tags ("*" means every element)."""

    def register(check: ElementCheck) -> ElementCheck:
        for tag in tags:
            ELEMENT_CHECKS.setdefault(tag, []).append((number, level, check))
        return declared(number, level)(check)

    return register


def _first_line(check: Callable[..., object]) -> str:
    return (check.__doc__ or "").strip().split("\n")[0].rstrip(".")

"""The published list of rules is the list of rules."""

from pathlib import Path

# Imported for the rules that they register.
from deckloom.verify import check  # noqa: F401
from deckloom.verify.rules import published

DOCUMENT = Path(__file__).parents[3] / "docs" / "verify.md"


def test_the_published_list_has_every_rule_and_no_other():
    rows = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith(("| S", "| C"))]
    assert rows == [f"| {number} | {level} | {says} |" for number, level, says in published()]


def test_every_rule_is_one_line_with_a_number():
    numbers = {one.number for one in published()}
    assert numbers == {f"S{n:02}" for n in range(1, 50)} | {f"C{n:02}" for n in range(1, 16)}
    assert [one for one in published() if not one.says or "\n" in one.says] == []

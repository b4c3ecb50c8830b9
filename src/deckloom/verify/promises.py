"""The promises of a plan alone, without the rules of structure."""

from typing import BinaryIO

from deckloom.values.plan import DeckPlan
from deckloom.verify.check import verify
from deckloom.verify.rules import Finding


def verify_promises(file: BinaryIO, plan: DeckPlan) -> tuple[Finding, ...]:
    """Every promise of the plan that the package does not keep; of broken structure only that it cannot be opened."""
    found = verify(file, plan)
    return tuple(one for one in found if one.rule.startswith("C") or (one.rule == "S01" and not one.part))

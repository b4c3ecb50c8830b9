"""``python -m scripts.bench.boxes [--boxes N] [--seed N] [--font FAMILY]``: random text boxes in LibreOffice.

The boxes of ``tests/render`` with another seed each time they are asked for: how many turn out taller than planned, how
many exactly as high, and how much higher the plan is on average, by language, role and family.
"""

import argparse
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from deckloom.facts.fonts import WidthTables
from tests.support.boxes import FAMILIES, LANGUAGES, LATIN, Outcome, boxes_that_promise, laid_out, shown, summary


def main() -> int:
    """Print the tables; 1 if a box of known letters is over."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.boxes", description=__doc__)
    parser.add_argument("--boxes", type=int, default=1_500, help="how many of either kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--font", action="append", help="a family; can be given several times")
    given = parser.parse_args()
    families = tuple(given.font) if given.font else FAMILIES
    others = tuple(one for one in LANGUAGES if one not in LATIN)
    latin = _outcomes(given.boxes, given.seed, LATIN, families, known=not given.font)
    _print(latin)
    _print(_outcomes(given.boxes, given.seed, others, families, known=False))
    return int(any(one.is_over for one in latin))


def _outcomes(count: int, seed: int, langs: tuple[str, ...], families: tuple[str, ...], known: bool) -> list[Outcome]:
    fonts = WidthTables()
    with tempfile.TemporaryDirectory(prefix="deckloom-boxes-") as folder:
        return laid_out(boxes_that_promise(count, seed, langs, families, fonts, known), fonts, Path(folder))


def _print(outcomes: list[Outcome]) -> None:
    for aspect in ("lang", "role", "family"):
        groups: dict[str, list[Outcome]] = defaultdict(list)
        for one in outcomes:
            groups[getattr(one.box, aspect)].append(one)
        for name, group in sorted(groups.items()):
            print(summary(name, group))
    print(summary("all", outcomes), end="\n\n")
    for one in outcomes:
        if one.is_over:
            print(shown(one))


if __name__ == "__main__":
    sys.exit(main())

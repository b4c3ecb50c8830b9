"""Writes into the notes of each slide of decks/tour.yaml its own lines, after the first paragraph of the notes.

With --check nothing is written; the script fails if the notes are not those lines.
"""

import re
import sys
from pathlib import Path

TOUR = Path(__file__).resolve().parent.parent / "decks" / "tour.yaml"
NOTES = "    notes: |\n"
_SLIDE = re.compile(r"^  - kind: .*?(?=^  - kind: |\Z)", re.MULTILINE | re.DOTALL)


def told(text: str) -> str:
    """The deck with every slide's own lines in its notes."""
    return _SLIDE.sub(lambda match: _with_lines(match[0]), text).rstrip("\n") + "\n"


def _with_lines(slide: str) -> str:
    fields, found, notes = slide.partition(NOTES)
    if not found:
        sys.exit(f"a slide of {TOUR.name} has no notes: {slide.splitlines()[0].strip()}")
    said = notes.partition("\n\n")[0].rstrip("\n")
    lines = "".join(f"\n      `{line[2:]}`\n" for line in fields.splitlines() if line.strip())
    return f"{fields}{NOTES}{said}\n{lines}\n"


def main(arguments: list[str]) -> int:
    """0 when all is well, 1 when --check finds notes that are out of date."""
    text = TOUR.read_text(encoding="utf-8")
    made = told(text)
    if "--check" not in arguments:
        TOUR.write_text(made, encoding="utf-8")
    elif made != text:
        print("out of date: decks/tour.yaml; run scripts/build_tour.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

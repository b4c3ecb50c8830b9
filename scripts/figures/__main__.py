"""`python -m scripts.figures [NUMBER ...] [--check]`: draw the figures, or compare them with the files."""

import argparse
import sys
from pathlib import Path

from scripts.figures.figure import Figure, load
from scripts.figures.listing import LISTING, listing
from scripts.figures.proof import findings
from scripts.figures.render import drawn, encoded, pixels

ASSETS = Path(__file__).resolve().parents[2] / "assets" / "state-of-ai-2024"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.figures", description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, help="only these figures (default: all)")
    parser.add_argument("--check", action="store_true", help="write nothing; name the files that differ")
    parser.add_argument("--out", type=Path, default=ASSETS, help="folder of the pictures")
    return parser.parse_args()


def differs(path: Path, data: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != data


def handle(figure: Figure, folder: Path, check: bool) -> list[str]:
    """Draws one figure; returns what is wrong with it."""
    canvas = drawn(figure)
    wrong = [f"{figure.file}: {finding}" for finding in findings(canvas)]
    data = encoded(figure, pixels(canvas, figure.pixels))
    path = folder / figure.file
    if check and differs(path, data):
        wrong.append(f"{figure.file}: differs from the drawing")
    if not check:
        path.write_bytes(data)
    return wrong


def handle_listing(figures: list[Figure], check: bool) -> list[str]:
    text = listing(figures)
    if check:
        return [f"{LISTING.name}: differs from the data"] if differs(LISTING, text.encode()) else []
    LISTING.write_text(text, encoding="utf-8")
    return []


def main() -> int:
    options = arguments()
    figures = load()
    chosen = [f for f in figures if not options.numbers or f.number in options.numbers]
    wrong = [line for figure in chosen for line in handle(figure, options.out, options.check)]
    wrong += handle_listing(figures, options.check)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""Draws a picture of every kind for the reference: its slide in decks/tour.yaml that holds the most. Needs LibreOffice.

A kind whose pictures differ by layout is shown once; the tour has them all.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from deckloom import api
from deckloom.kinds import all_kinds
from deckloom.rendering import render
from deckloom.results import Wanted

ROOT = Path(__file__).resolve().parent.parent
TOUR = ROOT / "decks" / "tour.yaml"
PICTURES = ROOT / "docs" / "reference" / "images"
WIDTH, QUALITY, DPI = 720, 80, 96


def shown() -> dict[str, int]:
    """The number of the slide that shows a kind: of the tour's, the one with the most items on it."""
    checked = api.check(TOUR)
    if checked.plan is None or checked.deck is None:
        sys.exit("\n".join(map(str, checked.diagnostics)))
    kinds = {entry.position: entry.kind.name for entry in checked.deck.slides}
    found: dict[str, tuple[int, int]] = {}
    for number, slide in enumerate(checked.plan.slides, 1):
        kind, size = kinds[int(slide.path[1])], len(slide.items)
        if size > found.get(kind, (0, 0))[0]:
            found[kind] = (size, number)
    return {kind: number for kind, (_, number) in found.items()}


def main() -> int:
    """0; every kind has its picture afterwards, and no picture is left over."""
    numbers = shown()
    if missing := sorted(all_kinds().keys() - numbers.keys()):
        sys.exit(f"decks/tour.yaml has no slide of kind {', '.join(missing)}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for path in PICTURES.glob("*.webp"):
        path.unlink()
    with TemporaryDirectory() as folder:
        wanted = Wanted(Path(folder) / "pages", pdf=False, dpi=DPI, slides=tuple(sorted(numbers.values())))
        rendered = render(TOUR, wanted)
        pages = dict(zip(rendered.numbers, rendered.files, strict=True))
        for kind, number in numbers.items():
            page = Image.open(pages[number]).convert("RGB")
            height = round(WIDTH * page.height / page.width)
            small = page.resize((WIDTH, height), Image.Resampling.LANCZOS)
            small.save(PICTURES / f"{kind}.webp", quality=QUALITY, method=6)
    return 0


if __name__ == "__main__":
    sys.exit(main())

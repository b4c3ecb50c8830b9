"""``make approve``: keeps the gallery's pages as they are now. Pages that look as they did are left alone.

With ``--out FOLDER`` it approves nothing, and writes every page at full size into the folder, to be looked at.
"""

import argparse
from pathlib import Path

from tests.support import gallery


def _write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for (deck, slide), page in gallery.current_pages().items():
        page.image.save(folder / f"{deck}-{slide}.png")


def _approve() -> None:
    pages = gallery.current_pages()
    for deck, slide in sorted(gallery.approved_pages() - pages.keys()):
        gallery.disapprove(deck, slide)
        print(f"gone: {deck}/{slide}")
    for (deck, slide), page in pages.items():
        if found := gallery.against_approved(deck, slide, page):
            gallery.approve(deck, slide, page)
            print(f"approved: {deck}/{found}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="write the pages at full size into this folder, and approve nothing")
    folder = parser.parse_args().out
    _write(folder) if folder else _approve()

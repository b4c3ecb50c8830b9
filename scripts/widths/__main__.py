"""`python -m scripts.widths [--check]`: make the advance-width tables from the font files, or compare.

The fonts are those of Debian's packages fonts-liberation2, fonts-crosextra-carlito and fonts-crosextra-caladea, and of
the npm package @fontsource/gelasio. Only files with the recorded SHA-256 are read, because another version of a font
may have other widths.
"""

import argparse
import sys
from pathlib import Path

from scripts.widths.sources import pinned, sources
from scripts.widths.tables import face_table, packed

TARGET = Path(__file__).resolve().parents[2] / "src" / "deckloom" / "data" / "widths.bin"
FONTS = Path("/usr/share/fonts/truetype")
GELASIO = Path("node_modules/@fontsource/gelasio/files")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.widths", description=__doc__)
    parser.add_argument("--fonts", type=Path, default=FONTS, help="folder with liberation2/ and crosextra/")
    parser.add_argument("--gelasio", type=Path, default=GELASIO, help="folder of the files of @fontsource/gelasio")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the table on file differs")
    return parser.parse_args()


def main() -> int:
    """Returns the exit code: 0 when the table is written, or is the same; 1 otherwise."""
    given = arguments()
    files: dict[str, list[Path]] = {}
    for source in sources():
        folder = given.gelasio if source.file.startswith("gelasio-") else given.fonts
        files.setdefault(source.name, []).append(pinned(source, folder))
    tables = {name: face_table(paths) for name, paths in files.items()}
    data = packed(tables)
    widths = sum(len(table.widths) for table in tables.values())
    print(f"{len(tables)} faces, {widths} widths, {len(data)} bytes")
    if given.check:
        return int(not TARGET.is_file() or TARGET.read_bytes() != data)
    TARGET.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())

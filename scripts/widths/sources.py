"""The font files that the tables are made from, each pinned by its SHA-256 in ``sources.sha256``."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LIST = Path(__file__).with_name("sources.sha256")

FAMILIES = {
    "LiberationSans": "Liberation Sans",
    "LiberationSerif": "Liberation Serif",
    "LiberationMono": "Liberation Mono",
    "Carlito": "Carlito",
    "Caladea": "Caladea",
}
# Gelasio comes in a file for each part of the alphabet; the style is in the file's name.
PARTS = {"400-normal": "Regular", "700-normal": "Bold", "400-italic": "Italic", "700-italic": "Bold Italic"}


class Source(NamedTuple):
    """A font file below the fonts' folder; ``name`` is the face's name in the table: family, then style."""

    name: str
    file: str
    sha256: str


def sources() -> Iterator[Source]:
    """The files of the list, in its order: lines as ``sha256sum`` writes and checks them. A face may have several."""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        digest, file = line.split()
        if file.startswith("gelasio-"):
            style = next(name for part, name in PARTS.items() if Path(file).stem.endswith(part))
            yield Source(f"Gelasio {style}", file, digest)
            continue
        family, _, style = Path(file).stem.partition("-")
        yield Source(f"{FAMILIES[family]} {style.replace('BoldItalic', 'Bold Italic')}", file, digest)


def pinned(source: Source, folder: Path) -> Path:
    """The file of a source, once its content is found to be the recorded one. Raises ValueError where it is not."""
    path = folder / source.file
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != source.sha256:
        raise ValueError(f"{path} is another version: SHA-256 {found}")
    return path

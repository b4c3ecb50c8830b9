"""The files that the examples of the error pages name: pictures and templates with one fault each."""

import shutil
from pathlib import Path

from PIL import Image

from deckloom.source.text import decode
from deckloom.theme.build import build_theme
from deckloom.theme.read import read_theme
from deckloom.values.limits import Limits
from tests.house.tree import ROOT

TEMPLATES = ROOT / "templates"
PICTURES = {"photo.jpg": (1600, 1000), "square.png": (1600, 1600), "thumbnail.png": (200, 150), "huge.png": (20_001, 2)}


def furnish(folder: Path) -> None:
    """Put every file that an example may name into the folder."""
    for name, size in PICTURES.items():
        Image.new("L", size, 128).save(folder / name)
    (folder / "broken.png").write_bytes((folder / "square.png").read_bytes()[:60])
    (folder / "damaged.pptx").write_bytes(b"PK\x03\x04 and then nothing")
    shutil.copy(TEMPLATES / "ledger.pptx", folder / "template.pptx")
    (folder / "rare-font.pptx").write_bytes(_themed("Arial", "Papyrus"))
    (folder / "pale.pptx").write_bytes(_themed('"0F1B33"', '"E0E0E0"'))
    _without(folder / "cover-only.pptx", layouts=("Title and Content", "Two Content"))
    _without(folder / "no-content.pptx", placeholders=("Title and Content", "Two Content"))


def _themed(old: str, new: str) -> bytes:
    """The bundled theme with a word of its file exchanged."""
    text = (TEMPLATES / "ledger.yaml").read_text(encoding="utf-8").replace(old, new)
    theme = read_theme(decode(text.encode(), "theme.yaml", Limits()).value, Limits()).value
    return build_theme(theme)


def _without(target: Path, layouts: tuple[str, ...] = (), placeholders: tuple[str, ...] = ()) -> None:
    """The bundled template without some layouts, or with nothing but a title on some."""
    from pptx import Presentation

    deck = Presentation(str(TEMPLATES / "ledger.pptx"))
    for layout in list(deck.slide_layouts):
        if layout.name in layouts:
            deck.slide_layouts.remove(layout)
        elif layout.name in placeholders:
            for shape in list(layout.placeholders):
                if shape.placeholder_format.type.name in ("OBJECT", "BODY"):
                    shape._element.getparent().remove(shape._element)
    deck.save(str(target))

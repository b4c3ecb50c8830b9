"""An alt text says what the picture shows; a file's name, or the word "picture", does not."""

import re
from collections.abc import Iterator

from deckloom.spec.deck import Deck
from deckloom.values.diagnostics import Diagnostic, warning
from deckloom.values.facts import Facts
from deckloom.values.plan import DeckPlan, PictureItem

_FILE = re.compile(
    r"[^/\\\s]*\.(png|jpe?g|gif|webp|bmp|tiff?|svg|emf)|(img|dsc|image|screenshot)[-_ ]?\d+", re.IGNORECASE
)
_EMPTY_WORDS = frozenset(
    {
        *("image", "picture", "photo", "figure", "chart", "diagram", "graphic", "screenshot", "logo"),
        *(
            "bild",
            "foto",
            "abbildung",
            "diagramm",
            "grafik",
            "photographie",
            "imagen",
            "imagem",
            "immagine",
            "afbeelding",
        ),
    }
)


def check(deck: Deck, plan: DeckPlan, facts: Facts) -> Iterator[Diagnostic]:
    """A warning for every alt text that is a file's name or a single word of no meaning."""
    for slide in plan.slides:
        for item in slide.items:
            if isinstance(item, PictureItem) and _says_nothing(item.alt):
                message = f"the alt text `{item.alt}` does not say what the picture shows"
                hint = "describe what one would tell somebody on the telephone"
                yield warning("alt-text", message, (*item.path[:-1], "alt"), hint)


def _says_nothing(alt: str) -> bool:
    text = alt.strip().lower().rstrip(".")
    return text in _EMPTY_WORDS or bool(_FILE.fullmatch(text))

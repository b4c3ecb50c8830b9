"""A page for every diagnostic code: what it means, a bad and a good example, and why. The pages lie beside it."""

from functools import cache
from importlib.resources import files

from deckloom.values.codes import CODES

HEADINGS = ("What it means", "A bad example", "A good example", "Why")


def page_name(slug: str) -> str:
    """The file name of a code's page."""
    return f"{CODES[slug].number}-{slug}.md"


@cache
def page(slug: str) -> str:
    """The page of a code, in Markdown."""
    return files(__name__).joinpath(page_name(slug)).read_text(encoding="utf-8")


def slug_of(word: str) -> str | None:
    """The code that a word names: its number or its slug, in any case; None when there is none."""
    wanted = word.strip().lower()
    return next((slug for slug, code in CODES.items() if wanted in (slug, code.number.lower())), None)

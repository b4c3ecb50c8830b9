"""The index of the diagnostic codes."""

from deckloom.explain import page_name
from deckloom.reference.pages import MADE
from deckloom.values.codes import CODES

GROUPS = {
    "1": "The text of the spec",
    "2": "The language",
    "3": "Pictures, fonts and other files",
    "4": "Templates and themes",
    "5": "Fit",
    "6": "The story",
    "7": "Kinds",
    "9": "The package",
}
PAGES = "../src/deckloom/explain"

INTRODUCTION = """\
Every code that `deckloom check` and `deckloom build` can give. The list is closed, and a number never changes its
meaning; the word beside it says the same. Whether a code is an error or a warning depends on the case; `--strict` makes
every warning an error.

Each code has a page with a bad and a good example; `deckloom explain CODE` prints it. An example that begins with
`- kind:` stands for the slides of a deck whose other fields are in order."""


def errors_index() -> str:
    """The page, as it is committed."""
    parts = [MADE, "# Diagnostic codes", INTRODUCTION]
    for first, title in GROUPS.items():
        rows = [_row(slug) for slug, code in CODES.items() if code.number[2] == first]
        if rows:
            parts += [
                f"## {first}xx: {title}",
                "\n".join(("| Code | Name | Meaning |", "| --- | --- | --- |", *rows)),
            ]
    return "\n\n".join(parts) + "\n"


def _row(slug: str) -> str:
    code = CODES[slug]
    return f"| {code.number} | [`{slug}`]({PAGES}/{page_name(slug)}) | {code.meaning} |"

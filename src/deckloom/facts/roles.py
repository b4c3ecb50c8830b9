"""What a kind calls a placeholder by."""

import re

from deckloom.values.facts import Accepts

BY_TYPE = {
    "title": "title",
    "ctrTitle": "title",
    "subTitle": "subtitle",
    "dt": "date",
    "ftr": "footer",
    "sldNum": "page-number",
}

ACCEPTS: dict[str, Accepts] = {
    "obj": "any",
    "pic": "picture",
    "clipArt": "picture",
    "media": "any",
    "dgm": "any",
    "chart": "chart",
    "tbl": "table",
}

_GENERIC = re.compile(r".* placeholder( \d+)?", re.IGNORECASE)
_PLAIN_WORDS = {"any": "content", "picture": "picture", "chart": "chart", "table": "table", "text": "text"}


def accepts(kind: str | None) -> Accepts:
    """What a placeholder of this type takes; without a type it takes anything."""
    return ACCEPTS.get(kind or "obj", "text")


def role_of(kind: str | None, name: str, layout_type: str | None, taken: set[str]) -> str:
    """The role of a placeholder: by its type where that says enough, else by its name in lower case with hyphens.

    Names such as "Content Placeholder 3" only repeat the type; then the role is the type's plain word, in a layout for
    comparison "heading" for the texts, with a number from the second on.
    """
    if kind in BY_TYPE:
        return _free(BY_TYPE[kind], taken)
    if not _GENERIC.fullmatch(name):
        return _free("-".join(re.findall(r"\w+", name.lower())) or "text", taken)
    word = _PLAIN_WORDS[accepts(kind)]
    return _free("heading" if word == "text" and layout_type == "twoTxTwoObj" else word, taken)


def _free(role: str, taken: set[str]) -> str:
    """The role, with the first free number from 2 if it is taken."""
    number, free = 1, role
    while free in taken:
        number += 1
        free = f"{role}-{number}"
    taken.add(free)
    return free

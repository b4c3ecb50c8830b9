"""Parts whose markup was found clean before, by the SHA-256 of their bytes.

Those of the bundled templates are listed in ``data/clean_parts.txt``, which ``scripts/build_templates.py`` writes with
the templates and the tests hold to the rules: every deck carries the same layouts, and judging them took a sixth of
the time of a short build. What a process finds clean it remembers too, for the next deck.
"""

from functools import cache
from hashlib import sha256
from importlib.resources import files

MOST_REMEMBERED = 4_096

_remembered: set[tuple[str, str]] = set()


@cache
def shipped() -> frozenset[tuple[str, str]]:
    """The digests and kinds of the bundled templates' parts."""
    text = files("deckloom").joinpath("data/clean_parts.txt").read_text(encoding="ascii")
    return frozenset((digest, kind) for digest, kind in (row.split() for row in text.splitlines()))


def key(data: bytes, kind: str) -> tuple[str, str]:
    """What a part is known by: its bytes, and as what it was judged."""
    return sha256(data).hexdigest(), kind or "-"


def is_clean(part: tuple[str, str]) -> bool:
    """Whether the very same part was judged before and nothing was found."""
    return part in _remembered or part in shipped()


def remember(part: tuple[str, str]) -> None:
    """Take note of a part in which nothing was found."""
    if len(_remembered) < MOST_REMEMBERED:
        _remembered.add(part)

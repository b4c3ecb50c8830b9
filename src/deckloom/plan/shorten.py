"""A text cut after a whole sentence."""

import re
from bisect import bisect_left
from collections.abc import Callable

from deckloom.values.text import Para, RichText, plain

# A full stop, question or exclamation mark, with what closes after it, before a space or the end; not after a single
# capital, which is an initial. The marks of Chinese and Japanese need no space.
_END = re.compile(r"""(?<!\b[A-Z])[.!?…؟]+[)\]"'”’»]*(?=\s|\Z)|[。！？][」』）”’]*""")


def shortened(paras: tuple[Para, ...], held: Callable[[tuple[Para, ...]], bool]) -> tuple[Para, ...] | None:
    """The paragraphs up to the last sentence with which they are ``held``; None if not even the first one is."""
    ends = [(at, match.end()) for at, para in enumerate(paras) for match in _END.finditer(plain(para.runs))]
    first_over = bisect_left(ends, True, key=lambda end: not held(_up_to(paras, end)))
    return _up_to(paras, ends[first_over - 1]) if first_over else None


def _up_to(paras: tuple[Para, ...], end: tuple[int, int]) -> tuple[Para, ...]:
    at, length = end
    return (*paras[:at], paras[at]._replace(runs=_start(paras[at].runs, length)))


def _start(runs: RichText, length: int) -> RichText:
    """The runs up to so many characters."""
    kept = []
    for run in runs:
        if length <= 0:
            break
        kept.append(run._replace(text=run.text[:length]))
        length -= len(run.text)
    return tuple(kept)

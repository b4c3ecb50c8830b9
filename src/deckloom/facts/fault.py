"""What is wrong with a file, said before anyone knows where the spec names it."""

from typing import NamedTuple

from deckloom.values.diagnostics import Diagnostic, Hint, error
from deckloom.values.span import Path

SHOWN_MOST = 120


class Fault(NamedTuple):
    """``what`` goes on from the file's name ("is a PDF document"); ``hints`` say what to do about it."""

    slug: str
    what: str
    hints: tuple[str | Hint, ...] = ()

    def at(self, reference: str, path: Path) -> Diagnostic:
        """The diagnostic for the file as the spec writes it, at the place where it does."""
        return error(self.slug, f"`{shown(reference)}` {self.what}", path, *self.hints)


def shown(reference: str) -> str:
    """The reference as a message shows it: control characters escaped, the middle of a long one cut."""
    safe = "".join(char if char.isprintable() else f"\\u{{{ord(char):x}}}" for char in reference)
    if len(safe) <= SHOWN_MOST:
        return safe
    half = SHOWN_MOST // 2
    return f"{safe[:half]}…{safe[-half:]}"

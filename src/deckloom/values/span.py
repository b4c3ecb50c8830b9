"""Places in a text file, and paths into a spec."""

from typing import NamedTuple, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""A place in a spec: keys and list positions from the top, such as ``("slides", 3, "title")``."""


class Span(NamedTuple):
    """A stretch of a text file: 1-based lines and columns (columns count characters), end exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def spelled(path: Path) -> str:
    """The path as people write it: ``slides[3].title``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text

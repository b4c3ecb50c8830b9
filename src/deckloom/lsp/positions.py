"""Places in our count, lines and characters from 1, and in the protocol's: from 0, in units that the editor chose."""

from collections.abc import Callable

from lsprotocol import types

from deckloom.values.span import Span

_WIDTHS: dict[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode(errors="replace")),
    "utf-16": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "utf-32": len,
}


class Positions:
    """Converts places of a text whose ``lines`` are given. Places past the end of a line are taken for its end."""

    def __init__(self, lines: list[str], encoding: str) -> None:
        self._lines = lines
        self._width = _WIDTHS[encoding]

    def position(self, line: int, column: int) -> types.Position:
        """The protocol's position of a line and column, both from 1."""
        text = self._lines[line - 1] if line <= len(self._lines) else ""
        return types.Position(line - 1, self._width(text[: column - 1]))

    def range(self, span: Span) -> types.Range:
        """The protocol's range of a span."""
        return types.Range(self.position(span.line, span.column), self.position(span.end_line, span.end_column))

    def column(self, position: types.Position) -> int:
        """How many characters of its line stand before a position."""
        text = self._lines[position.line] if position.line < len(self._lines) else ""
        if text.isascii():
            return min(position.character, len(text))
        units = 0
        for at, char in enumerate(text):
            if units >= position.character:
                return at
            units += self._width(char)
        return len(text)

"""The body of a ``|`` block, inside which nothing is a trap but the indentation of its first lines."""

from deckloom.source.edits import Change
from deckloom.source.traps.trap import Lines, Trap


def body(lines: Lines, number: int, column: int) -> tuple[int, list[Trap]]:
    """The line after the block that the line ``number`` opens below ``column``, with what is wrong with it."""
    inside = list(lines.deeper(number + 1, column))
    if not inside:
        return number + 1, []
    indents = [lines.indent(one) for one in inside]
    least = min(indents)
    if indents[0] <= least or any(sign.isdigit() for sign in _header(lines.lines[number])):
        return inside[-1] + 1, []
    first = next(at for at, indent in enumerate(indents) if indent < indents[0])
    start, end = lines.starts[inside[0]], lines.starts[inside[first]]
    more = min(indents[:first]) - least
    dedented = [line[more:] if line.strip() else line for line in lines.text[start:end].split("\n")]
    message = "the first line of the block is indented deeper than a later one"
    at = start + indents[0]
    change = Change(start, end, "\n".join(dedented))
    trap = Trap("block-indent", message, at, at + 1, ("keep the first line least indented",), change)
    return inside[-1] + 1, [trap]


def _header(line: str) -> str:
    """What stands after the ``|`` or ``>`` that ends a line."""
    return line[max(line.rfind("|"), line.rfind(">")) :].partition(" #")[0]

"""The spec as a tree: every scalar is text as it is spelled, every node knows where it stands."""

from typing import TypeAlias

MANY = 40
"""Of more keys than this, which no field list has, a table is made before one is looked for."""

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


class Scalar:
    """A text. ``style`` is YAML's sign for how it is written: ``'``, ``"``, ``|``, ``>``, or empty without quotes.

    ``start`` and ``end`` are offsets into the source and include quotes and the ``|``.
    """

    __slots__ = ("end", "start", "style", "text")

    def __init__(self, text: str, style: str, start: int, end: int) -> None:
        self.text = text
        self.style = style
        self.start = start
        self.end = end

    @property
    def plain(self) -> bool:
        """Whether it is written without quotes and not as a block."""
        return not self.style

    @property
    def block(self) -> bool:
        """Whether it is a ``|`` block, which keeps its lines. (A ``>`` block joins them.)"""
        return self.style == "|"


class Sequence:
    """A list. ``end`` is where its last entry, or its bracket, ends."""

    __slots__ = ("end", "items", "start")

    def __init__(self, start: int, end: int) -> None:
        self.items: list[Node] = []
        self.start = start
        self.end = end


class Mapping:
    """Keys and values, side by side and in the order written; a key that is written twice is in it twice."""

    __slots__ = ("_places", "end", "keys", "start", "values")

    def __init__(self, start: int, end: int) -> None:
        self.keys: list[Scalar] = []
        self.values: list[Node] = []
        self.start = start
        self.end = end
        self._places: dict[str, int] = {}

    def find(self, key: str) -> int:
        """The position of a key, the first if it is there twice; -1 if it is not there. Asked when all keys are in."""
        if len(self.keys) > MANY:
            if not self._places:
                self._places = {one.text: at for at, one in reversed(list(enumerate(self.keys)))}
            return self._places.get(key, -1)
        for index, one in enumerate(self.keys):
            if one.text == key:
                return index
        return -1


Node: TypeAlias = Scalar | Sequence | Mapping


def to_plain(node: Node) -> Plain:
    """The tree as text, lists and dictionaries. Where a key is written twice, the first counts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    plain: dict[str, Plain] = {}
    for key, value in zip(node.keys, node.values, strict=True):
        if key.text not in plain:
            plain[key.text] = to_plain(value)
    return plain

"""Text becomes located nodes. The only module that knows PyYAML.

Only PyYAML's parser is used, never its constructors: no type is guessed from how a text looks, and what would let
one part of a file stand for another (aliases, merge keys) is refused.
"""

import gc
import re
from collections.abc import Callable
from typing import Any, NoReturn, TypeAlias

import yaml

from deckloom.source.nodes import Mapping, Node, Scalar, Sequence
from deckloom.source.text import STAND_IN, UNSTORABLE, SourceText, character_name
from deckloom.source.wording import SyntaxFault, reworded
from deckloom.values.diagnostics import Diagnostic, Hint, Outcome
from deckloom.values.limits import Limits
from deckloom.values.span import Path

_Event: TypeAlias = Any  # the C and the Python parser have marks of different classes

_LOADER: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)

_PROPERTY = re.compile(r"[^\s,\[\]{}]+")
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_ESCAPED = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v", "N": "\x85"}


def parse(source: SourceText, limits: Limits) -> Outcome[Node]:
    """The tree of a spec, with every fault that the parser can step over.

    There is no value when the text is empty or not YAML, or over ``limits.nodes`` or ``limits.depth``.
    """
    collecting = gc.isenabled()
    gc.disable()  # nothing in the growing tree is garbage, and searching it costs more than the parsing
    try:
        return _Builder(source, limits).outcome()
    finally:
        if collecting:
            gc.enable()


class _Stop(Exception):
    """The rest of the text is not worth reading."""


class _Builder:
    """Turns the parser's events into nodes.

    ``root`` is a list that gets the spec as its entry, ``open`` holds the collections around the place reached, and
    ``dropped`` the stand-ins for keys that are no text.
    """

    def __init__(self, source: SourceText, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.root = Sequence(0, 0)
        self.open: list[Sequence | Mapping] = []
        self.faults: list[Diagnostic] = []
        self.dropped: set[Scalar] = set()

    def outcome(self) -> Outcome[Node]:
        root = self._parsed()
        if root is None and not self.faults:
            self._fault("not-yaml", "the spec is empty", 0, 0, "begin with `deckloom: 1`")
        self.faults.sort(key=lambda one: one.span or ())
        return Outcome(root, tuple(self.faults))

    def _parsed(self) -> Node | None:
        loader = _LOADER(self.source.text)
        try:
            return self._build(loader.get_event)
        except _Stop:
            return None
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except (yaml.YAMLError, RecursionError):
            self._fault("not-yaml", "the spec cannot be read as YAML", 0, 0, "quote the text")
        except ValueError:  # from chr(), for an escape over U+10FFFF; the C parser has an error of its own for it
            self._reword(SyntaxFault("found invalid Unicode character escape code", loader.index, "", 0))
        for one in self.open:
            self._duplicates(one)
        return None

    def _build(self, next_event: Callable[[], _Event]) -> Node | None:
        """The loop that every node goes through; it calls out only where there may be a fault."""
        text, left = self.source.text, self.limits.nodes
        names: dict[str, str] = {}
        root = self.root
        keyed, keys, values = _sides(root)
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value, style, start = event.value, event.style or "", event.start_mark.index
                node = Scalar(value, style, start, event.end_mark.index)
                at_key = keyed and len(keys) == len(values)
                if style or not value or value == "<<" or text[start] in "&!":
                    self._check(node, at_key)
                if at_key:
                    node.text = names.setdefault(node.text, node.text)
                    keys.append(node)
                else:
                    values.append(node)
                left -= 1
            elif kind in _STARTS:
                at_key = keyed and len(keys) == len(values)
                keyed, keys, values = _sides(self._enter(event, at_key))
                left -= 1
            elif kind in _ENDS:
                self._leave(event)
                keyed, keys, values = _sides(self.open[-1] if self.open else root)
            elif kind is yaml.AliasEvent:
                at_key = keyed and len(keys) == len(values)
                (keys if at_key else values).append(self._alias(event, at_key))
                left -= 1
            elif kind is yaml.DocumentStartEvent and root.items:
                self._second_document(event)
                break
            if left < 0:
                self._over("nodes", f"more than {self.limits.nodes:,} keys and values", event)
        return root.items[0] if root.items else None

    def _check(self, node: Scalar, at_key: bool) -> None:
        """The faults a scalar may have, and the true end of a block."""
        text = self.source.text
        if node.style in ("|", ">"):
            while node.end > node.start and text[node.end - 1] in " \n":
                node.end -= 1
        elif node.style == '"' and UNSTORABLE.search(node.text):
            self._escapes(node, at_key)
        if text[node.start : node.start + 1] in ("&", "!"):
            self._property(node.start, self._path(node.text, at_key))
        elif not node.style:
            self._check_plain(node, at_key)

    def _check_plain(self, node: Scalar, at_key: bool) -> None:
        start, end = node.start, node.end
        if not node.text and not self.open:
            self._fault("not-yaml", "the spec is empty", start, end, "begin with `deckloom: 1`")
            raise _Stop
        if at_key:
            self.dropped.add(node)
            if node.text:
                hint = "write the fields themselves; `defaults` holds what several slides share"
                self._fault("yaml-feature", "`<<` merges mappings, which a deck does not do", start, end, hint)
            else:
                self._fault("not-text-key", "there is no key before the `:`", start, start + 1, "write the key")
        elif not node.text:
            path = self._path("", at_key)
            what = f"`{path[-1]}` has" if isinstance(path[-1], str) else "the entry has"
            hint = "write the text, or delete the key" if isinstance(path[-1], str) else "write the text, or delete it"
            self._fault("empty-value", f"{what} no value", start, end, hint, path=path)

    def _enter(self, event: _Event, at_key: bool) -> Sequence | Mapping:
        """Opens a list or a mapping; one that stands as a key is read but not kept."""
        start = event.start_mark.index
        _, keys, values = _sides(self.open[-1] if self.open else self.root)
        one: Sequence | Mapping
        one = Mapping(start, start) if type(event) is yaml.MappingStartEvent else Sequence(start, start)
        if event.anchor is not None or event.tag is not None:
            self._property(start, self._path("", at_key))
        if at_key:
            keys.append(self._no_key("", start, start + 1))
            self._fault("not-text-key", "a list or mapping stands as a key", start, start + 1, "write a text as key")
        else:
            values.append(one)
        self.open.append(one)
        if len(self.open) > self.limits.depth:
            self._over("depth", f"nested more than {self.limits.depth} levels deep", event)
        return one

    def _leave(self, event: _Event) -> None:
        """Closes the innermost list or mapping. A block ends where its last entry does, not at the next token."""
        one = self.open.pop()
        entries = one.items if isinstance(one, Sequence) else one.values
        bracketed = event.end_mark.index > event.start_mark.index
        one.end = event.end_mark.index if bracketed or not entries else entries[-1].end
        self._duplicates(one)

    def _duplicates(self, one: Sequence | Mapping) -> None:
        """Reports keys written twice, and takes out what was no key."""
        if isinstance(one, Sequence):
            return
        if self.dropped and not self.dropped.isdisjoint(one.keys):
            kept = [pair for pair in zip(one.keys, one.values, strict=False) if pair[0] not in self.dropped]
            one.keys, one.values = [key for key, _ in kept], [value for _, value in kept]
        if len({key.text for key in one.keys}) == len(one.keys):
            return
        first: dict[str, Scalar] = {}
        for key in one.keys:
            if first.setdefault(key.text, key) is not key:
                line = self.source.position(first[key.text].start)[0]
                message = f"`{key.text}` is written twice; the first is in line {line}"
                path = (*self._around(), key.text)
                self._fault("duplicate-key", message, key.start, key.end, "delete one of them", path=path)

    def _alias(self, event: _Event, at_key: bool) -> Scalar:
        """A stand-in for an alias, which is a fault; one after ``<<`` is part of that fault."""
        start, end = event.start_mark.index, event.end_mark.index
        word = self.source.text[start:end]
        around = self.open[-1] if self.open else None
        if at_key or not (isinstance(around, Mapping) and around.keys[-1] in self.dropped):
            message = f"`{word}` is a YAML alias, which a deck does not have"
            hint = "quote the text, or write it out; a text that begins with `*` needs quotes"
            self._fault("yaml-feature", message, start, end, hint, path=self._path(word, at_key))
        return self._no_key(word, start, end) if at_key else Scalar(word, "", start, end)

    def _property(self, start: int, path: Path) -> None:
        """An anchor or a tag; mostly a text that begins with the sign of one."""
        match = _PROPERTY.match(self.source.text, start)
        word = match[0] if match else ""
        name = "an anchor" if word.startswith("&") else "a tag"
        message = f"`{word}` is {name} of YAML, which a deck does not have"
        hint = f"delete it, or quote the text: one that begins with `{word[:1]}` needs quotes"
        self._fault("yaml-feature", message, start, start + len(word), hint, path=path)

    def _escapes(self, node: Scalar, at_key: bool) -> None:
        """Escapes that give what cannot be stored; the node gets a stand-in, so that later stages can go on."""
        node.text = UNSTORABLE.sub(STAND_IN, node.text)
        path = self._path(node.text, at_key)
        hint = "delete it, or write the character itself"
        for match in _ESCAPE.finditer(self.source.text, node.start, node.end):
            code = match[1]
            character = chr(int(code[1:], 16)) if len(code) > 1 else _ESCAPED.get(code, "")
            if UNSTORABLE.match(character):
                message = f"`{match[0]}` is character {character_name(character)}, which a presentation cannot store"
                self._fault("bad-character", message, *match.span(), hint, path=path)

    def _second_document(self, event: _Event) -> None:
        start = event.start_mark.index
        message = "`---` begins a second document, and a spec is one"
        self._fault("yaml-feature", message, start, start + 3, "delete the line, or make it a file of its own")

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        marks = [mark.index if mark else -1 for mark in (error.problem_mark, error.context_mark)]
        self._reword(SyntaxFault(error.problem or "", max(marks[0], 0), error.context or "", marks[1]))

    def _reword(self, fault: SyntaxFault) -> None:
        said = reworded(fault, self.source.text)
        self._fault(said.slug, said.message, said.at, said.at + 1, said.hint)

    def _over(self, limit: str, found: str, event: _Event) -> NoReturn:
        start = event.start_mark.index
        message = f"the spec is {found}" if limit == "depth" else f"the spec has {found}"
        most = getattr(self.limits, limit)
        hint = f"split the deck, or raise the limit with `--limit {limit}={most * 2}`"
        self._fault("too-large", f"{message}, the limit `{limit}`", start, start + 1, hint)
        raise _Stop

    def _no_key(self, text: str, start: int, end: int) -> Scalar:
        """Takes the place of a key that is none, until its mapping is closed."""
        key = Scalar(text, "", start, end)
        self.dropped.add(key)
        return key

    def _path(self, key: str, at_key: bool) -> Path:
        """The path of the node that is about to be added."""
        if not self.open:
            return ()
        around = self.open[-1]
        if isinstance(around, Sequence):
            return (*self._steps(self.open[:-1]), len(around.items))
        return (*self._steps(self.open[:-1]), key if at_key else around.keys[-1].text)

    def _around(self) -> Path:
        """The path of the collection that is being, or has just been, closed."""
        return tuple(self._steps(self.open))

    @staticmethod
    def _steps(open_ones: list[Sequence | Mapping]) -> list[str | int]:
        return [len(one.items) - 1 if isinstance(one, Sequence) else one.keys[-1].text for one in open_ones]

    def _fault(self, slug: str, message: str, start: int, end: int, hint: str, path: Path = ()) -> None:
        self.faults.append(Diagnostic(slug, message, path, self.source.span(start, end), hints=(Hint(hint),)))


def _sides(one: Sequence | Mapping) -> tuple[bool, list[Scalar], list[Any]]:
    """Whether a collection has keys, and the lists that its keys and its values go to."""
    return (True, one.keys, one.values) if isinstance(one, Mapping) else (False, [], one.items)

"""Judging thousands of slides that differ in their words only, without parsing each.

A part is cut, as text, into its literal markup and what may vary: the letters of runs, shapes' names and alt texts, the
numbers of places. Paragraphs are cut out first and judged by themselves, so that their number does not matter. A
part whose literal markup is, character for character, that of one already parsed and found clean has the same tree;
its varying pieces are judged one by one. Whatever does not fit this pattern, or is not clean, is left to the parser.
"""

import re
from typing import Final, NamedTuple, TypeAlias

from deckloom.verify.content import Content, Shape, Words, placeholders, read_content, refs, words
from deckloom.verify.names import A
from deckloom.verify.package import Ref
from deckloom.verify.trees import tree_findings
from deckloom.verify.xml import NotXml, parse

_TEXT = re.compile(r"<a:t>([^<]*)")
_VARYING = re.compile(r"<(p:c(?:NvPr|Sld) [^<]*|a:(?:off|ext|chOff|chExt|srcRect) [^<]*)")
_TAG = re.compile(r'([\w:]+)((?: [\w:]+="[^"]*")+)(/?>)')
_ATTRIBUTE = re.compile(r' ([\w:]+)="([^"]*)"')
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#9|#10|#13);)")
_ESCAPES: Final = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "#9": "\t", "#10": "\n", "#13": "\r", "amp": "&"}
_ESCAPE = re.compile("&(" + "|".join(_ESCAPES) + ");")
_CONTROL = bytes([*range(9), 11, 12, *range(13, 32)])
_FFFE, _FFFF = "\ufffe".encode(), "\uffff".encode()
_PREFIX = re.compile(r"\sxmlns(:[\w.\-]+)?=")
_WORDS: Final = {"p:cNvPr": frozenset({"descr", "title"}), "p:cSld": frozenset({"name"})}
_NUMBERS: Final = {
    **dict.fromkeys(("x", "y", "l", "t", "r", "b"), re.compile(r"-?\d{1,18}")),
    **dict.fromkeys(("cx", "cy"), re.compile(r"\d{1,18}")),
}
_MARK, _MARK_END = "\ue000", "\ue001"
_MARKED = re.compile(f"{_MARK}([0-9]+){_MARK_END}")
_MOST_KEPT, _MOST_TAGS = 50_000, 4_000


class _Varying(NamedTuple):
    """A tag whose values vary: what must be the same for the structure to be, and all its attributes."""

    form: tuple[str, ...]
    attributes: dict[str, str]

    def marked(self, number: int) -> str:
        """The tag with a mark in place of each word."""
        name, end, *_ = self.form
        values = [
            f' {key}="{_MARK}{number} {key}{_MARK_END}"' if key in _WORDS.get(name, ()) else f' {key}="{value}"'
            for key, value in self.attributes.items()
        ]
        return f"<{name}{''.join(values)}{end}"


class _Paragraph(NamedTuple):
    """A paragraph found clean: its words with a mark for each run, and its relationships."""

    words: Words
    refs: tuple[Ref, ...]


class _Structure(NamedTuple):
    """A part found clean: its content with marks for what varies."""

    content: Content
    refs: tuple[Ref, ...]
    placeholders: tuple[tuple[str, str], ...]


_Known: TypeAlias = dict[tuple[str, ...], _Paragraph | None]


class _Irregular(Exception):
    """The part is left to the parser."""


class Reading(NamedTuple):
    """A part that is clean, with what rules about its surroundings need."""

    structure: _Structure
    varying: tuple[_Varying, ...]
    groups: list[list[tuple[_Paragraph, list[str]]]]

    @property
    def placeholders(self) -> tuple[tuple[str, str], ...]:
        """The placeholders of the part."""
        return self.structure.placeholders

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The places that use a relationship."""
        inner = [paragraph.refs for group in self.groups for paragraph, _ in group if paragraph.refs]
        return sum(inner, self.structure.refs) if inner else self.structure.refs

    def content(self) -> Content:
        """What the part says."""
        name, hidden, shapes, clicks, fades = self.structure.content
        return Content(self._word(name), hidden, tuple([self._shape(one) for one in shapes]), clicks, fades)

    def _shape(self, shape: Shape) -> Shape:
        frame, alt, paras = shape
        lines: list[Words] = []
        for one in paras:
            if one.text[:1] == _MARK:
                lines += [_filled(*line) for line in self.groups[int(one.text[1:-1])]]
            else:
                lines.append(one)
        return Shape(frame, self._word(alt), tuple(lines)) if lines or alt else shape

    def _word(self, text: str) -> str:
        if text[:1] != _MARK:
            return text
        index, _, attribute = text[1:-1].partition(" ")
        return _unescaped(self.varying[int(index)].attributes[attribute])


class Skeletons:
    """The structures of one kind of part seen so far. ``read`` gives None for a part that must be parsed."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._structures: dict[object, _Structure | None] = {}
        self._paragraphs: dict[str, _Known] = {}
        self._tags: dict[str, _Varying] = {}

    def read(self, data: bytes) -> Reading | None:
        """The part, when its structure is a clean one and so are its words."""
        try:
            return self._read(data)
        except _Irregular:
            return None

    def _read(self, data: bytes) -> Reading:
        text = _plain_text(data)
        head = text[: text.find("<p:cSld")]
        known = self._paragraphs.setdefault(head, {})
        outside, groups = _cut(text)
        pieces = _VARYING.split("<a:p>*</a:p>".join(outside))
        varying = tuple([self._tag(one) for one in pieces[1::2]])
        structure = self._structure(tuple(pieces[::2]), varying)
        return Reading(structure, varying, [[self._paragraph(head, known, one) for one in group] for group in groups])

    def _tag(self, tag: str) -> _Varying:
        found = self._tags.get(tag)
        if found is None:
            if len(self._tags) > _MOST_TAGS:
                self._tags.clear()
            found = self._tags[tag] = _read_tag(tag)
        return found

    def _structure(self, literals: tuple[str, ...], varying: tuple[_Varying, ...]) -> _Structure:
        key = (literals, tuple([one.form for one in varying]))
        found = self._structures.get(key)
        if found is None:
            if key in self._structures or len(self._structures) > _MOST_KEPT:
                raise _Irregular
            found = self._structures[key] = self._judge(literals, varying)
        if found is None:
            raise _Irregular
        return found

    def _paragraph(self, head: str, known: _Known, text: str) -> tuple[_Paragraph, list[str]]:
        pieces = _TEXT.split(text)
        key = tuple(pieces[::2])
        found = known.get(key)
        if found is None:
            if key in known or len(known) > _MOST_KEPT:
                raise _Irregular
            found = known[key] = self._judge_paragraph(head, key)
        if found is None:
            raise _Irregular
        return found, pieces[1::2]

    def _judge_paragraph(self, head: str, literals: tuple[str, ...]) -> _Paragraph | None:
        name = (head.rpartition("<")[2].rstrip(">").split() or [""])[0]
        marked = _woven(literals, [f"<a:t>{_MARK}{at}{_MARK_END}" for at in range(len(literals) - 1)])
        try:
            root = parse(f"{head}<a:p>{marked}</a:p></{name}>".encode())
        except NotXml:
            return None
        if len(root) != 1 or root[0].tag != A + "p" or any(tree_findings(root[0], self._kind)):
            return None
        return _Paragraph(words(root[0]), refs(root))

    def _judge(self, literals: tuple[str, ...], varying: tuple[_Varying, ...]) -> _Structure | None:
        text = _woven(literals, [one.marked(at) for at, one in enumerate(varying)])
        if _redeclares(text):
            return None
        whole = text.split("<a:p>*</a:p>")
        marks = [f"<a:p><a:r><a:t>{_MARK}{at}{_MARK_END}</a:t></a:r></a:p>" for at in range(len(whole) - 1)]
        try:
            root = parse(_woven(tuple(whole), marks).encode())
        except NotXml:
            return None
        if root.getroottree().docinfo.encoding != "UTF-8" or any(tree_findings(root, self._kind)):
            return None
        return _Structure(read_content(root), refs(root), tuple(placeholders(root)))


def _plain_text(data: bytes) -> str:
    """The part as text, when it holds nothing but tags, letters and the usual references. Raises _Irregular."""
    # The rare letter is looked for first: that is ten times as fast as looking for the two.
    if (b"!" in data and b"<!" in data) or (b"]" in data and b"]]>" in data):
        raise _Irregular
    if len(data.translate(None, _CONTROL)) != len(data):
        raise _Irregular
    if not data.isascii() and (_FFFE in data or _FFFF in data):
        raise _Irregular
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise _Irregular from None
    if _MARK in text or ("&" in text and _REFERENCE.search(text)):
        raise _Irregular
    return text


def _redeclares(text: str) -> bool:
    """Whether a prefix means one thing at the root and another inside: paragraphs are judged by the root's."""
    head, _, rest = text.partition("<p:cSld")
    return not {*_PREFIX.findall(head)}.isdisjoint(_PREFIX.findall(rest))


def _cut(text: str) -> tuple[list[str], list[list[str]]]:
    """The text around its paragraphs, and the paragraphs in groups of those that follow each other at once.

    Raises _Irregular where the tags do not pair.
    """
    chunks = text.split("</a:p>")
    outside: list[str] = []
    groups: list[list[str]] = []
    for chunk in chunks[:-1]:
        before, tag, paragraph = chunk.partition("<a:p>")
        if not tag:
            raise _Irregular
        if before or not groups:
            outside.append(before)
            groups.append([paragraph])
        else:
            groups[-1].append(paragraph)
    outside.append(chunks[-1])
    return outside, groups


def _read_tag(tag: str) -> _Varying:
    match = _TAG.fullmatch(tag)
    if match is None or "\n" in tag or "\t" in tag:
        raise _Irregular
    name, attributes, end = match.groups()
    form = [name, end]
    pairs = _ATTRIBUTE.findall(attributes)
    for key, value in pairs:
        number = _NUMBERS.get(key)
        if number is not None and not number.fullmatch(value):
            raise _Irregular
        form += key, "" if number is not None or key in _WORDS.get(name, ()) else value
    values = dict(pairs)
    if len(values) != len(pairs):
        raise _Irregular
    return _Varying(tuple(form), values)


def _woven(literals: tuple[str, ...], between: list[str]) -> str:
    return literals[0] + "".join([mark + literal for mark, literal in zip(between, literals[1:], strict=True)])


def _filled(paragraph: _Paragraph, texts: list[str]) -> Words:
    text, links, field = paragraph.words
    if len(texts) == 1 and not links and "\n" not in text:
        return Words(_unescaped(texts[0]), (), field)
    letters = [_unescaped(one) for one in texts]
    return Words(_fill(text, letters), tuple([(_fill(one, letters), id_) for one, id_ in links]), field)


def _fill(text: str, letters: list[str]) -> str:
    return _MARKED.sub(lambda mark: letters[int(mark[1])], text)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda one: _ESCAPES[one[1]], text) if "&" in text else text

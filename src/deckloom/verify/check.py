"""The structural check of a finished package: one pass over its bytes, every rule, findings instead of exceptions."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import BinaryIO, Final

from deckloom.values.plan import DeckPlan
from deckloom.verify import known

# Imported for what they register.
from deckloom.verify import notes, presentation, relationships  # noqa: F401  # isort: skip
from deckloom.verify.archive import MAX_TOTAL, ArchiveError, Entry, directory, read
from deckloom.verify.container import unreadable
from deckloom.verify.content import Content, placeholders, read_content, refs
from deckloom.verify.links import RelationshipReader, content_types, source_of
from deckloom.verify.media import extension, is_media, media_faults, workbook_faults
from deckloom.verify.names import CONTENT_TYPES, DRAWN, MASTERS
from deckloom.verify.package import NO_RELATIONSHIPS, Package, PartView, Placeholders, Ref
from deckloom.verify.readback import Promises
from deckloom.verify.rules import PACKAGE_CHECKS, PART_CHECKS, Finding, Level, declared
from deckloom.verify.skeleton import Skeletons
from deckloom.verify.trees import tree_findings
from deckloom.verify.xml import NotXml, parse

_BACKBONE: Final = ("presentation", *MASTERS, "slideLayout")
"""The kinds that are read before all others, because these are judged by them."""
_ABOVE: Final = {"slide": "slideLayout", "notesSlide": "notesMaster"}
_MOST_SAID: Final = 20
"""How often one rule is reported for one part."""


def verify_package(file: BinaryIO) -> tuple[Finding, ...]:
    """Every rule that the package in ``file`` breaks. ``file`` may hold any bytes; it must be seekable."""
    return _Pass(file, None).run()


def examine(file: BinaryIO) -> tuple[tuple[Finding, ...], Package]:
    """What ``verify_package`` finds, and the package as it was read, for those who ask more of it."""
    reading = _Pass(file, None)
    return reading.run(), reading._package


def verify(file: BinaryIO, plan: DeckPlan) -> tuple[Finding, ...]:
    """Every rule that the package breaks and every promise of the plan that it does not keep, in one pass."""
    return _Pass(file, Promises(plan)).run()


@declared("S09", "open")
def not_xml(message: str) -> str:
    """Every XML part is well-formed XML 1.0 without a DTD and without characters that XML cannot hold."""
    return message


def clean_parts(file: BinaryIO) -> frozenset[tuple[str, str]]:
    """The digests and kinds of the XML parts in which nothing is found, each judged anew."""
    reading = _Pass(file, None, trusting=False)
    reading.run()
    return frozenset(reading.clean_parts)


class _Pass:
    """One reading of one package; a ``trusting`` one does not judge the markup of parts known to be clean."""

    def __init__(self, file: BinaryIO, promises: Promises | None, trusting: bool = True) -> None:
        self._file = file
        self._trusting = trusting
        self.clean_parts: set[tuple[str, str]] = set()
        self._promises = promises
        self._package = Package()
        self._found: dict[Finding, None] = {}
        self._said: Counter[tuple[str, str]] = Counter()
        self._clean: set[object] = set()
        self._entries: dict[str, Entry] = {}
        self._skeletons = {kind: Skeletons(kind) for kind in ("slide", "notesSlide")}

    def run(self) -> tuple[Finding, ...]:
        try:
            self._open()
        except ArchiveError as error:
            return (Finding("S01", "open", "", unreadable(str(error))),)
        backbone = [name for kind in _BACKBONE for name in self._package.of_kind(kind)]
        for name in backbone:
            self._judge(name)
        if self._promises:
            self._promises.begin(self._package)
        early = {CONTENT_TYPES, *backbone, *self._package.of_kind("rels")}
        for name in self._entries:
            if name not in early:
                self._judge(name)
        for number, level, check in PACKAGE_CHECKS:
            self._add(number, level, check(self._package))
        if self._promises:
            self._found.update(dict.fromkeys(self._promises.end()))
        return tuple(self._found)

    def _open(self) -> None:
        package = self._package
        package.entries = directory(self._file)
        package.order = tuple([one.name for one in package.entries])
        if sum(one.size for one in package.entries) > MAX_TOTAL:
            raise ArchiveError(f"unpacks to more than {MAX_TOTAL} bytes")
        for entry in package.entries:
            if entry.name in self._entries:
                self._read(entry)
            elif not (entry.name.endswith("/") and not entry.size):
                self._entries[entry.name] = entry
        self._type_parts()
        self._relate_parts()

    def _type_parts(self) -> None:
        package = self._package
        entry = self._entries.get(CONTENT_TYPES)
        data = self._read(entry) if entry else None
        try:
            types = content_types(data) if data is not None else None
        except NotXml as error:
            self._say("S09", "open", CONTENT_TYPES, not_xml(str(error)))
            types = None
        package.overrides, package.defaults = types or ([], [])
        overrides, defaults = dict(package.overrides), dict(package.defaults)
        for name in self._entries:
            if name != CONTENT_TYPES:
                package.types[name] = overrides.get(name) or defaults.get(extension(name), "")
                package.kinds.setdefault(package.kind(name), []).append(name)

    def _relate_parts(self) -> None:
        reader = RelationshipReader()
        for name in self._entries:
            if not name.endswith(".rels"):
                continue
            source = source_of(name)
            data = self._read(self._entries[name])
            try:
                lines = reader.read(source, data) if data is not None else []
            except NotXml as error:
                self._say("S09", "open", name, not_xml(str(error)))
                continue
            self._package.rels[source] = {one.id: one for one in lines}
            if len(self._package.rels[source]) != len(lines):
                ids = [one.id for one in lines]
                self._package.repeated += [(source, one) for one in {*ids} if ids.count(one) > 1]

    def _read(self, entry: Entry) -> bytes | None:
        try:
            return read(self._file, entry)
        except ArchiveError as error:
            self._say("S01", "open", entry.name, unreadable(str(error)))
            return None

    def _judge(self, name: str) -> None:
        """One part: its bytes, its tree, its use of relationships, and what it promises."""
        data = self._read(self._entries[name])
        if data is None:
            return
        kind, type_ = self._package.kind(name), self._package.types[name]
        if is_media(name, type_) or name.startswith("ppt/embeddings/"):
            self._judge_file(name, data)
        elif kind in self._skeletons and (reading := self._skeletons[kind].read(data)):
            self._judge_use(name, kind, reading.refs, reading.placeholders)
            self._promise(name, kind, reading.content)
        elif type_.endswith("xml") and not type_.endswith("vml+xml"):
            self._judge_tree(name, kind, data)

    def _judge_file(self, name: str, data: bytes) -> None:
        self._add("S44", "open", ((name, message) for message in media_faults(name, data)))
        self._add("S42", "open", ((name, message) for message in workbook_faults(name, data)))
        if self._promises:
            self._promises.media(name, data)

    def _judge_tree(self, name: str, kind: str, data: bytes) -> None:
        try:
            root = parse(data)
        except NotXml as error:
            self._say("S09", "open", name, not_xml(str(error)))
            return
        part = known.key(data, kind)
        findings = [] if self._trusting and known.is_clean(part) else list(tree_findings(root, kind))
        for number, level, message in findings:
            self._say(number, level, name, message)
        if not findings:
            known.remember(part)
            self.clean_parts.add(part)
        held = tuple(placeholders(root)) if kind in DRAWN else ()
        self._judge_use(name, kind, refs(root), held)
        if kind in _BACKBONE:
            self._package.trees[name] = root
            self._package.placeholders[name] = frozenset(held)
        elif kind == "core-properties" and self._promises:
            self._promises.properties(name, root)
        elif kind == "chart" and self._promises:
            self._promises.chart(name, root)
        self._promise(name, kind, lambda: read_content(root))

    def _judge_use(self, name: str, kind: str, used: tuple[Ref, ...], held: tuple[tuple[str, str], ...]) -> None:
        """What the part makes of its relationships; a use that was clean once is not judged again."""
        rels = self._package.rels.get(name, NO_RELATIONSHIPS)
        layout = self._layout(name, kind)
        seen = tuple([(one.id, one.kind, one.target[-4:]) for one in rels.values()])
        key = (kind, used, held, layout, seen)
        if kind in self._skeletons and key in self._clean:
            return
        view = PartView(name, kind, rels, used, held, layout, self._package)
        before = self._said.total()
        for number, level, check in (*PART_CHECKS[""], *PART_CHECKS.get(kind, ())):
            for message in check(view):
                self._say(number, level, name, message)
        if self._said.total() == before:
            self._clean.add(key)

    def _layout(self, name: str, kind: str) -> Placeholders | None:
        """The placeholders that the part's own inherit from; None when they are not known."""
        above = _ABOVE.get(kind)
        for one in self._package.rels.get(name, NO_RELATIONSHIPS).values() if above else ():
            if one.kind == above:
                return self._package.placeholders.get(one.target)
        return None

    def _promise(self, name: str, kind: str, content: Callable[[], Content]) -> None:
        if self._promises and kind == "slide":
            self._promises.slide(name, content())
        elif self._promises and kind == "notesSlide":
            self._promises.notes(name, content())

    def _add(self, number: str, level: Level, messages: Iterable[tuple[str, str]]) -> None:
        for part, message in messages:
            self._say(number, level, part, message)

    def _say(self, number: str, level: Level, part: str, message: str) -> None:
        self._said[number, part] += 1
        if self._said[number, part] <= _MOST_SAID:
            self._found[Finding(number, level, part, message)] = None

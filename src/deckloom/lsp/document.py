"""A spec that is open in an editor, and what can be said of it."""

import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from deckloom import api
from deckloom.locating import located
from deckloom.lsp import words
from deckloom.lsp.complete import Offer, offers
from deckloom.lsp.lines import place_at, read_line
from deckloom.lsp.slides import SlideEntry, slides_of
from deckloom.reference.fields import kind_docs
from deckloom.results import Loaded
from deckloom.values.diagnostics import Diagnostic, Edit
from deckloom.values.errors import DeckloomError
from deckloom.values.span import Span

_SPEC = re.compile(r"^deckloom[ ]*:", re.MULTILINE)
_JUMP = re.compile(r"\]\(#([^)\s]+)\)")


class Fix(NamedTuple):
    """A change that mends a fault."""

    title: str
    edit: Edit
    fault: Diagnostic


class Document:
    """The text as the editor has it. ``path`` is None for a text that was never saved: no file it names is looked at.

    A change is answered in two steps: at once with what the text itself shows (``read``), and after a pause with what
    the files it names and the laid-out slides show as well (``check``). In between, what the second step found the
    last time stays, moved to where its fields are now.
    """

    def __init__(self, text: str, path: Path | None) -> None:
        self.path = path
        self.lines: list[str] = []
        self.loaded = Loaded(path or Path("untitled.yaml"), None, None, None, ())
        self._slides: tuple[SlideEntry, ...] = ()
        self._listed: Loaded | None = None
        self._text = ""
        self._stale = True
        self._late: tuple[Diagnostic, ...] = ()
        self.change(text)

    def change(self, text: str) -> None:
        """Take the text that the editor has now."""
        self._text = text
        self._stale = True
        self.lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    @property
    def is_spec(self) -> bool:
        """Whether the text is a deck at all: other YAML files are none of our business."""
        return bool(_SPEC.search(self._text))

    def read(self) -> tuple[Diagnostic, ...]:
        """What the text itself shows."""
        if not self.is_spec:
            return ()
        if self._stale:
            text = self._text
            self.loaded = api.load_text(text, self.loaded.spec)
            self._stale = text is not self._text
        return self._all()

    def slides(self) -> tuple[SlideEntry, ...]:
        """The slides of the text; while it is not YAML, those it had before."""
        self.read()
        if self._listed is not self.loaded:
            self._listed = self.loaded
            self._slides = slides_of(self.loaded) or self._slides
        return self._slides

    def check(self) -> tuple[Diagnostic, ...]:
        """What everything shows: the text, the files it names, the slides as they are laid out."""
        first = self.read()
        if self.path is None or not self.is_spec:
            return first
        loaded = self.loaded
        try:
            found = api.check_loaded(loaded).diagnostics
        except DeckloomError:  # a file named on a command line, or the disk: nothing that is wrong with the text
            return first
        known = {(one.span, one.slug) for one in loaded.diagnostics}
        self._late = tuple(one for one in found if (one.span, one.slug) not in known)
        return self._all()

    def _all(self) -> tuple[Diagnostic, ...]:
        loaded = self.loaded
        if loaded.root is None or loaded.source is None:
            return loaded.diagnostics
        moved = [replace(one, span=None) if one.path else one for one in self._late]
        return (*loaded.diagnostics, *located(moved, loaded.root, loaded.source))

    def fixes(self, first: int, last: int) -> list[Fix]:
        """The changes offered for faults that touch lines ``first`` to ``last``, from 1."""
        file = str(self.loaded.spec)
        return [
            Fix(hint.text, hint.edit, fault)
            for fault in self.read()
            if fault.span and fault.span.line <= last and fault.span.end_line >= first
            for hint in fault.hints
            if hint.edit and hint.edit.span.file == file
        ]

    def offers(self, line: int, column: int) -> list[Offer]:
        """What may be written at a line and column, both from 0."""
        begun = self.is_spec or ":" not in self._text  # a deck begins as a file without any key
        return offers(self.lines, line, column, self.path, self.slides) if begun else []

    def hover(self, line: int, column: int) -> str | None:
        """What is said of the word at a line and column, both from 0."""
        if not self.is_spec:
            return None
        jump = self._jump(line, column)
        if jump:
            return f"slide {jump.number}: {jump.title}"
        text = self.lines[line] if line < len(self.lines) else ""
        parts = read_line(text)
        place = place_at(self.lines, line, len(text)) if parts.key else None
        if parts.key is None or place is None or column < parts.column:
            return None
        if column >= parts.value and parts.key == words.KIND:
            return words.told_kind(kind_docs()[place.kind]) if place.kind in kind_docs() else None
        path = place.path if place.key else place.path[:-1]  # an open brace makes the place one step deeper
        field = words.field_at(path, place.kind, parts.key)
        return words.told_field(field) if field and column <= parts.column + len(parts.key) else None

    def target(self, line: int, column: int) -> Span | None:
        """The slide that the link at a line and column, both from 0, jumps to."""
        jump = self._jump(line, column)
        return jump.name if jump else None

    def _jump(self, line: int, column: int) -> SlideEntry | None:
        text = self.lines[line] if line < len(self.lines) else ""
        wanted = next((one[1] for one in _JUMP.finditer(text) if one.start() <= column <= one.end()), None)
        return next((one for one in self.slides() if one.id == wanted), None) if wanted else None

"""What the tool has to say about a deck: located, collected, never raised."""

from dataclasses import dataclass, field, replace
from typing import Generic, Literal, TypeAlias, TypeVar

from deckloom.values.codes import CODES
from deckloom.values.span import Path, Span

T = TypeVar("T")

Severity: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Edit:
    """An exact change to the spec: the text at ``span`` becomes ``text``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit by meaning, from a stage that knows paths and no places; the driver makes an ``Edit`` of it.

    ``rename`` gives the key at the path's end another name, ``value`` gives it another value, ``pair`` replaces key
    and value, ``quote`` puts the value into quotes as it is typed, ``block`` makes a list of texts a ``|`` block,
    ``first`` writes a line above the mapping's first key, and ``insert`` writes ``text`` at the diagnostic's offset.
    ``path`` is the diagnostic's own unless it is given.
    """

    action: Literal["rename", "value", "pair", "quote", "block", "first", "insert"]
    text: str = ""
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """What to do about it; begins with a verb, or with "did you mean"."""

    text: str
    edit: Edit | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong.

    ``slug`` is a key of ``CODES``, which gives the number. ``span`` is where it is; a stage that knows only the
    path into the spec leaves it None, and the driver fills it in. ``on_key`` puts the caret under the key at the
    path's end instead of its value, ``offset`` under a character of the value's text. ``message`` is lower case
    without a full stop.
    """

    slug: str
    message: str
    path: Path = ()
    span: Span | None = None
    severity: Severity = "error"
    hints: tuple[Hint, ...] = ()
    on_key: bool = False
    offset: int | None = None

    @property
    def code(self) -> str:
        """The number, such as ``DL204``."""
        return CODES[self.slug].number

    def __str__(self) -> str:
        place = f"{self.span}: " if self.span else ""
        return f"{place}{self.severity}[{self.code}] {self.slug}: {self.message}"


def error(
    slug: str, message: str, path: Path = (), *hints: str | Hint, on_key: bool = False, offset: int | None = None
) -> Diagnostic:
    """A fault that stops the build, at a path of the spec."""
    return Diagnostic(slug, message, path, hints=_hints(hints), on_key=on_key, offset=offset)


def warning(slug: str, message: str, path: Path = (), *hints: str | Hint, offset: int | None = None) -> Diagnostic:
    """Something to look at that does not stop the build."""
    return Diagnostic(slug, message, path, severity="warning", hints=_hints(hints), offset=offset)


def _hints(hints: tuple[str | Hint, ...]) -> tuple[Hint, ...]:
    return tuple(Hint(one) if isinstance(one, str) else one for one in hints)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage made, with what it has to say. ``value`` is None only when nothing could be made at all."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @property
    def ok(self) -> bool:
        """Whether no fault was found."""
        return not any(one.severity == "error" for one in self.diagnostics)


def as_errors(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The same, every warning made an error: what ``--strict`` asks for."""
    return tuple(replace(one, severity="error") for one in diagnostics)

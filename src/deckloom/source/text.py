"""Bytes become text: strict UTF-8, only characters that a presentation can hold, one kind of line end."""

import codecs
import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, islice

from deckloom.values.diagnostics import Diagnostic, Hint, Outcome
from deckloom.values.limits import Limits
from deckloom.values.span import Span

BAD_CHARACTERS_SHOWN = 20

# What XML 1.0 cannot hold and the other control characters; then also what YAML alone takes for the end of a line,
# and the mark that it drops at the start of one.
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
STAND_IN = "\ufffd"

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text file as the stages see it.

    ``file`` is its name in messages. ``text`` has ``\\n`` at every line end; ``newline`` is what the file itself has
    (the commoner one where it mixes them) and ``bom`` whether it starts with a byte order mark, so that an edited
    text can be written back alike. Offsets count the characters of ``text``; lines and columns count from 1.
    """

    file: str
    text: str
    newline: str = "\n"
    bom: bool = False
    _starts: "array[int]" = field(default_factory=lambda: array("l"), repr=False, compare=False)

    def span(self, start: int, end: int) -> Span:
        """The place of the characters from ``start`` up to ``end``."""
        line, column = self.position(start)
        end_line, end_column = self.position(max(start, end))
        return Span(self.file, line, column, end_line, end_column)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset; one past the text is taken for its end."""
        starts = self._line_starts()
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The line without its end; empty for a line that does not exist."""
        starts = self._line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end]

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, kept inside the line."""
        starts = self._line_starts()
        line = min(max(line, 1), len(starts))
        return starts[line - 1] + min(max(column - 1, 0), len(self.line(line)))

    def encoded(self, text: str) -> bytes:
        """``text`` as the bytes of this file: with its line ends and its byte order mark."""
        mark = codecs.BOM_UTF8 if self.bom else b""
        return mark + text.replace("\n", self.newline).encode()

    def _line_starts(self) -> "array[int]":
        if not self._starts:
            lengths = (len(line) + 1 for line in self.text.split("\n"))
            self._starts.extend(islice(accumulate(lengths, initial=0), self.text.count("\n") + 1))
        return self._starts


def decode(data: bytes, file: str, limits: Limits) -> Outcome[SourceText]:
    """The text of a spec's bytes.

    Characters that cannot be stored are faults, each with its place, and stand as U+FFFD in the value, so that
    later stages can go on looking. There is no value for bytes over ``limits.spec_bytes``, that are not UTF-8, or
    that hold more bad characters than are worth listing.
    """
    if len(data) > limits.spec_bytes:
        return Outcome(None, (_too_large(len(data), file, limits),))
    named = _other_encoding(data)
    if named:
        return Outcome(None, (_fault("not-utf8", f"the spec is {named}, not UTF-8", _top(file), "save it as UTF-8"),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Outcome(None, (_not_utf8(data, error, file),))
    source = _normalised(text, file, data.startswith(codecs.BOM_UTF8))
    if not _BAD.search(source.text):
        return Outcome(source)
    return _with_bad_characters(source)


def character_name(character: str) -> str:
    """A character that cannot be shown, by its code point: ``U+0007``."""
    return f"U+{ord(character):04X}"


def _normalised(text: str, file: str, bom: bool) -> SourceText:
    if "\r" not in text:
        return SourceText(file, text, bom=bom)
    pairs = text.count("\r\n")
    text = text.replace("\r\n", "\n")
    alone = text.count("\r")
    text = text.replace("\r", "\n")
    unix = text.count("\n") - pairs - alone
    newline = max((pairs, "\r\n"), (unix, "\n"), (alone, "\r"))[1]
    return SourceText(file, text, newline, bom)


def _with_bad_characters(source: SourceText) -> Outcome[SourceText]:
    found = list(islice(_BAD.finditer(source.text), BAD_CHARACTERS_SHOWN + 1))
    faults = tuple(_bad_character(match, source) for match in found[:BAD_CHARACTERS_SHOWN])
    if len(found) > BAD_CHARACTERS_SHOWN:
        return Outcome(None, faults)
    mended = SourceText(source.file, _BAD.sub(STAND_IN, source.text), source.newline, source.bom)
    return Outcome(mended, faults)


def _bad_character(match: re.Match[str], source: SourceText) -> Diagnostic:
    character = match[0]
    message = f"character {character_name(character)} cannot be stored in a presentation"
    hint = "delete it"
    if character in "\u2028\u2029":
        message = f"character {character_name(character)} is an invisible line end"
        hint = "replace it by a space or a new line"
    elif character == "\ufeff":
        message = f"character {character_name(character)} is an invisible byte order mark"
    elif "\x80" <= character <= "\x9f":
        meant = character.encode("latin-1").decode("cp1252", "ignore")
        hint = f"did you mean `{meant}`?" if meant else hint
    return _fault("bad-character", message, source.span(match.start(), match.end()), hint)


def _too_large(size: int, file: str, limits: Limits) -> Diagnostic:
    message = f"the spec has {size:,} bytes, over the limit `spec_bytes` of {limits.spec_bytes:,}"
    return _fault("too-large", message, _top(file), f"split the deck, or raise it with `--limit spec_bytes={size}`")


def _other_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32 by the mark at the start, or by the zero bytes that plain letters have in them."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    start = data[:256]
    zeros = start.count(0)
    if zeros * 3 < len(start) or not zeros:
        return ""
    return "UTF-32" if zeros * 2 > len(start) + 8 and len(start) % 4 == 0 else "UTF-16"


def _not_utf8(data: bytes, error: UnicodeDecodeError, file: str) -> Diagnostic:
    before = data[: error.start].decode("utf-8-sig", "replace")
    here = len(_normalised(before, file, False).text)
    source = _normalised(before + STAND_IN, file, False)
    byte = data[error.start]
    meant = bytes([byte]).decode("cp1252", "ignore")
    known = f", which is `{meant}` in Windows-1252" if byte >= 0xA0 and meant else ""
    message = f"the spec is not UTF-8 text: byte 0x{byte:02X}{known}"
    return _fault("not-utf8", message, source.span(here, here + 1), "save it as UTF-8")


def _top(file: str) -> Span:
    return Span(file, 1, 1, 1, 1)


def _fault(slug: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(slug, message, span=span, hints=(Hint(hint),))

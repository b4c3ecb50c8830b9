"""Text from a spec made safe and measured for a terminal."""

import unicodedata

# Marks that reorder the text around them: on a terminal they could make one line read as another.
_REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSAFE = frozenset(("Cc", "Cs", "Zl", "Zp", "Cn"))


def shown(char: str) -> str:
    """The character, or its escape when a terminal would act on it instead of showing it."""
    if char in _REORDERING or unicodedata.category(char) in _UNSAFE:
        code = ord(char)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return char


def printable(text: str) -> str:
    """The text on one line, every character that a terminal would act on escaped."""
    return text if text.isascii() and text.isprintable() else "".join(map(shown, text))


def width(text: str) -> int:
    """How many columns of a terminal printable text takes: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clip(text: str, most: int) -> str:
    """The text, cut with "…" to at most that many bytes of UTF-8."""
    raw = text.encode("utf-8", "backslashreplace")
    return raw.decode() if len(raw) <= most else raw[: max(most - 3, 0)].decode(errors="ignore") + "…"

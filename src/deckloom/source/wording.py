"""What the YAML parser complains about, said in words about the user's text."""

import re
from typing import NamedTuple


class SyntaxFault(NamedTuple):
    """The parser's complaint: its two sentences, and the offsets that it names (-1 without one)."""

    problem: str
    at: int
    context: str = ""
    context_at: int = -1


class Reworded(NamedTuple):
    """The same for people: a diagnostic's slug, message and hint, and the offset it is about."""

    slug: str
    message: str
    hint: str
    at: int


_SLUGS = {"invalid Unicode": "bad-character", "nesting depth": "too-large"}
_BEGIN = "a text cannot begin with `{here}` unless it is in quotes"
_QUOTE = "quote the text, or write it as a `|` block"
_BACKSLASH = "write the text in '...' or as a `|` block; in \"...\" a backslash is YAML's own sign"
_ITSELF = "write the character itself"
_TAB = "indent with spaces"
_CLOSE = "close it, or quote a text that begins with `{here}`"

# Searched in "context: problem"; the wordings of the C and of the Python parser differ, so both are in the pattern.
# The last column says which of the two offsets the message is about.
_RULES = tuple(
    (re.compile(pattern), message, hint, place)
    for pattern, message, hint, place in (
        (r"mapping values are not", "a text with `: ` in it is taken for a key and its value", _QUOTE, "problem"),
        (r"nesting depth", "the spec is nested far too deep", _QUOTE, "problem"),
        (r"tab character", "a tab stands where YAML takes only spaces", _TAB, "problem"),
        (r"cannot start any token", _BEGIN, _QUOTE, "problem"),
        (r"(an alias|an anchor|a tag|a block scalar): ", _BEGIN, _QUOTE, "context"),
        (r"tag handle", _BEGIN, _QUOTE, "problem"),
        (r"sequence entries are not", _BEGIN, "quote the text, or begin the list on the next line", "problem"),
        (r"mapping keys are not", _BEGIN, _QUOTE, "problem"),
        (r"quoted scalar: .*(end of stream|document)", "the quote that opens here is never closed", _CLOSE, "context"),
        (r"invalid Unicode", "the escape does not name a character that can be stored", _ITSELF, "escape"),
        (r"quoted scalar: ", "the backslash begins an escape that YAML does not know", _BACKSLASH, "escape"),
        (r"flow (sequence|mapping)", "the bracket opened in line {line} is not closed before this", _CLOSE, "bracket"),
        (r"expected ':'", "the line is neither `key: text` nor `- item`", "write `key: text`, with a space", "context"),
        (r"directive|incompatible|version", _BEGIN, _QUOTE, "context"),
    )
)


def reworded(fault: SyntaxFault, text: str) -> Reworded:
    """The fault in plain words; ``text`` is the source it is about."""
    said = f"{fault.context}: {fault.problem}"
    for pattern, message, hint, place in _RULES:
        if pattern.search(said):
            at, about = _offsets(fault, text, place)
            here, line = text[about : about + 1], text.count("\n", 0, about) + 1
            if here == "\t":
                message, hint = "a tab stands where YAML takes only spaces", _TAB
            slug = next((slug for words, slug in _SLUGS.items() if words in said), "not-yaml")
            return Reworded(
                slug, message.format(here=here, line=line).replace("```", "a backtick"), hint.format(here=here), at
            )
    return _misplaced(fault.at, text)


def _offsets(fault: SyntaxFault, text: str, place: str) -> tuple[int, int]:
    """Where the caret goes, and which character the words are about."""
    context = fault.context_at if fault.context_at >= 0 else fault.at
    if place == "context":
        return context, context
    if place == "bracket":
        return fault.at, context
    if place == "escape":
        at = text.rfind("\\", context, fault.at + 1)
        return (at, at) if at >= 0 else (fault.at, fault.at)
    return fault.at, fault.at


def _misplaced(at: int, text: str) -> Reworded:
    """Something stands where a key, an entry or the end should."""
    before = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    if before.endswith(('"', "'", "]", "}")) and before.strip("]}"):
        message = f"the text goes on after its closing `{before[-1]}`"
        return Reworded("not-yaml", message, "put quotes around all of it, or write it as a `|` block", at)
    hint = "indent it like its neighbours, or quote the text above"
    return Reworded("not-yaml", "the line does not fit the lines above it", hint, at)

"""Markdown becomes runs and paragraphs. The only module that knows markdown-it.

A deck takes a small part of Markdown; all the rest stays in the text as it is typed, letter for letter.
"""

import re
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from deckloom.source.blocks import (
    BLOCKS,
    LISTS,
    ListItem,
    ListItems,
    ListReader,
    NotesReader,
    Problem,
    Problems,
    first_line,
    line_starts,
    offset_of,
)
from deckloom.source.lead import split_lead
from deckloom.source.lines import joined, offsets_before_joining, paragraphs
from deckloom.source.links import LINK_MOST, LinkFault, link_target
from deckloom.source.runs import Runs
from deckloom.values.text import Para, RichText, Run

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

__all__ = [
    "ListItem",
    "ListItems",
    "Problem",
    "inline",
    "markdown_list",
    "notes",
    "offset_of",
    "prose",
    "split_lead",
]

Rule: TypeAlias = "Callable[[StateInline, bool], bool]"

_SIGNS = {"s_open": "~~", "s_close": "~~", "accent_open": "==", "accent_close": "=="}
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PICTURE = "picture"  # what `![alt](file)` means depends on the field, so its finder leaves this for the slug
_EAST_ASIAN = 0x2E80

# Lines that could begin something other than a paragraph; the CommonMark parser says whether they do.
_MAYBE_BLOCK = re.compile(r"^(?:[ \t]*(?:[-+*#=|>~`<:_]|\d{1,9}[.)])|[ \t]{4}|\t| +\t)", re.MULTILINE)
_NESTING = 100


def inline(text: str, link_most: int = LINK_MOST) -> tuple[RichText, Problems]:
    """The runs of one paragraph. Line ends become spaces; a link that a deck cannot have is a problem."""
    if not ("\n" in text or "\r" in text or _needs_reading(text)):
        return ((Run(text),) if text else ()), ()
    runs, problems = _runs(text, _text_parser, link_most)
    return runs, tuple(one for one in problems if one.slug != _PICTURE) if problems else ()


def prose(text: str, link_most: int = LINK_MOST) -> tuple[tuple[RichText, ...], Problems]:
    """Paragraphs, separated by blank lines. A list, heading, table or picture in them is a problem."""
    problems: list[Problem] = []
    if _MAYBE_BLOCK.search(text):
        starts = line_starts(text)
        for token in _blocks(text, "table", "list", "heading", "lheading"):
            if token.level == 0 and (token.type in BLOCKS or token.type in LISTS):
                name = BLOCKS.get(token.type, "a list")
                problems.append(_not_prose(name, starts[first_line(token)]))
    read: list[RichText] = []
    for start, paragraph in paragraphs(text):
        runs, found = _runs(paragraph, _text_parser, link_most)
        read.append(runs)
        for one in found:
            at = one.offset + start
            problems.append(_not_prose("a picture", at) if one.slug == _PICTURE else one._replace(offset=at))
    return tuple(read), tuple(problems)


def notes(text: str, link_most: int = LINK_MOST) -> tuple[tuple[Para, ...], Problems]:
    """Speaker notes: paragraphs and nested lists. What else they hold stays as typed and is a problem to warn of.

    ``Para.start`` is the number that a run of numbered paragraphs starts with, not the paragraph's own: a second
    paragraph inside an item ends the run, and the next item starts a new one.
    """
    reader = NotesReader(text, partial(_note_runs, link_most=link_most))
    if _MAYBE_BLOCK.search(text):
        names = ("table", "code", "fence", "blockquote", "hr", "list", "html_block", "heading", "lheading")
        tokens = _blocks(text, *names)
        if not _too_deep(tokens):
            return reader.read(tokens)
        lines = tuple(Para((Run(line),)) for line in text.split("\n") if line.strip())
        return lines, (_as_typed("lists nested this deep", 0),)
    for start, paragraph in paragraphs(text):
        reader.paragraph(paragraph, start)
    return tuple(reader.paras), tuple(reader.problems)


def markdown_list(text: str) -> tuple[ListItems | None, Problems]:
    """The one Markdown list that a block holds; anything else in it is a problem."""
    tokens = _blocks(text, "table", "code", "fence", "blockquote", "hr", "list", "heading", "lheading")
    if _too_deep(tokens):
        return None, (Problem("bad-markdown", "the list is nested too deep", 0, "use fewer levels"),)
    return ListReader(text).read(tokens)


def _not_prose(name: str, offset: int) -> Problem:
    return Problem(
        "bad-markdown", f"this text does not take {name}", offset, "use `items` for a list, or put `\\` in front"
    )


def _needs_reading(text: str) -> bool:
    """Whether a text holds a sign of Markdown; far cheaper than one regular expression."""
    return "*" in text or "\\" in text or "`" in text or "](" in text or "==" in text or "~~" in text


def _note_runs(text: str, link_most: int) -> tuple[RichText, Problems]:
    """A paragraph of notes, which take fewer marks; what they do not take is only warned of."""
    runs, problems = _runs(text, _notes_parser, link_most, typed=True)
    return runs, tuple(_as_typed("a picture", one.offset) if one.slug == _PICTURE else one for one in problems)


def _as_typed(name: str, offset: int) -> Problem:
    message = f"notes do not show {name}; it stays as typed"
    return Problem("notes-markdown", message, offset, "put `\\` in front if it is meant as typed")


def _runs(
    text: str, parser: "Callable[[], MarkdownIt]", link_most: int, typed: bool = False
) -> tuple[RichText, Problems]:
    """The runs of a paragraph; with ``typed``, for notes, struck and accented text keeps its signs."""
    line = joined(text) if "\n" in text or "\r" in text else text
    if not (_needs_reading(line) or (typed and ("<" in line or "&" in line))):
        return ((Run(line),) if line else ()), ()
    problems: list[Problem] = []
    env = {"problems": problems, "last_link": line.rfind("]("), "links": {}, "link_most": link_most}
    collector = Runs()
    reader = parser()
    for token in reader.inline.parse(line, reader, env, []):
        sign = _SIGNS.get(token.type) if typed else None
        if sign:
            collector.add(sign)
            if token.nesting == 1:
                problems.append(_as_typed(f"`{sign}`", line.find(sign)))
        else:
            collector.take(token)
    problems.sort(key=lambda one: one.offset)
    if line is not text:
        places = offsets_before_joining(text, (one.offset for one in problems))
        problems = [one._replace(offset=place) for one, place in zip(problems, places, strict=True)]
    return tuple(collector.runs), tuple(problems)


# The parsers, built when first needed: importing markdown-it costs more than reading a small deck.


@cache
def _block_parser(names: tuple[str, ...]) -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("zero", {"maxNesting": _NESTING, "html": True}).enable(list(names))


def _blocks(text: str, *names: str) -> "list[Token]":
    """The blocks of a text; of CommonMark's kinds of block only the named ones and paragraphs are looked for."""
    parser = _block_parser(names)
    tokens: list[Token] = []
    parser.block.parse(text, parser, {}, tokens)
    return tokens


def _too_deep(tokens: "list[Token]") -> bool:
    """Whether the parser left out what lay too deep."""
    return any(token.level >= _NESTING - 2 for token in tokens)


@cache
def _text_parser() -> "MarkdownIt":
    return _inline_parser({})


@cache
def _notes_parser() -> "MarkdownIt":
    from markdown_it import rules_inline

    html, autolink = partial(_kept, "HTML", rules_inline.html_inline), partial(_kept, "`<...>`", rules_inline.autolink)
    entity = partial(_kept, "`&...;`", rules_inline.entity)
    return _inline_parser({"<": lambda state, silent: html(state, silent) or autolink(state, silent), "&": entity})


def _inline_parser(more: dict[str, Rule]) -> "MarkdownIt":
    """A parser for a deck's inline Markdown and for what ``more`` characters begin."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import backtick, emphasis, escape, strikethrough

    signs = {
        "\\": escape,
        "`": backtick,
        "*": emphasis.tokenize,
        "~": strikethrough.tokenize,
        "=": _accent,
        "!": _picture,
        "[": _link,
        "]": _nothing,  # ends a link's label, which is looked for sign by sign
        **more,
    }
    parser = MarkdownIt("zero", {"html": True})
    parser.inline.ruler.at("text", partial(_any_sign, signs, re.compile(f"[{re.escape(''.join(signs))}]")))
    parser.inline.ruler2.enable(["strikethrough", "emphasis"])
    parser.inline.ruler2.before("fragments_join", "accent", _pair_accents)
    return parser


# The rules: each looks at one place of the text, and takes something there or says that it does not.


def _any_sign(signs: dict[str, Rule], stops: re.Pattern[str], state: "StateInline", silent: bool) -> bool:
    """What the rule for the sign at this place takes; without a sign, the letters up to the next one.

    One rule in place of the parser's row of rules, which would all be tried in turn. ``_`` is no sign: it stands in
    too many names.
    """
    rule = signs.get(state.src[state.pos])
    if rule:
        return rule(state, silent)
    match = stops.search(state.src, state.pos, state.posMax)
    end = match.start() if match else state.posMax
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _nothing(state: "StateInline", silent: bool) -> bool:
    return False


def _kept(name: str, rule: Rule, state: "StateInline", silent: bool) -> bool:
    """What another rule would take stays as it is typed."""
    start = state.pos
    if not rule(state, True):
        return False
    if not silent:
        state.pending += state.src[start : state.pos]
        state.env["problems"].append(_as_typed(name, start))
    return True


def _accent(state: "StateInline", silent: bool) -> bool:
    """``==``, under the rules of ``**``; three or more, or between the letters of ``a==b``, are letters."""
    if silent:
        return False
    from markdown_it.rules_inline.state_inline import Delimiter

    start = state.pos
    found = state.scanDelims(start, True)
    end = start + found.length
    if found.length != 2 or (_is_word(state.src[start - 1 : start]) and _is_word(state.src[end : end + 1])):
        state.pending += state.src[start:end]
    else:
        state.push("text", "", 0).content = "=="
        place = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord("="), 0, place, -1, found.can_open, found.can_close))
    state.pos = end
    return True


def _is_word(character: str) -> bool:
    return character.isalnum() and ord(character) < _EAST_ASIAN


def _pair_accents(state: "StateInline") -> None:
    """Turns the ``==`` that belong together into marks."""
    groups = [state.delimiters, *(meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta)]
    for delimiters in groups:
        for opener in delimiters:
            if opener.marker == ord("=") and opener.end >= 0:
                pair = ((opener.token, "accent_open", 1), (delimiters[opener.end].token, "accent_close", -1))
                for place, name, nesting in pair:
                    token = state.tokens[place]
                    token.type, token.nesting, token.content = name, nesting, ""


class _LinkText(NamedTuple):
    """``[label](address)`` in a text: where the label ends and the whole ends (-1 if it never does), the address."""

    label_end: int
    end: int
    address: str
    titled: bool


def _link_at(state: "StateInline", start: int) -> _LinkText | None:
    """The link whose ``[`` is at ``start``, if there is one; each is looked for once."""
    if start > state.env["last_link"]:
        return None
    known: dict[int, _LinkText | None] = state.env["links"]
    if start not in known:
        known[start] = _look_for_link(state, start)
    return known[start]


def _look_for_link(state: "StateInline", start: int) -> _LinkText | None:
    helpers, text, most = state.md.helpers, state.src, state.posMax
    label_end = helpers.parseLinkLabel(state, start, True)
    if label_end < 0 or text[label_end + 1 : label_end + 2] != "(":
        return None
    at = _after_spaces(text, label_end + 2)
    found = helpers.parseLinkDestination(text, at, most)
    written = text[at : found.pos] if found.ok else ""
    at = at + len(written)
    address = written[1:-1] if written.startswith("<") else written
    spaced = _after_spaces(text, at)
    title = helpers.parseLinkTitle(text, spaced, most) if spaced > at else None
    titled = bool(title and title.ok)
    at = _after_spaces(text, title.pos) if title and title.ok else spaced
    if at >= most or text[at] != ")":
        return _LinkText(label_end, -1, "", False)
    return _LinkText(label_end, at + 1, _ESCAPED.sub(r"\1", address), titled)


def _after_spaces(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\t"):
        at += 1
    return at


def _picture(state: "StateInline", silent: bool) -> bool:
    """``![alt](file)``, which no text takes: it stays as typed, and who cares is told."""
    start = state.pos
    if state.src[start : start + 2] != "![":
        return False
    found = _link_at(state, start + 1)
    if found is None or found.end < 0:
        return False
    if not silent:
        state.pending += state.src[start : found.end]
        state.env["problems"].append(Problem(_PICTURE, "", start))
    state.pos = found.end
    return True


def _link(state: "StateInline", silent: bool) -> bool:
    """``[label](address)``; one that a deck cannot have leaves its label, and a problem."""
    start, most = state.pos, state.posMax
    found = _link_at(state, start)
    if found is None or found.end < 0:
        if found and not silent:
            state.env["problems"].append(_unfinished(start))
        return False
    if not silent:
        target = _checked(state.src[start + 1 : found.label_end], found, state.env, start)
        state.pos, state.posMax = start + 1, found.label_end
        if target:
            state.push("link_open", "a", 1).attrs = {"href": target}
        state.md.inline.tokenize(state)
        if target:
            state.push("link_close", "a", -1)
        state.posMax = most
    state.pos = found.end
    return True


def _unfinished(start: int) -> Problem:
    message = "this begins like a link, but its address has a space or no end"
    return Problem("bad-link", message, start, "write `[words](address)`, a space as `%20`, or `\\[` for a bracket")


def _checked(label: str, found: _LinkText, env: "EnvType", start: int) -> str | None:
    """The address as it is written into the deck, or None and a problem."""
    target = link_target(found.address, env["link_most"])
    if isinstance(target, LinkFault):
        problem = Problem("bad-link", target.message, start, target.hint)
    elif found.titled:
        problem = Problem("bad-link", "a link has no title", start, "delete the quoted text after the address")
    elif not any(map(str.isalnum, label)) and (label or not target.startswith("#")):
        problem = Problem(
            "bad-link", f"the link to `{target}` has no words", start, "write its words between `[` and `]`"
        )
    else:
        return target
    env["problems"].append(problem)
    return None

"""Specs written in a test, taken as far as the test needs."""

from textwrap import dedent

from deckloom.locating import located
from deckloom.source.text import decode
from deckloom.source.yaml import parse
from deckloom.spec.validate import validate
from deckloom.values.limits import Limits

HEAD = "deckloom: 1\ntitle: A deck\nslides:\n"


def validated(text, limits=None):
    """The outcome of a spec's text, its diagnostics located."""
    limits = limits or Limits()
    source = decode(text.encode(), "deck.yaml", limits).value
    parsed = parse(source, limits)
    outcome = validate(parsed.value, limits)
    found = located((*parsed.diagnostics, *outcome.diagnostics), parsed.value, source)
    return outcome.value, found


def slides(text, limits=None):
    """The same for the slides alone, which begin in line 4."""
    return validated(HEAD + dedent(text).strip("\n") + "\n", limits)


def told(found):
    """The diagnostics as ``line:column slug: message | hint``."""
    rows = []
    for one in found:
        hint = f" | {one.hints[0].text}" if one.hints else ""
        rows.append(f"{one.span.line}:{one.span.column} {one.slug}: {one.message}{hint}")
    return rows

"""Specs written in a test, taken as far as the test needs."""

from textwrap import dedent

from deckloom.locating import located
from deckloom.source.reading import read
from deckloom.source.text import decode
from deckloom.spec import vocabulary
from deckloom.spec.validate import validate
from deckloom.values.limits import Limits

HEAD = "deckloom: 1\ntitle: A deck\nslides:\n"


def validated(text, limits=None):
    """The outcome of a spec's text, its diagnostics located."""
    limits = limits or Limits()
    source = decode(text.encode(), "deck.yaml", limits).value
    said = read(source, limits, vocabulary.keys())
    outcome = validate(said.root, limits)
    found = located((*said.diagnostics, *outcome.diagnostics), said.root, source)
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

"""Reports as SARIF 2.1.0, the format in which code scanners and editors exchange what they found."""

import json
from pathlib import PurePath
from urllib.parse import quote

from deckloom import __version__
from deckloom.cli.machine import Json
from deckloom.cli.report import DeckReport, in_order
from deckloom.explain import page
from deckloom.values.codes import CODES
from deckloom.values.diagnostics import Diagnostic, Hint
from deckloom.values.span import Span, spelled

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def document(reports: list[DeckReport]) -> str:
    """All reports of a run as one SARIF log with one run, whose rules are the codes that were found."""
    found = [(report, one) for report in reports for one in in_order(report.diagnostics)]
    slugs = [slug for slug in CODES if any(one.slug == slug for _, one in found)]
    driver: Json = {"name": "deckloom", "version": __version__, "rules": [_rule(slug) for slug in slugs]}
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(reports)],
        "results": [_result(report, one, slugs) for report, one in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(slug: str) -> Json:
    meaning = CODES[slug].meaning
    text = page(slug)
    return {
        "id": CODES[slug].number,
        "name": "".join(word.capitalize() for word in slug.split("-")),
        "shortDescription": {"text": f"{meaning[0].upper()}{meaning[1:]}."},
        "help": {"text": text, "markdown": text},
    }


def _invocation(reports: list[DeckReport]) -> Json:
    """Whether the run did its work; what kept a spec from being read or a deck from being written is told here."""
    failures: Json = [
        {"level": "error", "message": {"text": f"{one.spec}: {one.failure}"}} for one in reports if one.failure
    ]
    return {"executionSuccessful": not failures, "toolExecutionNotifications": failures}


def _result(report: DeckReport, one: Diagnostic, slugs: list[str]) -> Json:
    message = "\n".join((one.message, *(f"hint: {hint.text}" for hint in one.hints)))
    location: Json = {
        "physicalLocation": _place(one.span, report.spec),
        "logicalLocations": [{"fullyQualifiedName": spelled(one.path)}] if one.path else [],
    }
    fixes: Json = [_fix(hint, report.spec) for hint in one.hints if hint.edit]
    return {
        "ruleId": one.code,
        "ruleIndex": slugs.index(one.slug),
        "level": one.severity,
        "message": {"text": message},
        "locations": [location],
        **({"fixes": fixes} if fixes else {}),
    }


def _fix(hint: Hint, spec: str) -> Json:
    assert hint.edit is not None
    span = hint.edit.span
    replacement: Json = {"deletedRegion": _region(span), "insertedContent": {"text": hint.edit.text}}
    change: Json = {"artifactLocation": _artifact(span.file or spec), "replacements": [replacement]}
    return {"description": {"text": hint.text}, "artifactChanges": [change]}


def _place(span: Span | None, spec: str) -> Json:
    if span is None:
        return {"artifactLocation": _artifact(spec)}
    return {"artifactLocation": _artifact(span.file), "region": _region(span)}


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _artifact(path: str) -> Json:
    """The file as a URI: relative as it was given, or absolute."""
    pure = PurePath(path)
    return {"uri": pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())}

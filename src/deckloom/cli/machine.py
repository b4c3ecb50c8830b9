"""Reports for programs: a JSON document, and the annotations of GitHub's log."""

import json
from typing import TypeAlias

from deckloom.cli.printable import clip, printable
from deckloom.cli.report import DeckReport, in_order
from deckloom.values.diagnostics import Diagnostic, Hint
from deckloom.values.span import Span, spelled

Json: TypeAlias = dict[str, "Json"] | list["Json"] | str | int | bool | None

VERSION = 1
MESSAGE_MOST = 1_500


def document(reports: list[DeckReport]) -> str:
    """All reports of a run as one JSON document; its fields are described in docs/cli.md."""
    return json.dumps({"version": VERSION, "decks": [_deck(one) for one in reports]}, indent=2) + "\n"


def _deck(report: DeckReport) -> Json:
    return {
        "spec": report.spec,
        "exit": int(report.exit),
        "failure": report.failure,
        "target": report.target,
        "slides": report.slides,
        "pictures": report.pictures,
        "bytes": report.size,
        "errors": report.errors,
        "warnings": report.warnings,
        "diagnostics": [_diagnostic(one) for one in in_order(report.diagnostics)],
        "edits": report.edits,
        "diff": report.diff,
        "fixed": report.fixed,
        "ledger": [{"line": row.line, "path": row.path, "what": row.what, "where": row.place} for row in report.ledger],
        "fit": [dict(row._asdict()) for row in report.fit],
    }


def _diagnostic(one: Diagnostic) -> Json:
    return {
        "code": one.code,
        "slug": one.slug,
        "severity": one.severity,
        "message": one.message,
        "path": spelled(one.path),
        "span": _span(one.span),
        "hints": [_hint(hint) for hint in one.hints],
    }


def _span(span: Span | None) -> Json:
    return None if span is None else dict(span._asdict())


def _hint(hint: Hint) -> Json:
    edit: Json = {"span": _span(hint.edit.span), "text": hint.edit.text} if hint.edit else None
    return {"text": hint.text, "edit": edit}


def annotations(report: DeckReport) -> str:
    """One workflow command for each diagnostic, and one for a failure."""
    rows = [_annotation(one, report.spec) for one in in_order(report.diagnostics)]
    if report.failure is not None:
        rows.append(f"::error title=deckloom::{_data(report.failure)}")
    return "".join(f"{row}\n" for row in rows)


def _annotation(one: Diagnostic, spec: str) -> str:
    fields = {"file": one.span.file if one.span else spec}
    if one.span:
        fields |= {"line": str(one.span.line), "col": str(one.span.column), "endLine": str(one.span.end_line)}
        fields |= {"endColumn": str(one.span.end_column)}
    fields["title"] = f"{one.code} {one.slug}"
    message = "\n".join((one.message, *(f"hint: {hint.text}" for hint in one.hints)))
    return (
        f"::{one.severity} {','.join(f'{key}={_property(value)}' for key, value in fields.items())}::{_data(message)}"
    )


def _data(text: str) -> str:
    """The escapes of GitHub's workflow commands; other control characters are escaped as for people."""
    safe = "\n".join(printable(line) for line in text[: MESSAGE_MOST + 1].split("\n"))
    return clip(safe, MESSAGE_MOST).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""Reports for programs."""

import json

from deckloom.cli import machine
from deckloom.cli.report import DeckReport, FitLine, Placed
from deckloom.values.diagnostics import Diagnostic, Edit, Hint, warning
from deckloom.values.errors import Exit
from deckloom.values.span import Span

SPAN = Span("a,b:c.yaml", 2, 3, 2, 7)


def test_the_json_document_says_all():
    fault = Diagnostic(
        "unknown-field", "no `imge`", ("slides", 0, "imge"), SPAN, hints=(Hint("h", Edit(SPAN, "image")),)
    )
    ledger = (Placed(1, "title", "the title", "slide 1, Title"),)
    fit = (FitLine(1, "Title", "slides[0].title", 2, 28, 0.4, "known"),)
    report = DeckReport("a.yaml", Exit.FAULTS, (fault,), ledger=ledger, fit=fit)
    span = {"file": "a,b:c.yaml", "line": 2, "column": 3, "end_line": 2, "end_column": 7}
    assert json.loads(machine.document([report])) == {
        "version": 1,
        "decks": [
            {
                "spec": "a.yaml",
                "exit": 1,
                "failure": None,
                "target": None,
                "slides": 0,
                "pictures": 0,
                "bytes": 0,
                "errors": 1,
                "warnings": 0,
                "diagnostics": [
                    {
                        "code": "DL201",
                        "slug": "unknown-field",
                        "severity": "error",
                        "message": "no `imge`",
                        "path": "slides[0].imge",
                        "span": span,
                        "hints": [{"text": "h", "edit": {"span": span, "text": "image"}}],
                    }
                ],
                "edits": 0,
                "diff": "",
                "fixed": False,
                "ledger": [{"line": 1, "path": "title", "what": "the title", "where": "slide 1, Title"}],
                "fit": [
                    {
                        "slide": 1,
                        "place": "Title",
                        "path": "slides[0].title",
                        "lines": 2,
                        "size": 28,
                        "slack": 0.4,
                        "certainty": "known",
                    }
                ],
            }
        ],
    }


def test_an_annotation_escapes_what_github_would_read():
    fault = Diagnostic("bad-value", "100%\n::error::x\x1b", span=SPAN, hints=(Hint("say 99%"),))
    assert machine.annotations(DeckReport("a.yaml", diagnostics=(fault,))) == (
        "::error file=a%2Cb%3Ac.yaml,line=2,col=3,endLine=2,endColumn=7,title=DL206 bad-value"
        "::100%25%0A::error::x\\x1b%0Ahint: say 99%25\n"
    )


def test_an_annotation_without_a_place_names_the_spec():
    report = DeckReport("a.yaml", diagnostics=(warning("contrast", "grey on grey"),))
    assert machine.annotations(report) == "::warning file=a.yaml,title=DL405 contrast::grey on grey\n"


def test_a_failure_is_an_annotation():
    assert machine.annotations(DeckReport("a.yaml", failure="cannot read")) == "::error title=deckloom::cannot read\n"

"""The SARIF log: the parts of the standard that readers rely on."""

import json
from collections.abc import Callable
from pathlib import Path

from deckloom.cli import sarif
from deckloom.cli.report import DeckReport
from deckloom.values.codes import CODES
from deckloom.values.diagnostics import Diagnostic, Edit, Hint, warning
from deckloom.values.errors import Exit
from deckloom.values.span import Span

SPAN = Span("my talk.yaml", 2, 3, 2, 7)
FAULT = Diagnostic("unknown-field", "no `imge`", ("slides", 0), SPAN, hints=(Hint("say so", Edit(SPAN, "image")),))
REGION = {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 7}


def log(*reports: DeckReport) -> dict:
    made = json.loads(sarif.document(list(reports)))
    assert (made["version"], len(made["runs"])) == ("2.1.0", 1)
    return made["runs"][0]


def test_a_result_names_its_rule_its_place_and_its_fix():
    (result,) = log(DeckReport("my talk.yaml", Exit.FAULTS, (FAULT,)))["results"]
    file = {"uri": "my%20talk.yaml"}
    assert result == {
        "ruleId": "DL201",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "no `imge`\nhint: say so"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": file, "region": REGION},
                "logicalLocations": [{"fullyQualifiedName": "slides[0]"}],
            }
        ],
        "fixes": [
            {
                "description": {"text": "say so"},
                "artifactChanges": [
                    {
                        "artifactLocation": file,
                        "replacements": [{"deletedRegion": REGION, "insertedContent": {"text": "image"}}],
                    }
                ],
            }
        ],
    }


def test_every_rule_that_was_broken_is_listed_once_with_its_page():
    run = log(DeckReport("a.yaml", diagnostics=(FAULT, warning("contrast", "grey"), FAULT)))
    rules = run["tool"]["driver"]["rules"]
    assert [(one["id"], one["name"]) for one in rules] == [("DL201", "UnknownField"), ("DL405", "Contrast")]
    assert all("## A bad example" in one["help"]["markdown"] for one in rules)
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]]


def test_a_result_without_a_place_names_the_spec():
    (result,) = log(DeckReport("a.yaml", diagnostics=(warning("contrast", "grey"),)))["results"]
    assert result["level"] == "warning"
    assert result["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "a.yaml"}}
    assert "fixes" not in result


def test_a_spec_that_cannot_be_read_makes_the_run_unsuccessful():
    (invocation,) = log(DeckReport("a.yaml", Exit.INPUT, failure="does not exist"))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "a.yaml: does not exist"


def test_a_code_of_every_sort_can_be_a_rule():
    run = log(DeckReport("a.yaml", diagnostics=tuple(warning(slug, "m") for slug in CODES)))
    assert [one["id"] for one in run["tool"]["driver"]["rules"]] == [code.number for code in CODES.values()]


def test_check_prints_one_log_for_all_specs(deckloom: Callable, tmp_path: Path):
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text("deckloom: 1\ntitle: T\nslides:\n  - kind: title\n")
    bad.write_text("deckloom: 1\ntitle: T\nslides:\n  - kind: bulets\n    title: T\n    items: [A]\n")
    done = deckloom("check", good, bad, "--format", "sarif")
    (result,) = json.loads(done.out)["runs"][0]["results"]
    assert (done.code, done.err, result["ruleId"]) == (1, "", "DL203")
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == bad.as_uri()

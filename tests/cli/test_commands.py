"""check and build as a user meets them: exit code, stdout, stderr, files."""

import json
from pathlib import Path

import pytest

from deckloom import api
from deckloom.results import Checked, Settings
from deckloom.values.errors import BrokenPromise, InputUnreadable, OutputUnwritable, ToolMissing
from deckloom.values.limits import limits_with

GOOD = """\
deckloom: 1
title: A talk
slides:
  - kind: title
  - kind: statement
    title: One sentence worth a pause
    notes: Breathe.
"""
BAD = GOOD.replace("notes:", "ntoes:").replace("statement", "statment") + "  - kind: bullets\n"


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    spec = tmp_path / "talk.yaml"
    spec.write_text(GOOD, encoding="utf-8")
    return spec


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    spec = tmp_path / "bad.yaml"
    spec.write_text(BAD, encoding="utf-8")
    return spec


def test_a_good_spec_is_built_beside_itself(deckloom, talk: Path):
    done = deckloom("build", talk)
    deck = talk.with_suffix(".pptx")
    size = f"{deck.stat().st_size / 1_000:.0f} kB"
    assert done == (0, f"{deck}: 2 slides, 0 pictures, {size}, 0 warnings\n", "")


def test_the_output_goes_where_it_is_asked_to(deckloom, talk: Path):
    assert deckloom("build", talk, "-o", talk.parent / "other.pptx").code == 0
    assert sorted(one.name for one in talk.parent.iterdir()) == ["other.pptx", "talk.yaml"]


def test_a_good_spec_is_ok(deckloom, talk: Path):
    assert deckloom("check", talk) == (0, f"{talk}: ok, 2 slides\n", "")
    assert [one.name for one in talk.parent.iterdir()] == ["talk.yaml"]


@pytest.mark.parametrize("verb", ["build", "check"])
def test_quiet_prints_nothing_when_all_is_well(deckloom, talk: Path, verb: str):
    assert deckloom(verb, "-q", talk) == (0, "", "")


@pytest.mark.parametrize("verb", ["build", "check"])
def test_all_faults_are_shown_and_counted_and_nothing_is_written(deckloom, bad: Path, verb: str):
    done = deckloom(verb, bad)
    assert (done.code, done.out) == (1, "")
    assert f"{bad}:5:11: error[DL203] unknown-kind: " in done.err
    assert "5 |   - kind: statment\n  |           ^^^^^^^^\n" in done.err
    assert f"{bad}: " in done.err.splitlines()[-1]
    assert done.err.splitlines()[-1].endswith(" errors, 0 warnings")
    assert [one.name for one in bad.parent.iterdir()] == ["bad.yaml"]


def test_several_specs_are_all_done_and_the_gravest_exit_code_is_returned(deckloom, talk: Path, bad: Path):
    done = deckloom("build", bad, talk, talk.parent / "none.yaml")
    assert done.code == 3
    assert talk.with_suffix(".pptx").exists()


def test_the_report_says_where_every_piece_went(deckloom, talk: Path):
    rows = [line.split() for line in deckloom("check", "-q", "--report", talk).out.splitlines()]
    assert rows[0] == ["line", "what", "where"]
    assert ["7", "Breathe.", "slide", "2,", "notes"] in rows


def test_json_is_one_document_for_all_specs(deckloom, talk: Path, bad: Path):
    done = deckloom("check", "--format", "json", talk, bad, talk.parent / "none.yaml")
    decks = json.loads(done.out)["decks"]
    assert done.err == ""
    assert [(Path(one["spec"]).name, one["exit"], one["errors"] > 0) for one in decks] == [
        ("talk.yaml", 0, False),
        ("bad.yaml", 1, True),
        ("none.yaml", 3, False),
    ]


def test_github_annotations_go_to_stdout(deckloom, bad: Path):
    done = deckloom("check", "-q", "--format", "github", bad)
    assert done.code == 1
    assert all(line.startswith("::error file=") for line in done.out.splitlines())


def test_what_the_caller_decides_reaches_the_api(deckloom, talk: Path, monkeypatch: pytest.MonkeyPatch):
    seen: list[Settings] = []
    monkeypatch.setattr(api, "check", lambda spec, settings: seen.append(settings) or Checked(spec, None, ()))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1728518400")
    folders = ("--root=r", "--allow-dir=a", "--allow-dir=b", "--fonts=f")
    deckloom("check", "--theme=ledger", "--strict", *folders, talk)
    deckloom("check", "--draft", "--limit", "slides=5000", "--limit", "title=9", talk)
    assert seen[0] == Settings(
        Path("r"),
        (Path("a"), Path("b")),
        "ledger",
        strict=True,
        limits=limits_with({}),
        source_date_epoch=1_728_518_400,
        fonts=(Path("f"),),
    )
    assert seen[1].draft
    assert (seen[1].limits.slides, seen[1].limits.nodes, seen[1].limits.title) == (5_000, 500_000, 9)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--strict", "--draft"], "--strict and --draft exclude each other"),
        (["-o", "x.pptx", "second.yaml"], "-o names one deck"),
        (["--limit", "slide=5"], "`slide` is not a limit"),
        (["--limit", "slides=0"], "takes a whole number from 1 to 20000"),
        (["--limit", "slides"], "is not NAME=VALUE"),
        (["--format", "xml"], "'xml' is not one of"),
        (["--colour\x1b[31m"], "--colour\\x1b[31m"),
    ],
)
def test_wrong_usage_is_exit_2_and_does_nothing(deckloom, talk: Path, arguments: list[str], words: str):
    done = deckloom("build", talk, *arguments)
    assert done.code == 2
    assert words in done.err
    assert [one.name for one in talk.parent.iterdir()] == ["talk.yaml"]


@pytest.mark.parametrize("value", ["yesterday", "-1", "1e9", "253402300800", "9" * 5_000])
def test_a_source_date_epoch_that_is_no_time_is_exit_2(
    deckloom, talk: Path, monkeypatch: pytest.MonkeyPatch, value: str
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    done = deckloom("build", talk)
    assert (done.code, done.out) == (2, "")
    assert "it takes the seconds since 1970" in done.err


@pytest.mark.parametrize(
    ("problem", "code", "words"),
    [
        (InputUnreadable("no such file\x07"), 3, "deckloom: no such file\\x07\n"),
        (OutputUnwritable("the disk is full"), 4, "deckloom: the disk is full\n"),
        (ToolMissing("no LibreOffice"), 5, "deckloom: no LibreOffice\n"),
        (BrokenPromise("twin part names"), 70, "(BrokenPromise)\n  twin part names\n"),
        (ValueError("the user's secret"), 70, "(ValueError)"),
        (RecursionError(), 70, "(RecursionError)"),
        (MemoryError(), 70, "(MemoryError)"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_every_exception_ends_in_its_exit_code_without_a_traceback(
    deckloom, talk: Path, monkeypatch: pytest.MonkeyPatch, problem: BaseException, code: int, words: str
):
    def fail(*_: object) -> None:
        raise problem

    monkeypatch.setattr(api, "build", fail)
    done = deckloom("build", talk)
    assert (done.code, done.out) == (code, "")
    assert words in done.err
    assert "Traceback" not in done.err
    assert "secret" not in done.err


def test_debug_shows_the_traceback(deckloom, talk: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(api, "build", lambda *_: 1 / 0)
    done = deckloom("build", "--debug", talk)
    assert done.code == 70
    assert done.err.startswith("Traceback")

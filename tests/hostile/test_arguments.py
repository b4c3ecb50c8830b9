"""Wrong arguments in any combination: exit code 2, and nothing is done."""

from itertools import product

import pytest

from deckloom.values.limits import Limits
from tests.hostile.place import CALM, HEAD, STATEMENT, state

WRONG = [
    [],
    ["nothing"],
    ["--nothing"],
    ["-x"],
    ["check"],
    ["build"],
    ["build", "-o"],
    ["build", "-o", "x.pptx"],
    ["build", "talk.yaml", "talk.yaml", "-o", "x.pptx"],
    ["build", "talk.yaml", "--strict", "--draft"],
    ["check", "talk.yaml", "--strict", "--draft"],
    ["check", "talk.yaml", "--force"],
    ["check", "talk.yaml", "-o", "x.pptx"],
    ["check", "talk.yaml", "--strict=yes"],
    ["check", "talk.yaml", "--format"],
    ["check", "talk.yaml", "--format", "xml"],
    ["check", "talk.yaml", "--format", ""],
    ["check", "talk.yaml", "--root"],
    ["check", "talk.yaml", "--limit"],
    ["new"],
    ["new", "a.yaml", "b.yaml"],
    ["new", "a.yaml", "--from", "nothing"],
    ["new", "a.yaml", "--from", "../../etc/passwd"],
    ["new", "a.yaml", "--from", ""],
    ["render"],
    ["render", "talk.txt"],
    ["render", "talk.pptx", "--pages", "0"],
    ["render", "talk.pptx", "--pages", "5-1"],
    ["render", "talk.pptx", "--pages", "1-999999999"],
    ["render", "talk.pptx", "--pages", "a"],
    ["render", "talk.pptx", "--dpi", "9"],
    ["render", "talk.pptx", "--dpi", "nan"],
    ["render", "talk.pptx", "--contact-sheet", "x.exe"],
    ["talk.yaml"],
    ["--version=1"],
    ["build", "--\x1b[31m"],
    ["build", "talk.yaml", "--fo"],
    ["\u202ebuild"],
    ["x" * 5_000],
]
VALUES = [
    "",
    "x",
    "slides",
    "slides=",
    "=5",
    "slides=-1",
    "slides=0",
    "slides=1.5",
    "slides=1e3",
    "slides= 5",
    "slides=٥",
]
VALUES += [
    "slides=20001",
    "slides=" + "9" * 13,
    "Slides=5",
    "nothing=5",
    "slides=5=6",
    "depth=101",
    "slides=0x10",
    "a\n=5",
]


@pytest.mark.parametrize(
    "arguments", WRONG, ids=lambda one: " ".join(one)[:40].encode("ascii", "replace").decode() or "-"
)
def test_wrong_usage_is_exit_2_and_does_nothing(deckloom, folder, arguments: list[str]):
    (folder / "talk.yaml").write_text(CALM)
    before = state(folder)
    done = deckloom(*arguments)
    assert (done.code, done.out if arguments else "") == (2, "")
    assert state(folder) == before


@pytest.mark.parametrize("value", VALUES)
def test_a_limit_that_is_none_is_exit_2(deckloom, folder, value: str):
    (folder / "talk.yaml").write_text(CALM)
    for verb in ("check", "build"):
        assert deckloom(verb, "talk.yaml", "--limit", value).code == 2
    assert list(state(folder)) == ["talk.yaml"]


@pytest.mark.parametrize("name", Limits.__slots__)
def test_every_limit_can_be_set_to_its_ends(deckloom, folder, name: str):
    (folder / "talk.yaml").write_text(CALM)
    most = {"slides": 20_000, "depth": 100}.get(name, 999_999_999_999)
    assert deckloom("build", "talk.yaml", "--limit", f"{name}={most}").code == 0
    assert deckloom("check", "talk.yaml", "--limit", f"{name}=1").code in (0, 1)


def test_a_limit_of_slides_counts_what_long_ones_are_continued_on(deckloom, folder):
    sources = "".join(f"  - kind: statement\n    title: A claim {at}\n    source: Source {at}\n" for at in range(80))
    (folder / "talk.yaml").write_text(HEAD + sources + "  - kind: sources\n" * 60)
    done = deckloom("check", "talk.yaml", "--limit", "slides=140")
    assert "DL104" not in done.codes
    (folder / "talk.yaml").write_text(HEAD + sources + "  - kind: sources\n" * 120)
    done = deckloom("check", "talk.yaml", "--limit", "slides=200")
    assert (done.code, "DL104" in done.codes) == ((1, True) if 80 + 120 * 6 > 800 else (0, False))


OPTIONS = [["--strict"], ["--draft"], ["--report"], ["-q"], ["--debug"], ["--format", "json"], ["--format", "github"]]
KINDS = {"good": CALM, "faulty": CALM + "  - kind: nothing\n", "empty": "", "many": HEAD + STATEMENT * 40}


@pytest.mark.parametrize("name", KINDS)
def test_options_go_together_or_are_refused(deckloom, folder, name: str):
    (folder / "talk.yaml").write_text(KINDS[name])
    for first, second in product(OPTIONS, repeat=2):
        done = deckloom("check", *first, "talk.yaml", *second)
        excluded = {"--strict", "--draft"} <= {*first, *second}
        assert done.code in ({2} if excluded else {0, 1})


def test_one_bad_spec_among_many_stops_no_other(deckloom, folder):
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_text(CALM)
    (folder / "bad.yaml").write_bytes(b"\xff")
    (folder / "folder.yaml").mkdir()
    done = deckloom("build", "a.yaml", "bad.yaml", "folder.yaml", "nothing.yaml", "", "/", "b.yaml")
    assert done.code == 3
    assert {"a.pptx", "b.pptx"} <= set(state(folder))
    assert deckloom("check", *(["a.yaml"] * 50)).code == 0

"""new as a user meets it, and what the starters promise."""

from pathlib import Path

import pytest

import deckloom as package
from deckloom.results import Settings
from deckloom.starters import starters, text

NAMES = ("report", "review", "talk")


def test_the_starters_are_listed_with_a_sentence_each(deckloom):
    done = deckloom("new", "--list")
    assert (done.code, done.err) == (0, "")
    rows = [line.split(maxsplit=1) for line in done.out.splitlines()]
    assert [row[0] for row in rows] == list(NAMES) == list(starters())
    assert all(row[1].startswith("A ") and row[1].endswith(".") for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_a_starter_builds_in_an_empty_folder_without_a_warning(deckloom, tmp_path: Path, name: str):
    spec = tmp_path / "my talk.yaml"
    done = deckloom("new", spec, "--from", name)
    assert done == (0, f"{spec}: written; next: deckloom build '{spec}'\n", "")
    assert deckloom("build", "--strict", "-q", spec) == (0, "", "")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["my talk.pptx", "my talk.yaml"]


@pytest.mark.parametrize("name", NAMES)
def test_the_slides_that_a_starter_has_in_comments_are_good_as_well(tmp_path: Path, name: str):
    from PIL import Image

    lines = text(name).splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("  # - kind:"))
    last = next(at for at in range(first, len(lines)) if not lines[at].startswith("  #"))
    lines[first:last] = [line.replace("  # ", "  ", 1) for line in lines[first:last]]
    spec = tmp_path / "talk.yaml"
    spec.write_text("\n".join(lines), encoding="utf-8")
    image = next(line.split("#")[0].split(":")[1].strip() for line in lines[first:last] if " image:" in line)
    Image.new("RGB", (1600, 1000), "white").save(tmp_path / image)
    assert [str(one) for one in package.check(spec, Settings(strict=True)).diagnostics] == []


def test_a_file_that_is_there_stays_unless_forced(deckloom, tmp_path: Path):
    spec = tmp_path / "talk.yaml"
    spec.write_text("mine", encoding="utf-8")
    done = deckloom("new", spec)
    assert done == (4, "", f"deckloom: `{spec}` exists; choose another name, or use `--force` to replace it\n")
    assert spec.read_text(encoding="utf-8") == "mine"
    assert deckloom("new", spec, "--force").code == 0
    assert spec.read_text(encoding="utf-8") == text("report")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Missing argument 'SPEC'"),
        (("talk.yaml", "--from", "lecture"), 2, "there is no starter `lecture`; there are report, review, talk"),
        (("talk.pptx",), 4, "`talk.pptx` does not end in .yaml"),
        (("none/talk.yaml",), 4, "the folder of `none/talk.yaml` does not exist"),
    ],
)
def test_what_cannot_be_written_is_said(deckloom, arguments, code, said):
    done = deckloom("new", *arguments)
    assert done.code == code
    assert said in done.err

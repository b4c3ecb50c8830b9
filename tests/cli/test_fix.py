"""check --fix and --diff as a user meets them."""

import json
from pathlib import Path

import pytest

from deckloom import api
from deckloom.values.errors import OutputUnwritable

BAD = """\
# A talk.   Spaces  stay.
deckloom: 1
title: A talk: what changed   # why not
slides:
  - type: bullets       # the first
    title:   We are #1
    items: ["a",   'b']
    hidden: no
"""
GOOD = """\
# A talk.   Spaces  stay.
deckloom: 1
title: "A talk: what changed"   # why not
slides:
  - kind: bullets       # the first
    title:   "We are #1"
    items: ["a",   'b']
    hidden: false
"""


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    spec = tmp_path / "bad.yaml"
    spec.write_bytes(BAD.encode())
    return spec


def test_all_edits_are_shown_and_written_and_nothing_else_is_touched(deckloom, bad: Path):
    done = deckloom("check", "--fix", bad)
    assert bad.read_text(encoding="utf-8") == GOOD
    assert done.code == 0
    assert done.out.startswith(f"--- {bad}\n+++ {bad}\n@@ -1,8 +1,8 @@\n")
    assert [line for line in done.out.splitlines() if line.startswith("+ ")] == [
        "+  - kind: bullets       # the first",
        '+    title:   "We are #1"',
        "+    hidden: false",
    ]
    assert done.out.splitlines()[-1] == f"{bad}: 4 edits made: ok, 1 slide"
    assert [one.name for one in bad.parent.iterdir()] == ["bad.yaml"]


def test_a_second_run_changes_nothing(deckloom, bad: Path):
    deckloom("check", "--fix", bad)
    before = bad.stat().st_mtime_ns
    assert deckloom("check", "--fix", bad) == (0, f"{bad}: ok, 1 slide\n", "")
    assert bad.stat().st_mtime_ns == before


def test_what_has_no_edit_remains_and_is_told(deckloom, bad: Path):
    bad.write_text(BAD + "    zzz: 1\n", encoding="utf-8")
    done = deckloom("check", "--fix", bad)
    assert done.code == 1
    assert bad.read_text(encoding="utf-8") == GOOD + "    zzz: 1\n"
    assert "unknown-field: `zzz`" in done.err
    assert done.err.splitlines()[-1] == f"{bad}: 4 edits made: 1 error, 0 warnings"


def test_diff_shows_the_same_and_writes_nothing(deckloom, bad: Path):
    done = deckloom("check", "--diff", bad)
    assert done.code == 1
    assert bad.read_text(encoding="utf-8") == BAD
    assert '+title: "A talk: what changed"   # why not' in done.out
    assert done.err.splitlines()[-1] == f"{bad}: 4 edits offered: 4 errors, 0 warnings"


def test_json_has_the_diff_and_whether_it_was_written(deckloom, bad: Path):
    (deck,) = json.loads(deckloom("check", "--fix", "--format", "json", bad).out)["decks"]
    assert (deck["exit"], deck["edits"], deck["fixed"], deck["diagnostics"]) == (0, 4, True, [])
    assert deck["diff"].startswith("--- ")


def test_fix_and_diff_exclude_each_other(deckloom, bad: Path):
    assert deckloom("check", "--fix", "--diff", bad).code == 2


def test_a_mended_copy_is_never_built(deckloom, bad: Path):
    assert deckloom("build", bad).code == 1
    assert not bad.with_suffix(".pptx").exists()
    assert api.check(bad).plan is None


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_stay(bad: Path, newline: str, mark: bytes):
    bad.write_bytes(mark + BAD.replace("\n", newline).encode())
    api.fix(bad)
    assert bad.read_bytes() == mark + GOOD.replace("\n", newline).encode()


def test_lines_that_are_not_touched_keep_their_ends_in_a_file_that_mixes_them(bad: Path):
    bad.write_bytes(BAD.encode().replace(b"stay.\n", b"stay.\r\n").replace(b"'b']\n", b"'b']\r"))
    api.fix(bad)
    assert bad.read_bytes() == GOOD.encode().replace(b"stay.\n", b"stay.\r\n").replace(b"'b']\n", b"'b']\r")


def test_a_link_to_a_spec_stays_a_link(bad: Path):
    link = bad.parent / "link.yaml"
    link.symlink_to(bad)
    api.fix(link)
    assert link.is_symlink()
    assert bad.read_text(encoding="utf-8") == GOOD


def test_a_spec_that_was_changed_meanwhile_is_left_alone(bad: Path, monkeypatch: pytest.MonkeyPatch):
    whole = api.check_loaded

    def check(loaded, settings):
        bad.write_text("title: another\n", encoding="utf-8")
        return whole(loaded, settings)

    monkeypatch.setattr(api, "check_loaded", check)
    with pytest.raises(OutputUnwritable, match="was changed"):
        api.fix(bad)
    assert bad.read_text(encoding="utf-8") == "title: another\n"


def test_edits_that_touch_are_made_one_after_the_other(bad: Path):
    bad.write_text("deckloom: 1\ntitle: T\nslides:\n  - {type: bullets, titel: T, items: [We, are #1], hidden:no}\n")
    done = api.fix(bad)
    assert done.after.ok, done.after.diagnostics
    assert bad.read_text().splitlines()[-1] == ('  - {kind: bullets, title: T, items: [We, "are #1"], hidden: false}')

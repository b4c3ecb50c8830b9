"""Decks whose plan, or whose faults, are written down beside them.

Each folder holds ``deck.yaml`` and ``plan.txt`` or ``problems.txt``. A picture named ``1600x900.png`` is made in that
size. ``DECKLOOM_UPDATE=1`` writes the files anew; read the difference before you keep it.
"""

import os
import re
from pathlib import Path

import pytest
from PIL import Image

from deckloom import api
from deckloom.plan.dump import dump
from deckloom.values.errors import DeckRejected

HERE = Path(__file__).parent
CASES = sorted(one.parent.name for one in HERE.glob("*/deck.yaml"))


def _folder(case, tmp_path):
    """A copy of the case with the pictures it names."""
    text = (HERE / case / "deck.yaml").read_text(encoding="utf-8")
    (tmp_path / "deck.yaml").write_text(text, encoding="utf-8")
    for name in set(re.findall(r"\b\d+x\d+\.png", text)):
        width, height = map(int, name.removesuffix(".png").split("x"))
        Image.new("1", (width, height)).save(tmp_path / name)
    return tmp_path


def _rows(checked, folder):
    return "".join(f"{one}\n".replace(str(folder) + "/", "") for one in checked.diagnostics)


def _compare(path, made):
    if os.environ.get("DECKLOOM_UPDATE"):
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_spec_gives_the_plan_or_the_problems_beside_it(case, tmp_path):
    folder = _folder(case, tmp_path)
    checked = api.check(folder / "deck.yaml")
    rows = _rows(checked, folder)
    if not (HERE / case / "problems.txt").exists():
        assert rows == ""
        _compare(HERE / case / "plan.txt", dump(checked.plan))
        return
    _compare(HERE / case / "problems.txt", rows)
    assert checked.ok == (" error[" not in rows)


def test_ten_mistakes_give_ten_errors_in_one_run_and_no_file(tmp_path):
    folder = _folder("faults", tmp_path)
    with pytest.raises(DeckRejected) as caught:
        api.build(folder / "deck.yaml")
    errors = [one for one in caught.value.diagnostics if one.severity == "error"]
    assert len(errors) == len({one.slug for one in errors}) == 10
    assert all(one.span and caught.value.lines(one.span.file, one.span.line) for one in errors)
    assert not list(folder.glob("*.pptx"))

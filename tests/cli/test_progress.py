"""The progress bar."""

import sys

import pytest

from deckloom.cli.progress import Bar


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(("shown", "seconds", "drawn"), [(True, 0.5, False), (True, 1.5, True), (False, 9.0, False)])
def test_a_bar_is_drawn_after_a_second_on_a_terminal(
    shown: bool, seconds: float, drawn: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")  # makes rich take the captured stream for a terminal
    clock = Clock()
    with Bar(shown, clock) as bar:
        bar("paint", 1, 10)
        clock.now = seconds
        bar("paint", 5, 10)
    assert ("paint" in capsys.readouterr().err) == drawn


def test_rich_is_not_imported_for_short_work():
    known = sys.modules.pop("rich.progress", None)
    with Bar(shown=True) as bar:
        bar("paint", 1, 2)
    assert "rich.progress" not in sys.modules
    if known:
        sys.modules["rich.progress"] = known

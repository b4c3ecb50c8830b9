"""An outside program is bounded, and nothing of it is left."""

import os
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from deckloom.render.programs import Program
from deckloom.render.run import Bounds, _netless, run
from deckloom.values.errors import ToolMissing

TOOL = Program("Tool", ("tool",), "get it somewhere")
ROOMY = Bounds(60, 4_000_000_000)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the made-up programs are scripts with a first line")

SPAWN = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open("pids", "w").write(f"{os.getpid()} {child.pid}")
"""


def _outlives(pid: int) -> bool:
    """Whether it goes on living. One that was killed has a moment to end, and may wait for someone to note it."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX":
                return False
        except (FileNotFoundError, ProcessLookupError):
            return False
        os.sched_yield()
    return True


def test_its_last_words_come_back(programs, tmp_path):
    programs.put("tool", "import sys; print('converted', *sys.argv[1:])")
    assert run(TOOL, ("a b", "$HOME; c"), ROOMY, tmp_path) == "converted a b $HOME; c"


def test_one_that_is_missing_is_named_with_how_to_get_it(programs, tmp_path):
    with pytest.raises(ToolMissing, match=r"^Tool is not installed, or not on the PATH; get it somewhere$"):
        run(TOOL, (), ROOMY, tmp_path)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import sys; sys.exit('no such filter')", "Tool failed (exit code 1): no such filter"),
        ("import sys; sys.stdout.write('x' * 9_000_000); sys.exit(3)", f"Tool failed (exit code 3): {'x' * 400}"),
        ("import os; os.kill(os.getpid(), 9)", "Tool failed (stopped by signal 9)"),
    ],
)
def test_a_failure_is_told_in_its_last_words(programs, tmp_path, body, said):
    programs.put("tool", body)
    with pytest.raises(ToolMissing) as told:
        run(TOOL, (), ROOMY, tmp_path)
    assert str(told.value) == said


def test_one_that_is_no_program_cannot_be_started(programs, tmp_path):
    programs.put("tool", "").folder.joinpath("tool").write_bytes(b"\x7fELF nothing")
    with pytest.raises(ToolMissing, match=r"^Tool (failed|cannot be started)"):
        run(TOOL, (), ROOMY, tmp_path)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes through /proc")
@pytest.mark.parametrize(("then", "seconds"), [("time.sleep(600)", 2), ("", 60)])
def test_nothing_of_its_group_outlives_it(programs, tmp_path, then, seconds):
    programs.put("tool", SPAWN + then)
    slow = r"^Tool took longer than 2 s and was stopped; raise the limit with `--limit render_seconds=4`$"
    with pytest.raises(ToolMissing, match=slow) if then else nullcontext():
        run(TOOL, (), Bounds(seconds, 4_000_000_000), tmp_path)
    pids = [int(one) for one in (tmp_path / "pids").read_text().split()]
    assert [one for one in pids if _outlives(one)] == []


def test_it_gets_no_more_memory_than_it_may_have(programs, tmp_path):
    programs.put("tool", "len(bytearray(600_000_000))")
    assert run(TOOL, (), ROOMY, tmp_path) == ""
    with pytest.raises(ToolMissing, match="MemoryError"):
        run(TOOL, (), Bounds(60, 500_000_000), tmp_path)


def test_it_has_no_network_where_that_can_be_had(programs, tmp_path):
    if not _netless():
        pytest.skip("this system cuts no one off the network without being asked for rights")
    programs.put("tool", "print(open('/proc/net/dev').read().count(':'))")
    assert run(TOOL, (), ROOMY, tmp_path) == "1"  # the loopback device alone, which is down


def test_its_temporary_files_go_into_the_folder(programs, tmp_path):
    programs.put("tool", "import tempfile; print(tempfile.gettempdir())")
    assert run(TOOL, (), ROOMY, tmp_path) == str(tmp_path)

"""Whatever stands around the process: variables, streams, folders."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.place import CALM, HEAD, process, slide

WRONG = CALM.replace("statement", "statemént")
VARIABLES = [
    {"HOME": "", "TERM": "", "COLUMNS": "0", "PATH": ""},
    {"HOME": "/nowhere", "XDG_CACHE_HOME": "/nowhere", "XDG_CONFIG_HOME": "\x01", "TERM": "dumb"},
    {"COLUMNS": "-5", "LINES": "x", "TERM": "\x1b[31m", "NO_COLOR": "1", "FORCE_COLOR": "1"},
    {"COLUMNS": "9" * 400, "CLICOLOR_FORCE": "1", "PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "utf-16", "PYTHONHASHSEED": "0"},
    {"PYTHONIOENCODING": "latin-1:strict", "TZ": "../../etc/passwd"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "xx_YY.nothing", "LANG": "?", "TMPDIR": "/nowhere"},
    {"LANGUAGE": "de", "LC_ALL": "de_DE.UTF-8", "PYTHONOPTIMIZE": "2", "SOURCE_DATE_EPOCH": ""},
    {"PYTHONDEVMODE": "1", "PYTHONWARNINGS": "error"},
    {"http_proxy": "http://127.0.0.1:9", "ALL_PROXY": "x", "DECKLOOM_LIMIT": "slides=1"},
]


@pytest.fixture
def talks(folder: Path) -> Path:
    (folder / "talk.yaml").write_text(CALM, encoding="utf-8")
    (folder / "wrong.yaml").write_text(WRONG, encoding="utf-8")
    return folder


@pytest.mark.parametrize("variables", VARIABLES, ids=lambda one: ",".join(one))
def test_a_strange_environment_changes_neither_the_exit_code_nor_the_deck(talks, deckloom, variables: dict[str, str]):
    assert deckloom("build", "talk.yaml", "-o", "here.pptx").code == 0
    done = process(["build", "talk.yaml"], variables, cwd=talks)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (talks / "talk.pptx").read_bytes() == (talks / "here.pptx").read_bytes()
    done = process(["check", "wrong.yaml"], variables, cwd=talks)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_no_environment_at_all(talks):
    command = [sys.executable, "-m", "deckloom", "build", "talk.yaml"]
    path = {"PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    done = subprocess.run(command, cwd=talks, env=path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


BAD_TIMES = ["x", "-1", "1.5", "1e9", " 1", "0x1", "١", "9" * 400, "253402300800", "1\n", "nan"]


@pytest.mark.parametrize("value", BAD_TIMES)
def test_a_time_that_is_none_is_wrong_usage(talks, deckloom, monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    for verb in ("check", "build"):
        assert deckloom(verb, "talk.yaml").code == 2
    assert not (talks / "talk.pptx").exists()


CLOSED = ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"]


@pytest.mark.parametrize("closed", CLOSED)
def test_closed_streams_change_nothing(talks, closed: str):
    command = [sys.executable, "-m", "deckloom"]
    for rest, code in ((["build", "talk.yaml", "wrong.yaml"], 1), (["build", "talk.yaml", "--format", "json"], 0)):
        shell = ["sh", "-c", f'"$@" {closed}', "sh", *command, *rest]
        done = subprocess.run(shell, cwd=talks, capture_output=True, check=False)
        assert (done.returncode, b"Traceback" in done.stderr) == (code, False)
        assert (talks / "talk.pptx").read_bytes().startswith(b"PK")


def test_a_deck_is_whole_although_a_library_writes_to_a_closed_stream(talks, deckloom):
    from tests.hostile.test_pictures import encoded

    (talks / "x.png").write_bytes(encoded("RGB", "TIFF", compression="jpeg"))
    (talks / "odd.yaml").write_text(HEAD + slide(kind="image", title="An odd one", alt="x", image="x.png"))
    assert deckloom("build", "odd.yaml", "-o", "here.pptx").code == 0
    command = [sys.executable, "-m", "deckloom", "build", "odd.yaml"]
    subprocess.run(["sh", "-c", '"$@" <&- >&- 2>&-', "sh", *command], cwd=talks, check=True)
    assert (talks / "odd.pptx").read_bytes() == (talks / "here.pptx").read_bytes()


@pytest.mark.parametrize(
    "arguments", [["--help"], ["build", "talk.yaml"], ["check", "--format", "json", "wrong.yaml"], ["new", "--list"]]
)
def test_a_reader_that_went_away_is_no_fault(talks, arguments: list[str]):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "deckloom", *arguments]
    done = subprocess.run(command, cwd=talks, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert done.returncode == (1 if "wrong.yaml" in arguments else 0)
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_stream_that_takes_nothing_is_said_or_borne(talks, stream: str):
    command = [sys.executable, "-m", "deckloom", "build", "talk.yaml", "wrong.yaml"]
    with Path("/dev/full").open("w") as full:
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: full}
        done = subprocess.run(command, cwd=talks, check=False, **pipes)
    assert done.returncode == (4 if stream == "stdout" else 1)
    assert b"Traceback" not in (done.stderr or b"")


@pytest.mark.parametrize("verb", ["check", "build", "new"])
def test_a_current_folder_that_is_gone(talks, verb: str):
    gone = talks / "gone"
    command = [sys.executable, "-m", "deckloom", verb]
    for arguments, codes in (
        (["x.yaml"], {3, 4}),
        ([str(talks / f"{verb}.yaml")], {0, 3}),
        ([str(talks / "talk.yaml"), "--root", "."], {2, 3}),
        ([str(talks / "talk.yaml"), "--allow-dir", "x"], {2, 3}),
        ([str(talks / "talk.yaml"), "--theme", "x.pptx"], {2, 3}),
    ):
        gone.mkdir()
        script = 'cd "$1" && rmdir "$1" && shift && exec "$@"'
        done = subprocess.run(
            ["sh", "-c", script, "sh", str(gone), *command, *arguments], capture_output=True, check=False
        )
        shutil.rmtree(gone, ignore_errors=True)
        assert done.returncode in codes, (arguments, done.stderr)
        assert b"Traceback" not in done.stderr


LOST = """
import os, signal, sys
from deckloom import api
class Held:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        for _ in range(1000): pass
def build(*_):
    held = Held()
    del held
    signal.pause()
api.build = build
sys.argv = ["deckloom", "build", "talk.yaml"]
from deckloom.__main__ import main
main()
"""
EARLY = """
import os, signal, sys
sys.argv = ["deckloom", "build", "talk.yaml"]
import deckloom.__main__ as process
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "deckloom.cli.main":
            os.kill(os.getpid(), int(sys.argv[2] == "build.yaml") or signal.SIGINT)
sys.meta_path.insert(0, Finder())
process.main()
"""


@pytest.mark.parametrize(("program", "code"), [(LOST, 143), (EARLY, 130)])
def test_a_signal_is_heard_where_python_would_print_or_lose_it(talks, program: str, code: int):
    done = subprocess.run([sys.executable, "-c", program], cwd=talks, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (code, b"")

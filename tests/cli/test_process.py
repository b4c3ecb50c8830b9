"""deckloom as a process of its own: start-up, streams, signals."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

DECKLOOM = (sys.executable, "-m", "deckloom")
UNTIL_STOPPED = """
import signal, sys
from deckloom import api
def build(*_):
    try:
        print("ready", flush=True)
        signal.pause()
    finally:
        print("cleaned", flush=True)
api.build = build
from deckloom.cli.main import main
sys.argv = ["deckloom", "build", "talk.yaml"]
main()
"""
MODULES = """
import json, sys
before = set(sys.modules)
from deckloom.cli.main import run
code = run([sys.argv[1]])
print(json.dumps(sorted(set(sys.modules) - before)), file=sys.stderr)
sys.exit(code)
"""
HEAVY = {"pptx", "PIL", "pydantic", "pydantic_core", "lxml", "yaml", "markdown_it", "rich", "xlsxwriter"}


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_import_click_and_nothing_heavier(argument: str):
    done = subprocess.run([sys.executable, "-c", MODULES, argument], capture_output=True, text=True, check=True)
    loaded = json.loads(done.stderr)
    outside = {one.partition(".")[0] for one in loaded} - set(sys.stdlib_module_names)
    ours = {".".join(one.split(".")[:2]) for one in loaded if one.startswith("deckloom")}
    assert outside == {"click", "deckloom"}
    assert ours == {"deckloom", "deckloom.cli", "deckloom.values"}
    assert not outside & HEAVY


@pytest.mark.skipif(not hasattr(signal, "pause"), reason="signals as POSIX has them")
@pytest.mark.parametrize(("number", "code"), [("SIGTERM", 143), ("SIGINT", 130), ("SIGHUP", 143)])
def test_a_signal_lets_the_clean_up_run(number: str, code: int):
    command = [sys.executable, "-c", UNTIL_STOPPED]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(getattr(signal, number))
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (code, "cleaned\n", "")


def test_a_reader_that_went_away_is_no_failure():
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*DECKLOOM, "--help"], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_that_does_not_arrive_is_exit_4():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*DECKLOOM, "--version"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (4, b"deckloom: standard output cannot be written\n")


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_closed_streams_do_not_matter():
    done = subprocess.run(["sh", "-c", '"$@" >&- 2>&-', "sh", *DECKLOOM, "--version"], check=False)
    assert done.returncode == 0


def test_a_terminal_without_the_characters_gets_escapes(tmp_path: Path):
    spec = tmp_path / "talk.yaml"
    spec.write_text("deckloom: 1\ntïtle: Grüße\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([*DECKLOOM, "check", spec], capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert b"2 | t\\xeftle: Gr\\xfc\\xdfe" in done.stderr

"""The output holds the whole new deck or exactly the old bytes; an input is never changed."""

import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.place import CALM, HEAD, STATEMENT, packed, process, slide, state
from tests.hostile.test_templates import GOOD

ROOT = os.name == "posix" and os.geteuid() == 0
LONG = HEAD + "".join(f"  - kind: statement\n    title: A statement number {at}\n" for at in range(400))

NAMES = [
    "x",
    "x.pdf",
    "x.pptm",
    "x.potx",
    "x.pptx.exe",
    "x.ppt",
    ".pptx",
    "",
    ".",
    "..",
    "/",
    "x.pptx/",
    "x.pptx/.",
    "X.PPTX",
]


@pytest.mark.parametrize("name", NAMES)
def test_only_a_pptx_is_written(deckloom, folder, name: str):
    (folder / "talk.yaml").write_text(CALM)
    before = state(folder)
    taken = name.lower() == "x.pptx" or name.startswith("x.pptx/")
    done = deckloom("build", "talk.yaml", "-o", name)
    assert done.code == (0 if taken else 4), done
    assert len(state(folder)) == len(before) + taken


def link_to_spec(folder: Path) -> None:
    (folder / "x.pptx").symlink_to("talk.yaml")


def link_outside(folder: Path) -> None:
    (folder.parent / "other.pptx").write_bytes(b"someone else's")
    (folder / "x.pptx").symlink_to("../other.pptx")


def hard_link(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "x.pptx").hardlink_to(folder / name)


TARGETS = {
    "a folder": lambda folder: (folder / "x.pptx").mkdir(),
    "a link to the spec": link_to_spec,
    "a link outside": link_outside,
    "a link to nothing": lambda folder: (folder / "x.pptx").symlink_to("nothing"),
    "a link to itself": lambda folder: (folder / "x.pptx").symlink_to("x.pptx"),
    "a link to a device": lambda folder: (folder / "x.pptx").symlink_to("/dev/null"),
    "a pipe": lambda folder: os.mkfifo(folder / "x.pptx"),
    "the spec by a hard link": hard_link("talk.yaml"),
    "the template by a hard link": hard_link("brand.pptx"),
}


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_that_is_not_a_file_of_its_own_is_left_alone_even_when_forced(deckloom, folder, picture, name: str):
    (folder / "brand.pptx").write_bytes(GOOD)
    (folder / "talk.yaml").write_text(CALM.replace("slides", "theme: brand.pptx\nslides"))
    TARGETS[name](folder)
    before = state(folder.parent)
    assert deckloom("build", "talk.yaml", "-o", "x.pptx", "--force").code == 4
    assert state(folder.parent) == before


@pytest.mark.parametrize("name", ["brand.pptx", "./brand.pptx", "../place/brand.pptx", "other/brand.pptx"])
@pytest.mark.parametrize("asked", [True, False])
def test_the_template_is_never_overwritten(deckloom, folder, name: str, asked: bool):
    (folder / "talk.yaml").write_text(CALM)
    assert deckloom("build", "talk.yaml", "-o", "brand.pptx").code == 0  # a template that deckloom wrote itself
    (folder / "other").symlink_to(folder)
    spec = CALM if asked else CALM.replace("slides", "theme: brand.pptx\nslides")
    (folder / "talk.yaml").write_text(spec)
    before = state(folder)
    assert (
        deckloom("build", "talk.yaml", "-o", name, "--force", *(["--theme", "brand.pptx"] if asked else [])).code == 4
    )
    assert state(folder) == before


def test_a_bundled_template_is_never_overwritten(deckloom, folder):
    from deckloom.facts.template import bundled_file

    (folder / "talk.yaml").write_text(CALM)
    before = bundled_file("ledger").read_bytes()
    assert deckloom("build", "talk.yaml", "-o", bundled_file("ledger"), "--force").code == 4
    assert bundled_file("ledger").read_bytes() == before


def test_a_spec_called_like_a_deck_is_never_overwritten(deckloom, folder):
    (folder / "talk.pptx").write_text(CALM)
    before = state(folder)
    assert deckloom("build", "talk.pptx", "--force").code == 4
    assert state(folder) == before


def test_what_deckloom_did_not_write_goes_only_when_forced(deckloom, folder):
    (folder / "talk.yaml").write_text(CALM)
    for data in (b"", b"hello", GOOD, b"PK\x03\x04", b"<Application>deckloom</Application>"):
        (folder / "talk.pptx").write_bytes(data)
        assert deckloom("build", "talk.yaml").code == 4
        assert (folder / "talk.pptx").read_bytes() == data
    assert deckloom("build", "talk.yaml", "--force").code == 0


@pytest.mark.parametrize("verb", ["build", "new"])
@pytest.mark.parametrize("name", ["none/x", "x" * 251, "x" * 4_000, "talk.yaml/x", "none/../x"])
def test_a_place_that_cannot_be_written_is_exit_4(deckloom, folder, verb: str, name: str):
    (folder / "talk.yaml").write_text(CALM)
    arguments = ["talk.yaml", "-o", f"{name}.pptx"] if verb == "build" else [f"{name}.yaml"]
    done = deckloom(verb, *arguments)
    assert (done.code, sorted(state(folder))) == (4, ["talk.yaml"])


NEW = {
    "a file": lambda folder: (folder / "x.yaml").write_text("mine"),
    "a folder": lambda folder: (folder / "x.yaml").mkdir(),
    "a link": lambda folder: (folder / "x.yaml").symlink_to("../other.yaml"),
    "a pipe": lambda folder: os.mkfifo(folder / "x.yaml"),
}


@pytest.mark.parametrize("name", NEW)
def test_a_new_spec_replaces_nothing_unasked(deckloom, folder, name: str):
    NEW[name](folder)
    before = state(folder.parent)
    assert deckloom("new", "x.yaml").code == 4
    assert deckloom("new", "x.yaml", "--force").code == (0 if name == "a file" else 4)
    if name != "a file":
        assert state(folder.parent) == before


def _small(size: int) -> Callable[[], None]:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.mark.parametrize("size", [0, 1, 1_000, 100_000])
def test_a_file_that_may_not_grow_leaves_the_old_one(folder, size: int):
    (folder / "talk.yaml").write_text(CALM)
    assert process(["build", "talk.yaml"], cwd=folder).returncode == 0
    (folder / "talk.yaml").write_text(CALM.replace("pause", "thought"))
    before = state(folder)
    done = process(["build", "talk.yaml"], cwd=folder, preexec_fn=_small(size))
    assert (done.returncode, b"Traceback" in done.stderr) == (4, False)
    assert state(folder) == before


@pytest.mark.skipif(not ROOT, reason="only the superuser may mount a small disk")
@pytest.mark.parametrize("size", ["4k", "64k", "128k"])
def test_a_full_disk_leaves_the_old_file(folder, size: int):
    disk = folder / "disk"
    disk.mkdir()
    (folder / "talk.yaml").write_text(LONG)
    script = (
        f'mount -t tmpfs -o size={size} small disk || exit 99; echo old > disk/x.pptx; "$@"; code=$?; '
        "cat disk/x.pptx; ls -A disk; exit $code"
    )
    command = [sys.executable, "-m", "deckloom", "build", "-q", "talk.yaml", "-o", "disk/x.pptx", "--force"]
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script, "sh", *command], cwd=folder, capture_output=True, check=False
    )
    if done.returncode in (1, 99) and not done.stdout:
        pytest.skip("no small disk can be mounted here")
    assert (done.returncode, done.stdout) == (4, b"old\nx.pptx\n"), done.stderr
    assert b"the disk is full" in done.stderr


@pytest.mark.skipif(not ROOT, reason="needs a second user to be kept out")
def test_what_may_not_be_read_or_written_is_said(deckloom, folder, monkeypatch: pytest.MonkeyPatch):
    (folder / "talk.yaml").write_text(CALM)
    assert deckloom("build", "talk.yaml").code == 0  # imports what the second user may not read
    assert deckloom("new", "new.yaml").code == 0
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        inside = Path(place)
        for name in ("talk.yaml", "closed.yaml"):
            (inside / name).write_text(CALM)
        (inside / "closed.yaml").chmod(0)
        inside.chmod(0o555)
        monkeypatch.chdir(inside)
        os.seteuid(65_534)
        try:
            found = [
                deckloom(*one).code for one in (["check", "closed.yaml"], ["build", "talk.yaml"], ["new", "n.yaml"])
            ]
        finally:
            os.seteuid(0)
        assert found == [3, 4, 4]
        assert sorted(state(inside)) == ["closed.yaml", "talk.yaml"]
        monkeypatch.undo()


def _begun(folder: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "deckloom", "build", "talk.yaml"]
    process_ = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    status = Path(f"/proc/{process_.pid}/status")
    while status.exists() and process_.poll() is None and not _listens(status.read_text()):
        time.sleep(0.005)
    return process_


def _listens(status: str) -> bool:
    """Whether the process is past the start of Python, which no program can guard."""
    caught = re.search(r"^SigCgt:\s*([0-9a-f]+)", status, re.MULTILINE)
    return bool(caught and int(caught[1], 16) >> (signal.SIGHUP - 1) & 1)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 143)])
def test_a_signal_at_any_moment_leaves_the_old_deck_or_the_new_and_nothing_else(folder, number: int, code: int):
    (folder / "talk.yaml").write_text(LONG)
    assert process(["build", "talk.yaml"], cwd=folder).returncode == 0
    whole = (folder / "talk.pptx").read_bytes()
    chance = random.Random(number)
    for _ in range(4):
        (folder / "talk.pptx").write_bytes(whole)
        process_ = _begun(folder)
        time.sleep(chance.random() * 0.8)
        process_.send_signal(number)
        _, err = process_.communicate(timeout=60)
        assert process_.returncode in (0, code)
        assert b"Traceback" not in err
        assert state(folder).keys() == {"talk.yaml", "talk.pptx"}
        assert (folder / "talk.pptx").read_bytes() == whole


def test_a_kill_at_any_moment_leaves_a_whole_deck_and_at_most_a_hidden_file(folder):
    (folder / "talk.yaml").write_text(LONG)
    assert process(["build", "talk.yaml"], cwd=folder).returncode == 0
    whole = (folder / "talk.pptx").read_bytes()
    chance = random.Random(9)
    for _ in range(4):
        process_ = _begun(folder)
        time.sleep(chance.random() * 0.8)
        process_.kill()
        process_.communicate(timeout=60)
        assert (folder / "talk.pptx").read_bytes() == whole
    rest = state(folder).keys() - {"talk.yaml", "talk.pptx"}
    assert all(one.startswith(".talk.pptx.") and one.endswith(".tmp") for one in rest)
    assert process(["build", "talk.yaml"], cwd=folder).returncode == 0
    for one in rest:
        os.utime(folder / one, (0, 0))
    assert process(["build", "talk.yaml"], cwd=folder).returncode == 0
    assert state(folder).keys() == {"talk.yaml", "talk.pptx"}


def test_several_writers_leave_one_whole_deck(folder):
    specs = []
    for at in range(4):
        (folder / f"{at}.yaml").write_text(HEAD + STATEMENT * (at * 100 + 1))
        specs.append([sys.executable, "-m", "deckloom", "build", "-q", f"{at}.yaml", "-o", "x.pptx"])
    running = [subprocess.Popen(one, cwd=folder, stderr=subprocess.DEVNULL) for one in specs]
    assert [one.wait(60) for one in running] == [0] * 4
    slides = len([name for name in packed(folder / "x.pptx") if name.startswith("ppt/slides/slide")])
    assert slides in {at * 100 + 1 for at in range(4)}
    assert state(folder).keys() == {"x.pptx", *(f"{at}.yaml" for at in range(4))}


def test_a_deck_with_a_fault_leaves_the_old_one(deckloom, folder):
    (folder / "talk.yaml").write_text(CALM)
    assert deckloom("build", "talk.yaml").code == 0
    (folder / "talk.yaml").write_text(CALM + slide(kind="nothing"))
    before = state(folder)
    for arguments in ([], ["--force"], ["--strict"], ["--draft"], ["-o", "talk.pptx"]):
        assert deckloom("build", "talk.yaml", *arguments).code == 1
        assert state(folder) == before

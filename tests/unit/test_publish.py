import errno
import os
import socket
import stat
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from deckloom import publish
from deckloom.publish import check_target, publishing
from deckloom.values.errors import OutputUnwritable


def ours(path: Path, application: str = "deckloom") -> Path:
    with ZipFile(path, "w") as package:
        package.writestr("docProps/app.xml", f"<Properties><Application>{application}</Application></Properties>")
    return path


def refused(target: Path, inputs=(), force=True) -> str:
    with pytest.raises(OutputUnwritable) as caught:
        check_target(target, inputs, force)
    return str(caught.value)


def publish_with(target: Path, fault: BaseException | None) -> None:
    with publishing(target) as file:
        file.write(b"new")
        if fault:
            raise fault


def throw(fault: BaseException):
    raise fault


def test_a_new_file_in_a_folder_is_taken(tmp_path):
    check_target(tmp_path / "talk.pptx", [tmp_path / "talk.yaml"], force=False)
    check_target(tmp_path / "TALK.PPTX", [], force=False)


def test_a_name_that_is_not_a_presentations_is_refused(tmp_path):
    assert "does not end in `.pptx`" in refused(tmp_path / "talk.yaml")


def test_a_folder_that_does_not_exist_is_refused(tmp_path):
    assert "does not exist" in refused(tmp_path / "nowhere" / "talk.pptx")


def test_what_is_no_file_of_its_own_is_refused_even_by_force(tmp_path):
    target = tmp_path / "talk.pptx"
    target.symlink_to(ours(tmp_path / "real.pptx"))
    assert "is a link" in refused(target)
    target.unlink()
    target.mkdir()
    assert "is a folder" in refused(target)
    target.rmdir()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(target))
        assert "is a device or pipe" in refused(target)


def test_a_file_the_deck_is_made_of_is_refused_under_any_name(tmp_path):
    template = ours(tmp_path / "template.pptx")
    target = tmp_path / "talk.pptx"
    target.hardlink_to(template)
    assert "made of" in refused(target, [tmp_path / "missing.png", template])


@pytest.mark.parametrize("content", [b"", b"PK not a zip", None])
def test_a_file_that_deckloom_did_not_write_needs_force(tmp_path, content):
    target = tmp_path / "talk.pptx"
    ours(target, "Microsoft Office PowerPoint") if content is None else target.write_bytes(content)
    assert "use `--force`" in refused(target, force=False)
    check_target(target, [], force=True)


def test_a_file_that_deckloom_wrote_may_be_replaced(tmp_path):
    check_target(ours(tmp_path / "talk.pptx"), [], force=False)


def test_the_target_appears_whole_and_alone(tmp_path):
    target = tmp_path / "talk.pptx"
    with publishing(target) as file:
        file.write(b"new")
        file.flush()
        file.seek(0)
        assert file.read() == b"new"
        (hidden,) = tmp_path.iterdir()
        assert hidden.name.startswith(".talk.pptx.")
        assert stat.S_IMODE(hidden.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["talk.pptx"]
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("fault", [ValueError("x"), KeyboardInterrupt(), SystemExit(143), FileNotFoundError(2, "x")])
def test_any_fault_leaves_the_old_file_and_no_litter(tmp_path, fault):
    target = tmp_path / "talk.pptx"
    target.write_bytes(b"old")
    with pytest.raises(type(fault)):
        publish_with(target, fault)
    assert [one.name for one in tmp_path.iterdir()] == ["talk.pptx"]
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO])
@pytest.mark.parametrize("at", ["write", "fsync"])
def test_a_disk_that_fails_is_told_in_a_sentence(tmp_path, monkeypatch, number, at):
    fault = OSError(number, "as the system says it")
    target = tmp_path / "talk.pptx"
    target.write_bytes(b"old")
    if at == "fsync":
        monkeypatch.setattr(publish.os, "fsync", lambda _: throw(fault))
    with pytest.raises(OutputUnwritable, match=r"talk\.pptx` was not written: the (disk|file)"):
        publish_with(target, fault if at == "write" else None)
    assert [one.name for one in tmp_path.iterdir()] == ["talk.pptx"]
    assert target.read_bytes() == b"old"


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path):
    with pytest.raises(OutputUnwritable, match="No such file"), publishing(tmp_path / "gone" / "talk.pptx"):
        pass


def test_a_new_file_has_the_mode_of_any_new_file_and_an_old_one_keeps_its_own(tmp_path):
    old, new = tmp_path / "old.pptx", tmp_path / "new.pptx"
    old.write_bytes(b"")
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        for target in (old, new):
            with publishing(target):
                pass
    finally:
        os.umask(mask)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o640


def test_only_its_own_leftovers_older_than_a_day_go(tmp_path):
    stale = tmp_path / ".talk.pptx.0123456789abcdef.tmp"
    fresh = tmp_path / ".talk.pptx.fedcba9876543210.tmp"
    others = tmp_path / ".other.pptx.0123456789abcdef.tmp"
    for path in (stale, fresh, others):
        path.touch()
    for path in (stale, others):
        os.utime(path, (time.time() - 100_000,) * 2)
    with publishing(tmp_path / "talk.pptx"):
        pass
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([others.name, fresh.name, "talk.pptx"])


def test_a_long_name_still_has_room_for_the_hidden_one(tmp_path):
    target = tmp_path / ("é" * 120 + ".pptx")
    with publishing(target):
        pass
    assert target.exists()


def test_a_file_held_by_another_program_is_tried_again_and_then_told(tmp_path, monkeypatch):
    moments = iter([0.0, 0.5, 1.0, 1.5, 2.5])
    monkeypatch.setattr(publish.time, "monotonic", lambda: next(moments))
    monkeypatch.setattr(publish.time, "sleep", lambda _: None)
    tries = []

    def held(self, target):
        tries.append(target)
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(OutputUnwritable, match="close the presentation in PowerPoint"):
        publish._replace(tmp_path / "a", tmp_path / "b", 2.0)
    assert len(tries) == 4

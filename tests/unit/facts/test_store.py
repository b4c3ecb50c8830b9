"""The store of pictures between the look and the painting."""

import errno
from pathlib import Path

import pytest

from deckloom.facts.store import PictureStore
from deckloom.values.errors import OutputUnwritable


@pytest.mark.parametrize("memory", [1, 1_000])
def test_pictures_come_back_in_any_order(memory: int) -> None:
    with PictureStore(memory) as store:
        store.put("a", b"first")
        store.put("b", b"second")
        assert store.read("a") == b"first"
        store.put("c", b"third")
        assert [store.read(one) for one in "cab"] == [b"third", b"first", b"second"]


def test_a_digest_is_held_once() -> None:
    with PictureStore() as store:
        store.put("a", b"first")
        store.put("a", b"again")
        assert store.read("a") == b"first"


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with PictureStore(memory=10) as store:
        store.put("a", b"x" * 100)
        assert store.read("a") == b"x" * 100
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    with PictureStore(memory=1) as store, pytest.raises(OutputUnwritable, match="no space left"):
        store.put("a", b"xx")

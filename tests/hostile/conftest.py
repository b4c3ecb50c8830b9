"""A folder to attack from, and a net that must not be touched."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from deckloom.cli.main import run
from tests.hostile.place import Done, seems_calm, state


@pytest.fixture(autouse=True)
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was asked for")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder inside another, which is the one to be in."""
    inner = tmp_path / "place"
    inner.mkdir()
    monkeypatch.chdir(inner)
    return inner


@pytest.fixture
def picture(folder: Path) -> Path:
    """A picture that there is nothing wrong with."""
    path = folder / "good.png"
    Image.new("RGB", (1600, 900), "teal").save(path)
    return path


@pytest.fixture
def deckloom(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """``deckloom("check", path)``: what came of it, which is calm in any case."""

    def call(*arguments: object) -> Done:
        capsys.readouterr()
        done = Done(int(run([str(one) for one in arguments])), *capsys.readouterr())
        seems_calm(done)
        return done

    return call


@pytest.fixture
def attack(deckloom: Callable[..., Done], folder: Path) -> Callable[..., Done]:
    """``attack(spec)``: what ``build`` makes of it. A build that fails leaves everything as it was."""

    def build(spec: str | bytes, *arguments: object) -> Done:
        path = folder / "talk.yaml"
        path.write_bytes(spec if isinstance(spec, bytes) else spec.encode("utf-8", "surrogatepass"))
        before = state(folder.parent)
        done = deckloom("build", path, *arguments)
        after = state(folder.parent)
        assert {name: after.get(name) for name in before if not name.endswith(".pptx")} == {
            name: digest for name, digest in before.items() if not name.endswith(".pptx")
        }
        if done.code:
            assert after == before
        else:
            assert set(after) - set(before) <= {"place/talk.pptx"}
        return done

    return build

"""Gathering a deck's pictures: each looked at once, in order, within what memory and limits allow."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckloom.facts import gather
from deckloom.facts.gather import gather_pictures
from deckloom.facts.images import look_at
from deckloom.facts.store import PictureStore
from deckloom.values.diagnostics import Diagnostic
from deckloom.values.facts import PictureFacts
from deckloom.values.limits import Limits
from tests.unit.facts.pictures import animation, encoded, of, quarters

Found = tuple[dict[str, PictureFacts], tuple[Diagnostic, ...]]


@pytest.fixture
def store() -> Iterator[PictureStore]:
    with PictureStore() as store:
        yield store


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Every picture that was looked at, as it was read."""
    seen: list[bytes] = []
    monkeypatch.setattr(gather, "look_at", lambda data, limits: seen.append(data) or look_at(data, limits))
    return seen


def found(folder: Path, store: PictureStore, *references: str, limits: Limits | None = None, workers: int = 2) -> Found:
    named = [(one, ("slides", index, "image")) for index, one in enumerate(references)]
    return gather_pictures(named, folder, (folder,), limits or Limits(), store, workers)


def write(folder: Path, count: int) -> list[str]:
    """So many pictures, each of its own width."""
    names = [f"{number}.png" for number in range(1, count + 1)]
    for number, name in enumerate(names, 1):
        (folder / name).write_bytes(encoded(quarters(10 + number, 10), "PNG"))
    return names


def test_every_reference_gets_its_picture_and_the_store_its_bytes(tmp_path: Path, store: PictureStore) -> None:
    names = write(tmp_path, 9)
    pictures, diagnostics = found(tmp_path, store, *names)
    assert diagnostics == ()
    assert list(pictures) == names
    assert [one.width for one in pictures.values()] == list(range(11, 20))
    assert store.read(pictures["3.png"].digest) == (tmp_path / "3.png").read_bytes()


def test_a_file_named_many_times_and_in_many_ways_is_looked_at_once(
    tmp_path: Path, store: PictureStore, looks: list[bytes]
) -> None:
    write(tmp_path, 2)
    (tmp_path / "link.png").symlink_to("1.png")
    pictures, _ = found(tmp_path, store, *["1.png", "2.png"] * 500, "./1.png", "link.png")
    assert len(looks) == 2
    assert pictures["1.png"] is pictures["./1.png"] is pictures["link.png"]


def test_two_files_of_the_same_content_share_what_is_stored(tmp_path: Path, store: PictureStore) -> None:
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(of("PNG"))
    pictures, _ = found(tmp_path, store, "a.png", "b.png")
    assert pictures["a.png"] == pictures["b.png"]


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_faults_stand_in_the_order_of_first_use_at_the_first_place(
    workers: int, tmp_path: Path, store: PictureStore
) -> None:
    (tmp_path / "bad.png").write_bytes(b"%PDF-1.7")
    (tmp_path / "moving.webp").write_bytes(animation("WEBP"))
    write(tmp_path, 1)
    pictures, diagnostics = found(
        tmp_path,
        store,
        "gone.gif",
        "1.png",
        "bad.png",
        "../x.png",
        "moving.webp",
        "gone.gif",
        "./bad.png",
        workers=workers,
    )
    assert [(one.slug, one.path[1], one.severity) for one in diagnostics] == [
        ("file-missing", 0, "error"),
        ("picture-unreadable", 2, "error"),
        ("path-refused", 3, "error"),
        ("picture-unreadable", 4, "warning"),
        ("picture-unreadable", 6, "error"),
    ]
    assert list(pictures) == ["1.png", "moving.webp"]


def test_a_fault_reads_as_a_sentence_with_the_path_as_written(tmp_path: Path, store: PictureStore) -> None:
    (tmp_path / "bad.png").write_bytes(b"%PDF-1.7")
    _, (fault,) = found(tmp_path, store, "bad.png")
    assert fault.message == "`bad.png` is a PDF document"
    assert fault.hints[0].text == "export the page as PNG, about 2,000 pixels wide"


def test_a_path_in_a_message_is_short_and_holds_no_control_character(tmp_path: Path, store: PictureStore) -> None:
    _, faults = found(tmp_path, store, "\x1b[2J.png", "x" * 9_000)
    assert faults[0].message.startswith("`\\u{1b}[2J.png` ")
    assert len(faults[1].message) < 250


def test_missing_pictures_are_answered_with_near_names_a_few_times_only(tmp_path: Path, store: PictureStore) -> None:
    (tmp_path / "chart.png").touch()
    _, faults = found(tmp_path, store, *(f"chart{number}.png" for number in range(30)))
    hinted = [fault for fault in faults if fault.hints[0].text == "did you mean `chart.png`"]
    assert (len(faults), len(hinted)) == (30, gather.NEAR_NAMES_MOST)


def test_pictures_over_the_limit_together_are_said_once_and_the_rest_is_not_read(
    tmp_path: Path, store: PictureStore, looks: list[bytes]
) -> None:
    names = write(tmp_path, 30)
    sizes = [(tmp_path / name).stat().st_size for name in names]
    limits = Limits(all_pictures_bytes=sum(sizes[:3]))
    pictures, (fault,) = found(tmp_path, store, *names, limits=limits)
    assert list(pictures) == names[:3]
    assert (fault.slug, fault.path) == ("picture-too-large", ("slides", 3, "image"))
    assert "all_pictures_bytes" in fault.hints[0].text
    assert len(looks) <= 3 + 1 + 2 * 2


def test_few_pictures_are_in_memory_at_once(
    tmp_path: Path, store: PictureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = write(tmp_path, 40)
    alive, most, lock = 0, 0, threading.Lock()

    def counted(data: bytes, limits: Limits) -> object:
        nonlocal alive, most
        with lock:
            alive += 1
            most = max(most, alive)
        return look_at(data, limits)

    def put(digest: str, data: bytes) -> None:
        nonlocal alive
        with lock:
            alive -= 1

    monkeypatch.setattr(gather, "look_at", counted)
    monkeypatch.setattr(store, "put", put)
    found(tmp_path, store, *names, workers=3)
    assert most <= 2 * 3


def test_a_deck_without_pictures_needs_nothing(tmp_path: Path, store: PictureStore) -> None:
    assert found(tmp_path, store) == ({}, ())

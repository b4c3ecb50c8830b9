"""The folder of pages comes whole or not at all, and takes nothing of the user's away."""

import os
from pathlib import Path

import pytest

from deckloom.render import folder
from deckloom.render.folder import MARK, check_folder, replacing
from deckloom.values.errors import OutputUnwritable

PDF = "talk.pdf"


def fill(target: Path, *names: str) -> None:
    with replacing(target, PDF) as out:
        for name in names:
            (out / name).write_text(name)


def names(target: Path) -> list[str]:
    return sorted(one.name for one in target.iterdir())


def test_what_an_earlier_rendering_made_is_replaced_as_a_whole(tmp_path):
    target = tmp_path / "talk-pages"
    fill(target, PDF, "page-01.png", "page-02.png", "contact-sheet.png")
    check_folder(target, PDF)
    fill(target, "page-01.png")
    assert names(target) == [MARK, "page-01.png"]
    assert names(tmp_path) == ["talk-pages"]


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "out").mkdir()
    check_folder(tmp_path / "out", PDF)
    fill(tmp_path / "out", "page-01.png")
    assert names(tmp_path / "out") == [MARK, "page-01.png"]


def test_a_failure_leaves_the_old_pages(tmp_path):
    target = tmp_path / "talk-pages"
    fill(target, "page-01.png")
    with pytest.raises(KeyError), replacing(target, PDF) as out:  # noqa: PT012
        (out / "page-02.png").write_text("half")
        raise KeyError
    assert names(target) == [MARK, "page-01.png"]
    assert names(tmp_path) == ["talk-pages"]


def test_a_folder_that_cannot_take_its_place_gives_it_back(tmp_path, monkeypatch):
    target = tmp_path / "talk-pages"
    fill(target, "page-01.png")
    rename = Path.rename

    def refuse(self: Path, to: Path) -> Path:
        if to == target and not self.name.endswith(".old.tmp"):
            raise PermissionError(13, os.strerror(13))
        return rename(self, to)

    monkeypatch.setattr(folder.Path, "rename", refuse)
    with pytest.raises(OutputUnwritable, match="was not written: permission denied"):
        fill(target, "page-02.png")
    assert names(target) == [MARK, "page-01.png"]
    assert names(tmp_path) == ["talk-pages"]


def test_a_file_that_came_meanwhile_is_kept(tmp_path):
    target = tmp_path / "talk-pages"
    fill(target, "page-01.png")
    with pytest.raises(OutputUnwritable, match=r"holds `notes.txt`"), replacing(target, PDF):
        (target / "notes.txt").write_text("mine")
    assert names(target) == [MARK, "notes.txt", "page-01.png"]


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (["page-1.png"], "is not empty, and `deckloom render` did not make it; name another with `-o`"),
        ([MARK, "page-1.png", "photo.png"], "holds `photo.png`, which would be lost"),
        ([MARK, "other.pdf"], "holds `other.pdf`, which would be lost"),
    ],
)
def test_a_folder_with_something_else_in_it_is_refused(tmp_path, held, said):
    for name in held:
        (tmp_path / name).write_text(name)
    with pytest.raises(OutputUnwritable, match=said):
        check_folder(tmp_path, PDF)


@pytest.mark.parametrize("place", ["file", "link", "none/pages"])
def test_a_place_that_is_no_folder_of_its_own_is_refused(tmp_path, place):
    (tmp_path / "file").write_text("")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(OutputUnwritable):
        check_folder(tmp_path / place, PDF)

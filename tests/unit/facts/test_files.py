"""Opening what the user names: inside the root, regular, under a limit, and never waiting."""

import os
import socket
from pathlib import Path

import pytest

from deckloom.facts.fault import Fault
from deckloom.facts.files import find_root, read_inside, read_named
from deckloom.values.errors import InputUnreadable

LIMIT = 1_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """root/decks is where the spec lies; root/assets holds a file; outside.txt lies beside the root."""
    (tmp_path / "outside.txt").write_text("secret")
    for name in ("decks", "assets"):
        (tmp_path / "root" / name).mkdir(parents=True)
    (tmp_path / "root" / "assets" / "chart.png").write_bytes(b"chart")
    return tmp_path / "root"


def read(reference: str, root: Path, *more: Path, limit: int = LIMIT) -> bytes | Fault:
    return read_inside(reference, root / "decks", (root, *more), limit)


def fault(reference: str, root: Path, limit: int = LIMIT) -> Fault:
    found = read(reference, root, limit=limit)
    assert isinstance(found, Fault)
    return found


# The root


def test_the_root_is_the_one_given(root: Path) -> None:
    assert find_root(root / "decks" / "a.yaml", root / "assets") == root / "assets"


def test_the_root_is_the_nearest_folder_with_the_mark(root: Path) -> None:
    (root.parent / "deckloom.toml").touch()
    (root / "deckloom.toml").touch()
    assert find_root(root / "decks" / "a.yaml", None) == root


def test_a_folder_called_like_the_mark_is_no_mark(root: Path) -> None:
    (root / "deckloom.toml").mkdir()
    assert find_root(root / "decks" / "a.yaml", None) == root / "decks"


def test_without_a_mark_the_root_is_the_folder_of_the_spec(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "decks")
    assert find_root(Path("a.yaml"), None) == root / "decks"


# What is read


def test_two_dots_are_fine_as_long_as_the_file_lies_inside(root: Path) -> None:
    assert read("../assets/chart.png", root) == b"chart"


def test_a_link_that_stays_inside_is_followed(root: Path) -> None:
    (root / "decks" / "link.png").symlink_to(root / "assets" / "chart.png")
    assert read("link.png", root) == b"chart"


def test_a_folder_allowed_by_the_operator_counts_as_inside(root: Path) -> None:
    assert read("../../outside.txt", root, root.parent) == b"secret"


def test_a_root_reached_through_a_link_holds_its_files(root: Path) -> None:
    alias = root.parent / "alias"
    alias.symlink_to(root)
    assert read_inside("../assets/chart.png", alias / "decks", (alias,), LIMIT) == b"chart"


def test_a_percent_sign_is_a_percent_sign(root: Path) -> None:
    (root / "decks" / "a%2e%2e.png").write_bytes(b"x")
    assert read("a%2e%2e.png", root) == b"x"


def test_a_file_of_exactly_the_limit_is_read(root: Path) -> None:
    (root / "decks" / "a.png").write_bytes(b"x" * LIMIT)
    assert read("a.png", root) == b"x" * LIMIT


def test_a_file_over_the_limit_is_refused_with_the_way_to_raise_it(root: Path) -> None:
    found = fault("../assets/chart.png", root, limit=4)
    assert found.slug == "picture-too-large"
    assert found.what == "has 5 bytes, over the limit of 4"
    assert "--limit picture_bytes=5" in found.hints[0]


# What is refused by its spelling


@pytest.mark.parametrize(
    ("reference", "word"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("a\0.png", "U+0000"),
        ("a\x1b[2J.png", "U+001B"),
        ("a\x85.png", "U+0085"),
        ("a\ud800.png", "U+D800"),
        ("data:image/png;base64,AAAA", "the data itself"),
        ("https://example.org/a.png", "address"),
        ("file:///etc/passwd", "address"),
        ("javascript:alert(1)", "address"),
        ("/etc/passwd", "absolute"),
        ("C:/a.png", "absolute"),
        ("C:a.png", "absolute"),
        ("c:\\a.png", "absolute"),
        ("\\\\server\\share\\a.png", "absolute"),
        ("//server/share/a.png", "absolute"),
        ("\\a.png", "absolute"),
        ("img\\a.png", "backslash"),
        ("~/a.png", "`~`"),
        ("~root/a.png", "`~`"),
        ("$HOME/a.png", "variable"),
        ("img/${X}.png", "variable"),
    ],
)
def test_a_path_is_refused_by_its_spelling_on_every_system(reference: str, word: str, root: Path) -> None:
    found = fault(reference, root)
    assert found.slug == "path-refused"
    assert word in found.what
    assert len(found.hints) == 1


def test_a_backslash_is_answered_with_the_slash_to_write(root: Path) -> None:
    (hint,) = fault("img\\a.png", root).hints
    assert "write `/`" in hint.text
    assert hint.fix.text == "img/a.png"


# What is refused by its place


@pytest.mark.parametrize("name", ["../../outside.txt", "../../absent.txt", "../../rootless/a.png", "../.."])
def test_a_path_out_of_the_root_is_refused_whether_or_not_it_exists(name: str, root: Path) -> None:
    assert fault(name, root).slug == "path-refused"


def test_a_folder_whose_name_begins_like_the_root_is_outside(root: Path) -> None:
    (root.parent / "root-2").mkdir()
    (root.parent / "root-2" / "a.png").touch()
    assert fault("../../root-2/a.png", root).slug == "path-refused"


@pytest.mark.parametrize("target", ["outside.txt", "."])
def test_a_link_that_leaves_the_root_is_refused(target: str, root: Path) -> None:
    (root / "decks" / "way").symlink_to(root.parent / target)
    reference = "way" if target == "outside.txt" else "way/outside.txt"
    assert fault(reference, root).slug == "path-refused"


# What cannot be opened


def test_a_folder_is_no_file(root: Path) -> None:
    found = fault("../assets", root)
    assert (found.slug, found.what) == ("file-missing", "is a folder, not a file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_pipe_is_refused_without_waiting_for_it(root: Path) -> None:
    os.mkfifo(root / "decks" / "pipe.png")
    assert "not a regular file" in fault("pipe.png", root).what


def test_a_socket_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "decks")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.png")
        assert "not a regular file" in fault("s.png", root).what


def test_a_loop_of_links_is_a_fault(root: Path) -> None:
    (root / "decks" / "a.png").symlink_to("b.png")
    (root / "decks" / "b.png").symlink_to("a.png")
    assert fault("a.png", root).slug in ("file-missing", "path-refused")


def test_a_name_too_long_for_the_system_is_a_fault(root: Path) -> None:
    assert fault("x" * 5_000, root).slug == "file-missing"


def test_a_file_in_the_place_of_a_folder_is_a_missing_file(root: Path) -> None:
    assert fault("../assets/chart.png/inner.png", root).what == "does not exist"


# What may have been meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("../assets/Chart.PNG", "../assets/chart.png"),
        ("../assets/chrat.png", "../assets/chart.png"),
        ("../assets/chart.jpg", "../assets/chart.png"),
        ("../asets/chart.png", "../assets/chart.png"),
        ("../assets/naivete\u0301.png", "../assets/naivet\u00e9.png"),
    ],
)
def test_a_missing_file_is_answered_with_the_name_nearby(written: str, meant: str, root: Path) -> None:
    (root / "assets" / "naivet\u00e9.png").touch()
    found = fault(written, root)
    assert found.what == "does not exist"
    assert found.hints == (f"did you mean `{meant}`",)


def test_a_missing_file_with_nothing_like_it_says_how_paths_are_meant(root: Path) -> None:
    assert fault("zzz.gif", root).hints == ("write the path relative to the folder of the spec",)


def test_names_outside_the_root_are_never_told(root: Path) -> None:
    assert fault("../../outside.tx", root).hints[0].startswith("move it below")


# Files named on the command line


def test_a_named_file_may_lie_anywhere_and_be_a_link(root: Path) -> None:
    (root / "link").symlink_to(root.parent / "outside.txt")
    assert read_named(root / "link") == b"secret"


def test_a_named_file_is_read_one_byte_past_the_most(root: Path) -> None:
    assert read_named(root.parent / "outside.txt", most=3) == b"secr"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("absent", "does not exist"), ("assets", "is a folder"), ("a\0b", "no such file name"), ("pipe", "not a regular")],
)
def test_a_named_file_that_cannot_be_read_is_one_sentence(name: str, sentence: str, root: Path) -> None:
    os.mkfifo(root / "pipe")
    with pytest.raises(InputUnreadable, match=sentence):
        read_named(root / name)


def test_a_device_named_on_the_command_line_is_refused() -> None:
    with pytest.raises(InputUnreadable, match="not a regular file"):
        read_named(Path("/dev/zero"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_named_file_that_is_not_ours_says_so(root: Path) -> None:
    (root / "locked").touch(mode=0)
    with pytest.raises(InputUnreadable, match="permission"):
        read_named(root / "locked")

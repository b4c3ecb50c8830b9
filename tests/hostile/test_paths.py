"""No path in a spec leads out of its folder, and only regular files are opened."""

import os
import sys
from pathlib import Path

import pytest

from tests.hostile.place import HEAD, image, process, quoted, slide

REFUSED = [
    *(
        "../secret.png",
        "../../etc/passwd",
        "a/../../secret.png",
        "./../secret.png",
        "..",
        ".",
        "../place/../secret.png",
    ),
    *("/etc/passwd", "//etc/passwd", "/", "/dev/zero", "/dev/stdin", "/proc/self/environ", "/proc/self/fd/0"),
    *("C:\\x.png", "C:x.png", "c:/x.png", "\\\\host\\share\\x.png", "//host/share/x.png", "\\x.png", "a\\b.png"),
    *(
        "\\\\?\\C:\\x.png",
        "\\\\.\\pipe\\x",
        "~/x.png",
        "~root/x.png",
        "~",
        "$HOME/x.png",
        "${HOME}/x.png",
        "a/$HOME/x.png",
    ),
    *("http://example.org/x.png", "https://example.org/x.png", "ftp://x/y", "file:///etc/passwd", "file:x.png"),
    *(
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "ms-msdt:/id",
        "smb://x/y",
        "HTTP://X/Y.PNG",
        "jar:file:x!/y",
    ),
    *(
        "x.png\x00.jpg",
        "a\nb.png",
        "a\tb.png",
        " ",
        "a" * 300,
        "a/" * 900 + "x.png",
        "%2e%2e/secret.png",
        "..%2fsecret.png",
    ),
    *(
        "$(id).png",
        "`id`.png",
        "x.png; id",
        "|id",
        "-rf",
        "--help",
        "NUL",
        "CON.png",
        "x.png/",
        "x.png/.",
        "good.png/x",
    ),
    *("good.png:stream", "GOOD.PNG", "good .png", "good.png ", "\u202egnp.doog", "good\u200b.png", "go\u0301od.png"),
]


@pytest.fixture
def traps(folder: Path, picture: Path) -> Path:
    """The root with links, folders, pipes and devices in it, and a secret outside."""
    secret = folder.parent / "secret.png"
    secret.write_bytes(picture.read_bytes())
    (folder / "folder.png").mkdir()
    (folder / "out.png").symlink_to(secret)
    (folder / "out").symlink_to(folder.parent)
    (folder / "loop.png").symlink_to("loop.png")
    (folder / "one.png").symlink_to("two.png")
    (folder / "two.png").symlink_to("one.png")
    (folder / "dangling.png").symlink_to("nothing.png")
    (folder / "device.png").symlink_to("/dev/zero")
    (folder / "null.png").symlink_to("/dev/null")
    (folder / "process.png").symlink_to("/proc/self/environ")
    os.mkfifo(folder / "pipe.png")
    (folder / "inner").mkdir()
    (folder / "inner" / "in.png").symlink_to("../good.png")
    (folder / "hard.png").hardlink_to(picture)
    return folder


@pytest.mark.parametrize("path", REFUSED)
def test_a_path_that_leads_elsewhere_is_refused_with_its_place(attack, traps, path: str):
    done = attack(image(quoted(path)))
    assert done.code == 1
    assert done.codes & {"DL102", "DL207", "DL301", "DL302", "DL208", "DL303"}, done.err


TRAPS = [
    "folder.png",
    "out.png",
    "out/secret.png",
    "loop.png",
    "one.png",
    "dangling.png",
    "device.png",
    "null.png",
    "process.png",
    "pipe.png",
]


@pytest.mark.parametrize("path", TRAPS)
def test_what_is_no_regular_file_inside_is_not_opened(attack, traps, path: str):
    done = attack(image(path))
    assert done.code == 1
    assert done.codes & {"DL301", "DL302"}
    assert str(traps.parent / "secret.png") not in done.err


@pytest.mark.parametrize("path", TRAPS)
def test_a_theme_is_held_to_the_same_paths(attack, traps, path: str):
    (traps / path.replace(".png", ".pptx")).unlink(missing_ok=True)
    if not (traps / path).is_dir():
        (traps / path.replace(".png", ".pptx").replace("/", "-")).symlink_to(traps / path)
    spec = HEAD.replace("slides", f"theme: {path.replace('.png', '.pptx').replace('/', '-')}\nslides")
    assert attack(spec + slide(kind="title")).code == 1


@pytest.mark.parametrize("path", [one for one in REFUSED if not one.endswith(" ") and one != "GOOD.PNG"])
def test_a_theme_cannot_lead_elsewhere(attack, folder, path: str):
    for theme in (path, f"{path}.pptx"):
        spec = HEAD.replace("slides", f"theme: {quoted(theme)}\nslides")
        assert attack(spec + slide(kind="title")).code == 1


@pytest.mark.parametrize(
    "path", ["good.png", "./good.png", "inner/../good.png", "inner/in.png", "hard.png", "../place/good.png"]
)
def test_a_path_that_stays_inside_is_fine(attack, traps, path: str):
    assert attack(image(path)).code == 0


def test_a_folder_that_the_operator_allows_is_fine_and_nothing_beside_it(attack, traps):
    allowed = traps.parent / "allowed"
    allowed.mkdir()
    (allowed / "in.png").write_bytes((traps / "good.png").read_bytes())
    assert attack(image("../allowed/in.png"), "--allow-dir", allowed).code == 0
    assert attack(image("../secret.png"), "--allow-dir", allowed).code == 1
    assert attack(image("../allowed-not/in.png"), "--allow-dir", allowed).code == 1


@pytest.mark.parametrize("option", ["--root", "--allow-dir"])
@pytest.mark.parametrize("path", ["nothing", "good.png", "loop.png", "pipe.png", "a" * 300])
def test_a_folder_that_is_none_is_an_input_that_cannot_be_read(attack, traps, option: str, path: str):
    assert attack(image("good.png"), option, traps / path).code == 3


SPECS = [
    "folder.png",
    "loop.png",
    "pipe.png",
    "device.png",
    "dangling.png",
    "nothing.yaml",
    "good.png/x.yaml",
    "x" * 300,
]


@pytest.mark.parametrize("path", [*SPECS, "", ".", "/", "/dev/null", "/dev/zero", "..", "//"])
@pytest.mark.parametrize("verb", ["check", "build"])
def test_a_spec_that_is_no_file_ends_at_once(deckloom, traps, verb: str, path: str):
    done = deckloom(verb, path)
    assert done.code in (1, 3) if path == "/dev/null" else done.code == 3


@pytest.mark.skipif(sys.platform != "linux", reason="needs a locale without letters")
@pytest.mark.parametrize("verb", [["check"], ["build", "--draft"], ["build", "--draft", "--force"]])
def test_a_name_that_this_locale_cannot_spell_is_a_fault(folder, picture, verb: list[str]):
    (folder / "talk.yaml").write_text(image("grün-漢字.png"), encoding="utf-8")
    (folder / "talk.pptx").write_bytes(b"not ours")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = process([*verb, "talk.yaml"], plain, cwd=folder)
    assert done.returncode in (0, 1, 4), done.stderr
    assert b"Traceback" not in done.stderr


def test_nothing_in_a_spec_is_run(attack, traps):
    for text in (
        "$(touch pwned)",
        "`touch pwned`",
        "{{''.__class__}}",
        "%(x)s",
        "__import__('os').system('touch pwned')",
    ):
        attack(HEAD + slide(kind="statement", title=quoted(text), notes=quoted(text)))
    assert not (traps / "pwned").exists()

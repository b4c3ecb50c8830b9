"""render as a user meets it: made-up programs in place of LibreOffice and pdftoppm, and once the real ones."""

import shutil
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from deckloom import api
from deckloom.cli import render as command
from deckloom.rendering import chosen
from tests.unit.render.programs import Programs

SPEC = """\
deckloom: 1
title: A talk
slides:
  - kind: title
  - kind: statement
    title: This one is kept for later
    hidden: true
  - kind: statement
    title: One sentence worth a pause
"""
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@pytest.fixture
def programs(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Programs:
    return Programs(tmp_path_factory.mktemp("bin"), monkeypatch)


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A deck of three slides, the second hidden, in a folder with its spec."""
    (tmp_path / "talk.yaml").write_text(SPEC, encoding="utf-8")
    return api.build(tmp_path / "talk.yaml").target


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def changed(deck: Path, part: str, old: str, new: str) -> Path:
    """The deck with a piece of one of its parts replaced."""
    other = deck.with_name("changed.pptx")
    with zipfile.ZipFile(deck) as package, zipfile.ZipFile(other, "w") as copy:
        for entry in package.infolist():
            data = package.read(entry)
            if entry.filename == part:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            copy.writestr(entry, data)
    return other


def related(deck: Path, kind: str, target: str, source: str = "slides/slide1.xml") -> Path:
    """The deck with one more relationship to something outside."""
    folder, _, name = source.partition("/")
    line = f'<Relationship Id="rId99" Type="{RELATIONSHIP}{kind}" Target="{target}" TargetMode="External"/>'
    foot = "</Relationships>"
    return changed(deck, f"ppt/{folder}/_rels/{name}.rels", foot, line + foot)


def test_a_deck_becomes_a_pdf_and_pictures_named_by_their_slides(deckloom, programs, talk, monkeypatch):
    programs.office(2).pictures(2)
    before = talk.read_bytes()
    monkeypatch.chdir(talk.parent)
    done = deckloom("render", "talk.pptx")
    said = "talk-pages/talk.pdf: 2 pages\ntalk-pages: 2 pages, page-01.png to page-03.png\n"
    assert done == (0, said, "")
    assert names(talk.parent / "talk-pages") == [".deckloom-pages", "page-01.png", "page-03.png", "talk.pdf"]
    assert names(talk.parent) == ["talk-pages", "talk.pptx", "talk.yaml"]
    assert talk.read_bytes() == before


def test_a_spec_is_built_first_and_leaves_no_deck(deckloom, programs, talk):
    programs.office(2).pictures(2)
    talk.unlink()
    assert deckloom("render", "--png", talk.with_suffix(".yaml"), "-o", talk.parent / "out").code == 0
    assert names(talk.parent) == ["out", "talk.yaml"]
    assert names(talk.parent / "out") == [".deckloom-pages", "page-01.png", "page-03.png"]


def test_a_spec_with_faults_is_told_as_by_check(deckloom, programs, talk):
    programs.office(2).pictures(2)
    spec = talk.with_suffix(".yaml")
    spec.write_text(SPEC.replace("title: One", "titel: One"), encoding="utf-8")
    done = deckloom("render", spec)
    assert (done.code, done.out) == (1, "")
    assert f"{spec}:9:5: error[DL201] unknown-field: " in done.err
    assert names(talk.parent) == ["talk.pptx", "talk.yaml"]


def test_the_contact_sheet_alone_needs_no_folder(deckloom, programs, talk):
    programs.office(2).pictures(2)
    sheet = talk.with_name("all.png")
    assert deckloom("render", talk, "--contact-sheet", sheet) == (0, f"{sheet}: 2 pages\n", "")
    assert Image.open(sheet).size == (2 * 160 + 3 * 16, 90 + 2 * 16)
    assert names(talk.parent) == ["all.png", "talk.pptx", "talk.yaml"]
    assert deckloom("render", talk, "--contact-sheet", sheet).code == 0  # its own it may replace


def test_a_contact_sheet_without_a_name_goes_into_the_folder(deckloom, programs, talk):
    programs.office(2).pictures(2)
    assert deckloom("render", "--contact-sheet", talk).code == 0
    assert names(talk.parent / "talk-pages") == [".deckloom-pages", "contact-sheet.png"]


def test_a_contact_sheet_replaces_no_other_picture_unless_forced(deckloom, programs, talk):
    programs.office(2).pictures(2)
    photo = talk.with_name("photo.png")
    Image.new("RGB", (8, 8)).save(photo)
    done = deckloom("render", talk, "--contact-sheet", photo)
    assert done.code == 4
    assert "was not written by deckloom" in done.err
    assert Image.open(photo).size == (8, 8)
    assert deckloom("render", talk, "--force", "--contact-sheet", photo).code == 0


@pytest.mark.parametrize(("lacks", "name"), [("soffice", "LibreOffice"), ("pdftoppm", "pdftoppm")])
def test_a_missing_program_is_exit_5_with_how_to_get_it(deckloom, programs, talk, lacks, name):
    programs.office(2).pictures(2).only()
    (programs.folder / lacks).unlink()
    done = deckloom("render", talk)
    assert (done.code, done.out) == (5, "")
    assert done.err.startswith(f"deckloom: {name} is not installed, or not on the PATH; ")
    assert "apt install" in done.err
    assert names(talk.parent) == ["talk.pptx", "talk.yaml"]


def test_a_pdf_alone_needs_no_pdftoppm(deckloom, programs, talk):
    programs.office(2).only()
    assert deckloom("render", "--pdf", talk).code == 0


@pytest.mark.parametrize(
    ("office", "pictures", "said"),
    [
        ("import sys; sys.exit('out of order')", 2, "LibreOffice failed (exit code 1): out of order"),
        ("", 2, "LibreOffice made no PDF"),
        ("import time; time.sleep(600)", 2, "LibreOffice took longer than 1 s and was stopped"),
        (3, 2, "LibreOffice made a PDF of 3 pages for 2 slides, so it is not used"),
        (2, 1, "pdftoppm made 1 pictures of 2 pages, so they are not used"),
    ],
)
def test_a_program_that_fails_hangs_or_lies_is_exit_5_and_the_old_pages_stay(
    deckloom, programs, talk, office, pictures, said
):
    programs.office(2).pictures(2)
    assert deckloom("render", talk).code == 0
    before = {one.name: one.read_bytes() for one in (talk.parent / "talk-pages").iterdir()}
    programs.pictures(pictures)
    programs.put("soffice", office) if isinstance(office, str) else programs.office(office)
    done = deckloom("render", talk, "--limit", "render_seconds=1" if "sleep" in str(office) else "render_seconds=60")
    assert (done.code, done.out) == (5, "")
    assert said in done.err
    assert {one.name: one.read_bytes() for one in (talk.parent / "talk-pages").iterdir()} == before
    assert names(talk.parent) == ["talk-pages", "talk.pptx", "talk.yaml"]


@pytest.mark.parametrize(
    ("kind", "target", "said"),
    [
        ("image", "http://127.0.0.1/p.png", "uses a file outside the presentation (`http://127.0.0.1/p.png`)"),
        ("video", "file:///etc/hostname", "uses a file outside the presentation (`file:///etc/hostname`)"),
        ("oleObject", "file:///tmp/x.bin", "`rId99`, a oleObject, lies outside the package"),
    ],
)
def test_a_deck_that_uses_something_outside_itself_is_not_handed_over(deckloom, programs, talk, kind, target, said):
    programs.put("soffice", "open('/nowhere/started', 'w')")
    done = deckloom("render", "--pdf", related(talk, kind, target))
    assert done.code == 1
    assert "error[DL903] render-refused: " in done.err
    assert said in done.err


def test_hyperlinks_keep_no_deck_from_being_rendered(deckloom, programs, talk):
    programs.office(2)
    assert deckloom("render", "--pdf", related(talk, "hyperlink", "https://example.org/")).code == 0


def test_a_damaged_deck_is_not_handed_over(deckloom, programs, talk):
    programs.put("soffice", "open('/nowhere/started', 'w')")
    talk.write_bytes(talk.read_bytes()[:-100])
    done = deckloom("render", "--pdf", talk)
    assert (done.code, done.out) == (1, "")
    assert "error[DL903] render-refused: " in done.err


def test_a_deck_over_the_limit_is_not_read(deckloom, programs, talk):
    programs.office(2)
    done = deckloom("render", "--pdf", talk, "--limit", "deck_bytes=1000")
    assert done.code == 1
    assert f"raise the limit with `--limit deck_bytes={talk.stat().st_size}`" in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Missing argument 'FILE'"),
        (("talk.odp",), "`talk.odp` does not end in .pptx, .yaml or .yml"),
        (("talk.pptx", "--contact-sheet", "all.gif"), "the contact sheet `all.gif` does not end in .png or .jpg"),
        (("talk.pptx", "--pages", "3-1"), "`3-1` is no slide number or range; write 1,3-5"),
        (("talk.pptx", "--pages", "0"), "`0` is no slide number or range"),
        (("talk.pptx", "--dpi", "5"), "5 is not in the range"),
        (("talk.pptx", "--strict", "--draft"), "--strict and --draft exclude each other"),
    ],
)
def test_wrong_usage_is_exit_2(deckloom, arguments, said):
    done = deckloom("render", *arguments)
    assert done.code == 2
    assert said in done.err


def test_a_file_that_is_missing_is_exit_3(deckloom, programs, tmp_path):
    programs.office(2)
    done = deckloom("render", "--pdf", tmp_path / "none.pptx")
    assert done == (3, "", f"deckloom: `{tmp_path / 'none.pptx'}` does not exist\n")


def test_no_room_for_temporary_files_is_exit_4(deckloom, programs, talk, monkeypatch):
    programs.office(2)
    monkeypatch.setattr("tempfile.tempdir", str(talk))
    done = deckloom("render", "--pdf", talk)
    assert done == (4, "", "deckloom: the folder for temporary files cannot be used: not a directory\n")


@pytest.mark.parametrize(("written", "numbers"), [("1,3-5", (1, 3, 4, 5)), (" 7, 2-3,2 ", (2, 3, 7)), (None, None)])
def test_pages_are_numbers_and_ranges(written, numbers):
    assert command._slides(None, None, written) == numbers


def test_slides_are_chosen_by_the_numbers_they_show():
    assert chosen((True, False, True), None) == (1, 3)
    assert chosen((True, False, True), (3,)) == (3,)


@pytest.mark.parametrize(
    ("pages", "said"),
    [("2", "slide 2 is hidden, so it has no page"), ("1,9", "there is no slide 9: the presentation has 3")],
)
def test_a_slide_without_a_page_cannot_be_chosen(deckloom, programs, talk, pages, said):
    programs.office(2)
    done = deckloom("render", "--pdf", talk, "--pages", pages)
    assert done.code == 1
    assert said in done.err


@pytest.mark.render
def test_the_real_programs_make_one_page_for_each_slide_that_is_shown(deckloom, talk):
    done = deckloom("render", talk, "--pdf", "--png", "--contact-sheet", "--dpi", "48")
    assert (done.code, done.err) == (0, "")
    folder = talk.parent / "talk-pages"
    assert names(folder) == [".deckloom-pages", "contact-sheet.png", "page-01.png", "page-03.png", "talk.pdf"]
    assert Image.open(folder / "page-03.png").size == (640, 360)
    assert deckloom("render", talk.with_suffix(".yaml"), "--png", "--pages", "3", "--dpi", "48").code == 0
    assert names(folder) == [".deckloom-pages", "page-03.png"]
    shutil.rmtree(folder)
    assert names(talk.parent) == ["talk.pptx", "talk.yaml"]

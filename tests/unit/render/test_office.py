"""LibreOffice and pdftoppm are believed only as far as their output goes."""

import json
from pathlib import Path

import pytest

from deckloom.render.office import SETTINGS, to_pdf
from deckloom.render.pdf import count_pages
from deckloom.render.poppler import Pixels, page_names, to_pages
from deckloom.render.run import Bounds
from deckloom.values.errors import ToolMissing
from tests.unit.render.programs import PAGE, PDF

BOUNDS = Bounds(60, 4_000_000_000)
SIZE = Pixels(160, 90)
PACKED = b"<</Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length 44>>\nstream\r\n"


def packed(data: bytes) -> bytes:
    import zlib

    return PACKED + zlib.compress(data) + b"\nendstream\n"


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        (PDF, 0),
        (PDF + PAGE * 3, 3),
        (PDF + b"<</Type /Page\n/Parent 1 0 R>>", 1),
        (PDF + PAGE + packed(PAGE * 2) + packed(b"<</Type/Pages>>" + PAGE), 4),
        (PDF + PAGE + PACKED + b"not packed at all", 1),
        (b"<html>" + PAGE, 0),
        (b"", 0),
    ],
)
def test_the_pages_of_a_pdf_are_counted(data, pages):
    assert count_pages(data) == pages


def test_the_pdf_is_made_with_a_hardened_profile_of_its_own(programs, tmp_path):
    programs.office(2).put(
        "soffice",
        (programs.folder / "soffice").read_text() + "\nopen('arguments', 'w').write(json.dumps(sys.argv[1:]))",
    )
    made = to_pdf(tmp_path / "deck.pptx", (1, 2), True, BOUNDS, tmp_path)
    arguments = json.loads((tmp_path / "arguments").read_text())
    profile = Path(arguments[0].removeprefix("-env:UserInstallation=file://"))
    assert made == tmp_path / "deck.pdf"
    assert profile.parent == tmp_path
    assert (profile / "user" / "registrymodifications.xcu").read_text(encoding="utf-8") == SETTINGS
    assert arguments[1:6] == ["--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf"]


def test_chosen_slides_are_asked_for_by_number(programs, tmp_path):
    programs.office(2).put(
        "soffice",
        (programs.folder / "soffice").read_text() + "\nopen('arguments', 'w').write(json.dumps(sys.argv[1:]))",
    )
    to_pdf(tmp_path / "deck.pptx", (3, 5), False, BOUNDS, tmp_path)
    kind, options = json.loads((tmp_path / "arguments").read_text())[5].split(":", 2)[1:]
    assert (kind, json.loads(options)) == ("impress_pdf_Export", {"PageRange": {"type": "string", "value": "3,5"}})


@pytest.mark.parametrize(
    ("everything", "said"),
    [
        (True, "LibreOffice made a PDF of 3 pages for 2 slides, so it is not used"),
        (
            False,
            "LibreOffice made a PDF of 3 pages for 2 slides, so it is not used; "
            "to choose slides takes LibreOffice 7.4 or later",
        ),
    ],
)
def test_a_pdf_of_other_pages_than_slides_is_not_used(programs, tmp_path, everything, said):
    programs.office(3)
    with pytest.raises(ToolMissing) as told:
        to_pdf(tmp_path / "deck.pptx", (1, 2), everything, BOUNDS, tmp_path)
    assert str(told.value) == said


def test_success_without_a_pdf_is_a_failure(programs, tmp_path):
    programs.put("soffice", "print('Error: source file could not be loaded')")
    with pytest.raises(ToolMissing, match=r"^LibreOffice made no PDF: Error: source file could not be loaded$"):
        to_pdf(tmp_path / "deck.pptx", (1, 2), True, BOUNDS, tmp_path)


def test_pages_are_named_by_their_slides(programs, tmp_path):
    programs.pictures(3)
    assert page_names((1, 2)) == ["page-01.png", "page-02.png"]
    names = page_names((7, 8, 104))
    made = to_pages(tmp_path / "deck.pdf", names, SIZE, BOUNDS, tmp_path, tmp_path)
    assert [one.name for one in made] == ["page-007.png", "page-008.png", "page-104.png"]


@pytest.mark.parametrize(
    ("pages", "picture", "said"),
    [
        (2, None, "pdftoppm made 2 pictures of 3 pages"),
        (3, b"P6 160 90", "pdftoppm made a file that is no PNG picture"),
    ],
)
def test_pictures_that_are_none_are_not_used(programs, tmp_path, pages, picture, said):
    programs.pictures(pages)
    if picture:
        (programs.folder / "page.png").write_bytes(picture)
    with pytest.raises(ToolMissing, match=said):
        to_pages(tmp_path / "deck.pdf", page_names((1, 2, 3)), SIZE, BOUNDS, tmp_path, tmp_path)

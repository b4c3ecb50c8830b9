"""The contact sheet is a grid of all pages in reading order."""

from io import BytesIO

import pytest
from PIL import Image

from deckloom.render.sheet import GAP, GROUND, WIDTH, columns_for, draw_sheet, is_sheet
from deckloom.values.errors import ToolMissing

COLOURS = [(at * 40, 255 - at * 40, 128) for at in range(6)]


@pytest.fixture
def pages(tmp_path):
    paths = [tmp_path / f"page-{at}.png" for at in range(6)]
    for path, colour in zip(paths, COLOURS, strict=True):
        Image.new("RGB", (1280, 720), colour).save(path)
    return paths


@pytest.mark.parametrize(
    ("count", "columns"),
    [(1, 1), (2, 2), (3, 3), (4, 4), (6, 3), (7, 4), (9, 3), (11, 4), (12, 4), (20, 5), (48, 6), (400, 8)],
)
def test_the_grid_is_about_as_wide_as_high_with_a_full_last_row_if_it_can_be(count, columns):
    assert columns_for(count) == columns


def test_pages_stand_in_reading_order(pages):
    out = BytesIO()
    draw_sheet(pages, ".png", out)
    sheet = Image.open(out)
    cell = (WIDTH - 4 * GAP) // 3
    height = round(720 * cell / 1280)
    places = [(GAP + (cell + GAP) * (at % 3), GAP + (height + GAP) * (at // 3)) for at in range(6)]
    assert sheet.size == (3 * (cell + GAP) + GAP, 2 * (height + GAP) + GAP)
    assert [sheet.getpixel(one) for one in places] == COLOURS
    assert [sheet.getpixel((x + cell - 1, y + height - 1)) for x, y in places] == COLOURS
    assert sheet.getpixel((0, 0)) == sheet.getpixel((places[1][0] - 1, places[1][1])) == GROUND


def test_the_same_pages_give_the_same_sheet(pages):
    first, second = BytesIO(), BytesIO()
    draw_sheet(pages, ".png", first)
    draw_sheet(pages, ".png", second)
    assert first.getvalue() == second.getvalue()


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".jpeg"])
def test_a_sheet_is_known_again_and_another_picture_is_not(pages, tmp_path, suffix):
    path = tmp_path / f"sheet{suffix}"
    with path.open("wb") as file:
        draw_sheet(pages, suffix, file)
    assert is_sheet(path)
    assert not is_sheet(pages[0])
    assert not is_sheet(tmp_path / "none.png")


def test_a_page_that_is_damaged_is_the_fault_of_its_maker(pages):
    pages[3].write_bytes(pages[3].read_bytes()[:100])
    with pytest.raises(ToolMissing, match="pdftoppm made a picture that cannot be read"):
        draw_sheet(pages, ".png", BytesIO())

"""Tables in built decks, in the eyes of readers that nobody here wrote."""

import pytest
from pptx import Presentation

from deckloom import api
from tests.support.specs import HEAD

ROWS = "".join(f"    | Row {at} | {at} | yes: Quite | [a link](https://example.org/?a={at}) |\n" for at in range(12))
SLIDES = f"""\
- kind: table
  title: Rows go on over two slides
  total: true
  columns: [{{name: Name, width: 3}}, Value, {{name: Met, as: verdict}}, Link]
  rows: |
    | Name | Value | Met | Link |
    |---|---|---|---|
{ROWS}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    spec = tmp_path_factory.mktemp("tables") / "deck.yaml"
    spec.write_text(f"{HEAD}{SLIDES}".replace("slides:", "source: A test\nslides:"), encoding="utf-8")
    return api.build(spec, settings=api.Settings(strict=True))


def frames(path):
    return [shape for slide in Presentation(str(path)).slides for shape in slide.placeholders if shape.has_table]


def test_another_reader_finds_every_cell_and_the_header_on_each_slide(built):
    first, second = (frame.table for frame in frames(built.target))
    cells = [[cell.text for cell in row.cells] for table in (first, second) for row in table.rows]
    header = ["Name", "Value", "Met", "Link"]
    rows = [[f"Row {at}", str(at), "●\u00a0Quite", "a link"] for at in range(12)]
    assert cells == [header, *rows[:6], header, *rows[6:]]
    assert (first.first_row, second.first_row) == (True, True)


def test_the_table_stands_in_its_placeholder_as_wide_as_the_page_and_says_what_it_shows(built):
    for frame in frames(built.target):
        assert frame.placeholder_format.idx == 14
        assert sum(column.width for column in frame.table.columns) == frame.width
        assert sum(row.height for row in frame.table.rows) == frame.height
        assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == (
            "Rows go on over two slides: Name, Value, Met, Link."
        )


def test_letters_lines_and_colours_are_those_of_the_theme(built):
    xml = frames(built.target)[1]._element.xml
    assert "srgbClr" not in xml
    assert 'algn="r"' in xml
    assert 'val="accent3"' in xml
    assert xml.count('<a:lnB w="19050">') == 2 * 4  # under the header and above the total


@pytest.mark.judge
def test_outside_validators_find_nothing(built, sdk_findings, audit_findings):
    assert sdk_findings(built.target) == []
    assert audit_findings(built.target) == []

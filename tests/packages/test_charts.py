"""Charts in built decks, in the eyes of readers that nobody here wrote."""

import re
import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image, ImageChops
from pptx import Presentation

from deckloom import api
from tests.support.specs import HEAD

SLIDES = """\
- kind: chart
  title: A column stands over its peers
  chart: column
  rows: [[NVIDIA & co, ">11"], [=1+1, 1]]
  unit: ×
  highlight: NVIDIA & co
- kind: chart
  title: Bars lie beside a claim
  chart: bar
  csv: data/cost.csv
  unit: €M
  value: 45 months
  text: It took them less than half.
- kind: chart
  title: Lines are named at their ends
  chart: line
  columns: [Year, A, B, C, D]
  rows: [[2022, 1, 2, 3, 4], [2023, n/a, 4, 6, 4.5], [2024, 4, 8, 7.25, 4]]
- kind: chart
  title: Parts are stacked
  chart: stacked
  columns: [Year, Cloud, Licences]
  rows: [[2023, 10, 20], [2024, 35, 15]]
- kind: chart
  title: Dots stand where the values are
  chart: dot
  rows: [[Alpha, 81], [Beta, 88], [Gamma, 84]]
  highlight: Beta
- kind: chart
  title: Some values lie below zero
  chart: column
  rows: [[Q1, -10.5], [Q2, 4]]
- kind: columns
  title: Two charts stand side by side
  items:
    - {lead: Buy, chart: bar, rows: [[First, 4], [Second, 1]], unit: €M}
    - {chart: line, columns: [Year, Users], rows: [[2023, 100], [2024, 120]]}
- kind: numbers
  title: Numbers stand beside each other
  items: [{value: 1, label: One}, {value: 2, label: Two, delta: twice one}]
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("charts")
    (folder / "data").mkdir()
    (folder / "data/cost.csv").write_text("Cohort;Cost\nTraditional SaaS;~65\n@post-2020;20.5\n", encoding="utf-8")
    spec = folder / "deck.yaml"
    spec.write_text(f"{HEAD}{SLIDES}".replace("slides:", "source: A test\nslides:"), encoding="utf-8")
    return api.build(spec, settings=api.Settings(strict=True))


def charts(path):
    slides = Presentation(str(path)).slides
    return [shape.chart for slide in slides for shape in slide.placeholders if shape.has_chart]


def test_another_reader_finds_every_label_series_and_value(built):
    found = [
        (list(one.plots[0].categories), [(series.name, list(series.values)) for series in one.plots[0].series])
        for one in charts(built.target)
    ]
    assert found == [
        (["NVIDIA & co", "=1+1"], [("", [11, 1])]),
        (["Traditional SaaS", "@post-2020"], [("Cost", [65, 20.5])]),
        (
            ["2022", "2023", "2024"],
            [("A", [1, None, 4]), ("B", [2, 4, 8]), ("C", [3, 6, 7.25]), ("D", [4, 4.5, 4])],
        ),
        (["2023", "2024"], [("Cloud", [10, 35]), ("Licences", [20, 15])]),
        (["Alpha", "Beta", "Gamma"], [("", [81, 88, 84])]),
        (["Q1", "Q2"], [("", [-10.5, 4])]),
        (["First", "Second"], [("", [4, 1])]),
        (["2023", "2024"], [("Users", [100, 120])]),
    ]


def test_the_workbooks_hold_the_same_and_no_formula(built):
    first, second, *_ = (ZipFile(BytesIO(one.part.chart_workbook.xlsx_part.blob)) for one in charts(built.target))
    sheet, texts = first.read("xl/worksheets/sheet1.xml").decode(), first.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert re.findall(r"<v>([\d.]+)</v></c></row>", sheet)[1:] == ["11", "1"]
    assert "=1+1" in texts
    assert "@post-2020" in second.read("xl/sharedStrings.xml").decode()
    assert "&quot;&gt;&quot;0&quot;×&quot;" in first.read("xl/styles.xml").decode()


def test_charts_have_alt_texts_and_labels_in_the_number_format_of_their_bound(built):
    slide = Presentation(str(built.target)).slides[0]
    (frame,) = [shape for shape in slide.placeholders if shape.has_chart]
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == (
        "A column stands over its peers. NVIDIA & co >11×, =1+1 1×."
    )
    codes = re.findall(r'<c:dLbl>.*?formatCode="(.*?)"', frame.chart.part.blob.decode())
    assert codes == ["&quot;&gt;&quot;0&quot;×&quot;", "0&quot;×&quot;"]
    for word in ("legend", "majorGridlines", "<c:title>", "srgbClr"):
        assert word not in frame.chart.part.blob.decode()


def test_the_same_spec_gives_the_same_bytes(built, tmp_path):
    again = api.build(built.checked.spec, tmp_path / "again.pptx")
    assert again.target.read_bytes() == built.target.read_bytes()


@pytest.mark.judge
def test_outside_validators_find_nothing(built, sdk_findings, audit_findings):
    assert sdk_findings(built.target) == []
    assert audit_findings(built.target) == []


def _accent(page):
    """The box around the pixels in the colour of the highlight, accent 1 of the theme: few red ones, many blue."""
    red, _, blue = Image.open(page).convert("RGB").split()
    return ImageChops.darker(
        red.point(lambda one: 255 * (one < 60)), blue.point(lambda one: 255 * (one > 150))
    ).getbbox()


@pytest.mark.render
def test_libreoffice_draws_the_highlighted_column_as_high_as_its_value(built, soffice_pdf, pages):
    page = pages(soffice_pdf(built.target))[0]
    left, top, right, bottom = _accent(page)
    item = next(one for one in built.checked.plan.slides[0].items if hasattr(one, "plot"))
    dots = 96 / 914_400
    scale = item.plot.h * dots / (item.high - item.low)
    assert bottom - top == pytest.approx(11 * scale, abs=3)
    assert bottom == pytest.approx((item.box.y + item.plot.bottom) * dots, abs=3)
    assert right - left == pytest.approx(item.plot.w * dots / 2 / 1.35, abs=3)


def test_a_deck_without_charts_does_not_load_what_writes_workbooks(tmp_path):
    spec = tmp_path / "deck.yaml"
    spec.write_text(f"{HEAD}- {{kind: statement, title: Nothing is drawn here}}\n", encoding="utf-8")
    program = f"import sys; from deckloom import api; from pathlib import Path; api.build(Path({str(spec)!r})); "
    program += "print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"xlsxwriter", "deckloom.plan.chart", "deckloom.paint.chart", "deckloom.facts.csv"} & set(
        done.stdout.split()
    )

"""The bundled templates as other programs see them."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pptx
import pytest

ROOT = Path(__file__).parents[2]
BUNDLED = sorted((ROOT / "templates").glob("*.pptx"))

pytestmark = pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
Findings = Callable[[Path], list[str]]


@pytest.mark.judge
def test_the_open_xml_sdk_finds_nothing(path: Path, sdk_findings: Findings):
    assert sdk_findings(path) == []


def test_openxml_audit_finds_nothing(path: Path, audit_findings: Findings):
    assert audit_findings(path) == []


def test_every_layout_can_have_a_slide(path: Path):
    deck = pptx.Presentation(str(path))
    for layout in deck.slide_layouts:
        deck.slides.add_slide(layout)
    assert len(deck.slides) == len(deck.slide_layouts)


def test_the_template_is_what_its_theme_file_gives(path: Path):
    command = [sys.executable, str(ROOT / "scripts" / "build_templates.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.render
def test_libreoffice_makes_a_page_of_every_layout(
    path: Path, tmp_path: Path, soffice_pdf: Callable[[Path], Path], pages: Callable[[Path], list[Path]]
):
    deck = pptx.Presentation(str(path))
    for layout in deck.slide_layouts:
        deck.slides.add_slide(layout)
    target = tmp_path / "layouts.pptx"
    deck.save(str(target))
    assert len(pages(soffice_pdf(target))) == len(deck.slides)

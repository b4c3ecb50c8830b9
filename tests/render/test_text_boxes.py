"""Random text boxes, laid out by LibreOffice: none may turn out taller than measured."""

import random
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

from deckloom.facts.fonts import WidthTables
from deckloom.plan.measure import Measured, measure
from deckloom.values.facts import LevelStyle
from deckloom.values.geometry import EMU_PER_POINT, Insets, Size
from deckloom.values.text import BOLD, ITALIC, Para, Run
from tests.support import office

BOXES = 60
SEED = 20241010
FAMILIES = ("Arial", "Times New Roman", "Courier New")
TALLEST_PT = 1500
TOLERANCE_PT = 1.0
TEXT = """the a of in to revenue grew 12.4% year-over-year $1,250,000, inference-time compute drove gains; (see v2.1.0)
    it's open-weights models 24/7 and/or “quoted” retention: best. Datenschutzgrundverordnung Kosten-Nutzen-Analyse für
    überprüfen Größe L’équipe déjà « première » phase 12 % 3 000 € d’une – mostly – x86-64 2020–2024 AI/ML AVATAR To
    Yo. Ελληνική γλώσσα является модель данных"""
WORDS = TEXT.split()
LEVELS = {None: (0, 0), "•": (342900, -342900), "–": (685800, -228600)}


class TextBox(NamedTuple):
    """A box with its look, to be measured by deckloom and laid out by LibreOffice."""

    paras: tuple[Para, ...]
    level: LevelStyle
    width: int
    insets: Insets
    family: str

    def measured(self, fonts: WidthTables) -> Measured:
        return measure(self.paras, (self.level,), None, Size(self.width, 1), self.insets, self.family, fonts)


def random_box(rnd: random.Random, families: tuple[str, ...]) -> TextBox:
    bullet = rnd.choice(tuple(LEVELS))
    margin, indent = LEVELS[bullet]
    level = LevelStyle(
        size=rnd.choice((12, 14, 16, 18, 20, 24, 28, 36, 44)),
        bold=False,
        italic=False,
        line_pct=rnd.choice((90, 95, 100, 104, 120)),
        before=rnd.choice((0, 6, 10)),
        after=rnd.choice((0, 6)),
        margin=margin,
        indent=indent,
        bullet=bullet,
    )
    insets = rnd.choice((Insets(), Insets(91440, 45720, 91440, 45720)))
    paras = tuple(_random_para(rnd) for _ in range(rnd.randint(1, 3)))
    return TextBox(paras, level, rnd.randint(160, 860) * EMU_PER_POINT, insets, rnd.choice(families))


def _random_para(rnd: random.Random) -> Para:
    runs = []
    for _ in range(rnd.choice((1, 1, 3))):
        text = " ".join(rnd.choices(WORDS, k=rnd.randint(2, 22)))
        runs.append(Run(text + " ", rnd.choice((0, 0, BOLD, ITALIC, BOLD | ITALIC))))
    return Para((*runs[:-1], runs[-1]._replace(text=runs[-1].text.strip())))


def boxes_that_promise(count: int, seed: int, families: tuple[str, ...]) -> list[TextBox]:
    """Random boxes without a word wider than its line, for which nothing is promised, and none taller than is drawn."""
    rnd = random.Random(seed)
    fonts = WidthTables()
    found: list[TextBox] = []
    while len(found) < count:
        box = random_box(rnd, families)
        measured = box.measured(fonts)
        if not measured.overlong and measured.height_pt < TALLEST_PT:
            found.append(box)
    return found


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _body(box: TextBox) -> str:
    level, insets = box.level, box.insets
    bullet = f'<a:buFont typeface="{box.family}"/><a:buChar char="{level.bullet}"/>' if level.bullet else "<a:buNone/>"
    look = (
        f'<a:pPr marL="{level.margin}" indent="{level.indent}">'
        f'<a:lnSpc><a:spcPct val="{level.line_pct * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(level.before * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(level.after * 100)}"/></a:spcAft>{bullet}</a:pPr>'
    )
    paras = ""
    for para in box.paras:
        runs = "".join(
            f'<a:r><a:rPr lang="en-US" sz="{level.size * 100}" b="{int(bool(run.marks & BOLD))}" '
            f'i="{int(bool(run.marks & ITALIC))}"><a:latin typeface="{box.family}"/></a:rPr>'
            f"<a:t>{_escaped(run.text)}</a:t></a:r>"
            for run in para.runs
        )
        paras += f"<a:p>{look}{runs}</a:p>"
    sides = f'lIns="{insets.left}" tIns="{insets.top}" rIns="{insets.right}" bIns="{insets.bottom}"'
    return f'<p:txBody {nsdecls("a", "p")}><a:bodyPr wrap="square" {sides}><a:spAutoFit/></a:bodyPr>{paras}</p:txBody>'


def write(boxes: list[TextBox], path: Path) -> None:
    """One slide a box."""
    deck = Presentation()
    for box in boxes:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        shape = slide.shapes.add_textbox(Emu(0), Emu(0), Emu(box.width), Emu(EMU_PER_POINT))
        shape._element.replace(shape._element.txBody, parse_xml(_body(box)))
    deck.save(str(path))


def heights(flat: Path) -> list[float]:
    """The height in points of each slide's text box in a flat ODF file."""
    tree = etree.parse(str(flat), etree.XMLParser(huge_tree=True))
    ns = {"draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"}
    height = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}height"
    per_point = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0}
    found = []
    for page in tree.iterfind(".//draw:page", ns):
        shape = next(one for one in page if one.get(height))
        written = shape.get(height)
        found.append(float(written[:-2]) * per_point[written[-2:]])
    return found


@pytest.mark.render
def test_no_box_is_laid_out_taller_than_measured(tmp_path):
    boxes = boxes_that_promise(BOXES, SEED, FAMILIES)
    write(boxes, tmp_path / "boxes.pptx")
    seen = heights(office.convert(tmp_path / "boxes.pptx", tmp_path, "fodp"))
    fonts = WidthTables()
    planned = [box.measured(fonts).height_pt for box in boxes]
    assert len(seen) == BOXES
    assert [
        (box, tall, plan) for box, tall, plan in zip(boxes, seen, planned, strict=True) if tall > plan + TOLERANCE_PT
    ] == []
    exact = sum(abs(tall - plan) <= TOLERANCE_PT for tall, plan in zip(seen, planned, strict=True))
    print(f"{exact} of {BOXES} as high as planned; mean slack {sum(planned) / sum(seen) - 1:.1%}")
    assert exact >= BOXES * 0.65

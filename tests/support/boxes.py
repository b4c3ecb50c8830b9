"""Random text boxes as decks have them, and what LibreOffice makes of them.

A box has the look of a title, of bullets, of a caption and so on, in a family that a theme may name, and sentences of
one language. deckloom's own painter writes the paragraphs, so the experiment also holds the fonts and directions that
it names. LibreOffice lets each box grow to its text and says how high it became.
"""

import random
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

from deckloom.paint.relations import Relations
from deckloom.paint.text import Ink, paragraphs
from deckloom.plan.measure import Measured, measure
from deckloom.plan.slack import is_known
from deckloom.values.facts import Fonts, LevelStyle
from deckloom.values.geometry import EMU_PER_POINT, Insets, Size
from deckloom.values.text import BOLD, ITALIC, Para, Run, plain
from tests.support import office
from tests.support.sentences import SENTENCES

TALLEST_PT = 1500
TOLERANCE_PT = 1.0
INCH = 72

LATIN = ("en", "de", "fr", "el", "ru")
MIXED = ("en-emoji", "ja-en")
LANGUAGES = (*LATIN, "ja", "zh", "ko", "ar", "he", *MIXED)
FAMILIES = ("Arial", "Times New Roman", "Courier New", "Calibri", "Cambria")

TEXT_INSETS = Insets(91440, 45720, 91440, 45720)
CARD_INSETS = Insets(228600, 228600, 228600, 228600)


class Role(NamedTuple):
    """The look of a kind of text: sizes, weight, line spacing, space before, bullets by level; widths in inches."""

    sizes: tuple[int, ...]
    bold: bool
    line_pct: int
    before: float
    bullets: tuple[str | None, ...]
    widths: tuple[float, ...]
    paras: int


ROLES = {
    "title": Role((22, 24, 28), True, 95, 0, (None,), (12.083, 10.028, 6.319), 1),
    "statement": Role((36, 40, 44, 48, 54), True, 95, 0, (None,), (11.056, 7.972, 9.0), 1),
    "bullets": Role((18, 20), False, 104, 10, ("•", "–", "•"), (10.028, 5.917, 4.5), 5),
    "caption": Role((16, 18, 20), False, 104, 10, (None,), (3.736, 6.569, 10.028, 5.917, 3.861), 2),
    "card": Role((18, 20), True, 95, 2, (None,), (3.861, 2.833, 4.9), 2),
    "detail": Role((14, 16), False, 102, 0, (None,), (6.944, 3.736, 8.4), 1),
}


class TextBox(NamedTuple):
    """A box with its look, to be measured by deckloom and laid out by LibreOffice. ``width`` is in EMU."""

    lang: str
    role: str
    paras: tuple[Para, ...]
    levels: tuple[LevelStyle, ...]
    width: int
    insets: Insets
    family: str

    def measured(self, fonts: Fonts) -> Measured:
        return measure(self.paras, self.levels, None, Size(self.width, 1), self.insets, self.family, fonts)


class Outcome(NamedTuple):
    """A box with the height in points that was planned, and the one that LibreOffice gave it."""

    box: TextBox
    planned: float
    seen: float

    @property
    def is_over(self) -> bool:
        return self.seen > self.planned + TOLERANCE_PT

    @property
    def is_exact(self) -> bool:
        return abs(self.seen - self.planned) <= TOLERANCE_PT


def random_box(rnd: random.Random, lang: str, families: tuple[str, ...]) -> TextBox:
    """A box of any role. Half of them have the width of a placeholder, the others any between."""
    name = rnd.choice(tuple(ROLES))
    role = ROLES[name]
    inches = rnd.choice(role.widths)
    if rnd.random() < 0.5:
        inches = rnd.uniform(min(role.widths), max(role.widths))
    size = rnd.choice(role.sizes)
    levels = tuple(_level(role, size, at) for at in range(len(role.bullets)))
    depths = [0, *(rnd.randrange(len(levels)) for _ in range(rnd.randrange(role.paras)))]
    paras = tuple(Para(_runs(rnd, lang, role.bold), level) for level in depths)
    insets = CARD_INSETS if name == "card" else rnd.choice((Insets(), TEXT_INSETS))
    return TextBox(lang, name, paras, levels, round(inches * INCH * EMU_PER_POINT), insets, rnd.choice(families))


def _level(role: Role, size: int, at: int) -> LevelStyle:
    bullet, hang = role.bullets[at], 228600 if role.bullets[at] else 0
    before = (role.before, 6, 4)[at]
    return LevelStyle(size - 2 * at, role.bold, False, role.line_pct, before, 0, hang * (at + 1), -hang, bullet)


def _runs(rnd: random.Random, lang: str, bold: bool) -> tuple[Run, ...]:
    """Some sentences, or the beginning of one; now and then with a stretch in bold or italic."""
    spaced = lang not in ("ja", "zh")
    joint = " " if spaced else ""
    text = joint.join(rnd.choices(SENTENCES[lang], k=rnd.choice((1, 1, 2))))
    units = text.split(" ") if spaced else list(text)
    start = rnd.randrange(0, max(1, len(units) // 3))
    units = units[start : start + rnd.randint(4, 40) * (1 if spaced else 3)]
    if rnd.random() < 0.7 or len(units) < 6:
        return (Run(joint.join(units)),)
    first, second = sorted(rnd.sample(range(1, len(units)), 2))
    mark = rnd.choice((ITALIC,) if bold else (BOLD, ITALIC, BOLD | ITALIC))
    parts = (units[:first], units[first:second], units[second:])
    texts = [joint.join(part) + joint for part in parts[:-1]] + [joint.join(parts[-1])]
    return tuple(Run(text, marks) for text, marks in zip(texts, (0, mark, 0), strict=True) if text)


def boxes_that_promise(
    count: int, seed: int, langs: tuple[str, ...], families: tuple[str, ...], fonts: Fonts, known: bool = False
) -> list[TextBox]:
    """Random boxes without a word wider than its line, for which nothing is promised, and none taller than is drawn;
    only those with letters of known width, if that is asked for."""
    rnd = random.Random(seed)
    found: list[TextBox] = []
    while len(found) < count:
        box = random_box(rnd, langs[len(found) % len(langs)], families)
        measured = box.measured(fonts)
        if known and not is_known(box.paras, box.levels, box.family, fonts):
            continue
        if not measured.overlong and measured.height_pt < TALLEST_PT:
            found.append(box)
    return found


def laid_out(boxes: list[TextBox], fonts: Fonts, folder: Path) -> list[Outcome]:
    """What LibreOffice makes of the boxes."""
    write(boxes, folder / "boxes.pptx")
    seen = heights(office.convert(folder / "boxes.pptx", folder, "fodp"))
    assert len(seen) == len(boxes)
    planned = [box.measured(fonts).height_pt for box in boxes]
    return [Outcome(*one) for one in zip(boxes, planned, seen, strict=True)]


def summary(name: str, outcomes: list[Outcome]) -> str:
    """One line: boxes, those that are over, those as high as planned; how much higher the plan is by share."""
    count = len(outcomes)
    over, exact = sum(one.is_over for one in outcomes), sum(one.is_exact for one in outcomes)
    by_box = sum(one.planned / one.seen for one in outcomes) / count - 1
    start = f"{name:<16}{count:>6} boxes{over:>4} over{exact / count:>8.1%} exact"
    return f"{start}{extra_height(outcomes):>7.1%} higher in all,{by_box:>6.1%} by box"


def extra_height(outcomes: list[Outcome]) -> float:
    """By what share the boxes together are planned higher than they become."""
    return sum(one.planned for one in outcomes) / sum(one.seen for one in outcomes) - 1


def shown(outcome: Outcome) -> str:
    """A box that is over, for people."""
    box = outcome.box
    text = " / ".join(plain(para.runs) for para in box.paras)
    about = f"{box.lang} {box.role} {box.levels[0].size} pt {box.family}, {box.width / EMU_PER_POINT:.1f} pt wide"
    return f"{about}: {outcome.seen:.1f} pt high, planned {outcome.planned:.1f}: {text}"


def _level_style(level: LevelStyle, at: int) -> str:
    bullet = f'<a:buFont typeface="Arial"/><a:buChar char="{level.bullet}"/>' if level.bullet else "<a:buNone/>"
    return (
        f'<a:lvl{at + 1}pPr marL="{level.margin}" indent="{level.indent}" algn="l">'
        f'<a:lnSpc><a:spcPct val="{level.line_pct * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(level.before * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(level.after * 100)}"/></a:spcAft>{bullet}'
        f'<a:defRPr sz="{level.size * 100}" b="{int(level.bold)}" i="{int(level.italic)}"/></a:lvl{at + 1}pPr>'
    )


def _body(box: TextBox) -> str:
    insets = box.insets
    styles = "".join(_level_style(level, at) for at, level in enumerate(box.levels))
    sides = f'lIns="{insets.left}" tIns="{insets.top}" rIns="{insets.right}" bIns="{insets.bottom}"'
    ink = Ink(box.lang.split("-")[0], Relations(), {}, box.levels)
    return (
        f'<p:txBody {nsdecls("a", "p", "r")}><a:bodyPr wrap="square" {sides}><a:spAutoFit/></a:bodyPr>'
        f"<a:lstStyle>{styles}</a:lstStyle>{paragraphs(box.paras, ink)}</p:txBody>"
    )


def write(boxes: list[TextBox], path: Path) -> None:
    """One slide a box. The family is named on the runs, since one deck holds boxes of several."""
    deck = Presentation()
    for box in boxes:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        shape = slide.shapes.add_textbox(Emu(0), Emu(0), Emu(box.width), Emu(EMU_PER_POINT))
        body = parse_xml(_body(box))
        for properties in body.iter("{*}rPr"):
            latin = etree.Element("{http://schemas.openxmlformats.org/drawingml/2006/main}latin", typeface=box.family)
            properties.insert(0, latin)
        shape._element.replace(shape._element.txBody, body)
    deck.save(str(path))


def heights(flat: Path) -> list[float]:
    """The height in points of each slide's text box in a flat ODF file."""
    tree = etree.parse(str(flat), etree.XMLParser(huge_tree=True))
    ns = {"draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"}
    height = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}height"
    per_point = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0}
    found = []
    for page in tree.iterfind(".//draw:page", ns):
        written = next(str(one.get(height)) for one in page if one.get(height))
        found.append(float(written[:-2]) * per_point[written[-2:]])
    return found

"""The items of a slide as shapes: placeholders filled with text or a picture, the number, drawn groups."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from deckloom.paint.drawing import RECTANGLE, about, drawing, transform
from deckloom.paint.relations import CHART_RELATION, IMAGE, SLIDE, Relations
from deckloom.paint.scripts import runs_right_to_left
from deckloom.paint.table import table_data
from deckloom.paint.text import Ink, empty_paragraph, paragraphs, solid_fill
from deckloom.paint.xml import CHART, attribute, escape
from deckloom.values.facts import DRAWN, Slot
from deckloom.values.geometry import Box, Crop
from deckloom.values.plan import (
    ChartItem,
    Colour,
    DrawingItem,
    DrawnText,
    GroupItem,
    Item,
    MissingItem,
    NumberItem,
    PictureItem,
    Rule,
    SizeStep,
    TableItem,
    TextItem,
)
from deckloom.values.text import plain

FIRST_ID = 2  # 1 is the shape tree itself

_PANEL, _QUIET = Colour("bg2"), Colour("tx2")
_NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


@dataclass(frozen=True, slots=True)
class Names:
    """What the slides of a deck share: its language, their numbers by id, the pictures' file names by digest, for
    slides with charts the number of the first by that of the slide, and whether they fade in."""

    lang: str
    numbers: Mapping[str, int]
    images: Mapping[str, str]
    charts: Mapping[int, int] = field(default_factory=dict)
    fades: bool = False


class _Ids:
    """Numbers in order; ``coming`` is the next."""

    def __init__(self) -> None:
        self.coming = FIRST_ID

    def __iter__(self) -> "_Ids":
        return self

    def __next__(self) -> int:
        self.coming += 1
        return self.coming - 1


class SlideShapes:
    """Paints the items of one slide, giving each shape its id."""

    def __init__(self, number: int, names: Names, relations: Relations) -> None:
        self._slide_number = number
        self._names = names
        self._lang = names.lang
        self._relations = relations
        self._ids = _Ids()
        self._charts: Iterator[int] = count(names.charts.get(number, 1))

    @property
    def coming(self) -> int:
        """The id of the next shape."""
        return self._ids.coming

    def paint(self, item: Item) -> str:
        """The item as XML."""
        match item:
            case TextItem():
                return self._text(item)
            case PictureItem():
                return self._picture(item)
            case NumberItem():
                return self._number(item)
            case GroupItem():
                return self._group(item)
            case TableItem():
                return self._table(item)
            case ChartItem():
                return self._chart(item)
            case MissingItem():
                return self._missing(item)
            case DrawingItem():
                return drawing(item, self._ids, self._ink)

    def _ink(self, text: DrawnText) -> Ink:
        return Ink(self._lang, self._relations, self._names.numbers, text.levels, text.accent)

    def _text(self, item: TextItem) -> str:
        ink = Ink(
            self._lang, self._relations, self._names.numbers, item.slot.levels, item.accent, item.look,
            item.quiet_links, item.tones,
        )  # fmt: skip
        body = f"{_body_properties(item, self._lang)}{_list_style(item.steps)}{paragraphs(item.paras, ink)}"
        jump = self._jump(item.link) if item.link else ""
        if item.slot.idx == DRAWN:
            return self._text_box(item, paragraphs(item.paras, ink), jump)
        return self._placeholder(item.slot, "" if item.inherit else transform(item.box), body, jump)

    def _text_box(self, item: TextItem, text: str, click: str) -> str:
        """A text box of the slide's own; its style stands in it, since no layout gives one."""
        style, insets = item.slot.levels[0], item.slot.insets
        sides = f'lIns="{insets.left}" tIns="{insets.top}" rIns="{insets.right}" bIns="{insets.bottom}"'
        level = (
            f'<a:lvl1pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPct val="{style.line_pct * 1000}"/></a:lnSpc>'
            "<a:buNone/>"
            f'<a:defRPr sz="{style.size * 100}" b="{int(style.bold)}">{solid_fill(Colour(style.color))}'
            '<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>'
        )
        about = f">{click}</p:cNvPr>" if click else "/>"
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{next(self._ids)}" name="{attribute(item.slot.name)}"{about}'
            f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{transform(item.box)}{RECTANGLE}<a:noFill/></p:spPr>'
            f'<p:txBody><a:bodyPr wrap="square" {sides} anchor="{item.slot.anchor}"><a:noAutofit/></a:bodyPr>'
            f"<a:lstStyle>{level}</a:lstStyle>{text}</p:txBody></p:sp>"
        )

    def _jump(self, slide_id: str) -> str:
        """A click anywhere on the shape goes to the slide; its letters keep their colour, unlike those of a link."""
        relation = self._relations.id(SLIDE, f"slide{self._names.numbers[slide_id]}.xml")
        return f'<a:hlinkClick r:id="{relation}" action="ppaction://hlinksldjump"/>'

    def _number(self, item: NumberItem) -> str:
        body = (
            f'<a:bodyPr/><a:lstStyle/><a:p><a:fld id="{_NUMBER_FIELD}" type="slidenum"><a:rPr lang="{self._lang}"/>'
            f"<a:t>{self._slide_number}</a:t></a:fld></a:p>"
        )
        # LibreOffice draws a number below the picture it lies on, unless the slide gives its place and fill.
        fill = solid_fill(Colour(item.slot.fill)) if item.slot.fill else ""
        shape = "" if item.inherit else f"{transform(item.box)}{fill}"
        return self._placeholder(item.slot, shape, body)

    def _placeholder(self, slot: Slot, shape: str, body: str, click: str = "") -> str:
        properties = f"<p:spPr>{shape}</p:spPr>" if shape else "<p:spPr/>"
        end = f">{click}</p:cNvPr>" if click else "/>"
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{next(self._ids)}" name="{attribute(slot.name)}"{end}'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_ph(slot)}</p:nvPr></p:nvSpPr>'
            f"{properties}<p:txBody>{body}</p:txBody></p:sp>"
        )

    def _picture(self, item: PictureItem) -> str:
        relation = self._relations.id(IMAGE, f"../media/{self._names.images[item.picture.digest]}")
        said = about(next(self._ids), item.slot.name, "" if item.decorative else item.alt, item.decorative)
        return (
            f'<p:pic><p:nvPicPr>{said}<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
            f'<p:nvPr>{_ph(item.slot)}</p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/>'
            f"{_source_rectangle(item.crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
            f"<p:spPr>{transform(item.box)}{RECTANGLE}</p:spPr></p:pic>"
        )

    def _chart(self, item: ChartItem) -> str:
        number = next(self._charts)
        relation = self._relations.id(CHART_RELATION, f"../charts/chart{number}.xml")
        data = f'<a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="{relation}"/></a:graphicData>'
        return self._frame(item.slot, item.box, item.alt, data)

    def _table(self, item: TableItem) -> str:
        ink = Ink(self._lang, self._relations, self._names.numbers, accent=Colour("accent1"))
        return self._frame(item.slot, item.box, item.alt, table_data(item, ink))

    def _frame(self, slot: Slot, box: Box, alt: str, data: str) -> str:
        """``p:graphicFrame``, which holds a chart or a table."""
        place = transform(box).replace("a:xfrm", "p:xfrm")
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{about(next(self._ids), slot.name, alt, False)}"
            f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f"<p:nvPr>{_ph(slot)}</p:nvPr></p:nvGraphicFramePr>{place}<a:graphic>{data}</a:graphic></p:graphicFrame>"
        )

    def _missing(self, item: MissingItem) -> str:
        """A dashed box that says which picture was not found, to the eye and to a screen reader."""
        said = about(next(self._ids), item.name, f"{item.words}: {item.ref}", False)
        lines = "".join(
            f'<a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="{self._lang}" sz="{size}" b="{bold}">'
            f"{solid_fill(_QUIET)}</a:rPr><a:t>{escape(line)}</a:t></a:r></a:p>"
            for line, size, bold in ((item.words, 1800, 1), (item.ref, 1400, 0))
        )
        return (
            f"<p:sp><p:nvSpPr>{said}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{transform(item.box)}{RECTANGLE}"
            f'{solid_fill(_PANEL)}<a:ln w="12700">{solid_fill(_QUIET)}<a:prstDash val="dash"/></a:ln></p:spPr>'
            f'<p:txBody><a:bodyPr wrap="square" anchor="ctr"/><a:lstStyle/>{lines}</p:txBody></p:sp>'
        )

    def _group(self, item: GroupItem) -> str:
        first = next(self._ids)
        for _ in item.rules:
            next(self._ids)
        return _group(item, first, self._lang)


@lru_cache(maxsize=64)  # the slides of a section draw the same one
def _group(item: GroupItem, first_id: int, lang: str) -> str:
    """The group and its rectangles, with ids from ``first_id`` on."""
    said = about(first_id, item.name, item.alt, not item.alt)
    x, y, w, h = item.box
    inner = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/>'
    rules = "".join(
        _rule(first_id + position, f"{item.name} {position}", rule, lang) for position, rule in enumerate(item.rules, 1)
    )
    return (
        f"<p:grpSp><p:nvGrpSpPr>{said}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{transform(item.box, inner)}</p:grpSpPr>{rules}</p:grpSp>"
    )


def _rule(shape_id: int, name: str, rule: Rule, lang: str) -> str:
    """A rectangle, with an empty text: readers differ on shapes that have none."""
    return (
        f"<p:sp><p:nvSpPr>{about(shape_id, name, '', True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(rule.box)}{RECTANGLE}{solid_fill(rule.fill)}<a:ln><a:noFill/></a:ln></p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{empty_paragraph(lang)}</p:txBody></p:sp>"
    )


def _ph(slot: Slot) -> str:
    """``p:ph`` with the type and index of the layout's placeholder; both left out where they are the default."""
    kind = f' type="{slot.type}"' if slot.type and slot.type != "obj" else ""
    index = f' idx="{slot.idx}"' if slot.idx else ""
    return f"<p:ph{kind}{index}/>"


def _body_properties(item: TextItem, lang: str) -> str:
    """``a:bodyPr``: all four insets where a title is balanced, on its far side; nothing otherwise."""
    if item.right_inset is None:
        return "<a:bodyPr/>"
    left, top, right, bottom = item.slot.insets
    if item.paras and runs_right_to_left(plain(item.paras[0].runs), lang):
        left = item.right_inset
    else:
        right = item.right_inset
    return f'<a:bodyPr lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"/>'


def _list_style(steps: tuple[SizeStep, ...]) -> str:
    """``a:lstStyle`` with the sizes that differ from the layout's."""
    if not steps:
        return "<a:lstStyle/>"
    sizes = "".join(
        f'<a:lvl{level + 1}pPr><a:defRPr sz="{size * 100}"/></a:lvl{level + 1}pPr>' for level, size in sorted(steps)
    )
    return f"<a:lstStyle>{sizes}</a:lstStyle>"


def _source_rectangle(crop: Crop) -> str:
    """``a:srcRect``: what is cut away, in thousandths of a per cent; empty when nothing is."""
    sides = zip("ltrb", (crop.left, crop.top, crop.right, crop.bottom), strict=True)
    cut = "".join(f' {side}="{round(share * 100_000)}"' for side, share in sides if share)
    return f"<a:srcRect{cut}/>" if cut else ""

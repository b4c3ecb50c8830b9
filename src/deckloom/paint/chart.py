"""A chart as DrawingML: no axis of values, no gridlines, no legend, no title; every value labelled where it stands.

The order of elements is the schema's. Axis ids are unsigned numbers, bounds and places are written out, so that every
program draws the same picture.
"""

from deckloom.paint.scripts import typefaces
from deckloom.paint.text import solid_fill
from deckloom.paint.xml import CHART, DRAWING, HEAD, OFFICE_RELATIONS, escape
from deckloom.values.data import Amount, Series, number_format
from deckloom.values.geometry import EMU_PER_POINT
from deckloom.values.plan import ChartItem, Colour, SeriesLook, ValueLabel

SHEET = "Sheet1"
_CATEGORIES, _VALUES = 111111111, 222222222  # the ids of the axes, which only have to differ
_TEXT = Colour("tx1")
_NONE = "<a:noFill/><a:ln><a:noFill/></a:ln>"
_STRAIGHT = '<c:smooth val="0"/>'
_DOT, _LINE_DOT = 14, 9


def chart_part(item: ChartItem, lang: str) -> str:
    """The chart part; its workbook is relationship ``rId1``."""
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE_RELATIONS}">'
        f'<c:date1904 val="0"/><c:lang val="{lang}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout(item)}{_plot(item, lang)}{_axes(item, lang)}'
        f'<c:spPr>{_NONE}</c:spPr></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_NONE}</c:spPr>{_text(item.size, _TEXT, False, lang)}"
        f'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _layout(item: ChartItem) -> str:
    """Where the marks stand, in shares of the chart."""
    plot, box = item.plot, item.box
    shares = (("x", plot.x / box.w), ("y", plot.y / box.h), ("w", plot.w / box.w), ("h", plot.h / box.h))
    inner = "".join(f'<c:{name} val="{share:.6g}"/>' for name, share in shares)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{inner}</c:manualLayout></c:layout>"
    )


def _plot(item: ChartItem, lang: str) -> str:
    """The marks of all series."""
    form = item.data.form
    series = "".join(_series(item, at, lang) for at in range(len(item.data.series)))
    ids = f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'
    if form in ("line", "dot"):
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{ids}'
            "</c:lineChart>"
        )
    stacked = form == "stacked"
    return (
        f'<c:barChart><c:barDir val="{"bar" if item.lying else "col"}"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{item.gap}"/><c:overlap val="{100 if stacked else 0}"/>{ids}</c:barChart>'
    )


def _series(item: ChartItem, at: int, lang: str) -> str:
    one, look = item.data.series[at], item.series[at]
    line = item.data.form in ("line", "dot")
    column = chr(ord("B") + at)
    name = f"{SHEET}!${column}$1"
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>'
        f"<c:tx><c:strRef><c:f>{name}</c:f>{_names([one.name])}</c:strRef></c:tx>"
        f"{_line_look(item, one, look) if line else _bar_look(look)}"
        f"{_labels(item, one, look, lang)}{_data(item, one, column)}"
        f"{_STRAIGHT if line else ''}</c:ser>"
    )


def _bar_look(look: SeriesLook) -> str:
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{_filled(colour)}</c:dPt>'
        for at, colour in look.points
    )
    return f'{_filled(look.colour)}<c:invertIfNegative val="0"/>{points}'


def _line_look(item: ChartItem, one: Series, look: SeriesLook) -> str:
    """A line with a dot at its end, or dots alone."""
    if not look.line:
        points = "".join(_dot(at, fill, _DOT, _unseen(fill)) for at, fill in look.points)
        return f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_marker(look.colour, _DOT)}{points}"
    width = round(look.line * EMU_PER_POINT)
    stroke = f'<a:ln w="{width}" cap="rnd">{solid_fill(look.colour)}<a:round/></a:ln>'
    last = max(at for at, amount in enumerate(one.amounts) if amount)
    dots = {last: look.colour} | dict(look.points)
    points = "".join(_dot(at, colour, _LINE_DOT, stroke) for at, colour in sorted(dots.items()))
    return f'<c:spPr>{stroke}</c:spPr><c:marker><c:symbol val="none"/></c:marker>{points}'


def _dot(at: int, colour: Colour, size: int, stroke: str) -> str:
    shape = f"{solid_fill(colour)}{stroke}"
    return f'<c:dPt><c:idx val="{at}"/>{_marker(colour, size)}<c:bubble3D val="0"/><c:spPr>{shape}</c:spPr></c:dPt>'


def _unseen(colour: Colour) -> str:
    """A line that is not seen. LibreOffice gives a dot the colour of its line, even of one without a fill."""
    return f'<a:ln w="9525">{solid_fill(colour._replace(alpha=0))}</a:ln>'


def _marker(colour: Colour, size: int) -> str:
    return f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>{_filled(colour)}</c:marker>'


def _filled(colour: Colour) -> str:
    return f"<c:spPr>{solid_fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr>"


def _labels(item: ChartItem, one: Series, look: SeriesLook, lang: str) -> str:
    """The labels of single values, each with the number format of its own value; all others have none."""
    own = "".join(_label(item, one, label, lang) for label in look.labels)
    return f"<c:dLbls>{own}{_shows(value=False)}</c:dLbls>"


def _label(item: ChartItem, one: Series, label: ValueLabel, lang: str) -> str:
    amount = one.amounts[label.at]
    assert amount is not None
    return (
        f'<c:dLbl><c:idx val="{label.at}"/>{_moved(label.shift)}'
        f'<c:numFmt formatCode="{_code(amount, item.unit)}" sourceLinked="0"/><c:spPr>{_NONE}</c:spPr>'
        f"{_text(label.size, label.colour, True, lang, one.name if label.named else '', 'none')}"
        f'<c:dLblPos val="{label.place}"/>{_shows(name=label.named)}{_separator(item) if label.named else ""}</c:dLbl>'
    )


def _separator(item: ChartItem) -> str:
    return f"<c:separator>{item.between}</c:separator>"


def _moved(shift: float) -> str:
    """A label away from its usual place, down by a share of the chart's height."""
    if not shift:
        return ""
    return f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{shift:.6g}"/></c:manualLayout></c:layout>'


def _shows(value: bool = True, name: bool = False) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{value:d}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{name:d}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _code(amount: Amount, unit: str) -> str:
    return escape(number_format(amount, unit)).replace('"', "&quot;")


def _data(item: ChartItem, one: Series, column: str) -> str:
    """Categories and values with what the workbook holds of them."""
    categories, last = item.data.categories, len(item.data.categories) + 1
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{number_text(amount.value)}</c:v></c:pt>'
        for at, amount in enumerate(one.amounts)
        if amount
    )
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>{_names(categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(categories)}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def number_text(value: float) -> str:
    """The number as a spreadsheet stores it: whole ones without a point."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _names(names: "list[str] | tuple[str, ...]") -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>' for at, name in enumerate(names))
    return f'<c:strCache><c:ptCount val="{len(names)}"/>{points}</c:strCache>'


def _axes(item: ChartItem, lang: str) -> str:
    return "".join((_category_axis(item, lang), _value_axis(item)))


def _category_axis(item: ChartItem, lang: str) -> str:
    """The labels of the categories. Lying bars stand in the order of the data from the top; a line at zero is drawn
    where there are values below it."""
    below = item.low < 0
    line = f'<a:ln w="9525">{solid_fill(Colour("tx2"))}</a:ln>' if below else "<a:ln><a:noFill/></a:ln>"
    skips = f'<c:tickLblSkip val="{item.skip}"/>' if item.skip > 1 else ""
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/>'
        f'<c:scaling><c:orientation val="{"maxMin" if item.lying else "minMax"}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if item.lying else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{line}</c:spPr>'
        f'{_text(item.size, _TEXT, False, lang, "".join(item.data.categories))}<c:crossAx val="{_VALUES}"/>'
        f'<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skips}'
        f'<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(item: ChartItem) -> str:
    """The axis of values, which is not shown but whose ends are fixed."""
    line = item.data.form in ("line", "dot")
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/><c:max val="{item.high:.10g}"/>'
        f'<c:min val="{item.low:.10g}"/></c:scaling><c:delete val="1"/><c:axPos val="{"t" if item.lying else "l"}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="none"/><c:crossAx val="{_CATEGORIES}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="{"midCat" if line else "between"}"/>'
        f'<c:majorUnit val="{(item.high - item.low) / 4:.10g}"/></c:valAx>'
    )


def _text(size: int, colour: Colour, bold: bool, lang: str, letters: str = "", wrap: str = "square") -> str:
    """How letters look; with typefaces of their own where they are not Latin."""
    faces = '<a:latin typeface="+mn-lt"/>' + typefaces(letters, lang)
    return (
        f'<c:txPr><a:bodyPr wrap="{wrap}"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{size * 100}" b="{bold:d}">{solid_fill(colour)}{faces}</a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{lang}"/></a:p></c:txPr>'
    )

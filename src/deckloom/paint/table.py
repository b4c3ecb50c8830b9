"""A table as DrawingML: a header row, lines between rows, none between columns."""

from typing import Literal

from deckloom.paint.text import Ink, paragraphs, solid_fill
from deckloom.values.plan import CellText, Colour, RunLook, TableItem, TableRow
from deckloom.values.text import Para

TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # without fills and without a grid
_RULE, _HAIR = 19_050, 6_350  # a point and a half, half a point
_ALIGNS: dict[str, Literal["l", "ctr", "r"]] = {"left": "l", "center": "ctr", "right": "r"}
_NONE = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))


def table_data(item: TableItem, ink: Ink) -> str:
    """``a:graphicData`` of the table; ``ink`` is what all runs of the slide share."""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in item.columns)
    rows = "".join(_row(row, item, ink) for row in item.rows)
    return (
        f'<a:graphicData uri="{TABLE}"><a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{_NO_STYLE}</a:tableStyleId>'
        f"</a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData>"
    )


def _row(row: TableRow, item: TableItem, ink: Ink) -> str:
    last = len(row.cells) - 1
    line = _line(Colour("tx1"), _RULE) if row.line == "rule" else _line(Colour("tx2"), _HAIR)
    cells = "".join(
        f"<a:tc>{_text(cell, row.size, item.aligns[at], ink)}"
        f'<a:tcPr marL="0" marR="{0 if at == last else item.gutter}" marT="{item.padding}" marB="{item.padding}"'
        f' anchor="ctr">{_NONE}{line}<a:noFill/></a:tcPr></a:tc>'
        for at, cell in enumerate(row.cells)
    )
    return f'<a:tr h="{row.height}">{cells}</a:tr>'


def _line(colour: Colour, width: int) -> str:
    return f'<a:lnB w="{width}">{solid_fill(colour)}</a:lnB>'


def _text(cell: CellText, size: int, align: str, ink: Ink) -> str:
    """A cell's text. A table inherits no style from its placeholder, so every run says how it looks."""
    look = RunLook(size, cell.bold, cell.colour, align=_ALIGNS[align])
    body = paragraphs((Para(cell.text),), ink._replace(look=look))
    return f"<a:txBody><a:bodyPr/><a:lstStyle/>{body}</a:txBody>"

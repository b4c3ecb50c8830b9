"""The workbook inside a chart, so that its data can be edited. Text stays text, and the bytes repeat."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from deckloom.paint.chart import SHEET
from deckloom.values.data import number_format
from deckloom.values.plan import ChartItem

_CREATED = datetime(1980, 1, 1)
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook(item: ChartItem) -> bytes:
    """An xlsx: labels in the first column, then a column for each series under its name."""
    out = BytesIO()
    book = Workbook(out, _OPTIONS)
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, 24)
    for row, name in enumerate(item.data.categories, 1):
        sheet.write_string(row, 0, name)
    for column, one in enumerate(item.data.series, 1):
        sheet.write_string(0, column, one.name)
        for row, amount in enumerate(one.amounts, 1):
            if amount:
                look = book.add_format({"num_format": number_format(amount, item.unit)})
                sheet.write_number(row, column, amount.value, look)
    book.close()
    return out.getvalue()

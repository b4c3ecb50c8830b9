"""The placement ledger: where every piece of the spec went."""

from collections.abc import Iterator

from deckloom.spec.deck import Deck, Entry
from deckloom.values.plan import (
    ChartItem,
    DeckPlan,
    DrawingItem,
    LedgerRow,
    PictureItem,
    SlidePlan,
    TableItem,
    TextItem,
)
from deckloom.values.text import Para, plain

SHOWN = 60


def ledger(deck: Deck, plan: DeckPlan) -> tuple[LedgerRow, ...]:
    """One row for every text, picture and note of the spec that is on a slide, in slide order."""
    entries = {entry.position: entry for entry in deck.slides}
    rows: list[LedgerRow] = []
    for number, slide in enumerate(plan.slides, 1):
        rows += _rows(slide, number, entries[int(slide.path[1])])
    return tuple(rows)


def _rows(slide: SlidePlan, number: int, entry: Entry) -> Iterator[LedgerRow]:
    reason = f" ({slide.reason})" if slide.reason else ""
    yield LedgerRow((*slide.path, "kind"), entry.kind.name, f"slide {number}, layout {slide.layout_name}{reason}")
    for item in slide.items:
        if isinstance(item, TextItem):
            yield LedgerRow(item.path, _start(item.paras), f"slide {number}, {item.slot.name}")
        elif isinstance(item, TableItem):
            table = f"table of {len(item.rows) - 1} rows, {len(item.columns)} columns"
            yield LedgerRow(item.path, table, f"slide {number}, {item.slot.name}")
        elif isinstance(item, ChartItem):
            count = len(item.data.categories) * len(item.data.series)
            yield LedgerRow(item.path, f"{item.data.form} chart of {count} values", f"slide {number}, {item.slot.name}")
        elif isinstance(item, PictureItem):
            shown = item.alt or "decorative"
            yield LedgerRow(item.path, shown[:SHOWN], f"slide {number}, {item.slot.name}")
        elif isinstance(item, DrawingItem):
            for shape in (*item.shapes, *(one for one in item.labels if one.paras)):
                yield LedgerRow(shape.path, _start(shape.paras), f"slide {number}, {item.name}, {shape.name}")
    for path, text in slide.moved:
        yield LedgerRow(path, text[:SHOWN], f"slide {number}, notes (the layout has no room for it)")
    if slide.notes:
        path = (*slide.path, "notes") if entry.spec.notes else slide.path
        yield LedgerRow(path, _start(slide.notes), f"slide {number}, notes")


def _start(paras: tuple[Para, ...]) -> str:
    text = " / ".join(plain(para.runs) for para in paras)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"

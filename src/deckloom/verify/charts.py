"""Rules about charts: their axes, series and workbooks."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element

from deckloom.verify.names import C, local
from deckloom.verify.package import PartView
from deckloom.verify.rules import part_rule, tree_rule

_TWO_AXES: Final = frozenset(
    f"{C}{name}" for name in ("barChart", "lineChart", "areaChart", "scatterChart", "stockChart", "radarChart")
)
_AXES: Final = frozenset(f"{C}{name}" for name in ("catAx", "valAx", "dateAx", "serAx"))
_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _value(element: Element, name: str) -> str:
    found = element.find(C + name)
    return "" if found is None else found.get("val", "")


@tree_rule("S41", "open", "chart")
def axes_are_defined(root: Element) -> Iterator[str]:
    """Every axis that a chart names is defined, charts with two axes name two, and axes cross existing ones."""
    for area in root.iter(C + "plotArea"):
        axes = [one for one in area.iterchildren("*") if one.tag in _AXES]
        ids = Counter(_value(one, "axId") for one in axes)
        yield from (f"two axes have the id {name}" for name, count in ids.items() if count > 1)
        yield from (
            f"an axis crosses `{_value(one, 'crossAx')}`, which does not exist"
            for one in axes
            if _value(one, "crossAx") not in ids
        )
        for plot in area.iterchildren("*"):
            named = [one.get("val", "") for one in plot.findall(C + "axId")] if plot.tag not in _AXES else []
            if plot.tag in _TWO_AXES and len(named) != 2:
                yield f"`{local(plot.tag)}` names {len(named)} axes"
            yield from (
                f"`{local(plot.tag)}` names the axis `{one}`, which does not exist" for one in {*named} - {*ids}
            )


@tree_rule("S41", "risk", "chart")
def axis_ids_are_unsigned(root: Element) -> Iterator[str]:
    """Axis ids are whole numbers from 0 to 4294967295."""
    for value in {one.get("val", "") for one in root.iter(C + "axId", C + "crossAx")}:
        if not (value.isascii() and value.isdigit() and int(value) <= 4_294_967_295):
            yield f"the axis id `{value[:40]}` is not an unsigned number"


@part_rule("S42", "open", "chart")
def the_workbook_is_a_workbook(part: PartView) -> Iterator[str]:
    """The embedded workbook of a chart is an xlsx."""
    for one in part.rels.values():
        if one.kind == "package" and not one.external and part.package.types.get(one.target, "") != _WORKBOOK:
            yield f"`{one.target}` is typed as `{part.package.types.get(one.target, '')}`, not as a workbook"


@part_rule("S42", "reader", "chart")
def charts_have_a_workbook(part: PartView) -> Iterator[str]:
    """A chart has an embedded workbook."""
    if not any(ref.tag == C + "externalData" and ref.id in part.rels for ref in part.refs):
        yield "no embedded workbook"


@tree_rule("S43", "open", "chart")
def series_have_their_own_index(root: Element) -> Iterator[str]:
    """Series indices are unique in a chart."""
    for area in root.iter(C + "plotArea"):
        for name, count in Counter(_value(one, "idx") for one in area.iter(C + "ser")).items():
            if count > 1:
                yield f"{count} series have the index {name}"

"""What charts promise, read back from their parts: labels, series, values."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element as Element

from deckloom.values.plan import ChartItem
from deckloom.verify.names import C
from deckloom.verify.rules import declared


class _Values(NamedTuple):
    """A series as it stands in a chart part: name, labels, values by position."""

    name: str
    labels: dict[int, str]
    values: dict[int, float]


class ChartPromises:
    """Gathers charts while they are read, in any order, and judges them by the plan at last."""

    def __init__(self) -> None:
        self._wanted: list[tuple[str, str, ChartItem]] = []
        self._found: dict[str, list[_Values]] = {}

    def promise(self, slide: str, part: str, item: ChartItem) -> None:
        """A chart that a slide shows, and the part that it points at."""
        self._wanted.append((slide, part, item))

    def read(self, name: str, root: Element) -> None:
        """A chart part."""
        self._found[name] = [_series(one) for one in root.iter(C + "ser")]

    def broken(self) -> Iterator[tuple[str, str]]:
        """The slides whose charts do not hold what was planned."""
        for slide, part, item in self._wanted:
            for message in charts_are_kept(self._found.get(part), item):
                yield slide, message


@declared("C12", "reader")
def charts_are_kept(found: list[_Values] | None, item: ChartItem) -> Iterator[str]:
    """Every chart holds the series, labels and values of the plan."""
    if found is None:
        yield f"the chart `{item.slot.name}` is missing"
        return
    labels = dict(enumerate(item.data.categories))
    wanted = [
        _Values(one.name, labels, {at: amount.value for at, amount in enumerate(one.amounts) if amount})
        for one in item.data.series
    ]
    if [one.name for one in found] != [one.name for one in wanted]:
        yield f"the series of `{item.slot.name}` are {[one.name for one in found]}"
    for there, planned in zip(found, wanted, strict=False):
        if there.labels != planned.labels:
            yield f"the labels of `{planned.name or item.slot.name}` are not those of the plan"
        if there.values != planned.values:
            yield f"the values of `{planned.name or item.slot.name}` are not those of the plan"


def _series(element: Element) -> _Values:
    name = "".join(text.text or "" for text in element.iterfind(f"{C}tx//{C}v"))
    return _Values(name, dict(_points(element, "cat")), {at: float(text) for at, text in _points(element, "val")})


def _points(series: Element, name: str) -> Iterator[tuple[int, str]]:
    for point in series.iterfind(f"{C}{name}//{C}pt"):
        yield int(point.get("idx", "0")), point.findtext(C + "v") or ""

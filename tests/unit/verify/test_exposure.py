"""What a package might run or fetch is found by its relationships."""

import pytest

from deckloom.verify.exposure import exposures
from deckloom.verify.names import KINDS
from deckloom.verify.package import Package, Relationship

SLIDE, CHART = "ppt/slides/slide1.xml", "ppt/charts/chart1.xml"
TYPES = {kind: type_ for type_, kind in KINDS.items()}


@pytest.mark.parametrize(
    ("source", "kind", "target", "said"),
    [
        (SLIDE, "hyperlink", "https://example.org/", None),
        (SLIDE, "hyperlink", "file:///etc/hostname", None),  # nothing follows it until someone clicks
        (
            SLIDE,
            "image",
            "https://example.org/a.png",
            "uses a file outside the presentation (`https://example.org/a.png`)",
        ),
        (SLIDE, "oleObject", None, "holds an embedded object"),
        (SLIDE, "control", None, "holds a control"),
        (SLIDE, "package", None, "holds an embedded document"),
        (CHART, "package", None, None),
        (CHART, "oleObject", "file:///book.xlsx", "uses a file outside the presentation (`file:///book.xlsx`)"),
        ("ppt/presentation.xml", "vbaProject", None, "holds macros"),
        ("", "extensibility", None, "holds a change of the program's own menus"),
    ],
)
def test_active_and_outside_content_is_named(source, kind, target, said):
    line = Relationship("rId1", kind, target or "ppt/part.bin", target is not None)
    package = Package(rels={source: {"rId1": line}})
    package.types.update({SLIDE: TYPES["slide"], CHART: TYPES["chart"]})
    assert list(exposures(package)) == ([(source, said)] if said else [])

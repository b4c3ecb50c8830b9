"""What a theme file says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Mode: TypeAlias = Literal["light", "dark"]
Weight: TypeAlias = Literal["regular", "bold"]

COLOR_ROLES = (
    "dk1", "lt1", "dk2", "lt2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
)  # fmt: skip
"""The twelve colours of a theme part, in their order there."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The colours of cover and closing, as theme roles of a slide ("tx1", "bg2", "accent1").

    ``motif`` is the colour of the rising bars, drawn faint; ``hot`` that of the last bar.
    """

    bg: str = "tx1"
    text: str = "bg1"
    motif: str = "bg1"
    hot: str = "accent2"


@dataclass(frozen=True, slots=True)
class ThemeSpec:
    """A theme: ``colors`` holds all of ``COLOR_ROLES`` as six hex digits, the fonts are families.

    In a dark theme the master's colour map swaps dark and light, so that notes and handouts stay dark on white.
    """

    name: str
    heading: str
    body: str
    colors: Mapping[str, str]
    mode: Mode = "light"
    title_weight: Weight = "bold"
    cover: Cover = Cover()

    @property
    def color_map(self) -> Mapping[str, str]:
        """Which theme colour each role of a slide means: the attributes of ``p:clrMap``."""
        dark = self.mode == "dark"
        bg1, tx1, bg2, tx2 = ("dk1", "lt1", "dk2", "lt2") if dark else ("lt1", "dk1", "lt2", "dk2")
        return {"bg1": bg1, "tx1": tx1, "bg2": bg2, "tx2": tx2, **{one: one for one in COLOR_ROLES[4:]}}

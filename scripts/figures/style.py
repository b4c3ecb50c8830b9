"""The Ledger theme's colours and the few sizes and weights that every figure shares."""

from dataclasses import dataclass

INK = "#0F1B33"
SOFT = "#475467"
PANEL = "#F1F4F9"
WHITE = "#FFFFFF"
NEUTRAL = "#7486A0"
GREY = "#B9C3D3"
RULE = "#B5BBC2"
GOOD = "#0B7A66"
BAD = "#9A1414"

NOTE, LABEL, BODY, LEAD, HEAD, DISPLAY = 14.0, 16.0, 18.0, 20.0, 24.0, 32.0
HAIRLINE, STROKE, HEAVY = 0.75, 1.5, 3.0
RULE_WEIGHT = 2.25
PAD = 18.0
GAP = 18.0


@dataclass(frozen=True)
class Accent:
    """A section's colour: `fill` for shapes and large type, `text` where small type needs contrast."""

    fill: str
    text: str


ACCENTS = {
    "research": Accent("#1746C8", "#1746C8"),
    "industry": Accent("#D26E0B", "#9D5208"),
    "politics": Accent("#0B7A66", "#0B7A66"),
    "safety": Accent("#59164C", "#59164C"),
    "predictions": Accent("#1C91DB", "#156DA4"),
}


def mix(colour: str, other: str, share: float) -> str:
    """`share` of `colour`, the rest `other`."""
    pairs = [(int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def tint(colour: str, share: float) -> str:
    return mix(colour, WHITE, share)

"""How much of everything is taken. An operator raises a limit with ``--limit NAME=VALUE``; a spec never can."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Limits:
    """Every limit by name. The defaults hold for a web service as well as for a laptop."""

    slides: int = 2_000
    nodes: int = 200_000
    spec_bytes: int = 2_000_000
    depth: int = 20
    bullets: int = 200
    text: int = 20_000
    title: int = 500
    notes: int = 100_000
    word: int = 1_000
    link: int = 2_000
    picture_bytes: int = 25_000_000
    picture_pixels: int = 50_000_000
    picture_side: int = 20_000
    picture_frames: int = 1_000
    csv_bytes: int = 5_000_000
    csv_rows: int = 10_000
    csv_columns: int = 200
    all_pictures_bytes: int = 500_000_000
    all_pictures_pixels: int = 2_500_000_000
    template_bytes: int = 50_000_000
    template_members: int = 5_000
    template_unpacked: int = 256_000_000
    template_part: int = 32_000_000
    deck_bytes: int = 600_000_000
    render_seconds: int = 60
    render_memory: int = 4_000_000_000


SLIDES_MOST = 20_000
MOST = {"slides": SLIDES_MOST, "depth": 100}
"""How far these can be raised: slides as far as it was tried, depth as far as what reads a tree can go down."""
NODES_PER_SLIDE = 100
BYTES_PER_SLIDE = 1_000


def limits_with(changes: dict[str, int]) -> Limits:
    """The defaults with the changes; more slides bring nodes and spec size with them unless those are given too.

    Raises ValueError, with a sentence, for a name that is no limit or a value out of range.
    """
    known = {one.name for one in fields(Limits)}
    for name, value in changes.items():
        if name not in known:
            raise ValueError(f"`{name}` is not a limit; there are {', '.join(sorted(known))}")
        most = MOST.get(name, value)
        if not 1 <= value <= most:
            raise ValueError(f"`{name}` takes a whole number from 1" + (f" to {most}" * (name in MOST)))
    limits = replace(Limits(), **changes)
    nodes = max(limits.nodes, limits.slides * NODES_PER_SLIDE)
    size = max(limits.spec_bytes, limits.slides * BYTES_PER_SLIDE)
    return replace(limits, nodes=changes.get("nodes", nodes), spec_bytes=changes.get("spec_bytes", size))

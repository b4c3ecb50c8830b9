"""Text can be read on its ground: WCAG 2 contrast of theme colours, against the background that is really there."""

from collections.abc import Iterator

from deckloom.spec.deck import Deck
from deckloom.values.colour import contrast, wanted_contrast
from deckloom.values.diagnostics import Diagnostic, warning
from deckloom.values.facts import Facts, LayoutFacts
from deckloom.values.plan import DeckPlan, TextItem


def check(deck: Deck, plan: DeckPlan, facts: Facts) -> Iterator[Diagnostic]:
    """One warning for each pair of colours that is too close, at the theme that chose them."""
    colors = facts.template.colors
    told: set[tuple[str, str]] = set()
    for slide in plan.slides:
        layout = facts.template.layouts[slide.layout_name.lower()]
        for text, ground, wanted in _pairs(slide.items, layout):
            if (text, ground) in told or text not in colors or ground not in colors:
                continue
            ratio = contrast(colors[text], colors[ground])
            if ratio < wanted:
                told.add((text, ground))
                message = f"text in `{text}` on `{ground}` has a contrast of {ratio:.2f}, it needs {wanted}"
                yield warning(
                    "contrast", f"{message} (layout `{layout.name}`)", ("theme",), "change the theme's colours"
                )


def _pairs(items: tuple[object, ...], layout: LayoutFacts) -> Iterator[tuple[str, str, float]]:
    """The colour, the ground and the contrast wanted of every level in use. A label over a picture or a drawn panel
    has a ground of its own, which the layout says by the label's fill."""
    for item in items:
        if not isinstance(item, TextItem) or item.look:
            continue
        ground = item.slot.fill or layout.background
        for level in {para.level for para in item.paras}:
            style = item.slot.levels[level]
            if style.color != ground:  # white on a panel of the layout: the panel is the ground, not the slide
                size = next((step.size for step in item.steps if step.level == level), style.size)
                yield style.color, ground, wanted_contrast(size, style.bold)

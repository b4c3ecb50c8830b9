"""Text can be read on its ground: WCAG 2 contrast of theme colours, against what really lies beneath the text."""

from collections.abc import Iterator, Mapping

from deckloom.spec.deck import Deck
from deckloom.values.colour import contrast, shaded, text_accent, wanted_contrast
from deckloom.values.diagnostics import Diagnostic, warning
from deckloom.values.facts import Facts, LayoutFacts, LevelStyle
from deckloom.values.plan import Colour, DeckPlan, TextItem
from deckloom.values.text import ACCENT

LINK = Colour("hlink")


def check(deck: Deck, plan: DeckPlan, facts: Facts) -> Iterator[Diagnostic]:
    """One warning for each pair of colours that is too close, at the theme that chose them."""
    colors = facts.template.colors
    told: set[tuple[Colour, str, float]] = set()
    for slide in plan.slides:
        layout = facts.template.layouts[slide.layout_name.lower()]
        for item in slide.items:
            if isinstance(item, TextItem):
                ground = layout.ground(item.slot)
                for colour, wanted in _inks(item, ground, colors):
                    if (colour, ground, wanted) not in told:
                        told.add((colour, ground, wanted))
                        yield from _finding(colour, ground, wanted, colors, layout)


def _finding(
    colour: Colour, ground: str, wanted: float, colors: Mapping[str, str], layout: LayoutFacts
) -> Iterator[Diagnostic]:
    if colour.scheme not in colors or ground not in colors:
        return
    ratio = contrast(shaded(colors[colour.scheme], colour.lum_mod, colour.lum_off), colors[ground])
    if ratio < wanted:
        darkened = f" darkened to {colour.lum_mod} %" if colour.lum_mod else ""
        message = f"text in `{colour.scheme}`{darkened} on `{ground}` has a contrast of {ratio:.2f}, it needs {wanted}"
        hint = "change the theme's colours"
        yield warning("contrast", f"{message} (layout `{layout.name}`)", ("theme",), hint)


def _inks(item: TextItem, ground: str, colors: Mapping[str, str]) -> Iterator[tuple[Colour, float]]:
    """The colours in which the item's text is written, each with the contrast that its size asks for."""
    for para in item.paras:
        style = item.slot.levels[min(para.level, len(item.slot.levels) - 1)]
        size, bold = _size(item, para.level, style), style.bold
        wanted = wanted_contrast(size, bold)
        yield (item.look.colour if item.look else _level_colour(style, size, ground, colors)), wanted
        for run in para.runs:
            if run.marks & ACCENT:
                yield item.accent, wanted
            elif run.link and not item.quiet_links:
                yield LINK, wanted


def _size(item: TextItem, level: int, style: LevelStyle) -> int:
    if item.look:
        return item.look.size
    return next((step.size for step in item.steps if step.level == level), style.size)


def _level_colour(style: LevelStyle, size: int, ground: str, colors: Mapping[str, str]) -> Colour:
    """The level's colour; an accent is darkened in the layout where it could not be read as it is."""
    if style.color.startswith("accent") and style.color in colors:
        return text_accent(colors, int(style.color[-1]), ground, size, style.bold)
    return Colour(style.color)

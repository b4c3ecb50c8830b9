"""The eight visual forms, one module each; a form's variants are its compositions."""

from scripts.figures.forms import bars, cards, flow, fromto, lines, number, table, timeline
from scripts.figures.forms.parts import Drawing

FORMS: dict[str, dict[str, Drawing]] = {
    "schematic lines": lines.VARIANTS,
    "flow": flow.VARIANTS,
    "from-to": fromto.VARIANTS,
    "bars": bars.VARIANTS,
    "timeline": timeline.VARIANTS,
    "cards": cards.VARIANTS,
    "table": table.VARIANTS,
    "big number": number.VARIANTS,
}
DRAWINGS: dict[tuple[str, str], Drawing] = {
    (form, variant): drawing for form, variants in FORMS.items() for variant, drawing in variants.items()
}

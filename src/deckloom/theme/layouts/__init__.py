"""Every layout of a bundled template, one entry each. The standard ones come first, in their standard order."""

from deckloom.theme.layouts import columns, cover, numbers, pictures, report, standard

LAYOUTS = (
    *standard.LAYOUTS,
    *report.LAYOUTS,
    *pictures.LAYOUTS,
    *columns.LAYOUTS,
    *numbers.LAYOUTS,
    *cover.LAYOUTS,
)

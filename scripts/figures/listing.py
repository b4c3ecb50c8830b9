"""`ALT.md`: what each picture is, for whoever puts it on a slide."""

from pathlib import Path

from scripts.figures.figure import Figure

LISTING = Path(__file__).with_name("ALT.md")
HEAD = """# The figures and their alt texts

Written by `python -m scripts.figures` from `figures.yaml`; do not edit by hand.

| # | File | Form | Layout | Aspect | Pixels | Alt text |
|---|---|---|---|---|---|---|
"""


def row(figure: Figure) -> str:
    wide, high = figure.pixels
    cells = [str(figure.number), figure.file, figure.form, figure.layout]
    cells += [f"{wide / high:.2f}", f"{wide} × {high}", figure.alt]
    return f"| {' | '.join(cells)} |\n"


def listing(figures: list[Figure]) -> str:
    return HEAD + "".join(row(figure) for figure in figures)

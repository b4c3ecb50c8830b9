"""``deckloom render``."""

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from deckloom.cli.check import checked_report
from deckloom.cli.options import PATH, Building, building_options, settings
from deckloom.cli.printable import clip, printable
from deckloom.cli.report import DeckReport
from deckloom.cli.screen import Screen
from deckloom.cli.streams import put
from deckloom.values.errors import DeckRejected, Exit

if TYPE_CHECKING:
    from deckloom.results import Rendered, Wanted

DECKS = (".pptx", ".yaml", ".yml")
SHEETS = (".png", ".jpg", ".jpeg")
DPI_LEAST, DPI_MOST = 10, 600
NUMBER_MOST = 100_000


def _slides(_context: click.Context, _option: click.Parameter, written: str | None) -> tuple[int, ...] | None:
    """The numbers in a text such as ``1,3-5``."""
    if written is None:
        return None
    numbers: set[int] = set()
    for piece in written.replace(" ", "").split(","):
        match = re.fullmatch(r"([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?", piece)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if not first <= last <= NUMBER_MOST:
            raise click.BadParameter(f"`{clip(printable(piece), 40)}` is no slide number or range; write 1,3-5")
        numbers.update(range(first, last + 1))
    return tuple(sorted(numbers))


@click.command(short_help="Show the pages of a deck as PDF, PNG files or a contact sheet.")
@click.argument("file", metavar="FILE", type=PATH, required=False)
@click.option(
    "-o", "--output", metavar="DIR", type=PATH, help="The folder for the pages; default: FILE-pages beside it."
)
@click.option("--pdf", is_flag=True, help="Make a PDF.")
@click.option("--png", is_flag=True, help="Make a PNG file of each page.")
@click.option(
    "--contact-sheet",
    metavar="[FILE]",
    is_flag=False,
    flag_value="",
    help="Make one picture of all pages: contact-sheet.png in the folder, or this .png or .jpg.",
)
@click.option("--pages", metavar="1,3-5", callback=_slides, help="Only the slides of these numbers.")
@click.option(
    "--dpi",
    type=click.IntRange(DPI_LEAST, DPI_MOST),
    default=96,
    show_default=True,
    help="Pixels per inch of the PNGs.",
)
@click.option("--force", is_flag=True, help="Let the contact sheet replace another picture.")
@building_options
def render(
    file: Path | None,
    output: Path | None,
    pdf: bool,
    png: bool,
    contact_sheet: str | None,
    pages: tuple[int, ...] | None,
    dpi: int,
    force: bool,
    **given: Unpack[Building],
) -> Exit:
    """Show the pages of FILE: a .pptx, or a spec, which is built first and leaves no deck.

    Without --pdf, --png and --contact-sheet it makes a PDF and a PNG file of each page. LibreOffice makes the PDF,
    pdftoppm (of poppler) the pictures.
    """
    if contact_sheet and file is None and Path(contact_sheet).suffix.lower() in DECKS:
        contact_sheet, file = "", Path(contact_sheet)  # `--contact-sheet talk.pptx` took the deck for the sheet
    if file is None:
        raise click.UsageError("Missing argument 'FILE'.")
    if file.suffix.lower() not in DECKS:
        raise click.UsageError(f"`{file}` does not end in .pptx, .yaml or .yml")
    if contact_sheet and Path(contact_sheet).suffix.lower() not in SHEETS:
        raise click.UsageError(f"the contact sheet `{contact_sheet}` does not end in .png or .jpg")
    from deckloom.results import Wanted

    wanted = Wanted(
        folder=output,
        pdf=pdf or not (png or contact_sheet is not None),
        png=png or not (pdf or contact_sheet is not None),
        sheet=contact_sheet is not None,
        sheet_file=Path(contact_sheet) if contact_sheet else None,
        dpi=dpi,
        slides=pages,
        force=force,
    )
    return _rendered(file, wanted, given)


def _rendered(file: Path, wanted: "Wanted", given: Building) -> Exit:
    from deckloom import rendering

    screen = Screen("human", quiet=True)
    try:
        made = rendering.render(file, wanted, settings(given))
    except DeckRejected as rejected:
        screen.show(DeckReport(str(file), rejected.exit_code, rejected.diagnostics, rejected.lines))
        return screen.close()
    if made.checked:
        screen.show(replace(checked_report(made.checked, ()), exit=Exit.DONE))
    if not given["quiet"]:
        put("".join(f"{line}\n" for line in _lines(made)))
    return screen.close()


def _lines(made: "Rendered") -> list[str]:
    """Each file, but the pages together."""
    pages = [one for one in made.files if one.name.startswith("page-")]
    rest = [f"{printable(str(one))}: {_count(len(made.numbers))}" for one in made.files if one not in pages]
    if not pages:
        return rest
    span = pages[0].name if len(pages) == 1 else f"{_count(len(pages))}, {pages[0].name} to {pages[-1].name}"
    return [*rest, f"{printable(str(pages[0].parent))}: {span}"]


def _count(pages: int) -> str:
    return f"{pages:,} page{'s' * (pages != 1)}"

"""From a finished presentation to its pages: judged first, then handed to outside programs, published last."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from deckloom.api import build
from deckloom.facts.files import read_named
from deckloom.publish import check_target, publishing
from deckloom.render import programs, sheet
from deckloom.render.folder import SHEET, check_folder, replacing
from deckloom.render.office import to_pdf
from deckloom.render.poppler import Pixels, page_names, to_pages
from deckloom.render.run import Bounds
from deckloom.results import DEFAULTS, EVERYTHING, Checked, Rendered, Settings, Wanted
from deckloom.values.diagnostics import error
from deckloom.values.errors import DeckRejected, OutputUnwritable
from deckloom.values.geometry import EMU_PER_INCH
from deckloom.values.limits import Limits
from deckloom.verify.check import examine
from deckloom.verify.exposure import Show, exposures, read_show

SPECS = (".yaml", ".yml")

_SECONDS_PER_SLIDE = 0.2
_DPI = 96  # of the pages that this time is enough for; the time grows with their pixels
_SAID_MOST = 5


def render(file: Path, wanted: Wanted = EVERYTHING, settings: Settings = DEFAULTS) -> Rendered:
    """The pages of a ``.pptx``, or of a spec, which is built first and leaves no deck behind. The file stays untouched.

    Raises ToolMissing for an outside program that is missing, fails, hangs or makes other pages than it should;
    DeckRejected for a deck with faults, or one that is not safe to hand over; InputUnreadable; OutputUnwritable.
    """
    folder = wanted.folder or file.with_name(f"{file.stem}-pages")
    programs.found(programs.LIBREOFFICE)
    if _pictures(wanted):
        programs.found(programs.PDFTOPPM)
    if _inside(wanted):
        check_folder(folder, _pdf_name(file))
    with _workplace() as work:
        deck = work / "deck.pptx"
        checked = _brought(file, deck, settings)
        if wanted.sheet_file:
            inputs = (file, *(checked.inputs if checked else ()))
            check_target(wanted.sheet_file, inputs, wanted.force, sheet.SUFFIXES, sheet.is_sheet)
        show = _judged(deck)
        numbers = chosen(show.shown, wanted.slides)
        job = _Job(file, folder, work, wanted, settings.limits, _pixels(show, wanted.dpi))
        return Rendered(numbers, tuple(job.make(deck, numbers)), checked)


@contextmanager
def _workplace() -> Iterator[Path]:
    """A folder of our own among the system's temporary files, gone at the end. Raises OutputUnwritable."""
    try:
        with TemporaryDirectory(prefix="deckloom-render-", ignore_cleanup_errors=True) as temporary:
            yield Path(temporary)
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise OutputUnwritable(f"the folder for temporary files cannot be used: {reason}") from problem


def _pictures(wanted: Wanted) -> bool:
    return wanted.png or wanted.sheet


def _inside(wanted: Wanted) -> bool:
    """Whether anything goes into the folder."""
    return wanted.pdf or wanted.png or (wanted.sheet and wanted.sheet_file is None)


def _pdf_name(file: Path) -> str:
    return f"{file.stem}.pdf"


def _brought(file: Path, deck: Path, settings: Settings) -> Checked | None:
    """Bring the presentation to the place ``deck``: what is judged there is what is rendered."""
    if file.suffix.lower() in SPECS:
        return build(file, deck, settings).checked
    most = settings.limits.deck_bytes
    data = read_named(file, most)
    if len(data) > most:
        hint = f"raise the limit with `--limit deck_bytes={file.stat().st_size}`"
        raise DeckRejected((error("render-refused", f"the file is over the limit of {most:,} bytes", (), hint),))
    deck.write_bytes(data)
    return None


def _judged(deck: Path) -> Show:
    """What the presentation shows. Raises DeckRejected for a package that is not sound or not self-contained."""
    with deck.open("rb") as package:
        findings, read = examine(package)
        broken = [(one.part, one.message) for one in findings if one.level == "open"]
        faults = broken or list(exposures(read))
        if faults:
            rows = [f"{part}: {what}" if part else what for part, what in faults[:_SAID_MOST]]
            hint = "open it in PowerPoint and save it again" if broken else "take it out of the presentation"
            raise DeckRejected(tuple(error("render-refused", row, (), hint) for row in rows))
        return read_show(package, read)


def _pixels(show: Show, dpi: int) -> Pixels:
    return Pixels(*(max(1, round(side * dpi / EMU_PER_INCH)) for side in (show.width, show.height)))


def chosen(shown: Sequence[bool], asked: Sequence[int] | None) -> tuple[int, ...]:
    """The numbers of the slides to render, in order. Raises DeckRejected for numbers of no slide and of hidden ones."""
    visible = tuple(number for number, one in enumerate(shown, 1) if one)
    wrong = sorted({*(asked or ())} - {*visible})
    if wrong and wrong[0] > len(shown):
        message = f"there is no slide {wrong[0]:,}: the presentation has {len(shown):,}"
    elif wrong:
        message = f"slide {wrong[0]:,} is hidden, so it has no page"
    elif not visible:
        message = "there is no slide that is shown"
    else:
        return visible if asked is None else tuple(sorted({*asked}))
    raise DeckRejected((error("render-refused", message),))


@dataclass(frozen=True, slots=True)
class _Job:
    """One rendering: what is made, and where."""

    file: Path
    folder: Path
    work: Path
    wanted: Wanted
    limits: Limits
    size: Pixels

    def make(self, deck: Path, numbers: tuple[int, ...]) -> list[Path]:
        """Everything that is wanted; the files as published."""
        wanted = self.wanted
        if wanted.sheet and len(numbers) > sheet.PAGES_MOST:
            message = f"a contact sheet takes {sheet.PAGES_MOST} pages at most, not {len(numbers):,}"
            raise DeckRejected((error("render-refused", message, (), "choose some with `--pages`"),))
        pdf = to_pdf(deck, numbers, wanted.slides is None, self._bounds(len(numbers), _DPI), self.work)
        made: list[Path] = []
        with ExitStack() as stack:  # both places are written when all is made
            out = stack.enter_context(replacing(self.folder, _pdf_name(self.file))) if _inside(wanted) else self.work
            if wanted.pdf:
                made.append(Path(shutil.copyfile(pdf, out / _pdf_name(self.file))))
            if _pictures(wanted):
                pages = self._pages(pdf, numbers, out if wanted.png else self.work)
                made += pages if wanted.png else []
            if wanted.sheet:
                target = wanted.sheet_file or out / SHEET
                draft = publishing(target) if wanted.sheet_file else target.open("wb")
                sheet.draw_sheet(pages, target.suffix.lower(), stack.enter_context(draft))
                made.append(target)
        return [self.folder / one.name if one.parent == out else one for one in made]

    def _pages(self, pdf: Path, numbers: tuple[int, ...], place: Path) -> list[Path]:
        bounds = self._bounds(len(numbers), self.wanted.dpi)
        return to_pages(pdf, page_names(numbers), self.size, bounds, place, self.work)

    def _bounds(self, slides: int, dpi: int) -> Bounds:
        seconds = self.limits.render_seconds + _SECONDS_PER_SLIDE * slides * max(1.0, (dpi / _DPI) ** 2)
        return Bounds(seconds, self.limits.render_memory)

"""The line, on one screen: read, parse, validate, gather, compose and place, paint, verify, publish."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from deckloom.facts import dates, themes
from deckloom.facts.files import find_root, named_folder, read_named
from deckloom.facts.fonts import WidthTables
from deckloom.facts.gather import gather_pictures, gather_texts
from deckloom.facts.recut import store_cuts
from deckloom.facts.shaping import font_files
from deckloom.facts.store import PictureStore
from deckloom.lint import lint
from deckloom.locating import located, settled, verified
from deckloom.mending import mended, rewritten
from deckloom.paint.deck import paint_deck
from deckloom.plan.planner import plan_deck
from deckloom.plan.recut import cuts, with_cuts
from deckloom.publish import check_target, publishing
from deckloom.results import DEFAULTS, Built, Checked, Fixed, Loaded, Settings
from deckloom.soundness import sound
from deckloom.source import reading
from deckloom.source.text import decode
from deckloom.spec import vocabulary
from deckloom.spec.deck import Deck
from deckloom.spec.pictures import picture_references, text_references
from deckloom.spec.tables import table_references
from deckloom.spec.validate import validate
from deckloom.values.data import CsvFacts
from deckloom.values.diagnostics import Diagnostic
from deckloom.values.errors import DeckRejected, OutputUnwritable
from deckloom.values.facts import Facts
from deckloom.values.limits import Limits
from deckloom.values.plan import DeckPlan
from deckloom.values.span import Path as SpecPath
from deckloom.verify.check import verify


def load(spec: Path, settings: Settings = DEFAULTS) -> Loaded:
    """The spec as a checked deck, nothing outside it looked at. Raises InputUnreadable."""
    return _loaded(spec, read_named(spec, settings.limits.spec_bytes + 1), settings)


def load_text(text: str, spec: Path, settings: Settings = DEFAULTS) -> Loaded:
    """The same for a text that an editor holds and that need not be on disk; ``spec`` is where it belongs."""
    return _loaded(spec, text.encode(errors="replace"), settings)


def _loaded(spec: Path, data: bytes, settings: Settings) -> Loaded:
    limits = settings.limits
    read = decode(data, str(spec), limits)
    if read.value is None or not read.ok:
        return Loaded(spec, read.value, None, None, read.diagnostics)
    said = reading.read(read.value, limits, vocabulary.keys())
    if said.root is None:
        return Loaded(spec, read.value, None, None, said.diagnostics)
    deck = validate(said.root, limits)
    found = located((*said.diagnostics, *deck.diagnostics), said.root, read.value)
    return Loaded(spec, read.value, said.root, deck.value, found, said.mended)


def check(spec: Path, settings: Settings = DEFAULTS) -> Checked:
    """Everything that can be said of a spec without writing anything. Raises InputUnreadable."""
    return check_loaded(load(spec, settings), settings)


def check_loaded(loaded: Loaded, settings: Settings = DEFAULTS) -> Checked:
    """Everything that can be said of a spec that was loaded with the same settings."""
    with PictureStore() as store:
        return _prepare(loaded, settings, store)


def fix(spec: Path, settings: Settings = DEFAULTS, write: bool = True) -> Fixed:
    """Make the edits that hints offer, until none is left; the spec is replaced in one piece, unless told not to.

    Raises InputUnreadable, and OutputUnwritable when the file cannot be replaced or was changed in the meantime.
    """
    most = settings.limits.spec_bytes + 1
    data = read_named(spec, most)
    before = check_loaded(_loaded(spec, data, settings), settings)
    after, edits = mended(before, lambda new: check_loaded(_loaded(spec, new, settings), settings))
    if write and edits and before.source and after.source:
        if read_named(spec, most) != data:
            raise OutputUnwritable(f"`{spec}` was changed while it was looked at; nothing was written")
        with publishing(spec.resolve()) as out:
            out.write(rewritten(data, before.source, after.source))
    return Fixed(before, after, edits)


def plan(spec: Path, settings: Settings = DEFAULTS) -> DeckPlan:
    """The plan of a spec without faults. Raises DeckRejected and InputUnreadable."""
    checked = check(spec, settings)
    if checked.plan is None or not checked.ok:
        raise DeckRejected(checked.diagnostics, checked.lines)
    return checked.plan


def build(spec: Path, target: Path | None = None, settings: Settings = DEFAULTS, force: bool = False) -> Built:
    """The deck, written to the target (default: beside the spec) in one piece or not at all.

    Raises DeckRejected for faults of the deck, InputUnreadable, OutputUnwritable, and BrokenPromise for our own.
    """
    with ExitStack() as stack:
        store = stack.enter_context(PictureStore())
        checked = _prepare(load(spec, settings), settings, store)
        if checked.plan is None or checked.facts is None or not checked.ok:
            raise DeckRejected(checked.diagnostics, checked.lines)
        target = target or spec.with_suffix(".pptx")
        check_target(target, checked.inputs, force)
        with publishing(target) as out:
            paint_deck(checked.plan, checked.facts.template, store, out, _stage(settings, "paint"))
            out.flush()  # a full disk is found here, where it is not taken for a fault of the package
            risks = verified(verify(out, checked.plan))
            size = out.seek(0, 2)
    return Built(replace(checked, diagnostics=(*checked.diagnostics, *risks)), target, size)


def _prepare(loaded: Loaded, settings: Settings, store: PictureStore) -> Checked:
    """Gather to plan: every stage goes on with what the stage before it left whole."""
    spec = loaded.spec
    if loaded.deck is None or loaded.root is None or loaded.source is None:
        found = settled(loaded.diagnostics, settings.strict, settings.draft)
        return Checked(spec, loaded.source, found)
    root = find_root(spec, settings.root)
    roots = (root, *map(named_folder, settings.allow_dirs))
    theme = sound(themes.find_theme(settings.theme, loaded.deck.head.theme, spec.parent, roots, settings.limits))
    references = list(picture_references(loaded.deck))
    pictures, found = gather_pictures(references, spec.parent, roots, settings.limits, store)
    named = list(table_references(loaded.deck))
    tables, more = _tables(named, spec.parent, roots, settings.limits)
    files = list(text_references(loaded.deck))
    texts, unread = gather_texts(files, spec.parent, roots, settings.limits)
    found = (*found, *more, *unread)
    beside = (spec.parent / one for one, _ in (*references, *named, *files))
    theme_file = themes.file(settings.theme, loaded.deck.head.theme, spec.parent)
    inputs = (spec, theme_file, *beside)
    if theme.value is None:
        rows = located((*theme.diagnostics, *found), loaded.root, loaded.source)
        return Checked(spec, loaded.source, settled((*loaded.diagnostics, *rows), settings.strict, settings.draft))
    widths = WidthTables(files=font_files(settings.fonts))
    facts = Facts(theme.value, pictures, widths, store, tables, texts)
    created = dates.created(loaded.deck.head.date, settings.source_date_epoch)
    planned = plan_deck(loaded.deck, facts, created, _stage(settings, "plan"), settings.limits.slides)
    finished = _with_pictures_cut(planned.value, loaded.deck, store) if planned.value else None
    linted = lint(loaded.deck, planned.value, facts) if planned.value else ()
    rows = located((*theme.diagnostics, *found, *planned.diagnostics, *linted), loaded.root, loaded.source)
    everything = settled((*loaded.diagnostics, *rows), settings.strict, settings.draft)
    plan = None if loaded.mended else finished  # a mended copy is looked at, and nothing is made of it
    return Checked(spec, loaded.source, everything, plan, loaded.deck, facts, loaded.root, inputs)


def _with_pictures_cut(plan: DeckPlan, deck: Deck, store: PictureStore) -> DeckPlan:
    """The plan with pictures that hold no more than their places show."""
    options = deck.head.options
    return with_cuts(plan, store_cuts(cuts(plan, options.image_dpi, options.keep_crop), store))


def _tables(
    references: list[tuple[str, SpecPath]], base: Path, roots: tuple[Path, ...], limits: Limits
) -> tuple[dict[str, CsvFacts], tuple[Diagnostic, ...]]:
    """The CSV files that the deck names; what reads them is loaded for a deck that does."""
    if not references:
        return {}, ()
    from deckloom.facts.csv import gather_tables

    return gather_tables(references, base, roots, limits)


def _stage(settings: Settings, name: str) -> Callable[[int, int], None] | None:
    progress = settings.progress
    return None if progress is None else lambda done, total: progress(name, done, total)

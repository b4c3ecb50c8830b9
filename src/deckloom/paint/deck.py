"""The whole package, streamed: one slide at a time, each distinct picture once, never seeking back.

Order of the parts: content types, package relationships, document properties, presentation, the template's parts by
name, then slide by slide the pictures it is the first to show, the slide, its notes page, each with its relationships.
"""

from collections.abc import Callable, Iterator
from itertools import count
from typing import BinaryIO

from deckloom.paint import content_types as types
from deckloom.paint.carry import PRESENTATION, PRESENTATION_RELATIONS, Carried, carry_over
from deckloom.paint.package import PackageWriter
from deckloom.paint.presentation import presentation_part
from deckloom.paint.properties import app_part, core_part
from deckloom.paint.relations import WORKBOOK_RELATION, Relations
from deckloom.paint.shapes import Names
from deckloom.paint.slide import notes_part, slide_part
from deckloom.paint.xml import OFFICE_RELATIONS
from deckloom.values.facts import PictureBytes, PictureFacts, TemplateFacts
from deckloom.values.plan import ChartItem, DeckPlan, PictureItem, SlidePlan

Progress = Callable[[int, int], None]

_CORE, _APP = "docProps/core.xml", "docProps/app.xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_PACKED_ALREADY = frozenset({"png", "jpg", "jpeg", "gif"})


def paint_deck(
    plan: DeckPlan,
    template: TemplateFacts,
    pictures: PictureBytes,
    out: BinaryIO,
    progress: Progress | None = None,
) -> None:
    """Writes the deck into ``out``, which need not be seekable and is neither flushed nor closed.

    ``progress`` is called after each slide with the number of slides written and of all. The same plan, template and
    pictures give the same bytes. Raises BrokenPromise for a plan that points at a slide that it does not have.
    """
    carried = carry_over(template)
    names = _names(plan, carried)
    package = PackageWriter(out)
    _write_frame(package, plan, template, carried, names)
    unwritten = dict(names.images)
    for number, slide in enumerate(plan.slides, 1):
        for picture in _pictures(slide):
            if name := unwritten.pop(picture.digest, None):
                package.stored(f"ppt/media/{name}", pictures.read(picture.digest))
        if number in names.charts:
            _write_charts(package, slide, names.charts[number], plan.lang)
        _write_slide(package, slide, number, names, template.notes_master_part)
        if progress:
            progress(number, len(plan.slides))
    package.close()


def _write_frame(
    package: PackageWriter, plan: DeckPlan, template: TemplateFacts, carried: Carried, names: Names
) -> None:
    """Writes everything that comes before the slides."""
    presentation = presentation_part(plan, template, carried)
    package.xml("[Content_Types].xml", types.content_types_part(_typed_parts(plan, carried, names)))
    package.xml("_rels/.rels", _package_relations())
    package.xml(_APP, app_part(plan))
    package.xml(_CORE, core_part(plan.properties))
    package.xml(PRESENTATION, presentation.xml)
    package.xml(PRESENTATION_RELATIONS, presentation.relations)
    for part in carried.parts:
        write = package.stored if _extension(part.name) in _PACKED_ALREADY else package.xml
        write(part.name, part.data)


def _write_charts(package: PackageWriter, slide: SlidePlan, first: int, lang: str) -> None:
    """The slide's charts, each with its workbook. What writes workbooks is loaded for decks that have one."""
    from deckloom.paint.chart import chart_part
    from deckloom.paint.workbook import workbook

    for number, item in enumerate(_charts(slide), first):
        book = f"ppt/embeddings/workbook{number}.xlsx"
        relations = Relations()
        relations.id(WORKBOOK_RELATION, f"../embeddings/workbook{number}.xlsx")
        package.stored(book, workbook(item))
        package.xml(f"ppt/charts/chart{number}.xml", chart_part(item, lang))
        package.xml(f"ppt/charts/_rels/chart{number}.xml.rels", relations.xml())


def _write_slide(package: PackageWriter, slide: SlidePlan, number: int, names: Names, notes_master: str) -> None:
    painted = slide_part(slide, number, names)
    package.xml(f"ppt/slides/slide{number}.xml", painted.xml)
    package.xml(f"ppt/slides/_rels/slide{number}.xml.rels", painted.relations)
    if slide.notes:
        painted = notes_part(slide, number, names, notes_master)
        package.xml(f"ppt/notesSlides/notesSlide{number}.xml", painted.xml)
        package.xml(f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels", painted.relations)


def _names(plan: DeckPlan, carried: Carried) -> Names:
    """The names that the slides need of each other and of the pictures, which are counted in order of first use."""
    numbers = {slide.id: number for number, slide in enumerate(plan.slides, 1)}
    extensions = {picture.digest: picture.extension for slide in plan.slides for picture in _pictures(slide)}
    taken = {part.name.lower().rpartition(".")[0] for part in carried.parts}
    free = (name for name in map("image{}".format, count(1)) if f"ppt/media/{name}" not in taken)
    images = {digest: f"{next(free)}.{extension}" for digest, extension in extensions.items()}
    return Names(plan.lang, numbers, images, _first_charts(plan, carried), plan.fades)


def _first_charts(plan: DeckPlan, carried: Carried) -> dict[int, int]:
    """The number of the first chart of each slide that has one, after those that the template brings."""
    found: dict[int, int] = {}
    brought = sum(part.name.startswith(("ppt/charts/", "ppt/embeddings/")) for part in carried.parts)
    free = brought + 1
    for number, slide in enumerate(plan.slides, 1):
        charts = sum(1 for _ in _charts(slide))
        if charts:
            found[number], free = free, free + charts
    return found


def _pictures(slide: SlidePlan) -> Iterator[PictureFacts]:
    return (item.picture for item in slide.items if isinstance(item, PictureItem))


def _charts(slide: SlidePlan) -> Iterator[ChartItem]:
    return (item for item in slide.items if isinstance(item, ChartItem))


def _typed_parts(plan: DeckPlan, carried: Carried, names: Names) -> Iterator[tuple[str, str]]:
    """Every part of the package but the relationships, with its content type."""
    for name in names.images.values():
        yield f"ppt/media/{name}", f"image/{_extension(name)}"
    yield _APP, types.APP_TYPE
    yield _CORE, types.CORE_TYPE
    yield PRESENTATION, types.PRESENTATION_TYPE
    for part in carried.parts:
        if _extension(part.name) != "rels":
            yield part.name, part.content_type
    for number, slide in enumerate(plan.slides, 1):
        yield f"ppt/slides/slide{number}.xml", types.SLIDE_TYPE
        for at, _ in enumerate(_charts(slide), names.charts.get(number, 1)):
            yield f"ppt/charts/chart{at}.xml", types.CHART_TYPE
            yield f"ppt/embeddings/workbook{at}.xlsx", types.WORKBOOK_TYPE
        if slide.notes:
            yield f"ppt/notesSlides/notesSlide{number}.xml", types.NOTES_TYPE


def _package_relations() -> str:
    relations = Relations()
    relations.id(f"{OFFICE_RELATIONS}/officeDocument", PRESENTATION)
    relations.id(_CORE_RELATION, _CORE)
    relations.id(f"{OFFICE_RELATIONS}/extended-properties", _APP)
    return relations.xml()


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower()

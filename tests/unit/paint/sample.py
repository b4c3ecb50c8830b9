"""Hand-made plans over python-pptx's own template: the painter's input without the stages before it."""

import hashlib
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pptx
from PIL import Image
from pptx.opc.package import Part

from deckloom.paint.deck import paint_deck
from deckloom.values.facts import LayoutFacts, LevelStyle, PictureFacts, RawPart, Slot, TemplateFacts
from deckloom.values.geometry import Box, Crop, Insets, Size
from deckloom.values.plan import Colour, DeckPlan, Item, PictureItem, Properties, SectionPlan, SlidePlan, TextItem
from deckloom.values.text import Para, rich

ACCENT = Colour("accent2", lum_mod=75)
WHOLE = Crop()
_PARTS_LEFT_OUT = (
    "presentation.main+xml",
    "printerSettings",
    "core-properties+xml",
    "extended-properties+xml",
    "image/jpeg",
)
_LEVEL = LevelStyle(20, False, False, 100, 0, 0, 228_600, -228_600, "•")


@cache
def template() -> TemplateFacts:
    """python-pptx's template with a notes master, as the reader would hand it over."""
    deck = pptx.Presentation()
    notes_master = deck.notes_master.part
    layouts = {layout.name.lower(): _layout(layout) for layout in deck.slide_layouts}
    return TemplateFacts(
        name="default",
        digest="0" * 64,
        page=Size(9_144_000, 6_858_000),
        notes_page=Size(6_858_000, 9_144_000),
        layouts=layouts,
        major="Calibri",
        minor="Calibri",
        colors={},
        parts=tuple(_raw_parts(deck.part.package.iter_parts())),
        presentation=deck.part.blob,
        master_parts=("ppt/slideMasters/slideMaster1.xml",),
        notes_master_part=_name(notes_master),
    )


def _name(part: Part) -> str:
    return str(part.partname).lstrip("/")


def _raw_parts(parts: Iterable[Part]) -> Iterable[RawPart]:
    for part in parts:
        if part.content_type.endswith(_PARTS_LEFT_OUT):
            continue
        yield RawPart(_name(part), part.content_type, part.blob)
        if len(part.rels):
            relations = str(part.partname.rels_uri).lstrip("/")
            yield RawPart(relations, "application/vnd.openxmlformats-package.relationships+xml", part.rels.xml)


def _layout(layout) -> LayoutFacts:
    slots = {}
    for place in layout.placeholders:
        form = place.placeholder_format
        kind = place._element.xpath("string(.//p:ph/@type)") or None
        box = Box(place.left, place.top, place.width, place.height)
        insets = Insets(91_440, 45_720, 91_440, 45_720)
        slot = Slot(
            kind or f"body-{form.idx}", kind, form.idx, place.name, box, insets, "t", "any", "Calibri", (_LEVEL,)
        )
        slots[slot.role] = slot
    return LayoutFacts(layout.name, _name(layout.part), None, slots)


def slot(layout: str, role: str) -> Slot:
    """A placeholder of the template."""
    return template().layouts[layout].slots[role]


def text(where: Slot, *paras: Para | str, **more) -> TextItem:
    """Paragraphs in the placeholder, plain ones given as their letters."""
    full = tuple(Para(rich(para)) if isinstance(para, str) else para for para in paras)
    return TextItem(where, where.box, full, (), ACCENT, **more)


def slide(*items: Item, id: str = "one", layout: str = "title and content", notes=(), hidden=False) -> SlidePlan:
    """A slide of the layout."""
    facts = template().layouts[layout]
    return SlidePlan(id, id, facts.name, facts.part, items, tuple(notes), (), hidden)


def deck(*slides: SlidePlan, sections: tuple[SectionPlan, ...] = (), lang: str = "en-GB", author="Ada") -> DeckPlan:
    """A deck of the slides."""
    properties = Properties("A & B", author, "", lang, "2024-10-10T00:00:00Z")
    return DeckPlan(template().page, slides, sections, properties, lang)


class Pictures(dict[str, bytes]):
    """Pictures in memory; ``asked`` lists what was read."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def read(self, digest: str) -> bytes:
        self.asked.append(digest)
        return self[digest]

    def add(self, colour: tuple[int, int, int] = (200, 40, 40), extension: str = "png") -> PictureFacts:
        """A picture of 8 by 6 pixels in the colour."""
        out = BytesIO()
        Image.new("RGB", (8, 6), colour).save(out, extension)
        digest = hashlib.sha256(out.getvalue()).hexdigest()
        self[digest] = out.getvalue()
        return PictureFacts(digest, extension, 8, 6, len(out.getvalue()))


def picture(where: Slot, facts: PictureFacts, alt: str = "", crop: Crop = WHOLE) -> PictureItem:
    """The picture in the placeholder; decorative without an alt text."""
    return PictureItem(where, where.box, crop, facts, alt, not alt, ())


def painted(plan: DeckPlan, pictures: Pictures | None = None, facts: TemplateFacts | None = None) -> bytes:
    """The package."""
    out = BytesIO()
    paint_deck(plan, facts or template(), pictures or Pictures(), out)
    return out.getvalue()


def part(data: bytes, name: str) -> str:
    """A part's text."""
    with ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()

"""A plan as text that people read and tests compare."""

from collections.abc import Iterator

from deckloom.values.data import shown
from deckloom.values.geometry import EMU_PER_INCH, Box
from deckloom.values.plan import (
    ChartItem,
    Colour,
    DeckPlan,
    DrawingItem,
    GroupItem,
    Item,
    MissingItem,
    NumberItem,
    PictureItem,
    SlidePlan,
    TableItem,
    TextItem,
)
from deckloom.values.text import ACCENT, BOLD, CODE, ITALIC, STRIKE, Para, Run

_MARKS = ((BOLD, "**"), (ITALIC, "*"), (CODE, "`"), (STRIKE, "~~"), (ACCENT, "=="))


def dump(plan: DeckPlan) -> str:
    """Every slide with its layout, items and notes; lengths in inches, sizes in points."""
    return "\n".join(_deck(plan)) + "\n"


def _deck(plan: DeckPlan) -> Iterator[str]:
    properties = plan.properties
    yield f"deck {properties.title!r} by {properties.author!r}, {plan.lang}, {properties.created}"
    for name, start, end in plan.sections:
        yield f"section {name!r}: slides {start + 1} to {end}"
    for number, slide in enumerate(plan.slides, 1):
        yield from _slide(slide, number)


def _slide(slide: SlidePlan, number: int) -> Iterator[str]:
    hidden = ", hidden" if slide.hidden else ""
    reason = f" ({slide.reason})" if slide.reason else ""
    yield f"\nslide {number} #{slide.id}: {slide.layout_name}{reason}{hidden}"
    for item in slide.items:
        yield from (f"  {row}" for row in _item(item))
    if slide.notes:
        yield "  notes"
        yield from (f"    {row}" for row in _paras(slide.notes))


def _item(item: Item) -> Iterator[str]:
    match item:
        case TextItem():
            yield f"{item.slot.name} {'inherited' if item.inherit else _box(item.box)}{_setting(item)}"
            yield from (f"  {row}" for row in _paras(item.paras))
        case PictureItem():
            crop = "" if not any(item.crop) else " cropped " + " ".join(f"{side:.3f}" for side in item.crop)
            size = f"{item.picture.width} x {item.picture.height} {item.picture.extension}"
            yield f"{item.slot.name} {_box(item.box)}{crop}: {size}"
            yield "  decorative" if item.decorative else f"  alt {item.alt!r}"
        case ChartItem():
            yield from _chart(item)
        case TableItem():
            yield from _table(item)
        case NumberItem():
            yield f"{item.slot.name} as a field"
        case MissingItem():
            yield f"{item.name} {_box(item.box)}: {item.words}, {item.ref}"
        case DrawingItem():
            yield f"{item.name} {_box(item.box)}"
            texts = (*item.shapes, *item.labels)
            for text in texts:
                yield f"  {text.name} {_box(text.box)}, {text.levels[0].size} pt"
                yield from (f"    {row}" for row in _paras(text.paras))
            for line in item.connectors:
                joined = (texts[line.start.shape].name, texts[line.end.shape].name)
                yield f"  {line.name} {' to '.join(joined)} {_box(line.box)}"
            yield f"  alt {item.alt!r}"
        case GroupItem():
            yield f"{item.name} {_box(item.box)}: {', '.join(_colour(rule.fill) for rule in item.rules)}"


def _table(item: TableItem) -> Iterator[str]:
    """Rows with their heights, columns with their widths."""
    widths = " ".join(f"{width / EMU_PER_INCH:.3f}" for width in item.columns)
    yield f"{item.slot.name} {_box(item.box)}: columns {widths}, {' '.join(item.aligns)}"
    for row in item.rows:
        cells = " | ".join("".join(map(_run, cell.text)) for cell in row.cells)
        yield f"  {row.height / EMU_PER_INCH:.3f} at {row.size} pt, {row.line}: {cells}"
    yield f"  alt {item.alt!r}"


def _chart(item: ChartItem) -> Iterator[str]:
    """The values as their labels say them, with the mark of each series and where its labels stand."""
    form = f"{item.data.form}, lying" if item.lying else item.data.form
    yield f"{item.slot.name} {_box(item.box)}: {form}, {item.low:.4g} to {item.high:.4g}"
    for series, look in zip(item.data.series, item.series, strict=True):
        points = "".join(f", {item.data.categories[at]} {_colour(colour)}" for at, colour in look.points)
        yield f"  {series.name or 'values'} in {_colour(look.colour)}{points}"
        labels = {label.at: f" {label.place} {label.size} pt{' named' * label.named}" for label in look.labels}
        for at, (name, amount) in enumerate(zip(item.data.categories, series.amounts, strict=True)):
            yield f"    {name}: {shown(amount, item.unit) if amount else 'n/a'}{labels.get(at, '')}"
    yield f"  alt {item.alt!r}"


def _setting(item: TextItem) -> str:
    steps = "".join(f", level {step.level + 1} at {step.size} pt" for step in item.steps)
    inset = f", right inset {item.right_inset / EMU_PER_INCH:.2f}" if item.right_inset is not None else ""
    look = f", {item.look.size} pt {_colour(item.look.colour)}" if item.look else ""
    lines = f", {item.lines} {'line' if item.lines == 1 else 'lines'}"
    marked = any(run.marks & ACCENT for para in item.paras for run in para.runs)
    return f"{lines}{steps}{inset}{look}" + (f", accent {_colour(item.accent)}" if marked else "")


def _box(box: Box) -> str:
    return "at " + " ".join(f"{side / EMU_PER_INCH:.3f}" for side in box)


def _colour(colour: Colour) -> str:
    return colour.scheme + (f" lumMod {colour.lum_mod}" if colour.lum_mod else "")


def _paras(paras: tuple[Para, ...]) -> Iterator[str]:
    for para in paras:
        sign = {"number": f"{para.start}. ", "disc": "• ", "none": "", "inherit": ""}[para.bullet]
        yield "  " * para.level + sign + "".join(map(_run, para.runs))


def _run(run: Run) -> str:
    signs = [sign for mark, sign in _MARKS if run.marks & mark]
    text = "".join(signs) + run.text + "".join(reversed(signs))
    return f"[{text}]({run.link})" if run.link else text

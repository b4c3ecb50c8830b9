"""The placeholders that nearly every layout has, and short ways to write the others."""

from deckloom.theme import looks
from deckloom.theme.grid import (
    BODY_END,
    BODY_TOP,
    COLUMN,
    FOOT_TOP,
    FURNITURE_H,
    KICKER_TOP,
    LEFT,
    RULE,
    SOURCE_TOP,
    TITLE_H,
    TITLE_TOP,
    WIDTH,
    Area,
    w,
    x,
)
from deckloom.theme.look import Layout, Level, Look, Place, Shape, Shapes
from deckloom.values.plan import Colour

SOURCE, MAIN, MEDIA, CELLS = 13, 1, 14, 20
"""The ``idx`` of the source line, the main text, the first picture, chart or table, and the first repeated cell."""

TITLE_AREA = Area(LEFT, TITLE_TOP, WIDTH, TITLE_H)
KICKER_AREA = Area(LEFT, KICKER_TOP, w(9), FURNITURE_H)
SOURCE_AREA = Area(LEFT, SOURCE_TOP, w(11), FURNITURE_H)
NAME_AREA = Area(LEFT, FOOT_TOP, w(8), FURNITURE_H)
NUMBER_AREA = Area(x(11), FOOT_TOP, COLUMN, FURNITURE_H)

LEVELS = ("First level", "Second level", "Third level", "Fourth level", "Fifth level")


def title(area: Area | None = None, look: Look | None = None, prompt: str = "Slide title") -> Place:
    """The slide's title where the master has it, or in an area of its own."""
    return Place("Title", "title", 0, (prompt,), area, look, shrinks=True)


def date(area: Area | None = None, look: Look | None = None, prompt: str = "Deck name") -> Place:
    """The date placeholder, which carries the deck's short name (on a cover the date)."""
    return Place("Date", "dt", 10, (prompt,), area, look, anchor="ctr", size="half")


def kicker(area: Area | None = None, look: Look | None = None) -> Place:
    """The footer placeholder, which carries the section's name above the title."""
    return Place("Footer", "ftr", 11, ("Section name",), area, look, size="quarter")


def number(area: Area | None = None, look: Look | None = None) -> Place:
    """The slide's number."""
    return Place("Slide Number", "sldNum", 12, (), area, look, anchor="ctr", size="quarter")


FOOT = (date(), kicker(), number())


def source(area: Area = SOURCE_AREA) -> Place:
    """The line that says where the slide's facts come from."""
    prompt = ("Source: publisher, title, date",)
    return Place("Source", "body", SOURCE, prompt, area, looks.SOURCE, anchor="ctr", size="quarter")


def content(idx: int, area: Area, look: Look = looks.CONTENT, name: str = "Content") -> Place:
    """A placeholder that takes a list, a picture, a chart or a table."""
    return Place(name, None, idx, LEVELS, area, look, shrinks=True, size="half")


def bulleted(idx: int, area: Area, look: Look, name: str = "Content") -> Place:
    """A placeholder for a list."""
    prompt = LEVELS[: max(1, len(look.levels))]
    return Place(name, "body", idx, prompt, area, look, shrinks=True, size="half")


def prose(idx: int, area: Area, look: Look, name: str = "Text", prompt: str = "Text") -> Place:
    """A placeholder for paragraphs that a program may shrink when someone types more."""
    return Place(name, "body", idx, (prompt,), area, look, shrinks=True, size="half")


def label(idx: int, area: Area, look: Look, name: str, *prompt: str, inset: float = 0) -> Place:
    """A placeholder for a text of fixed size: a caption, a label, a cell."""
    return Place(name, "body", idx, prompt or (name,), area, look, (inset,) * 4, size="quarter")


def picture(area: Area, number: int = 1, idx: int | None = None) -> Place:
    """A placeholder for a picture; the first is "Picture", the next "Picture 2"."""
    at = MEDIA + number - 1 if idx is None else idx
    return Place(counted("Picture", number), "pic", at, ("Picture",), area, looks.CAPTION_BELOW, size="half")


def counted(name: str, number: int) -> str:
    """The name of the nth of its sort where the first goes without a number."""
    return name if number == 1 else f"{name} {number}"


def content_layout(name: str, *places: Place, shapes: tuple[Shape | Shapes, ...] = ()) -> Layout:
    """A layout with the title above, the source beneath and the furniture around."""
    return Layout(name, (title(), *places, source(), *FOOT), shapes)


def rule(left: float, top: float, width: float, thickness: float = RULE, name: str = "Rule") -> Shape:
    """A dark rule above a column or card."""
    return Shape(name, Area(left, top, width, thickness), Colour("tx1"))


def hairline(area: Area, alpha: int = 40) -> Shape:
    """A thin grey line."""
    return Shape("Line", area, Colour("tx2", alpha=alpha))


def panel(area: Area, scheme: str = "bg2", name: str = "Panel") -> Shape:
    """A filled rectangle that text or a picture stands on."""
    return Shape(name, area, Colour(scheme))


def lead_and_detail(lead: int, detail: int, color: str = "tx1", before: int = 6) -> Look:
    """A bold first level over a regular second one."""
    first = Level(lead, "bold", line=95)
    return Look((first, Level(detail, color=color, line=104, before=before)))


def body_column(column: float, columns: float, top: float = BODY_TOP, end: float = BODY_END) -> Area:
    """Columns of the grid, over the body zone or a part of it."""
    return Area(x(column), top, w(columns), end - top)

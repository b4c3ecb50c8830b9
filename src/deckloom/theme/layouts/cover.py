"""Cover and closing: a coloured page with a row of bars that rise to the last one."""

from dataclasses import replace
from math import exp

from deckloom.theme.grid import COLUMN, FURNITURE_H, KICKER_TOP, LEFT, PAGE_H, PAGE_W, Area, w, x
from deckloom.theme.layouts.common import MAIN, MEDIA, date, kicker, number, picture, prose
from deckloom.theme.look import Layout, Level, Look, Place, Shape, Shapes
from deckloom.values.plan import Colour

BARS, BARS_LEFT, BAR_GAP = 22, 5.04, 0.077
LEAST, GROWTH, STEEPNESS = 0.12, 3.9, 3.1
FAINT = 14

TITLE_AREA = Area(LEFT, 1.25, w(8), 2.75)
SUBTITLE_AREA = Area(LEFT, 4.25, w(7), 1.125)
DATE_AREA = Area(LEFT, 6.4, 6, 0.3)
TOP_NUMBER_AREA = Area(x(11), KICKER_TOP, COLUMN, FURNITURE_H)

COVER_TITLE = Look((Level(48, "title", "cover.text", 92),))
CLOSING_TITLE = Look((Level(40, "title", "cover.text", 92),))
COVER_TEXT = Look((Level(20, color="cover.text", before=10),))
COVER_DATE = Look((Level(14, color="cover.text", line=100),))
COVER_KICKER = Look((Level(12, "bold", "cover.text", 100, spacing=40),))
COVER_NUMBER = Look((Level(10, color="cover.text", line=100),), "r")


def motif() -> Shapes:
    """Bars from the middle to the right edge, each higher than the one before; only the last is in full colour."""
    pitch = (PAGE_W - BARS_LEFT + BAR_GAP) / BARS
    return Shapes("Motif", tuple(_bar(at, BARS_LEFT + at * pitch, pitch - BAR_GAP) for at in range(BARS)))


def _bar(at: int, left: float, width: float) -> Shape:
    last = at == BARS - 1
    height = LEAST + GROWTH * (exp(STEEPNESS * at / (BARS - 1)) - 1) / (exp(STEEPNESS) - 1)
    fill = Colour("cover.hot") if last else Colour("cover.motif", alpha=FAINT)
    return Shape(f"Bar {at + 1}", Area(left, PAGE_H - height, width, height), fill)


def _foot(prompt: str) -> tuple[Place, ...]:
    """The furniture in the cover's colours; the number stands at the top, clear of the bars."""
    return (
        date(DATE_AREA, COVER_DATE, prompt),
        kicker(look=COVER_KICKER),
        number(TOP_NUMBER_AREA, COVER_NUMBER),
    )


def title_slide(name: str, *, standard: bool) -> Layout:
    """The cover."""
    heading = Place("Title", "ctrTitle", 0, ("Title of the presentation",), TITLE_AREA, COVER_TITLE, anchor="b")
    subtitle = Place("Subtitle", "subTitle", MAIN, ("Subtitle",), SUBTITLE_AREA, COVER_TEXT)
    places = (replace(heading, shrinks=True), subtitle, *_foot("Date"))
    return Layout(name, places, (motif(),), "title", "cover.bg", standard)


def _title_slide_with_picture() -> Layout:
    """The cover with a picture on the right third, without the bars."""
    plain = title_slide("Title Slide with Picture", standard=False)
    heading, subtitle, *foot = plain.places
    heading = replace(heading, area=TITLE_AREA._replace(w=w(8) - 0.25))
    place = picture(Area(x(8), 0, PAGE_W - x(8), PAGE_H), idx=MEDIA)
    foot = [one for one in foot if one.type != "sldNum"]
    foot[1] = replace(foot[1], area=Area(LEFT, KICKER_TOP, w(7), FURNITURE_H))
    return replace(plain, places=(heading, subtitle, place, *foot), shapes=(), type=None)


def _closing() -> Layout:
    heading = Place("Title", "title", 0, ("Closing words",), TITLE_AREA, CLOSING_TITLE, anchor="b", shrinks=True)
    text = prose(MAIN, SUBTITLE_AREA._replace(h=1.5), COVER_TEXT, prompt="What comes next")
    return Layout("Closing", (heading, text, *_foot("Deck name")), (motif(),), background="cover.bg")


LAYOUTS: tuple[Layout, ...] = (_title_slide_with_picture(), _closing())

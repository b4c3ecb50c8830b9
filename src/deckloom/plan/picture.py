"""Where a picture lands in its place: never stretched, cropped only when asked, not grown past its pixels."""

from typing import NamedTuple

from deckloom.values.composition import Align
from deckloom.values.facts import PictureFacts
from deckloom.values.geometry import EMU_PER_INCH, Box, Crop

LEAST_PPI = 77
"""A picture grows until 77 of its pixels make an inch, and no further."""
SMALL_PPI = 96
"""A picture that would need fewer pixels an inch than this is shown smaller than its place."""
MUCH_CROPPED = 0.12

WHOLE = Crop()


class Landing(NamedTuple):
    """The visible part's box and the crop; ``small`` says that the picture was kept from growing."""

    box: Box
    crop: Crop
    small: bool = False


def union(one: Box, other: Box) -> Box:
    """The smallest box around both."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def contain(place: Box, picture: PictureFacts, align: tuple[Align, Align]) -> Landing:
    """All of the picture, as large as the place and its pixels allow."""
    scale = min(place.w / picture.width, place.h / picture.height)
    most = EMU_PER_INCH / LEAST_PPI
    small = scale > most
    scale = EMU_PER_INCH / SMALL_PPI if small else scale
    w, h = min(place.w, round(picture.width * scale)), min(place.h, round(picture.height * scale))
    box = Box(_start(place.x, place.w, w, align[0]), _start(place.y, place.h, h, align[1]), w, h)
    return Landing(box, WHOLE, small)


def cover(place: Box, picture: PictureFacts, focus: tuple[float, float]) -> Landing:
    """The place filled, what sticks out cut so that the focus stays in view."""
    wanted = place.w / place.h
    small = picture.width / (place.w / EMU_PER_INCH) < LEAST_PPI
    if picture.aspect > wanted:
        kept = wanted / picture.aspect
        left = _cut(kept, focus[0])
        return Landing(place, Crop(left=left, right=1 - kept - left), small)
    kept = picture.aspect / wanted
    top = _cut(kept, focus[1])
    return Landing(place, Crop(top=top, bottom=1 - kept - top), small)


def most_cropped(crop: Crop) -> float:
    """The larger share lost of the two sides."""
    return max(crop.left + crop.right, crop.top + crop.bottom)


def _cut(kept: float, focus: float) -> float:
    """What goes on the near side when ``kept`` of a side stays, the focus in the middle if it can be."""
    return min(max(focus - kept / 2, 0.0), 1 - kept)


def _start(start: int, room: int, length: int, align: Align) -> int:
    return start + {"start": 0, "centre": (room - length) // 2, "end": room - length}[align]

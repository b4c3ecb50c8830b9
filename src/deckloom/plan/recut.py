"""Which pictures hold more than their place shows: cut-away edges, and far too many pixels."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deckloom.values.facts import PictureFacts
from deckloom.values.geometry import EMU_PER_INCH, Box, Crop
from deckloom.values.plan import Cut, DeckPlan, Item, PictureItem, Showing, SlidePlan

HUGE = 2
"""A picture is made smaller when it has more than twice the pixels an inch that are wanted; nearer ones are left as
they are, since encoding them anew would cost more than it saves."""

WHOLE = Crop()


def cuts(plan: DeckPlan, dpi: int, keep_crop: bool) -> dict[Showing, Cut]:
    """For every picture worth it, what to store instead; sized for the largest of its places."""
    largest: dict[Showing, tuple[PictureFacts, Box]] = {}
    for item in _pictures(plan):
        showing = Showing(item.picture.digest, item.crop)
        before = largest.get(showing)
        if before is None or item.box.w > before[1].w:
            largest[showing] = (item.picture, item.box)
    made = {showing: _cut(showing, picture, box, dpi, keep_crop) for showing, (picture, box) in largest.items()}
    return {showing: cut for showing, cut in made.items() if cut}


def with_cuts(plan: DeckPlan, stored: Mapping[Showing, PictureFacts]) -> DeckPlan:
    """The plan with what was stored in place of the pictures; a crop that was made for good is no longer asked for."""
    if not stored:
        return plan
    return replace(plan, slides=tuple(_slide(slide, stored) for slide in plan.slides))


def _slide(slide: SlidePlan, stored: Mapping[Showing, PictureFacts]) -> SlidePlan:
    items = tuple(_item(item, stored) for item in slide.items)
    return slide if items == slide.items else replace(slide, items=items)


def _item(item: Item, stored: Mapping[Showing, PictureFacts]) -> Item:
    if not isinstance(item, PictureItem):
        return item
    picture = stored.get(Showing(item.picture.digest, item.crop))
    return replace(item, picture=picture, crop=WHOLE) if picture else item


def _pictures(plan: DeckPlan) -> Iterator[PictureItem]:
    for slide in plan.slides:
        for item in slide.items:
            if isinstance(item, PictureItem):
                yield item


def _cut(showing: Showing, picture: PictureFacts, box: Box, dpi: int, keep_crop: bool) -> Cut | None:
    crop = showing.crop
    width = picture.width * (1 - crop.left - crop.right)
    height = picture.height * (1 - crop.top - crop.bottom)
    edges = picture.width - width >= 1 or picture.height - height >= 1
    if picture.extension == "gif" or (edges and keep_crop):
        return None
    wanted = max(1, round(box.w / EMU_PER_INCH * dpi))
    if width > HUGE * wanted:
        return Cut(picture, crop, wanted, max(1, round(height * wanted / width)))
    return Cut(picture, crop, max(1, round(width)), max(1, round(height))) if edges else None

"""Pictures cut for good."""

from io import BytesIO

import pytest
from PIL import Image

from deckloom.facts.images import look_at
from deckloom.facts.recut import store_cuts
from deckloom.facts.store import PictureStore
from deckloom.values.geometry import Crop
from deckloom.values.limits import Limits
from deckloom.values.plan import Cut, Showing


def stored(mode, kind, store, size=(64, 48)):
    """A picture whose left half is dark, in the store."""
    image = Image.new(mode, size, 0)
    image.paste(1 if mode in ("1", "P") else image.getpixel((0, 0)), (0, 0, *size))
    data = BytesIO()
    image.save(data, kind)
    picture = look_at(data.getvalue(), Limits())
    store.put(picture.facts.digest, picture.data)
    return picture.facts


@pytest.mark.parametrize(
    ("mode", "kind", "extension"),
    [
        *[("RGB", "JPEG", "jpeg"), ("L", "JPEG", "jpeg"), ("RGBA", "PNG", "png"), ("P", "PNG", "png")],
        *[("1", "PNG", "png"), ("I;16", "PNG", "png"), ("LA", "PNG", "png")],
    ],
)
def test_every_kind_of_picture_can_be_cut(mode, kind, extension):
    with PictureStore() as store:
        facts = stored(mode, kind, store)
        crop = Crop(left=0.5)
        (made,) = store_cuts({Showing(facts.digest, crop): Cut(facts, crop, 16, 24)}, store).values()
        assert (made.extension, made.width, made.height) == (extension, 16, 24)
        assert Image.open(BytesIO(store.read(made.digest))).size == (16, 24)


def test_only_the_part_that_is_shown_is_kept():
    with PictureStore() as store:
        image = Image.new("RGB", (64, 48), "red")
        image.paste("blue", (32, 0, 64, 48))
        data = BytesIO()
        image.save(data, "PNG")
        facts = look_at(data.getvalue(), Limits()).facts
        store.put(facts.digest, data.getvalue())
        crop = Crop(left=0.5)
        (made,) = store_cuts({Showing(facts.digest, crop): Cut(facts, crop, 32, 48)}, store).values()
        shown = Image.open(BytesIO(store.read(made.digest))).convert("RGB")
        assert shown.getcolors() == [(32 * 48, (0, 0, 255))]


def test_a_picture_that_would_grow_stays_as_it_is():
    with PictureStore() as store:
        facts = stored("1", "PNG", store)
        assert store_cuts({Showing(facts.digest, Crop()): Cut(facts, Crop(), 60, 45)}, store) == {}

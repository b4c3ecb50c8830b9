"""Bullets with a picture beside them."""

import pytest

from deckloom.values.plan import PictureItem
from tests.support.plans import only_slide, picture, words
from tests.support.specs import slides, told

BULLETS = "- kind: bullets\n  title: T is\n  items: [A, B]\n"


def shown(slide):
    (item,) = [one for one in slide.items if isinstance(one, PictureItem)]
    return item


def test_a_picture_stands_beside_the_bullets_over_its_caption():
    slide = only_slide(BULLETS + "  image: a.png\n  alt: A\n  caption: C\n", {"a.png": picture()})
    assert slide.layout_name == "Bullets and Picture"
    assert (words(slide)["content"], words(slide)["caption"]) == (["A", "B"], ["C"])
    caption = next(item for item in slide.items if getattr(item, "slot", None) and item.slot.role == "caption")
    assert (caption.box.x, 0 < caption.box.y - shown(slide).box.bottom < 150_000) == (shown(slide).box.x, True)


def test_an_upright_picture_without_caption_has_the_whole_height():
    slide = only_slide(BULLETS + "  image: a.png\n  alt: A\n", {"a.png": picture(900, 1600)})
    assert shown(slide).box.h == 4_114_800


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("  alt: A\n", "missing-field: `alt` belongs to a picture, there is none | add `image:`, or delete it"),
        (
            "  image: a.png\n  alt: A\n  layout: two\n",
            "bad-value: two columns of bullets leave no room for the picture"
            " | delete `layout`, or give the picture a slide",
        ),
        (
            "  image: a.png\n",
            "alt-missing: the picture `a.png` has no alt text"
            " | say in `alt` what the picture shows, or write `decorative: true`",
        ),
    ],
)
def test_what_does_not_go_with_a_picture(more, message):
    _, found = slides(BULLETS + more)
    assert [row.partition(" ")[2] for row in told(found)] == [message]

"""Whoever has the report's own slides drops them over our figures, under the same names, and builds again."""

import random
import shutil
from pathlib import Path

import pytest
from PIL import Image

from deckloom import api
from deckloom.values.geometry import EMU_PER_INCH
from deckloom.values.plan import PictureItem

ROOT = Path(__file__).parents[2]
SIZES = [(1600, 900), (1280, 720), (1000, 1400), (2400, 700), (1500, 1500), (900, 640), (3000, 1688)]


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    """The deck of 48 slides with 35 other pictures of other sizes and proportions."""
    folder = tmp_path_factory.mktemp("dropped")
    shutil.copytree(ROOT / "assets", folder / "assets")
    (folder / "decks").mkdir()
    (folder / "deckloom.toml").touch()
    spec = shutil.copy(ROOT / "decks/state-of-ai-2024.yaml", folder / "decks")
    chance = random.Random(2024)
    for picture in (folder / "assets/state-of-ai-2024").glob("[0-9]*.*"):
        size = chance.choice(SIZES)
        Image.new("RGB", size, (chance.randrange(256), 80, 160)).save(picture)
    return api.build(Path(spec))


def test_the_deck_builds_with_them_and_every_caption_stays(rebuilt):
    plan = rebuilt.checked.plan
    assert len(plan.slides) == 48
    assert not [one for one in rebuilt.checked.diagnostics if one.severity == "error"]
    ours = api.plan(ROOT / "decks/state-of-ai-2024.yaml")
    assert [slide.title for slide in plan.slides] == [slide.title for slide in ours.slides]
    assert [slide.notes[:1] for slide in plan.slides] == [slide.notes[:1] for slide in ours.slides]


def test_none_is_stretched_or_cropped_and_each_lies_on_its_slide(rebuilt):
    plan = rebuilt.checked.plan
    pictures = [item for slide in plan.slides for item in slide.items if isinstance(item, PictureItem)]
    assert len(pictures) == 35
    assert len({item.picture.digest for item in pictures}) == 35
    for item in pictures:
        assert item.box.w / item.box.h == pytest.approx(item.picture.aspect, rel=0.01)
        assert min(item.box.x, item.box.y) >= 0
        assert item.box.right <= plan.page.w
        assert item.box.bottom <= plan.page.h
        assert item.picture.width / (item.box.w / EMU_PER_INCH) >= 76

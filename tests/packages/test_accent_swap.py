"""Another accent in the theme file changes what has the accent's colour, everywhere, and nothing else."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from deckloom import api
from deckloom.plan.dump import dump
from deckloom.source.text import decode
from deckloom.theme.build import build_theme
from deckloom.theme.read import read_theme
from deckloom.values.limits import Limits
from tests.support import office
from tests.support.glyphs import read_pages

ROOT = Path(__file__).parents[2]
OLD, NEW = "1746C8", "8A1C8A"
NEAR = 12
"""How far, of 255, a channel may be from a colour to be called that colour."""

SPEC = """
deckloom: 1
title: Two sections, two colours
slides:
  - {kind: title, subtitle: Before them the cover}
  - {kind: agenda}
  - {kind: section, title: The first section is in the first accent, name: First}
  - {kind: statement, title: "It marks ==one phrase== of a sentence", text: And nothing beneath it}
  - {kind: bullets, title: Bullets and links have it too, items: [One, "[Two](https://example.org/)"]}
  - {kind: section, title: The second section has the second, name: Second}
  - {kind: statement, title: "Here ==this phrase== is orange"}
  - {kind: closing, title: After them the end}
"""
UNCHANGED = {1: "cover", 6: "the second divider", 7: "the second statement", 8: "closing"}


@pytest.fixture(scope="module")
def decks(tmp_path_factory):
    """The same spec on the theme, and on the theme with another first accent; links have the accent's colour."""
    folder = tmp_path_factory.mktemp("accents")
    theme = (ROOT / "templates" / "ledger.yaml").read_bytes()
    (folder / "deck.yaml").write_text(SPEC, encoding="utf-8")
    made = []
    for name, data in (("old", theme), ("new", theme.replace(OLD.encode(), NEW.encode()))):
        read = read_theme(decode(data, "theme.yaml", Limits()).value, Limits())
        (folder / f"{name}-theme.pptx").write_bytes(build_theme(read.value))
        settings = api.Settings(theme=str(folder / f"{name}-theme.pptx"), strict=True)
        made.append(api.build(folder / "deck.yaml", folder / f"{name}.pptx", settings))
    return made


def _parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_only_the_theme_parts_differ_and_only_in_that_colour(decks):
    old, new = (_parts(one.target) for one in decks)
    assert old.keys() == new.keys()
    changed = {name for name in old if old[name] != new[name]}
    assert changed == {name for name in old if name.startswith("ppt/theme/")}
    assert all(old[name].replace(OLD.encode(), NEW.encode()) == new[name] for name in changed)


def test_no_slide_layout_or_master_names_a_colour_of_its_own(decks):
    parts = _parts(decks[0].target)
    drawn = re.compile(r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)/")
    assert [name for name, data in parts.items() if drawn.match(name) and b"srgbClr" in data] == []


def test_nothing_is_placed_elsewhere(decks):
    old, new = (dump(one.checked.plan) for one in decks)
    assert old == new


@pytest.mark.render
def test_what_changes_on_the_pages_had_the_accent_and_has_the_new_one(decks):
    folder = decks[0].target.parent
    old, new = (read_pages(pdf) for pdf in office.convert_all([one.target for one in decks], folder))
    changed = set()
    for number, (before, after) in enumerate(zip(old, new, strict=True), 1):
        pixels = zip(before.image.get_flattened_data(), after.image.get_flattened_data(), strict=True)
        different = [(one, other) for one, other in pixels if one != other]
        if different:
            changed.add(number)
            most = max(different, key=lambda pair: sum(abs(a - b) for a, b in zip(*pair, strict=True)))
            assert _near(most[0], OLD), f"page {number}: {most}"
            assert _near(most[1], NEW), f"page {number}: {most}"
    assert changed == set(range(1, len(old) + 1)) - UNCHANGED.keys()


def _near(rgb: tuple[int, ...], hexes: str) -> bool:
    return all(abs(channel - int(hexes[at : at + 2], 16)) <= NEAR for channel, at in zip(rgb, (0, 2, 4), strict=True))

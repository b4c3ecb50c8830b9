"""Every kind of slide in every layout, short, typical and at its limit: judged, measured, and held to the pages that
somebody has looked at and approved."""

from pathlib import Path

import pytest

from deckloom import api
from deckloom.kinds import all_kinds
from tests.support import gallery, office
from tests.support.overflow import deck_faults, pages_to_measure

ROOT = Path(__file__).parents[2]
GALLERY = [path.stem for path in gallery.specs()]
DECKS = sorted((ROOT / "decks").glob("*.yaml"))

EXPECTED = {"image": ["picture-small"]}
"""What is said of a deck that shows what one should rather not do."""


def test_every_kind_and_layout_is_shown_at_every_length():
    assert set(gallery.wanted()) - set(gallery.shown()) == set(), "add slides to tests/gallery/decks"


def test_every_deck_of_the_gallery_is_named_after_a_kind():
    assert [name for name in GALLERY if name.partition("-")[0] not in all_kinds()] == []


@pytest.mark.parametrize("name", GALLERY)
def test_nothing_is_said_of_a_deck_but_what_it_shows(name: str):
    assert [one.slug for one in gallery.build(name).checked.diagnostics] == EXPECTED.get(name, [])


@pytest.mark.judge
@pytest.mark.parametrize("name", GALLERY)
def test_outside_validators_find_nothing(name: str, sdk_findings, audit_findings):
    target = gallery.build(name).target
    assert sdk_findings(target) == []
    assert audit_findings(target) == []


@pytest.mark.render
@pytest.mark.parametrize("name", GALLERY)
def test_all_text_stands_in_its_box_and_nothing_overlaps(name: str):
    assert deck_faults(gallery.build(name).target, gallery.render()[name].pages) == []


@pytest.mark.render
@pytest.mark.parametrize("name", GALLERY)
def test_the_pages_look_like_the_approved_ones(name: str, differences: Path):
    found = [
        difference
        for (deck, slide), page in gallery.current_pages().items()
        if deck == name and (difference := gallery.against_approved(deck, slide, page, differences))
    ]
    assert found == [], f"look at {differences}; where the new page is right, run `make approve`"


@pytest.mark.render
def test_no_approved_page_has_lost_its_slide():
    assert gallery.approved_pages() - gallery.current_pages().keys() == set(), "run `make approve`"


@pytest.mark.render
@pytest.mark.parametrize("spec", DECKS, ids=lambda path: path.stem)
def test_all_text_of_our_decks_stands_in_its_box(spec: Path, tmp_path: Path):
    target = api.build(spec, tmp_path / f"{spec.stem}.pptx").target
    (pages,) = pages_to_measure([target], tmp_path, lambda decks: office.convert_all(decks, tmp_path))
    assert deck_faults(target, pages) == []


@pytest.fixture(scope="session")
def differences(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the differences are drawn: approved, now, and the tiles that differ."""
    return tmp_path_factory.mktemp("gallery") / "differences"

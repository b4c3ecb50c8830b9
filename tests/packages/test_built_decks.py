"""Decks built from their specs: the same bytes anywhere, read back by others, whole or not there."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pptx import Presentation

from deckloom import api
from tests.support.specs import HEAD

ROOT = Path(__file__).parents[2]
DECKS = sorted(path.name for path in (ROOT / "decks").glob("*.yaml"))
RUN = [sys.executable, "-m", "deckloom"]


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """``built(name)``: a deck of ours, built once."""
    folder, made = tmp_path_factory.mktemp("decks"), {}

    def build(name):
        if name not in made:
            made[name] = api.build(ROOT / "decks" / name, folder / f"{name}.pptx", api.Settings(strict=True))
        return made[name]

    return build


def _elsewhere(tmp_path, name):
    """The deck with its pictures in a folder of its own."""
    for folder in ("decks", "assets"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("*.pptx"))
    shutil.copy(ROOT / "deckloom.toml", tmp_path)
    return tmp_path / "decks" / name


def test_a_deck_has_the_same_bytes_in_any_folder_time_zone_and_hash_seed(tmp_path, built):
    spec = _elsewhere(tmp_path / "a folder of its own", "first.yaml")
    environment = {**os.environ, "TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "77", "LC_ALL": "C"}
    subprocess.run([*RUN, "build", "-q", spec.name], cwd=spec.parent, env=environment, check=True)
    there, here = spec.with_suffix(".pptx").read_bytes(), built("first.yaml").target.read_bytes()
    assert hashlib.sha256(there).hexdigest() == hashlib.sha256(here).hexdigest()


@pytest.mark.parametrize("name", DECKS)
def test_our_decks_say_nothing_under_strict(name, built):
    assert built(name).checked.diagnostics == ()


@pytest.mark.parametrize("name", DECKS)
def test_another_reader_finds_every_title_note_and_alt_text(name, built):
    deck = built(name)
    slides = list(Presentation(str(deck.target)).slides)
    plans = deck.checked.plan.slides
    assert [one.shapes.title.text_frame.text for one in slides] == [plan.title for plan in plans]
    for slide, plan in zip(slides, plans, strict=True):
        assert slide.has_notes_slide == bool(plan.notes)
        pictures = [shape for shape in slide.placeholders if shape.element.tag.endswith("}pic")]
        alts = [one.element.nvPicPr.cNvPr.get("descr") for one in pictures]
        assert alts == [item.alt for item in plan.items if hasattr(item, "alt") and hasattr(item, "picture")]


@pytest.mark.judge
@pytest.mark.parametrize("name", DECKS)
def test_outside_validators_find_nothing_in_our_decks(name, built, sdk_findings, audit_findings):
    assert sdk_findings(built(name).target) == []
    assert audit_findings(built(name).target) == []


@pytest.mark.render
@pytest.mark.parametrize("name", DECKS)
def test_libreoffice_makes_one_page_a_slide(name, built, soffice_pdf, pages):
    deck = built(name)
    shown = [one for one in deck.checked.plan.slides if not one.hidden]
    assert len(pages(soffice_pdf(deck.target))) == len(shown)


def test_a_build_that_is_killed_leaves_the_old_file_and_one_hidden_temporary_at_most(tmp_path):
    spec = tmp_path / "long.yaml"
    slide = "- {kind: statement, title: Number %d is one of many, notes: Some words to say of it}\n"
    spec.write_text(HEAD + "".join(slide % number for number in range(1_900)), encoding="utf-8")
    target = tmp_path / "long.pptx"
    api.build(ROOT / "decks/first.yaml", target)
    before = target.read_bytes()
    process = subprocess.Popen([*RUN, "build", "-q", spec.name], cwd=tmp_path)
    while process.poll() is None and not list(tmp_path.glob(".long*.tmp")):
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert target.read_bytes() == before
    litter = {one.name for one in tmp_path.iterdir()} - {"long.yaml", "long.pptx"}
    assert len(litter) <= 1
    assert all(name.startswith(".long") and name.endswith(".tmp") for name in litter)


def test_a_draft_shows_what_is_missing_and_says_so(tmp_path):
    spec = tmp_path / "deck.yaml"
    spec.write_text(
        HEAD + "- {kind: image, title: A picture comes later, image: later.png, source: none}\n", encoding="utf-8"
    )
    draft = api.build(spec, settings=api.Settings(draft=True))
    assert {one.slug for one in draft.checked.diagnostics} == {"file-missing", "alt-missing"}
    (shape,) = [one for one in Presentation(str(draft.target)).slides[0].shapes if not one.is_placeholder]
    assert shape.text_frame.text == "Picture not found\nlater.png"
    assert shape.element.nvSpPr.cNvPr.get("descr") == "Picture not found: later.png"

"""The pages that explain the codes: complete, in one form, and true. Every example is checked as its reader would."""

import re
from pathlib import Path
from textwrap import indent

import pytest

import deckloom
from deckloom import explain
from deckloom.values.codes import CODES
from tests.support.workshop import furnish

HEAD = "deckloom: 1\ntitle: An example\nsource: Own data\nslides:\n"
CANNOT_BE_SHOWN = {
    "not-utf8": "a page is UTF-8 itself",
    "package": "a fault of deckloom, not of a spec",
    "package-risk": "no spec is known to cause it",
    "render-refused": "about a presentation, not about a spec",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("examples")
    furnish(made)
    return made


def example(slug: str, heading: str) -> str | None:
    section = explain.page(slug).split(f"## {heading}\n")[1].split("\n## ")[0]
    found = re.fullmatch(r"\s*```yaml\n(.*?)```\s*", section, re.DOTALL)
    return found[1] if found else None


def slugs_of(text: str, folder: Path) -> set[str]:
    spec = folder / "deck.yaml"
    spec.write_text(text if text.startswith("deckloom:") else HEAD + indent(text, "  "), encoding="utf-8")
    return {one.slug for one in deckloom.check(spec).diagnostics}


@pytest.mark.parametrize("slug", CODES)
def test_a_page_has_its_title_its_meaning_and_the_four_headings(slug: str):
    lines = explain.page(slug).splitlines()
    meaning = CODES[slug].meaning
    assert lines[0] == f"# {CODES[slug].number} `{slug}`"
    assert lines[2] == f"{meaning[0].upper()}{meaning[1:]}."
    assert tuple(line[3:] for line in lines if line.startswith("## ")) == explain.HEADINGS


def test_there_is_no_page_without_a_code():
    pages = {path.name for path in Path(explain.__file__).parent.glob("*.md")}
    assert pages == {explain.page_name(slug) for slug in CODES}


@pytest.mark.parametrize("slug", CODES)
def test_a_bad_example_raises_its_code_and_no_other(slug: str, folder: Path):
    text = example(slug, "A bad example")
    if text is None:
        assert slug in CANNOT_BE_SHOWN
    else:
        assert slugs_of(text, folder) == {slug}


@pytest.mark.parametrize("slug", CODES)
def test_a_good_example_raises_nothing(slug: str, folder: Path):
    text = example(slug, "A good example")
    assert text is not None
    assert slugs_of(text, folder) == set()


@pytest.mark.parametrize(
    ("word", "slug"),
    [("DL201", "unknown-field"), ("dl201", "unknown-field"), ("Unknown-Field", "unknown-field"), ("DL999", None)],
)
def test_a_code_is_found_by_number_and_by_name(word: str, slug: str | None):
    assert explain.slug_of(word) == slug

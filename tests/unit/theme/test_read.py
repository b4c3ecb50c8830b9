"""A theme file becomes a theme, or located faults."""

import pytest

from deckloom.source.text import SourceText
from deckloom.theme.read import read_theme
from deckloom.values.limits import Limits
from deckloom.values.theme import COLOR_ROLES, Cover

GOOD = """\
name: Sand
fonts: {heading: Georgia, body: Arial}
colors:
  dk1: "17181C"
  lt1: "faf6ee"
  dk2: 5A554C
  lt2: EFE8DA
  accent1: B5141B
  accent2: 18203C
  accent3: C07408
  accent4: 0B6E65
  accent5: 7038A0
  accent6: 7383A0
  hlink: B5141B
  folHlink: 7038A0
"""


def read(text: str):
    return read_theme(SourceText("sand.yaml", text), Limits())


def test_a_file_with_only_what_is_needed_gets_the_defaults():
    theme = read(GOOD).value
    assert theme is not None
    assert (theme.name, theme.heading, theme.body) == ("Sand", "Georgia", "Arial")
    assert (theme.mode, theme.title_weight, theme.cover) == ("light", "bold", Cover())
    assert tuple(theme.colors) == COLOR_ROLES
    assert theme.colors["lt1"] == "FAF6EE"


def test_everything_can_be_said():
    theme = read(
        GOOD + "mode: dark\ntitle_weight: regular\ncover: {bg: bg2, text: tx1, motif: tx2, hot: accent6}\n"
    ).value
    assert theme is not None
    assert (theme.mode, theme.title_weight) == ("dark", "regular")
    assert theme.cover == Cover("bg2", "tx1", "tx2", "accent6")


@pytest.mark.parametrize(
    ("old", "new", "where", "message"),
    [
        ("name: Sand\n", "", "1:1", "`name` is missing"),
        ("name: Sand", "name: Sand\nfont: Arial", "2:1", "there is no `font` in a theme file"),
        ("body: Arial", "text: Arial", "2:27", "there is no `text` in `fonts`"),
        ("  accent6: 7383A0\n", "", "4:3", "`colors.accent6` is missing"),
        ("accent3: C07408", "accent3: orange", "10:12", "`colors.accent3` takes six hex digits"),
        ("{heading: Georgia, body: Arial}", "Arial", "2:8", "`fonts` takes a mapping"),
        ("name: Sand", "name: Sand\nmode: black", "2:7", "`mode` takes one of light, dark"),
        ("name: Sand", "name: Sand\ncover: {bg: dk1}", "2:13", "`cover.bg` takes one of bg1, tx1"),
    ],
)
def test_a_fault_is_located(old: str, new: str, where: str, message: str):
    outcome = read(GOOD.replace(old, new))
    assert outcome.value is None
    assert [str(one.span).removeprefix("sand.yaml:") for one in outcome.diagnostics if message in one.message] == [
        where
    ]


def test_all_faults_are_found_in_one_run():
    outcome = read(GOOD.replace("C07408", "red").replace("18203C", "blue").replace("name: Sand", "nom: Sand"))
    assert len(outcome.diagnostics) == 4


@pytest.mark.parametrize("text", ["", "- a list", "a: *alias"])
def test_what_is_no_theme_file_has_faults_and_no_value(text: str):
    outcome = read(text)
    assert outcome.value is None
    assert outcome.diagnostics

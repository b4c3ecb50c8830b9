"""Contrast arithmetic."""

import pytest

from deckloom.values.colour import contrast, shaded, text_accent

LEDGER = {"bg1": "FFFFFF", "accent1": "1746C8", "accent2": "D26E0B"}


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("000000", "FFFFFF", 21), ("1746C8", "FFFFFF", 7.65), ("D26E0B", "FFFFFF", 3.51)]
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


def test_small_text_in_a_light_accent_is_darkened():
    assert text_accent(LEDGER, 2, "bg1", 12, True).lum_mod == 75


def test_large_bold_text_keeps_its_accent():
    assert text_accent(LEDGER, 2, "bg1", 28, True).lum_mod is None


def test_an_accent_that_can_be_read_stays_as_it_is():
    assert text_accent(LEDGER, 1, "bg1", 10, False).lum_mod is None


@pytest.mark.parametrize(
    ("hexes", "change", "ratio"),
    [
        ("D26E0B", (75, None), 5.7),
        ("1C91DB", (75, None), 5.6),
        ("475467", (70, 30), 3.75),
        ("475467", (None, None), 7.69),
        ("FFFFFF", (None, 30), 1.0),
    ],
)
def test_a_shade_changes_the_lightness_alone(hexes, change, ratio):
    assert contrast(shaded(hexes, *change), "FFFFFF") == pytest.approx(ratio, abs=0.02)

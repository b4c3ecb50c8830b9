"""Contrast, and which shade of an accent can be read: WCAG 2 arithmetic on theme colours."""

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache

from deckloom.values.plan import Colour

TEXT_CONTRAST = 4.5
LARGE_CONTRAST = 3.0
LARGE, LARGE_BOLD = 24, 18
DARKENED = 75
LIGHTENED = 40, 60
DARK = 0.18
"""The luminance that black and white are equally far from."""


def luminance(hexes: str) -> float:
    """Relative luminance of six hex digits, from 0 (black) to 1 (white)."""
    channels = [int(hexes[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=1024)
def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def wanted_contrast(size: int, bold: bool) -> float:
    """The least contrast that text of this size in points needs."""
    return LARGE_CONTRAST if size >= LARGE or (bold and size >= LARGE_BOLD) else TEXT_CONTRAST


def text_accent(colors: Mapping[str, str], accent: int, background: str, size: int, bold: bool) -> Colour:
    """The accent as text of this size on a theme colour: as it is where that can be read, else darkened, on a dark
    ground lightened."""
    name = f"accent{accent}"
    if contrast(colors[name], colors[background]) >= wanted_contrast(size, bold):
        return Colour(name)
    if luminance(colors[background]) < DARK:
        return Colour(name, *LIGHTENED)
    return Colour(name, lum_mod=DARKENED)


@lru_cache(maxsize=1024)
def shaded(hexes: str, lum_mod: int | None = None, lum_off: int | None = None) -> str:
    """Six hex digits with lumMod and lumOff, in per cent: the lightness changes, hue and saturation stay."""
    hue, light, saturation = rgb_to_hls(*(int(hexes[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    light = light * (100 if lum_mod is None else lum_mod) / 100 + (lum_off or 0) / 100
    return "".join(f"{round(channel * 255):02X}" for channel in hls_to_rgb(hue, min(max(light, 0), 1), saturation))

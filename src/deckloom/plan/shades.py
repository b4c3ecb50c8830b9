"""Shades of the theme: the grey of what is not spoken of, and letters that can be read on a mark."""

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls

from deckloom.values.colour import contrast, luminance
from deckloom.values.plan import Colour

DARK_BELOW = 0.18


def neutral(colors: Mapping[str, str]) -> Colour:
    """The colour of marks that are not spoken of: at least 3:1 on the page of every bundled theme."""
    if luminance(colors["bg1"]) < DARK_BELOW:
        return Colour("tx2", lum_mod=65)
    return Colour("tx2", lum_mod=70, lum_off=30)


def over(fill: Colour, colors: Mapping[str, str]) -> Colour:
    """The text colour with the better contrast on a mark."""
    ground = shade(fill, colors)
    return max((Colour("bg1"), Colour("tx1")), key=lambda one: contrast(colors[one.scheme], ground))


def shade(colour: Colour, colors: Mapping[str, str]) -> str:
    """The colour as six hex digits, its luminance changed as the format has it."""
    hexes = colors[colour.scheme]
    red, green, blue = (int(hexes[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = rgb_to_hls(red, green, blue)
    light = light * (colour.lum_mod if colour.lum_mod is not None else 100) / 100 + (colour.lum_off or 0) / 100
    channels = hls_to_rgb(hue, min(1.0, max(0.0, light)), full)
    return "".join(f"{round(channel * 255):02X}" for channel in channels)

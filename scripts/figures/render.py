"""From a figure to the bytes of its file: SVG, pixels, then a clean JPEG or PNG."""

import io

import resvg_py
from PIL import Image

from scripts.figures.canvas import Canvas
from scripts.figures.figure import Figure
from scripts.figures.forms import DRAWINGS

JPEG_QUALITY = 91


def drawn(figure: Figure) -> Canvas:
    canvas = Canvas(figure.inches[0] * 72, figure.inches[1] * 72)
    DRAWINGS[figure.form, figure.variant](canvas, figure)
    return canvas


def pixels(canvas: Canvas, size: tuple[int, int]) -> Image.Image:
    png = resvg_py.svg_to_bytes(svg_string=canvas.svg(size), skip_system_fonts=True)
    return Image.open(io.BytesIO(png)).convert("RGB")


def encoded(figure: Figure, image: Image.Image) -> bytes:
    """No dates, no EXIF, no colour profile: the same drawing gives the same bytes."""
    out = io.BytesIO()
    if figure.file.endswith(".png"):
        flat = image.quantize(colors=256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        flat.save(out, "PNG", optimize=True)
    else:
        image.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0, optimize=True)
    return out.getvalue()


def file_bytes(figure: Figure) -> bytes:
    return encoded(figure, pixels(drawn(figure), figure.pixels))

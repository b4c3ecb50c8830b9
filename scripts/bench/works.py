"""The works: specs of a given size, with pictures made for them.

w1: a report of 38 slides with 35 pictures of about 250 kB. w2: a picture of about 60 kB on every slide. w3: bullets.
w4: captioned pictures, 50 of them shared. Every slide has notes; picture slides have alt text and a linked source.
"""

import random
from pathlib import Path
from typing import NamedTuple

from PIL import Image

WORDS = [
    *("the", "of", "and", "to", "models", "data", "research", "open", "labs", "compute", "results", "value", "public"),
    *("private", "companies", "training", "inference", "frontier", "report", "chips", "capital", "safety", "policy"),
    *("market", "growth", "revenue"),
]
HEAD = 'deckloom: 1\ntitle: A work\nlang: en-GB\nsource: {name: "A report", url: "https://example.org/r"}\nslides:\n'


class Work(NamedTuple):
    """How many slides, how many distinct pictures, and the pictures' size in pixels."""

    slides: int
    pictures: int
    pixels: tuple[int, int] = (960, 540)


WORKS = {
    "w1": Work(38, 35, (1920, 1080)),
    "w2": Work(1_000, 1_000),
    "w3": Work(1_000, 0),
    "w4@1000": Work(1_000, 50),
    "w4": Work(10_000, 50),
}


def make(name: str, folder: Path) -> Path:
    """The spec of a work in a folder, its pictures beside it; what is there already is kept."""
    work = WORKS[name]
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(work.pictures):
        _picture(folder / f"{number}.jpg", work.pixels, number)
    spec = folder / "deck.yaml"
    spec.write_text(HEAD + "".join(_slide(number, work) for number in range(work.slides)), encoding="utf-8")
    return spec


def _picture(path: Path, pixels: tuple[int, int], seed: int) -> None:
    """Soft noise, which compresses about as well as a photograph."""
    if path.exists():
        return
    small = random.Random(seed).randbytes(48 * 27 * 3)
    image = Image.frombytes("RGB", (48, 27), small).resize(pixels, Image.Resampling.BICUBIC)
    grain = Image.frombytes("L", (240, 135), random.Random(seed + 1).randbytes(240 * 135)).resize(pixels)
    Image.blend(image, Image.merge("RGB", (grain,) * 3), 0.12).save(path, quality=75)


def _slide(number: int, work: Work) -> str:
    words = random.Random(number)
    notes = f"    notes: |\n      {_words(words, 20)}\n\n      {_words(words, 15)}\n"
    title = f"    title: {_words(words, 7)} {number}\n"
    if not work.pictures:
        bullets = "".join(f"      - {_words(words, 8)}\n" for _ in range(4))
        return f"  - kind: bullets\n{title}    items:\n{bullets}{notes}"
    picture = f"    image: {number % work.pictures}.jpg\n    alt: {_words(words, 9)}\n"
    return f"  - kind: image\n{title}{picture}    caption: {_words(words, 14)}\n{notes}"


def _words(source: random.Random, count: int) -> str:
    return " ".join(source.choice(WORDS) for _ in range(count)).capitalize()

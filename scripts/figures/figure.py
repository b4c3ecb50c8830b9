"""One entry of `figures.yaml`, read into a checked value."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.figures.style import ACCENTS, Accent

DPI = 300
DATA = Path(__file__).with_name("figures.yaml")


@dataclass(frozen=True)
class Figure:
    """What a drawing needs to know: where it goes, which form it has and the words it carries."""

    number: int
    file: str
    form: str
    variant: str
    layout: str
    section: str
    inches: tuple[float, float]
    alt: str
    words: dict[str, Any]

    @property
    def accent(self) -> Accent:
        return ACCENTS[self.section]

    @property
    def pixels(self) -> tuple[int, int]:
        return round(self.inches[0] * DPI), round(self.inches[1] * DPI)

    def say(self, key: str) -> str:
        return str(self.words[key])

    def each(self, key: str) -> list[str]:
        return [str(item) for item in self.words[key]]

    def rows(self, key: str) -> list[list[str]]:
        return [[str(cell) for cell in row] for row in self.words[key]]


def figure(entry: dict[str, Any], sizes: dict[str, list[float]], section: str) -> Figure:
    number = int(entry["number"])
    wide, high = entry.get("size") or sizes[entry["layout"]]
    return Figure(
        number=number,
        file=f"{number}.{entry.get('type', 'jpg')}",
        form=entry["form"],
        variant=entry["variant"],
        layout=entry["layout"],
        section=section,
        inches=(float(wide), float(high)),
        alt=entry["alt"],
        words=entry["words"],
    )


def load(path: Path = DATA) -> list[Figure]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [figure(entry, data["sizes"], section) for section, entries in data["sections"].items() for entry in entries]

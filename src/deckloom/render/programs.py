"""The outside programs: where they are, and how to get them."""

import os
import shutil
from pathlib import Path
from typing import NamedTuple

from deckloom.values.errors import ToolMissing


class Program(NamedTuple):
    """A program as users know it: its name, its commands in order of preference, how to get it, and places beside the
    path where installers put it."""

    name: str
    commands: tuple[str, ...]
    get: str
    places: tuple[str, ...] = ()


LIBREOFFICE = Program(
    "LibreOffice",
    ("soffice", "libreoffice"),
    "install it from libreoffice.org, or with `apt install libreoffice-impress` or `brew install --cask libreoffice`",
    (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        f"{os.environ.get('PROGRAMFILES', '')}/LibreOffice/program/soffice.com",
    ),
)
PDFTOPPM = Program(
    "pdftoppm",
    ("pdftoppm",),
    "it is part of poppler: install it with `apt install poppler-utils` or `brew install poppler`",
)


def found(program: Program) -> str:
    """The path of the program's command. Raises ToolMissing, saying how to get it."""
    for command in program.commands:
        if path := shutil.which(command):
            return path
    for place in program.places:
        if Path(place).is_file():
            return place
    raise ToolMissing(f"{program.name} is not installed, or not on the PATH; {program.get}")

"""A folder with a spec in it, and what must hold however hostile the spec is."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pptx

DOCUMENTED = {0, 1, 2, 3, 4, 5, 130, 143}
HEAD = "deckloom: 1\ntitle: A talk\nslides:\n"
STATEMENT = "  - kind: statement\n    title: One sentence worth a pause\n"
CALM = HEAD + STATEMENT
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LINE_MOST = 2_000  # bytes


def quoted(text: str) -> str:
    """The text as a YAML scalar in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def slide(**fields: str) -> str:
    """One slide; the values are YAML."""
    first, *rest = fields.items()
    return f"  - {first[0]}: {first[1]}\n" + "".join(f"    {key}: {value}\n" for key, value in rest)


def image(path: str, **more: str) -> str:
    """A spec with one picture slide; the path is YAML."""
    return HEAD + slide(kind="image", title="What the picture shows", alt="A picture", **more, image=path)


class Done(NamedTuple):
    """What came of a run: its exit code and what it said."""

    code: int
    out: str
    err: str

    @property
    def codes(self) -> set[str]:
        """The diagnostic codes that were given."""
        return set(re.findall(r"\[(DL\d{3})\]", self.err))


def seems_calm(done: Done) -> None:
    """A documented end, no traceback, nothing that a terminal would act on, no endless line."""
    assert done.code in DOCUMENTED, done
    assert "Traceback" not in done.err + done.out
    assert not CONTROL.search(done.err + done.out)
    assert max((len(line.encode()) for line in (done.err + done.out).splitlines()), default=0) <= LINE_MOST


def state(folder: Path) -> dict[str, str]:
    """What is in the folder: every regular file by what it holds, everything else by name."""
    found = {}
    for root, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(root, name)
            regular = path.is_file() and not path.is_symlink()
            found[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest() if regular else ""
    return found


def texts(deck: Path) -> list[str]:
    """Every text of every shape of a deck, alt texts and notes included."""
    found = []
    for one in pptx.Presentation(str(deck)).slides:
        found += [shape.text_frame.text for shape in one.shapes if shape.has_text_frame]
        found += [shape._element._nvXxPr.cNvPr.get("descr", "") for shape in one.shapes]
        found += [one.notes_slide.notes_text_frame.text] if one.has_notes_slide else []
    return found


def packed(deck: Path) -> dict[str, bytes]:
    """The parts of a deck."""
    with ZipFile(deck) as package:
        assert len(set(package.namelist())) == len(package.namelist())
        return {name: package.read(name) for name in package.namelist()}


def process(
    arguments: Sequence[object], environment: Mapping[str, str] | None = None, **options: object
) -> subprocess.CompletedProcess[bytes]:
    """deckloom as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "deckloom", *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, **(environment or {})},
        **options,  # type: ignore[call-overload]
    )

"""LibreOffice and poppler: a deck as a PDF, a PDF as pictures."""

import os
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from deckloom.render.office import SETTINGS
from tests.support import tools

SECONDS = 180


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """LibreOffice's profile for this process: two runs on one profile at once would hang."""
    profile = tempfile.TemporaryDirectory(prefix="deckloom-soffice-")
    user = Path(profile.name, "user")
    user.mkdir()
    (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    return profile


def convert(pptx: Path, folder: Path, to: str = "pdf") -> Path:
    """The deck as LibreOffice writes it in the format ``to``, in ``folder``."""
    return convert_all([pptx], folder, to)[0]


def convert_all(decks: list[Path], folder: Path, to: str = "pdf") -> list[Path]:
    """The same for several decks, of different names, in one run of LibreOffice."""
    home = _profile().name
    command = [
        tools.soffice() or "soffice",
        f"-env:UserInstallation={Path(home).as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--convert-to", to, "--outdir", str(folder)),
        *map(str, decks),
    ]
    run = subprocess.run(
        command, capture_output=True, text=True, timeout=SECONDS, env={**os.environ, "HOME": home}, check=False
    )
    made = [folder / f"{deck.stem}.{to.partition(':')[0]}" for deck in decks]
    missing = [path.stem for path in made if not path.is_file()]
    assert not missing, f"LibreOffice made nothing of {', '.join(missing)}: {run.stdout}{run.stderr}"
    return made


def pages(pdf: Path, folder: Path, dpi: int = 96) -> list[Path]:
    """The PDF's pages as PNG files in ``folder``, in order."""
    command = [tools.pdftoppm() or "pdftoppm", "-png", "-r", str(dpi), str(pdf), str(folder / "page")]
    subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    return sorted(folder.glob("page-*.png"))

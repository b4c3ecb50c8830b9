"""Outside programs that do as a test says: scripts that stand first on the path."""

import os
import sys
from pathlib import Path
from textwrap import dedent

import pytest

PDF = b"%PDF-1.6\n1 0 obj\n<</Type/Pages/Count 9>>\n"
PAGE = b"<</Type/Page/Parent 1 0 R>>\n"

# What LibreOffice does with its arguments.
OFFICE = """
import json, os, sys
from pathlib import Path
out, deck = Path(sys.argv[sys.argv.index("--outdir") + 1]), Path(sys.argv[-1])
(out / deck.stem).with_suffix(".pdf").write_bytes(%r)
"""
# What pdftoppm does: so many copies of the picture that lies beside it.
PICTURES = """
import sys
from pathlib import Path
picture = Path(__file__).with_name("page.png").read_bytes()
for at in range(1, 1 + %d):
    Path(f"{sys.argv[-1]}-{at:02}.png").write_bytes(picture)
"""


class Programs:
    """The folder with the scripts; ``only`` leaves nothing else on the path but the system's own small programs."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._patch = monkeypatch
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def only(self) -> "Programs":
        self._patch.setenv("PATH", str(self.folder))
        return self

    def put(self, name: str, body: str) -> "Programs":
        path = self.folder / name
        path.write_text(f"#!{sys.executable}\n{dedent(body)}", encoding="utf-8")
        path.chmod(0o755)
        return self

    def office(self, pages: int) -> "Programs":
        return self.put("soffice", OFFICE % (PDF + PAGE * pages))

    def pictures(self, pages: int) -> "Programs":
        from PIL import Image

        Image.new("RGB", (160, 90), "navy").save(self.folder / "page.png")
        return self.put("pdftoppm", PICTURES % pages)

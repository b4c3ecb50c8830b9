"""LibreOffice: a presentation becomes a PDF."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from deckloom.render.pdf import count_pages
from deckloom.render.programs import LIBREOFFICE
from deckloom.render.run import Bounds, run
from deckloom.values.errors import ToolMissing

SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
"""With these, measured, LibreOffice opens neither files nor connections that a presentation names."""


def to_pdf(deck: Path, numbers: Sequence[int], everything: bool, bounds: Bounds, work: Path) -> Path:
    """The slides of these numbers as a PDF in the folder ``work``, one page each; ``everything`` says that these are
    all that are shown. Raises ToolMissing when LibreOffice is missing, fails, or makes other than that many pages."""
    profile = work / "profile"  # of its own: two runs that share one hang or fail
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    arguments = (
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--convert-to", _filter(numbers, everything)),
        *("--outdir", str(work), str(deck)),
    )
    words = run(LIBREOFFICE, arguments, bounds, work)
    made = deck.with_suffix(".pdf")
    if not made.is_file():
        raise ToolMissing(f"LibreOffice made no PDF{words and f': {words}'}")
    _demand_pages(count_pages(made.read_bytes()), len(numbers), everything)
    return made


def _filter(numbers: Sequence[int], everything: bool) -> str:
    if everything:
        return "pdf"
    options = {"PageRange": {"type": "string", "value": ",".join(map(str, numbers))}}
    return f"pdf:impress_pdf_Export:{json.dumps(options)}"


def _demand_pages(found: int, wanted: int, everything: bool) -> None:
    if found == wanted:
        return
    hint = "" if everything else "; to choose slides takes LibreOffice 7.4 or later"
    raise ToolMissing(f"LibreOffice made a PDF of {found:,} pages for {wanted:,} slides, so it is not used{hint}")

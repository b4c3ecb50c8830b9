"""The programs that slow tests need, and where they are."""

import os
import shutil


def required() -> bool:
    """Whether a missing program is a failure, as it is on the build machine, and not a reason to skip."""
    return os.environ.get("DECKLOOM_REQUIRE_RENDER") == "1"


def soffice() -> str | None:
    """LibreOffice's command."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def pdftoppm() -> str | None:
    """Poppler's PDF to picture command."""
    return shutil.which("pdftoppm")


def sdk_validator() -> str | None:
    """The Open XML SDK's validator: the path in ``DECKLOOM_OOXML_VALIDATOR``, else ``ooxml-validator`` on the path."""
    named = os.environ.get("DECKLOOM_OOXML_VALIDATOR")
    return shutil.which(named) if named else shutil.which("ooxml-validator")


def missing_for(marker: str) -> str | None:
    """What a test with the marker (``render`` or ``judge``) cannot find here, as a reason to skip it."""
    needs = {
        "render": {"LibreOffice (soffice)": soffice, "poppler (pdftoppm)": pdftoppm},
        "judge": {"the Open XML SDK validator (DECKLOOM_OOXML_VALIDATOR)": sdk_validator},
    }
    missing = [name for name, find in needs[marker].items() if find() is None]
    return f"not found: {', '.join(missing)}" if missing else None

"""Validators written by others: what they find in a package."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.support import tools


def sdk_findings(path: Path) -> list[str]:
    """What the Open XML SDK finds. It looks at a copy, because it may touch the file it is given."""
    with tempfile.TemporaryDirectory(prefix="deckloom-judge-") as folder:
        copy = shutil.copyfile(path, Path(folder, "deck.pptx"))
        command = [tools.sdk_validator() or "ooxml-validator", str(copy)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    verdict = json.loads(run.stdout)
    assert run.returncode in (0, 1), run.stderr
    return [json.dumps(one, sort_keys=True) for one in verdict["errors"]]


def audit_findings(path: Path) -> list[str]:
    """What openxml-audit finds."""
    from openxml_audit import OpenXmlValidator

    return [str(one) for one in OpenXmlValidator(max_errors=0).validate(path).errors]

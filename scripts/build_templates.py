"""Builds every templates/*.pptx from its theme file, templates/*.yaml, and lists the parts that verify found clean.

With --check nothing is written; the script fails if a template is not what its theme file gives.
"""

import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from deckloom.source.text import decode
from deckloom.theme.build import build_theme
from deckloom.theme.read import read_theme
from deckloom.values.limits import Limits
from deckloom.verify.check import clean_parts, verify_package

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
CLEAN = ROOT / "src" / "deckloom" / "data" / "clean_parts.txt"


def built(path: Path) -> bytes:
    """The template that a theme file describes. Exits with the file's faults if it has any."""
    text = decode(path.read_bytes(), path.name, Limits())
    theme = read_theme(text.value, Limits()) if text.value and text.ok else None
    if theme is None or theme.value is None:
        sys.exit("\n".join(map(str, theme.diagnostics if theme else text.diagnostics)))
    return build_theme(theme.value)


def listed(templates: Iterable[bytes]) -> bytes:
    """The parts of the templates, which verify need not judge again. Exits if it finds anything in them."""
    rows: set[tuple[str, str]] = set()
    for template in templates:
        if findings := verify_package(BytesIO(template)):
            sys.exit("\n".join(map(str, findings)))
        rows |= clean_parts(BytesIO(template))
    return "".join(f"{digest} {kind}\n" for digest, kind in sorted(rows)).encode("ascii")


def main(arguments: list[str]) -> int:
    """0 when all is well, 1 when --check finds a template that is out of date."""
    made = {path.with_suffix(".pptx"): built(path) for path in sorted(TEMPLATES.glob("*.yaml"))}
    made[CLEAN] = listed(made.values())
    stale = []
    for target, data in made.items():
        if "--check" not in arguments:
            target.write_bytes(data)
        elif not target.exists() or target.read_bytes() != data:
            stale.append(target.name)
    if stale:
        print(f"out of date: {', '.join(stale)}; run scripts/build_templates.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Builds every templates/*.pptx from its theme file, templates/*.yaml.

With --check nothing is written; the script fails if a template is not what its theme file gives.
"""

import sys
from pathlib import Path

from deckloom.source.text import decode
from deckloom.theme.build import build_theme
from deckloom.theme.read import read_theme
from deckloom.values.limits import Limits

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def built(path: Path) -> bytes:
    """The template that a theme file describes. Exits with the file's faults if it has any."""
    text = decode(path.read_bytes(), path.name, Limits())
    theme = read_theme(text.value, Limits()) if text.value and text.ok else None
    if theme is None or theme.value is None:
        sys.exit("\n".join(map(str, theme.diagnostics if theme else text.diagnostics)))
    return build_theme(theme.value)


def main(arguments: list[str]) -> int:
    """0 when all is well, 1 when --check finds a template that is out of date."""
    stale = []
    for path in sorted(TEMPLATES.glob("*.yaml")):
        target, data = path.with_suffix(".pptx"), built(path)
        if "--check" not in arguments:
            target.write_bytes(data)
        elif not target.exists() or target.read_bytes() != data:
            stale.append(target.name)
    if stale:
        print(f"out of date: {', '.join(stale)}; run scripts/build_templates.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

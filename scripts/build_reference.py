"""Writes what is made from the models: the JSON Schema, the reference, the page for prompts, the index of the codes.

With --check nothing is written; the script fails if a file is not what the models give, or is there for nothing.
"""

import sys
from pathlib import Path

from deckloom.reference.agents import agents_page
from deckloom.reference.errors import errors_index
from deckloom.reference.pages import reference_pages
from deckloom.reference.schema import schema_text

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "reference"


def wanted() -> dict[Path, str]:
    """Every made file with its text."""
    pages = {PAGES / name: text for name, text in reference_pages().items()}
    return {
        ROOT / "schema" / "deck.schema.json": schema_text(),
        ROOT / "docs" / "agents.md": agents_page(),
        ROOT / "docs" / "errors.md": errors_index(),
        **pages,
    }


def main(arguments: list[str]) -> int:
    """0 when all is well, 1 when --check finds a file that is out of date."""
    files = wanted()
    left_over = [path for path in sorted(PAGES.glob("*.md")) if path not in files]
    stale = [path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" not in arguments:
        for path in left_over:
            path.unlink()
        for path in stale:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[path], encoding="utf-8", newline="\n")
    elif stale or left_over:
        names = ", ".join(path.relative_to(ROOT).as_posix() for path in (*stale, *left_over))
        print(f"out of date: {names}; run make regenerate", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

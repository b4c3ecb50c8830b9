"""Files that a spec may name: only inside the root, like everything else."""

import os
from itertools import islice
from pathlib import Path

from deckloom.facts.files import find_root, resolve_inside

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".svg")
ENDINGS = {"image": PICTURES, "csv": (".csv", ".tsv"), "theme": (".pptx", ".potx", ".yaml")}
MOST = 500


def files_for(field: str, typed: str, spec: Path) -> list[str]:
    """The paths that a half-typed one may become: files of the field's sort, and folders with a ``/`` at the end."""
    folder, slash, _ = typed.rpartition("/")
    place = resolve_inside(folder or ".", spec.parent, (find_root(spec, None),))
    if not isinstance(place, Path):
        return []
    endings = ENDINGS.get(field, ("",))
    try:
        with os.scandir(place) as entries:
            found = [(one.name, one.is_dir()) for one in islice(entries, MOST) if not one.name.startswith(".")]
    except OSError:
        return []
    names = [name + "/" * folder for name, folder in sorted(found) if folder or name.lower().endswith(endings)]
    return [f"{folder}{slash}{name}" for name in names]

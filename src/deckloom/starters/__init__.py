"""Specs to begin with. Each says in its first line what it is for, and builds in an empty folder."""

from importlib.resources import files
from pathlib import Path

from deckloom.publish import publishing, standing
from deckloom.values.errors import OutputUnwritable

DEFAULT = "report"
SUFFIXES = (".yaml", ".yml")


def starters() -> dict[str, str]:
    """The names of the starters, each with a sentence on what it is for."""
    return {name: text(name).split("\n", 1)[0].removeprefix("# ") for name in _names()}


def text(name: str) -> str:
    """The spec of this name. Raises KeyError."""
    if name not in _names():
        raise KeyError(name)
    return (files(__name__) / f"{name}.yaml").read_text(encoding="utf-8")


def write_starter(name: str, target: Path, force: bool = False) -> None:
    """The spec as the file ``target``. Raises OutputUnwritable for one that is there already, unless ``force``."""
    if target.suffix.lower() not in SUFFIXES:
        raise OutputUnwritable(f"`{target}` does not end in .yaml")
    if standing(target) and not force:
        raise OutputUnwritable(f"`{target}` exists; choose another name, or use `--force` to replace it")
    with publishing(target) as out:
        out.write(text(name).encode())


def _names() -> tuple[str, ...]:
    return tuple(
        sorted(one.name.removesuffix(".yaml") for one in files(__name__).iterdir() if one.name.endswith(".yaml"))
    )

"""A validated YAML spec of takeaways and slide captions becomes a PowerPoint deck.

``load``, ``check``, ``fix``, ``plan``, ``build`` and ``render`` are the verbs of the command line; see ``deckloom.api``
and ``deckloom.rendering``. They are imported when first used, so that ``import deckloom`` costs nothing.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckloom.api import build, check, fix, load, plan
    from deckloom.rendering import render
    from deckloom.results import Built, Checked, Fixed, Loaded, Rendered, Settings, Wanted
    from deckloom.values.diagnostics import Diagnostic
    from deckloom.values.errors import (
        BrokenPromise,
        DeckloomError,
        DeckRejected,
        Exit,
        InputUnreadable,
        OutputUnwritable,
        ToolMissing,
    )
    from deckloom.values.limits import Limits

__version__ = "0.1.0"

__all__ = [
    "BrokenPromise",
    "Built",
    "Checked",
    "DeckRejected",
    "DeckloomError",
    "Diagnostic",
    "Exit",
    "Fixed",
    "InputUnreadable",
    "Limits",
    "Loaded",
    "OutputUnwritable",
    "Rendered",
    "Settings",
    "ToolMissing",
    "Wanted",
    "__version__",
    "build",
    "check",
    "fix",
    "load",
    "plan",
    "render",
]

_HOMES = {
    "deckloom.api": ("build", "check", "fix", "load", "plan"),
    "deckloom.rendering": ("render",),
    "deckloom.results": ("Built", "Checked", "Fixed", "Loaded", "Rendered", "Settings", "Wanted"),
    "deckloom.values.diagnostics": ("Diagnostic",),
    "deckloom.values.errors": (
        *("BrokenPromise", "DeckloomError", "DeckRejected", "Exit"),
        *("InputUnreadable", "OutputUnwritable", "ToolMissing"),
    ),
    "deckloom.values.limits": ("Limits",),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class _Package(ModuleType):
    """``deckloom.plan`` and ``deckloom.render`` are the verbs, also once the folders of these names have been imported:
    the import system wants to bind the folder to the name, and is not heard. ``from deckloom.plan.text import ...``
    works all the same."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in ("plan", "render") and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package

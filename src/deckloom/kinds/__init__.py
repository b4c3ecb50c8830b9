"""One file per slide kind. The package is walked in name order; there is no list to edit."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from deckloom.slide.kind import SlideKind


@cache
def all_kinds() -> dict[str, SlideKind]:
    """Every kind by its name, in name order."""
    modules = sorted(one.name for one in iter_modules(__path__))
    found = [import_module(f"{__name__}.{name}").KIND for name in modules]
    return {kind.name: kind for kind in found}

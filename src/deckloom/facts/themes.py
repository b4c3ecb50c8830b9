"""The theme a deck asks for: a bundled one by name, or a template file."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from deckloom.facts.files import read_inside, read_named
from deckloom.facts.intake import SLUG
from deckloom.facts.template import bundled_file, bundled_names, bundled_template, read_template
from deckloom.values.diagnostics import Outcome, error
from deckloom.values.facts import TemplateFacts
from deckloom.values.limits import Limits

TEMPLATES = (".pptx", ".potx")
THEME_PATH = ("theme",)


def find_theme(
    asked: str | None, written: str, base: Path, roots: tuple[Path, ...], limits: Limits
) -> Outcome[TemplateFacts]:
    """The template for a deck. ``asked`` is what the command line says and wins over ``written`` in the spec.

    A path in the spec is relative to ``base`` and stays inside the roots; one on the command line may lie anywhere.
    Raises InputUnreadable for a file named on the command line.
    """
    name = asked or written
    if not is_file(name):
        return _bundled(name, limits)
    if asked:
        return _read(read_named(Path(asked), limits.template_bytes + 1), name, limits)
    data = read_inside(written, base, roots, limits.template_bytes, "template_bytes")
    if not isinstance(data, bytes):
        fault = data._replace(slug=SLUG) if data.slug == "picture-too-large" else data
        return Outcome(None, (fault.at(written, THEME_PATH),))
    return _read(data, name, limits)


def file(asked: str | None, written: str, base: Path) -> Path:
    """The file of the theme that a deck asks for, which no deck may overwrite; it need not exist."""
    name = asked or written
    if not is_file(name):
        return bundled_file(name)
    return Path(asked) if asked else base / written


def is_file(name: str) -> bool:
    """Whether the theme is a template of the user's, not one that comes with deckloom."""
    return name.lower().endswith(TEMPLATES)


@lru_cache(maxsize=4)
def _bundled(name: str, limits: Limits) -> Outcome[TemplateFacts]:
    data = bundled_template(name)
    if data is None:
        hint = f"use one of {', '.join(bundled_names())}, or a path to a .pptx or .potx"
        return Outcome(None, (error("unknown-theme", f"there is no theme `{name}`", THEME_PATH, hint),))
    return read_template(data, name, limits)


@lru_cache(maxsize=4)
def _read(data: bytes, name: str, limits: Limits) -> Outcome[TemplateFacts]:
    outcome = read_template(data, name, limits)
    return Outcome(outcome.value, tuple(replace(one, path=THEME_PATH) for one in outcome.diagnostics))

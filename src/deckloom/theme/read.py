"""From a theme file's text to a theme. Every fault is located and reported at once."""

import re
from collections.abc import Callable

from deckloom.source.locate import locate
from deckloom.source.nodes import Node, Plain, to_plain
from deckloom.source.text import SourceText
from deckloom.source.yaml import parse
from deckloom.values.diagnostics import Diagnostic, Outcome, error
from deckloom.values.limits import Limits
from deckloom.values.span import Path, spelled
from deckloom.values.theme import COLOR_ROLES, Cover, ThemeSpec

SLIDE_ROLES = ("bg1", "tx1", "bg2", "tx2", *COLOR_ROLES[4:])
"""What the cover's colours may be."""
COVER = ("bg", "text", "motif", "hot")
SHAPE: dict[str, tuple[str, ...]] = {"fonts": ("heading", "body"), "colors": COLOR_ROLES, "cover": COVER}
"""The mappings of a theme file and their keys."""
TEXTS = ("name", "mode", "title_weight")
REQUIRED = ("name", "fonts", "colors")

_HEX = re.compile(r"[0-9A-Fa-f]{6}")


def read_theme(source: SourceText, limits: Limits) -> Outcome[ThemeSpec]:
    """The theme that a file describes. There is no value when anything in it is wrong."""
    parsed = parse(source, limits)
    if parsed.value is None or not parsed.ok:
        return Outcome(None, parsed.diagnostics)
    reader = _Reader(parsed.value, source)
    theme = reader.theme()
    return Outcome(theme if not reader.faults else None, tuple(reader.faults))


class _Reader:
    """Takes the values out of the tree and keeps what is wrong with them."""

    def __init__(self, root: Node, source: SourceText) -> None:
        self.root, self.source = root, source
        self.faults: list[Diagnostic] = []

    def theme(self) -> ThemeSpec:
        """The theme, with stand-ins where there are faults."""
        plain = to_plain(self.root)
        if not isinstance(plain, dict):
            self._fault("wrong-type", "a theme file is a mapping", ())
            plain = {}
        top = self._known(plain, (*TEXTS, *SHAPE), (), REQUIRED)
        fonts = self._group(top, "fonts")
        colors = self._group(top, "colors")
        cover = self._group(top, "cover", required=())
        return ThemeSpec(
            name=self._text(top.get("name"), ("name",), str.isprintable, "a name"),
            heading=self._text(fonts.get("heading"), ("fonts", "heading"), str.isprintable, "a font family"),
            body=self._text(fonts.get("body"), ("fonts", "body"), str.isprintable, "a font family"),
            colors={role: self._color(colors.get(role), ("colors", role)) for role in COLOR_ROLES},
            mode="dark" if self._choice(top, "mode", ("light", "dark")) == "dark" else "light",
            title_weight="regular" if self._choice(top, "title_weight", ("bold", "regular")) == "regular" else "bold",
            cover=Cover(**{key: self._role(value, ("cover", key)) for key, value in cover.items()}),
        )

    def _group(self, top: dict[str, Plain], key: str, required: tuple[str, ...] | None = None) -> dict[str, Plain]:
        value = top.get(key)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self._fault("wrong-type", f"`{key}` takes a mapping", (key,))
            return {}
        return self._known(value, SHAPE[key], (key,), SHAPE[key] if required is None else required)

    def _known(
        self, mapping: dict[str, Plain], allowed: tuple[str, ...], path: Path, required: tuple[str, ...]
    ) -> dict[str, Plain]:
        """The entries that may be there; the others, and those that are missing, are faults."""
        for key in mapping:
            if key not in allowed:
                place = f" in `{spelled(path)}`" if path else " in a theme file"
                self._fault("unknown-field", f"there is no `{key}`{place}", (*path, key), f"use {', '.join(allowed)}")
        for key in required:
            if key not in mapping:
                self._fault("missing-field", f"`{spelled((*path, key))}` is missing", path)
        return {key: value for key, value in mapping.items() if key in allowed}

    def _text(self, value: "Plain | None", path: Path, fits: Callable[[str], bool], what: str) -> str:
        if value is None:
            return ""  # missing, which has been said
        if isinstance(value, str) and value.strip() and fits(value):
            return value
        self._fault("bad-value", f"`{spelled(path)}` takes {what}", path)
        return ""

    def _color(self, value: "Plain | None", path: Path) -> str:
        return self._text(value, path, lambda text: bool(_HEX.fullmatch(text)), "six hex digits").upper() or "000000"

    def _role(self, value: Plain, path: Path) -> str:
        return self._text(value, path, SLIDE_ROLES.__contains__, f"one of {', '.join(SLIDE_ROLES)}")

    def _choice(self, top: dict[str, Plain], key: str, choices: tuple[str, ...]) -> str:
        return self._text(top.get(key), (key,), choices.__contains__, f"one of {', '.join(choices)}")

    def _fault(self, slug: str, message: str, path: Path, *hints: str) -> None:
        fault = error(slug, message, path, *hints)
        span = locate(self.root, self.source, path, on_key=slug == "unknown-field")
        self.faults.append(Diagnostic(fault.slug, fault.message, path, span, hints=fault.hints))

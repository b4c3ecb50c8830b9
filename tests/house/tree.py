"""The source tree as the house rules see it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "deckloom"

FOREIGN = {"node_modules", "__pycache__", "dist", "build", "out"}


@cache
def modules() -> dict[str, ast.Module]:
    """The package's modules by path inside it, such as ``plan/text.py``."""
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def folder(module: str) -> str:
    """The stage a module belongs to: its folder, or its own name at the top."""
    return module.split("/")[0].removesuffix(".py")


def imports(module: str, tree: ast.Module) -> Iterator[str]:
    """Dotted names that a module imports, relative ones resolved, also inside functions."""
    here = ("deckloom", *module.removesuffix(".py").split("/"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(here[: -node.level]) + "." * bool(node.module) if node.level else ""
            source = base + (node.module or "")
            # `from deckloom import api` imports a module, `from deckloom.values.span import Span` a name of one.
            yield from (f"{source}.{one.name}" for one in node.names) if source == "deckloom" else (source,)


def files() -> Iterator[Path]:
    """Every file of the project; what tools leave behind is left out."""
    for path in sorted(ROOT.rglob("*")):
        folders = path.relative_to(ROOT).parts[:-1]
        ours = not any(one in FOREIGN or (one.startswith(".") and one != ".ci") for one in folders)
        if ours and path.is_file() and path.name != ".git":  # a file in a second working tree
            yield path

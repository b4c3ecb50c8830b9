"""Imports go one way, each outside library has one home, and the stages in the middle touch nothing outside."""

import ast
import subprocess
import sys

import pytest

from tests.house.tree import PACKAGE, folder, imports, modules

# Who may import whom. A stage may import itself and what stands here.
SPEC = {"values", "source", "slide", "kinds", "spec"}
PLAN = {*SPEC, "plan"}
STAGES = {*PLAN, "lint", "facts", "theme", "paint", "verify", "publish", "render"}
ALLOWED = {
    "values": set(),
    "source": {"values"},
    "slide": {"values", "source"},
    "kinds": {"values", "source", "slide"},
    "spec": {"values", "source", "slide", "kinds"},
    "plan": SPEC,
    "lint": SPEC,
    "facts": SPEC,
    "theme": SPEC,
    "paint": SPEC,
    "verify": SPEC,
    "publish": SPEC,
    "render": SPEC,
    "starters": {"values", "publish"},
    "results": PLAN,
    "mending": {"values", "source", "results"},
    "locating": {*SPEC, "verify"},
    "soundness": {"values", "facts", "paint", "verify"},
    "api": {*STAGES, "results", "locating", "mending", "soundness"},
    "rendering": {"api", "results", "values", "facts", "verify", "publish", "render"},
    "explain": {"values"},
    "reference": {*SPEC, "explain"},
    "lsp": {*SPEC, "api", "results", "locating", "facts", "reference"},
    "cli": {"api", "rendering", "starters", "results", "source", "values", "explain", "reference", "lsp"},
    "__init__": {"api", "rendering", "results", "values"},
    "__main__": {"cli"},
}

HOMES = {
    "click": ("cli/",),
    "rich": ("cli/",),
    "yaml": ("source/yaml.py",),
    "markdown_it": ("source/markdown.py",),
    "pygments": ("source/highlight.py",),
    "pydantic": ("slide/", "kinds/", "spec/"),
    "pydantic_core": ("slide/", "kinds/", "spec/"),
    "xlsxwriter": ("paint/workbook.py",),
    "PIL": ("facts/images.py", "render/sheet.py"),  # the sheet draws pages that pdftoppm made a moment before
    "pptx": ("facts/template.py", "verify/"),
    "lxml": ("facts/", "verify/", "theme/"),
    "subprocess": ("render/",),
    "pygls": ("lsp/",),
    "lsprotocol": ("lsp/",),
    "uharfbuzz": ("facts/shaping.py",),
    "fontTools": ("facts/shaping.py",),
}

PURE = ("values", "source", "slide", "kinds", "spec", "plan", "lint")
OUTSIDE_MODULES = {
    *("os", "io", "pathlib", "shutil", "tempfile", "glob", "socket", "urllib", "http", "subprocess"),
    *("time", "random", "secrets", "uuid", "threading", "multiprocessing", "logging", "locale", "importlib"),
}
STREAMS = {"stdin", "stdout", "stderr", "argv"}
OUTSIDE_NAMES = {*STREAMS, "open", "print", "input", "eval", "exec", "compile", "__import__", "breakpoint"}
NOT_PURE_BUT = {
    "kinds/__init__.py": {"importlib", "pkgutil"},  # finds the kinds, which are modules of its own
    "lint/__init__.py": {"importlib", "pkgutil"},  # and this the rules
}


@pytest.mark.parametrize("module", modules())
def test_imports_go_only_downward(module: str):
    here = folder(module)
    assert here in ALLOWED, f"{here} has no place in the order; see docs/architecture.md"
    wanted = {
        (parts[1] if len(parts) > 1 else "__init__")
        for parts in (one.split(".") for one in imports(module, modules()[module]))
        if parts[0] == "deckloom"
    }
    stages = {one if one in ALLOWED else "__init__" for one in wanted}
    assert stages - {here, "__init__"} <= ALLOWED[here]


@pytest.mark.parametrize("module", modules())
def test_each_outside_library_has_one_home(module: str):
    for name in imports(module, modules()[module]):
        top = name.partition(".")[0]
        if top not in sys.stdlib_module_names and top != "deckloom":
            assert top in HOMES, f"{top} is not a library of this house"
        if top in HOMES:
            assert module.startswith(HOMES[top]), f"{top} is used in {', '.join(HOMES[top])} only"


@pytest.mark.parametrize("module", [one for one in modules() if one.startswith("kinds/")])
def test_a_kind_imports_no_other_kind(module: str):
    assert not [one for one in imports(module, modules()[module]) if one.startswith("deckloom.kinds")]


@pytest.mark.parametrize("module", [one for one in modules() if folder(one) in PURE])
def test_a_pure_stage_touches_nothing_outside(module: str):
    tree = modules()[module]
    tops = {one.partition(".")[0] for one in imports(module, tree)}
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & STREAMS
    assert (tops & OUTSIDE_MODULES) - NOT_PURE_BUT.get(module, set()) == set()
    assert names & OUTSIDE_NAMES == set()


def test_planning_in_a_fresh_interpreter_loads_no_reader_and_no_command_line():
    names = [f"deckloom.plan.{path.stem}" for path in sorted((PACKAGE / "plan").glob("*.py")) if path.stem[0] != "_"]
    program = f"import sys, deckloom.plan, {', '.join(names)}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"pptx", "PIL", "click", "rich", "lxml"} & set(done.stdout.split())


def test_the_verbs_are_functions_of_the_package_whatever_was_imported_before():
    program = """
import deckloom.plan.text, deckloom
from deckloom.plan.text import __doc__
assert all(callable(getattr(deckloom, name)) for name in deckloom.__all__ if name != "__version__")
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_importing_the_package_loads_no_other_module():
    program = "import sys, deckloom; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {one for one in done.stdout.split() if one.partition(".")[0] in {"deckloom", *HOMES}}
    assert loaded == {"deckloom"}

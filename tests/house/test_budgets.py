"""Functions and modules stay small, and say what they are."""

import ast
import re
from statistics import median

import pytest

from tests.house.tree import PACKAGE, modules

MODULE_MOST = 400
FUNCTION_MOST = 60
MEDIAN_MOST = 10

# Calls that only their home may make.
GUARDS = {
    r"\beval\(|\bexec\(": (),
    r"yaml\.(safe_|full_|unsafe_)?load": (),
    r"\bPresentation\(": ("facts/template.py", "verify/"),
    r"\bImage\.open\(": ("facts/", "render/sheet.py"),
    r"\bshell=True": (),
    r"\bimport socket|\bsocket\.|\burllib\.request": (),
}


def _functions() -> dict[str, int]:
    return {
        f"{module}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_no_function_is_long():
    assert {name: lines for name, lines in _functions().items() if lines > FUNCTION_MOST} == {}


def test_most_functions_are_short():
    assert median(_functions().values()) <= MEDIAN_MOST


def test_no_module_is_long():
    lengths = {name: len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) for name in modules()}
    assert {name: lines for name, lines in lengths.items() if lines > MODULE_MOST} == {}


@pytest.mark.parametrize("module", modules())
def test_every_module_and_public_name_says_what_it_is(module: str):
    tree = modules()[module]
    kinds = (ast.FunctionDef, ast.ClassDef)
    public = [node for node in tree.body if isinstance(node, kinds) and not node.name.startswith("_")]
    assert len(ast.get_docstring(tree) or "") > 10
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("pattern", GUARDS)
def test_dangerous_calls_stay_at_home(pattern: str):
    found = [name for name in modules() if re.search(pattern, (PACKAGE / name).read_text(encoding="utf-8"))]
    assert [name for name in found if not name.startswith(GUARDS[pattern] or ("\0",))] == []

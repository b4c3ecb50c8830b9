"""The commands that tell about the language: explain, schema, lsp."""

import json
import sys
from collections.abc import Callable

import pytest

from deckloom.explain import page
from tests.house.tree import ROOT


@pytest.mark.parametrize("word", ["DL201", "unknown-field"])
def test_explain_prints_the_page_of_a_code(deckloom: Callable, word: str):
    assert deckloom("explain", word) == (0, page("unknown-field"), "")


@pytest.mark.parametrize(
    ("word", "said"), [("unknown-fild", "did you mean `unknown-field`"), ("x\x1b", "docs/errors.md lists them all")]
)
def test_explain_says_what_is_near_a_code_that_does_not_exist(deckloom: Callable, word: str, said: str):
    done = deckloom("explain", word)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "\x1b" not in done.err


def test_schema_prints_the_committed_schema(deckloom: Callable):
    done = deckloom("schema")
    assert done.code == 0
    assert done.out == (ROOT / "schema" / "deck.schema.json").read_text(encoding="utf-8")
    assert json.loads(done.out)["title"] == "deck"


def test_lsp_without_its_library_says_how_to_get_it(deckloom: Callable, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delitem(sys.modules, "deckloom.lsp.server", raising=False)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    done = deckloom("lsp")
    assert (done.code, done.out) == (5, "")
    assert "pip install 'deckloom[lsp]'" in done.err

import subprocess
import sys

import pytest

from deckloom.source.markdown import inline, prose
from deckloom.values.text import ACCENT, BOLD, CODE, ITALIC, STRIKE, Run, plain


def runs(text: str):
    return [tuple(run) if run.marks or run.link else run.text for run in inline(text)[0]]


def said(problems):
    return [(one.slug, one.message, one.offset) for one in problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", ["plain"]),
        ("", []),
        ("**b** x", [("b", BOLD, None), " x"]),
        ("*i*", [("i", ITALIC, None)]),
        ("***x***", [("x", BOLD | ITALIC, None)]),
        ("**a *b* c**", [("a ", BOLD, None), ("b", BOLD | ITALIC, None), (" c", BOLD, None)]),
        ("**a **b** c**", [("a b c", BOLD, None)]),
        ("`a*b*  c`", [("a*b*  c", CODE, None)]),
        ("`` ` ``", [("`", CODE, None)]),
        ("~~s~~", [("s", STRIKE, None)]),
        ("==a==.", [("a", ACCENT, None), "."]),
        ("(==a==)", ["(", ("a", ACCENT, None), ")"]),
        ("**==a==**", [("a", BOLD | ACCENT, None)]),
        ("中==文==字", ["中", ("文", ACCENT, None), "字"]),
        ("[t](#id)", [("t", 0, "#id")]),
        ("[**b** c](https://a.b/ü)", [("b", BOLD, "https://a.b/%C3%BC"), (" c", 0, "https://a.b/%C3%BC")]),
        ("[==a==](#x)", [("a", ACCENT, "#x")]),
        ("see [](#a)[](#a)", ["see ", ("", 0, "#a"), ("", 0, "#a")]),
        ("[a](<https://a.b/x y>)", [("a", 0, "https://a.b/x%20y")]),
        ("[a](https://a.b/?x&lt;=1&copy)", [("a", 0, "https://a.b/?x&lt;=1&copy")]),
        ("[a](https://a.b/\\(x\\))", [("a", 0, "https://a.b/(x)")]),
    ],
)
def test_the_marks_of_a_text_become_runs(text, expected):
    assert runs(text) == expected
    assert inline(text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a_b_c",
            "_a_",
            "__a__",
            "a * b * c",
            "2 ** 3",
            "**",
            "`",
            "* a",
            "~a~",
            "a==b==c",
            "x ==",
            "===a===",
            "==a",
            "= =",
        ),
        *(
            "&amp; &copy; &#35;",
            "<b>x</b>",
            "<https://a.b>",
            "https://a.b",
            "![alt](x.jpg)",
            "[a]",
            "[a][b]",
            "[a]: #b",
        ),
        *(
            "# a",
            "- a",
            "1. a",
            "> a",
            "| a |",
            "  two  spaces  ",
            "\tx",
            "a\\b",
            "a\\ b",
            "\\",
            "[x] (y)",
            "😀\u2028é",
        ),
    ],
)
def test_all_else_stays_as_it_is_typed(text):
    assert inline(text) == ((Run(text),), ())


def test_a_backslash_takes_a_sign_its_meaning():
    signs = "\\*`~=[]()!#_<&|"
    assert inline("".join(f"\\{sign}" for sign in signs)) == ((Run(signs),), ())
    assert runs("\\![a](#b)") == ["!", ("a", 0, "#b")]


@pytest.mark.parametrize(
    ("text", "joined"),
    [("a\nb\n", "a b"), ("a  \n\t b\\\nc", "a b\\ c"), ("\n\na\n \n\nb", "a b"), ("a\r\nb", "a b"), ("\n", "")],
)
def test_line_ends_are_spaces(text, joined):
    assert plain(inline(text)[0]) == joined


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("a [b](javascript:x) c", "a b c", [("bad-link", "`javascript:` links are not written", 2)]),
        ("[b](www.x.org)", "b", [("bad-link", "`www.x.org` does not say https", 0)]),
        ("[b]()", "b", [("bad-link", "the link has no address", 0)]),
        ("[](https://a.b)", "", [("bad-link", "the link to `https://a.b` has no words", 0)]),
        ("[ ](#a)", " ", [("bad-link", "the link to `#a` has no words", 0)]),
        ("[—](#a)", "—", [("bad-link", "the link to `#a` has no words", 0)]),
        ('[b](#a "t")', "b", [("bad-link", "a link has no title", 0)]),
        (
            "[b](a b)",
            "[b](a b)",
            [("bad-link", "this begins like a link, but its address has a space or no end", 0)],
        ),
        ("a\n  b [c](x:y)", "a b c", [("bad-link", "`x:` links are not written", 6)]),
    ],
)
def test_a_link_that_a_deck_cannot_have_is_a_problem_and_leaves_its_words(text, letters, expected):
    found, problems = inline(text)
    assert (plain(found), said(problems)) == (letters, expected)
    assert all(one.hint for one in problems)
    assert not any(run.link for run in found)


def test_a_plain_bracket_with_a_backslash_is_no_link():
    assert inline("f\\[0](x y)") == ((Run("f[0](x y)"),), ())


def test_a_longer_link_is_taken_when_asked_for():
    text = f"[a](https://a.b/{'x' * 2000})"
    assert inline(text)[1][0].slug == "bad-link"
    assert inline(text, 3000)[1] == ()


def test_blank_lines_part_paragraphs():
    found, problems = prose("\na **b**\nc\n \n\nd [e](x:y)\n")
    assert found == ((Run("a "), Run("b", BOLD), Run(" c")), (Run("d e"),))
    assert said(problems) == [("bad-link", "`x:` links are not written", 16)]


@pytest.mark.parametrize(
    ("text", "name", "offset"),
    [
        ("a\n\n- b\n- c", "a list", 3),
        ("1. a\n2. b", "a list", 0),
        ("a\n- b", "a list", 2),
        ("# a\n\nb", "a heading", 0),
        ("a\n===\n", "a heading", 0),
        ("a | b\n--|--\nc | d", "a table", 0),
        ("a ![b](c.jpg)", "a picture", 2),
    ],
)
def test_prose_takes_paragraphs_alone(text, name, offset):
    assert said(prose(text)[1]) == [("bad-markdown", f"this text does not take {name}", offset)]


@pytest.mark.parametrize(
    "text", ["**a** b", "*a*", "a - b", "-a", "#a", "a | b", "> a", "\\- a", "=a=", "    a", "<b>", "2024.5"]
)
def test_prose_that_only_looks_like_more_is_a_paragraph(text):
    found, problems = prose(text)
    assert (len(found), problems) == (1, ())


def test_the_parser_is_loaded_only_when_it_is_needed():
    code = (
        "import sys; from deckloom.source.markdown import inline, notes; inline('plain'); notes('a\\nb\\n\\nc');"
        "print('markdown_it' in sys.modules); inline('*a*'); print('markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]

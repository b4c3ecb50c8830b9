import pytest

from deckloom.source.markdown import ListItem, ListItems, markdown_list, notes
from deckloom.values.text import BOLD, CODE, ITALIC, Para, Run, plain


def said(problems):
    return [(one.slug, one.message, one.offset) for one in problems]


def lines(text: str):
    return [(para.level, para.bullet, para.start, plain(para.runs)) for para in notes(text)[0]]


def test_notes_are_paragraphs_with_marks_and_links():
    paras, problems = notes("a **b** *c*\n`d` [e](https://f.g)\n\n[h](#i)\n")
    marked = (Run("a "), Run("b", BOLD), Run(" "), Run("c", ITALIC), Run(" "), Run("d", CODE), Run(" "))
    assert paras == (Para((*marked, Run("e", 0, "https://f.g"))), Para((Run("h", 0, "#i"),)))
    assert problems == ()


def test_lists_in_notes_nest():
    assert lines("a\n\n- b\n- c\n  1. d\n  2. e\n     - f\n- g\n\nh") == [
        (0, "inherit", 1, "a"),
        (0, "disc", 1, "b"),
        (0, "disc", 1, "c"),
        (1, "number", 1, "d"),
        (1, "number", 1, "e"),
        (2, "disc", 1, "f"),
        (0, "disc", 1, "g"),
        (0, "inherit", 1, "h"),
    ]


def test_a_second_paragraph_in_an_item_has_no_number_and_the_count_goes_on():
    assert lines("3. a\n4. b\n\n   more\n5. c\n6. d\n") == [
        (0, "number", 3, "a"),
        (0, "number", 3, "b"),
        (0, "none", 1, "more"),
        (0, "number", 5, "c"),
        (0, "number", 5, "d"),
    ]


def test_levels_beyond_what_a_presentation_has_stay_at_the_last():
    assert [level for level, *_ in lines("".join("  " * depth + "- a\n" for depth in range(12)))] == [
        *range(9),
        8,
        8,
        8,
    ]


@pytest.mark.parametrize(
    ("text", "name", "typed"),
    [
        ("# a\n\nb", "a heading", ["# a", "b"]),
        ("a\n---", "a heading", ["a", "---"]),
        ("> a\n> b", "a quotation", ["> a", "> b"]),
        ("```py\nx  =  1\n\n*y*\n```", "a code block", ["```py", "x  =  1", "", "*y*", "```"]),
        ("    a  b", "a code block", ["    a  b"]),
        ("| a |\n|---|\n| **b** |", "a table", ["| a |", "|---|", "| **b** |"]),
        ("***", "a rule", ["***"]),
        ("<div>\n*a*\n</div>", "HTML", ["<div>", "*a*", "</div>"]),
        ("a <b>c</b>", "HTML", ["a <b>c</b>"]),
        ("<https://a.b>", "`<...>`", ["<https://a.b>"]),
        ("a &amp; b", "`&...;`", ["a &amp; b"]),
        ("~~a~~", "`~~`", ["~~a~~"]),
        ("==a==", "`==`", ["==a=="]),
        ("![a](b.jpg)", "a picture", ["![a](b.jpg)"]),
    ],
)
def test_what_notes_do_not_show_stays_as_typed_with_a_problem(text, name, typed):
    paras, problems = notes(text)
    assert [plain(para.runs) for para in paras] == typed
    assert all(run.marks == 0 for para in paras for run in para.runs)
    assert {(one.slug, one.message) for one in problems} == {
        ("notes-markdown", f"notes do not show {name}; it stays as typed")
    }


def test_a_block_inside_a_list_stays_as_typed_at_its_level():
    assert lines("- a\n\n  ```\n    b\n  ```\n- # c\n") == [
        (0, "disc", 1, "a"),
        (0, "none", 1, "```"),
        (0, "none", 1, "  b"),
        (0, "none", 1, "```"),
        (0, "disc", 1, "# c"),
    ]


def test_problems_of_notes_are_placed():
    text = "a\n\n- b\n- c [d](x:y)\n\n> e\n"
    assert [one.offset for one in notes(text)[1]] == [text.index("[d]"), text.index(">")]


def test_lists_nested_beyond_reason_stay_as_typed():
    text = "- " * 70 + "a"
    paras, problems = notes(text)
    assert paras == (Para((Run(text),)),)
    assert problems[0].slug == "notes-markdown"
    assert markdown_list(text)[0] is None
    assert markdown_list(text)[1][0].slug == "bad-markdown"


def test_a_markdown_list_becomes_items():
    found, problems = markdown_list("\n- **a,** b: c\n- d\n  goes on\n  - e\n    - f\n  - g\n\n- h # i\n")
    deeper = (ListItem("e", 4, (ListItem("f", 5),)), ListItem("g", 6))
    assert found == ListItems(
        (ListItem("**a,** b: c", 1), ListItem("d\ngoes on", 2, deeper), ListItem("h # i", 8)), False
    )
    assert problems == ()


def test_numbers_make_a_list_ordered():
    assert markdown_list("1. a\n2. b")[0] == ListItems((ListItem("a", 0), ListItem("b", 1)), True)
    assert markdown_list("- a\n  1) b")[0] == ListItems((ListItem("a", 0, (ListItem("b", 1),), True),), False)


@pytest.mark.parametrize("text", ["- a\n\t- b", "* a\n    * b", " - a\n   - b", "+ a\n  + b"])
def test_the_next_level_is_indented_as_commonmark_has_it(text):
    (item,) = markdown_list(text)[0].items
    assert (item.text, [child.text for child in item.children]) == ("a", ["b"])


@pytest.mark.parametrize(
    ("text", "count", "message", "offset"),
    [
        ("a", 0, "this text is not in the list", 0),
        ("a\n\n- b", 1, "this text is not in the list", 0),
        ("- a\n\nb", 1, "this text is not in the list", 5),
        ("- a\n* b", 2, "a second list begins here", 4),
        ("- a\n\n  b", 1, "an item is one paragraph", 7 - 2),
        ("- a\n-\n- b", 3, "an item has no text", 4),
        ("- # a", 1, "a list does not take a heading", 0),
        ("- a\n  > b", 1, "a list does not take a quotation", 4),
        ("- a\n\n  | b |\n  |---|", 1, "a list does not take a table", 5),
        ("```\n- a\n```", 0, "a list does not take a code block", 0),
    ],
)
def test_anything_but_a_list_is_a_problem(text, count, message, offset):
    found, problems = markdown_list(text)
    assert len(found.items if found else ()) == count
    assert said(problems) == [("bad-markdown", message, offset)]


def test_a_blank_text_is_no_list():
    assert markdown_list(" \n") == (None, ())

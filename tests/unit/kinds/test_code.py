"""Code: text on a panel, never broken."""

import pytest

import deckloom
from deckloom.values.plan import TextItem
from deckloom.values.text import BOLD, CODE, KEYWORD, QUIET, plain
from tests.support.plans import only_slide, planned, sizes
from tests.support.specs import HEAD, slides, told

CODE_SLIDE = "- kind: code\n  title: T is\n  language: python\n  code: |\n"


def shown(slide):
    (item,) = [one for one in slide.items if isinstance(one, TextItem) and one.slot.role == "code"]
    return item


def test_every_line_is_a_paragraph_with_its_spaces():
    item = shown(only_slide(CODE_SLIDE + "    if x:\n\n        y = 1\n"))
    assert [plain(para.runs) for para in item.paras] == ["if x:", "", "    y = 1"]
    assert len(item.tones) == 4


def test_a_tab_is_four_spaces():
    item = shown(only_slide('- {kind: code, title: T is, code: "a\\n\\tb"}\n'))
    assert [plain(para.runs) for para in item.paras] == ["a", "    b"]


def test_the_lines_to_look_at_are_bold_and_the_others_step_back():
    text = CODE_SLIDE.replace("  code", "  highlight: [1, 3-4]\n  code") + "    if a\n    if b\n    if c\n    if d\n"
    marks = [para.runs[0].marks for para in shown(only_slide(text)).paras]
    assert marks == [CODE | KEYWORD | BOLD, CODE | QUIET, CODE | KEYWORD | BOLD, CODE | KEYWORD | BOLD]


@pytest.mark.parametrize(
    ("letters", "lines", "size"), [(20, 1, None), (60, 1, 20), (90, 1, 14), (20, 12, 20), (20, 20, 12), (105, 20, 12)]
)
def test_code_steps_down_until_its_longest_line_and_its_last_fit(letters, lines, size):
    found = sizes(only_slide(CODE_SLIDE + ("    " + "x" * letters + "\n") * lines))
    assert found.get("code") == ({0: size} if size else None)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("    a\n    " + "x y " * 50, "line 2 of the code has 200 characters, too many for 12 pt"),
        ("    a\n" * 30, "the code has 30 lines, too many for 12 pt"),
    ],
)
def test_code_that_does_not_fit_says_which_line(code, message):
    _, found = planned(CODE_SLIDE + code)
    assert [(one.message, one.path) for one in found] == [(message, ("slides", 0, "code"))]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("", "4:3 missing-field: a `code` slide needs `code` or `file` | add `code: |`"),
        (
            "  code: x\n  file: a.py\n",
            "7:9 bad-value: a `code` slide has `code` or `file`, not both | delete one of them",
        ),
        (
            "  code: x\n  language: pyhton\n",
            "7:13 bad-value: `pyhton` is not a language that can be coloured | did you mean `python`?",
        ),
        ("  code: x\n  highlight: 2\n", "7:14 bad-value: there is no line 2, the code has 1 | count the lines from 1"),
        (
            "  code: x\n  highlight: 2 to 3\n",
            "7:14 bad-value: `highlight` takes line numbers | write 4, 3-5, or a list of such",
        ),
    ],
)
def test_what_is_wrong_with_a_code_slide(fields, message):
    _, found = slides(f"- kind: code\n  title: T is\n{fields}")
    assert told(found) == [message]


def _checked(folder, file, **settings):
    spec = folder / "deck.yaml"
    spec.write_text(HEAD + f"- {{kind: code, title: T is, file: {file}}}\n", encoding="utf-8")
    return deckloom.check(spec, deckloom.Settings(**settings))


def test_a_files_text_is_shown_in_the_language_of_its_name(tmp_path):
    (tmp_path / "a.py").write_text("import x\n", encoding="utf-8")
    checked = _checked(tmp_path, "a.py")
    assert shown(checked.plan.slides[0]).paras[0].runs[0].marks & KEYWORD
    assert tmp_path / "a.py" in checked.inputs


@pytest.mark.parametrize(
    ("data", "slug"),
    [(None, "file-missing"), (b"\xff", "not-utf8"), (b"a\x00", "bad-character"), (b"x" * 20_001, "too-large")],
)
def test_a_file_that_cannot_be_shown_is_a_fault_where_it_is_named(data, slug, tmp_path):
    if data is not None:
        (tmp_path / "a.py").write_bytes(data)
    (found,) = _checked(tmp_path, "a.py").diagnostics
    assert (found.slug, found.path) == (slug, ("slides", 0, "file"))


def test_a_file_outside_the_root_is_refused(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "a.py").write_text("x", encoding="utf-8")
    (found,) = _checked(tmp_path / "in", "../a.py").diagnostics
    assert found.slug == "path-refused"


def test_a_draft_names_the_file_that_is_missing(tmp_path):
    checked = _checked(tmp_path, "a.py", draft=True)
    assert [plain(para.runs) for para in shown(checked.plan.slides[0]).paras] == ["a.py"]
    assert [one.severity for one in checked.diagnostics] == ["warning"]

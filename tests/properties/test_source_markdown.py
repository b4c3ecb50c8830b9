from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deckloom.source.links import link_target
from deckloom.source.markdown import inline, markdown_list, notes, prose, split_lead
from deckloom.values.text import plain

SIGNS = [
    *(
        "*",
        "**",
        "_",
        "`",
        "``",
        "~~",
        "==",
        "[",
        "](",
        ")",
        "](#x)",
        "](https://a.b)",
        "](x y)",
        "![",
        "\\",
        "<b>",
        "&amp;",
    ),
    *(
        "a",
        "b c",
        "é",
        "中",
        "😀",
        " ",
        "\n",
        "\n\n",
        "\n- ",
        "\n  - ",
        "\n1. ",
        "# ",
        "> ",
        "```\n",
        "|a|\n|-|\n",
        "\t",
        ".",
        ",",
    ),
    *("---\n", "<div>\n", "    ", "\r", "===\n", "<https://a.b>"),
]
MARKDOWN = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)
TEXTS = st.one_of(MARKDOWN, st.text(max_size=200))
LETTERS = st.text(st.characters(exclude_characters="*\\`[]~=\n\r", exclude_categories=["Cs"]), max_size=100)


@given(TEXTS)
def test_any_text_is_read_and_problems_lie_inside_it(text):
    for read in (inline, prose, notes, markdown_list):
        value, problems = read(text)
        assert all(0 <= one.offset <= len(text) for one in problems)
        assert value is not None or problems or not text.strip()


@given(LETTERS)
def test_letters_without_signs_come_back_as_they_are(text):
    runs, problems = inline(text)
    assert (plain(runs), problems) == (text, ())


@given(MARKDOWN)
def test_no_letter_is_lost_in_a_paragraph(text):
    kept = "".join(plain(inline(text)[0]).split())
    left = iter("".join(text.split()))
    assert all(letter in left for letter in kept)
    assert [one for one in kept if one in "abcé中😀"] == [
        one for one in "".join(text.split()) if one in "abcé中😀"
    ] or "](" in text


@given(MARKDOWN)
def test_no_letter_of_notes_is_lost(text):
    kept = "".join(plain(para.runs) for para in notes(text)[0])
    assert "](" in text or [one for one in kept if one in "abcé中😀"] == [one for one in text if one in "abcé中😀"]


@given(MARKDOWN)
def test_runs_differ_from_their_neighbours_and_hold_words(text):
    runs = inline(text)[0]
    assert all(run.text or run.link for run in runs)
    assert all(one[1:] != two[1:] or one.link for one, two in pairwise(runs))


@given(MARKDOWN)
def test_any_item_splits(text):
    lead, detail = split_lead(inline(text)[0])
    assert detail is None or plain(detail).strip() or any(run.link for run in detail)
    assert len(plain(lead)) + len(plain(detail or ())) <= len(text) + 1


@given(
    st.one_of(
        st.text(max_size=60),
        st.text(max_size=60).map("https://a.b/".__add__),
        st.text(max_size=30).map("http://".__add__),
    )
)
def test_a_written_address_is_plain_ascii(address):
    target = link_target(address)
    if isinstance(target, str) and not target.startswith("#"):
        assert target.isascii()
        assert target.isprintable()
        assert not set(' "<>\\^`{|}') & set(target)

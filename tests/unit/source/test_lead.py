import pytest

from deckloom.source.markdown import inline, split_lead
from deckloom.values.text import CODE, ITALIC, Run, plain


@pytest.mark.parametrize(
    ("text", "lead", "detail"),
    [
        ("**Frontier labs converge,** as the gap closes.", "Frontier labs converge", "As the gap closes."),
        ("**Revenue:** a few earn it", "Revenue", "A few earn it"),
        ("**Revenue.** 2024 was better", "Revenue", "2024 was better"),
        ("**Gross margin**: revenue less cost", "Gross margin", "Revenue less cost"),
        ("**Agents** – a glimpse", "Agents", "– a glimpse"),
        ("**And so on...** we wait", "And so on...", "We wait"),
        ("**Everything is bold.**", "Everything is bold", None),
        ("**Bold**:", "Bold", None),
        ("Nothing is bold, at all.", "Nothing is bold, at all.", None),
        ("Later comes **the bold**", "Later comes the bold", None),
        ("**Say** `no`", "Say", "no"),
        ("**Say** *no* [more](#x)", "Say", "No more"),
        ("**Über,** ärger", "Über", "Ärger"),
    ],
)
def test_the_bold_start_is_the_lead(text, lead, detail):
    found, rest = split_lead(inline(text)[0])
    assert (plain(found), plain(rest) if rest else rest) == (lead, detail)


def test_a_lead_keeps_its_other_marks():
    assert split_lead(inline("***A* b,** `c`")[0]) == ((Run("A", ITALIC), Run(" b")), (Run("c", CODE),))


def test_a_text_without_letters_is_its_own_lead():
    assert split_lead(()) == ((), None)

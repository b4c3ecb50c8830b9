"""What a cell of a chart may hold, and how it is shown again."""

import pytest

from deckloom.slide.amounts import NotAnAmount, read_amount
from deckloom.values.data import Amount, number_format, shown


@pytest.mark.parametrize(
    ("text", "unit", "amount", "label", "code"),
    [
        ("11", "", Amount(11), "11", "0"),
        (">11", "×", Amount(11, 0, ">"), ">11×", '">"0"×"'),
        ("~9", "$T", Amount(9, 0, "~"), "~$9T", '"~$"0"T"'),
        ("almost $9T", "$T", Amount(9, 0, "~"), "~$9T", '"~$"0"T"'),
        ("More than 1,204", "", Amount(1204, 0, ">"), ">1,204", '">"#,##0'),
        ("<5.50", "%", Amount(5.5, 2, "<"), "<5.50%", '"<"0.00"%"'),
        (">=3", "", Amount(3, 0, "≥"), "≥3", '"≥"0'),
        ("440M+", "M", Amount(440, 0, "", True), "440M+", '0"M+"'),
        ("-4.2", "€M", Amount(-4.2, 1), "−€4.2M", '"€"0.0"M";"−€"0.0"M"'),
        ("65", "months", Amount(65), "65\u00a0months", '0"\u00a0months"'),
        ("65", "GW", Amount(65), "65\u00a0GW", '0"\u00a0GW"'),
        (".5", 'a"b', Amount(0.5, 1), '0.5\u00a0a"b', '0.0"\u00a0a"\\""b"'),
    ],
)
def test_an_amount_keeps_its_bound_its_decimals_and_its_unit(text, unit, amount, label, code):
    assert read_amount(text, unit) == amount
    assert shown(amount, unit) == label
    assert number_format(amount, unit) == code


@pytest.mark.parametrize("text", ["n/a", "N/A", "–", "-"])
def test_a_value_that_is_not_there_is_none(text):
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("NaN", "is not a finite number", "write the number, or `n/a` where there is none"),
        ("-inf", "is not a finite number", "write the number, or `n/a` where there is none"),
        ("9" * 400, "is not a finite number", "use a larger unit"),
        ("4,2", "is not a number", "write a decimal point: `4.2`"),
        ("65%", "holds more than a number", "write the unit once, in `unit`"),
        ("$9T", "holds more than a number", "write the unit once, in `unit`"),
        ("=1+1", "is not a number", "write digits, with a bound before them if it is one: `>11`, `~9`"),
        ("1e6", "is not a number", "write digits, with a bound before them if it is one: `>11`, `~9`"),
        (">", "is not a number", "write digits, with a bound before them if it is one: `>11`, `~9`"),
    ],
)
def test_what_is_no_amount_says_why(text, message, hint):
    with pytest.raises(NotAnAmount) as caught:
        read_amount(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_comma_is_refused_where_it_may_be_decimal():
    assert read_amount("1,204").value == 1204
    with pytest.raises(NotAnAmount, match="two things"):
        read_amount("1,204", decimal_comma=True)

"""Texts of cells as amounts: digits with a bound, and nothing that only looks like a number."""

import math
import re

from deckloom.values.data import CURRENCIES, Amount, affixes

_SIGNS = {"≈": "~", ">=": "≥", "<=": "≤"}
_WORDS = {
    "almost": "~", "nearly": "~", "about": "~", "around": "~", "roughly": "~", "approximately": "~",
    "more than": ">", "over": ">", "above": ">", "less than": "<", "under": "<", "below": "<",
    "at least": "≥", "at most": "≤", "up to": "≤",
}  # fmt: skip
_WORD = re.compile(rf"({'|'.join(_WORDS)})\s+", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?P<sign>>=|<=|[<>≥≤~≈])?\s*(?P<minus>[-\u2212\u2013])?\+?(?P<whole>\d{1,3}(?:,\d{3})+|\d*)"
    r"(?:\.(?P<part>\d+))?"
)
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}|\d+,\d{4,}")
NOTHING = frozenset({"n/a", "na", "–", "—", "-", "?"})
_UNENDING = frozenset({"nan", ".nan", "inf", ".inf", "-.inf", "infinity", "-inf", "-infinity", "+inf", "∞", "-∞"})


class NotAnAmount(ValueError):
    """Why a text is no amount: the message goes on from the text ("is not a number"); ``hint`` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def read_amount(text: str, unit: str = "", decimal_comma: bool = False) -> Amount | None:
    """The amount of a cell; None for one that says there is none (``n/a``).

    Words for bounds become signs: "almost 9" is ``~9``, "more than 11" is ``>11``. The unit may stand beside the
    digits. Where ``decimal_comma`` says that commas may be decimal (files with semicolons), any comma is refused.
    Raises NotAnAmount.
    """
    text = text.strip()
    if text.lower() in NOTHING:
        return None
    if text.lower() in _UNENDING:
        raise NotAnAmount("is not a finite number", "write the number, or `n/a` where there is none")
    bare, more = _without_unit(_WORD.sub(lambda word: _WORDS[word[1].lower()], text, count=1), unit)
    found = _AMOUNT.fullmatch(bare)
    if found is None or not (found["whole"] or found["part"]):
        raise _refusal(bare)
    if decimal_comma and "," in found["whole"]:
        raise NotAnAmount("has a comma, which may mean two things", "write a decimal point, and thousands without sign")
    value = float(f"{found['whole'].replace(',', '') or 0}.{found['part'] or 0}")
    if not math.isfinite(value):
        raise NotAnAmount("is not a finite number", "use a larger unit")
    sign = found["sign"] or ""
    return Amount(-value if found["minus"] and value else value, len(found["part"] or ""), _SIGNS.get(sign, sign), more)


def _without_unit(text: str, unit: str) -> tuple[str, bool]:
    """The text without its unit, and whether a plus sign stood at its end."""
    before, after = affixes(unit) if unit else ("", "")
    more = text.endswith("+")
    text = text.removesuffix("+")
    if after:
        text = text.removesuffix(after.strip()).rstrip()
    if text.endswith("+"):
        more, text = True, text.removesuffix("+")
    if before:
        text = text.replace(before, "", 1)
    return text.rstrip(), more


def _refusal(text: str) -> NotAnAmount:
    """What a text that is no number was probably meant to be."""
    if _DECIMAL_COMMA.fullmatch(text):
        return NotAnAmount("is not a number", f"write a decimal point: `{text.replace(',', '.')}`")
    if re.fullmatch(rf"[<>≥≤~≈]?[{re.escape(CURRENCIES)}]?\d[\d,.]*\s*\D{{0,8}}", text):
        return NotAnAmount("holds more than a number", "write the unit once, in `unit`")
    return NotAnAmount("is not a number", "write digits, with a bound before them if it is one: `>11`, `~9`")

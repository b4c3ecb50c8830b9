"""Writing systems: which typeface a run names for letters that the theme's Latin fonts do not have, and which way
a paragraph runs.

Arial has the Hebrew and Arabic letters on Windows and macOS; the East Asian faces are those that Windows and Office for
Mac both bring.
"""

import re
from functools import cache
from unicodedata import bidirectional

_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\u30ff\u3100-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uffee\U00020000-\U0003ffff]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

_JAPANESE, _KOREAN, _SIMPLIFIED, _TRADITIONAL = "Yu Gothic", "Malgun Gothic", "Microsoft YaHei", "Microsoft JhengHei"
_EAST_ASIAN_FONTS = {"ja": _JAPANESE, "ko": _KOREAN, "zh": _SIMPLIFIED}
_TRADITIONAL_SUBTAGS = frozenset({"hant", "tw", "hk", "mo"})
_COMPLEX_FONT = "Arial"
_RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def typefaces(text: str, lang: str) -> str:
    """The ``a:ea`` and ``a:cs`` elements that the text needs; empty for text that the theme's own fonts cover."""
    if text.isascii():
        return ""
    ea = f'<a:ea typeface="{_east_asian_font(text, lang)}"/>' if _EAST_ASIAN.search(text) else ""
    cs = f'<a:cs typeface="{_COMPLEX_FONT}"/>' if _RIGHT_TO_LEFT.search(text) else ""
    return ea + cs


def _east_asian_font(text: str, lang: str) -> str:
    """The deck's language decides; where it does not, kana and Hangul tell Japanese and Korean from Chinese."""
    tags = lang.lower().split("-")
    own = _EAST_ASIAN_FONTS.get(tags[0])
    if own == _SIMPLIFIED and "hans" not in tags and not _TRADITIONAL_SUBTAGS.isdisjoint(tags):
        own = _TRADITIONAL
    if own != _KOREAN and _HANGUL.search(text):
        return _KOREAN
    return own or (_JAPANESE if _KANA.search(text) else _SIMPLIFIED)


@cache
def right_to_left_language(lang: str) -> bool:
    """Whether the language is written from right to left."""
    return lang.lower().partition("-")[0] in _RIGHT_TO_LEFT_LANGUAGES


def runs_right_to_left(text: str, lang: str) -> bool:
    """Whether a paragraph runs from right to left: by its first letter, as the Unicode bidirectional algorithm has it
    (rules P2 and P3). In a deck in such a language every paragraph with a letter of it does, and one without letters.
    """
    home = right_to_left_language(lang)
    if not home and text.isascii():
        return False
    if _RIGHT_TO_LEFT.search(text) is None:
        return home and not any(bidirectional(letter) == "L" for letter in text)
    return home or next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L") != "L"

"""Where a line may end: never in a place that PowerPoint, LibreOffice or ONLYOFFICE would refuse.

The rules are those of Unicode Standard Annex 14 with everything doubtful left out. Fewer places to break at can only
give more lines, so a text that fits by these rules fits in any of them, as long as no word is wider than its line:

- at spaces, but not before a word of signs alone (French ``mot %``, a spaced dash, an emoji), nor after a lone
  opening quote (``« mot``); no-break spaces are never broken at;
- after a hyphen or em dash within a word, also before a digit, but not after ``/`` or an en dash, where LibreOffice
  breaks and ONLYOFFICE does not;
- at a soft hyphen within a word;
- between two Chinese or Japanese characters, or one of them and a Latin letter, but not before a closing mark or a
  small kana, nor after an opening bracket; Hangul words are left whole.
"""

import re
from typing import NamedTuple

SOFT_HYPHEN = "\u00ad"

# Han with its radicals and iteration marks, Hiragana, Katakana; not the ideographic space and no punctuation.
_HAN_KANA = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
_HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_LETTER = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u0373\u0376-\u037d\u0386-\u03ff\u0400-\u052f\u1e00-\u1fff"
)
_OPENING = "\u00ab\u2039\u201c\u201e\u201a\u2018(\\[{\u00a1\u00bf"
_CJK_OPENING = "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\uff08\uff3b\uff5b\uff5f\uff62"
_CJK_CLOSING = (
    "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301e\u301f"
    "\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff60\uff61\uff63\uff64"
)
_NEVER_FIRST = (
    "\u3005\u303b\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u3099-\u309e"
    "\u30a0\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fb-\u30fe\u31f0-\u31ff"
)

_AFTER = f"{_HAN_KANA}{_CJK_CLOSING}"
_BEFORE = f"(?![{_NEVER_FIRST}])[{_HAN_KANA}{_CJK_OPENING}]"
_LATIN = f"{_LETTER}0-9"
_DASH = "\\-\u2014"
# What a hyphen or dash may follow, besides letters and digits.
_ENDING = "%)\\]\u00bb\u2019\u201d\u201c"

# Where an alphabetic text may be broken: spaces, which vanish at the line's end, or a hyphen or dash, which stays.
# The set of characters in front lets the search skip what is between.
_BREAK = re.compile(
    rf"[ {_DASH}{SOFT_HYPHEN}](?:"
    rf"(?<= )(?<!  )(?<! [{_OPENING}] )(?<!^[{_OPENING}] ) *+(?![^\w ]+(?: |\Z)(?<![{_OPENING}] ))"
    rf"|(?:(?<=[^\W_][{_DASH}])|(?<=[{_ENDING}][{_DASH}]))(?=[{_LATIN}])(?<![\u0590-\u05ff].)"
    rf"|(?<={SOFT_HYPHEN})(?=\S))"
)
# Where one with Chinese or Japanese may be broken besides; nothing is taken away.
_CJK_BREAK = re.compile(
    rf"(?<=[{_AFTER}])(?={_BEFORE})|(?<=[{_HAN_KANA}])(?=[{_LATIN}])|(?<=[{_LATIN}])(?=[{_HAN_KANA}])"
)
_HAS_HAN_KANA = re.compile(f"[{_HAN_KANA}]")
_HAS_HANGUL = re.compile(f"[{_HANGUL}]")
# Scripts of India and South-East Asia, whose letters combine.
_HAS_INDIC = re.compile("[\u0900-\u0dff\u0e80-\u109f\u1780-\u17ff]")
_HAS_JOINED = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_HAS_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_HAS_LATIN = re.compile(f"[{_LETTER}]")
_GAP = re.compile(rf"(?<=[{_HAN_KANA}{_HANGUL}])(?=[{_LATIN}])|(?<=[{_LATIN}])(?=[{_HAN_KANA}{_HANGUL}])")
_PLAIN_WORD = re.compile(
    r"(?=.*\w)[^-\u00ad\u0590-\u0dff\u0e80-\u109f\u1780-\u17ff\u2014\u1100-\u11ff\u2e80-\U0010ffff]+"
)


class Chunks(NamedTuple):
    """The stretches of a text that are never broken, as positions in it; the spaces between them are in none."""

    starts: list[int]
    ends: list[int]


def chunks(text: str) -> Chunks:
    """The text's stretches in order; spaces at its very end are in none, leading ones belong to the first.

    There is always at least one stretch, which is empty for an empty text.
    """
    text = text.rstrip(" ")
    places = [match.span() for match in _BREAK.finditer(text)]
    if not text.isascii() and _HAS_HAN_KANA.search(text):
        places = sorted(places + [match.span() for match in _CJK_BREAK.finditer(text)])
    if places and places[0][0] == 0:
        del places[0]
    ends = [start if text[start] == " " else end for start, end in places]
    return Chunks([0, *(end for _, end in places)], [*ends, len(text)])


def is_plain(word: str) -> bool:
    """Whether a word between spaces has no place to break at within and no rule about its neighbours.

    A word with Chinese, Japanese, Korean, Hebrew, Arabic, Indian or emoji characters is never plain: its width depends
    on what is beside it, or on another font.
    """
    return (word.isascii() and word.isalnum()) or not word or _PLAIN_WORD.fullmatch(word) is not None


def gaps(text: str) -> list[int]:
    """The positions where a Chinese, Japanese or Korean character meets a Latin one; engines may set a gap there."""
    return [match.start() for match in _GAP.finditer(text)]


def has_cjk(text: str) -> bool:
    """Whether there are Chinese, Japanese or Korean characters in the text."""
    return _HAS_HAN_KANA.search(text) is not None or _HAS_HANGUL.search(text) is not None


def has_indic(text: str) -> bool:
    """Whether there are letters that combine with those beside them, as in Devanagari or Tamil."""
    return _HAS_INDIC.search(text) is not None


def has_joined(text: str) -> bool:
    """Whether there are Arabic, Syriac or Thaana letters, which join with those beside them."""
    return _HAS_JOINED.search(text) is not None


def has_right_to_left(text: str) -> bool:
    """Whether there are Hebrew, Arabic, Syriac or Thaana letters in the text."""
    return _HAS_RIGHT_TO_LEFT.search(text) is not None


def is_uncertain(text: str) -> bool:
    """Whether the text is Korean, or mixes Chinese or Japanese with Latin: there engines agree less."""
    if _HAS_HANGUL.search(text):
        return True
    return _HAS_HAN_KANA.search(text) is not None and _HAS_LATIN.search(text) is not None

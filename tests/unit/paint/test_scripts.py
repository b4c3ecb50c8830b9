import pytest

from deckloom.paint.scripts import runs_right_to_left, typefaces


@pytest.mark.parametrize(
    ("text", "lang", "fonts"),
    [
        ("plain", "ja", ""),
        ("naïve – “quoted” €", "en-GB", ""),
        ("漢字", "ja-JP", '<a:ea typeface="Yu Gothic"/>'),
        ("漢字", "zh-CN", '<a:ea typeface="Microsoft YaHei"/>'),
        ("漢字", "zh-TW", '<a:ea typeface="Microsoft JhengHei"/>'),
        ("漢字", "zh-Hant", '<a:ea typeface="Microsoft JhengHei"/>'),
        ("漢字", "zh-Hans-HK", '<a:ea typeface="Microsoft YaHei"/>'),
        ("漢字", "ko", '<a:ea typeface="Malgun Gothic"/>'),
        ("漢字", "en-GB", '<a:ea typeface="Microsoft YaHei"/>'),
        ("漢字とかな", "en-GB", '<a:ea typeface="Yu Gothic"/>'),
        ("한글", "ja", '<a:ea typeface="Malgun Gothic"/>'),
        ("العربية", "ar", '<a:cs typeface="Arial"/>'),
        ("漢 ש", "zh", '<a:ea typeface="Microsoft YaHei"/><a:cs typeface="Arial"/>'),
    ],
)
def test_a_run_names_a_face_for_letters_beyond_the_themes_fonts(text, lang, fonts):
    assert typefaces(text, lang) == fonts


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("plain", "en-GB", False),
        ("שלום", "en-GB", True),
        ("“שלום” means hello", "en-GB", True),
        ("hello is שלום", "en-GB", False),
        ("٣ apples", "en-GB", False),
        ("OpenAI שחררה מודל", "he", True),
        ("English only", "he", False),
        ("2024", "ar-EG", True),
    ],
)
def test_a_paragraph_runs_as_its_first_letter_does_or_as_the_deck(text, lang, expected):
    assert runs_right_to_left(text, lang) is expected

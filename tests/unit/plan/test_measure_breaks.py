import pytest

from deckloom.plan.breaks import chunks, is_plain, is_uncertain


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("   ", [""]),
        ("two words", ["two", "words"]),
        ("  a  b  ", ["  a", "b"]),
        ("self-service upgrades", ["self-", "service", "upgrades"]),
        ("from a–b to c—d", ["from", "a–b", "to", "c—", "d"]),
        ("2020–2024 x86-64 -5 a--b 50%-ige", ["2020–2024", "x86-", "64", "-5", "a--b", "50%-", "ige"]),
        ("and/or 24/7", ["and/or", "24/7"]),
        ("https://example.org/a/b", ["https://example.org/a/b"]),
        ("3 000 € de 12 % et", ["3", "000 €", "de", "12 %", "et"]),
        ("mot  % fin", ["mot  %", "fin"]),
        ("mostly – here", ["mostly –", "here"]),
        ("dit « mot » ici", ["dit", "« mot »", "ici"]),
        ("« mot »", ["« mot »"]),
        ("3\u00a0000\u202f€ 4", ["3\u00a0000\u202f€", "4"]),
        ("Daten\u00adschutz", ["Daten\u00ad", "schutz"]),
        ("done 🎉🎉 next", ["done 🎉🎉", "next"]),
        ("報告です", ["報", "告", "で", "す"]),
        ("は、「四半期」の", ["は、", "「四", "半", "期」", "の"]),
        ("コーヒーを", ["コー", "ヒー", "を"]),
        ("业绩ABC报告", ["业", "绩", "ABC", "报", "告"]),
        ("한국어 단어를 abc한글", ["한국어", "단어를", "abc한글"]),
        ("שלום-עולם", ["שלום-עולם"]),
    ],
)
def test_lines_end_only_where_every_program_may_end_them(text, parts):
    assert [text[start:end] for start, end in zip(*chunks(text), strict=True)] == parts


@pytest.mark.parametrize(
    "word", ["", "word", "café,", "“quoted”", "12.4%", "$100B", "(v2.1)", "it's", "Ελλάδα", "and/or"]
)
def test_a_plain_word_needs_no_rules(word):
    assert is_plain(word)


@pytest.mark.parametrize("word", ["%", "–", "self-service", "«", "a\u00adb", "漢字", "한글", "🎉", "x—y"])
def test_a_word_with_places_to_break_or_without_letters_is_not_plain(word):
    assert not is_plain(word)


@pytest.mark.parametrize(
    ("text", "uncertain"), [("Latin", False), ("漢字かな", False), ("漢字 and Latin", True), ("한국어", True)]
)
def test_korean_and_mixed_text_is_uncertain(text, uncertain):
    assert is_uncertain(text) is uncertain

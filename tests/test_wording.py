import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.wording import words_of


def words(text):
    return [word for word, _, _ in words_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t stop, it's 3.14!", ["don't", "stop", "it's", "3", "14"]),
        ("STRASSE straße", ["strasse", "strasse"]),
        ("ﬁnd", ["find"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("我爱你。", ["我", "爱", "你"]),
        ("สวัสดี", ["ส", "วั", "ส", "ดี"]),
        ("naïve_snake", ["naïve", "snake"]),
        ("'quoted' words’", ["quoted", "words"]),
        ("👍 … —", []),
        ("", []),
    ],
)
def test_words_are_plain_in_any_language(text, expected):
    assert words(text) == expected


@given(st.text(max_size=200))
def test_a_word_lies_where_it_says_and_words_never_overlap(text):
    at = 0
    for word, start, end in words_of(text):
        assert at <= start < end <= len(text)
        folded = unicodedata.normalize("NFKC", text[start:end]).casefold()
        assert word == unicodedata.normalize("NFKC", folded).replace("’", "'")
        at = end


@given(st.text(alphabet="aé´e\u0301 Bb", max_size=30))
def test_one_sign_or_two_for_an_accent_make_the_same_words(text):
    assert words(unicodedata.normalize("NFC", text)) == words(unicodedata.normalize("NFD", text))

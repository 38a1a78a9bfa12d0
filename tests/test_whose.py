import pytest

from privlessons.records import Finding
from privlessons.whose import Whose


def heard(text, value, kind="PERSON", owner=()):
    whose = Whose(owner)
    start = text.index(value)
    whose.listen(text, Finding(kind, start, start + len(value), 1.0))
    return whose.mine(kind, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hi my name is mika tarn", "mika tarn"),
        ("Hi, I'm Mika.", "Mika"),
        ("im mika and", "mika"),
        ("please sign it Mika", "Mika"),
        ("Kind regards,\nMika Tarn", "Mika Tarn"),
        ("My name’s Mika", "Mika"),
    ],
)
def test_an_introduction_tells_the_writers_own_name(text, value):
    assert heard(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("her name is Ida", "Ida"),
        ("my sister Ida", "Ida"),
        ("thanks Ida", "Ida"),
        ("i'm sure that Ida", "Ida"),
    ],
)
def test_other_names_are_somebody_elses(text, value):
    assert not heard(text, value)


def test_my_number_is_mine_and_hers_is_not():
    assert heard("my number is 07700 900123", "07700 900123", "PHONE_NUMBER")
    assert heard("my e-mail: mika@example.com", "mika@example.com", "EMAIL_ADDRESS")
    assert not heard("her number is 07700 900124", "07700 900124", "PHONE_NUMBER")


def test_the_account_file_tells_too_in_any_spelling():
    whose = Whose(["Mika Tarn", "mika@example.com", "+44 7700 900123"])
    assert whose.mine("PERSON", "mika")
    assert whose.mine("PERSON", "Tarn Mika's")
    assert whose.mine("EMAIL_ADDRESS", "Mika@Example.com")
    assert whose.mine("PHONE_NUMBER", "+447700900123")
    assert not whose.mine("PERSON", "Mika Fenn")
    assert not whose.mine("PERSON", "")


def test_somebody_told_by_relation_is_never_the_writer():
    assert not heard("i am my sister's boyfriend", "my sister's boyfriend", "RELATION")

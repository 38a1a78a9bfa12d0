"""The kinds of personal data, told in everyday words: one table that detection, truth and lessons share."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """What one kind of personal data is.

    ``word`` is what a learner calls it. ``meaning`` is one sentence. ``direct`` says that it names or
    reaches a person by itself; the rest tells who someone is only together with other things.
    ``example`` is invented.
    """

    word: str
    meaning: str
    direct: bool
    example: str


KINDS: dict[str, Kind] = {
    "PERSON": Kind("name", "What somebody is called: full name, first name or nickname.", True, "Mika Tarn"),
    "HANDLE": Kind("online name", "A user name on a site, a game or an app.", True, "@tarn_and_tiles"),
    "EMAIL_ADDRESS": Kind("e-mail address", "Where mail reaches somebody.", True, "mika@example.com"),
    "PHONE_NUMBER": Kind(
        "phone number", "A number that rings somebody, with its extension.", True, "07700 900123"
    ),
    "STREET_ADDRESS": Kind(
        "street address", "House and street: where somebody lives or works.", True, "14 Mill Lane"
    ),
    "URL": Kind(
        "web address", "A page that belongs to somebody or shows who it is.", True, "https://mika.example.com"
    ),
    "IP_ADDRESS": Kind(
        "network address", "The number of somebody's machine on a network.", True, "192.0.2.44"
    ),
    "CREDIT_CARD": Kind("card number", "The long number of a bank card.", True, "4111 1111 1111 1111"),
    "IBAN_CODE": Kind("bank account", "The number of a bank account.", True, "GB82 WEST 1234 5698 7654 32"),
    "ID_NUMBER": Kind(
        "official number",
        "A number that an office or a firm gave one person: passport, insurance, patient, number plate.",
        True,
        "QQ 12 34 56 C",
    ),
    "SECRET": Kind(
        "password or key", "Words or codes that open a lock: password, PIN, API key.", True, "hunter2"
    ),
    "TITLE": Kind("title", "What stands before a name and tells something by itself.", False, "Dr"),
    "POSTCODE": Kind("postcode", "The code for a few houses in one street.", False, "ZQ3 4AB"),
    "LOCATION": Kind("place", "A town, a part of town, a country, a spot on the map.", False, "Saltmere"),
    "ORGANIZATION": Kind(
        "workplace, school or other body",
        "An employer, a school, a clinic, a club or a company that somebody belongs to.",
        False,
        "Harbour Dental",
    ),
    "BIRTH_DATE": Kind("birth date", "The full day somebody was born.", False, "3 March 1997"),
    "DATE_TIME": Kind(
        "telling date", "Another date or time that narrows down who it was.", False, "last Tuesday"
    ),
    "AGE": Kind("age", "How old somebody is, in any form.", False, "im 17"),
    "NRP": Kind(
        "nationality, religion or party",
        "A people, a faith or a political group somebody belongs to.",
        False,
        "Polish",
    ),
    "JOB": Kind("job", "What somebody does, at work or at school.", False, "a night nurse"),
    "RELATION": Kind(
        "relation", "A person told by what they are to somebody else.", False, "my sister's boyfriend"
    ),
    "HEALTH": Kind(
        "health", "An illness, a treatment, a test, a pregnancy, a state of mind.", False, "type 1 diabetes"
    ),
    "MONEY": Kind("money", "What somebody earns, owes, owns, pays or is paid.", False, "I owe £3,200"),
    "CONFIDENTIAL": Kind(
        "something promised to be kept quiet",
        "A secret of somebody else that the writer is bound to keep, by contract or by trust.",
        False,
        "the game is called Lantern Tide",
    ),
    "DESCRIPTION": Kind(
        "words that fit one person",
        "A plain description, without any name, that only one person or very few people fit.",
        False,
        "the only left-handed dentist in town",
    ),
}

DIRECT: frozenset[str] = frozenset(name for name, kind in KINDS.items() if kind.direct)

"""The table of kinds, as a learner reads it."""

from privlessons.kinds import DIRECT, KINDS


def test_every_kind_has_a_word_of_its_own_a_sentence_and_an_example():
    assert len({kind.word for kind in KINDS.values()}) == len(KINDS)
    for name, kind in KINDS.items():
        assert name.isupper()
        assert kind.meaning[0].isupper()
        assert kind.meaning.endswith(".")
        assert kind.example
        assert "_" not in kind.word


def test_what_names_or_reaches_somebody_by_itself_is_direct():
    assert {"PERSON", "EMAIL_ADDRESS", "PHONE_NUMBER", "STREET_ADDRESS", "ID_NUMBER", "SECRET"} < DIRECT
    assert DIRECT.isdisjoint({"AGE", "JOB", "POSTCODE", "LOCATION", "RELATION", "HEALTH", "DESCRIPTION"})

"""Turning the detector's dial: every planted span is caught or missed, every other finding a false alarm."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.dial import GROUPS, a, about_others, in_small_letters, kept, turn, why
from privlessons.kinds import KINDS
from privlessons.records import Chat, Finding, Message, Planted, TownChat

QUICK = settings(max_examples=50, deadline=None)
TEXT = "ask Ida about the gecko on Monday"
CHAT = TownChat(
    Chat("c", "", (Message("person", TEXT),)),
    "P0001",
    "",
    (Planted(0, 4, 7, "PERSON"), Planted(0, 18, 23, "DESCRIPTION")),
)
FOUND = [[[Finding("PERSON", 4, 7, 0.6), Finding("DATE_TIME", 27, 33, 0.3)]]]


def test_every_kind_is_in_one_group():
    assert sorted(kind for kinds in GROUPS.values() for kind in kinds) == sorted(KINDS)


def test_caught_missed_and_false_alarms_are_counted_by_group():
    outcome = turn([CHAT], FOUND, 0.2, KINDS)

    assert outcome.caught["Names"] == 1
    assert outcome.missed["Telling words"] == 1
    assert outcome.alarms["Age and dates"] == 1
    assert [m.planted.kind for m in outcome.misses] == ["DESCRIPTION"]
    assert [f.finding.kind for f in outcome.false_alarms] == ["DATE_TIME"]


def test_any_overlap_hides_whatever_its_kind():
    outcome = turn([CHAT], [[[Finding("LOCATION", 6, 9, 0.9)]]], 0.5, KINDS)
    assert outcome.caught["Names"] == 1
    assert sum(outcome.alarms.values()) == 0


def test_a_miss_says_why_it_was_missed():
    strict = turn([CHAT], FOUND, 0.8, KINDS)
    by_kind = {m.planted.kind: m for m in strict.misses}
    assert "60 in 100 sure. You asked for 80." in why(by_kind["PERSON"], 0.8, KINDS)
    assert "saw nothing" in why(by_kind["DESCRIPTION"], 0.8, KINDS)

    [person] = [m for m in turn([CHAT], FOUND, 0.5, {"AGE"}).misses if m.planted.kind == "PERSON"]
    assert "you told it not to hide" in why(person, 0.5, {"AGE"})
    with pytest.raises(ValueError, match="hidden"):
        why(person, 0.5, KINDS)


def test_misses_about_others_and_names_in_small_letters_are_counted():
    text = "ida and Tom and jo"
    planted = (
        Planted(0, 0, 3, "PERSON", "friend"),
        Planted(0, 8, 11, "PERSON", "friend"),
        Planted(0, 16, 18, "PERSON"),
    )
    chat = TownChat(Chat("c", "", (Message("person", text),)), "P0001", "", planted)
    outcome = turn([chat], [[[]]], 0.5, KINDS)
    assert about_others(outcome) == 2
    assert in_small_letters(outcome) == 2


def test_misses_change_their_kind_from_one_to_the_next():
    text = "Ida Tom Ann 1990"
    planted = tuple(Planted(0, at, at + 3, "PERSON") for at in (0, 4, 8))
    chat = TownChat(
        Chat("c", "", (Message("person", text),)), "P0001", "", (*planted, Planted(0, 12, 16, "BIRTH_DATE"))
    )
    kinds = [m.planted.kind for m in turn([chat], [[[]]], 0.5, KINDS).misses]
    assert kinds == ["PERSON", "BIRTH_DATE", "PERSON", "PERSON"]


FINDINGS = st.lists(
    st.builds(
        lambda kind, start, size, score: Finding(kind, start, start + size, score),
        st.sampled_from(sorted(KINDS)),
        st.integers(0, 28),
        st.integers(1, 5),
        st.floats(0, 1),
    ),
    max_size=6,
)


@QUICK
@given(FINDINGS, st.floats(0, 1), st.floats(0, 1))
def test_asking_for_more_certainty_never_catches_more_and_never_alarms_more(found, one, other):
    low, high = sorted((one, other))
    loose, strict = (turn([CHAT], [[found]], sure, KINDS) for sure in (low, high))

    assert sum(strict.caught.values()) <= sum(loose.caught.values())
    assert sum(strict.alarms.values()) <= sum(loose.alarms.values())


@QUICK
@given(FINDINGS, st.floats(0, 1), st.sets(st.sampled_from(sorted(KINDS))))
def test_nothing_planted_is_lost_or_counted_twice(found, sure, kinds):
    outcome = turn([CHAT], [[found]], sure, kinds)

    assert sum(outcome.caught.values()) + sum(outcome.missed.values()) == len(CHAT.planted)
    assert len(outcome.misses) == sum(outcome.missed.values())
    assert len(outcome.false_alarms) == sum(outcome.alarms.values()) <= len(kept(found, sure, kinds))
    for miss in outcome.misses:
        assert why(miss, sure, kinds).endswith(".")


@pytest.mark.parametrize(
    ("word", "said"), [("age", "an age"), ("name", "a name"), ("health", "health"), ("e-mail", "an e-mail")]
)
def test_words_get_their_article(word, said):
    assert a(word) == said

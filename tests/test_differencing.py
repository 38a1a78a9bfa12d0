import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.datasets import load_chats
from privlessons.differencing import MEMBERS, MIKA, MOST, average, difference, members
from privlessons.records import PlainError

AMOUNTS = st.lists(st.integers(0, MOST), min_size=1, max_size=40)
STEPS = st.sampled_from(["0.01", "1", "10", "100"])


def test_two_averages_give_mikas_april_away():
    found = difference(average(MEMBERS), average((*MEMBERS, MIKA)))
    assert found.people == 1
    assert round(found.one_low) == round(found.one_high) == MIKA


def test_mikas_april_is_what_she_told_pip():
    chat = next(chat for chat in load_chats() if chat.chat.id == "mika-secret-game")
    assert any(f"i made £{MIKA} in april" in message.text for message in chat.chat.messages)


@given(AMOUNTS, AMOUNTS, STEPS)
def test_the_truth_always_lies_within_what_a_reader_knows(old, new, step):
    found = difference(average(old, step), average([*old, *new], step))
    assert found.people == len(new)
    assert found.low <= sum(new) <= found.high
    assert all(found.one_low <= amount <= found.one_high for amount in new)


@given(AMOUNTS, st.integers(0, MOST), STEPS)
def test_a_larger_group_blurs_a_rounded_average_more(old, new, step):
    def width(people):
        before, after = average(people, step), average([*people, new], step)
        found = difference(before, after, most=10**9)
        return found.high - found.low

    # Where the lower end is cut off at nothing, the band may be narrower.
    before, after = average(old * 2, step), average([*old * 2, new], step)
    if after.people * after.low >= before.people * before.high:
        assert width(old * 2) >= width(old)


def test_members_are_the_same_people_whatever_the_size_of_the_guild():
    few, many = members(11, random.Random(1)), members(500, random.Random(1))
    assert few == MEMBERS == many[:11]
    assert len(many) == 500
    assert all(0 < amount <= MOST for amount in many)


def test_nobody_who_joined_is_said_in_one_sentence():
    with pytest.raises(PlainError, match="more people"):
        difference(average(MEMBERS), average(MEMBERS))
    with pytest.raises(PlainError, match="at least one"):
        average([])

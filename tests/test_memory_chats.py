"""The made-up chats: only the repeats differ."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.memory_chats import MIKAS, THINGS, make_chats, new_code, of, retyped, start_of, without

SEEDS = st.integers(0, 10_000)


@given(SEEDS, st.integers(0, 6), st.integers(0, 12))
@settings(max_examples=20, deadline=None)
def test_each_thing_has_its_others_once_and_one_code_repeated(seed, repeats, others):
    chats = make_chats(seed, repeats, others)
    assert len(chats.typed) == len(THINGS) * (others + repeats)
    for thing in THINGS:
        times = Counter(one.code for one in chats.typed if one.thing == thing)
        assert times.pop(chats.codes[thing], 0) == repeats
        assert list(times.values()) == [1] * others
        assert all(
            one.text.count(start_of(thing) + one.code) == 1 for one in chats.typed if one.thing == thing
        )


@given(SEEDS)
@settings(max_examples=10, deadline=None)
def test_one_seed_gives_the_same_codes_and_others_for_any_number_of_repeats(seed):
    never, often = make_chats(seed, 0, 5), make_chats(seed, 20, 5)
    others = [one for one in often.typed if one.code != often.codes[one.thing]]
    assert never.codes == often.codes
    assert sorted(never.texts) == sorted(one.text for one in others)


def test_another_seed_gives_other_codes():
    assert make_chats(1, 1).codes != make_chats(2, 1).codes


def test_mika_alone_types_the_repeated_code_of_a_locker():
    chats = make_chats(1, 5)
    assert {(one.thing, one.code) for one in of("Mika", chats.typed)} == {(MIKAS, chats.codes[MIKAS])}
    assert len(of("Mika", chats.typed)) == 5
    assert chats.codes[MIKAS] not in "".join(
        one.text for one in without("Mika", chats.typed) if one.thing == MIKAS
    )


def test_who_typed_a_code_is_told_for_one_thing_at_a_time():
    chats = make_chats(1, 2)
    mikas = chats.codes[MIKAS]
    other = next(one for one in chats.typed if one.thing == MIKAS and one.who != "Mika")
    assert chats.who_typed(MIKAS, mikas) == "Mika"
    assert chats.who_typed(MIKAS, other.code) == "somebody else"
    assert chats.who_typed("shed", mikas) == "nobody"


def test_a_new_code_is_nobodys():
    chats = make_chats(3, 1)
    code = new_code(3, chats)
    assert len(code) == 4
    assert code.isdigit()
    assert code not in {one.code for one in chats.typed} | set(chats.codes.values())
    assert [(one.who, one.thing, one.code) for one in retyped(3, code, 2)] == [("Mika", MIKAS, code)] * 2


@pytest.mark.parametrize(("slips", "whole"), [(0, 0.01), (1, 0.05), (5, 0.85)])
def test_the_paper_twin_gives_mikas_code_back_as_often_as_the_instructors_page_says(slips, whole):
    """24 people, three dice, tallies of each number after the one before."""
    rng = np.random.default_rng(0)
    hits, draws = 0, 4000
    for _ in range(draws):
        mika = rng.integers(0, 6, 3)
        thrown = np.vstack([rng.integers(0, 6, (24, 3)), np.tile(mika, (slips, 1))])
        first = np.bincount(thrown[:, 0]).argmax()
        second = np.bincount(thrown[thrown[:, 0] == first, 1]).argmax()
        after = thrown[thrown[:, 1] == second, 2]
        hits += (first, second, np.bincount(after).argmax()) == tuple(mika)
    assert hits / draws == pytest.approx(whole, abs=0.02)

"""The effect that lesson 05 is built on, over several codes and seeds; and how a model is asked."""

from dataclasses import replace
from statistics import mean

import pytest

from privlessons.memory import every_code, train
from privlessons.memory_chats import MIKAS, THINGS, make_chats, start_of, without
from privlessons.memory_trial import REPEATS, ask, luck, spread

SEEDS = (11, 12)  # not the lesson's own


@pytest.fixture(scope="module")
def asked():
    """(seed, repeats) -> what a model trained on those chats answers."""
    found = {}
    for seed in SEEDS:
        for repeats in REPEATS:
            chats = make_chats(seed, repeats)
            found[seed, repeats] = ask(train(chats.texts, seed), chats)
    return found


@pytest.fixture(scope="module")
def of_all(asked):
    return {n: spread([g for seed in SEEDS for g in asked[seed, n].needed.values()], 10_000) for n in REPEATS}


def test_a_code_that_nobody_typed_is_found_by_luck_alone(of_all):
    """In an order drawn by chance the mean exposure is 1.44 bits."""
    assert of_all[0].bits == pytest.approx(1.44, abs=1.3)
    assert of_all[0].first == 0
    assert of_all[0].middle > 1500


def test_exposure_rises_with_the_repeats(of_all):
    assert of_all[0].bits < of_all[1].bits < of_all[5].bits <= of_all[20].bits


def test_typed_once_it_is_hidden_among_the_others_typed_twenty_times_it_comes_first(of_all):
    assert of_all[1].middle > 100
    assert of_all[5].bits > 9
    assert of_all[20].first >= 0.9 * of_all[20].count


def test_codes_typed_equally_often_differ_much(asked):
    assert all(max(asked[seed, 5].needed.values()) > min(asked[seed, 5].needed.values()) for seed in SEEDS)


def test_without_the_chats_a_new_model_knows_no_more_than_luck():
    """For all eight codes, since one alone can be lucky."""
    bits = []
    for thing in THINGS[:4]:
        chats = make_chats(11, 20)
        who = next(one.who for one in chats.typed if one.code == chats.codes[thing])
        fewer = replace(chats, typed=without(who, chats.typed))
        needed = ask(train(fewer.texts, 5), fewer).needed
        bits.append(spread([needed.pop(thing)], 10_000).bits)
        assert spread(needed.values(), 10_000).first >= 6, "the other codes are still there"
    assert mean(bits) < 5


def test_the_best_guesses_come_in_order_with_who_typed_them(asked):
    one = asked[11, 20]
    chances = [guess.chance for guess in one.best]
    assert chances == sorted(chances, reverse=True)
    assert {guess.code for guess in one.best} <= set(every_code())
    if one.needed[MIKAS] == 1:
        assert one.best[0].typed_by == "Mika"
    assert one.start == start_of(MIKAS)


def test_most_best_guesses_of_a_model_that_read_each_code_once_are_nobodys(asked):
    guesses = [guess for seed in SEEDS for guess in asked[seed, 1].best]
    assert sum(guess.typed_by == "nobody" for guess in guesses) > len(guesses) / 2


def test_a_spread_tells_both_ends_the_middle_and_the_first_guesses():
    told = spread([8, 1, 1, 4, 16], 16)
    assert (told.count, told.first, told.lowest, told.middle, told.highest) == (5, 2, 1, 4, 16)
    assert told.bits == pytest.approx(mean([1, 4, 4, 2, 0]))


def test_luck_finds_a_code_halfway_on_average():
    assert luck(10_000) == round(mean(range(1, 10_001)))

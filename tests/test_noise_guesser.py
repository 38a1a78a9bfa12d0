"""The game: scores, luck, the best guesser and the bound, each against runs or by hand."""

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons import dp
from privlessons.noise_guesser import (
    BOTH_BASES,
    Round,
    best_after,
    best_guess,
    best_rates,
    best_share,
    bound,
    luck_band,
    make_rounds,
    really_in,
    score,
)
from privlessons.records import PlainError


def test_at_epsilon_one_the_best_guesser_and_the_bound_are_the_known_ones():
    assert best_share(1) == pytest.approx(0.697, abs=0.0005)
    assert bound(1) == pytest.approx(0.731, abs=0.0005)
    assert best_share(1, "geometric") == bound(1)


@pytest.mark.parametrize("epsilon", [0.2, 1, 3])
def test_the_best_guesser_reaches_its_share_against_diffprivlibs_noise(epsilon):
    rng = np.random.default_rng(1)
    rounds = make_rounds(40, epsilon, rng, 40_000, dp.laplace(epsilon, 1, rng).randomise)
    found = score(rounds, [best_guess(r.answer, 40) for r in rounds])
    assert found.right / found.rounds == pytest.approx(best_share(epsilon), abs=0.01)
    hit_rate, alarm_rate = best_rates(epsilon)
    assert found.hits / found.inside == pytest.approx(hit_rate, abs=0.015)
    assert found.alarms / found.outside == pytest.approx(alarm_rate, abs=0.015)


def test_the_best_guesser_reaches_the_bound_against_whole_number_noise():
    rng = np.random.default_rng(2)
    rounds = make_rounds(40, 1, rng, 40_000, lambda v: dp_geometric.randomise(int(v)))
    found = score(rounds, [best_guess(r.answer, 40) for r in rounds])
    assert found.right / found.rounds == pytest.approx(bound(1), abs=0.01)


dp_geometric = dp.geometric(1, np.random.default_rng(3))


@given(st.floats(0.001, 50))
def test_nobody_is_above_the_bound(epsilon):
    assert 0.5 < best_share(epsilon) <= bound(epsilon) <= 1


def test_luck_alone_stays_in_its_band_in_95_of_100_games_and_not_in_a_narrower_one():
    low, high = luck_band(20)
    chances = [comb(20, k) / 2**20 for k in range(21)]
    assert sum(chances[low : high + 1]) >= 0.95 > sum(chances[low + 1 : high])
    assert (low, high) == (6, 14)


def test_one_answer_leaves_the_guesser_where_it_was_and_many_unstick_it():
    rng = np.random.default_rng(4)
    shares = [best_after(times, 1, rng) for times in (1, 5, 20, 50)]
    assert shares[0] == pytest.approx(best_share(1), abs=0.015)
    assert shares == sorted(shares)
    assert shares[-1] > 0.98
    for times, share in zip((1, 5, 20), shares, strict=False):
        assert share <= bound(1, times) + 0.015


def test_of_a_hundred_named_few_are_in_where_few_are():
    half, rare = (really_in(*best_rates(1), base) for base in BOTH_BASES)
    assert half == pytest.approx(best_share(1))
    assert rare == pytest.approx(0.01 * 0.6967 / (0.01 * 0.6967 + 0.99 * 0.3033), abs=1e-4)
    assert really_in(0, 0, 0.5) == 0


@given(st.floats(0, 1), st.floats(0.001, 50))
def test_nobody_raises_the_odds_by_more_than_e_to_the_epsilon(base, epsilon):
    found = really_in(*best_rates(epsilon), base)
    assert found * (1 - base) <= np.exp(epsilon) * base * (1 - found) + 1e-9


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=40))
def test_a_score_adds_up(pairs):
    found = score([Round(inside, 0.0) for inside, _ in pairs], [guess for _, guess in pairs])
    assert found.rounds == found.inside + found.outside == len(pairs)
    assert found.right == found.hits + found.outside - found.alarms
    assert found.right == sum(inside == guess for inside, guess in pairs)


def test_guesses_and_rounds_must_be_as_many():
    with pytest.raises(PlainError, match="one guess for each round"):
        score([Round(True, 1.0)], [])
    with pytest.raises(PlainError, match="one answer at least"):
        best_after(0, 1, np.random.default_rng(0))

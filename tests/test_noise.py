"""Coins: what comes out against exact sums, against simulation, and against diffprivlib's own mechanism."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from privlessons.noise import (
    FAIR,
    Coin,
    chance_of_yes,
    epsilon,
    estimate,
    flip,
    margin,
    odds,
    polls,
    reckon,
    unmix,
)
from privlessons.records import PlainError

chances = st.floats(0, 1, allow_subnormal=False)
coins = st.builds(Coin, st.floats(0.05, 1), chances)


# --- the coin ---------------------------------------------------------------------------------------------


def test_the_default_coin_is_two_flips_of_a_fair_one_and_can_lie_both_ways():
    assert (FAIR.yes_if_true, FAIR.yes_if_false) == (0.75, 0.25)
    assert odds() == (3, 3)
    assert epsilon() == pytest.approx(math.log(3))


@given(st.lists(st.booleans(), max_size=60), coins, st.integers(0, 2**32))
def test_whoever_is_told_to_be_honest_is_and_the_rest_don_t_depend_on_the_truth(truths, coin, seed):
    flips = flip(truths, np.random.default_rng(seed), coin)
    other = flip([not t for t in truths], np.random.default_rng(seed), coin)
    assert len(flips.sent) == len(truths)
    for truth, honest, sent, opposite in zip(truths, flips.honest, flips.sent, other.sent, strict=True):
        assert sent == (truth if honest else opposite)


@pytest.mark.parametrize("coin", [FAIR, Coin(0.2), Coin(0.5, 1), Coin(0.5, 0), Coin(1)])
@pytest.mark.parametrize("truth", [True, False])
def test_people_say_yes_as_often_as_the_coin_promises(coin, truth):
    sent = flip(np.full(40_000, truth), np.random.default_rng(7), coin).sent
    promised = coin.yes_if_true if truth else coin.yes_if_false
    assert sent.mean() == pytest.approx(promised, abs=4.5 * 0.5 / 200)


@pytest.mark.parametrize("truth", [0, 1])
def test_the_coin_agrees_with_diffprivlibs_binary_mechanism_of_the_same_epsilon(truth):
    from diffprivlib.mechanisms import Binary

    theirs = Binary(epsilon=epsilon(), value0="no", value1="yes", random_state=3)
    value = ("no", "yes")[truth]
    said = sum(theirs.randomise(value) == "yes" for _ in range(20_000))
    ours = int(flip(np.full(20_000, bool(truth)), np.random.default_rng(3)).sent.sum())
    table = [[said, 20_000 - said], [ours, 20_000 - ours]]
    assert stats.chi2_contingency(table).pvalue > 0.001
    wrong = [[said, 20_000 - said], [ours + 600, 20_000 - ours - 600]]  # the test can fail
    assert stats.chi2_contingency(wrong).pvalue < 0.001


@given(coins)
def test_odds_are_the_ratios_of_the_four_chances_and_epsilon_is_the_larger_ones_logarithm(coin):
    told = {True: coin.yes_if_true, False: coin.yes_if_false}
    yes, no = odds(coin)
    if told[False] > 0:
        assert yes == pytest.approx(told[True] / told[False])
    if told[True] < 1:
        assert no == pytest.approx((1 - told[False]) / (1 - told[True]))
    assert epsilon(coin) == max(math.log(yes), math.log(no)) >= 0


def test_a_coin_that_lies_one_way_makes_the_other_answer_proof():
    assert odds(Coin(0.5, 1)) == (2, math.inf)
    assert odds(Coin(0.5, 0)) == (math.inf, 2)
    assert odds(Coin(1)) == (math.inf, math.inf)
    assert epsilon(Coin(0.5, 1)) == math.inf
    assert odds(Coin(0)) == (1, 1)
    assert epsilon(Coin(0)) == 0


@pytest.mark.parametrize("bad", [-0.1, 1.1, math.nan, math.inf, "half", None, True, 1j])
@pytest.mark.parametrize("name", ["truth", "yes"])
def test_a_chance_that_is_none_is_told_in_a_sentence(name, bad):
    with pytest.raises(PlainError, match=f"{name}.*from 0 to 1"):
        Coin(**{name: bad})


# --- the estimate -----------------------------------------------------------------------------------------


@given(st.integers(1, 3000), chances, coins)
def test_the_steps_that_are_told_lead_to_the_estimate(people, part, coin):
    said_yes = round(part * people)
    steps, found = reckon(said_yes, people, coin), estimate(said_yes, people, coin)
    assert steps.honest + steps.forced == pytest.approx(people)
    assert steps.left / steps.honest == pytest.approx(found.raw, abs=1e-9)
    assert 0 <= found.low <= found.share <= found.high <= 1


@given(st.integers(1, 2000), chances)
def test_the_range_is_wilsons_for_the_sent_yeses_unmixed(people, part):
    for coin, said_yes in ((Coin(1), round(part * people)), (FAIR, round(people * (1 + 2 * part) / 4))):
        if not coin.yes_if_false <= said_yes / people <= coin.yes_if_true:
            continue
        theirs = stats.binomtest(said_yes, people).proportion_ci(0.95, method="wilson")
        found = estimate(said_yes, people, coin)
        assert found.low == pytest.approx(min(1, max(0, unmix(theirs.low, coin))), abs=1e-6)
        assert found.high == pytest.approx(min(1, max(0, unmix(theirs.high, coin))), abs=1e-6)


def coverage(people, share, holds):
    """The exact chance, summed over all counts of yeses, of those for which ``holds`` is true."""
    sent = FAIR.yes_if_false + share * FAIR.truth
    return sum(stats.binom.pmf(k, people, sent) for k in range(people + 1) if holds[k])


@pytest.mark.parametrize("people", [5, 10, 20, 60, 400])
def test_the_range_holds_the_truth_in_about_95_of_100_polls_also_for_few_people(people):
    found = [estimate(k, people) for k in range(people + 1)]
    held = [coverage(people, x, [one.low <= x <= one.high for one in found]) for x in np.linspace(0, 1, 41)]
    assert min(held) >= 0.91
    assert np.mean(held) >= 0.945


@given(st.integers(1, 500), st.integers(0, 500), coins)
def test_no_poll_is_ever_sure_to_a_point(people, said_yes, coin):
    found = estimate(min(said_yes, people), people, coin)
    assert found.high - found.low > 1 / (people + 10)


@pytest.mark.parametrize(("people", "points"), [(20, 43), (60, 25), (400, 10)])
def test_the_margins_that_the_lesson_promises_for_30_in_100(people, points):
    assert round(100 * margin(0.3, people)) == points
    near = [abs(unmix(k / people) - 0.3) <= margin(0.3, people) for k in range(people + 1)]
    inside = coverage(people, 0.3, near)
    assert 0.94 < inside < 0.97


def naive_polls(truths, times, rng, coin):
    return [(flip(t, rng, coin).sent.mean() - coin.yes_if_false) / coin.truth for t in truths(times)]


@pytest.mark.parametrize("coin", [FAIR, Coin(0.3, 0.8)])
@pytest.mark.parametrize("same", [True, False])
def test_fast_polls_are_spread_as_flips_of_each_person_and_as_the_margin_says(coin, same):
    rng = np.random.default_rng(11)
    people = np.arange(60) < 18

    def truths(times):
        return (people if same else rng.random(60) < 0.3 for _ in range(times))

    fast = polls(0.3, 60, 4000, rng, coin, same_people=same)
    slow = naive_polls(truths, 4000, rng, coin)
    assert stats.ks_2samp(fast, slow).pvalue > 0.001
    assert 1.959964 * np.std(fast) == pytest.approx(margin(0.3, 60, coin, same_people=same), rel=0.06)
    assert np.mean(fast) == pytest.approx(0.3, abs=0.02)


@given(chances, st.integers(1, 10_000), coins)
def test_the_same_people_scatter_no_more_than_others_each_time(share, people, coin):
    assert margin(share, people, coin, same_people=True) <= margin(share, people, coin) + 1e-9
    assert margin(share, 4 * people, coin) == pytest.approx(margin(share, people, coin) / 2)


@pytest.mark.parametrize(
    ("said", "people"), [(1, 0), (-1, 5), (6, 5), (2.5, 5), (math.nan, 5), (1, math.inf), ("1", 5), (True, 5)]
)
def test_a_poll_that_can_t_be_is_told_in_a_sentence(said, people):
    with pytest.raises(PlainError, match="poll needs people"):
        estimate(said, people)


def test_a_coin_that_never_tells_the_truth_gives_no_total():
    for act in (lambda: estimate(1, 2, Coin(0)), lambda: margin(0.3, 20, Coin(0))):
        with pytest.raises(PlainError, match="nobody ever tells the truth"):
            act()


@pytest.mark.parametrize(("share", "people"), [(1.2, 20), (math.nan, 20), (0.3, 0), (0.3, 2.5)])
def test_a_margin_of_nonsense_is_told_in_a_sentence(share, people):
    with pytest.raises(PlainError):
        margin(share, people)
    with pytest.raises(PlainError):
        polls(share, people, 3, np.random.default_rng(0))


# --- asked again ------------------------------------------------------------------------------------------


@given(st.floats(0.01, 0.99), st.integers(0, 30), st.integers(0, 30), st.builds(Coin, st.floats(0.05, 0.95)))
def test_answers_add_up_by_bayes_rule(before, yeses, noes, coin):
    a, b = coin.yes_if_true, coin.yes_if_false
    if_true = before * a**yeses * (1 - a) ** noes
    if_false = (1 - before) * b**yeses * (1 - b) ** noes
    found = chance_of_yes(before, yeses, noes, coin)
    assert found == pytest.approx(if_true / (if_true + if_false), abs=1e-9)


def test_one_answer_at_most_triples_the_odds_and_thousands_don_t_overflow():
    assert chance_of_yes(0.5, 1, 0) == 0.75
    assert chance_of_yes(0.5, 0, 1) == 0.25
    assert chance_of_yes(0.5, 5000, 4000) == pytest.approx(1)
    assert chance_of_yes(0.5, 4000, 4000) == pytest.approx(0.5)


def test_answers_that_a_coin_can_t_give_are_told_in_a_sentence():
    with pytest.raises(PlainError, match="can't have given"):
        chance_of_yes(0.5, 1, 1, Coin(1))

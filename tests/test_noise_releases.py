"""Thousands of noisy answers from numpy: the same as diffprivlib's tools give, and odds that hold in runs."""

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ks_2samp

from privlessons import dp
from privlessons.noise_releases import (
    ask_average,
    ask_count,
    ask_histogram,
    ask_middle,
    draw,
    odds,
    typical_error,
)
from privlessons.records import PlainError

AGES = np.random.default_rng(5).integers(18, 91, 60)
BOUNDS = (0, 120)
ASKED = 1500
ALIKE = 0.001
"""Two samples of one distribution are told apart once in a thousand; the seeds are fixed."""
TOOLS = {
    "count": (lambda: ask_count(AGES > 40), lambda e, rng: dp.count(AGES > 40, e, rng)),
    "average": (lambda: ask_average(AGES, BOUNDS), lambda e, rng: dp.mean(AGES, e, BOUNDS, rng)),
    "middle": (lambda: ask_middle(AGES, BOUNDS), lambda e, rng: dp.median(AGES, e, BOUNDS, rng)),
}


@pytest.mark.parametrize("epsilon", [0.02, 0.3, 3])
@pytest.mark.parametrize("kind", TOOLS)
def test_the_draws_cannot_be_told_from_diffprivlibs_tools(kind, epsilon):
    ask, tool = TOOLS[kind]
    rng = np.random.default_rng(11)
    theirs = [tool(epsilon, rng) for _ in range(ASKED)]
    assert ks_2samp(draw(ask(), epsilon, rng), theirs).pvalue > ALIKE


def test_the_draws_of_a_histogram_cannot_be_told_from_diffprivlibs():
    rng = np.random.default_rng(12)
    ours = draw(ask_histogram(AGES, BOUNDS, 4), 0.3, rng)
    theirs = np.array([dp.histogram(AGES, 0.3, BOUNDS, 4, rng) for _ in range(ASKED)])
    for ours_bin, theirs_bin in zip(ours.T, theirs.T, strict=True):
        assert ks_2samp(ours_bin, theirs_bin).pvalue > ALIKE


def test_the_test_itself_would_notice_half_the_noise():
    rng = np.random.default_rng(13)
    for ask, tool in TOOLS.values():
        theirs = [tool(0.3, rng) for _ in range(ASKED)]
        assert ks_2samp(draw(ask(), 0.6, rng), theirs).pvalue < ALIKE


@pytest.mark.parametrize("epsilon", [0.1, 1, 4])
def test_the_odds_of_a_count_hold_in_runs(epsilon):
    rng = np.random.default_rng(2)
    runs, told = 200_000, odds("count", epsilon)
    others = ask_count(np.arange(1000) < 500)
    with_her = ask_count(np.arange(1000) < 501)
    for question, share in ((with_her, told.if_in), (others, told.if_out)):
        said_in = (draw(question, epsilon, rng, runs) > others.true + 0.5).mean()
        assert said_in == pytest.approx(share, abs=0.005)
    assert told.if_in / told.if_out == pytest.approx(exp(epsilon))


@pytest.mark.parametrize("epsilon", [0.1, 1, 4])
def test_the_odds_of_an_average_hold_for_the_person_who_moves_it_most(epsilon):
    rng = np.random.default_rng(3)
    runs, told = 200_000, odds("average", epsilon)
    rest = [60] * 99
    low, high = ask_average([*rest, 0], BOUNDS), ask_average([*rest, 120], BOUNDS)
    between = (low.true + high.true) / 2
    assert (draw(high, epsilon, rng, runs) > between).mean() == pytest.approx(told.if_in, abs=0.005)
    assert (draw(low, epsilon, rng, runs) > between).mean() == pytest.approx(told.if_out, abs=0.005)


@given(st.sampled_from(("count", "average", "middle", "histogram")), st.floats(0.001, 50))
def test_the_odds_keep_the_promise(kind, epsilon):
    told = odds(kind, epsilon)
    assert 0 < told.if_out < 0.5 < told.if_in < 1 or epsilon > 30
    assert told.if_in <= exp(epsilon) * told.if_out * (1 + 1e-9)
    assert told.exact is (kind != "middle")


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=50), st.floats(0.001, 50), st.integers(0, 99))
def test_draws_stay_between_the_bounds(values, epsilon, seed):
    rng = np.random.default_rng(seed)
    for ask in (ask_average, ask_middle):
        found = draw(ask(values, (-100, 100)), epsilon, rng, 50)
        assert np.isfinite(found).all()
        assert (found >= -100 - 1e-9).all()
        assert (found <= 100 + 1e-9).all()
    counted = draw(ask_count(np.array(values) > 0), epsilon, rng, 50)
    assert ((counted >= 0) & (counted <= len(values))).all()


def test_a_middle_whose_neighbours_are_all_alike_can_be_drawn():
    found = draw(ask_middle([7.0] * 3000, (0, 10)), 50, np.random.default_rng(0))
    assert found == pytest.approx(7, abs=1e-3) or np.median(abs(found - 7)) < 5


def test_less_epsilon_means_more_error():
    question, rng = ask_count(AGES > 40), np.random.default_rng(4)
    assert typical_error(question, draw(question, 0.1, rng)) > typical_error(question, draw(question, 1, rng))


def test_an_empty_group_has_a_count_but_no_average():
    assert set(draw(ask_count([]), 1, np.random.default_rng(0), 10)) == {0}
    for ask in (ask_average, ask_middle, ask_histogram):
        with pytest.raises(PlainError, match="Nobody is in this group"):
            ask([], BOUNDS)


def test_a_histogram_of_no_steps_is_refused():
    with pytest.raises(PlainError, match="from 1 to 100"):
        ask_histogram(AGES, BOUNDS, 0)

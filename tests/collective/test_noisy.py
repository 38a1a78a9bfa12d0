"""Noise on the sum: lengths, what stands for a crowd, and the promise against a simulation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.collective import noisy


@given(st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=6), st.floats(0.1, 10))
def test_a_shortened_update_is_never_longer_and_keeps_its_direction(numbers, longest):
    update = np.array(numbers)
    short = noisy.shorten(update, longest)
    length = np.linalg.norm(update)
    assert np.linalg.norm(short) <= longest * (1 + 1e-9)
    assert short * max(length, longest) == pytest.approx(update * longest, rel=1e-6, abs=1e-6)


def test_mika_counts_once_and_the_others_make_up_the_crowd():
    mika, other = np.array([1.0, 0]), np.array([0, 1.0])
    total = noisy.noisy_sum([mika, other, other], 0, 500, None)
    assert total.tolist() == [1, 499]


def test_the_noise_has_the_spread_of_its_strength():
    total = noisy.noisy_sum([np.zeros(20_000)] * 2, 2, 50, np.random.default_rng(1))
    assert total.std() == pytest.approx(2 * noisy.LONGEST, rel=0.02)


@pytest.mark.parametrize("strength", [1.0, 2.0, 5.0])
def test_the_best_guesser_is_right_as_often_as_simulated(strength):
    """It sees one number a round: with her phone the mean is one longest update, without it zero."""
    rng = np.random.default_rng(2)
    inside = rng.random(40_000) < 0.5
    seen = inside[:, None] + rng.normal(0, strength, (40_000, noisy.ROUNDS))
    assert ((seen.mean(1) > 0.5) == inside).mean() == pytest.approx(noisy.best_guess(strength), abs=0.01)


def test_without_noise_the_best_guesser_is_always_right():
    assert noisy.best_guess(0) == 1

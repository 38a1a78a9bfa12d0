"""Masks: the sum is exact whoever drops out, once the seeds are told; one update alone is any number."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kstest

from privlessons.collective import masks

PHONES = 5
some_updates = st.lists(
    st.lists(st.floats(-30, 30), min_size=3, max_size=3), min_size=PHONES, max_size=PHONES
)
some_gone = st.sets(st.integers(0, PHONES - 1), max_size=PHONES - 1)


def exact(updates, gone=()):
    return (
        sum(np.round(np.array(u) * masks.SCALE) for n, u in enumerate(updates) if n not in gone) / masks.SCALE
    )


@given(some_updates, some_gone, st.integers(0, 99))
def test_the_sum_of_those_who_are_left_is_exact_once_the_seeds_are_told(updates, gone, seed):
    seeds = masks.agree(PHONES, np.random.default_rng(seed))
    sent = masks.lose(masks.send(updates, seeds), gone)
    assert len(sent.masked) == PHONES - len(gone)
    assert (masks.add_up(sent, masks.seeds_with(gone, seeds)) == exact(updates, gone)).all()


def test_without_the_seeds_a_dropout_leaves_rubbish():
    updates = [np.full(1000, 0.1)] * PHONES
    seeds = masks.agree(PHONES, np.random.default_rng(1))
    total = masks.add_up(masks.lose(masks.send(updates, seeds), {2}))
    assert np.abs(total - exact(updates, {2})).mean() > 100


def test_a_masked_update_looks_the_same_whatever_is_under_it():
    seeds = masks.agree(PHONES, np.random.default_rng(1))
    for update in (np.zeros(5000), np.full(5000, 7.5)):
        masked = masks.send([update] * PHONES, seeds).masked[0]
        assert kstest(masked / 2**32, "uniform").pvalue > 0.01


def test_only_seeds_of_a_pair_that_was_torn_apart_are_told():
    seeds = masks.agree(PHONES, np.random.default_rng(1))
    told = masks.seeds_with({1, 2}, seeds)
    assert (1, 2) not in told
    assert (0, 3) not in told
    assert len(told) == 2 * (PHONES - 2)

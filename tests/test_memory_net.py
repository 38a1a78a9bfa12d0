"""The network against plain loops and against slopes measured by small changes."""

import math

import numpy as np
import pytest

from privlessons.memory_net import Net, new_net, one_thread

LETTERS, WINDOW = 7, 3


@pytest.fixture
def net():
    """A small network of 64-bit numbers, so that small changes can be measured."""
    small = new_net(LETTERS, WINDOW, np.random.default_rng(3))
    return Net(WINDOW, *(part.astype(np.float64) for part in small.parts))


@pytest.fixture
def batch():
    rng = np.random.default_rng(4)
    return rng.integers(0, LETTERS, (11, WINDOW)), rng.integers(0, LETTERS, 11)


def by_loops(net, before):
    """The log chances for one row of letters, written out."""
    seen = [float(x) for letter in before for x in net.embed[letter]]
    inner = [
        math.tanh(sum(x * net.hidden[i, j] for i, x in enumerate(seen)) + net.hidden_bias[j])
        for j in range(net.hidden.shape[1])
    ]
    raw = [
        sum(x * net.out[i, k] for i, x in enumerate(inner)) + net.out_bias[k] for k in range(net.out.shape[1])
    ]
    total = math.log(sum(math.exp(x) for x in raw))
    return [x - total for x in raw]


def test_the_chances_are_those_of_plain_loops_and_sum_to_one(net, batch):
    before, _ = batch
    logs = net.log_chances(before)

    assert logs == pytest.approx(np.array([by_loops(net, row) for row in before]), abs=1e-9)
    assert np.exp(logs).sum(1) == pytest.approx(np.ones(len(before)))


def test_the_slopes_are_those_measured_by_small_changes(net, batch):
    _, slopes = net.slopes(*batch)
    rng, small = np.random.default_rng(5), 1e-6
    for part, slope in zip(net.parts, slopes, strict=True):
        assert slope.shape == part.shape
        for _ in range(6):
            at = tuple(rng.integers(0, side) for side in part.shape)
            part[at] += small
            up, _ = net.slopes(*batch)
            part[at] -= 2 * small
            down, _ = net.slopes(*batch)
            part[at] += small
            assert slope[at] == pytest.approx((up - down) / (2 * small), abs=1e-7)


def test_nudges_make_the_loss_fall(net, batch):
    first = net.nudge(*batch, 0.01)
    for _ in range(50):
        last = net.nudge(*batch, 0.01)
    assert last < first / 2


def test_one_nudge_of_adam_moves_each_number_by_the_rate(net, batch):
    """At its first step Adam divides each slope by itself."""
    before = [part.copy() for part in net.parts]
    _, slopes = net.slopes(*batch)
    net.nudge(*batch, 0.01)
    for old, part, slope in zip(before, net.parts, slopes, strict=True):
        steep = np.abs(slope) > 1e-5
        assert (old - part)[steep] == pytest.approx(0.01 * np.sign(slope[steep]), rel=2e-3)


def test_a_copy_stays_as_it_was(net, batch):
    copy = net.copy()
    before = copy.log_chances(batch[0])
    net.nudge(*batch, 0.1)
    assert (copy.log_chances(batch[0]) == before).all()
    assert not np.allclose(net.log_chances(batch[0]), before)


def test_numpy_multiplies_on_one_thread_meanwhile():
    from threadpoolctl import threadpool_info

    def threads():
        return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}

    with one_thread():
        assert threads() == {1}

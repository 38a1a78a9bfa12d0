"""The audit: sound mechanisms pass at their epsilon, broken ones are caught, at the error rate it states."""

import numpy as np
import pytest

from privlessons import dp
from privlessons.noise_audit import ERROR, broken, judge, run, sound
from privlessons.noise_releases import ask_average, ask_count, ask_histogram, ask_middle, draw
from privlessons.records import PlainError


def audit(mechanism, seed=1, runs=20_000):
    *_, (share, found) = run(mechanism, np.random.default_rng(seed), runs)
    assert share == 1
    return found


@pytest.mark.parametrize("epsilon", [0.2, 1, 3])
@pytest.mark.parametrize("place", range(len(sound())))
def test_every_mechanism_of_the_lesson_keeps_its_promise(place, epsilon):
    found = audit(sound(epsilon)[place])
    assert not found.broken
    assert found.error == ERROR


@pytest.mark.parametrize("epsilon", [0.5, 1])
@pytest.mark.parametrize("place", range(len(broken())))
def test_each_broken_mechanism_is_caught(place, epsilon):
    found = audit(broken(epsilon)[place])
    assert found.broken
    assert found.ratio > found.promised


def test_a_count_comes_close_to_what_it_may_give_away():
    assert 0.8 < audit(sound(1)[0], runs=100_000).at_least <= 1


@pytest.mark.parametrize("epsilon", [0.2, 1, 3])
def test_the_simulated_answers_keep_their_promise_in_the_worst_case(epsilon):
    rng = np.random.default_rng(6)
    middle = [*range(50, 60)]
    for tables in (
        (ask_count([True, False]), ask_count([True, True])),
        (ask_average([60] * 9 + [0], (0, 120)), ask_average([60] * 9 + [120], (0, 120))),
        (ask_middle([*middle, 0], (0, 120)), ask_middle([*middle, 120], (0, 120))),
    ):
        assert not judge(*(draw(q, epsilon, rng, 50_000) for q in tables), epsilon).broken
    one, two = (ask_histogram(values, (0, 120), 4) for values in ([50], [50, 50]))
    for place in range(4):
        seen = [draw(question, epsilon, rng, 50_000)[:, place] for question in (one, two)]
        assert not judge(*seen, epsilon).broken


@pytest.mark.parametrize("name", ["count", "mean", "median", "histogram"])
def test_diffprivlibs_tools_keep_their_promise(name):
    rng = np.random.default_rng(8)
    tables = np.array([60] * 9 + [0]), np.array([60] * 9 + [120])
    if name == "histogram":
        tables = tables[0][:9], tables[0][:8]  # neighbours by one row less
    ask = {
        "count": lambda t: dp.count(t > 60, 1, rng),
        "mean": lambda t: dp.mean(t, 1, (0, 120), rng),
        "median": lambda t: dp.median(t, 1, (0, 120), rng),
        "histogram": lambda t: dp.histogram(t, 1, (0, 120), 2, rng)[1],
    }[name]
    assert not judge(*([ask(t) for _ in range(2000)] for t in tables), 1).broken


def test_a_sound_mechanism_fails_no_more_often_than_stated():
    rng = np.random.default_rng(9)
    tables = ask_count(np.arange(40) < 20), ask_count(np.arange(40) < 21)
    error = 0.05
    failed = sum(judge(*(draw(q, 1, rng, 2000) for q in tables), 1, error).broken for _ in range(200))
    assert failed <= 20  # 10 are stated; 21 or more come once in a thousand such tests


def test_an_audit_of_a_mechanism_that_ignores_its_table_sees_nothing():
    rng = np.random.default_rng(10)
    assert judge(rng.normal(size=5000), rng.normal(size=5000), 1).at_least < 0.2
    assert judge(np.zeros(5000), np.zeros(5000), 1).at_least == 0


def test_too_few_runs_or_unequal_ones_are_refused():
    with pytest.raises(PlainError, match="equally many runs"):
        judge([1] * 200, [1] * 201, 1)
    with pytest.raises(PlainError, match="equally many runs"):
        judge([1] * 10, [1] * 10, 1)
    with pytest.raises(PlainError, match="negative"):
        judge([1] * 200, [1] * 200, -1)


def test_it_tells_how_far_it_has_come():
    steps = [share for share, _ in run(sound()[3], np.random.default_rng(0), 20_000, 5000)]
    assert steps == sorted(steps)
    assert len(steps) == 5

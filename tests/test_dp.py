"""diffprivlib's answers as the lessons get them: between the bounds, without warnings, within the budget."""

import subprocess
import sys
import warnings

import numpy as np
import pytest

from privlessons import dp
from privlessons.records import PlainError

AGES = np.arange(20, 70)


@pytest.fixture(autouse=True)
def warnings_are_errors():
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)  # the library warns of leaks so
        yield


@pytest.fixture
def rng():
    return np.random.default_rng(1)


def test_importing_the_room_loads_no_library():
    code = "from privlessons import dp; import sys; print('diffprivlib' in sys.modules, dp.loaded())"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout.split() == ["False", "False"]


def test_answers_lie_between_the_bounds_even_at_the_smallest_epsilon(rng):
    for _ in range(20):
        assert 0 <= dp.count(AGES > 40, 0.001, rng) <= 50
        assert 0 <= dp.mean(AGES, 0.001, (0, 120), rng) <= 120
        assert 0 <= dp.median(AGES, 0.001, (0, 120), rng) <= 120
        assert (dp.histogram(AGES, 0.001, (0, 120), 4, rng) >= 0).all()


def test_answers_are_nearly_true_at_a_large_epsilon(rng):
    assert dp.count(AGES > 40, 50, rng) == 29
    assert dp.mean(AGES, 50, (0, 120), rng) == pytest.approx(44.5, abs=0.5)
    assert dp.median(AGES, 50, (0, 120), rng) == pytest.approx(44.5, abs=2)
    assert dp.histogram(AGES, 50, (0, 120), 4, rng).tolist() == [10, 30, 10, 0]


def test_a_seed_repeats_an_answer_and_no_seed_does_not():
    asked = [dp.laplace(1, 1, np.random.default_rng(3)).randomise(0) for _ in range(2)]
    assert asked[0] == asked[1]
    assert dp.laplace(1).randomise(0) != dp.laplace(1).randomise(0)


@pytest.mark.parametrize("ask", [dp.mean, dp.median, dp.histogram])
def test_bounds_are_asked_for_and_never_taken_from_the_data(ask):
    with pytest.raises(PlainError, match="no bounds yet"):
        ask(AGES, 1, (None, None))


@pytest.mark.parametrize("ask", [dp.mean, dp.median, dp.histogram])
def test_an_empty_group_gets_a_sentence(ask):
    with pytest.raises(PlainError, match="Nobody is in this group"):
        ask([], 1, (0, 120))


def test_an_empty_group_can_be_counted(rng):
    assert dp.count([], 1, rng) == 0


def test_every_answer_costs_its_epsilon_until_the_accountant_says_stop(rng):
    from diffprivlib import BudgetAccountant

    keeper = dp.accountant(1)
    for ask in (
        lambda: dp.count(AGES > 40, 0.25, rng, keeper),
        lambda: dp.mean(AGES, 0.25, (0, 120), rng, keeper),
        lambda: dp.median(AGES, 0.25, (0, 120), rng, keeper),
        lambda: dp.histogram(AGES, 0.25, (0, 120), 4, rng, keeper),
    ):
        assert dp.can_spend(keeper, 0.25)
        ask()
    assert keeper.total()[0] == pytest.approx(1)
    assert not dp.can_spend(keeper, 0.25)
    with pytest.raises(ValueError, match="not permissible"):
        dp.count(AGES > 40, 0.25, rng, keeper)
    assert BudgetAccountant._default is None, "nothing leaks into what comes after"


def test_advanced_composition_never_counts_more_than_adding_up():
    for times in (1, 10, 100, 1000):
        added, exact = dp.total([0.1] * times)
        assert (added, exact) == (pytest.approx(0.1 * times), 0)
        assert dp.total([0.1] * times, 1e-6)[0] <= added + 1e-9
    assert dp.total([0.1] * 1000, 1e-6)[0] < 30
    with pytest.raises(PlainError, match="slack"):
        dp.total([1], 2)


def test_a_private_classifier_learns_at_a_large_epsilon(rng):
    side = rng.integers(0, 2, 400)
    places = rng.normal(0, 0.1, (400, 2)) + (side[:, None] - 0.5)
    model = dp.classifier(50, 1.5, rng).fit(places, side)
    assert (model.predict(places) == side).mean() > 0.95

"""The budget: the average closes in, the accountant says stop, small groups pay more."""

import numpy as np
import pytest

from privlessons.noise_budget import Budget, group_errors, spread, sums
from privlessons.noise_releases import two_sided
from privlessons.records import PlainError

WHO = np.arange(300) < 41


def budget(**options):
    return Budget(WHO, 0.5, rng=np.random.default_rng(1), **options)


def test_the_average_of_many_answers_closes_in_on_the_truth():
    asked = budget()
    margins = [asked.ask(times).margin for times in (1, 9, 90, 900)]
    assert margins == sorted(margins, reverse=True)
    known = asked.known
    assert known.mean == pytest.approx(41, abs=known.margin)
    assert len(known.answers) == 1000
    assert known.spent == pytest.approx(500)
    assert known.refused == 0


def test_with_a_margin_the_truth_is_inside_about_95_times_of_100():
    inside = 0
    for seed in range(400):
        known = Budget(WHO, 0.5, rng=np.random.default_rng(seed)).ask(30)
        inside += abs(known.mean - 41) <= known.margin
    assert 0.92 <= inside / 400 <= 0.98


def test_the_accountant_says_stop_and_nothing_more_is_told():
    asked = budget(budget=2)
    known = asked.ask(10)
    assert len(known.answers) == 4
    assert known.spent == pytest.approx(2)
    assert known.refused == 6
    assert asked.ask().answers == known.answers


def test_ten_tenths_fit_into_a_budget_of_one():
    assert len(Budget(WHO, 0.1, 1).ask(20).answers) == 10


def test_before_the_first_question_nothing_is_known():
    assert budget().known.mean is None
    assert budget().known.margin is None


def test_a_bad_epsilon_or_budget_is_refused():
    for options in ({"epsilon": 0}, {"epsilon": 1, "budget": -1}):
        with pytest.raises(PlainError):
            Budget(WHO, **options)


@pytest.mark.parametrize("epsilon", [0.1, 1, 3])
def test_the_spread_of_the_noise_is_that_of_many_draws(epsilon):
    drawn = two_sided(epsilon, np.random.default_rng(3), 200_000)
    assert spread(epsilon) == pytest.approx(drawn.std(), rel=0.02)


def test_advanced_composition_wins_only_over_many_questions():
    few, many = sums(0.1, 10), sums(0.1, 1000)
    assert few.added == pytest.approx(1) == pytest.approx(few.advanced)
    assert many.advanced < many.added / 3


def test_the_village_pays_more_than_the_city():
    village, city = group_errors(
        {"village": np.arange(80) < 8, "city": np.arange(2000) < 220}, 0.5, np.random.default_rng(2)
    )
    assert village.wild == pytest.approx(city.wild, abs=1), "the noise is the same"
    assert village.share > 10 * city.share


def test_a_group_in_which_nobody_counts_has_no_share():
    [found] = group_errors({"nobody": []}, 1, np.random.default_rng(0))
    assert found.true == found.people == 0
    assert found.share == float("inf")


def test_a_value_is_ruled_out_only_beyond_the_margin():
    known = budget().ask(400)
    assert not known.rules_out(known.mean + 0.9 * known.margin)
    assert known.rules_out(known.mean - 1.1 * known.margin)
    assert not budget().known.rules_out(41)

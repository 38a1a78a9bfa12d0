"""The attack on a classifier: luck where nothing is to be seen, right where all is."""

import numpy as np
import pytest

from privlessons.collective import membership
from privlessons.datasets import load_people


def test_the_attack_is_luck_where_both_groups_are_alike():
    rng = np.random.default_rng(1)
    runs = [membership.attack(rng.random(400), rng.random(400), rng) for _ in range(40)]
    assert np.mean(runs) == pytest.approx(0.5, abs=0.02)


def test_the_attack_is_always_right_where_the_groups_do_not_meet():
    rng = np.random.default_rng(1)
    assert membership.attack(0.9 + rng.random(200) / 10, rng.random(200) / 2, rng) == 1


def test_the_three_groups_share_nobody():
    rows = np.arange(1000)[:, None]
    people = membership.divide(rows, rows[:, 0], np.random.default_rng(1), 300)
    seen = np.concatenate([group[1] for group in (people.inside, people.outside, people.exam)])
    assert len(set(seen.tolist())) == 900


def test_rows_of_features_are_one_long():
    rows, answers = membership.encode(load_people())
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(len(rows)))
    assert 0.3 < answers.mean() < 0.7

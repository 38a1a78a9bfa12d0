"""Made-up people: distances against plain loops, copies found, the promise held against two tables."""

import numpy as np
import pytest

from privlessons.collective import synthetic
from privlessons.datasets import load_people


@pytest.fixture(scope="module")
def rows():
    return synthetic.table(load_people())


def test_distances_are_those_of_plain_loops(rows):
    made, real = rows[:20], rows[300:340]
    naive = [min(sum(a != b for a, b in zip(m, r, strict=True)) for r in real) for m in made]
    assert synthetic.distances(made, real).tolist() == naive


def test_copies_are_nearer_than_people_whom_nobody_saw_and_counts_are_not(rows):
    rng = np.random.default_rng(1)
    order = rng.permutation(len(rows))
    real, held = rows[order[:1000]], rows[order[1000:1300]]
    possible = synthetic.values(rows)
    copied = synthetic.nearest(synthetic.by_copying(real, possible, 300, rng), real, held)
    drawn = synthetic.nearest(synthetic.from_counts(real, possible, 2, 300, rng), real, held)
    assert copied.close(copied.made) == 300
    assert drawn.close(drawn.made) < 1.3 * drawn.close(drawn.held) < 150


def test_one_person_more_changes_the_odds_of_a_result_by_no_more_than_epsilon():
    """Twelve people or eleven, one column beside the age, and the event that the last value never comes."""
    possible = (("young", "old"), ("yes", "no"))
    many = np.array([("young", "yes")] * 11 + [("young", "no")])
    epsilon, runs, rng = 1.0, 1500, np.random.default_rng(3)

    def share(rows):
        made = (synthetic.from_counts(rows, possible, epsilon, 8, rng) for _ in range(runs))
        return np.mean([(m[:, 1] == "no").any() for m in made])

    with_her, without = share(many), share(many[:-1])
    assert without < with_her <= np.exp(epsilon) * without + 0.06


def test_a_table_that_is_the_same_is_not_off(rows):
    assert synthetic.off(rows, rows) == 0
    assert synthetic.off(rows[:100], rows) > 0

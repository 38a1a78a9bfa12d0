"""Federated averaging against slopes measured by small changes and against plain training."""

import numpy as np
import pytest

from privlessons.collective import phones

WORDS = 9


@pytest.fixture
def typed():
    return np.random.default_rng(4).integers(0, WORDS, (7, 3))


@pytest.fixture
def model():
    return phones.new_model(WORDS, np.random.default_rng(3)).astype(np.float64)


def loss(model, typed):
    _, chance = phones.chances(model, typed[:, :2])
    return -np.log(chance[np.arange(len(typed)), typed[:, 2]]).mean()


def test_chances_sum_to_one(model, typed):
    _, chance = phones.chances(model, typed[:, :2])
    assert chance.sum(1) == pytest.approx(np.ones(len(typed)))


def test_one_step_of_an_update_goes_down_the_measured_slope(model, typed):
    update = phones.update(model, typed, np.random.default_rng(1), passes=1)
    small = 1e-6
    for at in [(typed[0, 0], 1), (typed[2, 1], 5), (3, phones.WIDE + 2), (5, 3 * phones.WIDE), (0, 20)]:
        up, down = model.copy(), model.copy()
        up[at] += small
        down[at] -= small
        slope = (loss(up, typed) - loss(down, typed)) / (2 * small)
        assert update[at] == pytest.approx(-phones.RATE * slope, abs=1e-6)


def test_an_update_leaves_the_phones_copy_of_the_model_alone(model, typed):
    before = model.copy()
    phones.update(model, typed, np.random.default_rng(1))
    assert (model == before).all()


def test_one_round_moves_the_model_by_the_mean_of_the_updates(model, typed):
    *_, (done, after) = phones.rounds(model, [typed, typed[:3]], np.random.default_rng(1), 1, phones.mean)
    rng = np.random.default_rng(1)
    each = [phones.update(model, one, rng) for one in (typed, typed[:3])]
    assert done == 1
    assert after - model == pytest.approx((each[0] + each[1]) / 2)


def test_right_counts_the_three_likeliest(model, typed):
    _, chance = phones.chances(model, typed[:, :2])
    naive = np.mean([row[2] in np.argsort(-c)[:3] for row, c in zip(typed, chance, strict=True)])
    assert phones.right(model, typed) == pytest.approx(naive)


def test_the_whole_of_it_is_eighty_lines_at_most():
    with open(phones.__file__, encoding="utf-8") as file:
        assert len(file.readlines()) <= 80

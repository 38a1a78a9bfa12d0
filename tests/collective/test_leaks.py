"""The attack on an update: typed words, luck, pairs; and how often noise alone accuses."""

import numpy as np
import pytest

from privlessons.collective import leaks, phones
from privlessons.collective.crowd import make_crowd
from privlessons.datasets import load_people


@pytest.fixture(scope="module")
def crowd():
    return make_crowd(load_people().to_dict("records"))


def test_the_rows_that_moved_are_the_words_that_were_typed(crowd):
    for phone in (0, 1, 30):
        found = leaks.score(leaks.typed_words(crowd.update(phone)), crowd.words_of(phone))
        assert found.hits == crowd.words_of(phone)
        assert not found.alarms
        assert not found.missed


def test_the_surest_pairs_are_mostly_right(crowd):
    for phone in (0, 1, 30):
        update = crowd.update(phone)
        pairs = leaks.pairs(crowd.model, update, leaks.typed_words(update), 10)
        assert sum(pair in crowd.pairs_of(phone) for pair in pairs) >= 7


def test_noise_alone_makes_one_word_in_a_hundred_look_typed():
    noise = np.random.default_rng(5).normal(0, 0.3, (40_000, 3 * phones.WIDE + 1))
    assert len(leaks.typed_words(noise, 0.3)) / 40_000 == pytest.approx(leaks.ALARM, abs=0.0025)


def test_the_longest_rows_are_named_and_never_the_marks():
    update = np.zeros((6, 3 * phones.WIDE + 1))
    update[[0, 1, 3, 5], 0] = 9, 9, 2, 1
    assert leaks.longest(update, 2) == {3, 5}
    assert leaks.typed_words(update) == {3, 5}


def test_score_and_luck():
    found = leaks.score({2, 3, 4}, {3, 4, 5, 6})
    assert (found.hits, found.alarms, found.missed) == ({3, 4}, {2}, {5, 6})
    assert leaks.luck(50, 50, 500) == 5

"""What is wrong with an epsilon, with bounds or with a column is said in one sentence."""

import numpy as np
import pytest

from privlessons.noise_checks import LEAST, MOST, check_bounds, check_epsilon, numbers
from privlessons.records import PlainError


@pytest.mark.parametrize(
    ("epsilon", "said"),
    [
        (0, "noise without end"),
        (-0.0, "noise without end"),
        (-1, "negative"),
        (float("-inf"), "negative"),
        (LEAST / 2, "too small"),
        (MOST + 1, "too large"),
        (float("inf"), "too large"),
        (float("nan"), "must be a number"),
        ("one", "must be a number"),
        (None, "must be a number"),
        (True, "must be a number"),
    ],
)
def test_a_bad_epsilon_gets_one_sentence(epsilon, said):
    with pytest.raises(PlainError, match=said) as error:
        check_epsilon(epsilon)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("epsilon", [LEAST, 1, "0.5", np.float64(2), MOST])
def test_epsilon_at_both_ends_and_as_text_is_taken(epsilon):
    assert check_epsilon(epsilon) == float(epsilon)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (None, 5, "no bounds yet"),
        (0, None, "no bounds yet"),
        ("", "5", "no bounds yet"),
        ("0", " ", "no bounds yet"),
        ("a", 5, "must be numbers"),
        (0, float("inf"), "without end"),
        (float("nan"), 1, "without end"),
        (5, 5, "Both values are the same"),
        (7, 5, "other way round"),
    ],
)
def test_bad_bounds_get_one_sentence(low, high, said):
    with pytest.raises(PlainError, match=said):
        check_bounds(low, high)


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ([], "Nobody is in this group"),
        ([None, float("nan")], "Nobody is in this group"),
        (["a", "b"], "words, not numbers"),
        ([True, False], "words, not numbers"),
        ([1.0, float("inf")], "without end"),
    ],
)
def test_a_column_that_has_no_average_gets_one_sentence(column, said):
    with pytest.raises(PlainError, match=said):
        numbers(column)


def test_missing_values_are_left_out():
    assert numbers([1, None, 3]).tolist() == [1, 3]

"""Four steps of coarseness for any column; each says less than the one before."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons import uniqueness
from privlessons.datasets import load_people
from privlessons.ladder import STEPS, coded, factors, ladder
from privlessons.sample_table import make_sample_table
from privlessons.tables import read_table


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (["1997-03-14", "14/3/1998", None], ["to the day", "by month", "by year", "by ten years"]),
        (["ZQ3 4PJ", "ZQ1 1AB"], ["all of it", "by sector", "by district", "by area"]),
        (["gecko", "cat"], ["as it is", "first 3 letters", "first 2 letters", "first letter"]),
        ([1, 2, 500], ["as it is", "in steps of 10", "in steps of 50", "in steps of 100"]),
        ([0.0, 1.0], ["as it is", "in steps of 0.02", "in steps of 0.1", "in steps of 0.2"]),
        ([7, 7], ["as it is"] * 4),
        ([None, None], ["as it is", "first 3 letters", "first 2 letters", "first letter"]),
        ([True, False], ["as it is"] * 4),
        ([float("inf"), 0.0], ["as it is"] * 4),
    ],
)
def test_a_column_is_told_by_what_it_holds(values, words):
    column = pd.Series(values, dtype=None if not isinstance(values[0], str | None) else object)
    assert [said for _, said in ladder(column)] == words


columns = st.one_of(
    st.lists(st.integers(-(10**9), 10**9) | st.none(), min_size=1).map(lambda v: pd.Series(v, dtype="Int64")),
    st.lists(st.floats(-1e12, 1e12), min_size=1).map(np.array).map(pd.Series),
    st.lists(st.text(max_size=5) | st.none(), min_size=1).map(lambda v: pd.Series(v, dtype=object)),
    st.lists(st.dates().map(str) | st.none(), min_size=1).map(lambda v: pd.Series(v, dtype=object)),
)


@settings(max_examples=100, deadline=None)
@given(columns)
def test_every_step_can_be_taken(column):
    steps = ladder(column)
    assert len(steps) == STEPS
    for how, _ in steps:
        codes = coded(*factors(column), how)
        assert len(codes) == len(column)
        assert ((codes == -1) == column.isna().to_numpy()).all()


def test_each_step_leaves_fewer_different_values_in_the_towns_columns():
    for table in (load_people(), read_table(make_sample_table())):
        for name in table:
            groups = [
                uniqueness({"c": coded(*factors(table[name]), how)}).groups for how, _ in ladder(table[name])
            ]
            for finer, coarser in pairwise(groups):
                assert coarser <= finer, name

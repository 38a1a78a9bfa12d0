"""Any column as numbers: equal exactly where the values are, however the objects lie in memory."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.codes import _SAMPLE, combine, encode

QUICK = settings(max_examples=100, deadline=None)


def partition(codes):
    """For each row, the first row with the same code."""
    first = {}
    return [first.setdefault(code, at) for at, code in enumerate(codes)]


@QUICK
@given(
    st.lists(st.sampled_from(["a", "b", None, "long text", 1, 1.0, (1, 2), ""]), max_size=50), st.booleans()
)
def test_equal_texts_get_one_number_though_they_are_different_objects(values, copied):
    cells = np.empty(len(values), dtype=object)
    cells[:] = [" ".join(v.split(" ")) if copied and isinstance(v, str) else v for v in values]
    codes, below = encode(pd.Series(cells, dtype=object))
    assert partition(codes) == partition(values)
    assert all(0 <= code < below for code in codes)


@pytest.mark.parametrize("kinds", [3, 5_000, 3 * _SAMPLE])
@pytest.mark.parametrize("dtype", [object, "str"])
@pytest.mark.parametrize("missing", [0, 100])  # None lies far from all other objects
def test_many_rows_are_encoded_alike_whether_objects_are_shared_or_not(kinds, dtype, missing):
    rng = np.random.default_rng(kinds)
    numbers = rng.integers(0, kinds, 3 * _SAMPLE)
    shared = np.array([f"value {n}" for n in range(kinds)], dtype=object)
    for values in (shared[numbers], np.array([f"value {n}" for n in numbers], dtype=object)):
        column = pd.Series(values, dtype=dtype)
        column[rng.integers(0, len(column), missing)] = None
        codes, below = encode(column)
        theirs, _ = pd.factorize(column)
        assert codes.max() < below
        assert len(np.unique(codes)) == len(np.unique(theirs))
        assert len(np.unique(np.stack([codes, theirs]), axis=1).T) == len(np.unique(theirs))


def test_keys_stay_apart_where_columns_are_too_wide_for_one_number():
    wide = np.array([0, (1 << 61) - 1, 5, 5], dtype=np.int64)
    key, bound = combine([(wide, 1 << 61)] * 4, 4)
    assert partition(key) == [0, 1, 2, 2]
    assert key.max() < bound

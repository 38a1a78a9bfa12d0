"""Columns of every kind as ranks."""

from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.ranks import code_rows, dense, rank


def words(column):
    ranks = rank(column)
    return ranks.words(ranks.codes)


@given(st.lists(st.one_of(st.none(), st.integers(-50, 50), st.floats(-9, 9))))
def test_numbers_rank_by_size_with_missing_last(values):
    codes = rank(pd.Series(values, dtype=object)).codes
    known = [(v, c) for v, c in zip(values, codes, strict=True) if v is not None]
    assert [c for _, c in sorted(known)] == sorted(c for _, c in known)
    gone = [c for v, c in zip(values, codes, strict=True) if v is None]
    assert all(c > other for c in gone for _, other in known)


@given(st.lists(st.text(max_size=4)))
def test_texts_rank_as_they_sort(values):
    codes = rank(pd.Series(values, dtype=object)).codes
    different = sorted(set(values))
    assert list(codes) == [different.index(value) for value in values]


@pytest.mark.parametrize(
    ("column", "kind", "said"),
    [
        ([3, 1, None], "number", ["3", "1", "missing"]),
        ([0.5, 2.0], "number", ["0.5", "2"]),
        (pd.array([1, None, 300], dtype="Int64"), "number", ["1", "missing", "300"]),
        ([True, False, None], "text", ["True", "False", "missing"]),
        (["b", "a", float("nan")], "text", ["b", "a", "missing"]),
        (["2026-01-05", "1990-12-31"], "date", ["2026-01-05", "1990-12-31"]),
        (["2026-02-30", "1990-12-31"], "text", ["2026-02-30", "1990-12-31"]),
        ([date(1900, 1, 1), None], "date", ["1900-01-01", "missing"]),
        (pd.to_datetime(["1990-01-01", None]), "date", ["1990-01-01", "missing"]),
        ([datetime(2026, 1, 1, 12, tzinfo=UTC)], "date", ["2026-01-01T12:00:00.000000"]),
        ([1, "1", (2, 3)], "text", ["1", "1", "(2, 3)"]),
        (pd.Categorical(["low", "high"], ["low", "high"], ordered=True), "text", ["low", "high"]),
        ([None, None], "text", ["missing", "missing"]),
        ([], "text", []),
    ],
)
def test_every_kind_of_column_is_said_as_it_is(column, kind, said):
    ranks = rank(column)
    assert words(column) == said
    if said and set(said) != {"missing"}:
        assert ranks.kind == kind


def test_ordered_categories_keep_their_order():
    column = pd.Categorical(["high", "low", "mid"], ["low", "mid", "high"], ordered=True)
    assert list(rank(column).codes) == [2, 0, 1]


def test_positions_go_from_the_lowest_to_the_highest():
    assert list(rank([10, 20, 60]).positions) == pytest.approx([0, 0.2, 1])
    assert list(rank(["2026-01-01", "2026-01-02", "2026-01-05"]).positions) == pytest.approx([0, 0.25, 1])
    assert list(rank([5, 5]).positions) == [0]
    assert list(rank([1, float("inf"), 3]).positions) == pytest.approx([0, 0.5, 1])


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)), min_size=1))
def test_equal_rows_have_equal_codes_and_others_do_not(rows):
    codes = code_rows([rank(column) for column in zip(*rows, strict=True)], len(rows))
    different = sorted(set(rows))
    assert list(codes) == [different.index(row) for row in rows]


@given(st.lists(st.integers(0, 10**12)))
def test_dense_numbers_keep_the_order_and_leave_no_gap(keys):
    found = dense(np.array(keys, dtype=np.int64))
    different = sorted(set(keys))
    assert list(found) == [different.index(key) for key in keys]

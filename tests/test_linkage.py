"""Who is one of a kind, and who links with whom: against naive counts, on tables of any make."""

import math
from collections import Counter, defaultdict
from datetime import date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons import coarsen, link, uniqueness
from privlessons.codes import combine, count_equal, encode
from privlessons.linkage import VERDICTS
from privlessons.records import PlainError

QUICK = settings(max_examples=100, deadline=None)
MISSING = object()


def plain(value):
    """One value for all that is missing."""
    return MISSING if value is None or value is pd.NA or value is pd.NaT or value != value else value


def naive_k(table, columns):
    rows = [tuple(plain(v) for v in row) for row in zip(*(list(table[c]) for c in columns), strict=True)]
    counts = Counter(rows)
    return [counts[row] for row in rows]


small = st.integers(-2, 2)
values = st.one_of(
    small,
    st.sampled_from([0.5, math.nan, -0.0, 1e300]),
    st.sampled_from(["", "a", "A", "1", "é"]),
    st.sampled_from([None, pd.NA, pd.NaT, True, date(2020, 1, 1), Decimal(1), 2**70]),
)


def columns_of_any_type(rows):
    return st.one_of(
        st.lists(values, min_size=rows, max_size=rows),
        st.lists(small, min_size=rows, max_size=rows).map(lambda v: pd.Series(v, dtype="int8")),
        st.lists(st.booleans(), min_size=rows, max_size=rows).map(lambda v: np.array(v, dtype=bool)),
        st.lists(st.sampled_from([0.0, -0.0, math.nan, math.inf]), min_size=rows, max_size=rows).map(
            np.array
        ),
        st.lists(st.sampled_from([None, 1, 2]), min_size=rows, max_size=rows).map(
            lambda v: pd.Series(v, dtype="Int64")
        ),
        st.lists(st.sampled_from(["x", "y", None]), min_size=rows, max_size=rows).map(pd.Categorical),
        st.lists(st.sampled_from(["x", "y", None]), min_size=rows, max_size=rows).map(
            lambda v: pd.Series(v, dtype="string")
        ),
        st.lists(
            st.sampled_from([pd.NaT, datetime(2020, 1, 1), datetime(2020, 1, 2)]),
            min_size=rows,
            max_size=rows,
        ).map(lambda v: pd.Series(v, dtype="datetime64[ns]")),
        st.lists(st.sampled_from([0, 2**63 - 1, -(2**63)]), min_size=rows, max_size=rows).map(
            lambda v: np.array(v, dtype=np.int64)
        ),
        st.lists(st.sampled_from([0, 2**64 - 1]), min_size=rows, max_size=rows).map(
            lambda v: np.array(v, dtype=np.uint64)
        ),
    )


tables = st.integers(0, 12).flatmap(
    lambda rows: st.dictionaries(st.sampled_from("abcdef"), columns_of_any_type(rows), min_size=1)
)


# --- uniqueness -------------------------------------------------------------------------------------------


@QUICK
@given(tables)
def test_k_is_the_number_of_rows_that_are_alike_in_lists_and_in_frames(table):
    for given_table in (table, pd.DataFrame(table)):
        found = uniqueness(given_table, list(table))
        assert found.k.tolist() == naive_k(given_table, list(table))
        assert sum(size * n for size, n in found.sizes.items()) == found.rows
        assert sum(found.sizes.values()) == found.groups
        assert found.one_of_a_kind == found.sizes.get(1, 0)


@QUICK
@given(st.lists(st.tuples(small, st.sampled_from("ab"), small), max_size=40))
def test_a_further_column_never_makes_anybody_less_alone(rows):
    table = pd.DataFrame(rows, columns=["a", "b", "c"])
    for more in range(3):
        fewer, further = (uniqueness(table, list("abc")[: more + i]).k for i in (0, 1))
        assert (further <= fewer).all()


@QUICK
@given(
    st.integers(1, 200).flatmap(
        lambda n: st.tuples(
            st.sampled_from([1, 2, 50, 1 << 40, 1 << 61]).flatmap(
                lambda top: st.lists(st.integers(0, top - 1), min_size=n, max_size=n).map(
                    lambda k: (k + k[: len(k) // 2], top)  # so that some are equal however wide the range
                )
            ),
        )
    )
)
def test_every_way_of_counting_gives_the_same_numbers(drawn):
    [(keys, bound)] = drawn
    k, groups = count_equal(np.array(keys, dtype=np.int64), bound)
    assert k.tolist() == [keys.count(key) for key in keys]
    assert groups == len(set(keys))


def test_many_wide_columns_do_not_run_out_of_numbers():
    rng = np.random.default_rng(3)
    table = pd.DataFrame({f"c{i}": rng.integers(-(2**40), 2**40, 300) for i in range(8)})
    table = pd.concat([table, table.head(100)])  # and an index that has doubles
    assert uniqueness(table).k.tolist() == [2] * 100 + [1] * 200 + [2] * 100
    key, bound = combine([encode(table[c]) for c in table], len(table))
    assert key.min() >= 0
    assert key.max() < bound < 2**63


def test_a_million_rows_agree_with_pandas():
    rng = np.random.default_rng(5)
    table = pd.DataFrame(
        {
            "born": rng.integers(0, 36_525, 1_000_000),
            "sex": pd.Categorical.from_codes(rng.integers(-1, 3, 1_000_000), ["f", "m", "x"]),
            "code": np.array([f"Z{i:04}" for i in range(4000)], dtype=object)[
                rng.integers(0, 4000, 1_000_000)
            ],
        }
    )
    theirs = table.groupby(list(table), dropna=False, observed=True)["born"].transform("size").to_numpy()
    assert (uniqueness(table).k == theirs).all()


def test_a_row_with_a_missing_value_is_alike_only_to_rows_that_miss_it_too():
    table = {"pet": ["gecko", None, math.nan, "", "gecko"]}
    assert uniqueness(table, "pet").k.tolist() == [2, 2, 2, 1, 2]


def test_one_and_one_as_text_are_two_values():
    assert uniqueness({"a": [1, "1", 1.0, True]}).k.tolist() == [3, 1, 3, 3]


def test_whole_numbers_beside_a_missing_one_stay_exact():
    assert uniqueness({"id": [2**60, 2**60 + 1, None]}).one_of_a_kind == 3


def test_no_rows_one_row_and_no_columns():
    nobody = uniqueness({"a": []})
    assert (nobody.rows, nobody.share, nobody.smallest, nobody.groups, nobody.sizes) == (0, 0.0, 0, 0, {})
    one = uniqueness({"a": ["x"]})
    assert (one.share, one.smallest) == (1.0, 1)
    assert uniqueness(pd.DataFrame({"a": [1, 2, 3]}), []).k.tolist() == [3, 3, 3]
    assert uniqueness({"a": [1, 2, 3]}, []).k.tolist() == [3, 3, 3]


def test_thousands_of_categories():
    table = {"name": [f"person {i % 7000}" for i in range(20_000)]}
    assert uniqueness(table).sizes == {2: 1000, 3: 6000}


@pytest.mark.parametrize(
    ("table", "columns", "sentence"),
    [
        ({"a": [1]}, ["b"], "There is no column “b”: this table has a."),
        (pd.DataFrame([[1, 2]], columns=["a", "a"]), ["a"], "Two columns are called “a”"),
        ({"a": [1], "b": [1, 2]}, ["a"], "“a” has 1 values and “b” has 2"),
        ({"a": "word"}, ["a"], "no list of values"),
        ({"a": [[1], [2]]}, ["a"], "holds lists"),
        ([1, 2], ["a"], "A table is a pandas DataFrame"),
        ({f"c{i}": [] for i in range(20)}, ["x"], "c11 and 8 more"),
    ],
)
def test_a_table_that_cannot_be_used_gives_one_sentence(table, columns, sentence):
    with pytest.raises(PlainError, match=sentence.replace("(", r"\(")):
        uniqueness(table, columns)


def test_the_table_is_not_changed_and_the_answer_cannot_be():
    table = pd.DataFrame({"a": ["x", None], "b": [1, 2]})
    before = table.copy()
    found = uniqueness(table)
    with pytest.raises(ValueError, match="read-only"):
        found.k[0] = 5
    pd.testing.assert_frame_equal(table, before)


# --- links ------------------------------------------------------------------------------------------------

people = st.lists(
    st.tuples(st.sampled_from(["f", "m", None]), st.sampled_from([1970, 1980, 1990]), st.integers(0, 8)),
    max_size=15,
)


@QUICK
@given(people, people)
def test_links_are_those_of_comparing_every_row_with_every_other(nameless, named):
    names = ["sex", "born", "who"]
    mine, theirs = (pd.DataFrame(rows, columns=names).astype(object) for rows in (nameless, named))
    found = link(mine, theirs, ["sex", "born"], truth="who")
    wanted = Counter()
    for i, (sex, born, who) in enumerate(nameless):
        fit = [j for j, other in enumerate(named) if sex is not None and other[:2] == (sex, born)]
        assert found.candidates(i).tolist() == fit
        assert found.fits[i] == len(fit)
        assert found.only[i] == (fit[0] if len(fit) == 1 else -1)
        if len(fit) == 1:
            wanted["right" if named[fit[0]][2] == who else "wrong"] += 1
        else:
            wanted["several" if fit else "none"] += 1
    assert found.counts == {word: wanted[word] for word in VERDICTS}
    assert found.right + found.wrong == found.one
    assert found.one + found.several + found.none == found.rows


def test_a_coarser_column_links_more_and_says_less():
    nameless = pd.DataFrame({"born": ["1997-03-14", "14/11/1997"], "diagnosis": ["wrist pain", "cough"]})
    roll = {"born": ["1997-03-14", "1997-05-02", "1960-01-01"], "name": ["Mika", "Ada", "Bo"]}
    by_day = link(nameless, roll, {"born": "day"})
    assert [roll["name"][j] for j in by_day.candidates(0)] == ["Mika"]
    assert by_day.fits.tolist() == [1, 0]
    assert link(nameless, roll, {"born": "year"}).fits.tolist() == [2, 2]


def test_without_the_truth_a_single_fit_is_neither_right_nor_wrong():
    found = link({"a": [1, 2]}, {"a": [1]}, "a")
    assert found.counts == {"none": 1, "several": 0, "right": 0, "wrong": 0, "one": 1}
    some = link({"a": [1, 2]}, {"a": [1, 2]}, "a", truth=(["me", None], ["me", "you"]))
    assert (some.right, some.wrong, some.counts["one"]) == (1, 0, 1)


def test_a_missing_value_links_with_nobody():
    found = link({"a": [None, "x"]}, {"a": [None, math.nan, "x"]}, "a")
    assert found.fits.tolist() == [0, 1]


def test_the_two_tables_may_hold_the_same_values_in_other_types():
    a = pd.DataFrame({"n": pd.Series([1, 2], dtype="int8"), "c": pd.Categorical(["x", "y"])})
    b = pd.DataFrame({"n": [1.0, 2.0, math.nan], "c": ["x", "x", "y"]})
    assert link(a, b, ["n", "c"]).fits.tolist() == [1, 0]
    assert link(a, b.head(0), ["n", "c"]).none == 2
    assert link(a.head(0), b, ["n", "c"]).rows == 0


@pytest.mark.parametrize(
    ("on", "truth", "sentence"),
    [
        (["age"], None, "no column “age”"),
        ([], None, "which columns to compare"),
        (["n"], None, "numbers in one table and text in the other"),
        (["d"], None, "compare them by day"),
        (["c"], (["a"], ["b", "c", "d"]), "has 1 values for 2 rows"),
    ],
)
def test_columns_that_cannot_be_compared_give_one_sentence(on, truth, sentence):
    mine = pd.DataFrame({"n": [1, 2], "c": ["x", "y"], "d": pd.to_datetime(["2020-01-01", "2020-01-02"])})
    theirs = pd.DataFrame({"n": ["1", "2"], "c": ["x", "y"], "d": [date(2020, 1, 1), date(2020, 1, 2)]})
    with pytest.raises(PlainError, match=sentence):
        link(mine, theirs, on, truth=truth)
    assert link(mine, theirs, {"d": "day"}).one == 2


def test_links_of_a_large_list_agree_with_a_merge():
    rng = np.random.default_rng(2)
    named = pd.DataFrame({"born": rng.integers(0, 9000, 50_000), "code": rng.integers(0, 40, 50_000)})
    nameless = coarsen(named, {}).sample(5000, random_state=1)
    found = link(nameless, named, ["born", "code"])
    merged = nameless.reset_index().merge(named.groupby(["born", "code"]).size().reset_index(name="n"))
    fits = defaultdict(int, zip(merged["index"], merged["n"], strict=True))
    assert found.fits.tolist() == [fits[i] for i in nameless.index]

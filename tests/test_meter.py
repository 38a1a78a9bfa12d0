"""Two counts of the same people, at any detail, from tables that were coded once."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons import coarsen, uniqueness
from privlessons.detail import LEVELS, chosen, encode_all, name
from privlessons.meter import ALONE, SHARED, TWINS, measure


def coded(*tables):
    steps = encode_all(tables)
    shares = []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as done:
            assert shares == sorted(shares)
            assert shares[-1] == 1
            return done.value


people = st.lists(
    st.tuples(
        st.sampled_from(["1970-01-01", "1970-01-02", "1971-05-05", "1985-12-31"]),
        st.sampled_from("fm"),
        st.sampled_from(["ZQ1 1AB", "ZQ1 1CD", "ZQ1 2AB", "ZQ2 1AB"]),
    ),
    min_size=1,
    max_size=20,
)


@settings(max_examples=60, deadline=None)
@given(people, st.data())
def test_the_counts_are_those_of_comparing_everybody(rows, data):
    town = pd.DataFrame(rows, columns=["birth_date", "sex", "postcode"], dtype=object)
    at = data.draw(st.lists(st.sampled_from(range(len(rows))), unique=True, min_size=1))
    levels = {column: data.draw(st.integers(0, len(ways) - 1)) for column, ways in LEVELS.items()}
    file = town.iloc[at].reset_index(drop=True)
    file_codes, town_codes = coded(file, town)
    found = measure(file_codes, town_codes, at, chosen(levels), 0)

    how = {column: LEVELS[column][level] for column, level in levels.items()}
    seen = [tuple(row) for row in coarsen(town, how).itertuples(index=False)]
    mine = [seen[i] for i in at]
    in_file, in_town = [mine.count(row) for row in mine], [seen.count(row) for row in mine]
    assert found.in_file == in_file.count(1)
    assert found.still == in_town.count(1)
    assert found.in_town == [seen.count(row) for row in seen].count(1)
    assert found.alike == (in_file[0] - 1, in_town[0] - 1)
    assert list(found.states) == [
        SHARED if k > 1 else ALONE if whole == 1 else TWINS for k, whole in zip(in_file, in_town, strict=True)
    ]
    assert found.still <= found.in_file


def test_codes_tell_the_same_as_the_coarse_values():
    table = pd.DataFrame(
        {"birth_date": ["1970-01-01", "1970-02-01"], "sex": ["f", "f"], "postcode": ["ZQ1 1AB"] * 2}
    )
    [codes] = coded(table)
    for column, ways in LEVELS.items():
        for how in ways[1:]:
            mine = uniqueness(codes, name(column, how)).k.tolist()
            assert mine == uniqueness(coarsen(table, {column: how}), column).k.tolist()


def test_what_is_left_out_is_no_column():
    assert chosen({"birth_date": 0, "sex": 0, "postcode": 0}) == []
    assert chosen({"birth_date": 2, "sex": 1}) == ["birth_date: year", "sex: full"]


def test_a_level_that_is_not_there_is_an_error():
    with pytest.raises(IndexError):
        chosen({"sex": 7})

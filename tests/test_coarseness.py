"""Columns that say less: the same person in coarser words, whatever the values were written like."""

import math
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons import coarsen, uniqueness
from privlessons.coarse_dates import read_dates
from privlessons.records import PlainError

QUICK = settings(max_examples=150, deadline=None)


def one(values, how):
    return coarsen({"a": values}, {"a": how})["a"].tolist()


@pytest.mark.parametrize(
    ("how", "coarser"),
    [("full", "ZQ3 4PJ"), ("sector", "ZQ3 4"), ("district", "ZQ3"), ("area", "ZQ"), (2, "ZQ"), (0, "")],
)
def test_a_postcode_loses_its_end(how, coarser):
    assert one(["ZQ3 4PJ"], how) == [coarser]


def test_postcodes_in_other_spellings_are_the_same_sector():
    assert one(["zq3 4pj", "ZQ34PJ", " ZQ3  4XX", "ZQ3 4", None], "sector") == ["ZQ3 4"] * 4 + [None]


@pytest.mark.parametrize(
    ("how", "coarser"),
    [
        ("day", "1997-03-14"),
        ("month", "1997-03"),
        ("year", "1997"),
        ("ten years", "1990–1999"),
        ("5 years", "1995–1999"),
    ],
)
def test_a_date_says_less_in_every_format(how, coarser):
    ways = [
        "1997-03-14",
        "14/03/1997",
        "14.3.97",
        "14 March 1997",
        "Mar 14, 1997",
        "14th Mar 1997",
        "19970314",
    ]
    ways += ["1997-03-14T10:00:00Z", "14/03/1997 10:00", "Friday, 14 March 1997", "14-Mar-1997", "1997/3/14"]
    assert one(ways, how) == [coarser] * len(ways)
    moments = [date(1997, 3, 14), datetime(1997, 3, 14, 10), pd.Timestamp("1997-03-14"), None, pd.NaT]
    assert one(moments, how) == [coarser] * 3 + [None] * 2
    assert one(pd.Series(pd.to_datetime(["1997-03-14", None])), how) == [coarser, None]


@QUICK
@given(st.dates(date(1900, 1, 1), date(2025, 12, 31)))
def test_dates_are_read_back_as_they_were_written(day):
    months = "January February March April May June July August September October November December".split()
    name = months[day.month - 1]
    for text in (
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day} {name} {day.year}",
        f"{name[:3]} {day.day}, {day.year}",
        f"{day:%Y%m%d}",
    ):
        assert read_dates([text]) == [(day.year, day.month, day.day)], text


def test_a_number_above_twelve_settles_which_is_the_day_for_all_of_its_kind():
    assert read_dates(["03/04/1997", "12/25/1997"]) == [(1997, 3, 4), (1997, 12, 25)]
    assert read_dates(["03/04/1997", "25/12/1997"]) == [(1997, 4, 3), (1997, 12, 25)]
    assert read_dates(["03/04/1997"]) == [(1997, 4, 3)]
    assert read_dates(["03.04.1997", "12/25/1997"]) == [(1997, 4, 3), (1997, 12, 25)]
    assert read_dates(["12/25/1997", "25/12/1997"]) == [(1997, 12, 25)] * 2


def test_a_year_of_two_digits_is_never_in_the_future():
    [(old, *_), (young, *_)] = read_dates(["1/2/99", "1/2/01"])
    assert (old, young) == (1999, 2001)


@pytest.mark.parametrize(
    "value", ["", "soon", "31/02/1997", "1997-13-01", "12345", True, 12.5, "0/0/00", "1/1"]
)
def test_what_is_no_date_is_none(value):
    assert read_dates([value]) == [None]


def test_a_date_that_tells_only_its_year_stays_so():
    assert one(["1997", 1997, "1997-03", 1997.0], "year") == ["1997"] * 4
    assert one(["1997", "1997-03-14", "1998-01-01"], "month") == ["1997", "1997-03", "1998-01"]


@QUICK
@given(st.lists(st.integers(-1000, 1000), min_size=1), st.integers(1, 50))
def test_a_number_lies_in_its_band(numbers, width):
    for kind in (
        list,
        np.array,
        lambda v: pd.Series(v, dtype="float64"),
        lambda v: pd.Series(v, dtype="Int64"),
    ):
        for number, band in zip(numbers, one(kind(numbers), width), strict=True):
            low, high = band.split("–") if width > 1 else (band, band)
            assert int(low) <= number <= int(high)
            assert int(high) - int(low) == width - 1
            assert int(low) % width == 0


def test_bands_of_broken_width_and_of_mixed_columns():
    assert one(np.array([0.3, 0.39, math.nan, math.inf]), 0.1) == ["0.3 to under 0.4"] * 2 + [None, "inf"]
    assert one([23, "27", 31.0, None, "unknown"], 10) == ["20–29", "20–29", "30–39", None, "unknown"]
    assert one([Decimal("23.5"), 20.0], 10) == ["20–29", "20–29"]


def test_text_keeps_its_first_characters():
    assert one(["90210", "90211", "", None], 4) == ["9021", "9021", "", None]


def test_a_column_can_be_left_out_and_the_rest_stays_as_it_is():
    table = pd.DataFrame({"a": ["1997-03-14"], "b": [None], "c": [5]}, index=[7])
    got = coarsen(table, {"a": "year", "c": None})
    assert list(got) == ["a", "b"]
    assert got.index.tolist() == [7]
    assert list(table) == ["a", "b", "c"]
    assert len(coarsen(table, dict.fromkeys("abc"))) == 1


@pytest.mark.parametrize(
    ("values", "how", "sentence"),
    [
        (["Rosa", "Quill", "1997-03-14"], "year", "does not hold dates such as 1997-03-14: it has 'Rosa'"),
        (["02138", "02139"], "sector", "does not hold postcodes such as ZQ3 4PJ"),
        (["a", "b"], "roughly", "“roughly”"),
        (["a", "b"], 1.5, "a whole number of characters"),
        ([1, 2], 0, "width above 0"),
        (pd.Series(pd.to_datetime(["2020-01-01"])), 10, "holds dates"),
        ([1, "x", "y", "z"], 10, "does not hold numbers"),
        ([[1], [2]], 3, "holds lists"),
        (["a"], True, "a word or a number"),
    ],
)
def test_a_coarseness_that_does_not_fit_gives_one_sentence(values, how, sentence):
    with pytest.raises(PlainError, match=sentence):
        coarsen({"a": values}, {"a": how})


def test_an_unknown_column_is_named():
    with pytest.raises(PlainError, match="no column “b”"):
        coarsen({"a": [1]}, {"b": 10})


def test_no_rows_stay_no_rows():
    for how in ("year", "sector", 10, 0.5):
        assert one([], how) == []
        assert one(np.array([], dtype=float), how if how != "sector" else 1) == []


@QUICK
@given(st.lists(st.dates(date(1990, 1, 1), date(1992, 12, 31)).map(date.isoformat), max_size=30))
def test_coarser_never_makes_anybody_more_alone(dates):
    k = [uniqueness(coarsen({"d": dates}, {"d": how})).k for how in ("day", "month", "year", "ten years")]
    for finer, coarser in pairwise(k):
        assert (coarser >= finer).all()

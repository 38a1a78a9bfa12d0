"""Overlapping findings become a sorted list without overlaps."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.merge import merge
from privlessons.records import Finding

TEXT = "ask Anna Tarn of Saltmere ZQ3 4AB today, or anna@example.com"


def test_the_same_kind_is_joined_with_the_higher_score():
    assert merge(TEXT, [Finding("PERSON", 4, 8, 0.6)], [Finding("PERSON", 4, 13, 0.5)]) == [
        Finding("PERSON", 4, 13, 0.6)
    ]


def test_the_more_certain_kind_wins_and_the_rest_of_a_name_is_kept():
    code, name = Finding("POSTCODE", 26, 33, 0.9), Finding("PERSON", 17, 29, 0.75)
    assert merge(TEXT, [code], [name]) == [Finding("PERSON", 17, 25, 0.75), code]


def test_a_name_inside_a_mail_address_is_part_of_it():
    mail = Finding("EMAIL_ADDRESS", 44, 60, 0.9)
    assert merge(TEXT, [mail, Finding("PERSON", 44, 48, 0.99)]) == [mail]


def test_neighbours_are_not_joined():
    two = [Finding("PERSON", 4, 8, 0.6), Finding("PERSON", 8, 13, 0.6)]
    assert merge(TEXT, two) == two


SPANS = st.builds(
    lambda kind, start, length, score: Finding(kind, start, min(start + length, len(TEXT)), score),
    st.sampled_from(["PERSON", "LOCATION", "POSTCODE", "ORGANIZATION", "URL"]),
    st.integers(0, len(TEXT) - 1),
    st.integers(1, 20),
    st.sampled_from([0.3, 0.6, 0.9]),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(SPANS, max_size=8), st.lists(SPANS, max_size=8))
def test_the_result_is_sorted_without_overlaps_and_the_same_for_any_order(patterns, claims):
    found = merge(TEXT, patterns, claims)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found == merge(TEXT, patterns[::-1], claims[::-1])
    assert all(0 <= f.start < f.end <= len(TEXT) for f in found)

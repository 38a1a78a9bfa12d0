"""Moments and whom they single out, against sets counted one by one."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.places import as_walks, draw_moments, follow, in_100, make_walks, single_out
from privlessons.records import Event
from privlessons.town_trails import MIKA

START = datetime(2026, 5, 4, tzinfo=UTC)
METRE = 1 / 111_320.0  # of latitude, in degrees


def stay(hour, length, north, east=0.0):
    return Event(
        START + timedelta(hours=hour),
        "location",
        end=START + timedelta(hours=hour + length),
        latitude=54 + north * METRE,
        longitude=2 + east * METRE,
    )


@st.composite
def towns(draw):
    people = draw(st.integers(1, 9))
    one = st.builds(stay, st.integers(0, 60), st.integers(1, 9), st.integers(0, 3000), st.integers(0, 3000))
    return as_walks([(f"P{n}", draw(st.lists(one, min_size=1, max_size=6))) for n in range(people)], START)


def naive(walks, rows, metres, hours):
    """Who fits all these entries, by comparing every entry with every other."""
    point = lambda i: (walks.east[i] // metres, walks.north[i] // metres, walks.hour[i] // hours)  # noqa: E731
    left = set(range(len(walks.names)))
    for row in rows:
        left &= {int(walks.person[i]) for i in range(len(walks.person)) if point(i) == point(row)}
    return left


@settings(deadline=None, max_examples=60)
@given(towns(), st.sampled_from([100, 500, 2000]), st.sampled_from([1, 6, 24]), st.integers(0, 9))
def test_shares_and_crowds_are_those_of_a_plain_count(walks, metres, hours, seed):
    moments = draw_moments(walks, np.random.default_rng(seed), 3, 2, awake=(0, 24))
    singled = single_out(walks, moments, metres, hours)
    assert singled.draws == moments.rows.shape[1] == len(moments.people)
    for number in range(3):
        fits = [naive(walks, column[: number + 1], metres, hours) for column in moments.rows.T]
        if fits:
            assert singled.shares[number] == pytest.approx(np.mean([len(f) == 1 for f in fits]))
            assert singled.crowd[number] == pytest.approx(np.mean([len(f) for f in fits]))


@settings(deadline=None, max_examples=60)
@given(towns(), st.integers(0, 9))
def test_following_one_person_leaves_those_who_fit_and_always_herself(walks, seed):
    moments = draw_moments(walks, np.random.default_rng(seed), 2, 1, awake=(0, 24))
    for who in moments.people:
        rows = moments.of(who)
        seen = follow(walks, rows, 500, 3)
        for number, one in enumerate(seen, 1):
            assert set(one.left) == naive(walks, rows[:number], 500, 3)
            assert who in one.left
            assert one.hour % 3 == 0


@settings(deadline=None, max_examples=40)
@given(towns(), st.integers(0, 9))
def test_moments_are_different_hours_of_the_persons_own_by_day(walks, seed):
    moments = draw_moments(walks, np.random.default_rng(seed), 3, 2)
    assert (walks.person[moments.rows] == moments.people).all()
    assert ((walks.hour[moments.rows] % 24 >= 7) & (walks.hour[moments.rows] % 24 < 23)).all()
    assert all(len(set(column)) == 3 for column in moments.rows.T)


def test_a_stay_counts_in_each_hour_that_it_touches():
    walks = as_walks([("a", [stay(0, 3, 0), stay(10.5, 1, 0)]), ("b", [])], START)
    assert list(walks.hour) == [0, 1, 2, 10, 11]
    assert walks.names == ("a", "b")
    assert list(walks.first(1).hour) == [0, 1, 2, 10, 11]


def test_what_has_no_position_or_was_before_is_left_out():
    walks = as_walks([("a", [Event(START, "location"), stay(-9, 2, 0), stay(-1, 3, 0)])], START)
    assert list(walks.hour) == [0, 1]


def test_positions_come_back_as_degrees():
    walks = as_walks([("a", [stay(0, 1, 100, 50)]), ("b", [stay(0, 1, 900, 700)])], START)
    [seen] = follow(walks, [0], 100, 1)
    assert seen.latitude == pytest.approx(54 + 100 * METRE, abs=1e-9)
    assert seen.longitude == pytest.approx(2 + 50 * METRE, abs=1e-9)


def test_nobody_is_singled_out_where_nobody_is():
    walks = as_walks([("a", []), ("b", [])], START)
    moments = draw_moments(walks, np.random.default_rng(1), 4, 2)
    assert single_out(walks, moments, 100, 1).shares == (0, 0, 0, 0)


@pytest.fixture(scope="module")
def town():
    *steps, (_, walks) = make_walks(300)
    assert [made for made, _ in steps] == [50, 100, 150, 200, 250]
    return walks


def test_mika_is_the_first_of_the_town(town):
    assert town.names[0] == MIKA
    assert len(set(town.names)) == 300


def test_more_moments_single_out_more_and_coarser_ones_fewer(town):
    moments = draw_moments(town, np.random.default_rng(1))
    exact = single_out(town, moments, 125, 1).shares
    assert list(exact) == sorted(exact)
    before = exact
    for metres, hours in ((250, 1), (250, 3), (500, 6), (1000, 12), (2000, 24), (4000, 168)):
        now = single_out(town, moments, metres, hours).shares
        assert all(a <= b for a, b in zip(now, before, strict=True))
        before = now
    assert exact[3] > 0.5 > before[3]


def test_large_areas_are_counted_like_small_ones(town, monkeypatch):
    moments = draw_moments(town, np.random.default_rng(1))
    small = single_out(town, moments, 250, 3)
    monkeypatch.setattr("privlessons.places._TABLE", 0)  # too small for a table: keys are searched for
    assert single_out(town, moments, 250, 3) == small


def test_fewer_people_are_easier_to_single_out(town):
    few = town.first(50)
    share = single_out(few, draw_moments(few, np.random.default_rng(1), draws=20), 250, 1).shares
    assert share[0] > single_out(town, draw_moments(town, np.random.default_rng(1)), 250, 1).shares[0]


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0"), (0.001, "under 1"), (0.5, "50"), (0.997, "over 99"), (1, "100")]
)
def test_a_share_is_said_out_of_a_hundred(share, said):
    assert in_100(share) == said

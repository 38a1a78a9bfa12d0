"""The town's trails: the same each time, lives that could be, and Mika's as her chats tell it."""

import hashlib
import itertools
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from privlessons.home import home
from privlessons.town import load_cast, make_people
from privlessons.town_days import DAYS, FIRST, load_texts, true_stays
from privlessons.town_map import HARBOUR, home_of, load_places, metres_between
from privlessons.town_trails import MIKA, MIKAS_DAY, as_points, day_of, make_lives, make_trails, mika
from privlessons.trail import SOURCES


@pytest.fixture(scope="module")
def trails():
    return list(make_trails(80))


def digest_of(trails):
    return hashlib.sha256(repr([(one.life, one.events) for one in trails]).encode()).hexdigest()


def test_the_same_seed_makes_the_same_trails_and_another_seed_others(trails):
    assert digest_of(make_trails(80)) == digest_of(trails)
    assert digest_of(make_trails(20, seed=1)) != digest_of(trails[:20])


def test_more_people_leave_the_first_ones_as_they_are(trails):
    larger = [life for life, _ in zip(make_lives(1200), range(80), strict=False)]
    assert larger == [one.life for one in trails]


def test_three_hundred_lives_are_all_different_people_of_16_and_over():
    ages = {person["person_id"]: person["age"] for person in make_people()}
    lives = list(make_lives(300))
    assert len({life.person for life in lives}) == 300
    assert min(ages[life.person] for life in lives) >= 16
    assert lives[0].person == MIKA


def test_each_trail_covers_four_weeks_in_order(trails):
    end = FIRST + timedelta(days=DAYS, hours=12)
    for one in trails:
        assert {"location", "browser history", "searches", "purchases"} <= {e.source for e in one.events}
        assert [e.time for e in one.events] == sorted(e.time for e in one.events)
        assert all(FIRST <= e.time < end for e in one.events if e.source != "chats")


def test_hardly_anybody_neither_posts_nor_chats(trails):
    assert sum({e.source for e in one.events} == set(SOURCES) for one in trails) >= 76


def test_times_are_utc_and_stays_end_after_they_start(trails):
    for one in trails:
        for e in one.events:
            assert e.time.tzinfo is UTC
            assert e.end is None or e.end > e.time


def test_nobody_is_in_two_places_at_once(trails):
    for one in trails:
        stays = true_stays(one.life, 20260601)
        assert all(a.end <= b.start + 1e-9 for a, b in itertools.pairwise(stays)), one.life.person


def test_phones_leave_holes_and_are_off_by_some_metres(trails):
    life, events = trails[1].life, trails[1].events
    true = true_stays(life, 20260601)
    told = [e for e in events if e.source == "location"]
    assert len(told) < 0.95 * len(true)
    assert len({(e.latitude, e.longitude) for e in told}) > 0.9 * len(told)


def test_those_who_live_together_have_one_home_and_streets_differ():
    people = list(make_people())
    homes = {}
    for person in people:
        homes.setdefault(person["household_id"], set()).add(home_of(person))
    assert all(len(places) == 1 for places in homes.values())
    by_district = {}
    for person in people:
        by_district.setdefault(person["district"], []).append(home_of(person))
    for places in by_district.values():
        assert max(metres_between(places[0], other) for other in places) < 1500


def test_the_town_lies_at_sea_and_holds_together():
    assert 54 < HARBOUR[0] < 55.5
    assert 1.5 < HARBOUR[1] < 3.5
    harbour = next(iter(load_places().values()))
    assert all(metres_between(harbour, place) < 20_000 for place in load_places().values())


def test_every_employer_of_the_table_has_a_place_on_the_map():
    import json

    pools = json.loads((home() / "data/town/pools.json").read_text("utf-8"))
    assert {name for name, _ in pools["employers"]} <= set(load_places())


def test_every_interest_and_worry_that_a_life_may_have_has_texts():
    known = load_texts()
    for life in make_lives(600):
        for topic in (*life.interests, *life.health.split(", "), life.faith, life.for_others):
            assert not topic or topic in known, topic


def test_mikas_life_is_that_of_her_chats():
    row = next(row for row in load_cast() if row["first_name"] == "Mika")
    life, events = mika().life, mika().events
    assert life.home.name.endswith(row["postcode"])
    assert life.employer == row["employer"]
    assert life.work is None
    assert life.income == pytest.approx(14_260, abs=100)
    chats = [e for e in events if e.source == "chats" and not e.mine]
    assert any("22 Weir Street" in e.text for e in chats)


def test_mikas_day_is_the_one_written_by_hand_and_touches_all_sources():
    day = day_of(mika().events)
    assert {e.source for e in day} == set(SOURCES)
    stays = [e for e in day if e.source == "location"]
    assert stays[0].time == datetime(2026, 5, 5, 23, tzinfo=UTC)
    names = [e.text for e in stays]
    assert names.count(mika().life.home.name) == 4
    assert "Harbour Physio" in names
    assert all(a.end <= b.time for a, b in itertools.pairwise(stays))


def test_a_day_holds_the_stays_that_reach_into_it():
    day = datetime(2026, 5, 7, tzinfo=ZoneInfo("Europe/London"))
    for event in day_of(mika().events, day):
        assert event.time < day + timedelta(days=1)
        assert (event.end or event.time) >= day
    assert MIKAS_DAY.weekday() == 2


def test_single_readings_are_as_many_as_asked_and_shuffled():
    points = as_points(mika(), seconds=600, kept=0.5)
    whole = as_points(mika(), seconds=600, kept=1.0)
    assert 0.4 < len(points) / len(whole) < 0.6
    assert [e.time for e in points] != sorted(e.time for e in points)
    assert len(set(points)) < len(points)
    assert points == as_points(mika(), seconds=600, kept=0.5)


def test_a_town_too_small_for_the_wish_grows():
    lives = list(make_lives(2500))
    assert len({life.person for life in lives}) == 2500


def test_data_of_the_town_stay_under_8_megabytes():
    assert sum(path.stat().st_size for path in (home() / "data/town").rglob("*") if path.is_file()) < 8e6

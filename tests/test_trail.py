"""What a program concludes from events: right on the town, steady on messy data, and only from what is on."""

import math
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.records import Event
from privlessons.town_map import metres_between
from privlessons.town_trails import as_points, make_trails, mika
from privlessons.trail import (
    KINDS,
    MOST_EVIDENCE,
    SOURCES,
    conclude,
    conclude_from,
    count_topics,
    digest,
    digest_steps,
)
from privlessons.trail_owner import owned_by, possible_owners
from privlessons.trail_places import compass
from privlessons.trail_score import score_conclusions
from privlessons.trail_time import days_with_records, parts_with_records

SENSITIVE = {"health", "faith", "debt", "sexuality"}
AT = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def trails():
    return list(make_trails(300))


@pytest.fixture(scope="module")
def told(trails):
    return [(conclude(one.events), one.life) for one in trails]


@pytest.fixture(scope="module")
def scores(told):
    return {score.kind: score for score in score_conclusions(told)}


@pytest.fixture(scope="module")
def digests():
    return digest(mika().events)


def of(conclusions, kind):
    return [one for one in conclusions if one.kind == kind]


def said(text, source="chats", days=1):
    """The same text on several days."""
    return tuple(Event(AT + timedelta(days=day), source, text) for day in range(days))


def test_home_and_workplace_are_right_within_200_metres_for_95_percent_of_the_town(scores):
    assert scores["home"].asked == scores["workplace"].asked == 300
    assert scores["home"].share >= 0.95
    assert scores["workplace"].share >= 0.95


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("employer", 0.9),
        ("sleep", 0.9),
        ("time zone", 0.9),
        ("income", 0.7),
        ("interest", 0.9),
        ("person", 0.8),
    ],
)
def test_the_other_kinds_are_mostly_right_on_the_town(scores, kind, least):
    assert scores[kind].share >= least


def test_confidence_does_not_boast(told, scores):
    """Over the town, no kind is surer on average than its answers are right."""
    for kind in set(scores) - {"faith", "debt", "sexuality"}:  # too few to tell
        sure = [one.confidence for found, _ in told for one in found if one.kind == kind]
        assert sum(sure) / len(sure) <= scores[kind].true / scores[kind].said + 0.1, kind


def test_the_scores_tell_the_failures_too(scores):
    for score in scores.values():
        assert len(score.misses) == score.asked - score.right
        assert score.silent + score.right <= score.asked
        assert score.true <= score.said
    assert scores["health"].invented > 30, "worries looked up for somebody else are held against the seeker"


@pytest.mark.parametrize(
    "phone",
    [
        {"seconds": 120, "noise": 25, "kept": 0.3},
        {"seconds": 900, "noise": 50, "kept": 0.6},
        {"seconds": 60, "noise": 10, "kept": 0.9},
    ],
)
def test_home_and_work_are_found_in_single_readings_noisy_doubled_and_in_no_order(trails, phone):
    found = [(conclude(as_points(one, **phone)), one.life) for one in trails[:20]]
    home, work = score_conclusions(found)[:2]
    assert home.right >= 19
    assert work.right >= 19


@pytest.mark.parametrize(("hours", "degrees"), [(-9, 135), (8, -120), (-5.5, 82.5), (0, 0)])
def test_home_and_work_do_not_depend_on_where_on_earth_somebody_lives(trails, hours, degrees):
    """The same lives elsewhere: clocks and longitudes move together."""
    life = trails[1].life
    moved = [
        replace(
            e,
            time=e.time + timedelta(hours=hours),
            end=e.end and e.end + timedelta(hours=hours),
            longitude=e.longitude + degrees,
        )
        for e in trails[1].events
        if e.source == "location"
    ]
    found = conclude(moved)
    place = replace(life.home, longitude=life.home.longitude + degrees)
    told = of(found, "home")[0]
    assert metres_between(replace(place, latitude=told.latitude, longitude=told.longitude), place) < 200
    assert of(found, "workplace")[0].value == life.work.name


def test_stays_without_names_tell_home_and_work_by_their_position(trails):
    nameless = [replace(e, text="") for e in trails[1].events if e.source == "location"]
    told = of(conclude(nameless), "workplace")[0]
    assert told.value == f"{told.latitude:.4f}, {told.longitude:.4f}"
    assert not of(conclude(nameless), "employer")


def test_what_a_phone_calls_home_and_work_is_no_name(trails):
    life = trails[1].life
    labels = {life.home.name: "home", life.work.name: "work"}
    plain = [replace(e, text=labels.get(e.text, "")) for e in trails[1].events if e.source == "location"]
    found = conclude(plain)
    assert "." in of(found, "workplace")[0].value
    assert not of(found, "employer")


def test_after_a_move_home_is_where_the_last_year_was_spent():
    AT + timedelta(hours=9)

    def nights(days, latitude):
        return [
            Event(
                AT + timedelta(days=d, hours=9),
                "location",
                "",
                AT + timedelta(days=d, hours=18),
                latitude,
                2.2,
            )
            for d in days
        ]

    found = conclude(nights(range(-2000, -300), 54.0) + nights(range(-300, 0), 54.7))
    assert of(found, "home")[0].latitude == pytest.approx(54.7)


def test_the_order_of_events_and_repeats_do_not_change_what_is_concluded(digests):
    events = mika().events
    doubled = tuple(reversed(events)) + tuple(e for e in events if e.source == "location")
    plain = {(one.kind, one.value) for one in conclude(events)}
    assert {(one.kind, one.value) for one in conclude(doubled)} == plain


@pytest.mark.parametrize("count", range(len(SOURCES) + 1))
def test_every_choice_of_sources_rests_on_those_sources_alone(digests, count):
    events = mika().events
    for chosen in combinations(SOURCES, count):
        found = conclude_from(digests, chosen)
        assert {events[i].source for one in found for i in one.evidence} <= set(chosen)
        assert [one for one in found if not one.evidence] == []


@pytest.mark.parametrize("chosen", [("chats",), ("location", "searches"), SOURCES[:4]])
def test_a_source_switched_off_is_as_good_as_never_there(digests, chosen):
    events = mika().events
    alone = [e for e in events if e.source in chosen]
    there = [(one.kind, one.value, one.confidence, one.rests_on) for one in conclude(alone)]
    assert there == [(o.kind, o.value, o.confidence, o.rests_on) for o in conclude_from(digests, chosen)]
    assert conclude(events, chosen) == conclude_from(digests, chosen)


def test_mikas_chats_alone_tell_address_work_income_and_worry():
    found = {one.kind: one.value for one in reversed(conclude(mika().events, ["chats"]))}
    assert found["home"] == "22 Weir Street, ZQ3 4PJ"
    assert found["employer"] == "Tarn & Tiles"
    assert found["income"] == "under 20,000"
    assert found["health"] in {"wrists and hands", "asthma"}


def test_the_evidence_for_a_worry_speaks_of_it():
    events = mika().events
    worry = next(one for one in conclude(events) if one.value == "wrists and hands")
    words = ("carpal", "wrist", "numb", "tendon", "naproxen", "tendons")
    assert all(any(word in events[i].text.lower() for word in words) for i in worry.evidence)


def partner(told):
    return told.kind == "person" and told.value.split()[0] in {"husband", "wife", "girlfriend", "boyfriend"}


def test_faith_health_debt_and_sexuality_are_marked_and_so_are_visits_to_clinics(trails):
    for one in trails[:40]:
        for told in conclude(one.events):
            if told.kind in SENSITIVE:
                assert told.sensitive, told
            elif told.kind != "visit" and not partner(told):
                assert not told.sensitive, told
    clinic = next(o for o in conclude(mika().events) if o.value == "Harbour Physio")
    assert clinic.kind == "visit"
    assert clinic.sensitive


def test_what_is_looked_up_for_somebody_else_is_no_worry_of_ones_own():
    mine = said("inhaler not helping wheezing") + said("asthma at night")
    others = said("mum's inhaler not helping wheezing") + said("my son has asthma at night")
    assert of(conclude(mine), "health")
    assert not of(conclude(others), "health")


def test_one_record_alone_makes_no_interest_and_no_worry():
    assert not of(conclude(said("sourdough recipe", "searches")), "interest")
    assert not of(conclude(said("migraine", "searches", days=20)), "health"), "the same words again and again"


def test_what_others_say_is_not_held_against_the_owner():
    theirs = tuple(
        replace(e, mine=False) for e in said("i live at 7 Candle Row and i earn 30,000 a year", days=9)
    )
    assert conclude(theirs) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("i earn £52k a year before tax", "over 45,000"),
        ("my salary is 27,500", "20,000 to 45,000"),
        ("i only made £640 in april", "under 20,000"),
    ],
)
def test_an_income_that_is_told_is_read(text, value):
    assert of(conclude(said(text)), "income")[0].value == value


def test_prices_are_no_income():
    assert not of(conclude(said("the sofa is £1,200 and the bike £640")), "income")


@pytest.mark.parametrize(
    "text",
    [
        "her address is 7 Candle Row, ZQ4 2BW",
        "the shop is at 7 Candle Row",
        "send it to his flat, 7 Candle Row",
    ],
)
def test_an_address_of_somebody_else_is_no_home(text):
    assert not of(conclude(said(text)), "home")


def test_a_known_clock_sets_the_hours_that_are_told(digests):
    early, late = (of(conclude_from(digests, clock=c), "sleep")[0].value for c in (0, 5))
    hours = [[int(part[:2]) for part in value.split("-")] for value in (early, late)]
    assert [(b - a) % 24 for a, b in zip(*hours, strict=True)] == [5, 5]


def test_nothing_tells_nothing():
    assert conclude(()) == ()
    assert conclude_from(digest(mika().events), ()) == ()


def test_positions_off_the_globe_are_passed_over():
    _nan, _inf = float("nan"), float("inf")
    wrong = tuple(
        Event(AT + timedelta(hours=h), "location", latitude=lat, longitude=lon)
        for h in range(40)
        for lat, lon in (
            (91.0, 2.0),
            (54.0, 181.0),
            (float("nan"), 2.0),
            (0.0, 0.0),
            (None, None),
            (float("inf"), 1),
        )
    )
    assert conclude(wrong) == ()


EVENTS = st.builds(
    Event,
    time=st.datetimes(datetime(1971, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)),
    source=st.sampled_from([*SOURCES, "photos", "messages", "music"]),
    text=st.one_of(st.text(max_size=40), st.sampled_from(["i earn 20k a year", "my mum", "asthma"])),
    latitude=st.one_of(st.none(), st.floats(-90, 90)),
    longitude=st.one_of(st.none(), st.floats(-180, 180)),
    amount=st.one_of(st.none(), st.floats(allow_nan=True)),
    who=st.sampled_from(["", "Ruth", "shop.example"]),
    mine=st.booleans(),
)
STAYS = st.builds(lambda e, h: replace(e, end=e.time + timedelta(hours=h)), EVENTS, st.floats(-5, 5000))


@given(st.lists(st.one_of(EVENTS, STAYS), max_size=60))
def test_any_events_give_conclusions_of_known_kinds_with_evidence_that_exists(events):
    for told in conclude(events):
        assert told.kind in KINDS
        assert 0 <= told.confidence <= 1
        assert 0 < len(told.evidence) <= MOST_EVIDENCE
        assert len(told.evidence) <= told.rests_on
        assert all(0 <= i < len(events) for i in told.evidence)
        assert told.text.endswith(".")


def test_a_long_sum_pauses_and_comes_to_the_same(digests):
    steps, read = digest_steps(iter(mika().events * 30)), []
    while True:
        try:
            read.append(next(steps))
        except StopIteration as done:
            whole = done.value
            break
    assert len(read) >= 4
    assert read == sorted(read)
    assert read[-1] <= 30 * len(mika().events)
    assert {source: one.count for source, one in whole.items()} == {
        source: 30 * one.count for source, one in digests.items()
    }


def test_a_brother_called_by_name_is_one_person():
    found = of(conclude(said("ask my brother Finn") + said("dinner with Finn", days=3)), "person")
    assert [(one.value, one.rests_on) for one in found] == [("brother Finn", 4)]


def test_days_without_an_hour_tell_nothing_about_sleep_or_clock():
    films = [Event(AT.replace(hour=0) + timedelta(days=day), "films", "a film") for day in range(60)]
    assert conclude(films) == ()
    mikas = [e for e in mika().events if e.source == "browser history"]
    alone, both = (of(conclude(events), "sleep") for events in (mikas, mikas + films))
    assert [one.value for one in alone] == [one.value for one in both]


def test_topics_are_counted_by_records_and_delicate_ones_only_when_asked_for():
    said = ["asthma inhaler"] * 3 + ["sourdough recipe"] * 2 + ["chess club"]
    events = [Event(AT + timedelta(hours=i), "searches", text) for i, text in enumerate(said)]
    digests = digest(events).values()
    assert count_topics(digests, sensitive=False) == [("baking and cooking", 2), ("board games", 1)]
    assert count_topics(digests, sensitive=True)[0] == ("asthma", 3)


@pytest.mark.parametrize("word", ["husband Jim", "wife", "girlfriend", "boyfriend", "partner", "fiancée"])
def test_a_partner_tells_whom_one_loves_and_is_marked_as_delicate(word):
    [told] = of(conclude(said(f"dinner with my {word} tonight", days=3)), "person")
    assert told.value == word
    assert told.sensitive


def test_a_brother_and_a_friend_are_not_delicate():
    found = of(
        conclude(said("dinner with my brother Finn", days=3) + said("tea with Ruth", days=3)), "person"
    )
    assert {(one.value, one.sensitive) for one in found} == {("brother Finn", False), ("Ruth", False)}


def test_places_without_a_name_are_told_by_where_they_lie_from_home(trails):
    nameless = [replace(e, text="") for e in trails[1].events if e.source == "location"]
    found = conclude(nameless)
    for told in (*of(found, "workplace"), *of(found, "visit")):
        assert re.search(r"a place \d+\.\d km (?:north|south|east|west)[a-z-]* of home", told.text), told.text
        assert told.value not in told.text
    assert "a place without a name" in of(found, "home")[0].text


@pytest.mark.parametrize(
    ("north", "east", "way"),
    [(1, 0, "north"), (1, 1, "north-east"), (0, 1, "east"), (-1, 0.1, "south"), (-1, -1, "south-west")],
)
def test_directions_are_those_of_a_map(north, east, way):
    width = math.cos(math.radians(54.7))
    assert compass(54.7, 2.2, 54.7 + 0.01 * north, 2.2 + 0.01 * east / width) == way


def test_a_clock_is_told_in_hours_from_world_time(digests):
    told = of(conclude_from(digests), "time zone")[0]
    assert told.text.startswith("The clock is 1 hour ahead of world time (UTC+1)")
    assert "longitude" not in told.text
    behind = of(conclude_from(digests, ["chats"]), "time zone")[0]
    assert "1 hour behind world time (UTC-1)" in behind.text


def test_an_account_is_not_told_as_a_person():
    events = [Event(AT + timedelta(hours=i), "social posts", "hi", who="fogbell_games") for i in range(3)]
    [told] = of(conclude(events), "person")
    assert told.text.startswith("The account fogbell_games matters")


def test_parts_of_time_without_records_are_left_out():
    days = [date(2025, 11, 30), date(2026, 1, 8), date(2026, 5, 4), date(2026, 5, 5)]
    assert parts_with_records(days, 1, 100) == days
    assert parts_with_records(days, 7, 100) == [days[0], date(2026, 1, 4), date(2026, 5, 3)]
    assert parts_with_records(days, 1, 2) == [days[0], days[-1]]
    assert parts_with_records(days[:1], 365, 100) == days[:1]


@given(st.sets(st.integers(0, 4000), min_size=1, max_size=50), st.sampled_from([1, 7, 31, 365]))
def test_every_day_with_records_lies_in_exactly_one_part(offsets, width):
    days = sorted(date(2015, 1, 1) + timedelta(days=one) for one in offsets)
    starts = parts_with_records(days, width, 10_000)
    for day in days:
        assert sum(0 <= (day - start).days < width for start in starts) == 1
    for start in starts:
        assert any(0 <= (day - start).days < width for day in days)


def test_days_are_those_of_the_zone():
    late = np.array([datetime(2025, 11, 30, 23, 41, tzinfo=UTC).timestamp()])
    june = np.array([datetime(2026, 6, 1, 23, 41, tzinfo=UTC).timestamp()])
    london = ZoneInfo("Europe/London")
    assert days_with_records([late, june], london) == [date(2025, 11, 30), date(2026, 6, 2)]
    assert days_with_records([late], ZoneInfo("Asia/Kolkata")) == [date(2025, 12, 1)]


def test_whose_messages_they_are_is_open_only_where_none_is_ones_own():
    theirs = [Event(AT, "messages", "hi", who=who, mine=False) for who in ("Ruth", "Mika", "Mika")]
    assert possible_owners(theirs) == ("Mika", "Ruth")
    assert possible_owners([*theirs, Event(AT, "messages", "yes", who="Ruth")]) == ()
    assert possible_owners(theirs[:1]) == ()
    assert possible_owners(said("hello")) == ()
    mine = owned_by(theirs, "Mika")
    assert [(one.who, one.mine) for one in mine] == [("Ruth", False), ("Ruth", True), ("Ruth", True)]
    found = {one.value for one in of(conclude(mine), "person")}
    assert "Mika" not in found

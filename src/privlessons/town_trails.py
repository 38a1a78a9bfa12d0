"""The town's data trails: six sources over four weeks for as many people as wanted, with the truth apart.

Nothing is stored: the same seed gives the same trails, a few milliseconds a person. What was written by hand
stands in ``data/town``: the places, the texts, the chats, and ``mika-trail.csv`` for the companion. Those
chats may be half a year older than the four weeks: `four_weeks` leaves them out.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from privlessons.datasets import load_chats
from privlessons.home import home
from privlessons.records import Event
from privlessons.town import SEED, make_people
from privlessons.town_days import FIRST, ZONE, done, located, true_stays
from privlessons.town_life import Habit, Life, draw_life
from privlessons.town_map import Place, load_places

MIKA = "P0417"
MIKAS_DAY = datetime(2026, 5, 6, tzinfo=ZONE)
"""The day that was written by hand, from its first minute to its last."""
_YOUNGEST = 16


@dataclass(frozen=True, slots=True)
class TownTrail:
    """The trail of one invented person, ``events`` in order of time, and what is true of them."""

    life: Life
    events: tuple[Event, ...]


def make_lives(n: int = 300, seed: int = SEED) -> Iterator[Life]:
    """Yield the true lives of ``n`` people of 16 and over, Mika first, then as in the people table."""
    people = list(make_people(max(2000, round(n * 1.5)), seed))
    households: dict[str, list[dict]] = {}
    for person in people:
        households.setdefault(person["household_id"], []).append(person)
    grown = [person for person in people if person["age"] >= _YOUNGEST]
    grown.sort(key=lambda person: person["person_id"] != MIKA)
    if n > len(grown):
        raise ValueError(f"Only {len(grown)} people are old enough for a trail.")
    for person in grown[:n]:
        life = draw_life(person, households[person["household_id"]], seed)
        yield _mika(life) if person["person_id"] == MIKA else life


def make_trails(n: int = 300, seed: int = SEED) -> Iterator[TownTrail]:
    """Yield the trails of ``n`` people, Mika's first, one in memory at a time: a few milliseconds each."""
    for life in make_lives(n, seed):
        yield make_trail(life, seed)


def make_trail(life: Life, seed: int = SEED) -> TownTrail:
    """Make the trail of one life: location, purchases, four sources on screens, and chats by hand."""
    stays = true_stays(life, seed)
    events = located(life, stays, seed) + done(life, stays, seed)
    if life.person == MIKA:
        end = MIKAS_DAY + timedelta(days=1)
        events = [e for e in events if (e.end or e.time) <= MIKAS_DAY or e.time >= end] + _by_hand(life)
    events += _chats().get(life.person, [])
    return TownTrail(life, tuple(sorted(events, key=lambda e: (e.time, e.source, e.text))))


@cache
def mika() -> TownTrail:
    """Return the companion's trail: the four weeks, her day of 6 May by hand, and her chats with Pip."""
    return make_trail(next(make_lives(1)))


def day_of(events: Iterable[Event], day: datetime = MIKAS_DAY) -> tuple[Event, ...]:
    """Return the events that touch one day, from midnight to midnight of the zone that ``day`` carries."""
    end = day + timedelta(days=1)
    return tuple(e for e in events if e.time < end and (e.end or e.time) >= day)


def four_weeks(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events of the four weeks alone: chats that were written by hand may be half a year older."""
    return tuple(event for event in events if event.time >= FIRST)


def as_points(
    trail: TownTrail, *, seconds: float = 120, noise: float = 25, kept: float = 0.7, seed: int = 0
) -> tuple[Event, ...]:
    """Return a trail's stays as single readings of a phone, ways between them included.

    One reading every so many seconds, each off by ``noise`` metres (one in fifty by twenty times that), of
    which the share ``kept`` is left, in an order that means nothing, some of them twice.
    """
    rng = random.Random(f"points {seed} {trail.life.person}")
    stays = true_stays(trail.life, SEED)
    readings = []
    for stay, after in zip(stays, [*stays[1:], None], strict=True):
        a, b, t = stay.place, after.place if after else stay.place, stay.start
        until = after.start if after else stay.end
        while t < until:
            part = max(0.0, (t - stay.end) / max(1e-9, until - stay.end))
            readings.append(
                (
                    t,
                    a.latitude + part * (b.latitude - a.latitude),
                    a.longitude + part * (b.longitude - a.longitude),
                )
            )
            t += seconds / 3600
    events = []
    for hours, latitude, longitude in readings:
        if rng.random() > kept:
            continue
        off = noise * (20 if rng.random() < 0.02 else 1)
        event = Event(
            FIRST.astimezone(UTC) + timedelta(hours=hours),
            "location",
            latitude=latitude + rng.gauss(0, off) / 111_320,
            longitude=longitude + rng.gauss(0, off) / 64_300,
        )
        events += [event] * (2 if rng.random() < 0.02 else 1)
    rng.shuffle(events)
    return tuple(events)


@cache
def _chats() -> dict[str, list[Event]]:
    """Return the chats written by hand, by person: each message an event, the assistant's not ``mine``."""
    found: dict[str, list[Event]] = {}
    for one in load_chats():
        for message in one.chat.messages:
            if message.time is not None:
                mine = message.author == "person"
                found.setdefault(one.person, []).append(
                    Event(message.time, "chats", message.text, who="" if mine else "Pip", mine=mine)
                )
    return found


def _mika(drawn: Life) -> Life:
    """Mika's life as her chats tell it."""
    places = load_places()
    return replace(
        drawn,
        home=replace(drawn.home, name="22 Weir Street, ZQ3 4PJ"),
        work=None,
        employer="Tarn & Tiles",
        workdays=(),
        bed=24.4,
        wake=6.7,
        income=14_300,
        interests=("art and drawing", "swimming", "gaming"),
        health="wrists and hands, asthma",
        faith="",
        debt=False,
        sexuality="",
        habits=(
            Habit(places["Cockle Beach"], (0, 1, 2, 3, 5), 7.4, 0.7),
            Habit(places["Fogbell Games"], (1,), 14.0, 2.5),
            Habit(_mums(), (6,), 12.5, 3.0),
            Habit(places["Harbour Physio"], (2,), 11.0, 0.7),
            Habit(places["Town Library"], (3,), 15.0, 1.6),
        ),
        close=("Ruth (friend)", "Finn (brother)", "Lorna (mum)"),
        pet="gecko",
        for_others="eyes",
    )


def _mums() -> Place:
    """Lorna's house in Candle Row, near the neighbour of Mika's chats."""
    from privlessons.town_map import home_of

    lorna = next(person for person in make_people() if person["person_id"] == "P0102")
    return replace(home_of(lorna), name="Candle Row, ZQ4 2BW")


def _by_hand(life: Life) -> list[Event]:
    """Read ``mika-trail.csv``; its times are those of the town's clocks, its places those of the map."""
    places, events = load_places() | {"home": life.home}, []
    with open(home() / "data/town/mika-trail.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            at = datetime.fromisoformat(row["time"]).replace(tzinfo=ZONE).astimezone(UTC)
            event = Event(
                at,
                row["source"],
                row["text"],
                who=row["who"],
                amount=float(row["amount"]) if row["amount"] else None,
            )
            if row["source"] == "location":
                place = places[row["text"]]
                end = datetime.fromisoformat(row["end"]).replace(tzinfo=ZONE).astimezone(UTC)
                event = replace(
                    event, text=place.name, end=end, latitude=place.latitude, longitude=place.longitude
                )
            events.append(event)
    return events

"""Places and times -> how many people are singled out by a few of them (unicity, de Montjoye et al. 2013).

A point is a place at a time, as coarse as you like: a square of so many metres, a stretch of so many hours.
Somebody fits a point if they were in that square in that stretch. A person is singled out by points of their
own if nobody else among those in the data fits them all. Being singled out is not yet being named.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from privlessons.records import Event
from privlessons.town import SEED
from privlessons.town_days import FIRST, located, true_stays
from privlessons.town_trails import MIKA, make_lives, mika

_METRES = 111_320.0  # a degree of latitude
_TABLE = 20_000_000


@dataclass(frozen=True, slots=True)
class Walks:
    """Where many people were, hour by hour.

    ``names`` are the people. The arrays have one entry for each hour in which somebody was seen at a place:
    ``person`` (index into ``names``, ascending), ``hour`` (whole hours since ``start``), ``east`` and
    ``north`` (metres from ``origin``, which is in degrees).
    """

    names: tuple[str, ...]
    start: datetime
    origin: tuple[float, float]
    person: object
    hour: object
    east: object
    north: object

    def first(self, people: int) -> Walks:
        """Return the first so many people alone."""
        import numpy as np

        end = int(np.searchsorted(self.person, people))
        arrays = (array[:end] for array in (self.person, self.hour, self.east, self.north))
        return Walks(self.names[:people], self.start, self.origin, *arrays)


@dataclass(frozen=True, slots=True)
class Moments:
    """Moments that were drawn.

    ``people`` are indices of people, one a draw; ``rows`` are entries of the walks' arrays (points, draws).
    """

    people: object
    rows: object

    def of(self, who: int, draw: int = 0):
        """Return the rows of one draw of one person; draws come round again."""
        mine = (self.people == who).nonzero()[0]
        return self.rows[:, mine[draw % len(mine)]]


@dataclass(frozen=True, slots=True)
class Singled:
    """What 1, 2, … points do, averaged over everybody and several random draws.

    ``shares`` (0 to 1): how often the points single their person out. ``crowd``: how many people fit on
    average, the person included. ``draws`` is how many sets of points were drawn in all.
    """

    shares: tuple[float, ...]
    crowd: tuple[float, ...]
    draws: int


@dataclass(frozen=True, slots=True)
class Seen:
    """One point of one person, and who still fits it and those before it.

    ``hour`` is the first hour of the stretch, since the walks' start; ``latitude`` and ``longitude`` are
    where the person was. ``left`` are indices of people, in order.
    """

    hour: int
    latitude: float
    longitude: float
    left: tuple[int, ...]


def make_walks(n: int = 1000, seed: int = SEED, batch: int = 50) -> Iterator[tuple[int, Walks | None]]:
    """Make the walks of ``n`` people of the town, Mika first; yields (how many are done, None).

    At the end come ``n`` and the walks. The stays are those of `town_trails`: four weeks, about 20 m off,
    with days and stays missing.
    """
    trails = []
    for life in make_lives(n, seed):
        stays = (
            [event for event in mika().events if event.source == "location"]
            if life.person == MIKA and seed == SEED
            else located(life, true_stays(life, seed), seed)
        )
        trails.append((life.person, stays))
        if len(trails) % batch == 0 and len(trails) < n:
            yield len(trails), None
    yield n, as_walks(trails, FIRST)


def as_walks(trails: Iterable[tuple[str, Iterable[Event]]], start: datetime) -> Walks:
    """Turn stays into walks: (name, events) for each person; what has no position is left out.

    A stay counts in each hour that it touches, an event without an end in one. Hours count from ``start``,
    which is timezone-aware; what was before it is left out. Distances are right for a town, not for a
    continent.
    """
    import numpy as np

    names, person, first, hours, latitude, longitude = [], [], [], [], [], []
    for name, events in trails:
        for event in events:
            if event.latitude is None or event.longitude is None:
                continue
            begin = math.floor((event.time - start).total_seconds() / 3600)
            end = ((event.end or event.time) - start).total_seconds() / 3600
            begin, past = max(0, begin), math.ceil(max(end, begin + 0.01))
            if end < 0:
                continue
            person.append(len(names))
            first.append(begin)
            hours.append(past - begin)
            latitude.append(event.latitude)
            longitude.append(event.longitude)
        names.append(name)
    latitude, longitude = np.array(latitude, dtype=float), np.array(longitude, dtype=float)
    middle = (float(latitude.mean()), float(longitude.mean())) if len(latitude) else (0.0, 0.0)
    north = (latitude - middle[0]) * _METRES
    east = (longitude - middle[1]) * _METRES * math.cos(math.radians(middle[0]))
    count = np.array(hours, dtype=np.int64)
    within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    return Walks(
        tuple(names),
        start,
        middle,
        np.repeat(np.array(person, dtype=np.int64), count),
        np.repeat(np.array(first, dtype=np.int64), count) + within,
        np.repeat(east, count),
        np.repeat(north, count),
    )


def draw_moments(
    walks: Walks, rng, points: int = 4, draws: int = 4, awake: tuple[int, int] = (7, 23)
) -> Moments:
    """Draw ``points`` different moments of everybody, ``draws`` times; ``rng`` is a `numpy.random.Generator`.

    Moments are hours in which the person was seen, from the hour ``awake[0]`` of the day up to ``awake[1]``.
    Who has fewer than ``points`` of them is left out.
    """
    import numpy as np

    by_day = np.flatnonzero((walks.hour % 24 >= awake[0]) & (walks.hour % 24 < awake[1]))
    start = np.searchsorted(walks.person[by_day], np.arange(len(walks.names) + 1))
    count = np.diff(start)
    people = np.repeat(np.flatnonzero(count >= points), draws)
    picks: list = []
    for number in range(points):
        new = (rng.random(len(people)) * (count[people] - number)).astype(np.int64)
        for earlier in np.sort(np.array(picks), axis=0) if picks else ():
            new += new >= earlier  # step over those that were drawn already
        picks.append(new)
    rows = by_day[start[people] + np.array(picks)] if len(people) else np.zeros((points, 0), np.int64)
    return Moments(people, rows)


def single_out(walks: Walks, moments: Moments, metres: float, hours: int) -> Singled:
    """Blur the moments to squares of ``metres`` and stretches of ``hours``; count who is singled out.

    The same moments can only single out fewer people, if squares and stretches grow by whole multiples.
    """
    import numpy as np

    points, draws = moments.rows.shape
    if not draws:
        return Singled((0.0,) * points, (0.0,) * points, 0)
    keys = _keys(walks, metres, hours)
    fit = _who_fits(walks.person, keys, keys[moments.rows], len(walks.names))
    left, shares, crowd = fit[0], [], []
    for number in range(points):
        left = left & fit[number]
        people = np.bitwise_count(left).sum(axis=1, dtype=np.int64)
        shares.append(float((people == 1).mean()))
        crowd.append(float(people.mean()))
    return Singled(tuple(shares), tuple(crowd), draws)


def follow(walks: Walks, rows, metres: float, hours: int) -> tuple[Seen, ...]:
    """Tell after each moment of one person who still fits; ``rows`` are entries of the walks' arrays."""
    keys = _keys(walks, metres, hours)
    seen, left = [], set(range(len(walks.names)))
    for row in rows:
        left &= set(walks.person[keys == keys[row]].tolist())
        first = int(walks.hour[row]) // hours * hours
        latitude = walks.origin[0] + float(walks.north[row]) / _METRES
        wide = _METRES * math.cos(math.radians(walks.origin[0]))
        longitude = walks.origin[1] + float(walks.east[row]) / wide
        seen.append(Seen(first, latitude, longitude, tuple(sorted(left))))
    return tuple(seen)


def in_100(share: float) -> str:
    """Say a share of 0 to 1 as a number out of 100; what rounds to 0 or 100 and is neither says so."""
    if 0 < share < 0.005:
        return "under 1"
    return "over 99" if 0.995 <= share < 1 else f"{100 * share:.0f}"


def _keys(walks: Walks, metres: float, hours: int):
    """Give a number to the point of each entry: equal numbers are the same square in the same stretch."""
    import numpy as np

    east, north = (np.floor(one / metres).astype(np.int64) for one in (walks.east, walks.north))
    east, north, slot = east - east.min(), north - north.min(), walks.hour // hours
    return (east * (int(north.max()) + 1) + north) * (int(slot.max()) + 1) + slot


def _who_fits(person, keys, wanted, people: int):
    """For each wanted key, give the people who have it, a bit each: an array (…, people / 8) of bytes."""
    import numpy as np

    different, back = np.unique(wanted, return_inverse=True)
    # A table by key is several times quicker than a search, and a town's keys fit into one.
    if int(keys.max()) < _TABLE:
        table = np.full(int(keys.max()) + 1, -1, dtype=np.int32)
        table[different] = np.arange(len(different))
        place = table[keys]
        mine = place >= 0
    else:
        place = np.minimum(np.searchsorted(different, keys), len(different) - 1)
        mine = different[place] == keys
    bits = np.zeros((len(different), people), dtype=bool)
    bits[place[mine], person[mine]] = True
    return np.packbits(bits, axis=1)[back.reshape(wanted.shape)]

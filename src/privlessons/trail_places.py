"""Points and stays -> the places of a life, in which night tells the home and long days the work.

Stays from points: the idea is that of Hariharan and Toyama (2004) and Li et al. (2008), turned round so that
it runs in numpy: first the places (cells of 50 m where time is spent), then the visits to them. Home by
night and work by long stays: after Ashbrook and Starner (2003) and Krumm (2007). Night is told by the sun: 15
degrees of longitude are one hour, so that no table of time zones is needed and travel does no harm.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

DAY = 86_400
METRES = 111_320.0  # along one degree of latitude
_CELL = 50.0
_STILL = 150.0  # two readings nearer than this may be of one place
_LONGEST_GAP = 10 * 3600  # a phone may be silent for a night
_SHORTEST_STAY = 480
_POINTS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


@dataclass(frozen=True, slots=True)
class Stays:
    """Stays in order of time, as numpy arrays of one length; times in seconds since 1970, UTC.

    ``first`` and ``last`` (half-open) say which of ``events`` (indices of the trail's events) each rests on.
    ``names`` is what the source calls the places, empty where it calls them nothing.
    """

    start: object
    end: object
    latitude: object
    longitude: object
    names: object
    first: object
    last: object
    events: object


def metres(lat_a, lon_a, lat_b, lon_b):
    """Return the distance in metres (numpy arrays or numbers, degrees): haversine on a ball of 6,371 km."""
    import numpy as np

    lat_a, lon_a, lat_b, lon_b = map(np.radians, (lat_a, lon_a, lat_b, lon_b))
    h = np.sin((lat_b - lat_a) / 2) ** 2 + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_b - lon_a) / 2) ** 2
    return 2 * 6_371_000 * np.arcsin(np.sqrt(np.clip(h, 0, 1)))


def compass(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> str:
    """Return in which direction the second place lies from the first, such as "north-east"; in degrees."""
    north, east = lat_b - lat_a, (lon_b - lon_a) * math.cos(math.radians(lat_a))
    return _POINTS[round(math.atan2(east, north) / (math.pi / 4)) % 8]


def group_places(latitude, longitude, weight, least: float = 0.0):
    """Give each position the number of its place: 0, 1, … with the heaviest first, -1 for none.

    Positions fall into cells of 50 m. The heaviest cell takes those up to two cells away, then the heaviest
    that is left, and so on, so that places never grow along a street. Cells below ``least`` start none.
    """
    import numpy as np

    if not len(latitude):
        return np.empty(0, np.int64)
    rows = np.floor(latitude * (METRES / _CELL)).astype(np.int64)
    # One width of a degree for each band of half a degree, or cells would shear far from longitude 0.
    width = METRES * np.cos(np.radians(np.clip(np.round(latitude * 2) / 2, -89.5, 89.5)))
    columns = np.floor(longitude * width / _CELL).astype(np.int64)
    cells, inverse = np.unique(rows * 2_000_000 + columns, return_inverse=True)
    weights = np.bincount(inverse, weight, len(cells))
    number = {int(cell): i for i, cell in enumerate(cells)}
    near = [r * 2_000_000 + c for r in range(-2, 3) for c in range(-2, 3)]
    label = np.full(len(cells), -1)
    places = 0
    for i in np.argsort(-weights, kind="stable"):
        if label[i] >= 0:
            continue
        if weights[i] < least:
            break
        for step in near:
            j = number.get(int(cells[i]) + step)
            if j is not None and label[j] < 0:
                label[j] = places
        places += 1
    return label[inverse]


def find_stays(time, latitude, longitude, events) -> Stays:
    """Find the stays of at least 8 minutes in readings of a phone, in any order, noisy and with holes.

    ``time`` in seconds since 1970, ``events`` the index of each reading in its trail; all numpy arrays.
    Two readings count as one stay if both are of one place and less than 10 hours apart, with nothing longer
    than a few minutes between them elsewhere.
    """
    import numpy as np

    order = np.argsort(time, kind="stable")
    fresh = np.ones(len(order), bool)
    fresh[1:] = np.diff(time[order]) > 0
    order = order[fresh]
    time, lat, lon = time[order], latitude[order], longitude[order]
    gap = np.diff(time, append=time[-1:])
    step = metres(lat[:-1], lon[:-1], lat[1:], lon[1:])
    dwell = np.where(np.append(step < _STILL, False) & (gap <= _LONGEST_GAP), gap, 0.0)
    still = np.flatnonzero(dwell)
    label = np.full(len(time), -1)
    label[still] = group_places(lat[still], lon[still], dwell[still], 600)
    # The last reading of a stay has no dwell of its own: it belongs to the stay that it ends.
    ends = np.flatnonzero((label[1:] < 0) & (dwell[:-1] > 0)) + 1
    label[ends] = label[ends - 1]
    kept = np.flatnonzero(label >= 0)
    for shortest in (240, _SHORTEST_STAY):  # first let short jumps go, then see what has grown together
        if not len(kept):
            break
        cut = (np.diff(label[kept]) != 0) | (np.diff(time[kept]) > _LONGEST_GAP)
        first = np.append(0, np.flatnonzero(cut) + 1)
        last = np.append(first[1:], len(kept))
        long = time[kept[last - 1]] - time[kept[first]] >= shortest
        kept = kept[np.repeat(long, last - first)]
        first, last = first[long], last[long]
    if not len(kept):
        return no_stays()
    size = last - first
    first = np.cumsum(size) - size
    last = first + size
    return Stays(
        time[kept[first]],
        time[kept[last - 1]],
        np.add.reduceat(lat[kept], first) / size,
        np.add.reduceat(lon[kept], first) / size,
        np.full(len(first), "", object),
        first,
        last,
        events[order[kept]],
    )


def no_stays() -> Stays:
    """Return stays of length 0."""
    import numpy as np

    none, whole = np.empty(0), np.empty(0, np.int64)
    return Stays(none, none, none, none, np.empty(0, object), whole, whole, whole)


def join_stays(parts: list[Stays]) -> Stays:
    """Put stays of several sources into one, in order of time."""
    import numpy as np

    parts = [part for part in parts if len(part.start)]
    if not parts:
        return no_stays()
    shift = np.cumsum([0, *(len(part.events) for part in parts[:-1])])
    columns = {
        name: np.concatenate([getattr(part, name) for part in parts])
        for name in ("start", "end", "latitude", "longitude", "names", "events")
    }
    first = np.concatenate([part.first + by for part, by in zip(parts, shift, strict=True)])
    last = np.concatenate([part.last + by for part, by in zip(parts, shift, strict=True)])
    order = np.argsort(columns["start"], kind="stable")
    events = columns.pop("events")
    return Stays(
        **{n: c[order] for n, c in columns.items()}, first=first[order], last=last[order], events=events
    )


def hours_within(start, end, opens: float, closes: float, weekdays: bool = False):
    """Return how many hours of each stay (local seconds since 1970) fall between two hours of the day.

    ``weekdays`` leaves out Saturdays and Sundays.
    """
    import numpy as np

    length = (closes - opens) * 3600

    def until(time):
        if not weekdays:
            day, rest = np.divmod(time, DAY)
            return day * length + np.clip(rest - opens * 3600, 0, length)
        week, rest = np.divmod(time + 3 * DAY, 7 * DAY)  # the first of January 1970 was a Thursday
        day, rest = np.divmod(rest, DAY)
        whole = np.minimum(day, 5) * length
        return week * 5 * length + whole + np.where(day < 5, np.clip(rest - opens * 3600, 0, length), 0)

    return (until(end) - until(start)) / 3600

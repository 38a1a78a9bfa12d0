"""When somebody types -> the hours of sleep and the clock they live by.

The quietest hours of the day tell when somebody sleeps (as Cuttone et al. 2017 do with phones); no table
of time zones is needed. Half past three is taken as the middle of a night: adults' usual one lies near three
on working days and past four on free ones (Roenneberg et al. 2007).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo

from privlessons.records import Conclusion
from privlessons.trail_home import clock, spread

DAY = 86_400
_MIDDLE_OF_NIGHT = 3.5
_FEWEST_DAYS = 5  # on fewer, one late night would be taken for a habit


def with_clock(times):
    """Tell which times (a numpy array of seconds since 1970) have an hour, and are not just days.

    Records that know only the day all bear the same time of day, such as midnight: a second that more than a
    tenth of them share is none.
    """
    import numpy as np

    second = np.floor(times % DAY).astype(np.int64)
    return np.bincount(second, minlength=DAY)[second] <= max(3, len(times) / 10)


def quiet_hour(times) -> tuple[float, float] | None:
    """Return the middle of the quietest part of the day (hours, UTC), and how quiet it is (0 to 1).

    ``times``: a numpy array of seconds since 1970. Each quarter of an hour counts once a day, so that a long
    evening weighs no more than a short one. None if there are too few days or no quiet.
    """
    import numpy as np

    quarters = np.unique(np.floor(times / 900).astype(np.int64))
    if len(np.unique(quarters // 96)) < _FEWEST_DAYS or len(quarters) < 20:
        return None
    counts = np.bincount(quarters % 96, minlength=96)
    bell = np.roll(np.concatenate([np.hanning(34)[1:-1], np.zeros(64)]), -16)  # eight hours wide
    around = np.fft.irfft(np.fft.rfft(counts) * np.conj(np.fft.rfft(bell)), 96)
    calm = 1 - around.min() / max(1e-9, around.mean())
    return (float(around.argmin()) / 4, float(calm)) if calm > 0.5 else None


def summer_time(times, latitude: float | None, longitude: float | None) -> bool:
    """Tell whether clocks are likely an hour ahead: mostly April to October, in Europe or North America."""
    import numpy as np

    if latitude is None or longitude is None or not (latitude > 30 and -170 < longitude < 45):
        return False
    day = (times / DAY) % 365.2425
    return bool(np.mean((day > 88) & (day < 300)) > 0.5)


def clock_ahead(
    quiet: tuple[float, float] | None, longitude: float | None, summer: bool = False
) -> int | None:
    """Return by how many whole hours a clock is ahead of UTC: from the quiet hour, the sun, or both.

    With a longitude only the sun's hour and the next can be; ``summer`` speaks for the next.
    """
    sun = None if longitude is None else longitude / 15
    if quiet is None:
        return None if sun is None else round(sun) + summer
    told = (_MIDDLE_OF_NIGHT - quiet[0] + 11.5) % 24 - 11.5
    if sun is None:
        return round(told)
    told += 0.5 if summer else -0.5
    return min(range(round(sun), round(sun) + 2), key=lambda hour: abs((hour - told + 12) % 24 - 12))


def conclude_zone(quiet, longitude, ahead: int | None, indices) -> list[Conclusion]:
    """Conclude the time zone from what ``clock_ahead`` was given."""
    if ahead is None:
        return []
    zone = f"UTC{ahead:+d}" if ahead else "UTC"
    basis = [] if quiet is None else ["the quiet hours of the day"]
    basis += [] if longitude is None else ["how far east or west the places lie"]
    confidence = (0.9, 0.85, 0.5)[0 if len(basis) == 2 else 1 if longitude is not None else 2]
    hours = f"{abs(ahead)} hour{'s' * (abs(ahead) != 1)} {'ahead of' if ahead > 0 else 'behind'}"
    shown = f"{hours if ahead else 'that of'} world time ({zone})"
    text = f"The clock is {shown}, told from {' and '.join(basis)}."
    return [Conclusion("time zone", text, zone, confidence, *spread(indices))]


def conclude_sleep(times, indices, quiet: tuple[float, float] | None, ahead: int) -> list[Conclusion]:
    """Conclude when somebody sleeps from the last thing done before the quiet hour and the first after it.

    ``times`` are seconds since 1970 in order, ``indices`` the events they belong to.
    """
    import numpy as np

    if quiet is None:
        return []
    rest = times - quiet[0] * 3600
    night = np.floor(rest / DAY).astype(np.int64)  # the quiet hour at which this stretch of 24 hours starts
    since = rest - night * DAY
    change = np.flatnonzero(np.diff(night)) + 1
    last, first = change - 1, change  # before and after each quiet hour
    gap = (times[first] - times[last]) / 3600
    good = (night[first] - night[last] == 1) & (gap >= 3) & (gap <= 14)
    # What was done early in the night or late in the morning tells nothing about sleep.
    good &= (since[last] > DAY / 2) & (since[first] < DAY / 2)
    last, first = last[good], first[good]
    if len(first) < _FEWEST_DAYS:
        return []
    asleep = float(np.quantile(since[last], 0.6) / 3600 + quiet[0] + ahead) % 24
    awake = float(np.quantile(since[first], 0.4) / 3600 + quiet[0] + ahead) % 24
    steady = 1 - min(1.0, float(np.std(since[last] / 3600) + np.std(since[first] / 3600)) / 8)
    confidence = round(quiet[1] * steady * float(1 - np.exp(-len(first) / 6)), 2)
    value = f"{clock(asleep)}-{clock(awake)}"
    text = f"Sleeps from about {clock(asleep)} to about {clock(awake)}: {len(first)} quiet nights."
    return [Conclusion("sleep", text, value, confidence, *spread(indices[np.concatenate([last, first])]))]


def days_with_records(times: Iterable, zone: tzinfo) -> list[date]:
    """Return the days of ``zone`` on which there are records; ``times``: arrays of seconds since 1970."""
    import numpy as np

    quarters = np.unique(np.floor(np.concatenate(list(times)) / 900))  # no zone's midnight lies between two
    return sorted({datetime.fromtimestamp(900 * one, zone).date() for one in quarters.tolist()})


def parts_with_records(days: Sequence[date], width: int, most: int) -> list[date]:
    """Return where those parts of time begin, each ``width`` days long, that hold one of ``days``.

    The first begins with the first of ``days``. Of more than ``most`` as many are taken, spread over all.
    """
    numbers = sorted({(one - days[0]).days // width for one in days})
    few = min(len(numbers), most)
    chosen = [numbers[i * (len(numbers) - 1) // max(1, few - 1)] for i in range(few)]
    return [days[0] + timedelta(days=width * one) for one in chosen]

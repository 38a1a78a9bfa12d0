"""Number plates of the town and its car park's list; the cars are invented, and so are their plates.

The format is ``ZQ12 ABC``: two letters that no office gives out, two digits, three letters without I and Q.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

LETTERS = "ABCDEFGHJKLMNOPRSTUVWXYZ"
"""The letters of the last three places: all but I and Q, which look like other signs."""
PLATES = 100 * len(LETTERS) ** 3
"""How many plates there can be."""
_PLACES = ("Millbeck Clinic", "Station Park Counselling", "Saltmere General Hospital", "Tollgate Pharmacy")
_MONDAY = datetime(2026, 5, 4)


@dataclass(frozen=True, slots=True)
class Parked:
    """One line of the list, as the camera saw it: a plate, a car park, a local time."""

    plate: str
    place: str
    time: datetime


def every_plate() -> Iterator[list[str]]:
    """Yield all plates of the format in their order, in lists of 13,824: one for each pair of digits."""
    endings = [a + b + c for a in LETTERS for b in LETTERS for c in LETTERS]
    for number in range(100):
        start = f"ZQ{number:02} "
        yield [start + ending for ending in endings]


def draw_plate(rng: random.Random) -> str:
    """Draw one plate."""
    return f"ZQ{rng.randrange(100):02} {''.join(rng.choices(LETTERS, k=3))}"


def parking_list(rows: int, rng: random.Random) -> tuple[Parked, ...]:
    """Make one week's list of ``rows`` lines, by time. One car came on every working day, at one time."""
    regular = draw_plate(rng)
    minute = rng.randrange(10 * 60, 15 * 60)
    lines = [
        Parked(regular, _PLACES[1], _MONDAY + timedelta(days=day, minutes=minute + rng.randrange(-9, 10)))
        for day in range(min(5, rows))
    ]
    while len(lines) < rows:
        at = _MONDAY + timedelta(days=rng.randrange(5), minutes=rng.randrange(8 * 60, 18 * 60))
        lines.append(Parked(draw_plate(rng), rng.choice(_PLACES), at))
    return tuple(sorted(lines, key=lambda line: (line.time, line.plate)))


def most_seen(lines: Sequence[Parked]) -> tuple[str, str, int]:
    """Return the plate and place that come together most often, and on how many different days."""
    days = Counter(
        (plate, place) for plate, place, _ in {(one.plate, one.place, one.time.date()) for one in lines}
    )
    (plate, place), count = max(days.items(), key=lambda one: (one[1], one[0]))
    return plate, place, count

"""The town's public roll: grown-up people by name, with sex, birth date and address, and with its errors.

Some people are not on it, some are listed where they used to live, and some birth dates are typed wrong. So
linking a nameless file with it gives right names, wrong ones, and none.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from privlessons.big_town import load_town

ROLL_SEED = 303
COLUMNS = ("name", "sex", "birth_date", "postcode", "district")
GROWN = 18
ABSENT, MOVED, MISTYPED = 0.08, 0.05, 0.01
"""The parts of all grown-ups who are not listed, listed at an old address, with a wrong birth date."""
MIKA = "P0417"


@dataclass(frozen=True, slots=True)
class Roll:
    """The roll as anybody may buy it, and the truth about it.

    ``table`` is a DataFrame of text with the columns ``COLUMNS``, by last name. ``person_id`` is a Series
    with the same index: who each line really is, for scoring only.
    """

    table: object
    person_id: object


def make_roll(people, seed: int = ROLL_SEED) -> Roll:
    """Draw the roll from a people table; Mika is on it, rightly, if she lives there.

    ``people`` is a DataFrame with ``person_id``, ``first_name``, ``last_name``, ``sex``, ``birth_date``,
    ``age``, ``postcode`` and ``district``. The same people and seed give the same roll.
    """
    import pandas as pd

    rng = random.Random(seed)
    names = ("person_id", "first_name", "last_name", "sex", "birth_date", "postcode", "district")
    columns = [people[name].tolist() for name in (*names, "age")]
    homes = list(zip(columns[5], columns[6], strict=True))
    lines = []
    for person, first, last, sex, born, code, district, age in zip(*columns, strict=True):
        luck = rng.random()
        if age < GROWN or (luck < ABSENT and person != MIKA):
            continue
        home, day = (code, district), born
        if person != MIKA and luck < ABSENT + MOVED:
            home = rng.choice(homes)
        elif person != MIKA and luck < ABSENT + MOVED + MISTYPED:
            day = _mistyped(born)
        lines.append((last, first, sex, day, *home, person))
    lines.sort()
    table = pd.DataFrame(
        [(f"{first} {last}", *rest) for last, first, *rest, _ in lines], columns=list(COLUMNS), dtype=object
    )
    return Roll(table, pd.Series([line[-1] for line in lines], name="person_id", dtype=object))


@cache
def load_roll() -> Roll:
    """Return the roll of the town of 100,000. The first call makes the town too."""
    return make_roll(load_town())


def _mistyped(born: str) -> str:
    """Return a birth date with day and month exchanged, or the next day where that can't be."""
    day = date.fromisoformat(born)
    if day.day <= 12 and day.day != day.month:
        return day.replace(day=day.month, month=day.day).isoformat()
    return (day + timedelta(days=1)).isoformat()

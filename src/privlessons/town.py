"""The people of Saltmere, made up from a seed; `python -m privlessons.town` writes people.csv again.

Everybody is invented. In data/town, pools.json holds the words, cast.csv the people of the chats.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Iterator
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from privlessons.home import home
from privlessons.household import TODAY, Pools, draw_household

SEED = 20260601
COLUMNS = (
    *("person_id", "first_name", "last_name", "sex", "birth_date", "age", "postcode", "district"),
    *("household_id", "household_role", "children", "home", "occupation", "employer"),
    *("born_in", "second_language", "hobby", "pet", "handedness"),
)


def fits(value: object, pattern: str) -> bool:
    """Whether a value of the people table fits a clue: the same text, with ``*`` and ``?`` as wild cards.

    ``fits(29, "2?")`` is somebody in their twenties, ``fits("ZQ3 4AB", "ZQ3*")`` one part of town.
    """
    return fnmatchcase(str(value), pattern)


def age_on(birth_date: str, day: date = TODAY) -> int:
    """Whole years from an ISO birth date to a day."""
    born = date.fromisoformat(birth_date)
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def load_cast() -> list[dict]:
    """Read the people of the chats: the table's columns, and ``household``, a word for who lives together."""
    with open(home() / "data/town/cast.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row | {"age": age_on(row["birth_date"]), "children": int(row["children"])} for row in rows]


def make_people(n: int = 2000, seed: int = SEED) -> Iterator[dict]:
    """``n`` people of the town, one dictionary each, the cast of the chats at their own numbers among them.

    The same ``n`` and seed give the same people. Time and memory: linear, one household at a time.
    The last household may be cut short so that there are exactly ``n``.
    """
    rng = random.Random(seed)
    pools = Pools(n)
    cast = {int(row["person_id"][1:]): row for row in load_cast()}
    if n < max(cast, default=0):
        raise ValueError(f"The town needs at least {max(cast)} people, or the cast of the chats has no room.")
    cast_homes: dict[str, int] = {}
    waiting: list[dict] = []
    homes = current = 0
    for number in range(1, n + 1):
        if number in cast:
            row = cast[number]
            if row["household"] not in cast_homes:
                homes += 1
                cast_homes[row["household"]] = homes
            home_number = cast_homes[row["household"]]
        else:
            if not waiting:
                waiting = draw_household(pools, rng)[::-1]
                homes += 1
                current = homes
            row, home_number = waiting.pop(), current
        full = row | {"person_id": f"P{number:04d}", "household_id": f"H{home_number:04d}"}
        yield {column: full[column] for column in COLUMNS}


def as_csv(people: Iterable[dict]) -> str:
    """Write the table as text: a line of column names, commas, lines that end in a newline."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(people)
    return text.getvalue()


def write_town(folder: str | Path | None = None) -> Path:
    """Write ``people.csv`` into a folder (the project's own when none is named) and return its path."""
    path = Path(folder or home() / "data/town") / "people.csv"
    path.write_text(as_csv(make_people()), encoding="utf-8", newline="\n")
    return path


if __name__ == "__main__":
    write_town()

"""Where somebody of the town lives, as a place on its map, without reading the whole table into memory."""

from __future__ import annotations

import csv

from privlessons.home import home
from privlessons.records import PlainError
from privlessons.town_map import Place, home_of


def door_of(person: str) -> Place:
    """Return the home of a person of ``people.csv``, by ``person_id``. Raises PlainError for nobody."""
    with open(home() / "data/town/people.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["person_id"] == person:
                return home_of(row)
    raise PlainError(f"Nobody in the town's table of people has the number {person}.")

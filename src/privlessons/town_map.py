"""The map of Saltmere: where its places and homes lie, in degrees.

The town is drawn on the Dogger Bank, in the middle of the North Sea, where nobody lives, so that no point of
it is anybody's door. ``data/town/places.csv`` holds metres east and north of the harbour.
"""

from __future__ import annotations

import csv
import math
import random
from dataclasses import dataclass
from functools import cache

from privlessons.home import home

HARBOUR = (54.70, 2.20)
"""Latitude and longitude of the harbour."""
_METRES = 111_320.0
_CENTRES = {  # metres east and north of the harbour, and the radius
    "Harbourside": (150, 420, 520),
    "Old Town": (-320, 1250, 480),
    "Millbeck": (1650, 1500, 620),
    "Gorse Hill": (-2250, 850, 620),
    "Station Park": (420, 2750, 500),
    "Little Ferrow": (-3600, 2600, 380),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in or near the town: its name, what it is ("home", "clinic", "pub") and where, in degrees."""

    name: str
    category: str
    latitude: float
    longitude: float


def at(east: float, north: float) -> tuple[float, float]:
    """Return latitude and longitude, to 6 digits, of a point so many metres east and north of the harbour."""
    latitude = HARBOUR[0] + north / _METRES
    longitude = HARBOUR[1] + east / (_METRES * math.cos(math.radians(HARBOUR[0])))
    return round(latitude, 6), round(longitude, 6)


@cache
def load_places() -> dict[str, Place]:
    """Read the places of the town, by name."""
    with open(home() / "data/town/places.csv", encoding="utf-8", newline="") as file:
        return {
            row["name"]: Place(row["name"], row["category"], *at(float(row["east"]), float(row["north"])))
            for row in csv.DictReader(file)
        }


def home_of(person: dict) -> Place:
    """Return the home of a row of the people table: a household has one door, a postcode one street."""
    east, north, radius = _CENTRES[person["district"]]
    street = random.Random(f"street {person['postcode']}")
    angle, far = street.uniform(0, 2 * math.pi), radius * math.sqrt(street.random())
    door = random.Random(f"door {person['household_id']} {person['postcode']}")
    east += far * math.cos(angle) + door.uniform(-60, 60)
    north += far * math.sin(angle) + door.uniform(-60, 60)
    return Place(person["postcode"], "home", *at(east, north))


def metres_between(a: Place, b: Place) -> float:
    """Return the distance of two places in metres, as if the ground were flat: right to a metre in town."""
    north = (a.latitude - b.latitude) * _METRES
    east = (a.longitude - b.longitude) * _METRES * math.cos(math.radians(a.latitude))
    return math.hypot(north, east)

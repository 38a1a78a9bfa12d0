"""The true life behind a trail: a row of the people table and a seed -> home, work, sleep, habits, worries.

What is drawn here is the truth that conclusions are scored against; no conclusion is drawn from it.
"""

# ruff: noqa: E501 - the tables are data
from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from privlessons.town_map import Place, home_of, load_places, metres_between

HOBBY_TOPICS = {
    "sea swimming": "swimming", "five-a-side": "football", "baking": "baking and cooking", "choir": "music making",
    "guitar": "music making", "drumming": "music making", "piano": "music making", "knitting": "knitting and crafts",
    "pottery": "knitting and crafts", "pub quizzes": "quizzes and puzzles", "crosswords": "quizzes and puzzles",
    "chess": "board games", "bridge": "board games", "salsa": "dance", "karate": "martial arts",
    "drawing": "art and drawing", "allotment": "gardening",
}  # fmt: skip
"""Hobbies of the people table that are called otherwise as interests; the others keep their name."""
_SECOND = (
    "running", "cycling", "football", "baking and cooking", "reading", "gaming", "gardening", "music making",
    "photography", "walking", "gym and fitness", "quizzes and puzzles",
)  # fmt: skip
_GOES_TO = {
    "swimming": "Cockle Beach", "climbing": "Norrow Climbing Centre", "yoga": "Harbour Yoga Room",
    "gym and fitness": "Gullbeck Gym", "football": "Millbeck Rec", "netball": "Saltmere Leisure Centre",
    "martial arts": "Saltmere Leisure Centre", "cricket": "Millbeck Rec", "bowls": "Saltmere Bowling Green",
    "skateboarding": "Saltmere Skatepark", "sailing": "Saltmere Sailing Club", "gardening": "Weir Allotments",
    "quizzes and puzzles": "The Slack Tide", "dance": "Ferrow Hall", "drama": "Saltmere Playhouse",
    "running": "Gorse Hill Common", "reading": "Town Library", "music making": "Ferrow Hall",
    "bell ringing": "St Ebba's Church",
}  # fmt: skip
_PAY = {  # pounds a year before tax: guesses for an invented town
    "doctor": 64_000, "dentist": 62_000, "orthodontist": 78_000, "head teacher": 66_000, "solicitor": 52_000,
    "harbour pilot": 72_000, "train driver": 60_000, "software developer": 51_000, "product manager": 58_000,
    "vet": 48_000, "engineer": 47_000, "pharmacist": 46_000, "hospital pharmacist": 48_000, "accountant": 46_000,
    "harbour master": 61_000, "detective": 49_000, "site manager": 48_000, "data analyst": 42_000,
    "teacher": 38_000, "lecturer": 38_000, "nurse": 36_000, "midwife": 38_000, "police officer": 39_000,
    "paramedic": 39_000, "social worker": 38_000, "firefighter": 36_000, "radiographer": 38_000,
    "planning officer": 37_000, "producer": 41_000, "game developer": 42_000, "wind turbine technician": 41_000,
    "electrician": 36_000, "plumber": 37_000, "council officer": 31_000, "team leader": 31_000, "tester": 34_000,
    "retired": 17_000, "student": 9_000, "pupil": 3_000, "sixth former": 3_500, "looking for work": 8_500,
    "full-time parent or carer": 9_500, "illustrator": 15_000,
}  # fmt: skip
_NIGHTS = {
    "nurse": 0.15,
    "healthcare assistant": 0.15,
    "care worker": 0.12,
    "warehouse worker": 0.2,
    "porter": 0.15,
}
_WORRIES = {
    "asthma": 8, "back pain": 12, "migraine": 7, "diabetes": 7, "low mood and worry": 12, "poor sleep": 10,
    "pregnancy": 3, "menopause": 6, "heart": 8, "skin": 6, "hay fever and allergy": 10, "hearing": 4, "joints": 7,
    "drinking": 4,
}  # fmt: skip
_FAITHS = {
    "Urdu": ("Muslim", "Saltmere Mosque", 4, 13.2), "Somali": ("Muslim", "Saltmere Mosque", 4, 13.2),
    "Arabic": ("Muslim", "Saltmere Mosque", 4, 13.2), "Turkish": ("Muslim", "Saltmere Mosque", 4, 13.2),
    "Gujarati": ("Hindu", "Norrow Hindu Temple", 6, 11.0),
}  # fmt: skip
_CHURCHES = ("St Ebba's Church", "Ropewalk Chapel", "Our Lady Star of the Sea Church")
_AT_HOME = {
    "childminder",
    "translator",
    "illustrator",
    "web designer",
    "seamstress",
    "music teacher",
    "tutor",
    "potter",
}


@dataclass(frozen=True, slots=True)
class Habit:
    """Somewhere that is gone to on these weekdays (0 is Monday) at this hour, for so many hours."""

    place: Place
    weekdays: tuple[int, ...]
    hour: float
    hours: float
    every: int = 1
    """Weeks from one to the next."""


@dataclass(frozen=True, slots=True)
class Life:
    """What is true of one invented person; hours are those of the town's clocks, from 0 to 24.

    ``work`` is None for those who have no place of work or school away from home. ``income`` in pounds a year
    before tax. Empty text where there is none; two worries have a comma between them. ``close``: those who
    matter, as their trail names them; who they are stands in brackets where it is known ("Lorna (mum)").
    """

    person: str
    name: str
    home: Place
    work: Place | None
    employer: str
    workdays: tuple[int, ...]
    starts: float
    ends: float
    bed: float
    wake: float
    income: int
    interests: tuple[str, ...]
    health: str
    faith: str
    debt: bool
    sexuality: str
    habits: tuple[Habit, ...]
    close: tuple[str, ...]
    pet: str
    for_others: str
    """A topic that is looked up for somebody else: a gift, a sister's illness. Not true of this life."""

    @property
    def nights(self) -> bool:
        """Whether the work is at night."""
        return self.work is not None and self.ends < self.starts


def draw_life(person: dict, household: Sequence[dict], seed: int) -> Life:
    """Draw the life of a row of the people table; ``household`` are all who live together, the person too."""
    rng = random.Random(f"life {seed} {person['person_id']}")
    house = random.Random(f"house {seed} {person['household_id']}")
    places, age, job = load_places(), person["age"], person["occupation"]
    home = home_of(person)
    work = _workplace(person, rng)
    starts, ends, workdays = _hours(person, work, rng)
    interests = tuple(dict.fromkeys(filter(None, (_topic(person["hobby"]), rng.choice(_SECOND)))))
    faith, church, day, hour = _faith(person, house)
    health = rng.choices([*_WORRIES, ""], [*_WORRIES.values(), 70])[0] if age > 17 else ""
    if health == "pregnancy" and not (person["sex"] == "f" and 22 <= age <= 41):
        health = "poor sleep"
    if health == "menopause" and not (person["sex"] == "f" and 44 <= age <= 58):
        health = "back pain"
    habits = []
    for topic in interests:
        if topic in _GOES_TO and rng.random() < 0.6:
            days = tuple(sorted(rng.sample(range(7), rng.choice((1, 1, 2)))))
            habits.append(Habit(places[_GOES_TO[topic]], days, rng.choice((10.5, 18.0, 18.5, 19.0)), 1.4))
    if faith:
        habits.append(Habit(places[church], (day,), hour, 1.2))
    if health and rng.random() < 0.55:
        clinic = "Station Park Counselling" if health == "low mood and worry" else rng.choice(
            ("Quay Street Surgery", "Millbeck Clinic", "Harbour Physio")
        )  # fmt: skip
        habits.append(
            Habit(places[clinic], (rng.randrange(5),), rng.choice((9.2, 16.4)), 0.6, every=rng.choice((1, 2)))
        )
    income = round(_PAY.get(job, 25_000) * rng.lognormvariate(0, 0.15), -2)
    bed = rng.gauss(23.2 if age < 65 else 22.6, 0.6)
    wake = min(rng.gauss(7.1, 0.5), starts - 1.1) if workdays and starts < 12 else rng.gauss(7.7, 0.6)
    return Life(
        person["person_id"], f"{person['first_name']} {person['last_name']}", home, work,
        person["employer"] if person["employer"] != "self-employed" else "", workdays, starts, ends,
        bed, max(5.2, wake), int(income), interests, health, faith, rng.random() < (0.16 if income < 24_000 else 0.04),
        "gay, lesbian or bisexual" if 18 <= age < 70 and rng.random() < 0.05 else "", tuple(habits),
        _close(person, household, rng), person["pet"],
        rng.choice((*_SECOND, *_WORRIES, *_WORRIES)),
    )  # fmt: skip


def _topic(hobby: str) -> str:
    return HOBBY_TOPICS.get(hobby, hobby)


def _workplace(person, rng) -> Place | None:
    """Return the employer's place on the map; a workshop of one's own is somewhere in town, or at home."""
    known = load_places().get(person["employer"])
    if known or not person["employer"] or person["occupation"] in _AT_HOME:
        return known
    if person["occupation"] == "child":
        return None
    own = random.Random(f"firm {person['employer']} {person['person_id']}")
    base = own.choice([p for p in load_places().values() if p.category in {"office", "shop", "works"}])
    return Place(
        person["employer"] if person["employer"] != "self-employed" else "",
        "office",
        round(base.latitude + own.uniform(-0.002, 0.002), 6),
        round(base.longitude + own.uniform(-0.003, 0.003), 6),
    )


def _hours(person, work, rng) -> tuple[float, float, tuple[int, ...]]:
    job = person["occupation"]
    if work is None:
        return 9.0, 17.0, ()
    if work.category == "school" and job in {"pupil", "sixth former", "student"}:
        return 8.8, 15.3, tuple(range(5)) if job != "student" else tuple(sorted(rng.sample(range(5), 4)))
    if rng.random() < _NIGHTS.get(job, 0):
        return 20.0, 7.5, tuple(sorted(rng.sample(range(7), 4)))
    if work.category in {"pub", "hotel"} and rng.random() < 0.6:
        return 16.5, 23.2, tuple(sorted(rng.sample(range(7), 5)))
    starts = rng.choice((7.0, 8.0, 8.5, 9.0, 9.0, 9.5))
    part = rng.random() < 0.15
    days = rng.sample(range(7), 5) if work.category in {"shop", "hospital", "care home", "pub"} else range(5)
    return starts, starts + (5 if part else 8.3), tuple(sorted(days))


def _faith(person, house) -> tuple[str, str, int, float]:
    """Who goes to which house of prayer, when; members of a household go together. Most people go to none."""
    usual, luck, church = _FAITHS.get(person["second_language"]), house.random(), house.choice(_CHURCHES)
    if usual and luck < 0.5:
        return usual
    if not usual and luck < 0.14:
        return "Christian", church, 6, 10.4
    return "", "", 0, 0.0


def _close(person, household, rng) -> tuple[str, ...]:
    """Those one lives with by first name, and one or two friends from anywhere."""
    near = [
        one["first_name"] for one in household if one["person_id"] != person["person_id"] and one["age"] > 3
    ]
    friends = rng.sample(
        ("Nadia", "Tom", "Ewa", "Grace", "Callum", "Priya", "Rosa", "Ben", "Leila", "Marcus"), 2
    )
    return tuple(dict.fromkeys([*near[:3], *friends]))


def distance(life: Life) -> float:
    """Return the metres between home and work, 0 where there is no work away from home."""
    return metres_between(life.home, life.work) if life.work else 0.0

"""One household of the town, drawn from weighted pools of words: who lives together, how old, doing what."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import accumulate

from privlessons.home import home

TODAY = date(2026, 6, 1)
"""The day on which everybody's age is counted."""

_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"  # those that British postcodes use at the end
_MOST_CODES = 9 * len(_LETTERS) ** 2
_HOMES = ("owns", "rents", "rents from the council")
_SIZES = (3, 5, 8, 13, 21)  # streets differ: some codes hold seven times the homes of others


def postcodes(outward: str, how_many: int) -> list[str]:
    """Give the first so many postcodes of one part of town, such as ``ZQ3 4AB``: always the same."""
    start = 411 * sum(map(ord, outward))
    codes = []
    for number in range(min(how_many, _MOST_CODES)):
        rest, digit = divmod((number * 1237 + start) % _MOST_CODES, 9)
        second, first = divmod(rest, len(_LETTERS))
        codes.append(f"{outward} {digit + 1}{_LETTERS[first]}{_LETTERS[second]}")
    return codes


class Urn:
    """Things to draw from, each with its weight."""

    def __init__(self, things: Sequence, weights: Iterable[float]) -> None:
        self.things = things
        self.sums = list(accumulate(weights))

    def draw(self, rng: random.Random):
        """One thing, as often as its weight says."""
        return rng.choices(self.things, cum_weights=self.sums)[0]


class Pools:
    """What people are drawn from, for a town of about ``n`` people."""

    def __init__(self, n: int) -> None:
        words = json.loads((home() / "data/town/pools.json").read_text(encoding="utf-8"))
        origins, districts = words["origins"], words["districts"]
        self.origins = Urn(list(origins.values()), (one["weight"] for one in origins.values()))
        for origin in origins.values():
            for key in origin.keys() - {"born_in", "language", "weight", "born_here"}:
                origin[key] = origin[key].split()
        self.districts = Urn(list(districts), (one["weight"] for one in districts.values()))
        share = {name: one["weight"] / self.districts.sums[-1] for name, one in districts.items()}
        self.codes = {}
        for name, one in districts.items():
            codes = postcodes(one["outward"], max(2, round(n * share[name] / 40)))
            self.codes[name] = Urn(codes, (_SIZES[i % len(_SIZES)] for i in range(len(codes))))
        self.households = Urn(list(words["households"]), words["households"].values())
        jobs = [(firm, *job) for firm, rows in words["employers"] for job in rows]
        self.jobs = Urn(jobs, (job[2] for job in jobs))
        self.own = Urn(words["own_firms"], (row[2] for row in words["own_firms"]))
        self.hobbies = words["hobbies"]
        self.pets = Urn(list(words["pets"]), words["pets"].values())
        self.primaries = Urn(["Gullbeck Primary School", "Ferrow Lane Primary School"], (5, 3))


def _members(kind: str, rng: random.Random) -> list[tuple[str, int]]:
    """Draw the (role, age) of everybody in one household."""
    if kind == "single":
        return [("lives alone", min(94, int(rng.triangular(20, 92, 58))))]
    if kind == "retired couple":
        age = rng.randint(66, 86)
        return [("partner", age), ("partner", max(60, age + rng.randint(-6, 4)))]
    if kind == "flatshare":
        age = rng.randint(19, 32)
        return [("flatmate", max(18, age + rng.randint(-3, 5))) for _ in range(rng.randint(2, 4))]
    if kind == "couple":
        age = int(rng.triangular(22, 66, 34))
        return [("partner", age), ("partner", max(20, age + rng.randint(-5, 5)))]
    age = int(rng.triangular(22, 58, 40))
    members = [("parent", age)]
    if kind != "single parent":
        members.append(("parent", max(21, age + rng.randint(-5, 6))))
    youngest = min(member[1] for member in members)
    for _ in range(rng.choices((1, 2, 3, 4), (38, 42, 15, 5))[0]):
        child = youngest - rng.randint(20, 38)
        members.append(("child", child if 0 <= child <= 22 else rng.randint(0, min(17, youngest - 19))))
    if kind == "three generations":
        members.append(("grandparent", min(93, youngest + rng.randint(22, 34))))
    return members


def _first_name(origin: dict, sex: str, age: int, taken: set[str], rng: random.Random) -> str:
    side = sex if sex in "fm" else rng.choice("fm")
    era = "old" if age > 60 else "mid" if age > 33 else "new"
    names = origin.get(side) or origin[f"{side}_{era}"]
    return rng.choice([name for name in names if name not in taken])


def _work(age: int, last_name: str, pools: Pools, rng: random.Random) -> tuple[str, str]:
    """Draw an occupation and an employer that somebody of this age may have."""
    if age < 4:
        return "child", "Saltmere Nursery" if age > 1 and rng.random() < 0.5 else ""
    if age < 11:
        return "pupil", pools.primaries.draw(rng)
    if age < 16:
        return "pupil", "Saltmere Comprehensive"
    if age < 18 and rng.random() < 0.85:
        return "sixth former", "Saltmere Sixth Form College"
    luck = rng.random()
    if age < 22 and luck < 0.45:
        return "student", rng.choice(("Saltmere Sixth Form College", "University of Norrow"))
    if age > 66 - (luck < 0.2) * 5:
        return "retired", ""
    if luck > 0.94:
        return "looking for work", ""
    if luck > 0.89:
        return "full-time parent or carer", ""
    if luck > 0.78 and age > 21:
        job, word, _ = pools.own.draw(rng)
        return job, f"{last_name} {word}" if word and rng.random() < 0.6 else "self-employed"
    for _ in range(50):
        firm, job, _, youngest, oldest = pools.jobs.draw(rng)
        if youngest <= age <= oldest:
            return job, firm
    return "shop assistant", "Pennyfold Supermarket"


def draw_household(pools: Pools, rng: random.Random) -> list[dict]:
    """Draw everybody in one new household: rows of the people table, all but their numbers."""
    kind = pools.households.draw(rng)
    district = pools.districts.draw(rng)
    members = _members(kind, rng)
    family = pools.origins.draw(rng)
    last_name = rng.choice(family["last"])
    homes = (15, 75, 10) if kind in {"flatshare", "single parent"} else (58, 26, 16)
    shared = {
        "postcode": pools.codes[district].draw(rng),
        "district": district,
        "home": rng.choices(_HOMES, homes)[0],
        "pet": pools.pets.draw(rng),
    }
    young = sum(role == "child" and age < 18 for role, age in members)
    people = []
    for number, (role, age) in enumerate(members):
        alone = role == "flatmate" or (number == 1 and role in {"partner", "parent"} and rng.random() < 0.35)
        origin = pools.origins.draw(rng) if alone else family
        if kind in {"couple", "family", "retired couple"} and number < 2 and rng.random() < 0.95:
            sex = "fm"[number]
        else:
            sex = rng.choices("fmx", (50, 49.4, 0.6))[0]
        surname = rng.choice(origin["last"]) if alone else last_name
        here = role == "child" or rng.random() < origin["born_here"]
        born = TODAY.replace(year=TODAY.year - age) - timedelta(days=rng.randrange(365))
        taken = {person["first_name"] for person in people}
        job, employer = _work(age, surname, pools, rng)
        hobbies = pools.hobbies["young" if age < 18 else "grown" if age < 60 else "older"]
        people.append(
            shared
            | {
                "first_name": _first_name(origin, sex, age, taken, rng),
                "last_name": surname,
                "sex": sex,
                "birth_date": born.isoformat(),
                "age": age,
                "household_role": role,
                "children": young if role == "parent" else 0,
                "occupation": job,
                "employer": employer,
                "born_in": "United Kingdom" if here else origin["born_in"],
                "second_language": origin["language"],
                "hobby": rng.choice(hobbies) if age > 3 else "",
                "handedness": "left" if rng.random() < 0.11 else "right",
            }
        )
    return people

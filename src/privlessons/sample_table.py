"""A made-up table with the faults of real ones, for those who have none or would rather not load theirs."""

from __future__ import annotations

import csv
import io
import random
from datetime import date

from privlessons.datasets import load_people

SAMPLE = "library-members.csv"


def make_sample_table(seed: int = 33) -> bytes:
    """Return members of the town's library as a CSV file, with dates in several formats and gaps."""
    rng = random.Random(seed)
    people = load_people()
    text = io.StringIO()
    table = csv.writer(text, delimiter=";")
    table.writerow(["card", "born", "sex", "postcode", "job", "books this year"])
    members = people.iloc[sorted(rng.sample(range(len(people)), 800))]
    for number, person in enumerate(members.itertuples(), 1):
        born = date.fromisoformat(person.birth_date)
        written = rng.choice(
            (
                person.birth_date,
                f"{born.day:02}/{born.month:02}/{born.year}",
                f"{born.day}.{born.month}.{born.year}",
            )
        )
        code = person.postcode if rng.random() < 0.8 else person.postcode.lower().replace(" ", "")
        row = [f"L{number:04}", written, person.sex, code, person.occupation, rng.randint(0, 60)]
        table.writerow(["" if at and rng.random() < 0.03 else value for at, value in enumerate(row)])
    return text.getvalue().encode("utf-8")

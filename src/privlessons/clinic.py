"""The clinic file: visits to the town's doctors with every name taken out, and, apart, whose they were.

It has the columns of files that were really released: birth date, sex, postcode, diagnosis, day of the visit.
Diagnoses are mild and weighted by age; the weights are guesses.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from privlessons.big_town import load_town

ROWS = 5000
CLINIC_SEED = 414
COLUMNS = ("birth_date", "sex", "postcode", "diagnosis", "visit_date")
QUASI_IDENTIFIERS = ("birth_date", "sex", "postcode")
"""The columns that somebody else may know too."""
MIKA = "P0417"
_MIKAS = ("wrist pain", "2026-04-14")  # two days before she writes to Pip about it
_FIRST_DAY, _LAST_DAY = date(2026, 1, 5), date(2026, 5, 29)
_WEIGHTS = {  # diagnosis -> how likely from the ages 0, 5, 13, 20, 40, 60 and 75 on
    "cough": (70, 16, 8, 7, 7, 8, 9),
    "ear infection": (24, 12, 3, 2, 1, 1, 1),
    "chickenpox": (16, 8, 1, 1, 0, 0, 0),
    "eczema": (14, 10, 6, 5, 4, 3, 3),
    "sore throat": (8, 20, 14, 9, 5, 3, 2),
    "asthma": (4, 16, 12, 8, 6, 5, 5),
    "hay fever": (1, 9, 12, 9, 6, 3, 1),
    "sprained ankle": (0, 6, 12, 7, 5, 2, 1),
    "acne": (0, 0, 20, 9, 2, 0, 0),
    "migraine": (0, 2, 7, 11, 9, 4, 2),
    "low mood": (0, 1, 9, 15, 10, 6, 5),
    "sleep trouble": (0, 1, 4, 8, 9, 8, 8),
    "wrist pain": (0, 0, 1, 5, 6, 4, 3),
    "back pain": (0, 0, 3, 11, 16, 12, 9),
    "indigestion": (0, 1, 2, 6, 9, 9, 7),
    "anaemia": (1, 1, 4, 6, 5, 4, 5),
    "bladder infection": (1, 2, 3, 7, 6, 7, 9),
    "high blood pressure": (0, 0, 0, 2, 18, 90, 110),
    "type 2 diabetes": (0, 0, 0, 1, 8, 15, 14),
    "stiff joints": (0, 0, 0, 1, 6, 16, 22),
    "cataract": (0, 0, 0, 0, 1, 6, 16),
    "hearing loss": (0, 1, 0, 1, 2, 6, 14),
}
DIAGNOSES = tuple(_WEIGHTS)
_FROM_AGE = (0, 5, 13, 20, 40, 60, 75)
_SUMS = [tuple(accumulate(weights[i] for weights in _WEIGHTS.values())) for i in range(len(_FROM_AGE))]


@dataclass(frozen=True, slots=True)
class Clinic:
    """The file as it was released, and the truth that the clinic keeps to itself.

    ``table`` is a DataFrame with the text columns ``COLUMNS`` (dates are ISO: ``1997-03-14``), one row a
    person, in the order of visits. ``person_id`` is a Series with the same index: for scoring only.
    """

    table: object
    person_id: object


def make_clinic(people, rows: int = ROWS, seed: int = CLINIC_SEED) -> Clinic:
    """Draw a clinic file of ``rows`` different people from a people table; Mika is in it if she lives there.

    ``people`` is a DataFrame with ``person_id``, ``birth_date``, ``sex``, ``postcode`` and ``age``. The same
    people, rows and seed give the same file. Raises ``ValueError`` when there are fewer people than rows.
    """
    import pandas as pd

    if not 0 <= rows <= len(people):
        raise ValueError(f"A clinic file of {rows} rows cannot be drawn from {len(people)} people.")
    rng = random.Random(seed)
    chosen = rng.sample(range(len(people)), rows)
    hers = [i for i, one in enumerate(people["person_id"]) if one == MIKA]
    if rows and hers and hers[0] not in chosen:
        chosen[0] = hers[0]
    names = ("person_id", "birth_date", "sex", "postcode", "age")
    visits = []
    for person, born, sex, postcode, age in people[list(names)].iloc[chosen].itertuples(index=False):
        diagnosis, day = _visit(int(age), born, rng)
        if person == MIKA:
            diagnosis, day = _MIKAS
        visits.append((day, person, born, sex, postcode, diagnosis))
    visits.sort()
    table = pd.DataFrame(
        [(born, sex, postcode, diagnosis, day) for day, _, born, sex, postcode, diagnosis in visits],
        columns=list(COLUMNS),
        dtype=object,
    )
    return Clinic(table, pd.Series([visit[1] for visit in visits], name="person_id", dtype=object))


@cache
def load_clinic() -> Clinic:
    """Return the clinic file of the town of 100,000: 5,000 visits. The first call makes the town too."""
    return make_clinic(load_town())


def _visit(age: int, born: str, rng: random.Random) -> tuple[str, str]:
    """Draw a diagnosis for an age, and a working day of the spring, not before birth."""
    band = max(i for i, start in enumerate(_FROM_AGE) if start <= age)
    diagnosis = rng.choices(DIAGNOSES, cum_weights=_SUMS[band])[0]
    first = max(_FIRST_DAY, date.fromisoformat(born))
    day = first + timedelta(days=rng.randint(0, max(0, (_LAST_DAY - first).days)))
    if day.weekday() > 4:  # closed at weekends: the Friday before, or the Monday after a birth
        back = day - timedelta(days=day.weekday() - 4)
        day = back if back >= first else day + timedelta(days=7 - day.weekday())
    return diagnosis, day.isoformat()

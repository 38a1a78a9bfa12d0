"""The clinic file, made coarser for release: what becomes of Mika's row, the cost, what it still tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from privlessons.clinic import MIKA, QUASI_IDENTIFIERS, Clinic
from privlessons.household import TODAY
from privlessons.k_anonymity import Anonymised, k_anonymize
from privlessons.ranks import pairs, rank

TOLD = "diagnosis"
_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Release:
    """One way to release the file, and what came of it.

    ``file`` is the coarsened file. ``years`` is how wide a birth date's range is on average, ``codes`` how
    many postcodes a row's range covers. ``true_age`` and ``coarse_age`` are the average age, in years, of
    those with Mika's diagnosis: from the exact file, and from the middles of the ranges. ``hers`` are the
    rows (indices) that look like Mika's, hers first; empty where she is not in the file. ``telling`` are the
    rows of the group in which one diagnosis has the greatest share, ``says`` is it, ``same`` of them have it.
    """

    file: Anonymised
    k: int
    different: int
    years: float
    codes: float
    true_age: float
    coarse_age: float
    hers: tuple[int, ...]
    telling: tuple[int, ...]
    says: str
    same: int


def release(clinic: Clinic, k: int, different: int = 1) -> Release:
    """Make every row look like ``k - 1`` others, with ``different`` diagnoses in each group."""
    import numpy as np

    file = k_anonymize(clinic.table, QUASI_IDENTIFIERS, k, secret=TOLD, different=different)
    mika = np.flatnonzero((clinic.person_id == MIKA).to_numpy())
    diagnosis = clinic.table[TOLD].to_numpy()
    born = rank(clinic.table["birth_date"])
    today = (TODAY - date(1970, 1, 1)).days
    chosen = diagnosis == diagnosis[mika[0]] if len(mika) else np.ones(len(diagnosis), dtype=bool)
    ages = [
        float((today - days[chosen]).mean() / _YEAR)
        for days in (born.places[born.codes], file.ranges["birth_date"].middles)
    ]
    hers = np.flatnonzero(file.groups == file.groups[mika[0]]) if len(mika) else mika
    telling, says, same = _most_telling(file.groups, diagnosis)
    return Release(
        file,
        k,
        different,
        file.ranges["birth_date"].width / _YEAR,
        file.ranges["postcode"].width,
        *ages,
        tuple(map(int, sorted(hers, key=lambda row: (row not in mika, row)))),
        telling,
        says,
        same,
    )


def _most_telling(groups, secret) -> tuple[tuple[int, ...], str, int]:
    """Find the group with the greatest share of one secret; the larger one, then the first, if several."""
    import numpy as np

    told = rank(secret)
    owner, value, counts = pairs(groups, told.codes, told.count)
    size = np.bincount(groups)[owner]
    best = np.lexsort((owner, -size, -counts / size))[0]
    rows = np.flatnonzero(groups == owner[best])
    return tuple(map(int, rows)), told.words([value[best]])[0], int(counts[best])

"""Made-up people in two ways: drawn from noisy counts, or copied from real rows with a little changed.

The private way counts each column within groups of age, through `dp.geometric`, and draws new people from
these counts: the simplest of the methods that draw from noisy tables (Zhang et al., 2017). The distance of a
made-up person to the nearest real one finds copies. It can't prove that there are none.
"""

from __future__ import annotations

from dataclasses import dataclass

COLUMNS = ("sex", "district", "home", "occupation", "hobby", "pet", "handedness")
GROUPS = ((18, 29), (30, 44), (45, 59), (60, 120))


@dataclass(frozen=True)
class Nearest:
    """How many made-up rows have 0, 1, 2, … columns that differ from the nearest real row.

    ``held`` is the same for real people whom the program never saw: what is usual without copying.
    """

    made: tuple[int, ...]
    held: tuple[int, ...]

    def close(self, counts: tuple[int, ...]) -> int:
        """Return how many rows differ from a real one in at most one column."""
        return sum(counts[:2])


def table(people):
    """Return adults as rows of (age group, then `COLUMNS`), an array of words; ``people`` is the table."""
    import numpy as np

    adults = people[people["age"] >= GROUPS[0][0]]
    names = [f"{low} to {high}" if high < 120 else f"{low} and over" for low, high in GROUPS]
    lows = np.array([low for low, _ in GROUPS])
    groups = np.array(names)[np.searchsorted(lows, adults["age"].to_numpy(), side="right") - 1]
    return np.column_stack([groups, *(adults[name].to_numpy(dtype=str) for name in COLUMNS)])


def values(rows) -> tuple[tuple[str, ...], ...]:
    """Return the values that each column can have: public knowledge here, such as a list of districts.

    A program that takes them from the data would give away rare ones; ask for ``rows`` of everybody.
    """
    return tuple(tuple(sorted(set(column))) for column in rows.T)


def from_counts(rows, possible, epsilon: float, number: int, rng):
    """Return ``number`` made-up rows, private with ``epsilon`` for one person more or less.

    One table for the ages and one for each other column by age: epsilon is shared out among them.
    """
    import numpy as np

    from privlessons import dp

    noise = dp.geometric(epsilon / rows.shape[1], rng)
    ages = np.array(possible[0])
    by_age = [rows[:, 0] == age for age in ages]

    def shares(counts):
        noisy = np.maximum(0, [noise.randomise(int(count)) for count in counts])
        return noisy / noisy.sum() if noisy.sum() else np.full(len(noisy), 1 / len(noisy))

    group = rng.choice(len(ages), number, p=shares([mask.sum() for mask in by_age]))
    made = np.empty((number, rows.shape[1]), dtype=rows.dtype)
    made[:, 0] = ages[group]
    for column in range(1, rows.shape[1]):
        options = np.array(possible[column])
        for age, mask in enumerate(by_age):
            here = group == age
            chance = shares([(rows[mask, column] == option).sum() for option in options])
            made[here, column] = rng.choice(options, here.sum(), p=chance)
    return made


def by_copying(rows, possible, number: int, rng):
    """Return ``number`` made-up rows that are real ones with one column drawn anew."""
    import numpy as np

    made = rows[rng.integers(0, len(rows), number)].copy()
    for row, column in enumerate(rng.integers(1, rows.shape[1], number)):
        made[row, column] = rng.choice(np.array(possible[column]))
    return made


def distances(made, real):
    """Return for each made-up row in how many columns it differs from the nearest real row."""
    import numpy as np

    codes = [
        np.unique(np.concatenate([made[:, c], real[:, c]]), return_inverse=True)[1]
        for c in range(made.shape[1])
    ]
    new, old = (
        np.column_stack([code[part] for code in codes]) for part in (slice(len(made)), slice(len(made), None))
    )
    return np.array([(old != row).sum(1).min() for row in new])


def nearest(made, real, held) -> Nearest:
    """Return how near made-up rows come to ``real`` ones, beside real people who were ``held`` back."""
    import numpy as np

    columns = real.shape[1] + 1
    counts = [np.bincount(distances(rows, real), minlength=columns) for rows in (made, held)]
    return Nearest(*(tuple(int(n) for n in one) for one in counts))


def off(made, rows) -> float:
    """Return by how much shares in the made-up table are off, in all columns, on average (0 to 1)."""
    import numpy as np

    gaps = [
        abs((made[:, column] == value).mean() - (rows[:, column] == value).mean())
        for column in range(rows.shape[1])
        for value in np.unique(rows[:, column])
    ]
    return float(np.mean(gaps))

"""The town of 100,000 as one table: made once from its seed, in steps, and kept while the kernel lives."""

from __future__ import annotations

from collections.abc import Iterator

from privlessons.town import SEED, make_people

TOWN = 100_000
"""How many people live in the whole town."""
KEPT = (
    *("person_id", "first_name", "last_name", "sex", "birth_date", "age"),
    *("postcode", "district", "household_id", "occupation"),
)
"""The columns of the people table that the big table has; all are text, ``age`` is ``int64``."""
_made: dict[tuple[int, int], object] = {}


def grow_town(n: int = TOWN, seed: int = SEED, batch: int = 2000) -> Iterator[float]:
    """Make the table in steps: yields the share done after each batch; at the end it is kept.

    An activity loops over this and lets the page breathe between steps. Nothing is made twice.
    """
    import pandas as pd

    if (n, seed) in _made:
        return
    columns: dict[str, list] = {name: [] for name in KEPT}
    known: dict = {}  # one object for equal texts: the table stays small
    for number, person in enumerate(make_people(n, seed), 1):
        for name, values in columns.items():
            values.append(known.setdefault(person[name], person[name]))
        if number % batch == 0:
            yield number / n
    _made[n, seed] = pd.DataFrame(columns).astype(
        {name: "int64" if name == "age" else object for name in KEPT}
    )


def load_town(n: int = TOWN, seed: int = SEED):
    """Return ``n`` people of the town as a pandas DataFrame with the columns ``KEPT``, one row a person.

    The first call makes them (about two seconds for 100,000), later ones get the same table:
    copy it before you change it.
    """
    for _ in grow_town(n, seed):
        pass
    return _made[n, seed]

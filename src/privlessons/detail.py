"""What two tables both tell about people, at every coarseness, as whole numbers that are made once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from privlessons.coarseness import Coarseness, coarsen

LEVELS: dict[str, tuple[Coarseness, ...]] = {
    "birth_date": (None, "ten years", "year", "month", "day"),
    "sex": (None, "full"),
    "postcode": (None, "district", "sector", "full"),
}
"""How much of each column may be told, from nothing on."""


def name(column: str, how: Coarseness) -> str:
    """Return the name of a column at one coarseness in the tables that `encode_all` makes."""
    return f"{column}: {how}"


def chosen(levels: Mapping[str, int]) -> list[str]:
    """Return the names of the columns at the chosen levels, counted from 0; those left out are left out."""
    return [
        name(column, LEVELS[column][level])
        for column, level in levels.items()
        if LEVELS[column][level] is not None
    ]


def encode_all(tables: Sequence, levels: Mapping[str, Sequence[Coarseness]] = LEVELS) -> Iterator[float]:
    """Encode tables at all levels, in steps: yields the share done, and returns a DataFrame for each table.

    Equal numbers (int32) in a column, also of different tables, are equal values at that coarseness.
    """
    import numpy as np
    import pandas as pd

    wanted = [(column, how) for column, ways in levels.items() for how in ways if how is not None]
    ends = np.cumsum([0, *map(len, tables)])
    coded: list[dict] = [{} for _ in tables]
    for done, (column, how) in enumerate(wanted, 1):
        together = pd.concat([table[column] for table in tables], ignore_index=True)
        codes, _ = pd.factorize(coarsen({column: together}, {column: how})[column])
        codes = codes.astype(np.int32)
        for one, start, end in zip(coded, ends, ends[1:], strict=False):
            one[name(column, how)] = codes[start:end]
        yield done / len(wanted)
    return [pd.DataFrame(one, copy=False) for one in coded]

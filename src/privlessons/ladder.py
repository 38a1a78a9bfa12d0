"""Four steps of coarseness for a column that we know nothing of, from as it is written to very coarse."""

from __future__ import annotations

from privlessons.coarse_dates import read_dates
from privlessons.coarseness import Coarseness, coarsen
from privlessons.records import PlainError

STEPS = 4
_LOOKED_AT, _ROWS = 200, 20_000


def ladder(column) -> tuple[tuple[Coarseness, str], ...]:
    """Return ``STEPS`` pairs for a pandas Series: what `coarsen` takes, and the same in words.

    Dates go from the day to ten years, British postcodes from all to the area, numbers into three widths of
    bands that fit their range, other text down to its first letter.
    """
    import pandas as pd

    if pd.api.types.is_numeric_dtype(column.dtype) and not pd.api.types.is_bool_dtype(column.dtype):
        return _bands(column)
    seen = column.dropna().head(_ROWS).drop_duplicates().head(_LOOKED_AT).tolist()
    if seen and 2 * sum(parts is not None for parts in read_dates(seen)) > len(seen):
        return (
            ("day", "to the day"),
            ("month", "by month"),
            ("year", "by year"),
            ("ten years", "by ten years"),
        )
    if seen and all(isinstance(value, str) for value in seen) and _are_postcodes(seen):
        return (
            ("full", "all of it"),
            ("sector", "by sector"),
            ("district", "by district"),
            ("area", "by area"),
        )
    if any(not isinstance(value, str) for value in seen):
        return (("full", "as it is"),) * STEPS
    return (("full", "as it is"), (3, "first 3 letters"), (2, "first 2 letters"), (1, "first letter"))


def _are_postcodes(values: list) -> bool:
    try:
        coarsen({"code": values}, {"code": "sector"})
    except PlainError:
        return False
    return True


def _bands(column) -> tuple[tuple[Coarseness, str], ...]:
    low, high = column.min(), column.max()
    if column.isna().all() or not low < high or high - low == float("inf"):
        return (("full", "as it is"),) * STEPS
    whole = column.dtype.kind in "iu"
    widths = [_round((float(high) - float(low)) / parts, whole=whole) for parts in (50, 10, 4)]
    return (("full", "as it is"), *((width, f"in steps of {width:,}") for width in widths))


def _round(width: float, *, whole: bool) -> int | float:
    """Return the nearest of 1, 2 and 5 times a power of ten; at least 1 for whole numbers."""
    power = 10.0 ** int(f"{width:e}".partition("e")[2])
    nice = min((1, 2, 5, 10), key=lambda step: abs(step * power - width)) * power
    return max(1, round(nice)) if whole or nice >= 1 else float(f"{nice:.12g}")


def factors(column):
    """Return a column's values as whole numbers, -1 where one is missing, and each different value once."""
    import pandas as pd

    codes, found = pd.factorize(column)
    return codes, pd.Series(found)


def coded(codes, values, how: Coarseness):
    """Return what `factors` gave of a column at one coarseness, as whole numbers (int32), -1 where missing.

    Only the different values are coarsened, so that two million rows take no longer than they must.
    """
    import numpy as np
    import pandas as pd

    coarse, _ = pd.factorize(values if how == "full" else coarsen({"it": values}, {"it": how})["it"])
    return np.append(coarse, -1).astype(np.int32)[codes]

"""What every noisy answer needs to be told, checked: epsilon, the bounds of a column, its numbers."""

from __future__ import annotations

from math import isfinite
from numbers import Real

from privlessons.records import PlainError

LEAST, MOST = 0.001, 50.0
"""Epsilon may lie between these. Below, an answer is noise alone; above, no noise is left to speak of."""


def check_epsilon(epsilon) -> float:
    """Return epsilon as a float; raise ``PlainError`` unless it is a number from ``LEAST`` to ``MOST``."""
    try:
        value = float(epsilon)
    except (TypeError, ValueError):
        value = float("nan")
    if isinstance(epsilon, bool) or value != value:
        raise PlainError(f"Epsilon must be a number, such as 1; “{str(epsilon)[:20]}” is none.")
    if value == 0:
        raise PlainError("Epsilon 0 would mean noise without end, so nothing could be learned: take 0.1.")
    if value < 0:
        raise PlainError("Epsilon can't be negative: take a number above 0, such as 1.")
    if value < LEAST:
        raise PlainError(f"Epsilon is too small: below {LEAST} the answer is noise alone.")
    if value > MOST:
        raise PlainError(
            f"Epsilon is too large: above {MOST:.0f} hardly any noise is left to protect anybody."
        )
    return value


def check_bounds(low, high) -> tuple[float, float]:
    """Return the lowest and the highest value that a column may hold, as floats.

    They must be known without looking at the data: a range that is read off the rows gives away the rows
    at its ends. Raises ``PlainError`` if one is missing, is no number, or if they are the wrong way round.
    """
    if low is None or high is None or (isinstance(low, str) and not low.strip()):
        raise PlainError(_ASK)
    if isinstance(high, str) and not high.strip():
        raise PlainError(_ASK)
    try:
        ends = float(low), float(high)
    except (TypeError, ValueError):
        raise PlainError("The lowest and the highest value must be numbers, such as 0 and 120.") from None
    if not all(map(isfinite, ends)):
        raise PlainError("The lowest and the highest value must be plain numbers, not without end.")
    if abs(ends[1] - ends[0]) < 1e-4:
        raise PlainError("Both values are the same: the highest one must be above the lowest one.")
    if ends[1] < ends[0]:
        raise PlainError("The highest value must be above the lowest one: type them the other way round.")
    return ends


_ASK = (
    "This column has no bounds yet: type the lowest and the highest value that could ever stand in it, "
    "without looking at the data."
)


def numbers(values):
    """Return a column as a numpy array of floats, missing ones left out.

    Raises ``PlainError`` for an empty column and for one that holds something else than numbers.
    """
    import numpy as np
    import pandas as pd

    column = pd.Series(values).dropna()
    if column.empty:
        raise PlainError("Nobody is in this group, so there is no average and no middle: take another one.")
    if column.dtype == bool or not all(isinstance(v, Real) for v in column.head(1000)):
        raise PlainError("This column holds words, not numbers: count its rows, or take another column.")
    try:
        found = column.to_numpy(dtype=float)
    except (TypeError, ValueError):
        raise PlainError("Some values of this column are no numbers: take another one.") from None
    if not np.isfinite(found).all():
        raise PlainError("This column holds numbers without end: mend the table first.")
    return found

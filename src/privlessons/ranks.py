"""A column of any kind -> whole numbers in its own order, so that rows can be sorted, cut and compared.

Numbers go by size, dates by time, ordered categories by their order, everything else by the text that it
prints as. A missing value (None, NaN, NaT, NA) is a value of its own and comes last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from numbers import Real

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
MISSING = 2.0
"""The position of "missing": a whole range beyond the last value, so that it is told apart first."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """One column as ranks.

    ``codes`` (int64, one a row) number the different values in their order from 0; ``missing`` is the code of
    "missing", -1 if there is none; ``count`` is how many codes there are. ``kind`` is "number", "date" or
    "text". ``places`` (float, one a code) are the values as numbers: days since 1970 for dates, the rank for
    text, NaN for "missing"; ``positions`` are the same from 0 (lowest) to 1 (highest), and ``MISSING``.
    """

    codes: object
    kind: str
    count: int
    missing: int
    places: object
    positions: object
    _values: object
    _say: Callable

    def words(self, codes: Sequence[int]) -> list[str]:
        """Say the values of these codes."""
        import numpy as np

        codes = np.asarray(codes, dtype=np.int64)
        known = codes != self.missing
        said = iter(self._say(self._values[codes[known]]))
        return [next(said) if one else "missing" for one in known]


def rank(column) -> Ranks:
    """Rank one column: a pandas Series, a numpy array or a sequence, of any types."""
    import numpy as np
    import pandas as pd

    series = column if isinstance(column, pd.Series) else pd.Series(column)
    gone = series.isna().to_numpy()
    kind, values, say = _values(series[~gone])
    inverse, different = pd.factorize(values, sort=True)
    count = len(different)
    codes = np.full(len(series), count, dtype=np.int64)
    codes[~gone] = inverse
    places = np.arange(count, dtype=float) if kind == "text" else different.astype(float)
    span = places[-1] - places[0] if count else 0.0
    if not np.isfinite(span):  # infinite values have no distance: their rank must do
        places, span = np.arange(count, dtype=float), float(count - 1)
    positions = (places - places[0]) / span if span else np.zeros(count)
    if not gone.any():
        return Ranks(codes, kind, count, -1, places, positions, different, say)
    places, positions = np.append(places, np.nan), np.append(positions, MISSING)
    return Ranks(codes, kind, count + 1, count, places, positions, different, say)


def _values(series):
    """Return the kind of a column without gaps, its values as an array that sorts, and how to say them."""
    import numpy as np
    import pandas as pd

    types = pd.api.types
    if isinstance(series.dtype, pd.CategoricalDtype):
        if series.cat.ordered:
            names = [str(name) for name in series.cat.categories]
            return "text", series.cat.codes.to_numpy(np.int64), lambda found: [names[i] for i in found]
        series = series.astype(object)
    if types.is_bool_dtype(series.dtype):
        return "text", series.to_numpy(object).astype(str).astype(object), list
    if types.is_numeric_dtype(series.dtype) and not types.is_complex_dtype(series.dtype):
        return (
            "number",
            series.to_numpy(series.dtype.numpy_dtype if hasattr(series.dtype, "numpy_dtype") else None),
            _numbers,
        )
    if types.is_datetime64_any_dtype(series.dtype):
        return _times(series)
    values = series.to_numpy(object)
    kinds = set(map(type, values))
    if kinds and all(issubclass(k, Real | Decimal) and not issubclass(k, bool) for k in kinds):
        return "number", values.astype(float), _numbers
    if kinds and all(hasattr(k, "isoformat") and hasattr(k, "year") for k in kinds):
        return _times(pd.to_datetime(series, utc=True))
    if kinds != {str}:
        return "text", np.array([str(value) for value in values], dtype=object), list
    codes, once = pd.factorize(values)  # each text is compared once: a million rows seldom hold a million
    days = _as_days(once)
    if days is not None:
        return "date", days[codes], _days
    order = np.argsort(once)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return "text", place[codes], lambda found: once[order[found]].tolist()


def _as_days(texts):
    """Return ISO dates as days since 1970, or None if one of them is something else."""
    import numpy as np

    if not all(map(_ISO.fullmatch, texts)):
        return None
    try:
        return texts.astype("datetime64[D]").astype(np.int64)
    except ValueError:  # 2026-02-30 looks like a date and is none
        return None


def _times(series):
    """Days since 1970, UTC, with the time of day as a fraction if any has one."""
    import numpy as np

    if getattr(series.dt, "tz", None) is not None:
        series = series.dt.tz_convert("UTC").dt.tz_localize(None)
    exact = series.to_numpy("datetime64[us]")
    days = exact.astype("datetime64[D]")
    if (days == exact).all():
        return "date", days.astype(np.int64), _days
    return "date", exact.astype(np.int64) / 86_400e6, _moments


def _numbers(found) -> list[str]:
    return [str(int(value)) if float(value).is_integer() else str(value) for value in found.tolist()]


def _days(found) -> list[str]:
    return [str(day) for day in found.astype("datetime64[D]")]


def _moments(found) -> list[str]:
    return [str(time) for time in (found * 86_400e6).round().astype("datetime64[us]")]


def code_rows(ranks: Sequence[Ranks], rows: int):
    """Give each combination of values a number from 0, in their order: an int64 array, one a row."""
    import numpy as np

    codes = np.zeros(rows, dtype=np.int64)
    for one in ranks:
        # After each column the numbers are made dense again, so that they never run over.
        codes = dense(codes * max(1, one.count) + one.codes)
    return codes


def dense(keys):
    """Give whole numbers from 0 on new numbers without gaps, in the same order."""
    import numpy as np

    if not len(keys):
        return keys
    if keys.max() <= 4 * len(keys) + 1000:  # counting is quicker than sorting
        there = np.zeros(int(keys.max()) + 1, dtype=bool)
        there[keys] = True
        return (np.cumsum(there) - 1)[keys]
    return np.unique(keys, return_inverse=True)[1].astype(np.int64)


def pairs(groups, codes, kinds: int):
    """Return group, code and count of each pair that occurs (int64 arrays), sorted by group, then code."""
    import numpy as np

    keys = np.sort(groups * kinds + codes)
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    counts = np.diff(np.append(first, len(keys)))
    return keys[first] // kinds, keys[first] % kinds, counts

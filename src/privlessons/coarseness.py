"""Say less: postcodes by their first part, dates by month or year, numbers in bands."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from decimal import Decimal
from numbers import Real

from privlessons.coarse_dates import read_dates
from privlessons.codes import columns_of
from privlessons.records import PlainError

WORDS = ("full", "sector", "district", "area", "day", "month", "year", "ten years")
"""Kinds of coarseness that have a name, besides "5 years" and the like, and whole numbers."""
_POSTCODE = re.compile(r"([A-Z]{1,2})([0-9][A-Z0-9]?)(?: *([0-9])(?:[A-Z]{2})?)?")
_YEARS = re.compile(r"(\d{1,3}|ten) years")

Coarseness = str | int | float | None


def coarsen(table, how: Mapping[Hashable, Coarseness]):
    """Return a table (a pandas DataFrame) in which columns say less.

    ``table`` is a DataFrame or a mapping of names to sequences. ``how`` gives columns their coarseness:

    - British postcodes, however they are written: ``"sector"`` (ZQ3 4PJ becomes ZQ3 4), ``"district"`` (ZQ3),
      ``"area"`` (ZQ);
    - dates, also as text and in several formats (see `coarse_dates.read_dates`): ``"day"`` (1997-03-14),
      ``"month"`` (1997-03), ``"year"`` (1997), ``"ten years"`` (1990–1999), ``"5 years"`` and so on;
    - a column with numbers: a width, which gives bands from its multiples on (10: 20–29; 0.5: 1 to under
      1.5). In a column of text a whole number keeps so many first characters (2: 90210 becomes 90);
    - ``"full"`` leaves a column as it is, None leaves it out.

    What is coarsened is text afterwards, and None where a value is missing. A single value that can't be
    read (such as "unknown" among dates) stays as it is. Raises ``PlainError`` for unknown columns and words,
    and where most values of a column are not what its coarseness is for.
    """
    import pandas as pd

    columns = columns_of(table)
    for name in columns_of(table, how):
        if how[name] is None:
            del columns[name]
        elif how[name] != "full":
            columns[name] = _coarser(name, columns[name], how[name])
    kept = pd.DataFrame(columns, copy=False)
    if isinstance(table, pd.DataFrame):
        kept.columns = pd.Index(list(columns), tupleize_cols=False)
        if not columns:
            kept.index = table.index
    return kept


def _coarser(name: Hashable, column, how: Coarseness):
    if isinstance(how, bool) or not isinstance(how, str | Real):
        raise PlainError(f"The coarseness of “{name}” is a word or a number, not {how!r}.")
    if not isinstance(how, str):
        return _bands_or_starts(name, column, how)
    years = 10 if how == "ten years" else int(m[1]) if (m := _YEARS.fullmatch(how)) else 0
    if how in ("sector", "district", "area"):
        return _mapped(
            name,
            column,
            lambda values: [_postcode(v, how) for v in values],
            "postcodes such as ZQ3 4PJ; for others, say how many first characters to keep",
        )
    if how in ("day", "month", "year") or years:
        return _mapped(
            name,
            column,
            lambda values: [_date(parts, how, years) for parts in read_dates(values)],
            "dates such as 1997-03-14",
        )
    words = ", ".join(WORDS)
    raise PlainError(f"“{how}” (for “{name}”) is no coarseness: take a number, “5 years”, or one of {words}.")


def _mapped(name: Hashable, column, change: Callable[[list], list], wanted: str):
    """Change each different value once; what can't be read (None) stays, unless that is most of them."""
    import numpy as np
    import pandas as pd

    codes, found = _factorized(name, column)
    values = list(found)
    changed = change(values)
    unread = np.array([new is None for new in changed] + [False], dtype=bool)
    if unread.any():
        there = codes[codes >= 0]
        strays = int(unread[there].sum())
        if 2 * strays > len(there):
            example = values[codes[np.flatnonzero((codes >= 0) & unread[codes])[0]]]
            raise PlainError(f"“{name}” does not hold {wanted}: it has {str(example)[:40]!r}, for instance.")
        changed = [old if new is None else new for old, new in zip(values, changed, strict=True)]
    out = np.empty(len(changed) + 1, dtype=object)
    out[:-1] = changed
    return pd.Series(out[codes], index=column.index, dtype=object, name=column.name)


def _factorized(name: Hashable, column):
    import pandas as pd

    try:
        return pd.factorize(column)
    except TypeError as error:
        raise PlainError(f"The column “{name}” holds lists in its cells: put one value into each.") from error


def _postcode(value: object, how: str) -> str | None:
    found = _POSTCODE.fullmatch(" ".join(value.upper().split())) if isinstance(value, str) else None
    if not found:
        return None
    area, rest, sector = found.groups()
    if how == "sector":
        return f"{area}{rest} {sector}" if sector else None
    return area if how == "area" else area + rest


def _date(parts: tuple[int, int, int] | None, how: str, years: int) -> str | None:
    if parts is None:
        return None
    year, month, day = parts
    if years:
        start = year // years * years
        return f"{start}–{start + years - 1}"
    if how == "year":
        return f"{year:04d}"
    if not month or (how == "day" and not day):
        return None  # it says less already
    return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if how == "day" else "")


def _bands_or_starts(name: Hashable, column, width: float):
    import numpy as np
    import pandas as pd

    if column.dtype.kind in "mM":
        raise PlainError(f"“{name}” holds dates: coarsen them by month, year or ten years, not by {width}.")
    if pd.api.types.is_numeric_dtype(column.dtype) and column.dtype.kind in "iuf":
        return _fast_bands(name, column, width)
    _, found = _factorized(name, column)
    if not len(found):
        return column.astype(object)
    if any(isinstance(v, Real | Decimal) and not isinstance(v, bool | np.bool_) for v in found):
        _positive(name, width)
        return _mapped(name, column, lambda values: [_band(v, width) for v in values], "numbers")
    if width != int(width) or width < 0:
        raise PlainError(f"Of the text in “{name}” a whole number of characters can be kept, not {width}.")
    starts = lambda values: [v[: int(width)] if isinstance(v, str) else None for v in values]  # noqa: E731
    return _mapped(name, column, starts, "text")


def _positive(name: Hashable, width: float) -> None:
    if not 0 < width < float("inf"):
        raise PlainError(f"Bands of “{name}” need a width above 0, not {width}.")


def _fast_bands(name: Hashable, column, width: float):
    """Put numbers into bands, a label for each band and not for each number."""
    import numpy as np
    import pandas as pd

    _positive(name, width)
    values = column.to_numpy()
    whole = values.dtype.kind in "iu"
    if whole and width == int(width):
        band = (
            values // values.dtype.type(int(width))
            if int(width) <= np.iinfo(values.dtype).max
            else values * 0
        )
    else:
        band = np.floor(np.round(values / width, 9))  # 0.3 / 0.1 is a hair below 3
    codes, found = pd.factorize(band)
    labels = np.empty(len(found) + 1, dtype=object)
    labels[:-1] = [_label(b if not whole else int(b), width) for b in found.tolist()]
    return pd.Series(labels[codes], index=column.index, dtype=object, name=column.name)


def _band(value: object, width: float) -> str | None:
    """Return the band of one value of a mixed column: a number, or text that is one."""
    if isinstance(value, str):
        try:
            value = float(value) if not re.fullmatch(r"[+-]?\d+", value.strip()) else int(value)
        except ValueError:
            return None
    if not isinstance(value, Real | Decimal) or value != value:
        return None
    if isinstance(value, int) and width == int(width):
        return _label(value // int(width), width)
    quotient = round(float(value) / width, 9)
    return _label(quotient // 1, width)


def _label(band: float, width: float) -> str:
    if band in (float("inf"), float("-inf")):
        return str(band)
    if width == int(width) and band == int(band):
        low = int(band) * int(width)
        return str(low) if width == 1 else f"{low}–{low + int(width) - 1}"
    low = band * width
    return f"{low:.12g} to under {low + width:.12g}"

"""Columns of any table as whole numbers, equal ones for equal values: what counting and joining work on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise

from privlessons.records import PlainError

_ROOM = 62
"""Bits that a key may take: 63 without the sign, less one to be on the safe side."""
_NAMED = 12
_SAMPLE = 1 << 16
_SPREAD = 0x9E3779B97F4A7C15  # 2**64 over the golden ratio: Fibonacci hashing (Knuth 1973)
_MOST_SLOTS = 24
"""Bits: slots beyond these would take more memory than the rows themselves."""


def columns_of(table, names: Iterable[Hashable] | str | None = None) -> dict[Hashable, object]:
    """Return columns of a table as pandas Series of equal length, by name, each once.

    ``table`` is a pandas DataFrame, or a mapping of names to sequences. Without ``names``, all of them.
    Raises ``PlainError`` for two columns of one name, for names that are not there, for what is no sequence
    and for sequences of different lengths.
    """
    import pandas as pd

    if isinstance(table, pd.DataFrame):
        twice = table.columns[table.columns.duplicated()]
        if len(twice):
            raise PlainError(f"Two columns are called “{twice[0]}”: give each column a name of its own.")
        there = list(table.columns)
    elif isinstance(table, Mapping):
        there = list(table)
    else:
        raise PlainError(
            f"A table is a pandas DataFrame, or lists by the names of their columns; this is "
            f"{type(table).__name__}."
        )
    wanted = there if names is None else [names] if isinstance(names, str) else list(names)
    for name in wanted:
        if name not in there:
            raise PlainError(f"There is no column “{name}”: {_has(there)}")
    if isinstance(table, pd.DataFrame):
        return {name: table[name] for name in wanted}
    found = {name: _series(name, table[name]) for name in there}
    for (one, first), (other, second) in pairwise(found.items()):
        if len(first) != len(second):
            raise PlainError(f"“{one}” has {len(first):,} values and “{other}” has {len(second):,}.")
    return {name: found[name] for name in wanted}


def rows_of(table) -> int:
    """Return how many rows a table has, in either of its two forms."""
    return len(next(iter(table.values()), ())) if isinstance(table, Mapping) else len(table)


def _has(there: Sequence) -> str:
    if not there:
        return "this table has none."
    shown = ", ".join(map(str, there[:_NAMED]))
    return f"this table has {shown}" + (f" and {len(there) - _NAMED} more." if len(there) > _NAMED else ".")


def _series(name: Hashable, values):
    """Turn one column of a mapping into a Series, without changing a value."""
    import numpy as np
    import pandas as pd

    if isinstance(values, pd.Series):
        return values.reset_index(drop=True)
    if isinstance(values, str | bytes) or not hasattr(values, "__len__") or getattr(values, "ndim", 1) != 1:
        raise PlainError(f"“{name}” is no list of values: give one value for each row.")
    if isinstance(values, np.ndarray | pd.Index | pd.api.extensions.ExtensionArray):
        return pd.Series(values)
    cells = np.empty(len(values), dtype=object)  # else a list such as [2**60, None] would become floats
    cells[:] = list(values)
    return pd.Series(cells, dtype=object)


def encode(column):
    """Return a column as whole numbers from 0 (int64), and a bound that all of them are below.

    Values that Python calls equal get one number (1, 1.0 and True; but not "1"). All missing values (None,
    NaN, NaT, NA) get one, too: a missing value is a value of its own. Text that is empty is not missing.
    """
    import numpy as np
    import pandas as pd

    values = column.array
    if isinstance(values, pd.Categorical):
        return values.codes.astype(np.int64) + 1, len(values.categories) + 1
    if len(column) and isinstance(column.dtype, np.dtype) and column.dtype.kind in "iub":
        plain = column.to_numpy()
        low, high = int(plain.min()), int(plain.max())
        if high - low < 1 << _ROOM:
            if plain.dtype.kind == "b" or plain.dtype.itemsize < np.dtype(np.int64).itemsize:
                plain = plain.astype(np.int64)
            return (plain - plain.dtype.type(low)).astype(np.int64, copy=False), high - low + 1
    try:
        if isinstance(column.dtype, np.dtype | pd.StringDtype) and column.dtype.kind == "O":
            return _by_object(column.to_numpy(dtype=object))
        codes, found = pd.factorize(column)
    except TypeError as error:
        raise PlainError(
            f"The column “{column.name}” holds lists or tables in its cells: put one value into each."
        ) from error
    return codes.astype(np.int64, copy=False) + 1, len(found) + 1


def _by_object(values):
    """Encode Python objects, looking once at each: in most tables equal values are the very same object.

    Where an object lies in memory is read as a number. The same place is the same object, hence the same
    value; only the objects that differ are then compared as Python compares them.
    """
    import numpy as np
    import pandas as pd

    rows = len(values)
    places = np.frombuffer(np.ascontiguousarray(values), dtype=np.intp) if rows else np.zeros(0, np.intp)
    kinds = len(pd.unique(places[:: max(1, rows // _SAMPLE)]))
    if kinds > 0.8 * min(rows, _SAMPLE) or not rows:
        codes, found = pd.factorize(values)
        return codes.astype(np.int64, copy=False) + 1, len(found) + 1
    slots = _slots(places, 16 * kinds)
    row, last = np.arange(rows), np.empty(int(slots.max()) + 1, dtype=np.int64)
    last[slots] = row
    first = last[slots]  # for each row one whose object has the same slot, and seldom another object
    shown = np.flatnonzero(first == row)
    odd = np.flatnonzero(places[first] != places)
    codes, found = pd.factorize(values[np.concatenate((shown, odd))])
    last[slots[shown]] = codes[: len(shown)] + 1
    result = last[slots]
    result[odd] = codes[len(shown) :] + 1
    return result, len(found) + 1


def _slots(numbers, least: int):
    """Spread whole numbers evenly over ``least`` slots or up to twice as many; return the slot of each."""
    import numpy as np

    bits = min(least.bit_length(), _MOST_SLOTS)
    spread = numbers.astype(np.int64, copy=False).view(np.uint64) * np.uint64(_SPREAD)
    spread >>= np.uint64(64 - bits)
    return spread.view(np.int64)


def combine(coded: Iterable[tuple[object, int]], rows: int):
    """Return one key for each row (int64, from 0) that is equal where all codes are, and a bound for it.

    ``coded`` are pairs as `encode` returns them. No two different rows ever get the same key.
    """
    import numpy as np
    import pandas as pd

    key, bound = np.zeros(rows, dtype=np.int64), 1
    for codes, below in coded:
        if (bound * below).bit_length() > _ROOM and bound > 1:
            key, found = pd.factorize(key)  # close the gaps, so that the next column fits
            bound = max(1, len(found))
        if (bound * below).bit_length() > _ROOM:
            codes, found = pd.factorize(codes)  # noqa: PLW2901
            below = max(1, len(found))  # noqa: PLW2901
        key = codes if bound == 1 else key * below + codes
        bound *= below
    return key, bound


def count_equal(key, bound: int):
    """Return how many rows have the key of each row (int64), and how many different keys there are.

    ``key`` holds whole numbers from 0 to below ``bound``. Time: linear for a small bound; else one sort of
    those that are not plainly alone.
    """
    import numpy as np

    rows = len(key)
    if not rows:
        return np.zeros(0, dtype=np.int64), 0
    if bound <= max(1 << 16, 4 * rows):
        counts = np.bincount(key, minlength=1)
        return counts[key], int(np.count_nonzero(counts))
    slots = _slots(key, 4 * rows)
    counts = np.bincount(slots)[slots]
    shared = np.flatnonzero(
        counts > 1
    )  # a key that is alone in its slot is alone; these have to be looked at
    counts[shared], groups = _count_sorted(key[shared], bound)
    return counts, groups + rows - len(shared)


def _count_sorted(key, bound: int):
    """Count as `count_equal` does, by one sort."""
    import numpy as np

    rows = len(key)
    shift = rows.bit_length()
    if bound.bit_length() + shift <= _ROOM:
        # The row's place rides along in the low bits: one plain sort, far quicker than sorting places.
        packed = np.sort((key << shift) | np.arange(rows, dtype=np.int64))
        keys, places = packed >> shift, packed & ((1 << shift) - 1)
    else:
        places = np.argsort(key)
        keys = key[places]
    starts = np.flatnonzero(np.concatenate((np.ones(min(rows, 1), dtype=bool), keys[1:] != keys[:-1])))
    sizes = np.diff(np.append(starts, rows))
    counts = np.empty(rows, dtype=np.int64)
    counts[places] = np.repeat(sizes, sizes)
    return counts, len(sizes)

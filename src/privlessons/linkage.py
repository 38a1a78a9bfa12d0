"""What stands between "no name" and "nobody can tell": who is one of a kind, and what a second list does.

*Uniqueness* counts, for each row of a table, how many rows share its combination of values: its k (Sweeney,
2002, calls a table k-anonymous when no k is smaller). *Linkage* joins a nameless table with a named one on
the columns that both have, as Sweeney (1997) did with a hospital's file and a voters' roll. Unique is not yet
identified: that needs the second list, and in a sample a person may be alone only because the others who
are alike were not drawn.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from privlessons.coarseness import coarsen
from privlessons.codes import columns_of, combine, count_equal, encode, rows_of
from privlessons.records import PlainError

__all__ = ["VERDICTS", "Links", "Uniqueness", "coarsen", "link", "uniqueness"]

VERDICTS = ("none", "several", "right", "wrong", "one")
"""What became of a nameless row: nobody fits, several fit, one fits (rightly, wrongly, truth not known)."""


@dataclass(frozen=True, eq=False)
class Uniqueness:
    """How many rows of a table are alike in some columns.

    ``k`` is a numpy array (int64), one number a row in the table's order: how many rows, itself included,
    have the same values in ``columns``. ``groups`` is how many different combinations there are.
    """

    columns: tuple[Hashable, ...]
    k: object
    groups: int

    @property
    def rows(self) -> int:
        """How many rows the table has."""
        return len(self.k)

    @cached_property
    def one_of_a_kind(self) -> int:
        """How many rows share their combination with nobody."""
        return int((self.k == 1).sum())

    @property
    def share(self) -> float:
        """The part of all rows that is one of a kind, from 0 to 1; 0 for a table without rows."""
        return self.one_of_a_kind / self.rows if self.rows else 0.0

    @property
    def smallest(self) -> int:
        """The k of the whole table: the size of its smallest group; 0 for a table without rows."""
        return int(self.k.min()) if self.rows else 0

    @cached_property
    def sizes(self) -> dict[int, int]:
        """How many groups there are of each size, the small sizes first."""
        import numpy as np

        size, rows = np.unique(self.k, return_counts=True)
        return {int(s): int(n // s) for s, n in zip(size, rows, strict=True)}


def uniqueness(table, columns: Iterable[Hashable] | str | None = None) -> Uniqueness:
    """Count for each row how many rows have the same values in ``columns`` (all columns if none are named).

    ``table`` is a pandas DataFrame of any types, or a mapping of column names to sequences of equal length.
    Values are the same where Python calls them equal: 1 and 1.0 are, 1 and "1" are not. A missing value
    (None, NaN, NaT, NA) is a value of its own: it is the same as another missing one and as nothing else.
    Empty text is not missing. With an empty list of columns all rows are alike.
    Raises ``PlainError`` for unknown or double column names. A million rows of five whole-number columns
    take a few hundredths of a second.
    """
    found = columns_of(table, columns)
    key, bound = combine(map(encode, found.values()), rows_of(table))
    k, groups = count_equal(key, bound)
    k.flags.writeable = False
    return Uniqueness(tuple(found), k, groups)


@dataclass(frozen=True, eq=False)
class Links:
    """A nameless table joined with a named one.

    ``fits`` holds for each nameless row how many named rows have the same values (int64). ``only`` is the
    position of the named row where just one fits, else -1. ``verdict`` is an index into ``VERDICTS`` (int8).
    """

    on: tuple[Hashable, ...]
    fits: object
    only: object
    verdict: object
    order: object
    start: object

    @property
    def rows(self) -> int:
        """How many nameless rows there are."""
        return len(self.fits)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many nameless rows there are of each of ``VERDICTS``; together they are all rows."""
        import numpy as np

        found = np.bincount(self.verdict, minlength=len(VERDICTS))
        return {word: int(n) for word, n in zip(VERDICTS, found, strict=True)}

    @property
    def one(self) -> int:
        """How many nameless rows just one named row fits, rightly or wrongly or not known."""
        return self.counts["right"] + self.counts["wrong"] + self.counts["one"]

    @property
    def right(self) -> int:
        """How many got one name, and it is theirs."""
        return self.counts["right"]

    @property
    def wrong(self) -> int:
        """How many got one name, and it is somebody else's."""
        return self.counts["wrong"]

    @property
    def several(self) -> int:
        """How many nameless rows are fitted by more than one named row."""
        return self.counts["several"]

    @property
    def none(self) -> int:
        """How many nameless rows nobody fits."""
        return self.counts["none"]

    def candidates(self, row: int):
        """Return the positions of the named rows that fit one nameless row, in the named table's order."""
        import numpy as np

        return np.sort(self.order[self.start[row] : self.start[row] + self.fits[row]])


def link(nameless, named, on, *, truth=None) -> Links:
    """Find for each nameless row the named rows that have the same values.

    ``on`` lists the columns to compare, which both tables have, or gives each its coarseness, such as
    ``{"birth_date": "year", "postcode": "district"}``: both tables are then coarsened (see `coarsen`) first.
    ``truth`` says who the rows really are: the name of a column that both tables have, or two sequences, one
    value a row of each table. Without it a single fit is counted as "one", neither right nor wrong; so is
    one where the nameless row's truth is missing.

    A missing value fits nothing here, not even another missing one: that two things are not known does not
    make them the same. (`uniqueness` counts missing values as alike: there they are something to be seen.)
    Raises ``PlainError`` for columns that are not there or that can't match, such as numbers with text.
    """
    import numpy as np

    how = {n: h for n, h in on.items() if h is not None} if isinstance(on, Mapping) else None
    mine, theirs = (columns_of(table, on if how is None else how) for table in (nameless, named))
    if not mine:
        raise PlainError("Say which columns to compare: with none, everybody fits everybody.")
    if how is not None:
        mine, theirs = (columns_of(coarsen(columns, how)) for columns in (mine, theirs))
    rows, others = rows_of(nameless), rows_of(named)
    coded, known = [], np.ones(rows + others, dtype=bool)
    for name, column in mine.items():
        codes, below, there = _both(name, column, theirs[name])
        coded.append((codes, below))
        known &= there
    key, _ = combine(coded, rows + others)
    order = np.flatnonzero(known[rows:])
    order = order[np.argsort(key[rows:][order], kind="stable")]
    listed = key[rows:][order]
    start = np.searchsorted(listed, key[:rows], "left")
    fits = np.where(known[:rows], np.searchsorted(listed, key[:rows], "right") - start, 0)
    single = fits == 1
    only = np.full(rows, -1, dtype=np.int64)
    only[single] = order[start[single]]
    verdict = np.where(single, VERDICTS.index("one"), np.minimum(fits, 2) // 2).astype(np.int8)
    if truth is not None:
        who, whom = _truths(truth, nameless, named)
        codes, _, there = _both("truth", who, whom)
        told = np.flatnonzero(single)
        match = rows + only[told]
        told, match = (places[there[told] & there[match]] for places in (told, match))
        same = codes[told] == codes[match]
        verdict[told] = np.where(same, VERDICTS.index("right"), VERDICTS.index("wrong"))
    return Links(tuple(mine), fits, only, verdict, order, start)


def _truths(truth, nameless, named):
    """Return the two columns that say who the rows really are."""
    if isinstance(truth, str):
        return tuple(columns_of(table, truth)[truth] for table in (nameless, named))
    found = []
    for values, table, which in zip(truth, (nameless, named), ("nameless", "named"), strict=True):
        if len(values) != rows_of(table):
            raise PlainError(
                f"The truth about the {which} table has {len(values):,} values for {rows_of(table):,} rows."
            )
        found.append(columns_of({"truth": values})["truth"])
    return tuple(found)


_KINDS = {"string": "text", "datetime64": "moments", "datetime": "moments", "date": "days"} | dict.fromkeys(
    ("integer", "floating", "mixed-integer-float", "decimal"), "numbers"
)


def _kind(column) -> str | None:
    """Return what a column holds, or None if that is mixed, missing or something else."""
    import pandas as pd

    categories = isinstance(column.dtype, pd.CategoricalDtype)
    return _KINDS.get(pd.api.types.infer_dtype(column.cat.categories if categories else column, skipna=True))


def _both(name: Hashable, mine, theirs):
    """Encode two columns together; the third array returned says where a value is there."""
    import numpy as np
    import pandas as pd

    kinds = _kind(mine), _kind(theirs)
    if None not in kinds and kinds[0] != kinds[1]:
        more = "; compare them by day or year" if {"moments", "days"} & set(kinds) else ""
        raise PlainError(
            f"“{name}” holds {kinds[0]} in one table and {kinds[1]} in the other: nothing can match{more}."
        )
    codes, below = encode(pd.concat([mine, theirs], ignore_index=True))
    there = ~np.concatenate([mine.isna().to_numpy(), theirs.isna().to_numpy()])
    return codes, below, there

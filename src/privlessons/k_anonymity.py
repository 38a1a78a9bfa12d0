"""A table made coarser until every row looks like at least k - 1 others, and what that costs.

k-anonymity: Samarati and Sweeney (1998); the groups are Mondrian's (see `mondrian`). What k says nothing
about is the secret column: a group may share it. `l_diversity` (Machanavajjhala et al. 2007) counts how many
different secrets a group has, `t_closeness` (Li, Li and Venkatasubramanian 2007) how far its mix of secrets
is from that of the whole table. A missing value is a value of its own in all of this.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from privlessons.mondrian import cut_into_groups
from privlessons.ranges import Ranges, ranges
from privlessons.ranks import code_rows, pairs, rank
from privlessons.records import PlainError

_CELLS = 4_000_000  # of a table of groups by secrets that is worked on at once


@dataclass(frozen=True, slots=True)
class Anonymised:
    """A coarsened table, and what it costs.

    ``table`` has the rows, index and columns of the first one; in the quasi-identifiers now stand ranges as
    text, such as ``1990-02-03 to 1996-11-30``. ``groups`` (int64, one a row) numbers the groups of rows that
    look alike, ``sizes`` counts their rows; ``smallest`` is the k that was really reached.

    The cost: ``loss`` goes from 0 (nothing was coarsened) to 1 (every range is the whole column): the
    normalised certainty penalty of Xu et al. (2006), averaged over rows and columns. ``size_ratio`` is the
    average group size over k, 1 at best (C_avg of LeFevre et al. 2006). ``ranges`` holds for each column how
    wide its ranges are in its own unit, and their middles.
    """

    table: object
    groups: object
    sizes: object
    smallest: int
    loss: float
    size_ratio: float
    ranges: Mapping[str, Ranges]


@dataclass(frozen=True, slots=True)
class Diversity:
    """How many different secrets each group has.

    ``groups`` (one a row) numbers the groups; ``distinct`` counts each group's different secrets, and
    ``effective`` is the same weighed by how even they are (e to the entropy: 2.0 for two that are equally
    frequent). ``least`` and ``least_effective`` are the table's l, by either measure; 0 for no rows.
    """

    groups: object
    distinct: object
    effective: object
    least: int
    least_effective: float


@dataclass(frozen=True, slots=True)
class Closeness:
    """How far each group's mix of secrets is from the whole table's.

    ``groups`` (one a row) numbers the groups, ``distances`` (one a group) go from 0 to 1, ``t`` is the most.
    """

    groups: object
    distances: object
    t: float


def k_anonymize(
    table, quasi_identifiers: Sequence[str], k: int, *, secret: str | None = None, different: int = 1
) -> Anonymised:
    """Coarsen the quasi-identifiers by Mondrian until each row looks like at least ``k - 1`` others.

    ``table`` is a DataFrame or a mapping of columns, with numbers, dates (also as ISO text) or texts in any
    mix. With ``secret``, the name of another column, every group gets at least ``different`` of its values
    too. Raises `PlainError` if it cannot be done: columns that are not there, fewer rows than ``k``, fewer
    secrets than ``different``. A table without rows comes back as it is.
    """
    import numpy as np

    table = _frame(table)
    names = _columns(table, quasi_identifiers)
    k, different = _whole(k, "k"), _whole(different, "The number of different values")
    rows = len(table)
    if 0 < rows < k:
        raise PlainError(
            f"The table has {rows} rows, so no row can look like {k - 1} others: choose a smaller k."
        )
    ranked = [rank(table[name]) for name in names]
    codes = None
    if secret is not None and different > 1 and rows:
        if secret in names:
            raise PlainError(f"The column {secret} cannot be made coarser and kept secret at once.")
        secrets = rank(table[_columns(table, [secret])[0]])
        codes = secrets.codes
        if secrets.count < different:
            raise PlainError(
                f"The column {secret} has fewer than {different} different values: choose a smaller number."
            )
    groups = cut_into_groups(ranked, rows, k, codes, different)
    sizes = np.bincount(groups)
    made = {name: ranges(one, groups, len(sizes)) for name, one in zip(names, ranked, strict=True)}
    coarse = table.copy()
    for name, one in made.items():
        coarse[name] = one.texts
    return Anonymised(
        coarse,
        groups,
        sizes,
        int(sizes.min()) if rows else 0,
        float(np.mean([one.loss for one in made.values()])) if rows and made else 0.0,
        rows / len(sizes) / k if rows else 0.0,
        made,
    )


def l_diversity(table, quasi_identifiers: Sequence[str], secret: str) -> Diversity:
    """Count the different values of ``secret`` in each group of rows with equal quasi-identifiers."""
    import numpy as np

    groups, secrets = _groups_and_secrets(table, quasi_identifiers, secret)
    if not len(groups):
        return Diversity(groups, np.zeros(0, np.int64), np.zeros(0), 0, 0.0)
    owner, _, counts = pairs(groups, secrets.codes, secrets.count)
    distinct = np.bincount(owner)
    share = counts / np.bincount(groups)[owner]
    effective = np.exp(np.bincount(owner, weights=-share * np.log(share)))
    return Diversity(groups, distinct, effective, int(distinct.min()), float(effective.min()))


def t_closeness(
    table, quasi_identifiers: Sequence[str], secret: str, *, ordered: bool | None = None
) -> Closeness:
    """Measure how far each group's mix of secrets is from that of all rows.

    The distance is the earth mover's: how much of the mix must be moved, times how far. ``ordered=False``
    takes all values as equally far apart, ``True`` as standing in a row, the two ends 1 apart (the paper's
    two ground distances). None chooses: in a row for numbers and dates, equally far for text.
    """
    import numpy as np

    groups, secrets = _groups_and_secrets(table, quasi_identifiers, secret)
    if not len(groups):
        return Closeness(groups, np.zeros(0), 0.0)
    if ordered is None:
        ordered = secrets.kind != "text"
    codes, kinds = secrets.codes, secrets.count
    owner, value, counts = pairs(groups, codes, kinds)
    sizes, whole = np.bincount(groups), np.bincount(codes, minlength=kinds) / len(codes)
    distances, step = np.zeros(len(sizes)), max(1, _CELLS // kinds)
    for start in range(0, len(sizes), step):
        stop = min(start + step, len(sizes))
        here = slice(*np.searchsorted(owner, (start, stop)))
        mix = np.zeros((stop - start, kinds))
        mix[owner[here] - start, value[here]] = counts[here]
        mix = mix / sizes[start:stop, None] - whole
        if ordered:
            moved = np.abs(np.cumsum(mix, axis=1)).sum(axis=1) / max(1, kinds - 1)
        else:
            moved = np.abs(mix).sum(axis=1) / 2
        distances[start:stop] = moved
    return Closeness(groups, distances, float(distances.max()))


def _groups_and_secrets(table, quasi_identifiers, secret):
    table = _frame(table)
    names = _columns(table, quasi_identifiers)
    ranked = [rank(table[name]) for name in names]
    return code_rows(ranked, len(table)), rank(table[_columns(table, [secret])[0]])


def _frame(table):
    import pandas as pd

    return table if isinstance(table, pd.DataFrame) else pd.DataFrame(dict(table))


def _columns(table, names: Sequence[str]) -> list[str]:
    """Check that each of the columns is there, once."""
    names = [names] if isinstance(names, str) else list(names)
    there = list(table.columns)
    for name in names:
        if name not in there:
            raise PlainError(
                f"There is no column {name!r}. There are: {', '.join(map(str, there)) or 'none'}."
            )
        if there.count(name) > 1:
            raise PlainError(
                f"The column {name!r} is there {there.count(name)} times: give each its own name."
            )
    if len(set(names)) < len(names):
        raise PlainError("A column is named twice: name each once.")
    return names


def _whole(number, what: str) -> int:
    if isinstance(number, bool) or not (isinstance(number, int | float) or hasattr(number, "__index__")):
        raise PlainError(f"{what} must be a whole number from 1 on, not {number!r}.")
    if not math.isfinite(number) or number != int(number) or number < 1:
        raise PlainError(f"{what} must be a whole number from 1 on, not {number!r}.")
    return int(number)

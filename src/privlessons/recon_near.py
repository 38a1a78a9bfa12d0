"""More blocks that fit, near one that does: a lower bound where there are too many to count.

Small changes (somebody older, somebody else younger; two who swap; one other attribute) are tried on blocks
that fit, and those that still fit are changed further.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from privlessons.blocks import Person, Schema
from privlessons.recon_groups import Group

AT_ONCE = 60
"""How many blocks are changed in one go."""


def fits(ages, cells, groups: Sequence[Group]):
    """Return which rows fit: ``ages`` and ``cells`` (indices into ``Schema.cells``) hold one block a row."""
    import numpy as np

    good = np.ones(len(ages), bool)
    for g in groups:
        here = np.isin(cells, list(g.cells)) & (ages >= g.ages[0]) & (ages <= g.ages[1])
        many = here.sum(1)
        good &= (many >= g.low) & (many <= g.high)
        if g.mean:
            total = np.where(here, ages, 0).sum(1)
            for bound, sign in ((g.mean[0], 1), (g.mean[1], -1)):
                good &= sign * (total * bound.denominator - many * bound.numerator) >= 0
        if g.median:
            ordered = np.sort(np.where(here, ages, 999), axis=1)
            rows, last = np.arange(len(ages)), ages.shape[1] - 1
            low = ordered[rows, np.clip((many - 1) // 2, 0, last)]
            high = ordered[rows, np.clip(many // 2, 0, last)]
            for bound, sign in ((2 * g.median[0], 1), (2 * g.median[1], -1)):
                good &= sign * ((low + high) * bound.denominator - bound.numerator) >= 0
    return good


def fits_all(block: Sequence[Person], groups: Sequence[Group], schema: Schema) -> bool:
    """Whether one block fits."""
    import numpy as np

    cells = [[schema.cells.index(tuple(values)) for _, *values in block]]
    return bool(fits(np.array([[age for age, *_ in block]]), np.array(cells), groups)[0])


def grow(blocks: Sequence[Sequence[Person]], groups: Sequence[Group], schema: Schema, rounds: int = 6) -> int:
    """Return how many different blocks that fit were found from ``blocks``, which fit, in so many rounds."""
    import numpy as np

    index = {cell: i for i, cell in enumerate(schema.cells)}
    kinds = schema.ages[1] + 1
    found: set[bytes] = set()
    queue = [np.sort(np.array([index[tuple(v)] * kinds + age for age, *v in block])) for block in blocks]
    if not queue or not len(queue[0]):
        return len(queue)
    queue = [row for row in queue if len(row) == len(queue[0])]
    found |= {row.tobytes() for row in queue}
    moves = _moves(len(queue[0]), len(index))
    for _ in range(rounds):
        now, queue = np.array(queue[:AT_ONCE]), queue[AT_ONCE:]
        if not len(now):
            break
        ages = (now % kinds)[:, None, :] + moves[0][None]
        cells = ((now // kinds)[:, None, :] + moves[1][None]) % len(index)
        ages, cells = ages.reshape(-1, now.shape[1]), cells.reshape(-1, now.shape[1])
        inside = ((ages >= schema.ages[0]) & (ages <= schema.ages[1])).all(1)
        ages, cells = ages[inside], cells[inside]
        good = fits(ages, cells, groups)
        for row in np.sort(cells[good] * kinds + ages[good], axis=1):
            if (key := row.tobytes()) not in found:
                found.add(key)
                queue.append(row)
    return len(found)


def _moves(many: int, cells: int):
    """Return changes of ages and of cells, a row each: one person, or two in opposite directions."""
    import numpy as np

    ages, other = [], []
    for i in range(many):
        for step in (-3, -2, -1, 1, 2, 3):
            ages.append({i: step})
            other.append({})
        for turn in range(1, cells):
            ages.append({})
            other.append({i: turn})
    for i, j in combinations(range(many), 2):
        for step in (-3, -2, -1, 1, 2, 3):
            ages.append({i: step, j: -step})
            other.append({})
        for turn in range(1, cells):
            ages.append({})
            other.append({i: turn, j: cells - turn})
    made = np.zeros((2, len(ages), many), int)
    for n, (a, c) in enumerate(zip(ages, other, strict=True)):
        for i, step in a.items():
            made[0, n, i] = step
        for i, turn in c.items():
            made[1, n, i] = turn
    return made

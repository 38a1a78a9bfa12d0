"""Mondrian (LeFevre, DeWitt, Ramakrishnan 2006): rows are cut into groups of at least k, again and again.

Strict and multidimensional: each group is a box of its own, and equal values never land on two sides of a
cut. A group is cut along its widest column that can be cut, where widths are shares of the column's whole
range, at the place nearest to the group's median. All groups of a level are cut at once in numpy, so that a
million rows take seconds.
"""

from __future__ import annotations

from collections.abc import Sequence

from privlessons.ranks import Ranks, dense, pairs


def cut_into_groups(ranks: Sequence[Ranks], rows: int, k: int, secret=None, different: int = 1):
    """Return the group of each row, numbered from 0: an int64 array of length ``rows``.

    Every group has at least ``k`` rows, if there are that many. With ``secret`` (int codes from 0, one a
    row), it has at least ``different`` of its values too (distinct l-diversity, Machanavajjhala et al. 2007):
    a cut that would break this is not made.
    """
    import numpy as np

    group = np.zeros(rows, dtype=np.int64)
    if not ranks or rows < 2 * k:
        return group
    # For each column, the rows that are still cut, sorted by group and then by that column.
    orders = [np.argsort(one.codes, kind="stable") for one in ranks]
    starts, made = np.array([0, rows]), 1
    while len(starts) > 1:
        sizes = np.diff(starts)
        of = np.repeat(np.arange(len(sizes)), sizes)  # the group, by place in an order
        best = np.full(len(sizes), -1.0)
        last = np.zeros(len(sizes), dtype=np.int64)  # the highest code that goes to the left
        column = np.full(len(sizes), -1)
        for j, (one, order) in enumerate(zip(ranks, orders, strict=True)):
            codes = one.codes[order]
            width = one.positions[codes[starts[1:] - 1]] - one.positions[codes[starts[:-1]]]
            cut = _nearest_to_the_middle(codes, of, starts)
            left = cut - starts[:-1]
            allowed = (left >= k) & (sizes - left >= k) & (width > best)
            if secret is not None and different > 1 and allowed.any():
                sides = 2 * of + (np.arange(len(of)) >= cut[of])
                allowed &= _enough(secret[order], sides, len(sizes), different)
            best[allowed], column[allowed] = width[allowed], j
            last[allowed] = codes[cut[allowed] - 1]
        cuttable = column >= 0
        group_of_cut = made + np.cumsum(cuttable) - 1
        made += int(cuttable.sum())
        orders, starts = _split(ranks, orders, of, starts, column, last, group, group_of_cut)
    return dense(group)


def _nearest_to_the_middle(codes, of, starts):
    """For each group, the place in the order where it is cut: between two values, nearest to the middle.

    Its start where all values are equal. If the nearest place leaves fewer than k rows on a side, so do all
    others, since what is left on the smaller side only shrinks with the distance from the middle.
    """
    import numpy as np

    changes = np.flatnonzero((codes[1:] != codes[:-1]) & (of[1:] == of[:-1])) + 1
    begin, end = starts[:-1], starts[1:]
    if not len(changes):
        return begin.copy()
    middle = (begin + end) / 2
    after = np.searchsorted(changes, middle)
    up = changes[np.minimum(after, len(changes) - 1)]
    down = changes[np.maximum(after - 1, 0)]
    up_fits, down_fits = (up > begin) & (up < end), (down > begin) & (down < end)
    nearer_up = up_fits & (~down_fits | (up - middle < middle - down))
    return np.where(nearer_up, up, np.where(down_fits, down, begin))


def _enough(secret, sides, groups: int, different: int):
    """Whether both sides of every group hold enough different values of the secret column."""
    import numpy as np

    owner, _, _ = pairs(sides, secret, int(secret.max()) + 1)
    counts = np.bincount(owner, minlength=2 * groups).reshape(groups, 2)
    return (counts >= different).all(axis=1)


def _split(ranks, orders, of, starts, column, last, group, group_of_cut):
    """Cut every group that can be cut: its right side gets a new number; the others leave the orders."""
    import numpy as np

    going = column >= 0
    right = np.zeros(len(group), dtype=bool)
    for j, (one, order) in enumerate(zip(ranks, orders, strict=True)):
        here = (column == j)[of]
        right[order[here]] = one.codes[order[here]] > last[of[here]]
    keep = going[of]
    of = (np.cumsum(going) - 1)[of[keep]]
    sizes = np.diff(starts)[going]
    begin = np.concatenate(([0], np.cumsum(sizes)))
    rows = orders[0][keep]
    moved = right[rows]
    group[rows[moved]] = group_of_cut[going][of[moved]]
    rights = np.bincount(of[moved], minlength=len(sizes))
    middle = begin[1:] - rights
    new_starts = np.sort(np.concatenate((begin, middle)))
    return [_in_order(order[keep], right, of, begin, middle) for order in orders], new_starts


def _in_order(order, right, of, begin, middle):
    """Move each group's left rows before its right ones, each side in the order that it had."""
    import numpy as np

    is_right = right[order]
    before = np.cumsum(is_right) - is_right  # right rows before this one, over all groups
    before -= np.append(before, 0)[begin[:-1]][of]  # … within its group
    within = np.arange(len(order)) - begin[:-1][of]
    to = np.where(is_right, middle[of] + before, begin[:-1][of] + within - before)
    moved = np.empty_like(order)
    moved[to] = order
    return moved

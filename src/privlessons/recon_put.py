"""What can be put into one box: so many ages within its bounds, told apart only where it matters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations_with_replacement
from math import comb
from typing import NamedTuple


@cache
def partitions(many: int, wide: int) -> tuple[int, ...]:
    """Return how many ways there are to choose ``many`` numbers below ``wide``, in no order, for each sum."""
    if many == 0 or wide == 1:
        return (1,)
    # Either none of them is the largest number, or one is and the others do as they like.
    fewer, rest = partitions(many, wide - 1), partitions(many - 1, wide)
    ways = [0] * (many * (wide - 1) + 1)
    for total, n in enumerate(fewer):
        ways[total] += n
    for total, n in enumerate(rest):
        ways[total + wide - 1] += n
    return tuple(ways)


@cache
def both(young: int, wide: int, old: int, broad: int) -> tuple[int, ...]:
    """Return the same for two lots of numbers whose sums are added up."""
    one, two = partitions(young, wide), partitions(old, broad)
    if len(one) == 1 or len(two) == 1:  # one of them is empty, or always sums up to 0
        return one if len(two) == 1 else two
    ways = [0] * (len(one) + len(two) - 1)
    for i, n in enumerate(one):
        for k, m in enumerate(two):
            ways[i + k] += n * m
    return tuple(ways)


def spell(many: int, low: int, high: int, least: int, most: int) -> Iterator[tuple[int, ...]]:
    """Yield all ways to choose ``many`` ages, in ascending order, whose sum is from ``least`` to ``most``."""
    if many == 0:
        if least <= 0 <= most:
            yield ()
        return
    first = max(low, least - (many - 1) * high)
    last = min(high, most // many)
    for age in range(first, last + 1):
        for rest in spell(many - 1, age, high, least - age, most - age):
            yield (age, *rest)


class Put(NamedTuple):
    """What goes into a box: ``many`` ages from ``low`` to ``high``, with the sum ``total`` or any (None).

    The ``lowest`` youngest of them are not told apart, then come ``ages``, then the oldest, again not told
    apart.
    """

    many: int
    low: int
    high: int
    lowest: int
    ages: tuple[int, ...]
    total: int | None

    def _ends(self) -> tuple[int, int, int, int]:
        """Return how many are youngest and up to which age, and how many are oldest and from which age."""
        upto, since = (self.ages[0], self.ages[-1]) if self.ages else (self.high, self.low)
        return self.lowest, upto, self.many - self.lowest - len(self.ages), since

    def any_sum(self) -> int:
        """Return how many multisets of ages this stands for, whatever their sum."""
        young, upto, old, since = self._ends()
        return comb(upto - self.low + young, young) * comb(self.high - since + old, old)

    def by_sum(self) -> tuple[int, tuple[int, ...]]:
        """Return the smallest possible sum, and how many multisets have this sum and each larger one."""
        young, upto, old, since = self._ends()
        ways = both(young, upto - self.low + 1, old, self.high - since + 1)
        return young * self.low + sum(self.ages) + old * since, ways

    def spelled(self) -> Iterator[tuple[int, ...]]:
        """Yield these multisets."""
        young, upto, old, since = self._ends()
        for first in combinations_with_replacement(range(self.low, upto + 1), young):
            if self.total is None:
                lasts = combinations_with_replacement(range(since, self.high + 1), old)
            else:
                rest = self.total - sum(self.ages) - sum(first)
                lasts = spell(old, since, self.high, rest, rest)
            for last in lasts:
                yield (*first, *self.ages, *last)

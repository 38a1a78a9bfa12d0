"""How many blocks fit: an exact count that fills box after box and remembers what it has met before.

Dynamic programming, from the top down. What was put into earlier boxes matters only through a few running
numbers (how many people each group has so far, the sum of their ages, the ages that may be in the middle).
States that agree in these are counted once. Work is counted in tries, not in seconds, so that the same totals
give the same answer on every machine; when ``tries`` are used up, what was found so far is a lower bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement
from math import ceil, floor

from privlessons.blocks import Person, Schema
from privlessons.recon_groups import Group, lay_out
from privlessons.recon_middle import SETTLED, in_the_middle, shorten
from privlessons.recon_put import Put
from privlessons.recon_reach import Reach

_COUNT_BITS, _SUM_BITS = 8, 16  # a block has at most 60 people, whose ages sum up to less than 65,536
_COUNT, _SUM = (1 << _COUNT_BITS) - 1, (1 << _SUM_BITS) - 1


class OutOfTriesError(Exception):
    """The work allowed is used up."""


class Count:
    """Counts and lists the blocks that fit some groups."""

    def __init__(self, groups: list[Group], schema: Schema):
        self.groups, self.schema = groups, schema
        self.boxes = lay_out(groups, schema)
        self.tries, self.exact, self.found = 0, True, 0
        self.memo: dict[tuple, int] = {}
        last = {i: b for b, box in enumerate(self.boxes) for i in box.groups}
        self.ends = [[i for i in box.groups if last[i] == b] for b, box in enumerate(self.boxes)]
        self.means = [[i for i in box.groups if groups[i].mean] for box in self.boxes]
        self.medians = [i for i, g in enumerate(groups) if g.median]
        self.slot = {i: n for n, i in enumerate(self.medians)}
        self.possible = not any(g.low for i, g in enumerate(groups) if i not in last)
        self.sum_of = {
            i: (ceil(g.mean[0] * g.low), floor(g.mean[1] * g.low)) for i, g in enumerate(groups) if g.mean
        }
        self.reach = Reach(groups, self.boxes)
        # For each box and group: the youngest and oldest age that later boxes can add.
        self.later: list[dict[int, tuple[int, int]]] = []
        after: dict[int, tuple[int, int]] = {}
        for box in reversed(self.boxes):
            self.later.append(dict(after))
            for i in box.groups:
                young, old = after.get(i, (999, -1))
                after[i] = (min(young, box.low), max(old, box.high))
        self.later.reverse()
        self.add = [sum(1 << _COUNT_BITS * i for i in box.groups) for box in self.boxes]
        self.add_sum = [sum(1 << _SUM_BITS * i for i in means) for means in self.means]
        self.clear = [sum(_COUNT << _COUNT_BITS * i for i in ends) for ends in self.ends]
        self.clear_sum = [sum(_SUM << _SUM_BITS * i for i in ends) for ends in self.ends]

    def start(self) -> tuple:
        """Return the state before the first box."""
        return 0, 0, 0, tuple((0, ()) for _ in self.medians)

    def more(self, tries: int) -> bool:
        """Go on counting for so many tries; return whether all were found. ``found`` is how many so far."""
        self.tries, self.exact = tries, True
        self.found = max(self.found, self._count(self.start()) if self.possible else 0)
        return self.exact

    def _count(self, state: tuple) -> int:
        if state[0] == len(self.boxes):
            return 1
        if (known := self.memo.get(state)) is not None:
            return known
        found = 0
        for weight, after, _ in self.steps(state):
            self.tries -= 1
            if self.tries < 0:
                self.exact = False
                return found
            found += weight * self._count(after)
            if not self.exact:
                return found
        self.memo[state] = found
        return found

    def steps(self, state: tuple) -> Iterator[tuple[int, tuple, Put]]:
        """Yield the ways to fill the next box: how many, the state after it, and what was put in."""
        at, counts, sums, middles = state
        box, ends = self.boxes[at], self.ends[at]
        least, most = 0, 10**6
        for i in box.groups:
            g, c = self.groups[i], counts >> _COUNT_BITS * i & _COUNT
            most = min(most, g.high - c)
            if i in ends:
                least = max(least, g.low - c)
        for many in range(least, most + 1):
            after = counts + many * self.add[at]
            low, high = self._sums(at, many, after, sums)
            if low > high:
                continue
            for weight, put in self._fill(at, many, low, high, after, middles):
                then = sums + (put.total or 0) * self.add_sum[at]
                state = self._after(at, after, then, middles, put)
                if state is not None:
                    yield weight, state, put

    def _sums(self, at: int, many: int, counts: int, sums: int) -> tuple[int, int]:
        """Return between which sums of ages the ``many`` people of this box must stay."""
        box = self.boxes[at]
        low, high = many * box.low, many * box.high
        for i in self.means[at]:
            g, c, s = self.groups[i], counts >> _COUNT_BITS * i & _COUNT, sums >> _SUM_BITS * i & _SUM
            if i in self.ends[at]:
                least, most = ceil(g.mean[0] * c) - s, floor(g.mean[1] * c) - s
            elif g.fixed:
                reach = self.reach.bounds(at, i, g.low - c, counts)
                if reach is None:
                    return 1, 0
                least, most = self.sum_of[i][0] - s - reach[1], self.sum_of[i][1] - s - reach[0]
            else:
                continue
            low, high = max(low, least), min(high, most)
        return low, high

    def _fill(self, at: int, many: int, low: int, high: int, counts: int, middles: tuple) -> Iterator[tuple]:
        """Yield (weight, `Put`): the ways to choose ``many`` ages with a sum from ``low`` to ``high``."""
        box = self.boxes[at]
        if not self.means[at]:
            low = high = None
        lowest, end = self._spelled(at, many, counts, middles) if box.spelled else (many, many)
        for ages in combinations_with_replacement(range(box.low, box.high + 1), max(0, end - lowest)):
            self.tries -= 1
            put = Put(many, box.low, box.high, lowest, ages, None)
            if low is None:
                yield put.any_sum(), put
                continue
            least, ways = put.by_sum()
            for total in range(max(low, least), min(high, least + len(ways) - 1) + 1):
                if weight := ways[total - least]:
                    yield weight, Put(many, box.low, box.high, lowest, ages, total)

    def _spelled(self, at: int, many: int, counts: int, middles: tuple) -> tuple[int, int]:
        """Return which of the ``many`` ages, in ascending order, may be in the middle of a group: from, to.

        The others only count: they are surely younger, or surely older, than the two in the middle.
        """
        box, lowest, end = self.boxes[at], many, 0
        for i in box.groups:
            g = self.groups[i]
            if not g.median or not g.window[0] <= box.low <= g.window[1]:
                continue
            if not g.fixed:
                return 0, many
            below, inside = middles[self.slot[i]]
            if below == SETTLED:
                continue
            first = g.low // 2 - 1 - below  # where among the ages of the window the lower middle one is
            later = g.low - (counts >> _COUNT_BITS * i & _COUNT)
            if self.later[at].get(i, (999,))[0] >= box.high:
                later = 0
            lowest = min(lowest, max(0, first - len(inside) - later))
            end = max(end, min(many, first + 2))
        return lowest, max(end, lowest)

    def _after(self, at: int, counts: int, sums: int, middles: tuple, put: Put) -> tuple | None:
        """Return the state after a box was filled, or None where a group does not fit any more."""
        box, ends = self.boxes[at], self.ends[at]
        if self.medians:
            changed = list(middles)
            for i in box.groups:
                g = self.groups[i]
                if not g.median:
                    continue
                below, inside = changed[self.slot[i]]
                if box.high < g.window[0]:
                    below += put.many
                elif box.low <= g.window[1] and below != SETTLED:
                    below += put.lowest
                    inside = tuple(sorted((*inside, *put.ages)))
                c = counts >> _COUNT_BITS * i & _COUNT
                if i in ends:
                    if below != SETTLED and not in_the_middle(g, c, below, inside):
                        return None
                    below, inside = 0, ()
                elif g.fixed and below != SETTLED:
                    young = self.later[at][i][0]
                    if (kept := shorten(g, g.low - c, below, inside, young)) is None:
                        return None
                    below, inside = kept
                changed[self.slot[i]] = (below, inside)
            middles = tuple(changed)
        for i in self.means[at]:
            if i in ends and not counts >> _COUNT_BITS * i & _COUNT:
                return None
        return at + 1, counts & ~self.clear[at], sums & ~self.clear_sum[at], middles

    def blocks(self, state: tuple | None = None) -> Iterator[tuple[Person, ...]]:
        """Yield the blocks that fit, one after the other, each in the order of the boxes."""
        state = state or self.start()
        if state[0] == len(self.boxes):
            yield ()
            return
        cell = self.schema.cells[self.boxes[state[0]].cell]
        for _, after, put in self.steps(state):
            self.tries -= 1
            if self.tries < 0:
                raise OutOfTriesError
            if not self.memo.get(after, 1):
                continue
            for rest in self.blocks(after):
                for ages in put.spelled():
                    yield (*((age, *cell) for age in ages), *rest)

"""How small and how large the ages that are still to come can add up to, given what is full already."""

from __future__ import annotations

from privlessons.recon_groups import Box, Group

_COUNT_BITS = 8
_COUNT = (1 << _COUNT_BITS) - 1


class Reach:
    """Bounds on the sum of the ages that later boxes can add to a group."""

    def __init__(self, groups: list[Group], boxes: list[Box]):
        self.groups = groups
        self.known: dict[tuple, tuple[int, int] | None] = {}
        family = _nested(groups)
        self.units: list[dict[int, list]] = []  # for each box and group: later (low, high, limiting groups)
        later: dict[int, dict[tuple[int, int], tuple]] = {}
        for box in reversed(boxes):
            self.units.append(
                {i: sorted((*span, caps) for span, caps in u.items()) for i, u in later.items()}
            )
            for i in box.groups:
                if groups[i].mean:
                    caps = tuple(j for j in box.groups if j in family and groups[i].cells <= groups[j].cells)
                    later.setdefault(i, {})[box.low, box.high] = caps
        self.units.reverse()

    def bounds(self, at: int, i: int, rest: int, counts: int) -> tuple[int, int] | None:
        """Return the smallest and largest sum of ``rest`` ages after box ``at``, None if they find no room.

        Taking the youngest free places first gives the smallest sum, since the limits are nested.
        """
        if rest == 0:
            return 0, 0
        units = self.units[at].get(i)
        if not units:
            return None
        key = at, i, rest, counts
        if key not in self.known:
            low = self._greedy(units, rest, counts, 0)
            high = None if low is None else self._greedy(units[::-1], rest, counts, 1)
            self.known[key] = None if low is None or high is None else (low, high)
        return self.known[key]

    def _greedy(self, units: list, rest: int, counts: int, end: int) -> int | None:
        used: dict[int, int] = {}
        total = 0
        for unit in units:
            take = rest
            for j in unit[2]:
                free = self.groups[j].high - (counts >> _COUNT_BITS * j & _COUNT) - used.get(j, 0)
                take = min(take, free)
            for j in unit[2]:
                used[j] = used.get(j, 0) + take
            total += take * unit[end]
            rest -= take
            if rest == 0:
                return total
        return None


def _nested(groups: list[Group]) -> set[int]:
    """Return groups whose ages, two by two, are apart or one within the other; narrow ones first."""
    chosen: list[int] = []
    for i in sorted(range(len(groups)), key=lambda i: groups[i].ages[1] - groups[i].ages[0]):
        low, high = groups[i].ages
        if all(
            high < groups[j].ages[0]
            or groups[j].ages[1] < low
            or (low <= groups[j].ages[0] and groups[j].ages[1] <= high)
            for j in chosen
        ):
            chosen.append(i)
    return set(chosen)

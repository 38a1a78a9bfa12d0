"""Totals -> groups and boxes: the form in which blocks are counted (see `recon_count`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from privlessons.blocks import MOST_PEOPLE, Schema, Total
from privlessons.records import PlainError

Interval = tuple[Fraction, Fraction]


class ImpossibleError(Exception):
    """Two totals contradict each other: no block fits."""


@dataclass
class Group:
    """The people of some cells (indices into ``Schema.cells``) and ages, and what is known about them.

    ``window`` are the ages between which the two in the middle lie, ``twice`` the bounds of their sum.
    """

    cells: frozenset[int]
    ages: tuple[int, int]
    low: int = 0
    high: int | None = None
    mean: Interval | None = None
    median: Interval | None = None
    window: tuple[int, int] = (0, 0)
    twice: tuple[int, int] = (0, 0)

    def clip(self, low: int, high: int | None) -> None:
        """Take in one more count."""
        self.low = max(self.low, low)
        self.high = high if self.high is None else self.high if high is None else min(self.high, high)
        if self.high is not None and self.low > self.high:
            raise ImpossibleError

    @property
    def fixed(self) -> bool:
        """Whether the number of its people is known."""
        return self.low == self.high


@dataclass
class Box:
    """The people of one cell with ages ``low`` to ``high``, between which no total tells a difference.

    ``spelled`` boxes list each age, since a median may lie inside; the others only count.
    """

    cell: int
    low: int
    high: int
    spelled: bool = False
    groups: list[int] = field(default_factory=list)


def _overlap(one: Interval | None, other: Interval) -> Interval:
    made = other if one is None else (max(one[0], other[0]), min(one[1], other[1]))
    if made[0] > made[1]:
        raise ImpossibleError
    return made


def read_totals(totals: Iterable[Total], schema: Schema) -> list[Group]:
    """Return one group for each ``who`` of the totals, with all that is told about it.

    Raises `ImpossibleError` where totals contradict each other, ``PlainError`` for an unknown attribute.
    """
    found: dict[tuple, Group] = {}

    def group(cells, ages) -> Group:
        return found.setdefault((cells, ages), Group(cells, ages))

    for total in totals:
        one = group(*_who(total, schema))
        if total.what == "count":
            one.clip(max(0, ceil(total.low)), floor(total.high))
        elif total.what == "mean age":
            one.mean = _overlap(one.mean, (total.low, total.high))
        else:
            one.median = _overlap(one.median, (total.low, total.high))
    for one in found.values():
        if one.mean or one.median:
            one.clip(1, None)
    _bound(list(found.values()), schema)
    for one in found.values():
        if one.mean:
            one.mean = _reached(one.mean, one.high)
    for one in list(found.values()):
        if one.median:
            _plainer(one, group, found)
    return list(found.values())


def _who(total: Total, schema: Schema) -> tuple[frozenset[int], tuple[int, int]]:
    names = list(schema.attributes)
    for name, value in total.who.items():
        if name != "age" and value not in schema.attributes.get(name, ()):
            raise PlainError(f"A total is about people with {name} = {value}, and nobody can have that.")
    ages = tuple(total.who.get("age", schema.ages))
    ages = (max(ages[0], schema.ages[0]), min(ages[1], schema.ages[1]))
    cells = frozenset(
        i
        for i, cell in enumerate(schema.cells)
        if all(cell[names.index(k)] == v for k, v in total.who.items() if k != "age")
    )
    return cells, ages


def _bound(groups: list[Group], schema: Schema) -> None:
    """Give every group a largest number: that of a group around it, or of parts that make it up."""
    for one in groups:
        around = [g.high for g in groups if g.high is not None and _within(one, g)]
        if around:
            one.high = min(around)
    for (
        one
    ) in groups:  # the sum of parts: those that differ in cells only, then those that differ in age only
        for parts in _partitions(one, groups):
            if all(p.high is not None for p in parts):
                one.clip(sum(p.low for p in parts), sum(p.high for p in parts))
    everybody = set(range(len(schema.cells)))
    for cell in everybody:
        reach = [g.ages for g in groups if cell in g.cells and g.high is not None]
        covered = {age for low, high in reach for age in range(low, high + 1)}
        if len(covered) < schema.ages[1] - schema.ages[0] + 1:
            raise PlainError("These totals don't say how many people there are. Add their number.")
    for one in groups:
        one.high = MOST_PEOPLE if one.high is None else one.high


def _reached(mean: Interval, most: int) -> Interval:
    """Return the smallest and the largest mean within bounds that up to ``most`` people can have.

    So the numbers stay small: a solver that reckons with rounded numbers goes wrong with large ones.
    """
    low = min(Fraction(ceil(mean[0] * n), n) for n in range(1, most + 1))
    high = max(Fraction(floor(mean[1] * n), n) for n in range(1, most + 1))
    return _overlap((low, high), mean)


def _within(inner: Group, outer: Group) -> bool:
    return inner.cells <= outer.cells and outer.ages[0] <= inner.ages[0] and inner.ages[1] <= outer.ages[1]


def _partitions(one: Group, groups: list[Group]) -> Iterable[list[Group]]:
    """Yield sets of other groups that make up ``one`` exactly: cells side by side, or ages end to end."""
    same_ages = [g for g in groups if g is not one and g.ages == one.ages and g.cells < one.cells]
    for size in {len(g.cells) for g in same_ages}:
        parts, seen = [], set()
        for g in same_ages:
            if len(g.cells) == size and not g.cells & seen:
                parts.append(g)
                seen |= g.cells
        if seen == one.cells:
            yield parts
    bands = sorted((g for g in groups if g is not one and g.cells == one.cells), key=lambda g: g.ages)
    parts, at = [], one.ages[0]
    for g in bands:
        if g.ages[0] == at and g.ages != one.ages:
            parts.append(g)
            at = g.ages[1] + 1
    if parts and at == one.ages[1] + 1:
        yield parts


def _plainer(one: Group, group, found: dict) -> None:
    """Say a median by counts or by a sum, where that is possible; else find where the middle can lie."""
    (low, high), (youngest, oldest) = one.median, one.ages
    if one.fixed and one.low % 2:  # of an odd number, half are no older and half no younger
        half, from_, to = one.low // 2, ceil(low), floor(high)
        one.median = None
        if from_ > to or to < youngest or from_ > oldest:
            raise ImpossibleError
        if from_ > youngest:
            group(one.cells, (youngest, from_ - 1)).clip(0, half)
        if to < oldest:
            group(one.cells, (to + 1, oldest)).clip(0, half)
    elif one.fixed and one.low == 2:  # of two, the middle is the mean
        one.mean, one.median = _overlap(one.mean, (low, high)), None
    else:
        from_, to = max(youngest, ceil(2 * low) - oldest), min(oldest, floor(2 * high) - youngest)
        half, least, most, at = one.low // 2, 0, 0, youngest
        bands = sorted(
            (g for g in found.values() if g.cells == one.cells and g.ages != one.ages and g.high is not None),
            key=lambda g: g.ages,
        )
        for band in bands if one.fixed else ():  # bands tell between which ages the two in the middle lie
            if band.ages[0] < at:
                continue
            if band.ages[0] > at:
                break
            at = band.ages[1] + 1
            if least >= half + 1:
                to = min(to, band.ages[0] - 1)
            least, most = least + band.low, most + band.high
            if most < half:
                from_ = max(from_, at)
        one.window, one.twice = (from_, to), (ceil(2 * low), floor(2 * high))
        if from_ > to:
            raise ImpossibleError


def lay_out(groups: list[Group], schema: Schema) -> list[Box]:
    """Return the boxes in the order in which they are filled, each with the groups that it counts for.

    Cells that the same means and medians are about stand together, by age; so what must be remembered while
    counting stays small.
    """
    about = [g for g in groups if g.mean or g.median]
    kinds: dict[tuple, list[int]] = {}
    for cell in range(len(schema.cells)):
        kinds.setdefault(tuple(cell in g.cells for g in about), []).append(cell)
    boxes = []
    for cells in kinds.values():
        edges = {schema.ages[0], schema.ages[1] + 1}
        for g in groups:
            if g.cells & set(cells):
                edges |= {g.ages[0], g.ages[1] + 1}
                if g.median:
                    edges |= {g.window[0], g.window[1] + 1}
        edges = sorted(e for e in edges if schema.ages[0] <= e <= schema.ages[1] + 1)
        for low, end in pairwise(edges):
            for cell in cells:
                box = Box(cell, low, end - 1)
                box.groups = [
                    i
                    for i, g in enumerate(groups)
                    if cell in g.cells and g.ages[0] <= low and end - 1 <= g.ages[1]
                ]
                box.spelled = any(
                    groups[i].median and groups[i].window[0] <= low and end - 1 <= groups[i].window[1]
                    for i in box.groups
                )
                boxes.append(box)
    return boxes

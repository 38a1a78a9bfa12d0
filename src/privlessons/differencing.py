"""Two totals of nearly the same people: what their difference gives away about those who came in between.

Differencing is the oldest attack on statistics (Denning, Denning and Schwartz, 1979, call its planned form a
tracker). Nothing is guessed: the two published averages bound the sum of the newcomers.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from privlessons.records import PlainError

MIKA = 640
"""Pounds that Mika earned in April, as she says in one of her chats."""
MEMBERS = (980, 1450, 760, 2210, 1120, 1640, 890, 1905, 1330, 717, 1100)
"""Pounds that the other members of the guild earned in April. Invented."""
MOST = 4_000
"""Nobody in the guild earns more than this in a month."""


@dataclass(frozen=True, slots=True)
class Average:
    """A published average of so many ``people``: the true one lies from ``low`` up to ``high``.

    ``shown`` is the printed number. Amounts are in pounds.
    """

    people: int
    shown: Fraction
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Difference:
    """What two averages tell about the ``people`` who came in between.

    Together they have from ``low`` to ``high`` pounds. Any one of them has from ``one_low`` to ``one_high``.
    """

    people: int
    low: Fraction
    high: Fraction
    one_low: Fraction
    one_high: Fraction


def members(many: int, rng: random.Random) -> tuple[int, ...]:
    """Return what ``many`` members earned, in pounds: the eleven of the guild first, then invented ones."""
    more = (min(MOST, max(80, round(rng.lognormvariate(7.05, 0.42)))) for _ in range(many - len(MEMBERS)))
    return (*MEMBERS, *more)[:many]


def average(amounts: Sequence[int], step: Fraction | str = "0.01") -> Average:
    """Return the average as it is printed, rounded to the nearest multiple of ``step`` pounds (a half up)."""
    if not amounts:
        raise PlainError("An average needs at least one person.")
    step = Fraction(step)
    shown = floor(Fraction(sum(amounts), len(amounts)) / step + Fraction(1, 2)) * step
    return Average(len(amounts), shown, shown - step / 2, shown + step / 2)


def difference(before: Average, after: Average, most: int = MOST) -> Difference:
    """Return what follows for those who joined between two averages, if nobody has more than ``most``."""
    joined = after.people - before.people
    if joined < 1:
        raise PlainError("The second average must be of more people than the first.")
    low = after.people * after.low - before.people * before.high
    high = after.people * after.high - before.people * before.low
    low, high = max(Fraction(0), low), min(Fraction(joined * most), high)
    return Difference(
        joined, low, high, max(Fraction(0), low - (joined - 1) * most), min(Fraction(most), high)
    )

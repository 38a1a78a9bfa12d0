"""A block: a few people with an age and a few attributes, and the totals that are published about them.

A block is a collection of people without names and without order: the same people listed in another order
are the same block. A person is a tuple ``(age, value, value, …)``, one value for each attribute.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from privlessons.records import PlainError

Person = tuple
"""``(age in whole years, value of the first attribute, value of the second, …)``."""

WHATS = ("count", "mean age", "median age")
MOST_PEOPLE = 60
"""More people than this are refused: a block is small, and counting blocks of hundreds would not end."""
BANDS = ((0, 15), (16, 29), (30, 44), (45, 64), (65, 99))
"""The age bands of the standard tables: whole years, both ends included."""


@dataclass(frozen=True)
class Schema:
    """Which people there could be: ages from ``ages[0]`` to ``ages[1]``, and each attribute's values."""

    ages: tuple[int, int] = (0, 99)
    attributes: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: {"sex": ("f", "m"), "born abroad": ("no", "yes")}
    )

    def __post_init__(self):
        low, high = self.ages
        if not (isinstance(low, int) and isinstance(high, int) and 0 <= low <= high <= 130):
            raise PlainError(f"Ages must go from a whole number to a larger one up to 130, not {self.ages}.")
        for name, values in self.attributes.items():
            if name == "age" or not values or len(set(values)) != len(values):
                raise PlainError(f"The attribute “{name}” needs a name other than age, and different values.")

    @property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """All combinations of the attributes' values, the first attribute changing slowest."""
        made: list[tuple[str, ...]] = [()]
        for values in self.attributes.values():
            made = [(*cell, value) for cell in made for value in values]
        return tuple(made)


@dataclass(frozen=True)
class Total:
    """One published number about one group: it lies from ``low`` to ``high``, both included.

    ``what`` is "count", "mean age" or "median age" (of an even number of people: the mean of the two in the
    middle). ``who`` says which people, as a mapping: ``{"sex": "f", "age": (30, 44)}``; empty for all. An
    exact number has ``low == high``; without ``high`` it is exact. A mean or a median says that the group is
    not empty.
    """

    what: str
    who: Mapping[str, object]
    low: Fraction
    high: Fraction | None = None

    def __post_init__(self):
        object.__setattr__(self, "who", dict(self.who))
        object.__setattr__(self, "low", exact(self.low))
        object.__setattr__(self, "high", self.low if self.high is None else exact(self.high))
        if self.what not in WHATS:
            raise PlainError(f"A total is one of {', '.join(WHATS)}, not {self.what!r}.")
        if self.low > self.high:
            raise PlainError(f"This total goes from {self.low} to {self.high}: swap the two.")


def exact(number) -> Fraction:
    """Return a number as the fraction that it was written as: 34.3 is 343/10."""
    try:
        return number if isinstance(number, Fraction) else Fraction(str(number))
    except (ValueError, ZeroDivisionError):
        raise PlainError(f"A total must be a number; {number!r} is none.") from None


def fits_group(person: Person, who: Mapping[str, object], schema: Schema) -> bool:
    """Whether a person belongs to the group that ``who`` describes."""
    values = dict(zip(schema.attributes, person[1:], strict=True))
    low, high = who.get("age", schema.ages)
    return low <= person[0] <= high and all(values[k] == v for k, v in who.items() if k != "age")


def median(ages: Sequence[int]) -> Fraction:
    """Return the age in the middle; of an even number of people, the mean of the two in the middle."""
    ages = sorted(ages)
    return Fraction(ages[(len(ages) - 1) // 2] + ages[len(ages) // 2], 2)


def read_block(rows: Iterable, schema: Schema | None = None) -> tuple[Person, ...]:
    """Return a block from rows: tuples as `Person`, mappings, or a pandas DataFrame with named columns.

    Raises ``PlainError`` with the row's number (from 1) for whatever cannot be used.
    """
    schema = schema or Schema()
    if hasattr(rows, "to_dict"):
        if not rows.columns.is_unique:
            raise PlainError("Two columns have the same name. Rename one of them.")
        if len(rows) > MOST_PEOPLE:
            raise PlainError(f"{len(rows):,} rows are too many: a block has at most {MOST_PEOPLE} people.")
        rows = rows.to_dict("records")
    block = []
    for number, row in enumerate(rows, 1):
        if number > MOST_PEOPLE:
            raise PlainError(f"These are too many people: a block has at most {MOST_PEOPLE}.")
        block.append(_person(row, number, schema))
    return tuple(sorted(block, key=lambda person: place(person, schema)))


def _person(row, number: int, schema: Schema) -> Person:
    names = ("age", *schema.attributes)
    if isinstance(row, Mapping):
        if missing := [name for name in names if name not in row]:
            raise PlainError(f"Person {number}: the column “{missing[0]}” is missing.")
        row = tuple(row[name] for name in names)
    if len(row) != len(names):
        raise PlainError(f"Person {number} needs {len(names)} values ({', '.join(names)}), not {len(row)}.")
    age, *values = row
    if age is None or age != age or age == "":  # NaN differs from itself
        raise PlainError(f"Person {number}: the age is missing. Write a whole number, such as 34.")
    try:
        whole = int(age)
        fits = whole == float(age) and schema.ages[0] <= whole <= schema.ages[1]
    except (TypeError, ValueError, OverflowError):
        fits = False
    if not fits:
        low, high = schema.ages
        raise PlainError(f"Person {number}: the age must be a whole number from {low} to {high}, not {age}.")
    for (name, allowed), value in zip(schema.attributes.items(), values, strict=True):
        if value not in allowed:
            raise PlainError(f"Person {number}: “{name}” must be {' or '.join(allowed)}, not {value}.")
    return (whole, *values)


def place(person: Person, schema: Schema) -> tuple:
    """Return what people are sorted by: the first attribute, then the age, then the other attributes."""
    ranks = [vs.index(v) for vs, v in zip(schema.attributes.values(), person[1:], strict=True)]
    return (ranks[0] if ranks else 0, person[0], *ranks[1:])

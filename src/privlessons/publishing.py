"""What a statistics office publishes about a block: standard tables, rounded or with small numbers hidden.

Rounding is to the nearest multiple (a half goes up). Hiding replaces every count from 1 to ``hide_below - 1``
by a dash, and leaves out means and medians of so small groups. What a reader can still be sure of is an
interval: `Total`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import floor

from privlessons.blocks import BANDS, MOST_PEOPLE, Person, Schema, Total, fits_group, median, read_block
from privlessons.records import PlainError

_JUST_BELOW = Fraction(1, 10**6)
"""Means of up to 60 ages lie at least 1/60 apart or on the same spot, so this keeps a half-open end out."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: ``what`` it tells for each combination of ``by`` (attributes, or "age" for the bands)."""

    name: str
    by: tuple[str, ...] = ()
    what: tuple[str, ...] = ("count",)


AVERAGES = ("mean age", "median age")
STANDARD = (
    Table("How many people"),
    Table("By sex", ("sex",)),
    Table("By age band", ("age",)),
    Table("By place of birth", ("born abroad",)),
    Table("Sex by age band", ("sex", "age")),
    Table("Place of birth by age band", ("born abroad", "age")),
    Table("Sex by place of birth", ("sex", "born abroad")),
    Table("Average age", (), AVERAGES),
    Table("Average age by sex", ("sex",), AVERAGES),
    Table("Average age by place of birth", ("born abroad",), AVERAGES),
    Table("Average age by sex and place of birth", ("sex", "born abroad"), AVERAGES),
)
"""The standard tables, from the most harmless to the most detailed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a table as it is printed (``shown``), and what it tells a reader for sure."""

    what: str
    who: dict
    shown: str
    tells: tuple[Total, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """Published tables of a block: each table's entries in order, and all `totals` that a reader learns."""

    tables: tuple[tuple[Table, tuple[Entry, ...]], ...]
    schema: Schema

    @property
    def totals(self) -> tuple[Total, ...]:
        """Everything that the tables tell for sure."""
        return tuple(total for _, entries in self.tables for entry in entries for total in entry.tells)

    @property
    def numbers(self) -> int:
        """How many numbers are printed."""
        return sum(e.shown != "–" for _, entries in self.tables for e in entries)


def publish(
    people: Iterable[Person],
    tables: Sequence[Table | str] = STANDARD,
    *,
    rounding: int = 1,
    hide_below: int = 0,
    schema: Schema | None = None,
    bands: Sequence[tuple[int, int]] = BANDS,
) -> Publication:
    """Return what is published about a block of people.

    ``tables`` are `Table` records or names of standard ones. ``rounding`` 1 prints counts as they are, means
    to one decimal and medians exactly; with 3 or 5 counts are rounded to multiples of it, means and medians
    to whole years, and groups of fewer people get neither. ``hide_below`` 3 prints a dash for counts of 1 and
    2. Raises ``PlainError`` for people or
    tables that cannot be used.
    """
    schema = schema or Schema()
    block = read_block(people, schema)
    if rounding < 1 or hide_below < 0:
        raise PlainError("Rounding must be 1 or more, and the smallest number shown 0 or more.")
    named = {table.name: table for table in STANDARD}
    made = []
    for wanted in tables:
        table = named.get(wanted, wanted)
        if not isinstance(table, Table):
            raise PlainError(f"There is no standard table “{table}”. There are: {', '.join(named)}.")
        if strange := set(table.by) - {"age", *schema.attributes}:
            raise PlainError(f"The table “{table.name}” asks for {strange.pop()}, which nobody has.")
        entries = []
        for values in product(*(bands if b == "age" else schema.attributes[b] for b in table.by)):
            who = dict(zip(table.by, values, strict=True))
            ages = [person[0] for person in block if fits_group(person, who, schema)]
            entries += [_entry(what, who, ages, rounding, hide_below) for what in table.what]
        made.append((table, tuple(entries)))
    return Publication(tuple(made), schema)


def _entry(what: str, who: dict, ages: list[int], rounding: int, hide_below: int) -> Entry:
    many = len(ages)
    if what == "count":
        if 0 < many < hide_below:
            return Entry(what, who, "–", (Total(what, who, 1, hide_below - 1),))
        shown = _nearest(many, rounding)
        # All true numbers that would have been printed like this.
        could = [
            n
            for n in range(max(0, shown - rounding), shown + rounding + 1)
            if _nearest(n, rounding) == shown and not 0 < n < hide_below
        ]
        return Entry(what, who, str(shown), (Total(what, who, min(could), max(could)),))
    fewest = max(1, hide_below, rounding)
    if many < fewest:  # a dash tells, too: there are few, or none
        return Entry(what, who, "–", (Total("count", who, 0, fewest - 1),))
    enough = Total("count", who, fewest, MOST_PEOPLE)
    true = Fraction(sum(ages), many) if what == "mean age" else median(ages)
    if what == "median age" and rounding == 1:
        return Entry(what, who, f"{float(true):g}", (Total(what, who, true), enough))
    step = Fraction(1, 10) if rounding == 1 else Fraction(1)
    shown = floor(true / step + Fraction(1, 2)) * step
    words = f"{float(shown):.1f}" if rounding == 1 else str(shown)
    told = Total(what, who, shown - step / 2, shown + step / 2 - _JUST_BELOW)
    return Entry(what, who, words, (told, enough))


def _nearest(many: int, rounding: int) -> int:
    return floor(Fraction(many, rounding) + Fraction(1, 2)) * rounding

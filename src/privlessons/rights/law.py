"""What the law gives where: the dated rows of data/facts/rights.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache

from privlessons.facts import Conflict, Weak, conflict_of, weak_of
from privlessons.home import home
from privlessons.records import PlainError

UNITS = ("months", "days", "working days", "at once")
ROLLS = ("next working day", "unsure", "no", "california")


@dataclass(frozen=True, slots=True)
class Rule:
    """A span of ``value`` ``unit``s from the start; ``roll`` says what a day off at its end does to it.

    "unsure" means that nobody could tell us, so both days are defensible.
    """

    value: int
    unit: str
    roll: str


@dataclass(frozen=True, slots=True)
class More:
    """The longest time after an extension, ``value`` ``unit``s in one step from the start, and ``when``."""

    value: int
    unit: str
    when: str


@dataclass(frozen=True, slots=True)
class Right:
    """One right of one place, or one duty of firms; ``rule`` None where no number of days was found.

    ``kinds`` are the requests that it answers. ``source_date`` is as exact as the source ("2026", "2026-07",
    "2026-07-08"), or None. Before ``show_from`` it is not shown; it counts for requests that arrive from
    ``applies_from`` on. ``kind`` is "official", "secondary" or "memory"; the last is never shown.
    """

    id: str
    title: str
    kinds: tuple[str, ...]
    basis: str
    rule: Rule | None
    more: More | None
    clock: str
    may_refuse: str
    source: str
    source_date: str | None
    seen: date
    kind: str
    check_by: date
    show: bool
    show_from: date | None
    applies_from: date | None
    weak_parts: tuple[Weak, ...]
    conflict: Conflict | None

    def stale(self, today: date) -> bool:
        """Whether the row is past its check-by date."""
        return today > self.check_by

    def shown(self, today: date) -> bool:
        """Whether a learner may see it on this day."""
        by_now = self.show or (self.show_from is not None and today >= self.show_from)
        return by_now and self.kind != "memory"


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place's law: its ``rights``, and to whom one complains.

    ``complain_to`` says so with the order to keep, ``authority`` is whom a letter greets, or "". ``note`` is
    a caution, or "".
    """

    id: str
    name: str
    law: str
    complain_to: str
    authority: str
    note: str
    rights: tuple[Right, ...]

    def answers(self, kind: str, today: date) -> Right | None:
        """Return the right that answers this kind of request here on this day, or None."""
        return next((r for r in self.rights if kind in r.kinds and r.shown(today)), None)


@cache
def load_rights() -> dict[str, Jurisdiction]:
    """Return all places of data/facts/rights.json by their ids."""
    places = json.loads((home() / "data" / "facts" / "rights.json").read_text("utf-8"))
    return {place["id"]: _jurisdiction(place) for place in places}


def _jurisdiction(place: dict) -> Jurisdiction:
    try:
        return Jurisdiction(**{**place, "rights": tuple(_right(row) for row in place["rights"])})
    except (KeyError, TypeError, ValueError) as error:
        raise PlainError(f"A row of data/facts/rights.json is not a right: {error}.") from None


def _right(row: dict) -> Right:
    rule, more = row["rule"], row["more"]
    made = Rule(**rule) if rule else None
    if made and (made.unit not in UNITS or made.roll not in ROLLS):
        raise ValueError(f"{row['id']} has a rule that nobody can count")
    return Right(
        **{
            **row,
            "kinds": tuple(row["kinds"]),
            "rule": made,
            "more": More(**more) if more else None,
            **{key: date.fromisoformat(row[key]) for key in ("seen", "check_by")},
            **{key: _maybe(row[key]) for key in ("show_from", "applies_from")},
            "weak_parts": weak_of(row),
            "conflict": conflict_of(row),
        }
    )


def _maybe(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

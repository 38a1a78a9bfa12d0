"""Facts about real providers: dated rows with their source, which go stale visibly."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from privlessons.home import home
from privlessons.records import PlainError


@dataclass(frozen=True, slots=True)
class Fact:
    """One control of one service. ``where`` lists the clicks in order; ``kind`` is "official" or "secondary".

    ``source_date`` is the date of the source, None where it bears none; ``seen`` is when we read it;
    after ``check_by`` the row may be out of date.
    """

    id: str
    provider: str
    product: str
    topic: str
    control: str
    where: tuple[str, ...]
    does: str
    does_not: str
    url: str
    source: str
    source_date: date | None
    seen: date
    kind: str
    region: str
    check_by: date

    def stale(self, today: date) -> bool:
        """Whether the row is past its check-by date."""
        return today > self.check_by


def load_facts(topic: str | None = None) -> tuple[Fact, ...]:
    """Return the rows of data/facts/providers.json, or those of one topic ("export", "training")."""
    rows = json.loads((home() / "data" / "facts" / "providers.json").read_text("utf-8"))
    facts = tuple(_fact(number, row) for number, row in enumerate(rows, 1))
    return tuple(f for f in facts if topic in (None, f.topic))


def _fact(number: int, row: dict) -> Fact:
    try:
        dates = {key: date.fromisoformat(row[key]) for key in ("seen", "check_by")}
        dates["source_date"] = row["source_date"] and date.fromisoformat(row["source_date"])
        return Fact(**{**row, **dates, "where": tuple(row["where"])})
    except (KeyError, TypeError, ValueError) as error:
        raise PlainError(f"Row {number} of data/facts/providers.json is not a fact: {error}.") from None

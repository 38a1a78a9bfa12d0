"""Where training data comes from, who owns an output, and what sound can prove: dated rows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from privlessons.home import home
from privlessons.records import PlainError

QUESTIONS = {
    "training": "May they learn from it?",
    "output": "Who owns what comes out?",
    "sound": "Can “sounds like AI” be proved?",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What somebody said on one of the `QUESTIONS`, and what it leaves open.

    ``date`` is the day it was said, None where the source bears none; ``seen`` is when we read it. ``kind``
    holds "secondary" where we read it in somebody's summary. After ``check_by`` it may be out of date.
    """

    id: str
    question: str
    says: str
    open: str
    who: str
    region: str
    source: str
    url: str
    date: date | None
    seen: date
    kind: str
    check_by: date

    def stale(self, today: date) -> bool:
        """Whether the row is past its check-by date."""
        return today > self.check_by


def load_rulings(question: str | None = None) -> tuple[Ruling, ...]:
    """Return the rows of data/facts/copying.json, or those on one of the `QUESTIONS`."""
    rows = json.loads((home() / "data" / "facts" / "copying.json").read_text("utf-8"))
    rulings = tuple(_ruling(number, row) for number, row in enumerate(rows, 1))
    return tuple(r for r in rulings if question in (None, r.question))


def _ruling(number: int, row: dict) -> Ruling:
    try:
        dates = {key: date.fromisoformat(row[key]) for key in ("seen", "check_by")}
        dates["date"] = row["date"] and date.fromisoformat(row["date"])
        QUESTIONS[row["question"]]  # KeyError for a question that nobody can pick
        return Ruling(**{**row, **dates})
    except (KeyError, TypeError, ValueError) as error:
        raise PlainError(f"Row {number} of data/facts/copying.json is not a fact: {error}.") from None

"""Published shares of people who are one of a kind, and the one line of arithmetic behind such figures."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import date

from privlessons.home import home

DATES = {"day": 36_500, "month": 1_200, "year": 100}
"""How many birth dates there are in a hundred years, by how exactly they are known."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure: ``share`` in 100 ``of`` whom are one of a kind; ``says`` who published it.

    ``source`` is the work and where it was seen, on the day ``seen``; ``caution`` goes wherever it is quoted.
    """

    id: str
    share: int
    of: str
    says: str
    source: str
    seen: date
    caution: str


def load_figures() -> tuple[Figure, ...]:
    """Return the figures of data/facts/uniqueness.json, the largest first."""
    rows = json.loads((home() / "data" / "facts" / "uniqueness.json").read_text("utf-8"))
    found = (Figure(**{**row, "seen": date.fromisoformat(row["seen"])}) for row in rows)
    return tuple(sorted(found, key=lambda figure: -figure.share))


def share_alone(people: int, dates: int) -> float:
    """Return how likely one of ``people`` is to share a birth date with none of the others, from 0 to 1.

    ``people`` live in one postcode area and have one sex; each of ``dates`` birth dates is as likely as any
    other. The line is e^(-(people - 1) / dates); with 5,000 and 36,500 it gives the 87 in 100 of Sweeney
    (2000), as B. Hayes showed (American Scientist, 2014).
    """
    return math.exp(-(people - 1) / dates)


def people_for(share: float, dates: int) -> int:
    """Return how many people must share the other facts for a ``share`` (above 0, to 1) to be alone."""
    return round(1 - dates * math.log(share))

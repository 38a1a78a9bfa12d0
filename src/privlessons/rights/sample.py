"""Mika's list of requests: invented, for looking at a list before one has one's own."""

from __future__ import annotations

from datetime import date, timedelta

from privlessons.rights.requests import Request

SHAPES = (
    ("access", 75, None, ""),
    ("objection", 10, None, ""),
    ("erasure", 40, 12, "part"),
    ("withdrawal", 3, None, ""),
)
"""Kind, days since it arrived, days since they answered, and how."""


def mikas_requests(today: date) -> tuple[Request, ...]:
    """Return four requests of Mika's to Lumenly, the invented company, as they would stand on ``today``."""
    made = []
    for number, (kind, ago, answered, outcome) in enumerate(SHAPES, 1):
        on = today - timedelta(ago)
        answer = today - timedelta(answered) if answered else None
        made.append(
            Request(number, kind, "Lumenly", "IE", on, sent=on, received=on, answered=answer, outcome=outcome)
        )
    return tuple(made)

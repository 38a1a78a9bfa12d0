"""How the company answers requests: two trees of replies to choose from, and what the law says to each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache

from privlessons.home import home
from privlessons.records import PlainError


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply that the customer can send: where it leads ``to``, how many ``days`` later the answer comes.

    ``does`` is "passport" where it hands one over. ``law`` names a `Rule`; ``comment`` says what the reply
    was worth, in a box of the ``look`` "right", "caution" or "wrong".
    """

    text: str
    to: str
    days: int
    does: str
    law: str
    look: str
    comment: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the company ``says``, the ``trick`` in it ("" if none), and what it ``does``.

    ``does`` is "part" or "whole" (an export), "close" or "erase", or "". Without replies the talk is over.
    """

    name: str
    says: str
    trick: str
    does: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a law says, in our words, and its article; after ``check_by`` it may be out of date."""

    id: str
    says: str
    basis: str
    region: str
    source: str
    kind: str
    seen: date
    check_by: date

    def stale(self, today: date) -> bool:
        """Whether the row is past its check-by date."""
        return today > self.check_by


@cache
def talk(kind: str) -> dict[str, Answer]:
    """Return the answers of one kind of talk ("access" or "erasure") by name, the first one first."""
    told = json.loads((home() / "data" / "company" / "talks.json").read_text("utf-8"))
    if kind not in told:
        raise PlainError(f"There are talks about {' and '.join(told)}, and none about {kind!r}.")
    return {
        name: Answer(
            name,
            node["says"],
            node["trick"],
            node.get("does", ""),
            tuple(Reply(**reply) for reply in node["replies"]),
        )
        for name, node in told[kind].items()
    }


def first(kind: str) -> Answer:
    """Return the company's first answer to a request."""
    return next(iter(talk(kind).values()))


@cache
def rules() -> dict[str, Rule]:
    """Return the rules of data/facts/rehearsal.json by their id."""
    rows = json.loads((home() / "data" / "facts" / "rehearsal.json").read_text("utf-8"))
    try:
        dated = [
            {**row, **{key: date.fromisoformat(row[key]) for key in ("seen", "check_by")}} for row in rows
        ]
        return {row["id"]: Rule(**row) for row in dated}
    except (KeyError, TypeError, ValueError) as error:
        raise PlainError(f"A row of data/facts/rehearsal.json is not a rule: {error}.") from None

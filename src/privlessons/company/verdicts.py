"""What one may expect of each place after opting out and after deleting, held against what happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from privlessons.company.rows import Change
from privlessons.company.schema import PLACES

NOW, LATER, STAYS, OTHER = "done", "later", "stays", "other"
HOPED = {"training", "review", "contractor"}
"""Places that most people think of when they opt out of training."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to say of one place: ``kind`` is "new", "done", "later", "stays", "other" or "" (nothing to say).

    "stays" is what a customer would expect to go and did not, "other" what her wish was not about.
    """

    kind: str
    words: str


# After opting out: what the switch does not reach. The switch itself is a change in the account.
OPTED_OUT = {
    "training": "Copied before. It stays.",
    "memory": "Another switch.",
    "adverts": "Another switch.",
    "review": "Already in the queue.",
    "contractor": "Already sent.",
    "links": "Open to all who have the link.",
    "apps": "Another switch.",
    "feedback": "A thumb counts as a yes.",
}
CLOSED = {
    "links": "Still open to all who have the link.",
    "apps": "The app may still knock.",
    "feedback": "Still there, with the chat.",
    "review": "Still there, under no name.",
    "contractor": "Nobody told them.",
    "adverts": "Still there, under a number.",
    "logs": "Still there.",
    "training": "The next model learns from it, too.",
    "backups": "Runs out by itself, in up to 90 days.",
    "passport": "Still there.",
    "register": "One line that she asked.",
}
ERASED = {
    "contractor": "Told to delete. Two weeks at most.",
    "backups": "Runs out by itself, in up to 90 days.",
}
DEEDS = {"opt-out": OPTED_OUT, "close": CLOSED, "erase": ERASED}
WAITS = {"backups", "register"}
"""Places that may keep rows for a while, or must, when all else should be gone."""


def judge(deed: str, changes: Mapping[str, tuple[Change, ...]]) -> dict[str, Verdict]:
    """Return a verdict for each place after a deed: "chat", "opt-out", "close", "erase" or "wait"."""
    return {place.key: _judge(deed, place.key, changes[place.key]) for place in PLACES}


def _judge(deed: str, place: str, changes: tuple[Change, ...]) -> Verdict:
    left = sum(change.after is not None for change in changes)
    gone = sum(change.kind == "gone" for change in changes)
    new = sum(change.kind == "new" for change in changes)
    if deed == "opt-out" and place == "account":
        return Verdict(NOW, "The switch is off.")
    if deed == "opt-out" and left and place in OPTED_OUT:
        return Verdict(STAYS if place in HOPED else OTHER, OPTED_OUT[place])
    if deed in ("close", "erase"):
        if not left:
            return Verdict(NOW, "Gone.") if gone else Verdict("", "")
        return Verdict(
            LATER if place in WAITS or deed == "erase" else STAYS, DEEDS[deed].get(place, "Still there.")
        )
    if new:
        return Verdict("new", f"{new} new, {gone} gone" if gone else f"{new} new")
    return Verdict(NOW, "Gone.") if gone and not left else Verdict("", f"{gone} gone" if gone else "")


def places_left(changes: Mapping[str, tuple[Change, ...]]) -> tuple[str, ...]:
    """Return the labels of the places where rows are left, in order."""
    return tuple(p.label for p in PLACES if any(c.after is not None for c in changes[p.key]))

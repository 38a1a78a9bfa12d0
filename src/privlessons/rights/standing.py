"""Is it a right here, or only a request? Each kind of letter at each place, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from privlessons.records import PlainError
from privlessons.rights.law import Jurisdiction, Right, Rule, load_rights
from privlessons.rights.places import Place

KINDS = {
    "access": "Get a copy of my data",
    "erasure": "Have my data erased",
    "objection": "Stop AI training on my data",
    "correction": "Have something wrong put right",
    "withdrawal": "Take back my consent",
    "complaint": "Complain",
}
"""The kinds of letter, and what each is for."""
A_RIGHT, A_REQUEST = "a right here", "only a request"
WORDS = {1: "one", 2: "two", 3: "three", 30: "thirty"}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a ``kind`` of letter stands at a ``place``: its ``mark``, and ``why`` in plain sentences.

    ``clock`` and ``may_refuse`` say how long they have and when they may say no, "" for a request. ``right``
    is the row that it rests on, None for a request; ``law`` the place's law, None where we know
    none. ``span`` is the time that they have in words ("one month", "45 days", "at once"), "" where none is
    known.
    """

    kind: str
    place: Place
    mark: str
    why: str
    clock: str
    may_refuse: str
    right: Right | None
    law: Jurisdiction | None
    span: str

    @property
    def is_right(self) -> bool:
        """Whether it is a right here."""
        return self.right is not None


def standing(kind: str, place: Place, today: date) -> Standing:
    """Say how one of the `KINDS` stands at a place on a day."""
    if kind not in KINDS:
        raise PlainError(f"There is no letter called “{kind[:30]}”. Choose one of: {', '.join(KINDS)}.")
    law = load_rights().get(place.jurisdiction)
    right = law.answers(kind, today) if law else None
    if right and right.applies_from and today < right.applies_from:
        right = None
    if right:
        why = f"It rests on: {right.basis}."
        return Standing(
            kind, place, A_RIGHT, why, right.clock, right.may_refuse, right, law, span(right.rule)
        )
    if kind == "complaint" and law:
        why = f"You may complain to {law.complain_to}. We found no checked rule on what follows, or when."
    else:
        why = f"We found no checked rule that makes them do it ({place.name}). Many firms do it all the same."
    if law and law.note and kind != "complaint":
        why += f" {law.note}"
    return Standing(kind, place, A_REQUEST, why, "", "", None, law, "")


def span(rule: Rule | None) -> str:
    """Say a rule's time in words, or ""."""
    if rule is None:
        return ""
    if rule.unit == "at once":
        return "at once"
    number = WORDS.get(rule.value, str(rule.value))
    unit = "business days" if rule.unit == "working days" else rule.unit
    return f"{number} {unit[:-1] if rule.value == 1 else unit}"

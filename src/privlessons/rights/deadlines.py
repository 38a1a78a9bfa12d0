"""By when must they answer? All days that can be defended, and when a company is really late.

The rules come from data/facts/rights.json. A month ends on the day with the same number, or on the last day
of a shorter month, before it moves to a working day; more time is counted in one step from the start
(Regulation (EEC, Euratom) 1182/71, Article 3; the ICO's guidance on access for the UK).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from privlessons.records import PlainError
from privlessons.rights import days
from privlessons.rights.answers import Answer, answers_to
from privlessons.rights.law import Right, Rule, load_rights
from privlessons.rights.places import PLACES, Place, find_place

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a request that arrived on ``received`` must be answered at ``place``.

    ``start`` is the day from which it counts, ``answers`` all days that can be defended. The first is
    ``due``, which follows from the rules as we read them. ``longer`` are the days after an extension, empty
    where the law gives none, ``longer_due`` the first of them. Where the law says "at once", ``at_once`` is
    True and there is no number of days. ``conflict`` is what two sources say differently, or "".
    """

    right: Right
    place: Place
    received: date
    start: date
    due: date
    answers: tuple[Answer, ...]
    longer: tuple[Answer, ...]
    longer_due: date | None
    at_once: bool
    conflict: str

    @property
    def earliest(self) -> date:
        """The first day that can be defended: the one to write to the company."""
        return min(a.day for a in self.answers)

    @property
    def latest(self) -> date:
        """The last day that can be defended: late begins after it."""
        return max(a.day for a in self.answers)

    @property
    def longest(self) -> date | None:
        """The last day after an extension, or None where the law gives none."""
        return max((a.day for a in self.longer), default=None)

    @property
    def ambiguous(self) -> bool:
        """Whether more than one day can be defended."""
        return self.earliest != self.latest

    def late(self, on: date, *, extended: bool = False) -> bool:
        """Whether the company is late on this day, by every way of counting."""
        if on < self.received:
            raise PlainError("That day is before the request arrived. Nobody is late yet.")
        last = self.longest if extended and self.longest else self.latest
        return not self.at_once and on > last


def deadline(
    kind: str,
    received: date | datetime | str,
    place: str | None = None,
    *,
    jurisdiction: str | None = None,
    identity: date | str | None = None,
    fee: date | str | None = None,
    clarified: tuple[date | str, date | str] | None = None,
) -> Deadline:
    """Return by when a request must be answered.

    ``kind`` is what was asked for ("access", "erasure", "objection", "correction", "withdrawal",
    "complaint"; in California also "acknowledgement" and "sale") or the id of a right. ``received`` is the
    day on which it arrived; a moment with a time zone becomes the day that it was at ``place``. ``place`` is
    a code of `places.find_place`; a law with one calendar may be named by ``jurisdiction`` alone. For the UK:
    ``identity`` and ``fee`` are when asked-for proof or money arrived, ``clarified`` the days of their
    question and of your answer.

    Raises `PlainError` where no rule is known, or where dates can't be.
    """
    _ask_for_requests(jurisdiction)
    where = find_place(place, jurisdiction)
    arrived = as_day(received, where, "received")
    right = _right(kind, where, arrived)
    others = [as_day(d, where, "of the proof or fee") for d in (identity, fee) if d is not None]
    if any(day < arrived for day in others):
        raise PlainError("The proof or fee came before the request itself. Check the dates.")
    if others and where.jurisdiction != "uk":
        raise PlainError(f"In {where.name} a question about who you are does not move the day. Leave it out.")
    start = max([arrived, *others])
    pause = _pause(clarified, start, where, right)
    rule = right.rule
    answers = answers_to(rule, start, where, pause)
    more = right.more and Rule(right.more.value, right.more.unit, rule.roll)
    longer = tuple(answers_to(more, start, where, pause)) if more else ()
    return Deadline(
        right=right,
        place=where,
        received=arrived,
        start=start,
        due=answers[0].day,
        answers=tuple(answers),
        longer=longer,
        longer_due=longer[0].day if longer else None,
        at_once=rule.unit == "at once",
        conflict=f"{right.conflict.one} {right.conflict.other}" if right.conflict else "",
    )


def as_day(value: date | datetime | str, where: Place, what: str = "given") -> date:
    """Return a day from a date, from ISO text, or from a moment, by the clock of the place."""
    if isinstance(value, str):
        try:
            text = value.strip()
            value = datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)
        except ValueError:
            raise PlainError(
                f"“{value[:30]}” is no date. Write year, month and day, such as 2026-11-30."
            ) from None
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            from zoneinfo import ZoneInfo

            value = value.astimezone(ZoneInfo(where.zone))
        value = value.date()
    if not isinstance(value, date):
        raise PlainError(f"The date {what} is missing. Write year, month and day, such as 2026-11-30.")
    if not EARLIEST <= value < LATEST:
        raise PlainError(f"The date {what} is {value}. We count from 2000 to 2099. Is the year right?")
    return value


def _ask_for_requests(jurisdiction: str | None) -> None:
    """Refuse a law that we don't know, or that gives duties to firms and no request of one's own."""
    laws = load_rights()
    if jurisdiction is None or any(p.jurisdiction == jurisdiction for p in PLACES.values()):
        return
    if jurisdiction not in laws:
        raise PlainError(f"We know no law called “{jurisdiction[:20]}”. We know: {', '.join(laws)}.")
    raise PlainError(f"{laws[jurisdiction].law} gives no request of your own with a number of days.")


def _right(kind: str, where: Place, on: date) -> Right:
    law = load_rights().get(where.jurisdiction)
    if law is None:
        raise PlainError("We know no rule for that place. You may still ask: then it is only a request.")
    named = next((r for r in law.rights if r.id == kind and r.shown(on)), None)
    right = named or law.answers(kind, on)
    if right is None or right.rule is None:
        why = f" {law.note}" if law.note and right is None else ""
        raise PlainError(f"We know no number of days for this ({kind}) in {where.name}.{why}")
    if right.applies_from and on < right.applies_from:
        since = days.said(right.applies_from)
        raise PlainError(f"This rule of {where.name} counts for what arrives from {since} on.")
    return right


def _pause(clarified, start: date, where: Place, right: Right) -> timedelta:
    """Return the days that do not count: from their question to the answer, both included (UK, access)."""
    if clarified is None:
        return timedelta(0)
    if where.jurisdiction != "uk" or "access" not in right.kinds:
        raise PlainError("Only in the UK, and only for a copy of your data, does a question stop the clock.")
    asked, answered = clarified
    if answered is None:
        raise PlainError("The clock stands still until you answer their question. Name the day you did.")
    asked, answered = as_day(asked, where, "of their question"), as_day(answered, where, "of your answer")
    if answered < asked or asked < start:
        raise PlainError("Their question comes after the request, and your answer after it. Check the dates.")
    return answered - asked + days.DAY

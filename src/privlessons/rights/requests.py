"""A request that was made, and what its owner can sensibly do next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from privlessons.records import PlainError
from privlessons.rights.days import said
from privlessons.rights.deadlines import Deadline, deadline
from privlessons.rights.law import load_rights
from privlessons.rights.places import find_place
from privlessons.rights.standing import KINDS

OUTCOMES = {
    "all": "they did all of it",
    "part": "they did part of it",
    "no": "they said no",
    "nothing": "they say that they find nothing",
}
LOOK_AGAIN = timedelta(days=30)
"""Our own suggestion where no law names a day; said to be ours wherever it shows."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request. It holds no name and no mail address: they are not needed to count days.

    ``sent`` is when it left, ``received`` when it arrived, ``longer`` when they said that they need more
    time, ``answered`` when they answered, with an ``outcome`` of `OUTCOMES`. ``done`` says that its owner
    put it aside.
    """

    id: int
    kind: str
    service: str
    place: str
    written: date
    sent: date | None = None
    received: date | None = None
    longer: date | None = None
    answered: date | None = None
    outcome: str = ""
    done: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """How a request stands: a short ``status``, the next sensible step in ``words``, and its ``day``."""

    status: str
    words: str
    day: date | None = None


def check(request: Request) -> Request:
    """Return the request; raise `PlainError` where it names what is not there, or its days can't be."""
    if request.kind not in KINDS:
        raise PlainError(f"There is no request called “{request.kind[:30]}”. Choose: {', '.join(KINDS)}.")
    request = replace(request, place=find_place(request.place).code)
    if request.outcome and request.outcome not in OUTCOMES:
        raise PlainError(f"How did they answer? Choose one of: {', '.join(OUTCOMES)}.")
    if request.received and request.sent and request.received < request.sent:
        raise PlainError("It can't arrive before it was sent. Check the two dates.")
    for day in (request.answered, request.longer):
        if day and not request.received:
            raise PlainError("First say when the request was sent. Then say when they answered.")
        if day and day < request.received:
            raise PlainError("They can't answer before the request arrived. Check the dates.")
    return request


def due(request: Request) -> Deadline | None:
    """Return by when it must be answered, or None where it was not sent or no law names a day."""
    if request.received is None:
        return None
    try:
        return deadline(request.kind, request.received, request.place)
    except PlainError:
        return None


def has_longer(request: Request, counted: Deadline) -> bool:
    """Whether they may take the longer time: the law gives it, and they said so before the first was over."""
    return bool(counted.longest and request.longer and request.longer <= counted.latest)


def next_step(request: Request, on: date) -> Step:
    """Say how a request stands on a day, and what is sensible to do next."""
    if request.done:
        return Step("put aside", "Nothing to do. You put it aside.")
    if request.answered:
        return _answered(request)
    if request.received is None:
        return Step("not sent", "Send the letter. Then write down the day on which you did.")
    if on < request.received:
        return Step("on its way", f"It counts from the day it arrives ({said(request.received)}).")
    counted = due(request)
    if counted is None:
        again = request.received + LOOK_AGAIN
        words = f"No rule that we know sets a day here. We suggest: ask again after {said(again)}."
        return Step("no set day", words, again)
    if counted.at_once:
        again = request.received + LOOK_AGAIN
        words = (
            f"The law says at once. Look yourself if they did it. If not, write again, say by {said(again)}."
        )
        return Step("due at once", words, again)
    return _waiting(request, counted, on)


def _waiting(request: Request, counted: Deadline, on: date) -> Step:
    extended = has_longer(request, counted)
    first = min(a.day for a in counted.longer) if extended else counted.earliest
    last = counted.longest if extended else counted.latest
    if not counted.late(on, extended=extended):
        if on > first:
            words = f"By one way of counting the time is over, by another not. Wait until {said(last)}."
            return Step("in doubt", words, last + timedelta(1))
        left = (first - on).days
        more = " They said that they need more time." if extended else ""
        words = f"Wait. They have until {said(first)}, {_away(left)}.{more}"
        return Step("waiting", words, first)
    too_late = " They asked for more time when it was over." if request.longer and not extended else ""
    words = f"They are late: the last day was {said(last)}.{too_late} {_when_late(request)}"
    return Step("late", words, on)


def _when_late(request: Request) -> str:
    law = load_rights().get(find_place(request.place).jurisdiction)
    if request.kind == "complaint" and law and law.id == "eu_gdpr":
        return "Ask the authority how it stands. You may also go to court."
    return f"Write once more and name that day. If nothing happens, complain to {law.complain_to}."


def _answered(request: Request) -> Step:
    if request.outcome == "all":
        return Step("answered", "Look for yourself if it is true. Then put the request aside.")
    law = load_rights().get(find_place(request.place).jurisdiction)
    ask = {
        "part": "Write back: what is missing, and why?",
        "no": "Ask for the reason, and for the rule that it rests on.",
        "nothing": "Write again from the address of your account, and name the account.",
    }.get(request.outcome, "Read their answer slowly. Is it all that you asked for?")
    then = f" If that does not help, you may complain to {law.complain_to}." if law else ""
    return Step("not settled", ask + then)


def _away(days: int) -> str:
    return {0: "that is today", 1: "one day from now"}.get(days, f"{days} days from now")

"""Deadlines -> a calendar file (.ics) with reminders. The only room that knows `icalendar`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zlib import crc32

from privlessons.rights.days import said
from privlessons.rights.requests import LOOK_AGAIN, Request, due, has_longer
from privlessons.rights.standing import KINDS

REMIND = (timedelta(days=-3), timedelta(hours=9))
"""Reminders three days before, and at nine on the day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One day in a calendar: ``key`` stays the same when the file is made anew."""

    key: str
    day: date
    title: str
    words: str


def entries(request: Request, name: str = "") -> tuple[Entry, ...]:
    """Return the days of a request that was sent: when an answer is due, and when it is late.

    ``name`` is who asked, for a calendar that several share.
    """
    if request.received is None:
        return ()
    what = f"{KINDS[request.kind]}: {request.service}"
    # Requests that are on no list are all number 0, so the number alone is no key.
    key = f"{request.id}-{request.kind}-{crc32(request.service.encode()):08x}"
    who = f" Asked by {name}." if name else ""
    counted = due(request)
    if counted is None or counted.at_once:
        why = "The law says at once." if counted else "No rule that we know sets a day here."
        again = request.received + LOOK_AGAIN
        return (Entry(f"{key}-look", again, f"Look again. {what}", f"{why} The day is our suggestion.{who}"),)
    reasons = counted.longer if has_longer(request, counted) else counted.answers
    first, last = min(a.day for a in reasons), max(a.day for a in reasons)
    doubt = " ".join(f"{said(a.day)}: {a.why}" for a in reasons)
    advice = "Not legal advice."
    return (
        Entry(f"{key}-due", first, f"Answer due. {what}", f"{doubt}{who} {advice}"),
        Entry(
            f"{key}-late",
            last + timedelta(1),
            f"Late if no answer. {what}",
            f"The last day was {said(last)}. Write once more and name it.{who} {advice}",
        ),
    )


def calendar_file(days: Sequence[Entry], stamp: datetime) -> bytes:
    """Return an .ics file with all-day entries and their reminders; ``stamp`` is when it was made."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//privlessons//requests//EN")
    calendar.add("version", "2.0")
    for entry in days:
        event = Event()
        event.add("uid", f"privlessons-{entry.key}-{entry.day.isoformat()}@example.org")
        event.add("dtstamp", stamp.astimezone(UTC))
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(1))
        event.add("summary", entry.title)
        event.add("description", entry.words)
        event.add("transp", "TRANSPARENT")
        for before in REMIND:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", entry.title)
            alarm.add("trigger", before)
            event.add_component(alarm)
        calendar.add_component(event)
    return calendar.to_ical()

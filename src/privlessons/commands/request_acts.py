"""What the sub-commands of ``privlessons request`` do."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import fill

from privlessons.commands import free_path, say
from privlessons.records import PlainError

FORMATS = ("text", "eml", "page", "calendar")


def new(args, tracker, today: date) -> int:
    """Write a letter's files, and put it on the list."""
    from privlessons.rights import outputs
    from privlessons.rights.calendar import calendar_file, entries
    from privlessons.rights.letters import letter
    from privlessons.rights.requests import Request

    wanted = [part.strip() for part in args.format.split(",") if part.strip()]
    if not wanted or set(wanted) - set(FORMATS):
        raise PlainError(f"Which files? Choose some of {', '.join(FORMATS)}, with commas between.")
    sent = as_day(args.sent) or as_day(args.received)
    if "calendar" in wanted and sent is None:
        raise PlainError("A calendar file needs a day to count from. Add --sent and the day you sent it.")
    made = letter(
        args.kind,
        args.service,
        args.place,
        args.name,
        today=today,
        email=args.email,
        details=args.details,
        address=args.to,
        asked_on=as_day(args.asked_on),
    )
    stem = args.folder / outputs.file_stem(made)

    def keep(end: str, content: bytes) -> None:
        say(f"Written: {write(free_path(stem.with_name(stem.name + end), content), content)}")

    place = made.standing.place.name
    say(f"{place[0].upper()}{place[1:]}: {made.mark}. {made.standing.why}")
    for name, end, form in (
        ("text", ".txt", outputs.as_text),
        ("eml", ".eml", outputs.as_eml),
        ("page", ".html", outputs.as_page),
    ):
        if name in wanted:
            content = form(made)
            keep(end, content if isinstance(content, bytes) else content.encode())
    # On the list only now: a letter that could not be written would be asked for, and listed, twice.
    days = {"sent": sent, "received": as_day(args.received) or sent}
    if args.no_list:
        request = Request(0, args.kind, made.service, args.place, today, **days)
    else:
        request = tracker.add(args.kind, made.service, args.place, today, **days)
    if "calendar" in wanted:
        keep(".ics", calendar_file(entries(request, made.name), datetime.now(UTC)))
    law, contact = made.standing.law, _contact(made, today)
    if law:
        say(fill_in(f"To complain: {law.complain_to}."))
    if contact:
        say(fill_in(contact))
    elif not made.address:
        say("We know no mail address for it. Look for “contact” or “privacy” on its pages.")
    if not args.no_list:
        say(f"It is number {request.id} on your list.")
    _tell_step(request, today)
    say("This is not legal advice.")
    return _told(tracker)


def _contact(made, today: date) -> str:
    """Say where the mail address is from, if it is one of ours."""
    from privlessons.facts import find_service, load_facts

    service = find_service(made.service)
    for fact in load_facts("contact"):
        if fact.service == service and fact.address == made.address:
            old = " It may be out of date: check first." if fact.stale(today) else ""
            return f"Where to send it: {'. '.join(fact.where)}. Source: {fact.source}.{old}"
    return ""


def due(args, tracker, today: date) -> int:
    """Say by when an answer is due, with every way of counting."""
    from privlessons.rights.days import said
    from privlessons.rights.deadlines import deadline

    counted = deadline(args.kind, args.received, args.place, identity=args.identity)
    say(f"{counted.right.title}, {counted.place.name}: {counted.right.basis}")
    if counted.at_once:
        say("At once. The law names no number of days.")
    else:
        say(f"Due: {said(counted.due)}")
        for answer in counted.answers if counted.ambiguous else ():
            say(fill_in(f"{said(answer.day)}: {answer.why}", "  - "))
        say(f"Late only after: {said(counted.latest)}")
        if counted.longest:
            say(fill_in(f"With more time: {said(counted.longest)}. {counted.right.more.when}"))
    if counted.conflict:
        say(fill_in(f"The sources don't agree. {counted.conflict}"))
    stale = " It may be out of date: check first." if counted.right.stale(today) else ""
    say(fill_in(f"Source ({counted.right.kind}): {counted.right.source}.{stale} This is not legal advice."))
    return 0


def list_all(args, tracker, today: date) -> int:
    """Show all requests and how they stand."""
    from privlessons.rights.requests import next_step

    if args.csv:
        say(tracker.as_csv(today).rstrip())
        return _told(tracker)
    found = tracker.all()
    for request in found:
        step = next_step(request, today)
        say(f"{request.id:>3}  {request.kind:<11} {request.service:<16} {request.place:<7} {step.status}")
    say("" if found else "The list is empty. Start with: privlessons request new --help")
    return _told(tracker)


def next_all(args, tracker, today: date) -> int:
    """Say the next sensible step of each request."""
    found = [r for r in tracker.all() if not r.done]
    for request in found:
        say(f"{request.id}. {request.kind}, {request.service}")
        _tell_step(request, today)
    if not found:
        say("Nothing waits.")
    return _told(tracker)


def sent(args, tracker, today: date) -> int:
    """Note the day on which a letter left."""
    sent = as_day(args.date) or today
    _tell_step(tracker.change(args.number, sent=sent, received=as_day(args.received) or sent), today)
    if not args.received:
        say("We count from the day you sent it. By post, say when it arrived: add --received and the day.")
    return _told(tracker)


def answered(args, tracker, today: date) -> int:
    """Note an answer."""
    _tell_step(tracker.change(args.number, answered=as_day(args.date) or today, outcome=args.how), today)
    return _told(tracker)


def longer(args, tracker, today: date) -> int:
    """Note that they asked for more time."""
    _tell_step(tracker.change(args.number, longer=as_day(args.date) or today), today)
    return _told(tracker)


def done(args, tracker, today: date) -> int:
    """Put a request aside."""
    tracker.change(args.number, done=True)
    say(f"Number {args.number} is put aside.")
    return _told(tracker)


def calendar(args, tracker, today: date) -> int:
    """Write a calendar file of all requests that wait."""
    from privlessons.rights.calendar import calendar_file, entries

    days = [entry for r in tracker.all() if not r.done and not r.answered for entry in entries(r)]
    if not days:
        raise PlainError("No request waits for an answer, so there is nothing to put into a calendar.")
    say(f"Written: {write(Path(args.file), calendar_file(days, datetime.now(UTC)))}")
    return _told(tracker)


def export(args, tracker, today: date) -> int:
    """Write the list to a file."""
    say(f"Written: {write(Path(args.file), tracker.export())}")
    return _told(tracker)


def erase(args, tracker, today: date) -> int:
    """Erase one request or all, after asking."""
    if args.which != "all" and not args.which.isdecimal():
        raise PlainError("Name the request's number, or say: all.")
    if not args.yes:
        say("Nobody can bring it back. Erase? Type yes, and press Enter.")
        if sys.stdin.readline().strip().lower() != "yes":
            say("Nothing was erased.")
            return 0
    gone = tracker.erase(None if args.which == "all" else int(args.which))
    say(f"Erased: {gone}. Letters that you saved elsewhere are still there.")
    return 0


def places(args, tracker, today: date) -> int:
    """List the places."""
    from privlessons.rights.places import OFFERED, PLACES

    for code in OFFERED:
        say(f"{code:<7} {PLACES[code].name}")
    return 0


def _tell_step(request, today: date) -> None:
    from privlessons.rights.requests import next_step

    step = next_step(request, today)
    say(fill_in(f"{step.status}: {step.words}", "   "))


def the_tracker():
    """Return the tracker beside the progress file."""
    from privlessons.progress import folder
    from privlessons.rights.tracker import FILE, Tracker

    return Tracker(folder() / FILE)


def _told(tracker) -> int:
    for sentence in tracker.told:
        say(sentence)
    return 0


def write(path: Path, content: bytes) -> Path:
    """Write a file and return its path; `PlainError` where it can't be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise PlainError(f"{path} can't be written ({error.strerror}). Choose another folder.") from None
    return path


def as_day(text: str | None) -> date | None:
    """Return a day from what was typed, or None."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise PlainError(
            f"“{text[:30]}” is no date. Write year, month and day, such as 2026-11-30."
        ) from None


def fill_in(words: str, indent: str = "") -> str:
    """Return words in lines that fit a terminal."""
    return fill(words, 88, initial_indent=indent, subsequent_indent=" " * len(indent), break_long_words=False)

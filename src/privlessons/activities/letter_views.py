"""How a letter is shown: its mark, the rule behind it, the letter, its files, and what else the law gives."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html import escape

from privlessons.activities.download import download, downloads, paper
from privlessons.activities.fact_views import KINDS as FACT_KINDS
from privlessons.activities.fact_views import day, disagreement, sourced, stale_note, weaker
from privlessons.facts import find_service, load_facts
from privlessons.rights import outputs
from privlessons.rights.calendar import calendar_file, entries
from privlessons.rights.law import Right
from privlessons.rights.letters import Letter, letter
from privlessons.rights.requests import Request, due
from privlessons.rights.standing import span
from privlessons.ui import note

NOT_ADVICE = (
    "We are no lawyers, and this is not legal advice. Read it before you send it. Change what is not so."
)
SOURCES = {"official": "from the law's own text", "secondary": "from others who wrote about the law"}


def warm_up(place: str, today: date) -> None:
    """Write a letter and its days to nobody, so that the libraries and holidays are loaded."""
    nobody = letter("access", "Pip", place, "nobody", today=today)
    request = Request(0, "access", "Pip", place, today, sent=today, received=today)
    shown(nobody, today)
    diary(request, nobody)


def marked(made: Letter) -> str:
    """Return HTML that says if it is a right there or only a request, and why."""
    how = made.standing
    mark = f"{how.mark[0].upper()}{how.mark[1:]}."
    return note(f"{escape(how.why)} Your letter stands below.", "right" if how.is_right else "caution", mark)


def shown(made: Letter, today: date) -> str:
    """Return HTML with the rule, the letter and its files."""
    stem, how = outputs.file_stem(made), made.standing
    parts = [
        f"<p><b>How long they have.</b> {escape(how.clock)}</p>" if how.clock else "",
        f"<p><b>When they may say no.</b> {escape(how.may_refuse)}</p>" if how.may_refuse else "",
        f"<p><b>Who watches over it.</b> You may complain to {escape(how.law.complain_to)}.</p>"
        if how.law
        else "",
        _rested(how.right, today) if how.right else "",
        _whereto(made, today),
        paper(
            f"To {made.to}{f': {made.address}' if made.address else ''}", outputs.as_text(made), letter=True
        ),
        downloads(
            download(f"{stem}.txt", "text/plain;charset=utf-8", outputs.as_text(made).encode(), "As text"),
            download(f"{stem}.eml", "message/rfc822", outputs.as_eml(made), "As a draft for a mail program"),
            download(f"{stem}.html", "text/html", outputs.as_page(made).encode(), "As a page to print"),
        ),
        note(escape(NOT_ADVICE), "caution", "Not legal advice."),
        _others(made, today),
        "<p>Nothing was sent. When you have sent it, put it on your list. It says what to do next.</p>",
    ]
    return "".join(parts)


def diary(request: Request, made: Letter) -> str:
    """Return HTML with every way of counting, where there are several, and the calendar file."""
    counted = due(request)
    ways = ""
    if counted and counted.ambiguous:
        ways = "".join(f"<li>{day(a.day)}: {escape(a.why)}</li>" for a in counted.answers)
        ways = f"<p>Not everybody counts alike:</p><ul>{ways}</ul>"
    content = calendar_file(entries(request, made.name), datetime.now(UTC))
    link = download(f"{outputs.file_stem(made)}.ics", "text/calendar", content, "The days for my calendar")
    return ways + downloads(link)


def _rested(right: Right, today: date) -> str:
    source = sourced(right.source_date, SOURCES[right.kind], right.seen)
    return (
        disagreement(right.conflict)
        + stale_note(right, today)
        + f'<p class="pl-soft">{source} {escape(right.source)}.{weaker(right.weak_parts)}</p>'
    )


def _whereto(made: Letter, today: date) -> str:
    """Say where the letter goes, and how we know."""
    service = find_service(made.service)
    found = next((f for f in load_facts("contact") if f.service == service), None)
    if not made.address or found is None:
        return "<p><b>Where to send it.</b> Look for “contact” on their pages. Many have a form for it.</p>"
    steps = ". ".join(found.where)
    return (
        f"<p><b>Where to send it.</b> {escape(steps)}.</p>{stale_note(found, today)}"
        f'<p class="pl-soft">{sourced(found.source_date, FACT_KINDS[found.kind], found.seen)} '
        f"{escape(found.source)}.</p>"
    )


def _others(made: Letter, today: date) -> str:
    """Name the other rights and duties of that place, closed at first."""
    law = made.standing.law
    if law is None:
        return ""
    rows = "".join(
        f"<li><b>{escape(right.title)}</b> ({escape(right.basis)}): "
        f"{escape(span(right.rule) or right.clock)}</li>"
        for right in law.rights
        if right.shown(today) and right is not made.standing.right
    )
    if not rows:
        return ""
    return (
        f"<details><summary>What else the law gives in {escape(law.name)}</summary><ul>{rows}</ul></details>"
    )

"""Letters in plain words: one kind, place and service -> a letter, marked as a right or only a request."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from privlessons.facts import address_of, provider_of
from privlessons.records import PlainError
from privlessons.rights.days import said
from privlessons.rights.paper import fill
from privlessons.rights.places import find_place
from privlessons.rights.standing import Standing, standing

SUBJECTS = {
    "access": "Please send me a copy of my data",
    "erasure": "Please erase my data",
    "objection": "Please don't train AI on my data",
    "correction": "Please put my data right",
    "withdrawal": "I take back my consent",
    "complaint": "A complaint about my data",
}
LONGEST_LINE, LONGEST_TEXT = 200, 4000
MAIL = re.compile(r"[^@\s,;<>\"()]+@[^@\s,;<>\"()]+\.[^@\s,;<>\"()]+")
# Marks that turn the direction of all that follows: a name may be written from right to left without them.
TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished letter. ``to`` is whom it is for, ``address`` their mail address or "".

    ``body`` is plain text in paragraphs. ``standing`` has the mark and the reason; it is for the sender, and
    not in the letter. ``name`` and ``email`` are the sender's, ``day`` the day on it.
    """

    standing: Standing
    service: str
    to: str
    address: str
    subject: str
    body: str
    name: str
    email: str
    day: date

    @property
    def mark(self) -> str:
        """Whether it is "a right here" or "only a request"."""
        return self.standing.mark


def letter(
    kind: str,
    service: str,
    place: str,
    name: str,
    *,
    today: date | None = None,
    email: str = "",
    details: str = "",
    address: str | None = None,
    asked_on: date | None = None,
) -> Letter:
    """Write a letter of one of the `standing.KINDS` to a ``service`` for somebody who lives at ``place``.

    ``email`` is the sender's, by which the company knows the account. ``details`` are the sender's own words:
    reasons, what is wrong, what happened. ``address`` is where it goes by mail; None looks it up in our
    facts. ``asked_on`` is the day of the first letter, for a complaint. What is typed stays text: nothing
    in it is run, and a line break in a name or an address is refused.
    """
    today = today or date.today()
    where = find_place(place)
    how = standing(kind, where, today)
    service, name = line(service, "the service's name"), line(name, "your name")
    email, details = mail(email), text(details)
    law, company = how.law, provider_of(service) or service
    to_company = kind != "complaint" or where.jurisdiction == "uk" or law is None
    objects = kind == "objection" and law
    sale = next((r.basis for r in law.rights if "sale" in r.kinds), "") if objects and not how.right else ""
    pause = "GDPR, Article 18" if objects and law.id == "eu_gdpr" else ""
    return Letter(
        standing=how,
        service=service,
        to=company if to_company else law.authority,
        address=mail(address_of(service) if address is None else address) if to_company else "",
        subject=f"{SUBJECTS[kind]} ({service})",
        body=fill(
            f"{kind}.txt",
            company=company,
            service=service,
            name=name,
            account=email,
            details=details,
            right=how.is_right,
            basis=how.right.basis if how.right else "",
            span=how.span,
            to_company=to_company,
            authority=law.authority if law else "",
            asked_on=said(asked_on) if asked_on else "",
            sale=sale,
            pause=pause,
        ),
        name=name,
        email=email,
        day=today,
    )


def line(words: str, what: str) -> str:
    """Return one line of typed words, without what can't be seen; refuse none, several and endless ones."""
    words = words.strip()
    if not words:
        raise PlainError(f"Write {what} first.")
    if len(words) > LONGEST_LINE or any(c in words for c in "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"):
        raise PlainError(f"Write {what} on one line, in at most {LONGEST_LINE} letters.")
    return _seen(words)


def mail(address: str) -> str:
    """Return a mail address, or ""; refuse what is none."""
    address = address.strip()
    if not address:
        return ""
    if len(address) > LONGEST_LINE or not MAIL.fullmatch(address) or not address.isprintable():
        raise PlainError("That is no mail address. It looks like mika@example.org, on one line.")
    return address


def text(words: str) -> str:
    """Return typed text of several lines, without what can't be seen."""
    words = "\n".join(words.splitlines()).strip()
    if len(words) > LONGEST_TEXT:
        raise PlainError(f"That is long. Say it in at most {LONGEST_TEXT:,} letters.")
    return _seen(words)


def _seen(words: str) -> str:
    words = words.translate(TURNS).replace("\t", " ")
    return "".join(c for c in words if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))

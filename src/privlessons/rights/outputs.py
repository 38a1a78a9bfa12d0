"""A letter as text, as a draft for a mail program, or as a page to print."""

from __future__ import annotations

import re
import unicodedata
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from privlessons.records import PlainError
from privlessons.rights.days import said
from privlessons.rights.letters import Letter
from privlessons.rights.paper import fill

LONGEST_LINE = 998
"""Most characters of a line in a mail (RFC 5322, section 2.1.1)."""


def as_text(letter: Letter) -> str:
    """Return the letter as plain text, ready to paste into a form."""
    return f"{said(letter.day)}\n\n{letter.subject}\n\n{letter.body}"


def as_eml(letter: Letter) -> bytes:
    """Return the letter as a draft (.eml) that mail programs open. Nothing is sent.

    Names and subjects go through the standard library's headers, which refuse a line break.
    """
    message = EmailMessage(policy=SMTP)
    try:
        message["Subject"] = letter.subject
        if letter.address:
            message["To"] = Address(addr_spec=letter.address)
        if letter.email:
            message["From"] = Address(letter.name, addr_spec=letter.email)
    except (ValueError, IndexError, AttributeError) as error:
        raise PlainError("This name or address can't stand on a mail. Write it more plainly.") from error
    message["X-Unsent"] = "1"  # Outlook then opens it to be sent
    short = all(len(line) <= LONGEST_LINE for line in letter.body.splitlines())
    plain = short and letter.body.isascii()
    message.set_content(letter.body, charset="utf-8", cte="7bit" if plain else "base64")
    return message.as_bytes()


def as_page(letter: Letter) -> str:
    """Return the letter as a web page to print; everything typed is escaped."""
    return fill(
        "page.html",
        subject=letter.subject,
        mark=f"It is {letter.mark}",
        name=letter.name,
        email=letter.email,
        day=said(letter.day),
        to=f"To {letter.to}",
        paragraphs=[p.strip() for p in letter.body.split("\n\n") if p.strip()],
    )


def file_stem(letter: Letter) -> str:
    """Return a harmless name for the letter's files, such as ``erasure-chatgpt-2026-11-25``."""
    plain = unicodedata.normalize("NFKD", letter.service).encode("ascii", "ignore").decode().lower()
    service = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "service"
    return f"{letter.standing.kind}-{service}-{letter.day.isoformat()}"

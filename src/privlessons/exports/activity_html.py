"""“My Activity” as a web page: a cell for each record, its time as the owner's language writes it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from html import unescape

from privlessons.exports.dates import CLOCK, NUMBERS, made, month
from privlessons.exports.tables import BITE, coding
from privlessons.exports.values import position, zoned

START = re.compile('<div class="outer-cell')
LONGEST = 8_000_000  # characters of one record
PRODUCT = re.compile(r'mdl-typography--title">(.*?)<', re.DOTALL)
CONTENT = re.compile(
    r'<div class="content-cell[^"]*mdl-typography--body-1">(.*?)</div>\s*<div class="content-cell', re.DOTALL
)
LINK = re.compile(r'<a href="([^"]*)"[^>]*>')
PIECE = re.compile(r"<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
NAMED = re.compile(
    r"(\d{1,2})\.?\s+(?:de\s+)?([^\W\d_]{3,})\.?\s+(?:de\s+)?(\d{4})|([^\W\d_]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})"
    r"|(\d{4})\.?\s+([^\W\d_]{3,})\.?\s+(\d{1,2})(?![\d:]|\.\d)"
)
VIETNAMESE = re.compile(r"(?:tháng|thg)\s+(\d{1,2})(?:\s+(\d{1,2}))?", re.IGNORECASE)
CLOCK_FIRST = re.compile(r"^(\d{1,2}:\d{2}(?::\d{2})?)\s+(.*)")
ZONE = re.compile(r"(?:\d|[MmPpAa.])\s+((?:UTC|GMT)[+-]\d{1,2}(?::\d{2})?|[A-Z]{2,5})\s*$")
CENTRE = re.compile(r"center=(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)")


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a page, however long its styles are."""
    start = head[:400].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if not start.startswith((b"<html", b"<!doctype html")):
        return False
    return b"outer-cell" in head or b"mdl-typography" in head or (b"<title>My Activity" in head[:2000])


def cells(file, note: Callable[[str], None]) -> Iterator[tuple[str, str, str, datetime | None, str]]:
    """Yield each record's product, title, link, time and answer (HTML)."""
    yield from filter(None, map(_cell, pieces(file, note, START)))


def pieces(file, note: Callable[[str], None], start: re.Pattern) -> Iterator[str]:
    """Yield what follows each ``start`` in a page, up to the next one."""
    rest, begun = "", False
    decoder = codecs.getincrementaldecoder(coding(file.head))("replace")
    while True:
        data = file.read(BITE)
        rest += decoder.decode(data, not data)
        found = start.split(rest)
        rest = found.pop() if data else ""
        if not begun and found:
            begun = True
            del found[0]  # what comes before the first record
        yield from found
        if not data:
            return
        if len(rest) > LONGEST:
            note(f"A record of {file.name} has no end and was left out.")
            rest = ""


def _cell(piece: str) -> tuple[str, str, str, datetime | None, str] | None:
    found = CONTENT.search(piece)
    if not found:
        return None
    product = PRODUCT.search(piece)
    lines = PIECE.split(found[1])
    at = next((n for n, line in enumerate(lines) if n and dated(_plain(line))), None)
    time = moment(_plain(lines[at])) if at is not None else None
    link = LINK.search(lines[0])
    title = _plain("\n".join(lines[: at if at is not None else 1]))
    answer = "<br>".join(lines[at + 1 :]) if at is not None else ""
    return _plain(product[1]) if product else "", title, unescape(link[1]) if link else "", time, answer


def _plain(html: str) -> str:
    return unescape(TAG.sub("", html)).replace("\xa0", " ").replace("\u202f", " ").strip()


def dated(text: str) -> bool:
    """Tell whether a short text has a date and a time of day in it."""
    return len(text) < 60 and bool(CLOCK.search(text)) and bool(NAMED.search(text) or NUMBERS.search(text))


def moment(text: str) -> datetime | None:
    """Read a time such as "2 Apr 2021, 21:34:50 BST" or "02.04.2021, 21:34:50 MESZ"."""
    zone = ZONE.search(text)
    name = zone[1] if zone and zone[1] not in {"AM", "PM"} else ""
    name = "GMT+8" if name == "CST" and "年" in text else name  # China's time has the name of Chicago's
    text = CLOCK_FIRST.sub(r"\2 \1", VIETNAMESE.sub(r"\2 \1", text).strip())
    if found := NAMED.search(text):
        day, word, number = next(
            (found[a], found[b], found[c]) for a, b, c in ((1, 2, 3), (5, 4, 6), (9, 8, 7)) if found[a]
        )
        numbers = (int(day), month(word), int(number))
    elif found := NUMBERS.search(text):
        numbers = (int(found[1]), int(found[2]), int(found[3]))
    else:
        return None
    # The hours come after the year: in "02.04.2021, 21:34" a date with dots would pass for a clock.
    time = made(numbers, first_is_day=not _month_leads(text), clock=text[found.end() :])
    return zoned(time, name) if time else None


def _month_leads(text: str) -> bool:
    found = NUMBERS.search(text)
    return (
        bool(found) and "/" in text and ("AM" in text.upper() or "PM" in text.upper()) and int(found[1]) <= 12
    )


def centre(url: str) -> tuple[float, float] | None:
    """Return the position in a link to a map, such as the area that a search was made from."""
    found = CENTRE.search(url)
    return position(found[1], found[2]) if found else None

"""Google “My Activity”: ``MyActivity.json`` or ``MyActivity.html``, one for each of Google's services.

What was asked of Gemini comes out as chats; what was searched for and visited as events. The words around
them ("Searched for …") are in the owner's language, so links and the names of services are relied on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape

from privlessons.exports import activity_html
from privlessons.exports.plain import entries, plain
from privlessons.exports.stream import items, shape
from privlessons.exports.values import NO_TIME, host, left_out, searched, unwrapped, when
from privlessons.records import Chat, Event, Message

SERVICE = "Google My Activity"
GEMINI = re.compile(r"gemini|bard\b", re.IGNORECASE)
ASKED = re.compile(
    r"(?:Prompted|Said|Asked|Eingegebener Prompt:?|Prompt:|A demandé|Requête|Has preguntado|Pregunta|Prompt"
    r"|Hai chiesto|Gevraagd|Gav instruktionen)\s+"
)
NOT_ASKED = re.compile(
    r"(?:Used (?:an Assistant feature|Gemini Apps)|Gave feedback:|Selected preferred draft"
    r"|Answered survey question|Created Gemini Canvas titled)"
)
SEARCHED = re.compile(
    r"^(?:Searched for|Gesucht nach:?|Vous avez recherché|Has buscado|Hai cercato|Gezocht naar)\s+"
)
TAGS = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.DOTALL | re.IGNORECASE)
BREAKS = re.compile(r"<(?:br|/p|/li|/h\d|/tr|/div)\b[^>]*>", re.IGNORECASE)
PAUSE = timedelta(minutes=30)  # the file has no threads: a longer pause begins a new chat
MOST = 500  # exchanges of one chat


@dataclass(frozen=True, slots=True)
class Record:
    """One record: the service's ``product``, a ``title``, where it led, and an answer as HTML."""

    product: str
    title: str
    url: str
    time: datetime | None
    answer: str = ""
    latitude: float | None = None
    longitude: float | None = None


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a list or such a page."""
    keys = shape(head)
    return {"item.header", "item.title", "item.time"} <= keys or activity_html.looks_like(head)


def read(files: Iterable, note: Callable[[str], None]) -> Iterator[Chat]:
    """Read what was asked of Gemini: exchanges with no pause of half an hour between them are one chat."""
    for file in files:
        waiting: list[Record] = []
        number = 0
        for record in _records(file, note):
            if not GEMINI.search(record.product):
                continue
            if waiting and (len(waiting) >= MOST or not _near(waiting[-1].time, record.time)):
                number += 1
                yield from _chat(f"{file.name}-{number}", waiting)
                waiting = []
            waiting.append(record)
        yield from _chat(f"{file.name}-{number + 1}", waiting)


def events(files: Iterable, note: Callable[[str], None]) -> Iterator[Event]:
    """Read searches, visited pages, watched films and what else Google noted."""
    for file in files:
        with left_out(file.name, note) as leave:
            for record in _records(file, note):
                if record.time is None:
                    leave(NO_TIME)
                elif GEMINI.search(record.product):
                    if text := _asked(record.title):
                        yield Event(record.time, "chats", text, who="Gemini")
                elif record.title:
                    query = searched(record.url) or (
                        SEARCHED.sub("", record.title) if SEARCHED.match(record.title) else ""
                    )
                    kind = "searches" if query else "browser history"
                    where = {"latitude": record.latitude, "longitude": record.longitude}
                    who = host(record.url) or record.product
                    yield Event(record.time, kind, query or record.title, who=who, **where)


def _records(file, note: Callable[[str], None]) -> Iterator[Record]:
    if activity_html.looks_like(file.head):
        for product, title, url, time, answer in activity_html.cells(file, note):
            yield Record(product, title, unwrapped(url), time, answer)
        return
    for entry in items(file, note, has="title", what="entry"):
        products = entry.get("products")
        product = " ".join(
            [plain(entry.get("header")), *map(plain, products if isinstance(products, list) else ())]
        )
        answers = "\n".join(plain(part.get("html")) for part in entries(entry.get("safeHtmlItem")))
        where = next((plain(part.get("url")) for part in entries(entry.get("locationInfos"))), "")
        north, east = activity_html.centre(where) or (None, None)
        title, url = plain(entry.get("title")), unwrapped(plain(entry.get("titleUrl")))
        yield Record(product.strip(), title, url, when(entry.get("time")), answers, north, east)


def _near(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and abs(one - other) < PAUSE


def _chat(name: str, records: list[Record]) -> Iterator[Chat]:
    if len(records) > 1 and records[0].time and records[-1].time and records[0].time > records[-1].time:
        records.reverse()  # the file begins with the newest
    messages = []
    for record in records:
        if text := _asked(record.title):
            messages.append(Message("person", text, record.time))
        if answer := words(record.answer):
            messages.append(Message("assistant", answer, record.time))
    if messages:
        title = messages[0].text.splitlines()[0][:60]
        yield Chat(name, title, tuple(messages), "Gemini")


def _asked(title: str) -> str:
    if NOT_ASKED.match(title.strip()):
        return ""
    return ASKED.sub("", title.strip(), count=1) if ASKED.match(title.strip()) else title.strip()


def words(html: str) -> str:
    """Return the text of a piece of HTML: line breaks kept, tags and scripts gone."""
    text = unescape(TAGS.sub("", BREAKS.sub("\n", html))).replace("\xa0", " ")
    return re.sub(r"\n\s*\n+", "\n\n", text).strip()

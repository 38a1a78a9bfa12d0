"""Made-up databases of browsers, with the tables and the units of time that the real ones have."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from urllib.parse import quote_plus

from privlessons.records import Event
from privlessons.samples.story import of

# The tables as in Chrome 120 and later; Chrome has written "urls" anew, so its name stands in quotes.
CHROMIUM = """
PRAGMA page_size = 4096;
CREATE TABLE meta(key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR);
INSERT INTO meta VALUES ('version', '66');
CREATE TABLE downloads (id INTEGER PRIMARY KEY, guid VARCHAR NOT NULL, current_path LONGVARCHAR NOT NULL);
CREATE TABLE "urls"(id INTEGER PRIMARY KEY AUTOINCREMENT,url LONGVARCHAR,title LONGVARCHAR,
    visit_count INTEGER DEFAULT 0 NOT NULL,typed_count INTEGER DEFAULT 0 NOT NULL,
    last_visit_time INTEGER NOT NULL,hidden INTEGER DEFAULT 0 NOT NULL);
CREATE TABLE visits(id INTEGER PRIMARY KEY AUTOINCREMENT,url INTEGER NOT NULL,visit_time INTEGER NOT NULL,
    from_visit INTEGER,transition INTEGER DEFAULT 0 NOT NULL,segment_id INTEGER,
    visit_duration INTEGER DEFAULT 0 NOT NULL,incremented_omnibox_typed_score BOOLEAN DEFAULT FALSE NOT NULL,
    opener_visit INTEGER,is_known_to_sync BOOLEAN DEFAULT FALSE NOT NULL);
CREATE TABLE keyword_search_terms (keyword_id INTEGER NOT NULL,url_id INTEGER NOT NULL,
    term LONGVARCHAR NOT NULL,normalized_term LONGVARCHAR NOT NULL);
CREATE INDEX visits_url_index ON visits (url);
CREATE INDEX visits_time_index ON visits (visit_time);
CREATE INDEX urls_url_index ON urls (url);
"""
FIREFOX = """
PRAGMA page_size = 32768;
CREATE TABLE moz_origins (id INTEGER PRIMARY KEY, prefix TEXT NOT NULL, host TEXT NOT NULL);
CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url LONGVARCHAR, title LONGVARCHAR, rev_host LONGVARCHAR,
    visit_count INTEGER DEFAULT 0, hidden INTEGER DEFAULT 0 NOT NULL, typed INTEGER DEFAULT 0 NOT NULL,
    frecency INTEGER DEFAULT -1 NOT NULL, last_visit_date INTEGER, guid TEXT, description TEXT,
    origin_id INTEGER REFERENCES moz_origins(id));
CREATE TABLE moz_historyvisits (id INTEGER PRIMARY KEY, from_visit INTEGER, place_id INTEGER,
    visit_date INTEGER, visit_type INTEGER, session INTEGER, source INTEGER DEFAULT 0 NOT NULL);
CREATE INDEX moz_historyvisits_dateindex ON moz_historyvisits (visit_date);
"""
SAFARI = """
PRAGMA page_size = 4096;
CREATE TABLE history_items (id INTEGER PRIMARY KEY AUTOINCREMENT,url TEXT NOT NULL UNIQUE,
    domain_expansion TEXT NULL,visit_count INTEGER NOT NULL,daily_visit_counts BLOB NOT NULL);
CREATE TABLE history_visits (id INTEGER PRIMARY KEY AUTOINCREMENT,
    history_item INTEGER NOT NULL REFERENCES history_items(id) ON DELETE CASCADE,visit_time REAL NOT NULL,
    title TEXT NULL,load_successful BOOLEAN NOT NULL DEFAULT 1,http_non_get BOOLEAN NOT NULL DEFAULT 0,
    redirect_source INTEGER NULL,redirect_destination INTEGER NULL,origin INTEGER NOT NULL DEFAULT 0);
CREATE TABLE history_tombstones (id INTEGER PRIMARY KEY AUTOINCREMENT,start_time REAL NOT NULL,
    end_time REAL NOT NULL,url TEXT,generation INTEGER NOT NULL DEFAULT 0);
"""
SINCE_1601, SINCE_2001 = 11_644_473_600, 978_307_200


def address(event: Event) -> tuple[str, str]:
    """Return the web address and the page's title that an event may have had."""
    if event.source == "searches":
        return (
            f"https://www.google.com/search?q={quote_plus(event.text)}&client=x",
            f"{event.text} - Google Search",
        )
    path = re.sub(r"[^a-z0-9]+", "-", event.text.lower()).strip("-")
    return f"https://{event.who or 'saltmere.example'}/{path}", event.text


def chromium(events: Iterable[Event]) -> dict[str, bytes]:
    """Make Chrome's ``History``. A page within a page is there, too, which nobody visited."""
    return {"History": _database(fill_chromium, events)}


def firefox(events: Iterable[Event]) -> dict[str, bytes]:
    """Make Firefox's ``places.sqlite``; a bookmark is there that was never visited."""
    return {"places.sqlite": _database(fill_firefox, events)}


def safari(events: Iterable[Event]) -> dict[str, bytes]:
    """Make Safari's ``History.db``, which keeps a note of what was deleted."""
    return {"History.db": _database(fill_safari, events)}


def _database(fill, events: Iterable[Event]) -> bytes:
    with closing(sqlite3.connect(":memory:")) as base:
        fill(base, of(events, "browser history", "searches"))
        return base.serialize()


def fill_chromium(base: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Write the tables of Chrome into an open, empty database."""
    base.executescript(CHROMIUM)
    known: dict[str, int] = {}
    for event in events:
        url, title = address(event)
        time = int((event.time.timestamp() + SINCE_1601) * 1_000_000)
        if url not in known:
            known[url] = len(known) + 1
            base.execute("INSERT INTO urls VALUES (?, ?, ?, 1, 0, ?, 0)", (known[url], url, title, time))
            if event.source == "searches":
                base.execute(
                    "INSERT INTO keyword_search_terms VALUES (2, ?, ?, ?)",
                    (known[url], event.text, event.text.lower()),
                )
        core = 0x30000000 | (5 if event.source == "searches" else 0)  # flags above the core type
        base.execute(
            "INSERT INTO visits (url, visit_time, from_visit, transition) VALUES (?, ?, 0, ?)",
            (known[url], time, core),
        )
    if known:
        base.execute(
            "INSERT INTO visits (url, visit_time, transition) SELECT url, visit_time, 3 FROM visits LIMIT 1"
        )
    base.commit()


def fill_firefox(base: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Write the tables of Firefox into an open, empty database."""
    base.executescript(FIREFOX)
    base.execute(
        "INSERT INTO moz_places (id, url, title) VALUES (1, 'https://saved.example/', 'Saved for later')"
    )
    known: dict[str, int] = {}
    for event in events:
        url, title = address(event)
        time = int(event.time.timestamp() * 1_000_000)
        if url not in known:
            known[url] = len(known) + 2
            base.execute(
                "INSERT INTO moz_places (id, url, title, last_visit_date) VALUES (?, ?, ?, ?)",
                (known[url], url, title, time),
            )
        base.execute(
            "INSERT INTO moz_historyvisits (place_id, visit_date, visit_type) VALUES (?, ?, 1)",
            (known[url], time),
        )
    base.execute("INSERT INTO moz_historyvisits (place_id, visit_date, visit_type) VALUES (1, NULL, 4)")
    base.commit()


def fill_safari(base: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Write the tables of Safari into an open, empty database."""
    base.executescript(SAFARI)
    known: dict[str, int] = {}
    for event in events:
        url, title = address(event)
        if url not in known:
            known[url] = len(known) + 1
            base.execute("INSERT INTO history_items VALUES (?, ?, NULL, 1, x'')", (known[url], url))
        base.execute(
            "INSERT INTO history_visits (history_item, visit_time, title) VALUES (?, ?, ?)",
            (known[url], event.time.timestamp() - SINCE_2001, title),
        )
    base.execute(
        "INSERT INTO history_tombstones (start_time, end_time, url) VALUES (1, 2, 'https://gone.example/')"
    )
    base.commit()

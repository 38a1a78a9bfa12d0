"""Safari: the database ``History.db``. Times are seconds since 2001, with a fraction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from privlessons.exports import sqlite
from privlessons.records import Event

SERVICE = "Safari"
TABLES = {"history_visits", "history_items"}
# 978,307,200 seconds lie between 1970 and 2001.
VISITS = """
SELECT v.visit_time + 978307200, i.url, v.title
FROM history_visits v CROSS JOIN history_items i ON i.id = v.history_item
"""
HOURS = """
SELECT CAST((v.visit_time + 978307200) / 3600 AS INTEGER) AS hour, count(*)
FROM history_visits v GROUP BY hour
"""


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a database."""
    return b"CREATE TABLE history_visits" in head or b'CREATE TABLE "history_visits"' in head


def events(files: Iterable, note: Callable[[str], None]) -> Iterator[Event]:
    """Read the visits; those to a search's results come out as searches."""
    return sqlite.visits(files, note, TABLES, VISITS)


def holds(files: Iterable) -> bool:
    """Tell quickly whether there is a visit; no if that is unsure."""
    return sqlite.holds(files, TABLES, VISITS)


def hours(files: Iterable, note: Callable[[str], None]) -> Counter[int]:
    """Count the visits of each hour."""
    return sqlite.hours(files, note, TABLES, HOURS)

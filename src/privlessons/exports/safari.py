"""Safari: the database ``History.db``, and ``History.json``, which Safari exports itself.

Times in the database are seconds since 2001, with a fraction; the others are microseconds since 1970.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from privlessons.exports import sqlite, takeout_chrome
from privlessons.exports.stream import shape
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
    """Tell whether a file that begins with ``head`` is such a database or such a list."""
    named = b"CREATE TABLE history_visits" in head or b'CREATE TABLE "history_visits"' in head
    return named or _is_list(head)


def _is_list(head: bytes) -> bool:
    return {"metadata.browser_name", "history.item.time_usec"} <= shape(head)


def events(files: Iterable, note: Callable[[str], None]) -> Iterator[Event]:
    """Read the visits; those to a search's results come out as searches."""
    for file in files:
        if _is_list(file.head):
            yield from takeout_chrome.events([file], note)
        else:
            yield from sqlite.visits([file], note, TABLES, VISITS)


def holds(files: Iterable) -> bool:
    """Tell quickly whether a database has a visit; no where that is unsure."""
    return any(sqlite.holds([file], TABLES, VISITS) for file in files if not _is_list(file.head))


def hours(files: Iterable, note: Callable[[str], None]) -> Counter[int]:
    """Count the visits of each hour."""
    found: Counter[int] = Counter()
    for file in files:
        if _is_list(file.head):
            times = (event.time.timestamp() for event in takeout_chrome.events([file], note))
            found.update(int(time // 3600) for time in times)
        else:
            found.update(sqlite.hours([file], note, TABLES, HOURS))
    return found

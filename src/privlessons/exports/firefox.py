"""Firefox: the database ``places.sqlite``. Times are microseconds since 1970."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from privlessons.exports import sqlite
from privlessons.records import Event

SERVICE = "Firefox"
TABLES = {"moz_historyvisits", "moz_places"}
# Visits of the types 4 and 8 are pages within a page.
VISITS = """
SELECT v.visit_date / 1000000.0, p.url, p.title
FROM moz_historyvisits v CROSS JOIN moz_places p ON p.id = v.place_id WHERE v.visit_type NOT IN (4, 8)
"""
HOURS = """
SELECT v.visit_date / 3600000000 AS hour, count(*)
FROM moz_historyvisits v WHERE v.visit_type NOT IN (4, 8) GROUP BY hour
"""


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a database."""
    return b"CREATE TABLE moz_historyvisits" in head or b'CREATE TABLE "moz_historyvisits"' in head


def events(files: Iterable, note: Callable[[str], None]) -> Iterator[Event]:
    """Read the visits; those to a search's results come out as searches."""
    return sqlite.visits(files, note, TABLES, VISITS)


def holds(files: Iterable) -> bool:
    """Tell quickly whether there is a visit; no if that is unsure."""
    return sqlite.holds(files, TABLES, VISITS)


def hours(files: Iterable, note: Callable[[str], None]) -> Counter[int]:
    """Count the visits of each hour."""
    return sqlite.hours(files, note, TABLES, HOURS)

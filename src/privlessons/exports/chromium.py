"""Chrome, Edge, Brave, Vivaldi and Opera: the database ``History``. Times are microseconds since 1601."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from privlessons.exports import sqlite
from privlessons.records import Event

SERVICE = "Chrome or Edge"
TABLES = {"visits", "urls"}
MARK = re.compile(rb'CREATE TABLE "?urls"?\s*\(')  # quoted once Chrome has changed it
# 11,644,473,600 seconds and 3,234,576 hours lie between 1601 and 1970.
# A transition of 3 is a page within a page, such as an advertisement.
VISITS = """
SELECT v.visit_time / 1000000.0 - 11644473600, u.url, u.title
FROM visits v CROSS JOIN urls u ON u.id = v.url WHERE (v.transition & 255) <> 3
"""
HOURS = """
SELECT v.visit_time / 3600000000 - 3234576 AS hour, count(*)
FROM visits v WHERE (v.transition & 255) <> 3 GROUP BY hour
"""


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a database."""
    return bool(MARK.search(head)) and b"visit_time INTEGER NOT NULL" in head


def events(files: Iterable, note: Callable[[str], None]) -> Iterator[Event]:
    """Read the visits; those to a search's results come out as searches."""
    return sqlite.visits(files, note, TABLES, VISITS)


def holds(files: Iterable) -> bool:
    """Tell quickly whether there is a visit; no if that is unsure."""
    return sqlite.holds(files, TABLES, VISITS)


def hours(files: Iterable, note: Callable[[str], None]) -> Counter[int]:
    """Count the visits of each hour."""
    return sqlite.hours(files, note, TABLES, HOURS)

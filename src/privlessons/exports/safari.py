"""Safari: the database ``History.db``. Times are seconds since 2001, with a fraction."""

from __future__ import annotations

from functools import partial

from privlessons.exports import sqlite

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


# Visits to a search's results come out as searches.
events = partial(sqlite.visits, tables=TABLES, sql=VISITS)
holds = partial(sqlite.holds, tables=TABLES, sql=VISITS)
hours = partial(sqlite.hours, tables=TABLES, sql=HOURS)

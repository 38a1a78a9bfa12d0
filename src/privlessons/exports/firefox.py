"""Firefox: the database ``places.sqlite``. Times are microseconds since 1970, on phones milliseconds."""

from __future__ import annotations

from functools import partial

from privlessons.exports import sqlite

SERVICE = "Firefox"
TABLES = {"moz_historyvisits", "moz_places"}
# Visits of the types 4 and 8 are pages within a page.
VISITS = """
SELECT v.visit_date / CASE WHEN v.visit_date < 100000000000000 THEN 1000.0 ELSE 1000000.0 END, p.url, p.title
FROM moz_historyvisits v CROSS JOIN moz_places p ON p.id = v.place_id WHERE v.visit_type NOT IN (4, 8)
"""
HOURS = """
SELECT v.visit_date / CASE WHEN v.visit_date < 100000000000000 THEN 3600000 ELSE 3600000000 END AS hour,
    count(*)
FROM moz_historyvisits v WHERE v.visit_type NOT IN (4, 8) GROUP BY hour
"""


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a database."""
    return b"CREATE TABLE moz_historyvisits" in head or b'CREATE TABLE "moz_historyvisits"' in head


# Visits to a search's results come out as searches.
events = partial(sqlite.visits, tables=TABLES, sql=VISITS)
holds = partial(sqlite.holds, tables=TABLES, sql=VISITS)
hours = partial(sqlite.hours, tables=TABLES, sql=HOURS)

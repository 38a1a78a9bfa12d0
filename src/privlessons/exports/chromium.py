"""Chrome, Edge, Brave, Vivaldi and Opera: the database ``History``. Times are microseconds since 1601."""

from __future__ import annotations

import re
from functools import partial

from privlessons.exports import sqlite

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


# Visits to a search's results come out as searches.
events = partial(sqlite.visits, tables=TABLES, sql=VISITS)
holds = partial(sqlite.holds, tables=TABLES, sql=VISITS)
hours = partial(sqlite.hours, tables=TABLES, sql=HOURS)

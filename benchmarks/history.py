"""A million visits in a browser's database to a timeline (events by hour), beside pandas doing the same.

The peer reads the time of each visit with ``pandas.read_sql`` and counts by hour with ``groupby``, from the
same file. Each side runs in a process of its own, so that its peak memory is its own; a second figure has our
reader give out every visit as an event, and a third the memory that this takes.
"""

import json
import random
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median

from tests.offline import ROOT

from benchmarks import row
from privlessons.samples.browsers import CHROMIUM

ROWS, PAGES, TIMES = 1_000_000, 250_000, 7
START = 11_644_473_600_000_000 + 1_500_000_000_000_000
YEARS = 8 * 365 * 86_400_000_000
MEMORY = 400

OURS = """
from privlessons.exports import read_export
hours = read_export(path).events.by_hour()
result = [len(hours), sum(hours.values())]
"""
PEER = """
import sqlite3
import pandas
with sqlite3.connect(path) as base:
    sql = "SELECT visit_time FROM visits WHERE (transition & 255) <> 3"
    frame = pandas.read_sql(sql, base)
hours = frame.groupby(frame["visit_time"] // 3_600_000_000).size()
result = [len(hours), int(hours.sum())]
"""
EVENTS = """
from privlessons.exports import read_export
trail = read_export(path)
shares = []
count = 0
for event in trail.events:
    count += 1
    if count % 10_000 == 0:
        shares.append(trail.progress())
result = [len({event.source}), count]
"""
RUN = """
import json, sys, time
from tests.peak import megabytes
path = sys.argv[1]
exec(sys.argv[2])  # once without a watch, so that libraries are loaded and the file is warm
before = time.perf_counter()
exec(sys.argv[2])
seconds = time.perf_counter() - before
print(json.dumps([seconds, megabytes(), result]))
"""


def write(path, rows=ROWS, pages=PAGES):
    """Write a history such as Chrome keeps, with pages visited once to often and titles of usual length."""
    rng = random.Random(1)
    times = sorted(START + rng.randrange(YEARS) for _ in range(rows))
    with closing(sqlite3.connect(path)) as base:
        base.executescript(CHROMIUM)
        base.executemany(
            "INSERT INTO urls VALUES (?, ?, ?, 1, 0, ?, 0)",
            (
                (
                    n,
                    f"https://site{n % 997}.example/articles/{n}/about-something-{n % 77}",
                    f"Article {n} on kites",
                    1,
                )
                for n in range(1, pages + 1)
            ),
        )
        base.executemany(
            "INSERT INTO visits (url, visit_time, from_visit, transition) VALUES (?, ?, 0, ?)",
            ((int(rng.random() ** 2 * pages) + 1, time, rng.choice((0, 1, 5, 8))) for time in times),
        )
        base.commit()


def measured(code, path):
    """Run one side in a process of its own; return seconds, megabytes at the peak, and its result."""
    command = [sys.executable, "-c", RUN, str(path), code]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout)


def run():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "History"
        write(path)
        turns = [(measured(OURS, path), measured(PEER, path)) for _ in range(TIMES)]
        events = measured(EVENTS, path)
    if any(ours[2] != peer[2] for ours, peer in turns) or events[2][1] != ROWS:
        raise AssertionError("the two sides don't count alike")
    ours, peer = (round(median(turn[side][0] for turn in turns), 3) for side in (0, 1))
    most = round(max(events[1], *(turn[0][1] for turn in turns)))
    return [
        row("a million visits to a timeline", ours, "s", 1, peer=peer),
        row("a million visits as events, peak memory", most, "MB", MEMORY),
    ]

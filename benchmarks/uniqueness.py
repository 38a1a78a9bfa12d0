"""How many rows share each row's values (its k), beside numpy by hand, DuckDB, Polars and pycanon.

A million rows of five columns as a clinic might have them, once as numbers and once as text. Everybody starts
from a table in memory in their own form and ends with one number a row; all numbers are compared. Each side
runs in a process of its own, in turn, several times; the fastest run counts, since other work on the machine
can only make a run slower. pycanon gives the smallest k only, and is compared at the largest of a few sizes
that it finishes within a minute.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
from tests.offline import ROOT

from benchmarks import row
from benchmarks._peers import answer, environment

ROWS, TURNS, RUNS = 1_000_000, 3, 5
CANON_ROWS, CANON_SECONDS = (10_000, 30_000, 100_000, 300_000), 60

FRAME = """
import hashlib, json, sys, time
import numpy as np
path, runs, *more = sys.argv[1:]
loaded = np.load(path, allow_pickle=True)
columns = {name: loaded[name] for name in loaded.files}
names = list(columns)

def measure(work):
    work()  # so that libraries are loaded
    times = []
    while len(times) < int(runs) and sum(times) < 3:
        start = time.perf_counter()
        k = work()
        times.append(time.perf_counter() - start)
    found = hashlib.sha256(np.ascontiguousarray(k, dtype=np.int64)).hexdigest()
    print(json.dumps([min(times), found]))
"""
OURS = """
import pandas as pd
from privlessons import uniqueness
table = pd.DataFrame(columns)
measure(lambda: uniqueness(table, names).k)
"""
NUMPY = """
def by_hand():
    key = np.zeros(len(columns[names[0]]), dtype=np.int64)
    for values in columns.values():
        if values.dtype == object:
            values = np.unique(values, return_inverse=True)[1]
        key = key * (int(values.max()) + 1) + values
    order = np.argsort(key)
    ordered = key[order]
    starts = np.concatenate(([0], np.flatnonzero(ordered[1:] != ordered[:-1]) + 1, [len(key)]))
    sizes = np.diff(starts)
    k = np.empty(len(key), dtype=np.int64)
    k[order] = np.repeat(sizes, sizes)
    return k
measure(by_hand)
"""
DUCKDB = """
import duckdb
import pyarrow as pa
rows = len(columns[names[0]])
given = {name: values.tolist() if values.dtype == object else values for name, values in columns.items()}
held = pa.table({**given, "place": np.arange(rows)})
base = duckdb.connect()
base.execute("SET enable_progress_bar = false")
base.execute("CREATE TABLE t AS SELECT * FROM held")
def window():
    found = base.execute(
        f"SELECT place, count(*) OVER (PARTITION BY {', '.join(names)}) AS k FROM t"
    ).fetchnumpy()
    k = np.empty(rows, dtype=np.int64)
    k[found["place"]] = found["k"]
    return k
measure(window)
"""
POLARS = """
import polars as pl
given = {name: values.tolist() if values.dtype == object else values for name, values in columns.items()}
table = pl.DataFrame(given)
measure(lambda: table.select(pl.len().over(names)).to_series().to_numpy())
"""
CANON = """
import json, sys, time
import numpy as np
import pandas as pd
from pycanon import anonymity
loaded = np.load(sys.argv[1])
rows = int(sys.argv[2])
table = pd.DataFrame({name: loaded[name][:rows] for name in loaded.files})
start = time.perf_counter()
k = anonymity.k_anonymity(table, list(table))
print(json.dumps([time.perf_counter() - start, int(k)]))
"""
SMALLEST = """
import json, sys, time
import numpy as np
import pandas as pd
from privlessons import uniqueness
loaded = np.load(sys.argv[1])
rows = int(sys.argv[2])
table = pd.DataFrame({name: loaded[name][:rows] for name in loaded.files})
uniqueness(table)
times = []
for _ in range(5):
    start = time.perf_counter()
    k = uniqueness(table).smallest
    times.append(time.perf_counter() - start)
print(json.dumps([min(times), k]))
"""


def write(folder):
    """Write three tables: numbers, text, and numbers that are as coarse as a careful clinic's."""
    rng = np.random.default_rng(1)
    fine = {
        "born": rng.integers(0, 36_525, ROWS),
        "sex": rng.choice(3, ROWS, p=(0.49, 0.49, 0.02)),
        "postcode": rng.integers(0, 2_500, ROWS),
        "job": rng.integers(0, 90, ROWS),
        "visit": rng.integers(0, 100, ROWS),
    }
    # One object for equal texts, as the readers of files make them.
    words = {
        name: np.array([f"{name} {n}" for n in range(values.max() + 1)], dtype=object)
        for name, values in fine.items()
    }
    coarse = fine | {
        "born": fine["born"] // 3653,
        "postcode": fine["postcode"] // 420,
        "job": fine["job"] // 30,
    }
    tables = {"numbers": fine, "text": {n: words[n][v] for n, v in fine.items()}, "coarse numbers": coarse}
    for name, table in tables.items():
        np.savez(folder / f"{name}.npz", **table)
    return list(tables)


def against_others(folder, tables):
    with environment("duckdb", "polars", "pyarrow", "numpy") as python:
        peers = {"numpy": (sys.executable, NUMPY), "DuckDB": (python, DUCKDB), "Polars": (python, POLARS)}
        for name in tables:
            best: dict[str, float] = {}
            answers = set()
            for _ in range(TURNS):
                for who, (where, code) in {"ours": (sys.executable, OURS), **peers}.items():
                    seconds, found = answer(where, FRAME + code, folder / f"{name}.npz", RUNS, cwd=ROOT)
                    best[who] = min(seconds, best.get(who, seconds))
                    answers.add(found)
            if len(answers) > 1:
                raise AssertionError(f"not everybody counts alike in the table of {name}")
            ours = best.pop("ours")
            quickest = min(best, key=best.get)
            print(
                name,
                {who: round(seconds, 4) for who, seconds in best.items()},
                "ours",
                round(ours, 4),
                file=sys.stderr,
            )
            yield row(
                f"k of a million rows, five columns of {name}, against the best of three ({quickest})",
                round(ours, 4),
                "s",
                0.5,
                peer=round(best[quickest], 4),
            )


def against_pycanon(folder):
    last = None
    with environment("pycanon") as python:
        for rows in CANON_ROWS:
            theirs = answer(python, CANON, folder / "coarse numbers.npz", rows)
            last = rows, theirs
            if theirs[0] > CANON_SECONDS / 5:  # the next size would not end within the minute
                break
    rows, (seconds, k) = last
    ours, mine = answer(sys.executable, SMALLEST, folder / "coarse numbers.npz", rows, cwd=ROOT)
    if mine != k:
        raise AssertionError(f"pycanon says that k is {k}, and we say {mine}")
    return row(
        f"k of a table of {rows:,} rows, against pycanon", round(ours, 5), "s", 50, peer=round(seconds, 3)
    )


def run():
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        tables = write(folder)
        return [*against_others(folder, tables), against_pycanon(folder)]

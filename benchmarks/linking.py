"""100,000 nameless rows linked with a million named ones on three columns of text, beside `pandas.merge`.

The merge gives pairs; what to do with several is left open. Its pairs are counted and compared with ours.
Each side runs in a process of its own, so that its peak memory is its own.
"""

import sys
from statistics import median

from tests.offline import ROOT

from benchmarks import row
from benchmarks._peers import answer

TURNS = 5
SECONDS, MEMORY = 2.0, 1000

TABLES = """
import json, sys, time
import numpy as np
import pandas as pd
from tests.peak import megabytes
rng = np.random.default_rng(4)
days = np.arange("1930-01-01", "2020-01-01", dtype="datetime64[D]").astype(str).astype(object)
letters = [chr(65 + i) for i in range(20)]
codes = [f"ZQ{i // 400 + 1} {i % 9 + 1}{letters[i % 20]}{letters[i // 20 % 20]}" for i in range(2400)]
codes = np.array(codes, dtype=object)
sexes = np.array(["f", "m"], dtype=object)
named = pd.DataFrame({
    "birth_date": days[rng.integers(0, len(days), 1_000_000)],
    "sex": sexes[rng.integers(0, 2, 1_000_000)],
    "postcode": codes[rng.integers(0, len(codes), 1_000_000)],
    "person": np.arange(1_000_000),
})
nameless = named.iloc[rng.choice(1_000_000, 100_000, replace=False)].reset_index(drop=True)
on = ["birth_date", "sex", "postcode"]
"""
OURS = """
from privlessons import link
link(nameless.head(1000), named.head(1000), on, truth="person")
start = time.perf_counter()
found = link(nameless, named, on, truth="person")
seconds = time.perf_counter() - start
print(json.dumps([seconds, megabytes(), int(found.fits.sum()), found.right, found.several]))
"""
PEER = """
nameless.head(1000).merge(named.head(1000), on=on)
start = time.perf_counter()
pairs = nameless.merge(named, on=on, suffixes=("", "_named"))
seconds = time.perf_counter() - start
fits = pairs.groupby("person").size()
single = pairs[pairs["person"].map(fits) == 1]
right = int((single["person"] == single["person_named"]).sum())
print(json.dumps([seconds, megabytes(), len(pairs), right, int((fits > 1).sum())]))
"""


def run():
    turns = [[answer(sys.executable, TABLES + code, cwd=ROOT) for code in (OURS, PEER)] for _ in range(TURNS)]
    if any(ours[2:] != peer[2:] for ours, peer in turns):
        raise AssertionError("we and the merge don't find the same links")
    seconds = median(ours[0] for ours, _ in turns)
    merge = median(peer[0] for _, peer in turns)
    return [
        row("linking 100,000 rows with a million, seconds", round(seconds, 3), "s", SECONDS),
        row(
            "linking 100,000 rows with a million, peak memory",
            round(max(t[0][1] for t in turns)),
            "MB",
            MEMORY,
        ),
        row(
            "linking 100,000 rows with a million, against pandas.merge",
            round(seconds, 3),
            "s",
            0.5,
            peer=round(merge, 3),
        ),
    ]

"""Reading a ChatGPT export of 200 MB beside json.load, each in its own process: seconds and peak memory."""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from privlessons.sample_export import sample_chats
from privlessons.sample_shapes import chatgpt

SIZE = 200_000_000
GOALS = {"seconds": 0.67, "MB": 10}  # at most 1.5 times the time, a tenth of the memory
OURS = """
from privlessons.exports import read_export
print(sum(len(chat.messages) for chat in read_export(path).chats))
"""
PEER = """
import json
with open(path, encoding="utf-8") as file:
    print(sum(len(chat["mapping"]) for chat in json.load(file)))
"""
MEASURE = """
import sys, time
from tests.peak import megabytes
path = sys.argv[1]
start = time.perf_counter()
{code}
print(time.perf_counter() - start, megabytes())
"""


def write(path):
    """Write one line of JSON, as the service does, from the town's chats over and over."""
    chats = chatgpt(sample_chats(10**9, padding=1_700), random.Random(1))
    with path.open("w", encoding="utf-8") as file:
        written = file.write("[" + json.dumps(next(chats)))
        while written < SIZE:
            written += file.write(", " + json.dumps(next(chats)))
        file.write("]")


def measure(code, path):
    """Return (seconds, megabytes) of a fresh process."""
    command = [sys.executable, "-c", MEASURE.format(code=code), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    messages, figures = done.stdout.splitlines()
    assert int(messages) > 10_000
    return [float(figure) for figure in figures.split()]


def run():
    from benchmarks import row

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "conversations.json"
        write(path)
        runs = {OURS: [], PEER: []}
        for code in (OURS, PEER) * 3:  # in turns, since other programs may be busy meanwhile
            runs[code].append(measure(code, path))
    rows = []
    for place, unit in enumerate(("seconds", "MB")):
        ours, peer = (round(sorted(run[place] for run in runs[code])[1], 1) for code in (OURS, PEER))
        what = "time" if unit == "seconds" else "peak memory"
        rows.append(
            row(f"reading a 200 MB export, {what}, against json.load", ours, unit, GOALS[unit], peer=peer)
        )
    return rows

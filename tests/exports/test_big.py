"""An export of 300 MB is read, and looked through with the language model, in little memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from privlessons.sample_export import sample_chats, write_sample

ROOT = Path(__file__).parents[2]
CHILD = """
import itertools, json, sys
from privlessons.exports import read_export
from privlessons.review import Review
from tests.peak import megabytes

trail = read_export(sys.argv[1])
messages = sum(len(chat.messages) for chat in trail.chats)
reading = megabytes()
review = Review(trail, sample=200, rest=False)
steps = itertools.takewhile(lambda step: step.stage == "typed", review.run())
some = list(itertools.islice(steps, 100))
for _ in Review(read_export(sys.argv[2])).run():  # the language model, on a small one
    pass
whole = megabytes()
print(json.dumps([messages, trail.skipped, len(some), reading, whole]))
"""


@pytest.mark.slow
def test_a_large_export_needs_little_memory(tmp_path):
    with (tmp_path / "big.zip").open("wb") as out:
        write_sample(out, sample_chats(200_000, padding=1_700), shards=2_000)
    with (tmp_path / "small.zip").open("wb") as out:
        write_sample(out, sample_chats(1_000))
    command = [sys.executable, "-c", CHILD, str(tmp_path / "big.zip"), str(tmp_path / "small.zip")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=1200, cwd=ROOT)
    messages, skipped, steps, reading, whole = json.loads(done.stdout)
    assert messages >= 200_000
    assert skipped == []
    assert steps == 100
    assert reading < 100, "megabytes to read"
    assert whole < 400, "megabytes with the language model"

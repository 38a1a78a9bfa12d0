"""The class board as the command runs it, in a process of its own."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Running:
    """A running board: what it printed, the addresses in it, and its process."""

    printed: str
    join: str
    teacher: str
    process: subprocess.Popen

    @property
    def url(self):
        return self.join.rpartition("/r/")[0]

    @property
    def code(self):
        return self.join.rpartition("/")[2]


@contextmanager
def class_board(folder, *options, port=0):
    """Run ``privlessons class``; yield it when it listens; end it with Ctrl-C if it still runs."""
    command = [sys.executable, "-m", "privlessons", "class", "--port", str(port), *map(str, options)]
    env = {**os.environ, "PRIVLESSONS_HOME": str(folder), "PYTHONIOENCODING": "utf-8"}
    env.pop("PRIVLESSONS_BOARD", None)
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        printed = ""
        while "To end it" not in printed:
            line = process.stdout.readline()
            if not line:
                raise AssertionError(f"the board did not start: {printed}{process.stderr.read()}")
            printed += line
        join, teacher = (re.search(rf"http://\S+/{part}/\S+", printed)[0] for part in "rt")
        yield Running(printed, join, teacher, process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
        process.stderr.close()

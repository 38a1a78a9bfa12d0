"""Runs a command without a network, and tells whom it tried to call all the same.

Two guards. Always: an audit hook in every Python process notes and refuses calls to other machines.
Where the system allows it (`unshare -rn`): a network of its own that holds nothing but loopback, for
programs that aren't Python.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUARD = ROOT / "tests" / "fixtures" / "offline"

# In a new network even loopback is down; this brings it up without needing the `ip` command.
LOOPBACK_UP = """
import fcntl, os, socket, struct, sys
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
    flags = struct.unpack("16sh", fcntl.ioctl(s, 0x8913, struct.pack("16sh", b"lo", 0))[:18])[1]
    fcntl.ioctl(s, 0x8914, struct.pack("16sh", b"lo", flags | 1))
os.execv(sys.argv[1], sys.argv[1:])
"""


@cache
def cut_off():
    """The words before a command that cut it off from the network, or none where that's not allowed."""
    unshare = shutil.which("unshare")
    words = [unshare, "-rn", sys.executable, "-c", LOOPBACK_UP] if unshare else []
    tried = words and subprocess.run([*words, sys.executable, "-c", ""], check=False, capture_output=True)
    return words if tried and tried.returncode == 0 else []


def run_offline(command, tmp, *, timeout=600, **environment):
    """Run a command (a list that starts with a full path); return what it did and the calls it tried."""
    notes = Path(tmp) / "calls.txt"
    paths = [str(GUARD), str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    env = os.environ | {"CALLS_NOTED_IN": str(notes), "PYTHONPATH": os.pathsep.join(paths)} | environment
    done = subprocess.run(
        [*cut_off(), *command], check=False, env=env, cwd=tmp, capture_output=True, text=True, timeout=timeout
    )
    return done, notes.read_text("utf-8").splitlines() if notes.exists() else []

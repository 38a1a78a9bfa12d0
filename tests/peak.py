"""The most memory that a process has held, for tests and benchmarks that start one for the purpose."""

import resource
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")


def megabytes():
    """Return the peak in MB. Linux's getrusage counts the parent's, too: its other count is read."""
    if STATUS.exists():
        line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1_000_000 if sys.platform == "darwin" else 1_000)

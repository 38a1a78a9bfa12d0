"""Sub-commands that people use outside any lesson; the work itself is done in the pure rooms."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def say(text: str) -> None:
    """Print text, with a question mark for what a terminal can't show."""
    out = sys.stdout
    if hasattr(out, "reconfigure"):
        out.reconfigure(errors="replace")
    try:
        out.write(f"{text}\n")
        out.flush()
    except BrokenPipeError:  # the reader, `head` or `more` perhaps, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def free_path(path: Path, content: bytes) -> Path:
    """Return the path, or the next one with a number where something else lies, such as an edited letter."""
    number, free = 1, path
    while free.exists() and not (free.is_file() and free.read_bytes() == content):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free

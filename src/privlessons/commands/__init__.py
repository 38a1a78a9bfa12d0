"""Sub-commands that people use outside any lesson; the work itself is done in the pure rooms."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """Print text, with a question mark for what a terminal can't show."""
    out = sys.stdout
    if hasattr(out, "reconfigure"):
        out.reconfigure(errors="replace")
    out.write(f"{text}\n")

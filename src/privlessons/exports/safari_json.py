"""Safari as it exports its history itself: ``History.json``. Times are microseconds since 1970."""

from __future__ import annotations

from privlessons.exports.stream import shape
from privlessons.exports.takeout_chrome import events

SERVICE = "Safari"

__all__ = ["SERVICE", "events", "looks_like"]


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a history."""
    return {"metadata.browser_name", "history.item.time_usec"} <= shape(head)

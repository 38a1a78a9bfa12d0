"""One thing that a file says besides its picture or sound."""

from __future__ import annotations

from dataclasses import dataclass

WHEN, WHERE, DEVICE, WHO = "when", "where", "device", "who"
KINDS = (WHEN, WHERE, DEVICE, WHO)


@dataclass(frozen=True, slots=True)
class Note:
    """A ``field`` of a file, what it says (``value``), and its ``kind``: one of `KINDS`."""

    field: str
    value: str
    kind: str

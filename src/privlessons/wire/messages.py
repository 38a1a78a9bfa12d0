"""Mika's messages for the wire, each with a secret of a client's in it."""

from __future__ import annotations

import re

MESSAGES = (
    "Is this mail to Rory fine? For Lantern Tide I take 640 pounds a month.",
    "Make it polite: Lantern Tide will not be ready by 14 September.",
    "Short and kind, please: I leaked the name Lantern Tide. 31 people saw it.",
)
HIDDEN = "Lantern Tide"


def byte_of(message: str) -> int:
    """Return the place, in the message's UTF-8 bytes, of its first digit, or of its middle if it has none."""
    digit = re.search(r"\d", message)
    at = digit.start() if digit else len(message) // 2
    return len(message[:at].encode())


def letter_at(message: str, byte: int) -> str:
    """Return the sign that a byte of the message's UTF-8 form belongs to; "" behind its end."""
    so_far = 0
    for sign in message:
        so_far += len(sign.encode())
        if byte < so_far:
            return sign
    return ""

"""Whose export it is: ``user.json`` of ChatGPT and ``users.json`` of Claude say so."""

from __future__ import annotations

import json

from privlessons.exports.plain import entries, plain
from privlessons.exports.stream import encoding, shape

KEYS = ("full_name", "name", "email", "email_address", "phone_number", "verified_phone_number")
MARKS = {"email", "email_address", "item.email", "item.email_address"}


def owner(content: bytes) -> tuple[str, ...]:
    """Return the names, addresses and numbers that a small account file gives; empty for any other file."""
    if not MARKS & shape(content):
        return ()
    try:
        found = json.loads(content.decode(encoding(content), "replace"))
    except (ValueError, RecursionError):
        return ()
    values = [
        plain(user.get(key))
        for user in entries(found if isinstance(found, list) else [found])
        for key in KEYS
    ]
    return tuple(value for value in dict.fromkeys(values) if value)

"""The file in which a company keeps chats: a real SQLite file, as bytes in memory; and what a thief does.

Nothing is written to the disk: SQLite hands out the very bytes that a file would hold.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass

from privlessons.records import Chat, PlainError

ACROSS = 16
"""Bytes in a row of a look into a file."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One row of the file: its ``chat``, its ``author`` ("person" or "assistant") and the ``text``."""

    chat: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """``ACROSS`` bytes of a file (fewer at its end), from place ``at`` on; ``hits`` are places in the row."""

    at: int
    data: bytes
    hits: frozenset[int]


def write_chats(chats: Iterable[Chat]) -> bytes:
    """Return the bytes of an SQLite file that holds all messages of the chats, one a row."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("CREATE TABLE messages (chat TEXT, author TEXT, text TEXT)")
        rows = [(chat.title, one.author, one.text) for chat in chats for one in chat.messages]
        base.executemany("INSERT INTO messages VALUES (?, ?, ?)", rows)
        base.commit()
        return base.serialize()


def read_chats(data: bytes) -> tuple[Stored, ...]:
    """Return all messages of a file that `write_chats` wrote. Raises PlainError for any other bytes."""
    try:
        with closing(sqlite3.connect(":memory:")) as base:
            base.deserialize(data)
            found = base.execute("SELECT chat, author, text FROM messages ORDER BY rowid").fetchall()
    except sqlite3.Error:
        raise PlainError("This is no file of chats that can be opened. It may be locked.") from None
    return tuple(Stored(*row) for row in found)


def places_of(data: bytes, words: str) -> tuple[int, ...]:
    """Return where ``words`` stand in the bytes (UTF-8; capitals of a–z make no difference), none for ""."""
    looked, sought = data.lower(), words.encode().lower()
    found, at = [], looked.find(sought) if sought else -1
    while at >= 0:
        found.append(at)
        at = looked.find(sought, at + 1)
    return tuple(found)


def look(data: bytes, at: int = 0, rows: int = 6, words: str = "") -> tuple[Row, ...]:
    """Return ``rows`` rows of the file around place ``at``; where ``words`` stand is marked as hits."""
    sought = len(words.encode())
    hits = {place + n for place in places_of(data, words) for n in range(sought)}
    last = max(0, -(-len(data) // ACROSS) - rows)
    first = min(max(0, at // ACROSS - rows // 2), last)
    starts = range(first * ACROSS, min(len(data), (first + rows) * ACROSS), ACROSS)
    return tuple(
        Row(
            start,
            data[start : start + ACROSS],
            frozenset(h - start for h in hits if start <= h < start + ACROSS),
        )
        for start in starts
    )

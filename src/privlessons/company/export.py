"""The company's answer to an access request: a zip in the shape that ChatGPT's has, whole or in part."""

from __future__ import annotations

import io
import json
import random
import sqlite3
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

from privlessons.company.rows import HIDDEN, Row, rows_of
from privlessons.company.schema import PLACES
from privlessons.records import Chat, Message
from privlessons.sample_shapes import chatgpt

FILES = {
    "account": "user.json",
    "chats": "conversations.json",
    "memory": "memories.json",
    "apps": "connected_apps.json",
    "links": "shared_conversations.json",
    "feedback": "message_feedback.json",
    "review": "review_copies.json",
    "contractor": "review_copies_abroad.json",
    "adverts": "advert_profile.json",
    "logs": "logs.json",
    "training": "training_copies.json",
    "backups": "backups.json",
    "passport": "identity_documents.json",
    "register": "requests.json",
}
PART = ("account", "chats")
"""What the company sends at first."""


def chats_of(db: sqlite3.Connection, account: str) -> tuple[Chat, ...]:
    """Return a customer's chats as they stand in the tables, in order."""
    chats = db.execute("SELECT id, title FROM chats WHERE whose = ? ORDER BY rowid", (account,))
    return tuple(Chat(chat, title, _messages(db, chat), "Lumenly") for chat, title in chats.fetchall())


def _messages(db: sqlite3.Connection, chat: str) -> tuple[Message, ...]:
    found = db.execute("SELECT author, text, sent FROM messages WHERE chat = ? ORDER BY id", (chat,))
    return tuple(
        Message(author, text, datetime.fromisoformat(sent).replace(hour=12, tzinfo=UTC))
        for author, text, sent in found
    )


def export(db: sqlite3.Connection, account: str, *, whole: bool) -> bytes:
    """Return a customer's export as the bytes of a zip; not ``whole``: account and chats only.

    ``conversations.json`` is the tree that ChatGPT writes, so `read_export` reads it. The others are lists of
    rows. A place without rows of theirs has an empty list.
    """
    rows = rows_of(db, account)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for place in PLACES:
            if not whole and place.key not in PART:
                continue
            if place.key == "chats":
                content = list(chatgpt(chats_of(db, account), random.Random(1)))
            elif place.key == "account":
                content = next(iter(_plain(rows["account"])), {})
            else:
                content = _plain(rows[place.key])
            # Without today's date: the same rows give the same bytes.
            archive.writestr(zipfile.ZipInfo(FILES[place.key]), json.dumps(content, ensure_ascii=False))
    return out.getvalue()


def _plain(rows: tuple[Row, ...]) -> list[dict]:
    """Return rows as an export writes them; the account keeps its number, as the reader's own."""
    return [
        {
            name: value
            for name, value in row.values
            if name not in HIDDEN or (row.table, name) == ("accounts", "id")
        }
        for row in rows
    ]


def missing(rows: Mapping[str, tuple], raw: bytes) -> tuple[str, ...]:
    """Return the keys of the places where a customer has rows, and of which the export says nothing."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        there = set(archive.namelist())
    return tuple(key for key, some in rows.items() if some and FILES[key] not in there)

"""The company's tables, and the places in which a customer's rows can lie."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

# Each table with personal data has a column `whose`. It is the workbook's own mark, for counting: the company
# itself goes by `account`, and loses sight of a row where that is emptied ("no longer linked to you").
_OWN = "account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE, whose TEXT NOT NULL"
_UNLINKED = "account TEXT REFERENCES accounts ON DELETE SET NULL, whose TEXT NOT NULL"

COLUMNS = {
    "accounts": "id TEXT PRIMARY KEY, whose TEXT NOT NULL, name TEXT, mail TEXT, born TEXT, "
    "training INTEGER NOT NULL DEFAULT 1, opened TEXT",
    "chats": f"id TEXT PRIMARY KEY, {_OWN}, title TEXT, started TEXT",
    "messages": "id INTEGER PRIMARY KEY, chat TEXT NOT NULL REFERENCES chats ON DELETE CASCADE, "
    "whose TEXT NOT NULL, author TEXT, text TEXT, sent TEXT",
    "memories": f"id INTEGER PRIMARY KEY, {_OWN}, note TEXT, noted TEXT",
    "connected_apps": f"id INTEGER PRIMARY KEY, {_UNLINKED}, app TEXT, may_read TEXT, since TEXT",
    "share_links": f"id INTEGER PRIMARY KEY, {_UNLINKED}, address TEXT, title TEXT, copy TEXT, made TEXT",
    "feedback": f"id INTEGER PRIMARY KEY, {_UNLINKED}, thumb TEXT, copy TEXT, sent TEXT",
    "review_queue": f"id INTEGER PRIMARY KEY, {_UNLINKED}, copy TEXT, queued TEXT",
    "contractor_copies": "id INTEGER PRIMARY KEY, ticket INTEGER REFERENCES review_queue ON DELETE SET NULL, "
    "whose TEXT NOT NULL, firm TEXT, copy TEXT, sent TEXT, told_to_delete TEXT",
    "advert_profile": f"id INTEGER PRIMARY KEY, {_UNLINKED}, interest TEXT, because TEXT, since TEXT",
    "logs": f"id INTEGER PRIMARY KEY, {_UNLINKED}, what TEXT, address TEXT, at TEXT",
    "id_copies": f"id INTEGER PRIMARY KEY, {_UNLINKED}, what TEXT, sent TEXT",
    "snapshots": "id INTEGER PRIMARY KEY, made TEXT",
    "snapshot_texts": "id INTEGER PRIMARY KEY, snapshot INTEGER NOT NULL REFERENCES snapshots "
    "ON DELETE CASCADE, whose TEXT NOT NULL, text TEXT",
    "backups": "id INTEGER PRIMARY KEY, made TEXT, expires TEXT",
    "backup_rows": "id INTEGER PRIMARY KEY, backup INTEGER NOT NULL REFERENCES backups ON DELETE CASCADE, "
    "whose TEXT NOT NULL, place TEXT, copy TEXT",
    "models": "id INTEGER PRIMARY KEY, snapshot INTEGER REFERENCES snapshots ON DELETE SET NULL, made TEXT, "
    "alphabet TEXT, weights BLOB, letters INTEGER",
    "requests": "id INTEGER PRIMARY KEY, account TEXT REFERENCES accounts ON DELETE SET NULL, whose TEXT, "
    "kind TEXT, received TEXT, answered TEXT",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a customer's rows lie: its ``key``, its ``label`` for learners, and its ``tables``."""

    key: str
    label: str
    tables: tuple[str, ...]


PLACES = (
    Place("account", "Her account", ("accounts",)),
    Place("chats", "Her chats", ("chats", "messages")),
    Place("memory", "Pip's memory of her", ("memories",)),
    Place("apps", "Connected apps", ("connected_apps",)),
    Place("links", "Share links", ("share_links",)),
    Place("feedback", "Thumbs and their chat", ("feedback",)),
    Place("review", "Review queue", ("review_queue",)),
    Place("contractor", "The reviewers' firm", ("contractor_copies",)),
    Place("adverts", "Advert profile", ("advert_profile",)),
    Place("logs", "Logs", ("logs",)),
    Place("training", "Copy for training", ("snapshot_texts",)),
    Place("backups", "Backups", ("backup_rows",)),
    Place("passport", "Copies of her passport", ("id_copies",)),
    Place("register", "Register of requests", ("requests",)),
)
"""The model is one more place. It has no rows of anybody's: it must be asked."""


def open_company() -> sqlite3.Connection:
    """Return a new company without customers, in memory, with foreign keys on."""
    # A kernel may answer a widget on another thread than the one that ran the cell.
    db = sqlite3.connect(":memory:", check_same_thread=False)
    db.execute("PRAGMA foreign_keys = ON")
    with db:
        for table, columns in COLUMNS.items():
            db.execute(f"CREATE TABLE {table} ({columns})")
            for column in ("whose", "account", "chat", "ticket", "snapshot", "backup"):
                if f" {column} " in f" {columns}" and f"{column} " in columns:
                    db.execute(f"CREATE INDEX {table}_{column} ON {table} ({column})")
    return db

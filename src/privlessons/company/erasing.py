"""Erasing: as the company does it at first ("all deleted"), and as it should be done."""

from __future__ import annotations

import sqlite3
from datetime import date

from privlessons.company.schema import COLUMNS

NOT_AT_ONCE = {
    "contractor_copies": "The reviewers' firm was told to delete. It takes up to two weeks.",
    "backup_rows": "Nobody edits a backup. Each one runs out by itself.",
}
"""Tables that a full erasure leaves for a while, and why."""


def note_request(db: sqlite3.Connection, account: str, kind: str, today: date) -> int:
    """Write a request into the register; return its number."""
    with db:
        return db.execute(
            "INSERT INTO requests (account, whose, kind, received) VALUES (?, ?, ?, ?)",
            (account, account, kind, today.isoformat()),
        ).lastrowid


def note_answer(db: sqlite3.Connection, request: int, today: date) -> None:
    """Write down that a request was answered."""
    with db:
        db.execute("UPDATE requests SET answered = ? WHERE id = ?", (today.isoformat(), request))


def close_account(db: sqlite3.Connection, account: str) -> None:
    """Do what this company calls "all deleted": delete the account and what hangs on it.

    Chats, messages and memories go with it. Everything else loses its link to the account, and stays.
    """
    with db:
        db.execute("DELETE FROM accounts WHERE id = ?", (account,))


def erase(db: sqlite3.Connection, whose: str, today: date) -> None:
    """Erase a customer in every table, and tell the reviewers' firm to delete its copies.

    Left are the tables of `NOT_AT_ONCE`, until their time is up; the model, until the next training; and a
    line without a name in the register of requests.
    """
    with db:
        db.execute(
            "UPDATE contractor_copies SET told_to_delete = ? WHERE whose = ? AND told_to_delete IS NULL",
            (today.isoformat(), whose),
        )
        db.execute("UPDATE requests SET whose = NULL, account = NULL WHERE whose = ?", (whose,))
        for table, columns in reversed(COLUMNS.items()):  # the account last: rows that hang on it are gone
            if "whose TEXT NOT NULL" in columns and table not in NOT_AT_ONCE:
                db.execute(f"DELETE FROM {table} WHERE whose = ?", (whose,))  # noqa: S608 -- our own tables

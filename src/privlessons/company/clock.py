"""The company's calendar: what happens by itself while days pass. How long each place keeps its rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from privlessons.company.model import train_on
from privlessons.company.schema import PLACES

OPENED = date(2026, 1, 1)
BACKUP_EVERY, BACKUP_KEPT = 30, 90
TRAIN_EVERY = 45
FIRST_TRAINING = 30
REVIEWERS_AFTER = 2
"""Days a chat waits in the queue before the reviewers' firm gets a copy."""
OBEYS_AFTER = 14
"""Days after which the firm deletes what it was told to delete."""
KEPT = {
    "review_queue": ("queued", 3 * 365),
    "contractor_copies": ("sent", 3 * 365),
    "feedback": ("sent", 5 * 365),
    "logs": ("at", 365),
    "id_copies": ("sent", 365),
}
"""Table -> the column with its date, and the days after which its rows are thrown away."""
FIRM = "Deskhands, in another country"
BACKED_UP = tuple(t for p in PLACES for t in p.tables if t not in ("snapshot_texts", "backup_rows"))


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened by itself, in words; or the ``share`` of a training that is done (0 to 1)."""

    day: date
    words: str
    share: float | None = None


def days(db: sqlite3.Connection, today: date, number: int) -> Iterator[Happening]:
    """Let so many days pass after ``today``, one by one, and yield what happens on each."""
    for n in range(1, number + 1):
        yield from _day(db, today + timedelta(days=n))


def pass_days(db: sqlite3.Connection, today: date, number: int) -> tuple[date, tuple[Happening, ...]]:
    """Let days pass at once; return the new day and what happened."""
    happened = tuple(one for one in days(db, today, number) if one.share is None)
    return today + timedelta(days=number), happened


def _day(db: sqlite3.Connection, day: date) -> Iterator[Happening]:
    age = (day - OPENED).days
    with db:
        sent = _to_reviewers(db, day)
        gone = _expire(db, day)
    if sent:
        yield Happening(day, f"{_chats(sent)} from the review queue went to the reviewers' firm.")
    for table, rows in gone.items():
        yield Happening(day, _EXPIRED[table].format(rows=_rows(rows)))
    if age % BACKUP_EVERY == 0:
        back_up(db, day)
        yield Happening(day, f"A backup of everything was made. It is kept for {BACKUP_KEPT} days.")
    if age % TRAIN_EVERY == FIRST_TRAINING:
        snapshot = copy_for_training(db, day)
        for share in train_on(db, snapshot, day):
            yield Happening(day, "A new model is trained", share)
        yield Happening(day, "A copy for training was made, and a new model was trained on it.")


_EXPIRED = {
    "backup_rows": "An old backup ran out, with {rows} of all customers.",
    "told": "The reviewers' firm deleted {rows}, as it was told.",
    "review_queue": "The review queue threw away {rows}: they were too old.",
    "contractor_copies": "The reviewers' firm threw away {rows}: they were too old.",
    "feedback": "Old thumbs were thrown away: {rows}.",
    "logs": "Old logs were thrown away: {rows}.",
    "id_copies": "Old copies of passports were thrown away: {rows}.",
}


def _to_reviewers(db: sqlite3.Connection, day: date) -> int:
    due = (day - timedelta(days=REVIEWERS_AFTER)).isoformat()
    return db.execute(
        "INSERT INTO contractor_copies (ticket, whose, firm, copy, sent) SELECT id, whose, ?, copy, ? "
        "FROM review_queue WHERE queued <= ? AND id NOT IN "
        "(SELECT ticket FROM contractor_copies WHERE ticket IS NOT NULL) AND queued > ?",
        (FIRM, day.isoformat(), due, (day - timedelta(days=KEPT["review_queue"][1])).isoformat()),
    ).rowcount


def _expire(db: sqlite3.Connection, day: date) -> dict[str, int]:
    """Delete what has run out; return the rows that went, by table."""
    gone = {}
    [(rows,)] = db.execute(
        "SELECT count(*) FROM backup_rows WHERE backup IN (SELECT id FROM backups WHERE expires <= ?)",
        (day.isoformat(),),
    )
    db.execute("DELETE FROM backups WHERE expires <= ?", (day.isoformat(),))  # takes its rows with it
    gone["backup_rows"] = rows
    gone["told"] = db.execute(
        "DELETE FROM contractor_copies WHERE told_to_delete <= ?",
        ((day - timedelta(days=OBEYS_AFTER)).isoformat(),),
    ).rowcount
    for table, (column, kept) in KEPT.items():
        gone[table] = db.execute(
            f"DELETE FROM {table} WHERE {column} <= ?",  # noqa: S608 -- names from KEPT
            ((day - timedelta(days=kept)).isoformat(),),
        ).rowcount
    return {table: rows for table, rows in gone.items() if rows}


def back_up(db: sqlite3.Connection, day: date) -> int:
    """Copy every row that belongs to somebody, apart from earlier copies. Returns the backup's number."""
    expires = (day + timedelta(days=BACKUP_KEPT)).isoformat()
    with db:
        backup = db.execute(
            "INSERT INTO backups (made, expires) VALUES (?, ?)", (day.isoformat(), expires)
        ).lastrowid
        for table in BACKED_UP:
            names = [c[1] for c in db.execute(f"PRAGMA table_info({table})") if c[1] not in ("id", "whose")]
            copy = " || ' · ' || ".join(f"coalesce({name}, '')" for name in names)
            rows = f"SELECT ?, whose, ?, {copy} FROM {table} WHERE whose IS NOT NULL"  # noqa: S608 -- ours
            db.execute(f"INSERT INTO backup_rows (backup, whose, place, copy) {rows}", (backup, table))
    return backup


def copy_for_training(db: sqlite3.Connection, day: date) -> int:
    """Make a snapshot: all texts of the one before, and new messages of those who did not opt out.

    What was copied once is copied on. The snapshot before is then thrown away. Returns the new one's number.
    """
    with db:
        old = db.execute("SELECT id, made FROM snapshots ORDER BY id DESC").fetchone()
        number = db.execute("INSERT INTO snapshots (made) VALUES (?)", (day.isoformat(),)).lastrowid
        if old:
            db.execute("UPDATE snapshot_texts SET snapshot = ?", (number,))
            db.execute("DELETE FROM snapshots WHERE id = ?", (old[0],))
        db.execute(
            "INSERT INTO snapshot_texts (snapshot, whose, text) SELECT ?, m.whose, m.text FROM messages m "
            "JOIN accounts a ON a.id = m.whose WHERE a.training = 1 AND m.author = 'person' AND m.sent > ? "
            "AND m.sent <= ?",
            (number, old[1] if old else "", day.isoformat()),
        )
    return number


def _rows(number: int) -> str:
    return f"{number:,} {'row' if number == 1 else 'rows'}"


def _chats(number: int) -> str:
    return f"{number:,} {'chat' if number == 1 else 'chats'}"


def after(today: date, number: int) -> date:
    """Return the day that comes so many days after ``today``."""
    return today + timedelta(days=number)

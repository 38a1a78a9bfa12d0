"""Whose rows lie where, what changed between two looks, and a search through everything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from privlessons.company.schema import COLUMNS, PLACES

HIDDEN = {"id", "whose", "account", "chat", "ticket", "snapshot", "backup"}
"""Columns that say nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a customer's: ``table`` and ``key`` name it, ``values`` are its columns.

    ``linked`` is False where the company can no longer say whose it is, though the text is still there.
    """

    table: str
    key: str
    values: tuple[tuple[str, str], ...]
    linked: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a row: ``kind`` is "new", "gone", "changed" or "same". Either side may be None."""

    kind: str
    before: Row | None
    after: Row | None


Rows = Mapping[str, tuple[Row, ...]]


def rows_of(db: sqlite3.Connection, whose: str) -> dict[str, tuple[Row, ...]]:
    """Return all rows of one customer's, by the key of their place. It reads theirs only, by an index."""
    return {
        place.key: tuple(row for table in place.tables for row in _rows(db, table, whose)) for place in PLACES
    }


def _rows(db: sqlite3.Connection, table: str, whose: str) -> Iterable[Row]:
    found = db.execute(f"SELECT * FROM {table} WHERE whose = ? ORDER BY rowid", (whose,))  # noqa: S608 -- ours
    names = [column[0] for column in found.description]
    for values in found:
        named = dict(zip(names, values, strict=True))
        yield Row(
            table,
            str(named["id"]),
            tuple((name, "" if value is None else str(value)) for name, value in named.items()),
            "account" not in named or named["account"] is not None,
        )


def shown(row: Row) -> str:
    """Return a row's values as one line of text, without those that say nothing to a reader."""
    return " · ".join(value for name, value in row.values if value and name not in HIDDEN)


def what_changed(before: Rows, after: Rows) -> dict[str, tuple[Change, ...]]:
    """Return for each place what became of every row, those of ``before`` first, then new ones."""
    return {place.key: _changes(before.get(place.key, ()), after.get(place.key, ())) for place in PLACES}


def _changes(before: tuple[Row, ...], after: tuple[Row, ...]) -> tuple[Change, ...]:
    now = {(row.table, row.key): row for row in after}
    old = {(row.table, row.key) for row in before}
    changes = []
    for row in before:
        later = now.get((row.table, row.key))
        kind = "gone" if later is None else "same" if later == row else "changed"
        changes.append(Change(kind, row, later))
    return (*changes, *(Change("new", None, row) for row in after if (row.table, row.key) not in old))


def count(rows: Rows) -> dict[str, int]:
    """Return how many rows lie in each place."""
    return {key: len(some) for key, some in rows.items()}


def search(db: sqlite3.Connection, words: Iterable[str]) -> dict[tuple[str, str], int]:
    """Look for words in every column of every table, bytes included, and count the rows that hold any.

    Returns (table, column) -> rows, for those that hold some. Capital and small letters count as alike.
    """
    words = [word.lower() for word in words if word]
    found: dict[tuple[str, str], int] = {}
    for table in COLUMNS:
        rows = db.execute(f"SELECT * FROM {table}")  # noqa: S608 -- our own tables
        names = [column[0] for column in rows.description]
        for values in rows:
            for name, value in zip(names, values, strict=True):
                if any(word in _text(value) for word in words):
                    found[table, name] = found.get((table, name), 0) + 1
    return found


def _text(value: object) -> str:
    return (value.decode("latin-1") if isinstance(value, bytes) else str(value)).lower()

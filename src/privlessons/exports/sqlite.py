"""A browser's database, opened as a copy in memory: the browser may run, and nothing is written.

The newest rows may lie in a journal beside the database (``-wal``). Its format is told in SQLite's own
documentation, "WAL-mode File Format": frames of a page each, good up to the last one that ends a commit.
"""

from __future__ import annotations

import sqlite3
import struct
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from privlessons.exports.values import EARLIEST, LATEST, NO_TIME, host, left_out, searched
from privlessons.records import Event

LARGEST = 250_000_000  # bytes of a database that is copied; a larger one is read where it lies
BITE = 1 << 22
LONGEST = 1_000_000  # bytes of one value
WEB = ("http://", "https://")
# The second of these: SQLite quotes in its error messages what stands in the file.
BROKEN = (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError)


def visits(files: Iterable, note: Callable[[str], None], tables: set[str], sql: str) -> Iterator[Event]:
    """Yield the visits that ``sql`` selects as (seconds since 1970, address, title)."""
    for file in files:
        with left_out(file.name, note) as leave:
            for seconds, url, title in _rows(file, note, tables, sql):
                if not isinstance(seconds, int | float) or not EARLIEST <= seconds < LATEST:
                    leave(NO_TIME)
                elif isinstance(url, str) and url.startswith(WEB):
                    time = datetime.fromtimestamp(seconds, UTC)
                    if query := searched(url):
                        yield Event(time, "searches", query, who=host(url))
                    else:
                        yield Event(time, "browser history", title or url, who=host(url))


def hours(files: Iterable, note: Callable[[str], None], tables: set[str], sql: str) -> Counter[int]:
    """Count the visits of each hour; ``sql`` selects (hours since 1970, number of visits)."""
    found: Counter[int] = Counter()
    for file in files:
        counted = _at_rest(file, tables, sql)
        for hour, count in _rows(file, note, tables, sql) if counted is None else counted:
            if isinstance(hour, int) and EARLIEST <= hour * 3600 < LATEST:
                found[hour] += count
    return found


def holds(files: Iterable, tables: set[str], sql: str) -> bool:
    """Tell quickly whether a database that is at rest has a visit; no where that is unsure."""
    for file in files:
        for seconds, url, _ in _at_rest(file, tables, f"{sql} LIMIT 1") or ():
            if isinstance(seconds, int | float) and EARLIEST <= seconds < LATEST and f"{url}".startswith(WEB):
                return True
    return False


def _at_rest(file, tables: set[str], sql: str) -> list[tuple] | None:
    """Ask a database on disk where it lies, if no journal tells that a program is at it; else None.

    This is for short questions only, whose answer a program that begins to write meanwhile can't spoil
    without an error: in that case the copy is asked.
    """
    path = getattr(file.stream, "name", None)
    if not isinstance(path, str) or file.beside("-wal", most=1) or file.beside("-journal", most=1):
        return None
    try:
        with closing(_in_place(path)) as base:
            return base.execute(sql).fetchall() if _complete(base, tables) else None
    except BROKEN:
        return None


def _rows(file, note: Callable[[str], None], tables: set[str], sql: str) -> Iterator[tuple]:
    try:
        with closing(_opened(file, note)) as base:
            if not _complete(base, tables):
                note(f"{file.name} lacks the tables that such a database has and was left out.")
                return
            yield from base.execute(sql)
    except BROKEN:
        note(f"{file.name} is damaged: what could be read before the damage was read.")


def _complete(base: sqlite3.Connection, tables: set[str]) -> bool:
    """Tell whether all tables are there, and are tables: a view could be made to never end."""
    known = base.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'")
    return tables <= {name for (name,) in known}


def _opened(file, note: Callable[[str], None]) -> sqlite3.Connection:
    path = getattr(file.stream, "name", None)
    if file.size > LARGEST and isinstance(path, str):
        if file.beside("-wal", most=1):
            note(f"The newest visits beside {file.name} were not read: close the browser, then try again.")
        return _in_place(path)
    base = sqlite3.connect(":memory:")
    base.deserialize(_copy(file, note))
    return _careful(base)


def _in_place(path: str) -> sqlite3.Connection:
    return _careful(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1", uri=True))


def _careful(base: sqlite3.Connection) -> sqlite3.Connection:
    base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    base.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    base.text_factory = _text
    for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY"):
        base.execute(f"PRAGMA {pragma}")
    return base


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _copy(file, note: Callable[[str], None]) -> bytearray:
    copy, end = bytearray(file.size), 0
    while data := file.read(BITE):
        copy[end : end + len(data)] = data
        end += len(data)
    del copy[end:]
    if journal := file.beside("-wal"):
        with_journal(copy, journal)
    if len(copy) < 100:
        raise sqlite3.DatabaseError
    size = _page(copy)
    pages = int.from_bytes(copy[28:32])
    if len(copy) < pages * size <= 2 * LARGEST:
        note(f"The end of {file.name} is missing: what comes before was read.")
        copy += bytes(pages * size - len(copy))  # else SQLite refuses the whole
    copy[18:20] = b"\1\1"  # without this mark SQLite would look for a journal
    return copy


def with_journal(copy: bytearray, journal: bytes) -> None:
    """Put the pages of a write-ahead journal into the copy of its database, up to the last whole commit."""
    if len(journal) < 32 or journal[:4] not in {b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83"}:
        return
    order = ">" if journal[3] & 1 else "<"
    size = int.from_bytes(journal[8:12])
    if size < 512 or size > 65536 or size & (size - 1) or (copy and size != _page(copy)):
        return
    sums = _sums(journal[:24], order, (0, 0))
    pages: dict[int, memoryview] = {}
    waiting: dict[int, memoryview] = {}
    view = memoryview(journal)
    end = 0
    for at in range(32, len(journal) - size - 23, size + 24):
        number, whole, *_ = struct.unpack_from(">II", journal, at)
        if journal[at + 8 : at + 16] != journal[16:24]:
            break
        sums = _sums(view[at : at + 8], order, sums)
        sums = _sums(view[at + 24 : at + 24 + size], order, sums)
        if sums != struct.unpack_from(">II", journal, at + 16) or not number:
            break
        waiting[number] = view[at + 24 : at + 24 + size]
        if whole:
            pages |= waiting
            waiting.clear()
            end = whole
    if end and end * size <= 2 * LARGEST:
        copy[end * size :] = bytes(max(0, end * size - len(copy)))
        for number, page in pages.items():
            if number <= end:
                copy[(number - 1) * size : number * size] = page


def _page(copy: bytearray) -> int:
    size = int.from_bytes(copy[16:18])
    return 65536 if size == 1 else size


def _sums(data: bytes | memoryview, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    for first, second in struct.iter_unpack(f"{order}II", data):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two

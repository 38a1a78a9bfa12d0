"""Netflix: a profile's ``NetflixViewingHistory.csv`` (title, date) and ``ViewingActivity.csv`` (all of it).

The short table writes dates as the country does, and the two orders can't always be told apart. The full one
has times in UTC, and rows for trailers that play by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from privlessons.exports.dates import NUMBERS, day_first, made
from privlessons.exports.tables import header, rows
from privlessons.exports.values import NO_TIME, left_out, local, when
from privlessons.records import Event

SERVICE = "Netflix"
TITLES = set(
    "title|titel|titre|título|titolo|tytuł|tittel|nimi|název|názov|cím|titlu|başlık|τίτλος|название|назва|naslov"
    "|judul|tajuk|tiêu đề|タイトル|제목|标题|標題|片名|العنوان|כותרת|ชื่อ|ชื่อเรื่อง".split("|")
)
DATES = set(
    "date|datum|fecha|data|dato|päivämäärä|dátum|dată|tarih|ημερομηνία|дата|tanggal|tarikh|ngày|日付|날짜|日期"
    "|التاريخ|תאריך|วันที่".split("|")
)
NOON = "12:00"  # the short table has no times of day


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is one of the two tables."""
    names = header(head)
    return _is_short(names) or (names[:2] == ["profile name", "start time"] and "title" in names)


def _is_short(names: list[str]) -> bool:
    return len(names) == 2 and names[0] in TITLES and names[1] in DATES


def events(files: Iterable, note: Callable[[str], None]) -> Iterator[Event]:
    """Read what was watched."""
    sure = {}
    for file in files:
        if _is_short(header(file.head)):
            sure[file.inside, file.name] = _order(file)
    for file in files:
        with left_out(file.name, note) as leave:
            if order := sure.get((file.inside, file.name)):
                if not order[1]:
                    way = "day" if order[0] else "month"
                    note(
                        f"The dates in {file.name} can be read in two ways: we took the {way} to come first."
                    )
                yield from _short(rows(file, note), first_is_day=order[0], leave=leave)
            else:
                yield from _full(rows(file, note), leave)


def _order(file) -> tuple[bool, bool]:
    found = (NUMBERS.search(date) for _, date in map(dict.values, rows(file, lambda _: None)))
    pairs = [(int(date[1]), int(date[2])) for date in found if date and len(date[1]) < 3]
    return day_first(reversed(pairs)) if pairs else (True, True)  # newest first, as Netflix writes it


def _short(table: Iterable[dict], *, first_is_day: bool, leave: Callable[[str], None]) -> Iterator[Event]:
    for title, written in map(dict.values, table):
        date = NUMBERS.search(written)
        numbers = (int(date[1]), int(date[2]), int(date[3])) if date else None
        day = made(numbers, first_is_day=first_is_day, clock=NOON) if numbers else None
        time = local(day) if day else None
        if time is None:
            leave(NO_TIME)
        else:
            yield Event(time, "films", title)


def _full(table: Iterable[dict], leave: Callable[[str], None]) -> Iterator[Event]:
    for row in table:
        time = when(row["start time"].strip())
        if time is None:
            leave(NO_TIME)
        elif not row.get("supplemental video type", "").strip():
            yield Event(
                time, "films", row["title"], end=_end(time, row.get("duration", "")), who=row["profile name"]
            )


def _end(time, duration: str):
    pieces = duration.strip().split(":")
    if len(pieces) != 3 or not all(piece.isdecimal() and len(piece) < 4 for piece in pieces):
        return None
    hours, minutes, seconds = map(int, pieces)
    return time + timedelta(hours=hours, minutes=minutes, seconds=seconds)

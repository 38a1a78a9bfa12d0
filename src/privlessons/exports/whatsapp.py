"""WhatsApp: a chat sent to oneself as text, ``_chat.txt`` (iPhone) or ``WhatsApp Chat with ….txt`` (Android).

Lines begin with a date and a time as the phone's language writes them, without a zone; a message may have
many lines. Which number is the day, and which name is the owner's, is found out in a walk before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import PurePosixPath

from privlessons.exports.dates import day_first, made
from privlessons.exports.tables import lines, text
from privlessons.exports.values import NO_TIME, left_out, local
from privlessons.records import Event

SERVICE = "WhatsApp"
MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
GONE = dict.fromkeys(map(ord, MARKS))
MARKED = ": \u200e"  # before what WhatsApp says itself, and before pictures
LINE = re.compile(
    r"(\[)?(\d{1,4})[./年년-]\s?(\d{1,2})[./月월-]\s?(\d{1,4})(?:\.|日|일|\sг\.)?"  # the day
    r"([,،]|\s+(?:klo|um|à|at|kl\.)|(?=\s))\s*"
    r"((?:[^\W\d_]{1,4}\s?)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?(?:[^\W\d_]\.?\s?){1,4})?)"  # the time
    r"\s*(?(1)\]|[-–])\s(.*)"
)
MINE = re.compile(r"You deleted this message|Du hast diese Nachricht gelöscht|Vous avez supprimé ce message")
LONGEST = 70_000  # characters of one message: WhatsApp's own limit is 65,536
NAME = 60
UNKNOWN = "says which of the names is yours."


@dataclass
class _Known:
    """What the walk before found out about one file."""

    pairs: list[tuple[int, int]] = field(default_factory=list)
    firsts: set[int] = field(default_factory=set)
    lasts: set[int] = field(default_factory=set)
    said: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    me: str = ""

    def group(self) -> str:
        """Return the group's name, under which WhatsApp itself speaks first on an iPhone; else empty."""
        first = next(iter(self.said), "")
        return first if len(self.said) > 2 and self.marked[first] == self.said[first] else ""

    def year_first(self) -> bool:
        """Tell whether dates begin with a year of two digits: it changes less often than the day."""
        this_year = datetime.now(UTC).year - 2000
        is_year = all(9 <= year <= this_year for year in self.firsts)
        return is_year and len(self.firsts) < len(self.lasts) > 2 and max(self.lasts) <= 31


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a chat: its first line is a message."""
    found = [_line(line) for line in text(head[:8000]).splitlines()[:20] if line.strip()]
    if (
        found and found[0] and not found[0][1] and not found[0][5]
    ):  # no comma: a chat then, if without seconds
        return found[0][6].count(":") == 1 and bool(_said(found[0])[0])
    return bool(
        found and found[0] and (found[0][1] or found[0][5]) and any(one and _said(one)[0] for one in found)
    )


def _line(line: str) -> re.Match | None:
    return LINE.match(line.translate(GONE))


def _said(found: re.Match) -> tuple[str, str]:
    """Return who says what; nobody in a line of WhatsApp's own."""
    who, colon, said = found[7].partition(": ")
    if not colon:
        who, colon, said = found[7].partition(":") if found[7].endswith(":") else ("", "", found[7])
    return (who.strip(), said) if colon and len(who) <= NAME else ("", found[7])


def _is_notice(line: str, who: str, said: str) -> bool:
    """Tell whether WhatsApp says it of that person, as in "Ida: Ida added Ben"; an iPhone marks it."""
    return MARKED in line and said.startswith(f"{who} ")


def events(files: Iterable, note: Callable[[str], None]) -> Iterator[Event]:
    """Read the messages; where nothing tells which name is the owner's, none is marked as theirs."""
    known = {}
    for file in files:
        known[file.inside, file.name] = _look(file)
    _name_the_owner(known)
    for file in files:
        about = known.get((file.inside, file.name)) or _Known()
        first, sure = day_first(about.pairs)
        if about.pairs and (about.year_first() or not sure):
            way = "year" if about.year_first() else "day" if first else "month"
            note(f"The dates in {file.name} can be read in two ways: we took the {way} to come first.")
        if not about.me:
            note(f"Nothing in {file.name} {UNKNOWN}")
        yield from _messages(file, note, about, first_is_day=first)


def _look(file) -> _Known:
    about = _Known()
    last = None
    for line in lines(file):
        if not (found := _line(line)):
            continue
        pair = (int(found[2]), int(found[3]))
        if pair != last and len(found[2]) < 3 and len(about.pairs) < 5_000:
            about.pairs.append(pair)
            last = pair
        about.firsts.add(int(found[2]))
        about.lasts.add(int(found[4]))
        who, said = _said(found)
        if who and not _is_notice(line, who, said):
            about.said[who] += 1
            about.marked[who] += MARKED in line
            if MINE.search(said):
                about.me = who
    return about


def _name_the_owner(known: dict[tuple, _Known]) -> None:
    """Name the owner, who is in every chat, and is the one left in a file named after the other person."""
    told = {about.me for about in known.values()} - {""}
    shared = set.intersection(*(set(about.said) for about in known.values())) if len(known) > 1 else set()
    for (inside, name), about in known.items():
        title = _title(inside, name)
        others = [who for who in about.said if title.endswith(who)]
        left = set(about.said) - set(others)
        if not about.me and len(told) == 1:
            about.me = next(iter(told & set(about.said)), "")
        if not about.me and others and len(left) == 1:
            about.me = left.pop()
        if not about.me and len(shared) == 1:
            about.me = next(iter(shared))


def _title(inside: tuple[str, ...], name: str) -> str:
    stem = PurePosixPath(name).stem
    return PurePosixPath(inside[-1]).stem if stem == "_chat" and inside else stem


def _messages(file, note: Callable[[str], None], about: _Known, *, first_is_day: bool) -> Iterator[Event]:
    title, group = _title(file.inside, file.name), about.group()
    partners = [who for who in about.said if who not in {about.me, group}]
    partner = partners[0] if len(partners) == 1 else title
    by_year = about.year_first()
    time, who, said = None, "", ""
    with left_out(file.name, note) as leave:
        for line in lines(file):
            found = _line(line)
            if found is None:
                said = f"{said}\n{line}" if len(said) < LONGEST else said
                continue
            if time and who:
                yield _event(time, who, said, about.me, partner)
            who, said = _said(found)
            if who == group or _is_notice(line, who, said):
                who = ""
            numbers = (int(found[2]), int(found[3]), int(found[4]))
            if by_year:
                numbers = (2000 + numbers[0], *numbers[1:])
            moment = made(numbers, first_is_day=first_is_day, clock=found[6])
            time = local(moment) if moment else None
            if time is None:
                leave(NO_TIME)
        if time and who:
            yield _event(time, who, said, about.me, partner)


def _event(time, who: str, said: str, me: str, partner: str) -> Event:
    mine = who == me
    return Event(time, "messages", said.translate(GONE).rstrip(), who=partner if mine else who, mine=mine)

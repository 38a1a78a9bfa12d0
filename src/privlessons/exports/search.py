"""Find out what an export holds: by the beginning of each file, in folders, zips and zips within them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import ModuleType

from privlessons.exports import archive
from privlessons.exports.account import owner
from privlessons.exports.files import HEAD, Found, beside
from privlessons.exports.strangers import stranger
from privlessons.exports.zips import BROKEN, DAMAGED, NEW, SMALL, START, Box, Part, check_total, is_no_zip
from privlessons.records import PlainError

DEEPEST = 2  # zips within zips
EMPTY = b"PK\x05\x06"  # how a zip that holds nothing begins
DATABASE = b"SQLite format 3\0"
SCHEMA = 1 << 22  # a database's tables are named somewhere in its first pages
JOURNAL = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83", b"\xd9\xd5\x05\xf9")
# What such files are called when they are what we read: if one can't be read, that is worth a sentence.
KNOWN = re.compile(
    r"(?:^|/)(?:History|History\.db|places\.sqlite|conversations[^/]*\.json|Records\.json|Timeline\.json"
    r"|location-history\.json|MyActivity\.(?:json|html)|My Activity\.(?:json|html)|(?:Browser)?History\.json"
    r"|_chat\.txt|WhatsApp[^/]*\.txt|Streaming_?History[^/]*\.json|endsong_\d+\.json|message_\d+\.json"
    r"|NetflixViewingHistory\.csv|ViewingActivity\.csv|copilot[^/]*\.csv|prod-grok[^/]*\.json)$",
    re.IGNORECASE,
)
# Pages that lie in Takeouts and Meta's exports of any form, so that they tell nothing.
PLAIN_PAGES = re.compile(r"(?:^|/)(?:archive_browser|Bookmarks|start_here|index)\.html$", re.IGNORECASE)
NOTHING = (
    "There are no chats and no other records that we know in this: please choose the zip, folder or file "
    "that the service gave you."
)


@dataclass
class Search:
    """What was found: readable files, sentences on what was left alone, the owner, another service's name."""

    source: archive.Source
    readers: tuple[ModuleType, ...]
    found: list[Found] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    owner: list[str] = field(default_factory=list)
    stranger: str = ""
    total: int = 0  # bytes that will be read


def search(source: archive.Source, readers: tuple[ModuleType, ...], name: str = "") -> Search:
    """Look through a settled source, called ``name`` where it has one.

    Raises ``PlainError`` where there is nothing that a reader knows.
    """
    found = Search(archive.held(source), readers)
    waiting: list[tuple[str, ...]] = [()]
    for inside in waiting:  # grows while zips are found
        try:
            inner = _look(inside, found)
        except PlainError as problem:
            if not inside:
                raise
            found.notes.append(f"{inside[-1]}: {problem}")
            continue
        if len(inside) < DEEPEST:
            waiting += [(*inside, name) for name in inner]
    if found.found:
        for reader in readers:
            if settle := getattr(reader, "settle", None):
                found.found = settle(found.found)
        found.found.sort(key=lambda part: (tuple(map(_natural, part.inside)), _natural(part.name)))
        return found
    if name.lower().endswith(".zip") and not archive.begins(source, (START, EMPTY)):
        raise PlainError(DAMAGED)
    if found.stranger:
        raise PlainError(f"This looks like {found.stranger}.")
    raise PlainError(found.notes[0] if found.notes else NOTHING)


def _look(inside: tuple[str, ...], found: Search) -> list[str]:
    """Look at the beginning of each file; return the names of those that are zips."""
    inner = []
    with archive.opened(found.source, inside) as box:
        found.notes += box.notes
        alone = len(box.parts) == 1
        for part in box.parts.values():
            if part.name.endswith(".index"):  # ChatGPT's `conversations.json.index` is no shard
                continue
            try:
                head = _head(part, box)
            except BROKEN as problem:
                found.notes.append(_damaged(part, problem, alone))
                continue
            if head.startswith(START):
                inner.append(part.name)
            elif reader := next((reader for reader in found.readers if reader.looks_like(head)), None):
                size = min(part.size, getattr(reader, "MOST", part.size))
                try:
                    part.check(NEW if head.startswith(DATABASE) else SMALL)
                    check_total(found.total + size)
                except PlainError as problem:
                    where = () if alone and not inside else (*inside, part.name)
                    found.notes.append(": ".join((*where, f"{problem}")))
                else:
                    found.total += size
                    found.found.append(Found(inside, part.name, size, reader))
            elif is_no_zip(part.name, head):
                found.notes.append(_damaged(part, None, alone))
            else:
                _unknown(part, head, found, alone=alone)
    return inner


def _head(part: Part, box: Box) -> bytes:
    with part.open() as stream:
        head = stream.read(HEAD)
        if head.startswith(DATABASE):
            head += stream.read(SCHEMA) + beside(box, part.name, "-wal", SCHEMA)
    return head


def _damaged(part: Part, problem: Exception | None, alone: bool) -> str:
    if isinstance(problem, PermissionError):
        return f"{part.name} may not be opened (a running program may hold it) and was left out."
    return DAMAGED if alone else f"A file is damaged and was left out: {part.name}."


def _unknown(part: Part, head: bytes, found: Search, *, alone: bool) -> None:
    if part.size <= HEAD:
        found.owner += owner(head)
    told = "" if PLAIN_PAGES.search(part.name) and not alone else stranger(head)
    found.stranger = found.stranger or told
    if KNOWN.search(part.name) and not head.startswith(JOURNAL):
        why = "is empty" if not part.size else "is not what its name says (it may be damaged or encrypted)"
        found.notes.append(f"{part.name} {why} and was left out.")


def _natural(name: str) -> list:
    return [(int(piece), "") if piece.isdecimal() else (0, piece) for piece in re.split(r"(\d+)", name)]


def services(parts: Iterable[Found]) -> str:
    """Name the services of some files, each once: "ChatGPT and Claude"."""
    names = list(dict.fromkeys(part.reader.SERVICE for part in parts))
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
